"""A file becomes entries: all of them or none, once, and back again as one."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from ledger.accounts.opening import Call
from ledger.book import membership
from ledger.core.clock import MovableClock
from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId, Name
from ledger.core.money import Currency, Money
from ledger.core.shares import Part, PartKind
from ledger.exchange import importing, proposing
from ledger.exchange.documents import write
from ledger.exchange.foreign_book import ForeignBook
from ledger.exchange.formats.recognition import read
from ledger.storage.database import Store
from ledger.storage.tables import GroupRow
from ledger.upkeep.audit import audit
from ledger.upkeep.chat_migration import follow_migration
from tests.ledger.chat import ASHA, BOB, CHEN, DIA, INR, Chat, expense
from tests.ledger.exchange.crossing import confirmed, exported, imported, proposed, undone


@pytest.fixture
def other(store: Store, clock: MovableClock) -> Chat:
    return Chat(store, clock, chat_id=-2, title="Other")


@pytest.fixture
def trip(chat: Chat) -> Chat:
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(100, "dinner", "bob", "Aunt"))
    chat.split(BOB, expense(90, "taxi", ("asha", Part(PartKind.PERCENT, 400_000)), category="ride"))
    chat.settle(BOB, "bob", "asha", Money(1_050, INR))
    chat.split(ASHA, expense(30, "wrong", "bob"))
    chat.delete(ASHA, 4)
    return chat


def test_a_book_comes_back_from_its_document(trip: Chat, other: Chat) -> None:
    book, outlined = exported(trip)
    back = read(write("json", book, outlined.title, outlined.home), INR)
    assert back == book
    done = imported(other, CHEN, back)
    assert (done.entries, done.first, done.last) == (4, 1, 4)
    assert {m.lstrip("@"): n for m, n in other.nets().items()} == {
        {"Asha": "asha", "Bob": "bob"}.get(m, m): n for m, n in trip.nets().items()
    }
    again, _ = exported(other)
    assert [e.row for e in again.entries] == [1, 2, 3, 4]
    assert [(e.key, e.on, e.description, e.category, e.deleted, e.terms) for e in back.entries] == [
        (e.key, e.on, e.description, e.category, e.deleted, _moved(e.terms, -1))
        for e in again.entries
    ]


def _moved(terms: object, by: int) -> object:
    """Chen came first into the other book, so everybody there has a place more."""
    if not isinstance(terms, dict):
        return terms
    return {
        **terms,
        "named": [[who + by, *part] for who, *part in terms["named"]],
        "payers": [[who + by, minor] for who, minor in terms["payers"]],
        "sharers": [who + by for who in terms["sharers"]],
        "left_out": [who + by for who in terms["left_out"]],
    }


def test_one_undo_takes_all_of_it_back_and_the_file_is_new_again(trip: Chat, other: Chat) -> None:
    book, _ = exported(trip)
    other.join(CHEN)
    other.split(CHEN, expense(10, "own", "Aunt"))
    before = other.nets()
    done = imported(other, CHEN, book)
    assert other.nets() != before
    assert proposed(other, CHEN, book)[1].new == 0
    assert undone(other, CHEN, done.import_id).entries == 3
    assert other.nets() == before
    assert "asha" not in other.members()
    assert "Aunt" in other.members()
    assert proposed(other, CHEN, book)[1].new == 4
    assert imported(other, CHEN, book).entries == 4


def test_what_was_written_here_is_known_again(trip: Chat) -> None:
    book, _ = exported(trip)
    summary = proposed(trip, ASHA, book)[1]
    assert (summary.new, summary.known, summary.changed) == (0, 4, 0)


def test_only_what_is_new_is_offered_and_what_changed_is_told(trip: Chat, other: Chat) -> None:
    imported(other, CHEN, exported(trip)[0])
    trip.split(BOB, expense(20, "tea", "asha"))
    trip.revise(ASHA, 1, expense(110, "dinner", "bob", "Aunt"))
    book, _ = exported(trip)
    import_id, summary = proposed(other, CHEN, book)
    assert (summary.new, summary.known, summary.changed) == (1, 4, 1)
    assert confirmed(other, CHEN, import_id, book).entries == 1


def test_people_of_the_file_are_members_here(trip: Chat, other: Chat) -> None:
    other.join(ASHA, CHEN)
    book, _ = exported(trip)
    import_id, _ = proposed(other, CHEN, book)
    with other.open(CHEN) as opened:
        waiting = proposing.waiting(opened, import_id)
        asha, chen = (opened.people.of_user(who.id) for who in (ASHA, CHEN))
        assert asha is not None
        assert chen is not None
        assert waiting.stored.members == (asha.id, None, None)
        proposing.choose(opened, import_id, 1, chen.id)
        proposing.choose(opened, import_id, 2, chen.id)
    done = confirmed(other, CHEN, import_id, book)
    assert done.entries == 4
    assert other.nets() == {"Asha": 2_017, "Chen": -2_017}


def test_a_payment_between_two_names_of_one_member_is_none(trip: Chat, other: Chat) -> None:
    other.join(CHEN)
    with other.open(CHEN) as opened:
        chen = opened.require_actor().id
    assert imported(other, CHEN, exported(trip)[0], {0: chen, 1: chen}).entries == 3


def test_nothing_is_seen_of_an_import_that_was_cut_off_and_it_goes_on(
    trip: Chat, other: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "PIECE", 2)
    other.join(CHEN)
    book, _ = exported(trip)
    import_id, _ = proposed(other, CHEN, book)
    with other.open(CHEN) as opened:
        writing = importing.start(opened, import_id, book)
    lines = importing.lines(book, {}, writing.members)
    with other.store.transaction() as tx:
        importing.write_piece(tx, writing, 0, lines[:2])
        importing.write_piece(tx, writing, 0, lines[:2])
    assert other.nets() == {}
    assert list(other.members()) == ["Chen"]
    assert audit(other.store) == ()
    with pytest.raises(LedgerError) as refused, other.store.transaction() as tx:
        Call(writing.staging, None, trusted=True).open(tx)
    assert refused.value.code is Code.NO_SUCH_GROUP
    other.split(CHEN, expense(10, "meanwhile", "Dia"))
    done = confirmed(other, CHEN, import_id, book)
    assert (done.first, done.last) == (2, 5)
    assert other.nets()["Dia"] == -500


def test_what_came_to_no_end_is_cleared_away_by_the_next(trip: Chat, other: Chat) -> None:
    book, _ = exported(trip)
    for _ in range(2):
        import_id, _ = proposed(other, CHEN, book)
        with other.open(CHEN) as opened:
            writing = importing.start(opened, import_id, book)
        lines = importing.lines(book, {}, writing.members)
        with other.store.transaction() as tx:
            importing.write_piece(tx, writing, 0, lines[:3])
    with other.store.transaction() as tx:
        groups = tx.connection.scalar(select(func.count()).select_from(GroupRow))
    assert groups == 3
    assert confirmed(other, CHEN, import_id, book).entries == 4


def test_what_comes_in_meanwhile_is_counted(trip: Chat, other: Chat) -> None:
    other.join(CHEN)
    book, _ = exported(trip)
    import_id, _ = proposed(other, CHEN, book)
    with other.open(CHEN) as opened:
        writing = importing.start(opened, import_id, book)
        before = importing.standing(opened.tx, writing.group_id)
    lines = importing.lines(book, {}, writing.members)
    with other.store.transaction() as tx:
        importing.write_piece(tx, writing, 0, lines)
    other.split(CHEN, expense(10, "meanwhile", "Dia"))
    with other.open(CHEN) as opened:
        balances = importing.added_up(before, lines)
        assert importing.finish(opened, writing, before, balances) is None
    assert confirmed(other, CHEN, import_id, book).entries == 4


def test_only_whoever_sent_it_and_admins_decide(trip: Chat, other: Chat) -> None:
    book, _ = exported(trip)
    import_id, _ = proposed(other, CHEN, book)
    for use_case in (
        lambda opened: proposing.cancel(opened, import_id),
        lambda opened: proposing.choose(opened, import_id, 0, None),
        lambda opened: importing.start(opened, import_id, book),
    ):
        with pytest.raises(LedgerError) as refused, other.open(BOB) as opened:
            use_case(opened)
        assert refused.value.code is Code.NOT_YOUR_IMPORT
    with other.open(BOB, admin=True) as opened:
        proposing.cancel(opened, import_id)
    with pytest.raises(LedgerError) as over, other.open(CHEN) as opened:
        importing.start(opened, import_id, book)
    assert over.value.code is Code.NO_SUCH_IMPORT
    with pytest.raises(LedgerError), other.open(CHEN) as opened:
        proposing.choose(opened, import_id, 0, MemberId(1))


def test_whoever_was_merged_away_is_nobody_in_the_document(trip: Chat, other: Chat) -> None:
    trip.join(CHEN)
    trip.split(ASHA, expense(30, "tea", everyone=True, left_out=[Name("Aunt")]))
    with trip.open(ASHA, admin=True) as book:
        membership.merge(book, Name("Aunt"), Name("chen"))
    back = read(write("json", *_of(trip)), INR)
    assert imported(other, DIA, back).entries == 5
    assert {**other.nets()} == {f"{name.lower()}": net for name, net in trip.nets().items()}


def _of(chat: Chat) -> tuple[ForeignBook, str, Currency]:
    book, outlined = exported(chat)
    return book, outlined.title, outlined.home


def test_a_chat_that_moves_takes_its_imports_along(trip: Chat, other: Chat) -> None:
    book, _ = exported(trip)
    done = imported(other, CHEN, book)
    moved = Chat(other.store, other.clock, chat_id=-3, title="Other")
    moved.split(CHEN, expense(10, "own", "Aunt"))
    with other.store.transaction() as tx:
        follow_migration(tx, other.place.chat_id, moved.place.chat_id)
    assert proposed(moved, CHEN, book)[1].new == 0
    assert undone(moved, CHEN, done.import_id).entries == 3
    assert moved.nets() == {"Chen": 500, "Aunt": -500}
