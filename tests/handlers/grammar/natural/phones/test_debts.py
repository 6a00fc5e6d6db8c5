"""Who owes whom as friends say it on phones, in eleven languages: it never flips."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import FRIENDS, circle
from tests.handlers.grammar.reading import INR, TODAY

OWES_ME = {
    "hi": (
        "rahul pe mere 250 baaki hain|mere rahul pe 250 hain|राहुल पर मेरे 250 बाकी हैं|"
        "rahul ne mujhse 250 udhaar liye|rahul mujhe 250 dega|मुझे राहुल 250 देगा"
    ),
    "es": (
        "lucia me debe 250|me debe lucia 250|lucia me tiene que dar 250|lucia todavia me debe 250"
    ),
    "pt_BR": (
        "joao me deve 250|o joao ta me devendo 250|joao ainda deve 250 pra mim|"
        "joao tem que me pagar 250"
    ),
    "de": (
        "lukas schuldet mir 250|lukas muss mir noch 250 geben|lukas ist mir noch 250 schuldig|"
        "ich krieg noch 250 von lukas|von lukas bekomme ich noch 250|mir schuldet lukas 250"
    ),
    "fr": "lea me doit 250|léa me doit encore 250|lea doit me rendre 250|faut que lea me rende 250",
    "it": "giovanni mi deve 250|mi deve giovanni 250|giovanni mi deve ancora ridare 250",
    "ru": (
        "аня должна мне 250|мне должна аня 250|аня мне ещё торчит 250|с ани мне 250|"
        "аня заняла у меня 250|должна мне аня 250"
    ),
    "uk": "аня винна мені 250|мені винна аня 250|аня мені ще винна 250|аня позичила у мене 250",
    "tr": (
        "mehmet bana 250 borçlu|mehmetin bana 250 borcu var|mehmet'in bana 250 borcu var|"
        "mehmetten 250 alacağım var|bana mehmet 250 borclu"
    ),
    "id": (
        "budi masih utang 250|budi utang 250 ke aku|budi hutang gue 250|budi pinjem 250|"
        "budi minjem duit 250 sama aku|pinjemin budi 250"
    ),
    "ar": (
        "لي عند سارة 250|سارة عليها 250|سارة عليها لي 250|سارة مديونة لي 250|سارة لازم تدفع لي 250"
    ),
}
I_OWE = {
    "hi": (
        "mujhpe rahul ke 250 baaki|rahul ke 250 dene hain|मुझ पर राहुल के 250 बाकी हैं|"
        "maine rahul se 250 udhaar liye|mujhe rahul ko 250 dene hain|राहुल को 250 दूंगा"
    ),
    "es": (
        "le debo 250 a lucia|a lucia le debo 250|tengo que devolverle 250 a lucia|debo 250 a lucia"
    ),
    "pt_BR": (
        "devo 250 pro joao|to devendo 250 pro joao|tenho que pagar 250 pro joao|"
        "ainda devo 250 ao joao"
    ),
    "de": (
        "ich muss lukas noch 250 geben|ich schulde lukas noch 250|schulde lukas 250|"
        "bin lukas noch 250 schuldig|lukas kriegt noch 250 von mir|lukas schulde ich 250"
    ),
    "fr": "je dois 250 à léa|je dois encore 250 a lea|à lea je dois 250|jdois 250 à lea",
    "it": (
        "devo 250 a giovanni|a giovanni devo 250|devo ancora 250 a giovanni|"
        "devo ridare 250 a giovanni"
    ),
    "ru": (
        "я должен ане 250|ане должен 250|должна ане 250|я ане торчу 250|с меня 250 ане|"
        "за мной 250 ане|занял у ани 250|надо отдать ане 250|я должна ане ещё 250"
    ),
    "uk": "я винна ані 250|ані винен 250|винна ані 250|з мене 250 ані|маю віддати ані 250",
    "tr": (
        "mehmete 250 borcum var|mehmet'e 250 borçluyum|250 mehmete borcum var|"
        "mehmete 250 vermem lazım|borcum var mehmete 250"
    ),
    "id": (
        "utang dulu sama budi 250|hutang ke budi 250|aku utang 250 ke budi|pinjem 250 dari budi|"
        "pinjam uang budi 250|gue masih ngutang budi 250"
    ),
    "ar": "لسارة علي 250|علي لسارة 250|انا مديون لسارة 250|لازم ادفع لسارة 250|عليا لسارة 250",
}
OWES_ANOTHER = {
    "hi": "rahul pe priya ke 250 hain|rahul ne priya se 250 udhaar liye",
    "es": "lucia le debe 250 a marta|lucia debe 250 a marta|a marta le debe lucia 250",
    "pt_BR": "joao deve 250 pra bia|o joao ta devendo 250 pra bia",
    "de": "lukas schuldet mia 250|lukas muss mia noch 250 geben|mia kriegt noch 250 von lukas",
    "fr": "lea doit 250 à hugo|lea doit rendre 250 à hugo",
    "it": "giovanni deve 250 a marco|giovanni deve ridare 250 a marco",
    "ru": "аня должна диме 250|диме должна аня 250|аня диме торчит 250",
    "uk": "аня винна андрію 250|андрію винна аня 250",
    "tr": "mehmet ayşeye 250 borçlu|mehmetin ayşeye 250 borcu var|ayşeye mehmet 250 borçlu",
    "id": "budi utang 250 ke sari|budi hutang sama sari 250",
    "ar": "سارة عليها ليوسف 250|ليوسف عند سارة 250",
}
SAID = [
    (code, line, way)
    for way, lines in enumerate((OWES_ME, I_OWE, OWES_ANOTHER))
    for code, several in lines.items()
    for line in several.split("|")
]


@pytest.mark.parametrize(("code", "line", "way"), SAID)
def test_a_debt_is_booked_the_right_way_round(code: str, line: str, way: int) -> None:
    me, one, other, *_ = FRIENDS[code].split()
    meant = (
        f"250: {one} 250",
        f"{one} paid 250: {me} 250",
        f"{other} paid 250: {one} 250",
    )[way]
    assert booked(circle(code, FRIENDS[code]), f"/split {line}") == meant


@pytest.mark.parametrize(
    ("code", "line", "meant"),
    [
        ("de", "ich muss lukas noch 12 für pizza geben", "Lukas paid 12 pizza: Jana 12"),
        ("de", "pizza, mia schuldet mir 12", "12 pizza: Mia 12"),
        ("es", "marta me debe 20 del taxi", "20 del taxi: Marta 20"),
        ("it", "devo 20 a giovanni per la benzina", "Giovanni paid 20 la benzina: Giulia 20"),
        ("ru", "я должен ане 200 за такси", "Аня paid 200 такси: Саша 200"),
        ("ru", "аня должна мне 200 вчера", "200 on 19: Аня 200"),
        ("id", "aku utang 50rb ke budi buat bensin", "Budi paid 50000 bensin: Dewi 50000"),
        ("es", "marta me pagó la entrada 30", "Marta paid 30 la entrada: Carlos 30"),
        ("es", "le pagué la entrada a marta 30", "30 la entrada: Marta 30"),
        ("it", "marco mi ha pagato l'ingresso 30", "Marco paid 30 l'ingresso: Giulia 30"),
        ("fr", "léa m'a payé l'entrée 30", "Léa paid 30 l'entrée: Camille 30"),
        ("de", "mia hat mir den eintritt gezahlt 30", "Mia paid 30 den eintritt: Jana 30"),
        ("de", "hab mia den eintritt gezahlt 30", "30 den eintritt: Mia 30"),
        ("de", "von mia fehlen noch 20", "20: Mia 20"),
        ("es", "faltan 20 de marta", "20: Marta 20"),
        ("pt_BR", "bia ficou de me pagar 20", "20: Bia 20"),
        ("it", "mancano 20 di marco", "20: Marco 20"),
        ("fr", "il manque 20 de léa", "20: Léa 20"),
        ("es", "marta y lucia me deben 40", "40: Lucía 20 Marta 20"),
        ("de", "mia und lukas schulden mir 40", "40: Lukas 20 Mia 20"),
        ("fr", "léa et hugo me doivent 40", "40: Léa 20 Hugo 20"),
        ("it", "giovanni e marco mi devono 40", "40: Giovanni 20 Marco 20"),
        ("ru", "аня и дима должны мне 400", "400: Аня 200 Дима 200"),
        ("tr", "ayşe ve mehmet bana 400 borçlu", "400: Mehmet 200 Ayşe 200"),
        ("id", "sari sama budi utang 40rb ke aku", "40000: Budi 20000 Sari 20000"),
        ("es", "debemos 60 a marta", "Marta paid 60: Carlos 20 Lucía 20 Sofía 20"),
        ("de", "wir schulden mia 60", "Mia paid 60: Jana 30 Lukas 30"),
        ("ru", "мы должны ане 600", "Аня paid 600: Саша 300 Дима 300"),
        ("ru", "аня не вернула 200", "200: Аня 200"),
        ("hi", "rahul ne mere 200 wapas nahi kiye", "200: Rahul 200"),
        ("pt_BR", "to te devendo 20 bia", "Bia paid 20: Ana 20"),
        ("es", "me debes 20 marta", "20: Marta 20"),
        ("fr", "jte dois 20 léa", "Léa paid 20: Camille 20"),
        ("ru", "ты мне должна 200 аня", "200: Аня 200"),
        ("ru", "аня, я тебе торчу 200", "Аня paid 200: Саша 200"),
        ("tr", "sana 200 borcum var ayşe", "Ayşe paid 200: Elif 200"),
        ("ru", "заплатил за диму 200 кофе", "200 кофе: Дима 200"),
        ("ru", "дима заплатил за меня 200", "Дима paid 200: Саша 200"),
        ("ru", "аня заплатила за диму 200", "Аня paid 200: Дима 200"),
        ("de", "hab bei lukas 15 gut", "15: Lukas 15"),
        ("de", "lukas hat 15 bei mir gut", "Lukas paid 15: Jana 15"),
        ("ar", "عليك 20 يا سارة", "20: سارة 20"),
        ("ar", "يوسف دفع عني 20", "يوسف paid 20: أحمد 20"),
        ("hi", "rahul ne priya ka 200 bhara", "Rahul paid 200: Priya 200"),
        ("tr", "mehmete 200 lira borcum var taksi", "Mehmet paid 200 TRY taksi: Elif 200"),
    ],
)
def test_what_a_debt_is_for_stays(code: str, line: str, meant: str) -> None:
    assert booked(circle(code, FRIENDS[code]), f"/split {line}") == meant


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("hi", "rahul ka 250 udhaar hai"),
        ("es", "deuda lucia 250"),
        ("de", "schulden lukas 250"),
        ("ru", "долг аня 250"),
        ("ru", "аня заняла мне 250"),
        ("es", "lucia no me debe 250"),
        ("pt_BR", "joao nao me deve 250"),
        ("it", "giovanni non mi deve 250"),
        ("fr", "léa me doit pas 250"),
        ("de", "lukas schuldet mir nicht 250"),
        ("uk", "аня мені не винна 250"),
        ("tr", "mehmet bana 250 borçlu değil"),
        ("id", "budi gak utang 250"),
        ("hi", "rahul pe mere 250 nahi hain"),
        ("uk", "борг аня 250"),
        ("id", "utang budi 250"),
    ],
)
def test_a_debt_that_may_be_either_way_round_is_asked_about(code: str, line: str) -> None:
    me, one, *_ = FRIENDS[code].split()
    people = circle(code, FRIENDS[code])
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {line}"), INR, TODAY, people)
    assert refused.value.code is Code.DEBT_UNCLEAR
    ways = [booked(people, f"/split {line}", choice) for choice in (0, 1)]
    assert [way.partition(":")[2] for way in ways] == [f" {one} 250", f" {me} 250"]
    assert [f"{one} paid" in way for way in ways] == [False, True]
    lines = refused.value.details["examples"]
    assert isinstance(lines, tuple)
    assert [booked(people, line) for line in lines] == ways


@pytest.mark.parametrize(
    ("code", "line", "stranger"),
    [
        ("es", "ana me debe 20", "ana"),
        ("es", "le debo 20 a ana", "ana"),
        ("es", "marta le debe 20 a ana", "ana"),
        ("de", "ich schulde anna noch 12", "anna"),
        ("id", "budi utang 50rb ke toni", "toni"),
        ("ru", "я должен кате 200", "кате"),
    ],
)
def test_whoever_is_not_known_is_asked_about(code: str, line: str, stranger: str) -> None:
    with pytest.raises(LedgerError) as refused:
        booked(circle(code, FRIENDS[code]), f"/split {line}")
    assert refused.value.code is Code.UNKNOWN_NAME
    assert refused.value.details["name"] == Name(stranger)
    lines = refused.value.details["examples"]
    assert isinstance(lines, tuple)
    assert f"@{stranger}" in lines[0]


def test_a_short_form_of_a_name_is_asked_about_and_booked_by_a_press() -> None:
    people = circle("it", FRIENDS["it"])
    with pytest.raises(LedgerError) as refused:
        booked(people, "/split gio mi deve 20")
    members = refused.value.details["members"]
    assert isinstance(members, tuple)
    assert refused.value.code is Code.NAME_AMBIGUOUS
    assert [member.first_name for member in members] == ["Giovanni"]
    said = circle("it", FRIENDS["it"], meant=members[0].id)
    assert booked(said, "/split gio mi deve 20") == "20: Giovanni 20"


@pytest.mark.parametrize(
    ("code", "line", "meant"),
    [
        ("de", "60 pizza mit lukas", "60 pizza: Jana 30 Lukas 30"),
        ("es", "20 taxi con marta", "20 taxi: Carlos 10 Marta 10"),
        ("es", "pagué el regalo de marta 30", "30 el regalo de marta: all"),
        ("fr", "j'ai payé le cadeau de léa 30", "30 le cadeau de léa: all"),
        ("ru", "300 такси с аней", "300 такси: Саша 150 Аня 150"),
        ("id", "20rb kopi sama budi", "20000 kopi: Dewi 10000 Budi 10000"),
        ("hi", "300 chai rahul ke saath", "300 chai: Asha 150 Rahul 150"),
        ("ar", "20 قهوة مع سارة", "20 قهوة: أحمد 10 سارة 10"),
    ],
)
def test_what_is_no_debt_is_shared(code: str, line: str, meant: str) -> None:
    assert booked(circle(code, FRIENDS[code]), f"/split {line}") == meant
