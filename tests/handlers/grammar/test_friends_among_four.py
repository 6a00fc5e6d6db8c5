"""Lines of four friends: who was not there, and who owes whom in haste."""

from __future__ import annotations

import pytest

from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle

FRIENDS = ("Asha", "Bob", "Chen", "Dee")


def read(text: str, writer: str = "Asha") -> str:
    """Tell what somebody's line comes to."""
    people = (writer, *(name for name in FRIENDS if name != writer))
    return booked(circle("en_IN", " ".join(people)), f"/split {text}")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("dinner 1810 bob and chen were not there", "1810 dinner: Asha 905 Dee 905"),
        ("dinner 1810 bob and chen weren't there", "1810 dinner: Asha 905 Dee 905"),
        ("dinner 1810 bob and chen dont pay", "1810 dinner: Asha 905 Dee 905"),
        ("dinner 900 chen was not there", "900 dinner: Asha 300 Bob 300 Dee 300"),
        ("dinner 900 i was not there, bob paid", "Bob paid 900 dinner: Bob 300 Chen 300 Dee 300"),
        ("dinner 900 dont count chen", "900 dinner: Asha 300 Bob 300 Dee 300"),
        ("dinner 900 don't include bob and chen", "900 dinner: Asha 450 Dee 450"),
        ("dinner 900 leave chen out", "900 dinner: Asha 300 Bob 300 Dee 300"),
        ("dinner 900 leave bob and me out of it", "900 dinner: Chen 450 Dee 450"),
    ],
)
def test_whoever_was_not_there_is_out(text: str, meant: str) -> None:
    assert read(text) == meant


def test_whoever_is_never_left_out_is_asked_about() -> None:
    with pytest.raises(LedgerError) as refused:
        read("dinner 900 never leave chen out")
    assert refused.value.code is Code.WORDS_LEFT


@pytest.mark.parametrize("owes", ["ows", "owse", "owess", "oews"])
def test_owing_is_read_through_its_slips(owes: str) -> None:
    assert read(f"dee {owes} me 490", "Bob") == read("dee owes me 490", "Bob") == "490: Dee 490"


def test_who_writes_iou_owes() -> None:
    assert read("iou dee 460", "Bob") == "Dee paid 460: Bob 460"
