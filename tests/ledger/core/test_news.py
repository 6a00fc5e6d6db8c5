"""What was changed elsewhere is kept as it is until the chat is told of it."""

from __future__ import annotations

from ledger.core.members import MemberId
from ledger.core.money import Currency
from ledger.core.news import Alteration, Setting, altogether, read_alteration

ONE, TWO, THREE, FOUR, FIVE = map(MemberId, (1, 2, 3, 4, 5))
EVERYTHING = Alteration(
    added=(ONE,),
    removed=(TWO,),
    roles=(THREE,),
    weights=(FOUR,),
    settings=(Setting.CURRENCY, Setting.REMINDERS),
    recurring=(7, 9),
    merged=(FIVE,),
    rates=(Currency("EUR"),),
    sets=("flat2", "चाय"),
)


def test_every_change_is_read_as_it_was_written() -> None:
    read = read_alteration(EVERYTHING.written())
    assert read == EVERYTHING
    assert all(type(setting) is Setting for setting in read.settings)
    assert Alteration(added=(ONE,)).written() == '{"added": [1]}'
    assert read_alteration("{}") == Alteration()


def test_all_whom_a_change_is_about_are_named() -> None:
    assert EVERYTHING.people == (ONE, TWO, THREE, FOUR, FIVE)


def test_only_what_says_nothing_is_nothing() -> None:
    assert Alteration().is_nothing
    assert not Alteration(sets=("flat2",)).is_nothing


def test_of_several_changes_each_thing_is_named_once() -> None:
    again = Alteration(added=(TWO, ONE), recurring=(9, 8), sets=("flat2",))
    both = altogether(iter([EVERYTHING, again]))
    assert (both.added, both.recurring) == ((ONE, TWO), (7, 9, 8))
    assert (both.sets, both.settings) == (EVERYTHING.sets, EVERYTHING.settings)
    assert altogether([]).is_nothing
