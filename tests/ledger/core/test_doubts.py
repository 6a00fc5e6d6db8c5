"""What is doubtful in a line is kept as it was, until it is answered or somebody is merged."""

from __future__ import annotations

from dataclasses import fields

from ledger.core.doubts import NO_DOUBTS, Doubts, read_doubts
from ledger.core.members import MemberId
from ledger.core.money import Currency

ONE, TWO, THREE, FOUR = map(MemberId, (1, 2, 3, 4))
EVERYTHING = Doubts(
    seen=(ONE, TWO),
    unknown=("zoé", "राहुल"),
    which=(TWO, THREE),
    alone=(FOUR, TWO),
    too=(THREE, FOUR),
    apart=(FOUR, ONE),
    count=5,
    own=Currency("INR"),
    payers=(THREE, ONE),
    each_paid=True,
)


def test_every_doubt_is_read_as_it_was_written() -> None:
    assert all(getattr(EVERYTHING, field.name) for field in fields(Doubts))
    assert read_doubts(EVERYTHING.written()) == EVERYTHING
    assert NO_DOUBTS.written() is None
    assert read_doubts(None) == NO_DOUBTS


def test_what_is_kept_is_short_and_legible() -> None:
    assert Doubts(unknown=("zoé",), count=3).written() == '{"unknown":["zoé"],"count":3}'
    assert read_doubts('{"too":[3]}') == Doubts(too=(THREE,))
    assert read_doubts("{}") == NO_DOUBTS


def test_once_it_is_said_who_shares_only_others_and_names_are_open() -> None:
    assert EVERYTHING.answered({ONE, THREE}).without({"zoé"}) == Doubts(
        unknown=("राहुल",), too=(FOUR,), own=Currency("INR"), payers=(THREE, ONE)
    )


def test_once_it_is_said_who_paid_nobody_else_perhaps_did() -> None:
    paid = EVERYTHING.paid()
    assert (paid.payers, paid.each_paid, paid.seen) == ((), False, (ONE, TWO))


def test_a_change_of_a_line_adds_to_its_doubts() -> None:
    assert EVERYTHING.joined_by(NO_DOUBTS) == NO_DOUBTS.joined_by(EVERYTHING) == EVERYTHING
    more = Doubts(
        seen=(TWO, THREE),
        unknown=("zoé", "kai"),
        which=(FOUR,),
        alone=(ONE, TWO),
        too=(ONE,),
        apart=(TWO,),
        count=3,
        own=Currency("EUR"),
        payers=(ONE, TWO),
    )
    assert EVERYTHING.joined_by(more) == Doubts(
        seen=(ONE, TWO, THREE),
        unknown=("zoé", "राहुल", "kai"),
        which=(TWO, THREE, FOUR),
        alone=(FOUR, TWO, ONE),
        too=(THREE, FOUR, ONE),
        apart=(FOUR, ONE, TWO),
        count=3,
        own=Currency("EUR"),
        payers=(THREE, ONE, TWO),
        each_paid=True,
    )


def test_every_doubt_is_about_who_members_are_by_now() -> None:
    merged = EVERYTHING.merged({TWO: ONE, FOUR: THREE})
    assert (merged.seen, merged.which) == ((ONE,), (ONE, THREE))
    assert (merged.too, merged.apart) == ((THREE,), (THREE, ONE))
    assert merged.alone == (THREE, ONE)
    assert merged.payers == (THREE, ONE)
    assert (merged.unknown, merged.count, merged.own) == (("zoé", "राहुल"), 5, "INR")
