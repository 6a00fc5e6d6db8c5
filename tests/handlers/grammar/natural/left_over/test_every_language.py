"""What is asked about in every language, and how seldom that is needless."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.edit_line import read_amendment
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from handlers.grammar.natural.left_over import AS_IT_STANDS
from handlers.grammar.vocabulary import LANGUAGES
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.money import Money
from tests.handlers.grammar.groups import FRIENDS, circle
from tests.handlers.grammar.natural.left_over.harmless import HARMLESS
from tests.handlers.grammar.natural.left_over.planted import PLANTED
from tests.handlers.grammar.reading import INR, TODAY

ALPHABET = {"ru": "люстра", "uk": "люстра", "ar": "مصباح", "hi": "झूमर"}
"""Something that no rule knows, where it is in no Latin letters."""


def read(code: str, text: str, choice: int | None = None) -> ExpenseLine:
    people = circle(code, FRIENDS[code])
    return read_split(from_text(f"/split {text}"), INR, TODAY, people, choice)


def asked(code: str, text: str) -> bool:
    try:
        read(code, text)
    except LedgerError:
        return True
    return False


def described(code: str, text: str) -> str:
    """Return what a line was for; empty where it is asked about."""
    try:
        return read(code, text).description
    except LedgerError:
        return ""


@pytest.mark.parametrize("code", HARMLESS)
def test_ordinary_lines_are_booked_without_a_question(code: str) -> None:
    assert len(set(HARMLESS[code])) >= 65
    assert [text for text in HARMLESS[code] if asked(code, text)] == []


@pytest.mark.parametrize("code", PLANTED)
def test_what_says_more_than_is_read_is_asked_about(code: str) -> None:
    assert [text for text in PLANTED[code] if not asked(code, text)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_of_people_or_money_is_silently_what_it_was_for(code: str) -> None:
    lamp = ALPHABET.get(code, "zwxlamp")
    said = {word for word in LANGUAGES[code].undescribed.split("|") if word}
    lines = {word: described(code, f"20 {lamp} {word} {lamp}") for word in said}
    assert [word for word, what in lines.items() if f" {word} " in what] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_nor_is_what_a_line_says_of_somebody_who_is_named_in_it(code: str) -> None:
    lamp = ALPHABET.get(code, "zwxlamp")
    name = FRIENDS[code].split()[1].lower()
    said = {word for word in LANGUAGES[code].done.split("|") if word}
    lines = {word: described(code, f"20 {lamp} {name} {word} {lamp}") for word in said}
    assert [word for word, what in lines.items() if f"{name} {word} " in what] == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "20 pizza sin Pedro"),
        ("pt_BR", "20 pizza sem Pedro"),
        ("de", "20 pizza ohne Pedro"),
        ("fr", "20 pizza sans Pedro"),
        ("it", "20 pizza senza Pedro"),
        ("ru", "200 пицца без Пети"),
        ("uk", "200 піца без Петра"),
        ("tr", "200 pizza Pedro hariç"),
        ("tr", "200 pizza Pedro olmadan"),
        ("id", "20rb pizza tanpa Pedro"),
        ("hi", "200 pizza Pedro ke bina"),
        ("en", "20 pizza without Pedro"),
    ],
)
def test_a_name_that_is_nobodys_is_asked_about(code: str, text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read(code, text)
    assert refused.value.code is Code.WORDS_LEFT
    assert "P" in str(refused.value.details["written"]) or "П" in str(
        refused.value.details["written"]
    )


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("tr", "200 pizza Pedro ile"),
        ("tr", "200 pizza Pedro için"),
        ("hi", "200 pizza Pedro ke saath"),
        ("hi", "200 pizza Pedro ke liye"),
    ],
)
def test_a_name_that_is_nobodys_before_with_is_said_on_the_receipt(code: str, text: str) -> None:
    assert read(code, text).doubts.unknown == ("Pedro",)


def test_who_paid_is_asked_about_where_the_ending_says_otherwise() -> None:
    assert asked("ru", "90 заплатил Диму")


@pytest.mark.parametrize(
    ("code", "text", "what"),
    [
        ("de", "9 Pizza ohne Käse", "Pizza ohne Käse"),
        ("es", "9 pizza sin IVA", "pizza sin IVA"),
        ("it", "12 i biscotti", "i biscotti"),
        ("hi", "3000 goa me hotel", "goa me hotel"),
        ("pt_BR", "20 uber ate o centro", "uber ate o centro"),
        ("fr", "20 bague en or", "bague en or"),
    ],
)
def test_words_that_look_like_others_are_what_it_was_for(code: str, text: str, what: str) -> None:
    assert read(code, text).description == what


@pytest.mark.parametrize(
    ("code", "text", "what"),
    [
        ("de", "20 lampe ich mag sie", "lampe ich mag sie"),
        ("ru", "200 кино каждый раз", "кино каждый раз"),
        ("tr", "200 kebap vegan hariç", "kebap vegan hariç"),
    ],
)
def test_whoever_says_so_has_it_booked_as_it_stands(code: str, text: str, what: str) -> None:
    assert asked(code, text)
    assert read(code, text, AS_IT_STANDS).description == what


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "20 lampe weil ich umgezogen bin"),
        ("es", "20 taxi porque ella estaba cansada"),
        ("ru", "200 такси потому что он устал"),
        ("id", "20rb taksi karena dia capek"),
    ],
)
def test_what_follows_a_reason_is_a_story(code: str, text: str) -> None:
    assert not asked(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [("de", "jeder zahlt selbst"), ("es", "excepto el vegano"), ("ru", "кроме вегана")],
)
def test_a_change_of_an_entry_is_asked_about_with_a_line_to_copy(code: str, text: str) -> None:
    kept = Money(10000, INR)
    people = circle(code, FRIENDS[code])
    with pytest.raises(LedgerError) as refused:
        read_amendment(from_text(f"/edit {text}"), kept, TODAY, people)
    assert refused.value.code is Code.WORDS_LEFT
    examples = refused.value.details["examples"]
    assert isinstance(examples, tuple)
    again = read_amendment(from_text(examples[0]), kept, TODAY, people)
    assert again.description == text
