"""A description of nothing but little words was more than a description: it is asked about."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

FOUR = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize("text", ["40 back the", "40 to the", "40 for it again with bob"])
def test_little_words_alone_are_asked_about(text: str) -> None:
    with pytest.raises(LedgerError) as found:
        read_split(from_text(f"/split {text}"), INR, TODAY, FOUR)
    assert found.value.code is Code.WORDS_LEFT


@pytest.mark.parametrize("text", ["40 tea for the road", "40 thé", "40"])
def test_whatever_it_was_for_is_kept(text: str) -> None:
    assert read_split(from_text(f"/split {text}"), INR, TODAY, FOUR).amount.minor == 4000
