"""Parts as friends say them: counts before names, plus and minus, dashes, and for how many."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from handlers.grammar.circle import Circle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.member_sets import MemberSet
from ledger.core.members import MemberId
from ledger.core.shares import Part
from ledger.storage.database import Store
from tests.handlers.grammar.groups import called, circle
from tests.handlers.grammar.reading import INR, TODAY, adjust, exact, percent, shares
from tests.handlers.grammar.recorded import read
from tests.handlers.grammar.recorded import store as store


@pytest.mark.parametrize(
    ("language", "text", "owed"),
    [
        ("en", "60 2 shares bob 1 share chen -me", {"bob": 4000, "chen": 2000}),
        ("en", "2 shares bob 1 share chen 60 tea -me", {"bob": 4000, "chen": 2000}),
        ("en", "tea 60 2 shares for bob and 1 share for chen -me", {"bob": 4000, "chen": 2000}),
        ("en", "60 tea @bob 2 nights @chen 1 night -me", {"bob": 4000, "chen": 2000}),
        ("de", "60 tee 2 nächte bob 1 nacht chen -me", {"bob": 4000, "chen": 2000}),
        ("ru", "60 чай 2 ночи bob 1 ночь chen -me", {"bob": 4000, "chen": 2000}),
        ("en", "60 tea 2 nights bob and chen", {"asha": 2000, "bob": 2000, "chen": 2000}),
        ("en", "60 tea bob plus 5", {"asha": 2750, "bob": 3250}),
        ("en", "tea 60 bob plus 5", {"asha": 2750, "bob": 3250}),
        ("en", "tea 60 @bob minus 5", {"asha": 3250, "bob": 2750}),
        ("en", "60 tea bob + 5", {"asha": 2750, "bob": 3250}),
        ("es", "60 té bob más 5", {"asha": 2750, "bob": 3250}),
        ("fr", "60 thé bob moins 5", {"asha": 3250, "bob": 2750}),
        ("hi", "60 चाय bob माइनस 5", {"asha": 3250, "bob": 2750}),
        ("en", "50 tea with bob plus 10 tip", {"asha": 3000, "bob": 3000}),
        ("en", "60 tea @bob only 20", {"asha": 4000, "bob": 2000}),
        ("en", "60 tea @bob 20 @chen the rest", {"bob": 2000, "chen": 4000}),
        ("en", "60 tea bob - 20, chen - 40", {"bob": 2000, "chen": 4000}),
        ("en", "40% bob 60% chen 60", {"bob": 2400, "chen": 3600}),
        ("en", "50% me 50% bob tea 60", {"asha": 3000, "bob": 3000}),
    ],
)
def test_whose_part_it_is(store: Store, language: str, text: str, owed: Mapping[str, int]) -> None:
    got = read(store, f"/split {text}", language)
    assert got.shares == owed
    assert got.contents.amount_minor == 6000


def test_whoever_paid_has_perhaps_none_of_the_nights(store: Store) -> None:
    got = read(store, "/split 700 house bob 7 nights chen 4 nights")
    assert got.line.doubts.apart == (MemberId(1),)
    assert "asha" in got.shares
    for clear in ("700 house bob 7 nights chen 4 nights me 2 nights", "700 house bob 7 nights"):
        assert not read(store, f"/split {clear}").line.doubts


@pytest.mark.parametrize("text", ["60 tea bob - 10, chen - 20", "tea 60 @bob - 10"])
def test_a_dash_before_a_number_is_asked_about(store: Store, text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read(store, f"/split {text}")
    assert refused.value.details["reason"] == "dash"
    lines = refused.value.details["examples"]
    assert isinstance(lines, tuple)
    part, less = (read(store, one).shares for one in lines)
    assert part["bob"] == 1000
    assert less["bob"] < less["asha"]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "100 dinner for four", 4),
        ("en", "100 dinner for 4", 4),
        ("en", "dinner for 4 100", 4),
        ("en", "4 people dinner 100", 4),
        ("en", "dinner for four 100 with bob", 4),
        ("de", "100 essen für vier", 4),
        ("de", "100 essen zu dritt", 3),
        ("fr", "100 dîner pour quatre personnes", 4),
        ("es", "100 cena para cuatro", 4),
        ("it", "cena per quattro 100", 4),
        ("pt_BR", "100 jantar pra 4", 4),
        ("ru", "ужин на четверых 100", 4),
        ("ru", "100 ужин на 4 человека", 4),
        ("uk", "100 вечеря на трьох", 3),
        ("tr", "dört kişilik yemek 100", 4),
        ("id", "100 makan berempat", 4),
        ("ar", "100 عشاء لأربعة", 4),
        ("hi", "100 khana 4 logon ke liye", 4),
    ],
)
def test_for_how_many_it_is_is_no_item(store: Store, language: str, text: str, count: int) -> None:
    got = read(store, f"/split {text}", language)
    assert got.contents.amount_minor == 10000
    assert got.line.doubts.count == count
    assert got.contents.description in text.replace(" 100", "")


@pytest.mark.parametrize(
    "text", ["100 dinner for 3 nights", "100 food for two dogs", "pizza for 20", "100 tea"]
)
def test_other_numbers_count_no_people(store: Store, text: str) -> None:
    assert read(store, f"/split {text}").line.doubts.count is None


@pytest.mark.parametrize(
    ("part", "pieces"),
    [
        ("500", (exact(25000), exact(25000))),
        ("500.01", (exact(25001), exact(25000))),
        ("40%", (percent(20), percent(20))),
        ("x2", (shares(1), shares(1))),
        ("-50", (adjust(-2500), adjust(-2500))),
    ],
)
def test_a_part_behind_a_set_is_all_of_its_people(part: str, pieces: tuple[Part, Part]) -> None:
    people = circle("en", "Asha Bob Chen")
    flat = MemberSet("flat2", (MemberId(2), MemberId(3)))
    with_set = Circle(people.roster, people.sender, sets=(flat,))
    for text in (f"900 rent @flat2 {part}", f"900 rent for flat2 {part}, me"):
        line = read_split(from_text(f"/split {text}"), INR, TODAY, with_set)
        bob, chen, *_ = line.participants
        assert (called(bob[0]), called(chen[0])) == ("Bob", "Chen")
        assert (bob[1], chen[1]) == pieces
        assert line.description == "rent"


def test_a_name_behind_the_amount_is_no_money(store: Store) -> None:
    got = read(store, "/split 1200bob dinner")
    assert (got.contents.currency, got.contents.amount_minor) == ("INR", 120000)
    assert got.seen == ["bob"]
    assert read(store, "/split 1200BOB dinner").contents.currency == "BOB"
    assert read(store, "/split 1200 dinner 500bob 700chen").shares == {"bob": 50000, "chen": 70000}


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("12 bob 13 charlie", [25, 12, 13]),
        ("dinner 12 bob 13 charlie", [25, 12, 13]),
        ("12 bob, 13 charlie", [25, 12, 13]),
        ("30 bob 10 charlie", [40, 30]),
        ("2 beers 3 wines", [2, 3]),
    ],
)
def test_parts_of_people_who_are_not_here_yet_are_asked_about(
    text: str, amounts: list[int]
) -> None:
    alone = circle("en", "Asha")
    line = from_text(f"/split {text}")
    with pytest.raises(LedgerError) as refused:
        read_split(line, INR, TODAY, alone)
    assert refused.value.code is Code.AMOUNT_AMBIGUOUS
    readings = refused.value.details["readings"]
    assert [one.minor // 100 for one in readings] == amounts  # type: ignore[attr-defined]
    for choice, amount in enumerate(amounts):
        chosen = read_split(line, INR, TODAY, alone, choice)
        assert chosen.amount.minor == amount * 100
    if "bob" in text:
        both = read_split(line, INR, TODAY, alone, 0)
        assert [called(whom) for whom, _ in both.participants] == ["bob", "charlie"]


@pytest.mark.parametrize(
    ("text", "examples"),
    [
        ("cab340", ["340 cab"]),
        ("cab340 with bob", ["340 cab with bob"]),
        ("dinner 1..5", ["1.5 dinner"]),
        ("1,50,00 tea", ["15000 tea"]),
        ("1,200.50.3", []),
        ("1,200.50.3 dinner", []),
        ("dinner 1,200.50.3", []),
        ("1.2.3 tea", []),
        ("dinner @bob 40%", []),
        ("dinner", ["1200 dinner"]),
    ],
)
def test_no_amount_is_made_up_for_a_line_with_numbers(text: str, examples: list[str]) -> None:
    with pytest.raises(LedgerError) as refused:
        read_split(from_text(f"/split {text}"), INR, TODAY, circle("en", "Asha Bob"))
    assert refused.value.details["examples"] == tuple(f"/split {one}" for one in examples)
