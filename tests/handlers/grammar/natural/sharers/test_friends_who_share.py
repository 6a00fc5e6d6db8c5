"""Who shares, as friends say it: with whom, without whom, and those whom the bot has not met."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

TRIP = circle("en_IN", "Asha Bob Charlie Dee")


def read(text: str) -> str:
    """Tell what a line of Asha's comes to."""
    return booked(TRIP, f"/split {text}")


def too(text: str) -> list[str]:
    """Return who is offered on the receipt as sharing, too."""
    line = read_split(from_text(f"/split {text}"), INR, TODAY, TRIP)
    return [TRIP.roster[one].first_name for one in line.doubts.too]


@pytest.mark.parametrize(
    "text",
    [
        "taxi 22 w bob and charlie, charlie paid",
        "25 taxi with charlie, bob paid",
        "cab 30 with bob, dee paid",
        "bob paid 60 for drinks with charlie",
    ],
)
def test_who_writes_with_whom_it_was_is_offered_when_another_paid(text: str) -> None:
    assert too(text) == ["Asha"]


def test_with_the_payer_alone_is_with_whoever_writes() -> None:
    assert read("taxi 30 with bob, bob paid") == "Bob paid 30 taxi: Asha 15 Bob 15"
    assert read("15 each taxi with bob, bob paid") == "Bob paid 30 taxi: Asha 15 Bob 15"
    assert read("taxi 30 with bob 10, bob paid") == "Bob paid 30 taxi: Asha 20 Bob 10"


def test_whoever_says_with_bob_only_is_offered() -> None:
    assert too("25 taxi with bob only") == ["Asha"]
    assert too("25 taxi only with bob") == ["Asha"]


@pytest.mark.parametrize(
    "text",
    [
        "25 taxi with charlie",
        "25 taxi with charlie and me, bob paid",
        "25 taxi with charlie, bob paid, not me",
        "25 taxi with charlie, i paid",
        "25 taxi for charlie, bob paid",
        "25 taxi with everyone, bob paid",
        "25 taxi for charlie only",
    ],
)
def test_nobody_is_offered_where_it_is_said(text: str) -> None:
    assert too(text) == []


@pytest.mark.parametrize(
    ("text", "meant", "unknown"),
    [
        ("cab 450 for tom bob and me", "450 cab: Asha 225 Bob 225", "tom"),
        ("cab 450 for bob tom and me", "450 cab: Asha 225 Bob 225", "tom"),
        ("cab 450 with tom bob and me", "450 cab: Asha 225 Bob 225", "tom"),
        ("cab 450 for priya and me", "450 cab: Asha 450", "priya"),
        ("movie 600 priya bob me", "600 movie: Asha 300 Bob 300", "priya"),
        ("movie 600, tom and i", "600 movie: Asha 600", "tom"),
        ("dinnr 1200 chrlie n bob", "1200 dinnr: Asha 600 Bob 600", "chrlie"),
        ("27.30 dinner Ash and Bib", "27.30 dinner Ash and Bib: all", "Ash Bib"),
        ("450 for auto bob and me", "450 auto: Asha 225 Bob 225", ""),
        ("dinner 1200 night bob", "1200 dinner night bob: all", ""),
        ("600 salt and bob", "600 salt and bob: all", ""),
    ],
)
def test_a_name_of_nobody_among_ours_is_asked_about(text: str, meant: str, unknown: str) -> None:
    line = read_split(from_text(f"/split {text}"), INR, TODAY, TRIP)
    assert (read(text), " ".join(line.doubts.unknown)) == (meant, unknown)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bob paid for everyone 1100 except himself", "Bob paid 1100: Asha Charlie Dee"),
        ("everyone but himself 1100 charlie paid", "Charlie paid 1100: Asha Bob Dee"),
        ("charlie paid 900 for us, he didnt eat", "Charlie paid 900: Asha Bob Dee"),
        ("1100 for all, paid by bob, except himself", "Bob paid 1100: Asha Charlie Dee"),
        ("900 dinner paid by charlie, he didn't eat", "Charlie paid 900 dinner: Asha Bob Dee"),
        ("momo 320 bob charlie dee (i had none)", "320 momo: Bob Charlie Dee"),
        ("momo 320 bob charlie dee, i had nothing", "320 momo: Bob Charlie Dee"),
        ("dinner 1200 bob ate nothing", "1200 dinner: Asha Charlie Dee"),
    ],
)
def test_who_had_none_is_out(text: str, meant: str) -> None:
    said, _, shares = read(text).partition(": ")
    assert f"{said}: {' '.join(shares.split()[::2])}" == meant


@pytest.mark.parametrize(
    "text",
    ["bob paid 900 dinner with dee, he didn't eat", "900 dinner, i paid, he didnt eat"],
)
def test_he_may_be_several(text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read(text)
    assert refused.value.code is Code.WORDS_LEFT


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Dinner. 1200. Bob. Dee. Me.", "1200 Dinner.: Asha 400 Bob 400 Dee 400"),
        ("1200 dinner Bob. Dee", "1200 dinner Bob. Dee: all"),
        ("dinner 1200 bob. dee paid.", "Dee paid 1200 dinner bob.: all"),
    ],
)
def test_names_dictated_apart_are_a_list(text: str, meant: str) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("gift for bob 2100 split btw me charlie dee", "Asha 700 Charlie 700 Dee 700"),
        ("gift for bob 2100 split between charlie and dee", "Charlie 1050 Dee 1050"),
        ("gift for bob 2100 btw me n dee", "Asha 1050 Dee 1050"),
        ("2100 gift for bob split with dee", "Asha 1050 Dee 1050"),
        ("split between me and dee 2100 for bob", "Asha 1050 Dee 1050"),
        ("gift for bob 2100 split btw bob and me", "Asha 1050 Bob 1050"),
        ("gift for bob 2100 split between everyone but bob", "Asha 700 Charlie 700 Dee 700"),
        # Nobody else is said to share.
        ("2100 dinner for bob and dee", "Asha 700 Bob 700 Dee 700"),
    ],
)
def test_whom_a_present_is_for_does_not_share_it(text: str, meant: str) -> None:
    assert read(text).partition(": ")[2] == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("480 cab - airport", "480 cab - airport: all"),
        ("480 cab - dee wasnt there", "480 cab: Asha 160 Bob 160 Charlie 160"),
        ("480 cab - dee paid", "Dee paid 480 cab: all"),
        ("480 cab -dee", "480 cab: Asha 160 Bob 160 Charlie 160"),
    ],
)
def test_a_dash_that_needs_no_question(text: str, meant: str) -> None:
    assert read(text) == meant


def unknown(text: str) -> tuple[str, ...]:
    """Return who is offered to be added."""
    return read_split(from_text(f"/split {text}"), INR, TODAY, TRIP).doubts.unknown


def test_what_was_paid_by_somebody_is_nobody_new() -> None:
    assert unknown("zomato 745 paid by bob") == ()
    assert unknown("zomato 745 paid by zoe") == ("zoe",)
    assert unknown("zoe paid 745 for tacos") == ("zoe",)
