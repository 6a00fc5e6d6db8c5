"""Lines that nobody writes in earnest hold up nobody, and real ones are read as ever."""

from __future__ import annotations

from contextlib import suppress

import pytest

from handlers.grammar.commands.edit_line import read_amendment
from handlers.grammar.commands.settle_line import read_settle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Money
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY
from tests.handlers.grammar.test_fuzz import stopped_when_it_hangs

FRIENDS = circle("en_IN", "Asha Bob Chen Dee")


@pytest.mark.parametrize(
    "text",
    [
        *("me " * 1300, "bob " * 1000, "bob and " * 500, "tom, " * 800, "tom and " * 500),
        *("all " * 1000, "and " * 1000, "20 " * 1300, "bob 20\n" * 500, "tea 20\n" * 580),
        *("each " * 800, "with " * 800, "i paid " * 580, "3 nights " * 450, "half " * 800),
        *("bob chen dee 20\n" * 250, "on 16 " * 600, "(" * 4000, "x2 " * 1300, "last week " * 400),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_an_endless_line_among_friends_hangs_nothing(text: str) -> None:
    for typed in (text, f"5 {text}"):
        with stopped_when_it_hangs(), suppress(LedgerError):
            read_split(from_text(f"/split {typed}"[:4096]), INR, TODAY, FRIENDS)
        with stopped_when_it_hangs(), suppress(LedgerError):
            read_settle(from_text(f"/settle {typed}"[:4096]), INR, TODAY, FRIENDS)
        with stopped_when_it_hangs(), suppress(LedgerError):
            read_amendment(from_text(f"/edit {typed}"[:4096]), Money(500, INR), TODAY, FRIENDS)


@pytest.mark.parametrize("names", ["bob " * 51, "@bob " * 51, "me " * 51, "me bob " * 26])
def test_more_names_than_a_line_has_room_for_are_refused(names: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split 1200 dinner {names}"), INR, TODAY, FRIENDS)
    assert refused.value.code is Code.LINE_CROWDED


def test_each_line_of_a_message_has_room_for_its_own_names() -> None:
    items = "\n".join(f"tea {number} bob chen" for number in range(1, 31))
    assert booked(FRIENDS, f"/split 465 all\n{items}")


def test_a_long_line_is_read_as_people_write_and_an_endless_one_in_the_grammars_own_form() -> None:
    told = "tea " * 150
    assert booked(FRIENDS, f"/split 60 {told}with bob").endswith(": Asha 30 Bob 30")
    assert booked(FRIENDS, f"/split 60 {told * 3}@bob").endswith(": Asha 30 Bob 30")
    note = "so " * 600
    assert booked(FRIENDS, f"/split 60 tea with bob // {note}") == "60 tea: Asha 30 Bob 30"
