"""Names a slip of the finger away from a member's."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.book import lookup, membership
from ledger.core.folding import name_key
from ledger.core.members import Member, MemberId, MemberKind, Name, Role, Roster, UserId
from ledger.core.slips import _distance, _slips, lookalike, lookalikes, perhaps_called
from tests.ledger.chat import ASHA, BOB, CHEN, Chat

NAMES = st.text("abcdeñ-é_ ", min_size=1, max_size=9).filter(name_key)


def roster_of(*names: str) -> Roster:
    return Roster(
        tuple(
            Member(
                id=MemberId(number),
                kind=MemberKind.USER,
                first_name=name,
                last_name=None,
                username=None,
                user_id=UserId(number),
                role=Role.MEMBER,
                active=True,
                joined_at=datetime(2026, 3, 4, tzinfo=UTC),
            )
            for number, name in enumerate(names, 1)
        )
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("chem", "Chen"),
        ("bobb", "Bob"),
        ("ashaa", "Asha"),
        ("dia_", None),
        ("zoe", None),
        ("robert", None),
        ("b", None),
    ],
)
def test_only_close_names_are_taken_for_slips(chat: Chat, text: str, meant: str | None) -> None:
    chat.join(ASHA, BOB, CHEN)
    with chat.open() as book:
        found = lookalike(book.roster, text)
    assert (found.first_name if found else None) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [("sofi", "Sofía"), ("Gio", "Giovanni"), ("so", None), ("mar", None), ("sofía", "Sofía")],
)
def test_a_name_cut_short_is_offered_where_only_one_begins_so(text: str, meant: str | None) -> None:
    roster = roster_of("Sofía", "Giovanni", "Marta", "Marco")
    found = perhaps_called(roster, text)
    assert (found.first_name if found else None) == meant


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        *(("Chen", typed) for typed in ("chne", "chn", "hcen", "cehn")),
        *(("Margaret", typed) for typed in ("margaert", "margarett", "magaret", "maragaert")),
        ("Alex Stone", "Alex_Stome"),
        ("Zoe_41", "Zoee_41"),
        ("Anna Mae", "annamae"),
        ("Anna Mae", "annmae"),
        ("Annmae", "anna mae"),
        ("Annamae", "anna mae"),
        ("Earl", "aerl"),
        ("Mary Grace", "marygarce"),
        ("Marygrace", "mary garce"),
    ],
)
def test_a_slip_of_the_finger_is_near(name: str, typed: str) -> None:
    assert lookalike(roster_of(name, "Bob"), typed) is not None


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        *(("Alex", typed) for typed in ("alexa", "alix", "alexis", "felix", "max")),
        *(("Tim", typed) for typed in ("tom", "jim", "timo", "ti")),
        *(("Daniel", typed) for typed in ("daniela", "danielle", "denial")),
        *(("Room_41", typed) for typed in ("Room_42", "Room_4", "Roof_14")),
        *(("Alex_S", typed) for typed in ("Alex_T", "Alex", "Alex_Stone", "Alex_Smith")),
        ("Maria", "mario"),
        ("Asha", "asha_and_bob"),
        ("Al Bernard", "albernard"),
        ("Flat101", "flat102"),
        ("Martina", "mertina"),
        ("Margaret Johnston", "Maragaert Jonhsotn"),
    ],
)
def test_another_name_is_not_near(name: str, typed: str) -> None:
    assert lookalike(roster_of(name, "Bob"), typed) is None


@pytest.mark.parametrize(
    ("names", "typed", "meant"),
    [
        ("Sofía Bob", "sofi", "Sofía"),
        ("Robert Bob", "Rob", "Robert"),
        ("Bob Chen", "bobby", "Bob"),
        ("Chen Bob", "chenji", "Chen"),
        ("Mum Bob", "mom", "Mum"),
        ("Chen Bob", "chn", "Chen"),
        ("Alexander Alexandra", "alex", None),
        ("Bob Chen", "bo", None),
        ("Bob Chen", "bobsleigh", None),
        ("Bob Chen", "rob", None),
    ],
)
def test_a_name_is_found_as_friends_say_it(names: str, typed: str, meant: str | None) -> None:
    found = perhaps_called(roster_of(*names.split()), typed)
    assert (found.first_name if found else None) == meant


def test_only_the_first_word_of_a_name_is_made_fond() -> None:
    assert perhaps_called(roster_of("Bob Lee"), "bobby") is not None
    assert perhaps_called(roster_of("Bob Lee"), "xxx") is None


def test_a_placeholder_of_just_this_name_is_no_slip_and_hides_none() -> None:
    placeholder, bob = roster_of("bobb", "Bob")
    found = lookalike(Roster((replace(placeholder, kind=MemberKind.PLACEHOLDER), bob)), "bobb")
    assert found == bob


def test_of_two_who_are_as_near_nobody_is_taken() -> None:
    assert lookalike(roster_of("Chef", "Chem"), "chen") is None
    assert lookalike(roster_of("Anand", "Bob"), "anamd") is not None
    assert lookalike(roster_of("Anand", "Anad", "Bob"), "anandd") is not None
    assert lookalike(roster_of("Anand", "Anadd", "Bob"), "anadnd") is None
    assert lookalike(roster_of("Anand", "Anand", "Bob"), "anamd") is None


@given(st.lists(NAMES, min_size=1, max_size=8, unique=True), NAMES)
def test_the_quick_look_at_letters_leaves_out_nobody(names: list[str], text: str) -> None:
    key = name_key(text)
    counts = {name: _slips(name_key(name), key) for name in names}
    near = {name: count for name, count in counts.items() if count is not None}
    nearest = [name for name, count in near.items() if count == min(near.values())]
    found = lookalike(roster_of(*names), text)
    assert (found.first_name if found else None) == (nearest[0] if len(nearest) == 1 else None)


@given(NAMES, NAMES)
def test_slips_are_the_same_both_ways_and_none_between_equals(one: str, other: str) -> None:
    assert _slips(name_key(one), name_key(other)) == _slips(name_key(other), name_key(one))
    assert _slips(name_key(one), name_key(one)) == 0


def test_slips_of_all_words_count_together_and_beyond_the_most_none_is_counted() -> None:
    assert _slips("chen_stone", "chne_stome") == 2
    assert _distance("chen", "hen", 1) == _distance("", "c", 1) == 1
    assert _distance("bobo", "boba", 1) == 1
    assert _distance("chen", "chab", 2) == 2
    assert _distance("chen", "bob", 1) == 2
    assert _distance("chen", "asha", 2) == 3


def words(count: int) -> list[str]:
    """Return words of which no two are a slip apart."""
    syllables = ("bak", "dem", "fin", "gop", "hur", "jav")
    return ["".join(parts) for parts in product(syllables, repeat=3)][:count]


def test_of_many_slips_in_a_line_a_few_are_told(chat: Chat) -> None:
    known = words(200)
    with chat.open(ASHA, admin=True) as book:
        for start in range(0, 200, 50):
            membership.add_members(book, [Name(name) for name in known[start : start + 50]])
    typed = [name + name[-1] for name in known[:50]]
    with chat.open(ASHA) as book:
        new = [lookup.resolve(book, Name(name), make=True) for name in typed]
        told = lookalikes(book.roster, new)
    assert [(slip.first_name, meant.first_name) for slip, meant in told] == list(
        zip(typed[:3], known[:3], strict=True)
    )
