"""Lines that are read without the rules for how people write come out as with them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import handlers.grammar
from handlers.grammar.circle import Circle
from handlers.grammar.commands import split_line
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from handlers.grammar.natural.plain_lines import is_plain
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

GROUP = circle("en", "Asha Bob Chen_Li Dia Bo")
IN_LATIN = ("de", "en", "es", "fr", "id", "it", "pt_BR", "tr")
IN_ALL = replace(GROUP, languages=frozenset(IN_LATIN))


def known_words() -> Iterator[str]:
    """Yield every word in Latin letters that the grammar's code spells out anywhere."""
    (folder,) = handlers.grammar.__path__
    for path in sorted(Path(folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from re.findall(r"[A-Za-z]{2,20}", node.value)


@cache
def words() -> list[str]:
    """Return them in lower case, and some that only look like others; read when they are used."""
    return sorted({word.lower() for word in known_words()} | {"dinners", "bobby", "chenille"})


def outcome(text: str, people: Circle) -> ExpenseLine | tuple[object, ...]:
    try:
        return read_split(from_text(text), INR, TODAY, people)
    except LedgerError as error:
        return error.code, sorted(map(str, error.details.items()))


def by_all_rules(text: str, people: Circle) -> ExpenseLine | tuple[object, ...]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(split_line, "is_plain", lambda *_: False)
        return outcome(text, people)


def is_read_alike(text: str, people: Circle) -> bool:
    """Tell whether both readings agree, where there are two; most words go by one alone."""
    if not is_plain(from_text(text), people):
        return True
    return outcome(text, people) == by_all_rules(text, people)


def test_what_most_lines_are_is_plain() -> None:
    assert is_plain(from_text("/split 1200 dinner @asha @chen"), GROUP)
    assert is_plain(from_text("/split 80 Movie popcorn"), IN_ALL)


def plain_words(people: Circle) -> list[str]:
    return [word for word in words() if is_plain(from_text(f"/split 100 {word}"), people)]


@pytest.mark.parametrize("languages", [("en",), IN_LATIN], ids=["English", "all in Latin letters"])
def test_a_word_that_some_rule_knows_is_read_by_the_rules(
    languages: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    people = replace(GROUP, languages=frozenset(languages))
    plain = plain_words(people)
    if request.config.getoption("--hypothesis-profile") == "fuzz":
        lines = ("{} @bob", "museum {} @bob @xerxes", "{} museum")
        written = [line.format(word) for word in plain for line in lines]
    else:
        # Every word once: by itself, or as the first or the last of two. What is plain where
        # most languages are known is tried there; English has what only the others know.
        if people != IN_ALL:
            plain = sorted({*plain} - {*plain_words(IN_ALL)})
        written = [f"{word} @bob" for word in plain[::3]]
        two = zip_longest(plain[1::3], plain[2::3], fillvalue="museum")
        written += [f"{first} {last} @bob @xerxes" for first, last in two]
    assert plain
    astray = [one for one in written if not is_read_alike(f"/split 100 {one}", people)]
    assert not astray


@given(
    st.lists(
        st.deferred(lambda: st.sampled_from([*words(), "museum", "Taxi", "dinner"])),
        min_size=1,
        max_size=4,
    ),
    st.lists(st.sampled_from(["@bob", "@asha", "@xerxes", "@chen", "@me", "@all", "-@bob"])),
)
def test_several_words_are_read_alike(said: list[str], people: list[str]) -> None:
    assert is_read_alike(" ".join(["/split 1200", *said, *people[:3]]), IN_ALL)


@pytest.mark.parametrize(
    "typed",
    ["bob museum", "museum for bob", "museum friday", "museum euros", "paid museum", "museum paid"],
)
def test_what_may_mean_more_is_not_plain(typed: str) -> None:
    assert not is_plain(from_text(f"/split 100 {typed}"), GROUP)
