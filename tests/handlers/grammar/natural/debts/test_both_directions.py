"""Who owes whom in each language, said both ways round; of everybody, and to each of several."""

from __future__ import annotations

import pytest

from ledger.core.errors import LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle

PEOPLE = {
    "de": "Anna Mia Lukas Jonas",
    "fr": "Anne Léa Hugo Karim",
    "es": "Ana Lucía Marta Pablo",
    "pt_BR": "Ana Bia João Rafa",
    "it": "Anna Marco Giulia Luca",
    "ru": "Аня Саша Маша Дима",
    "uk": "Аня Оля Андрій Тарас",
    "tr": "Ada Ali Ayşe Mehmet",
    "id": "Asti Budi Sari Dewi",
    "ar": "نورة يوسف سارة خالد",
    "hi": "Asha Rahul Priya Amit",
}
THEY_OWE_ME = {
    "de": "mia schuldet mir 20|mir schuldet mia noch 20|ich krieg noch 20 von mia",
    "fr": "léa me doit 20|tu me dois 20 léa|faut que léa me rende 20",
    "es": "lucia me debe 20|me debe lucia 20|lucia tiene que darme 20",
    "pt_BR": "bia me deve 20|a bia ainda me deve 20",
    "it": "marco mi deve 20|marco mi deve ancora 20",
    "ru": "саша мне должен 20|мне саша должен 20|саша торчит мне 20|с саши 20|20 с саши",
    "uk": "оля мені винна 20|оля винна мені 20|з олі 20",
    "tr": "ali bana 20 borçlu|alinin bana 20 borcu var",
    "id": "budi utang 20 ke aku|budi masih utang 20 sama aku",
    "ar": "يوسف عليه لي 20|لي عند يوسف 20",
    "hi": "rahul pe mere 20 hain|rahul mujhe 20 dega",
}
I_OWE = {
    "de": "ich schulde mia 20|schulde mia noch 20|mia kriegt noch 20 von mir",
    "fr": "je dois 20 à léa|jdois 20 à léa|faut que je rende 20 à léa",
    "es": "le debo 20 a lucia|debo 20 a lucia|tengo que darle 20 a lucia",
    "pt_BR": "devo 20 pra bia|eu devo 20 pra bia",
    "it": "devo 20 a marco|devo ancora 20 a marco",
    "ru": "я должна саше 20|должна саше 20",
    "uk": "я винна олі 20|винна олі 20",
    "tr": "aliye 20 borcum var|ali'ye 20 borcum var",
    "id": "aku utang 20 ke budi|aku masih utang 20 sama budi",
    "ar": "علي ليوسف 20|يوسف له علي 20",
    "hi": "mujhpe rahul ke 20 hain|rahul ko 20 dunga",
}
EVERYBODY_OWES_ME = {
    "de": "alle schulden mir 20|mir schulden alle 20",
    "fr": "tout le monde me doit 20|tous me doivent 20 chacun",
    "es": "todos me deben 20|todos me deben 20 cada uno",
    "pt_BR": "todo mundo me deve 20|todos me devem 20",
    "it": "tutti mi devono 20|tutti mi devono 20 a testa",
    "ru": "все должны мне по 20|все мне должны 20",
    "uk": "всі винні мені по 20|всі мені винні 20",
    "tr": "herkes bana 20 borçlu|herkesin bana 20 borcu var",
    "id": "semua utang 20 ke aku",
    "ar": "كلهم عليهم لي 20|الكل عليه لي 20",
    "hi": "sab mujhe 20 denge|sab pe mere 20 hain",
}
I_OWE_EACH = {
    "de": "ich schulde mia und lukas je 20",
    "fr": "je dois 20 à léa et hugo chacun|je dois 20 chacun à léa et à hugo",
    "es": "le debo 20 a lucia y a marta cada una",
    "pt_BR": "devo 20 pra bia e pro joão cada",
    "it": "devo 20 a marco e a giulia a testa",
    "ru": "я должна саше и маше по 20",
    "uk": "я винна олі та андрію по 20",
    "id": "aku utang 20 ke budi sama sari masing masing",
}
I_OWE_BOTH = {
    "de": "ich schulde mia und lukas 20",
    "fr": "je dois 20 à léa et à hugo",
    "es": "le debo 20 a lucia y a marta",
    "pt_BR": "devo 20 pra bia e pro joão",
    "it": "devo 20 a marco e a giulia",
}


def names(code: str) -> list[str]:
    return PEOPLE[code].split()


def comes_to(code: str, text: str) -> str:
    return booked(circle(code, PEOPLE[code]), f"/split {text}")


@pytest.mark.parametrize("code", PEOPLE)
def test_who_owes_whom_is_never_turned_round(code: str) -> None:
    me, other, *_ = names(code)
    for line in THEY_OWE_ME[code].split("|"):
        assert comes_to(code, line) == f"20: {other} 20", line
    for line in I_OWE[code].split("|"):
        assert comes_to(code, line) == f"{other} paid 20: {me} 20", line


@pytest.mark.parametrize("code", PEOPLE)
def test_what_everybody_owes_is_of_each(code: str) -> None:
    others = " ".join(f"{name} 20" for name in names(code)[1:])
    for line in EVERYBODY_OWES_ME[code].split("|"):
        assert comes_to(code, line) == f"60: {others}", line


@pytest.mark.parametrize("code", I_OWE_EACH)
def test_what_i_owe_each_of_two_is_theirs_twice(code: str) -> None:
    me, first, second, *_ = names(code)
    for line in I_OWE_EACH[code].split("|"):
        assert comes_to(code, line) == f"{first} 20 {second} 20 paid 40: {me} 40", line


@pytest.mark.parametrize("code", I_OWE_BOTH)
def test_what_i_owe_two_without_a_word_of_each_is_asked(code: str) -> None:
    with pytest.raises(LedgerError, match="paid_unclear"):
        comes_to(code, I_OWE_BOTH[code])


@pytest.mark.parametrize(
    ("code", "line", "meant"),
    [
        ("de", "mia und lukas schulden mir je 20", "40: Mia 20 Lukas 20"),
        ("de", "mia und lukas schulden mir 20", "20: Mia 10 Lukas 10"),
        ("de", "alle schulden mia 20", "Mia paid 60: Anna 20 Lukas 20 Jonas 20"),
        ("fr", "je dois 20€ chacun à léa et à hugo", "Léa 20 Hugo 20 paid 40 EUR: Anne 40"),
        ("es", "todos le deben 20 a marta", "Marta paid 60: Ana 20 Lucía 20 Pablo 20"),
        ("ru", "все должны маше по 20", "Маша paid 60: Аня 20 Саша 20 Дима 20"),
        ("ru", "с сашей 20 пиво", "20 пиво: Аня 10 Саша 10"),
        ("ru", "пиво с саши 20", "20 пиво: Саша 20"),
        ("uk", "з олею 20 пиво", "20 пиво: Аня 10 Оля 10"),
    ],
)
def test_several_owe_and_are_owed(code: str, line: str, meant: str) -> None:
    assert comes_to(code, line) == meant
