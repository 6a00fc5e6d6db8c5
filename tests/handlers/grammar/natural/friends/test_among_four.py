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


@pytest.mark.parametrize(
    ("writer", "text", "meant"),
    [
        (
            "Dee",
            "cab 240 bob and me asha paid for it",
            "Asha paid 240 cab: Dee 80 Asha 80 Bob 80",
        ),
        (
            "Bob",
            "cab 270 chen and i dee paid in cash",
            "Dee paid 270 cab in cash: Bob 90 Chen 90 Dee 90",
        ),
        ("Asha", "cab 280 bob and chen paid", "Bob 140 Chen 140 paid 280 cab: all"),
        (
            "Asha",
            "cab 300 bob, chen and dee paid",
            "Bob 100 Chen 100 Dee 100 paid 300 cab: all",
        ),
    ],
)
def test_who_stands_last_behind_a_list_paid(writer: str, text: str, meant: str) -> None:
    assert read(text, writer) == meant


@pytest.mark.parametrize(
    ("text", "last", "all_paid"),
    [
        (
            "cab 240 me chen asha paid",
            "Asha paid 240 cab: Dee 80 Asha 80 Chen 80",
            "Dee 80 Asha 80 Chen 80 paid 240 cab: all",
        ),
        (
            "cab 240 me asha paid",
            "Asha paid 240 cab: Dee 120 Asha 120",
            "Dee 120 Asha 120 paid 240 cab: all",
        ),
        (
            "cab 240 bob chen asha paid",
            "Asha paid 240 cab: Asha 80 Bob 80 Chen 80",
            "Asha 80 Bob 80 Chen 80 paid 240 cab: all",
        ),
    ],
)
def test_whether_the_last_paid_or_all_is_asked(text: str, last: str, all_paid: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read(text, "Dee")
    assert refused.value.code is Code.PAID_UNCLEAR
    examples = refused.value.details["examples"]
    assert isinstance(examples, tuple)
    offered = [read(one.removeprefix("/split "), "Dee") for one in examples]
    assert sorted(offered, key=len) == sorted([last, all_paid], key=len)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("groceries 80 bob and chen pay half each", "80 groceries: Bob 40 Chen 40"),
        ("groceries 80 me and chen half each", "80 groceries: Asha 40 Chen 40"),
        (
            "groceries 80 bob and chen half each, dee paid",
            "Dee paid 80 groceries: Bob 40 Chen 40",
        ),
        ("cab 300 bob and chen paid half each", "Bob 150 Chen 150 paid 300 cab: all"),
        ("34 burritos, me&dee", "34 burritos: Asha 17 Dee 17"),
        ("34 h&m shirts", "34 h&m shirts: all"),
        ("dinner 2000 + 5% service charge + 200 tip", "2300 dinner: all"),
        ("dinner 2300 minus 200 coupon", "2100 dinner: all"),
        ("7 eleven 350", "350 7-eleven: all"),
    ],
)
def test_what_is_said_is_booked(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "code", "written"),
    [
        ("pizza 640, bob had 2 slices extra", Code.BAD_PART, "bob had 2 slices extra"),
        ("dinner 1600 priya joined us too", Code.WORDS_LEFT, "joined us"),
    ],
)
def test_what_is_not_read_is_asked_about(text: str, code: Code, written: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read(text)
    assert (refused.value.code, refused.value.details["written"]) == (code, written)
