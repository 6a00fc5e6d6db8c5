"""Who joins and who leaves an entry, as people say it behind /edit in every language."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.edit_line import read_amendment
from handlers.grammar.lexer import from_text
from ledger.core.amendment import Amendment
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART, Part
from tests.handlers.grammar.groups import called, circle, read, sharing
from tests.handlers.grammar.reading import INR, TODAY, exact, percent, shares

KEPT = Money(90000, INR)


def edited(code: str, text: str, people: str = "Asha Bob Chen Dia") -> Amendment:
    return read_amendment(from_text(text), KEPT, TODAY, circle(code, people))


def said(found: Amendment) -> tuple[list[str], list[str]]:
    """Return who joins and who leaves."""
    return [called(whom) for whom, _ in found.added], [called(whom) for whom in found.left_out]


@pytest.mark.parametrize(
    ("code", "text", "added", "removed"),
    [
        ("en", "+dia", ["Dia"], []),
        ("en", "+@dia", ["dia"], []),
        ("en", "add dia", ["Dia"], []),
        ("en", "add dia and bob", ["Dia", "Bob"], []),
        ("en", "with dia too", ["Dia"], []),
        ("en", "add me", ["me"], []),
        ("en", "dia was there too", ["Dia"], []),
        ("en", "dia was also in", ["Dia"], []),
        ("en", "bob and dia were there too", ["Bob", "Dia"], []),
        ("en", "forgot dia", ["Dia"], []),
        ("en", "i forgot to add dia", ["Dia"], []),
        ("en", "remove chen", [], ["Chen"]),
        ("en", "take chen out", [], ["Chen"]),
        ("en", "chen out", [], ["Chen"]),
        ("en", "-chen", [], ["Chen"]),
        ("en", "+dia -chen", ["Dia"], ["Chen"]),
        ("en", "add dia and remove chen", ["Dia"], ["Chen"]),
        ("de", "füge dia hinzu", ["Dia"], []),
        ("de", "chen raus", [], ["Chen"]),
        ("es", "añade a dia", ["Dia"], []),
        ("es", "quita a chen", [], ["Chen"]),
        ("pt_BR", "adiciona a dia", ["Dia"], []),
        ("pt_BR", "tira o chen", [], ["Chen"]),
        ("fr", "ajoute dia", ["Dia"], []),
        ("fr", "enlève chen", [], ["Chen"]),
        ("it", "aggiungi dia", ["Dia"], []),
        ("it", "togli chen", [], ["Chen"]),
        ("tr", "dia'yı ekle", ["Dia"], []),
        ("tr", "chen'i çıkar", [], ["Chen"]),
        ("id", "tambah dia", ["Dia"], []),
        ("id", "hapus chen", [], ["Chen"]),
        ("ar", "أضف dia", ["Dia"], []),
        ("ar", "احذف chen", [], ["Chen"]),
        ("hi", "dia को जोड़ो", ["Dia"], []),
        ("hi", "dia ko bhi jodo", ["Dia"], []),
        ("hi", "chen ko hatao", [], ["Chen"]),
    ],
)
def test_who_joins_and_who_leaves(
    code: str, text: str, added: list[str], removed: list[str]
) -> None:
    found = edited(code, text)
    assert said(found) == (added, removed)
    assert found.description is None
    assert not found.participants


@pytest.mark.parametrize(
    ("code", "text", "added", "removed"),
    [
        ("ru", "добавь Диму", ["Дима"], []),
        ("ru", "убери Машу", [], ["Маша"]),
        ("uk", "додай Машу", ["Маша"], []),
        ("uk", "прибери Машу", [], ["Маша"]),
    ],
)
def test_names_are_bent_there_too(
    code: str, text: str, added: list[str], removed: list[str]
) -> None:
    assert said(edited(code, text, "Аша Дима Маша")) == (added, removed)


def test_the_rest_of_the_line_changes_as_well() -> None:
    found = edited("en", "1300 taxi + dia")
    assert (found.amount, found.description) == (Money(130000, INR), "taxi")
    assert said(found) == (["Dia"], [])
    with_part = edited("en", "add dia 200")
    assert [part for _, part in with_part.added] == [exact(20000)]


@pytest.mark.parametrize(
    "text", ["also 20 tips jar", "remove the noodles", "drop off", "plus size shop", "taken away"]
)
def test_other_words_are_what_it_was_for(text: str) -> None:
    found = edited("en", text)
    assert (found.description, said(found)) == (text, ([], []))


def test_a_name_alone_says_who_shares() -> None:
    found = edited("en", "dia")
    assert [(called(whom), part) for whom, part in found.participants] == [("Dia", EQUAL_PART)]
    assert found.description is None


def test_which_of_two_joins_is_asked() -> None:
    with pytest.raises(LedgerError) as refused:
        edited("en", "add dia", "Asha Dia_Roy Dia_Lee")
    assert refused.value.code is Code.NAME_AMBIGUOUS


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("20 tea +bob", "Bob"),
        ("20 tea + bob", "Bob"),
        ("20 tea chen +bob", "Chen Bob"),
        ("20 tea me + bob", "me Bob"),
    ],
)
def test_a_plus_before_a_name_is_with_them(text: str, names: str) -> None:
    line = read("en", text, "Asha Bob Chen")
    assert (sharing(line), line.description) == (names, "tea")


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("pt_BR", "20 chá com o bob e a dia", "Bob Dia"),
        ("de", "20 tee mit dem bob", "Bob"),
        ("it", "20 tè con la dia", "Dia"),
    ],
)
def test_an_article_before_a_name_says_nothing(code: str, text: str, names: str) -> None:
    line = read(code, text, "Asha Bob Dia")
    assert sharing(line) == names
    assert " " not in line.description


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("bob had 500", exact(50000)),
        ("bob 500 rest others", exact(50000)),
        ("bob had 500 others the rest", exact(50000)),
        ("bob 2 shares", shares(2)),
        ("bob pays double", shares(2)),
        ("bob had x0.5", shares(0.5)),
        ("bob half", percent(50)),
    ],
)
def test_a_part_that_is_told_leaves_the_others_the_rest(text: str, part: Part) -> None:
    found = edited("en", text)
    assert [(called(whom), told) for whom, told in found.added] == [("Bob", part)]
    assert (found.participants, found.description) == ((), None)


@pytest.mark.parametrize("text", ["bob 500", "@bob 500", "bob 500 chen 400"])
def test_names_with_bare_parts_say_anew_who_shares(text: str) -> None:
    found = edited("en", text)
    assert found.participants
    assert not found.added


def test_only_half_is_of_all_or_of_ones_share() -> None:
    with pytest.raises(LedgerError) as refused:
        edited("en", "chen only half")
    examples = refused.value.details["examples"]
    assert examples == ("chen had 50%", "chen had x0.5")
