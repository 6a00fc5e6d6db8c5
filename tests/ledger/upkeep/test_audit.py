"""The audit names what is not as the entries say, and the repair writes derived rows only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from ledger.core.balances import Owed
from ledger.storage.database import Store
from ledger.upkeep.audit import Finding, FindingKind, audit, repair
from tests.ledger.chat import ASHA, BOB, CHEN, INR, Chat, expense


@pytest.fixture
def trip(chat: Chat) -> Iterator[Chat]:
    chat.join(ASHA, BOB, CHEN)
    chat.split(ASHA, expense(300))
    chat.split(BOB, expense(60, "tea", "chen"))
    yield chat
    repair(chat.store)


def _change(store: Store, sql: str) -> None:
    with store.transaction() as tx:
        assert tx.connection.execute(text(sql)).rowcount > 0


def test_a_sound_book_has_no_findings(trip: Chat) -> None:
    assert audit(trip.store) == ()


def test_a_wrong_balance_is_named_and_repaired(trip: Chat) -> None:
    asha = trip.member("asha").id
    nets = trip.nets()
    _change(trip.store, f"UPDATE balances SET net_minor = net_minor + 1 WHERE member_id = {asha}")
    (finding,) = audit(trip.store)
    assert finding == Finding(finding.group, FindingKind.NET, 20001, 20000, INR, (asha,))
    assert repair(trip.store) == ()
    assert trip.nets() == nets


def test_a_wrong_pair_and_a_wrong_moment_are_named_and_repaired(trip: Chat) -> None:
    chen, bob = trip.member("chen").id, trip.member("bob").id
    pairs = trip.pairs()
    _change(
        trip.store,
        f"UPDATE debts SET payments_minor = 7 WHERE debtor_id = {chen} AND creditor_id = {bob}",
    )
    with trip.store.transaction() as tx:
        tx.connection.execute(
            text("INSERT INTO squares (group_id, currency, change) SELECT id, 'INR', 1 FROM groups")
        )
    kinds = {(finding.kind, finding.stored, finding.derived) for finding in audit(trip.store)}
    assert kinds == {
        (FindingKind.PAIR, Owed(3000, 7, 1), Owed(3000, 0, 1)),
        (FindingKind.BASELINE, 1, 0),
    }
    assert repair(trip.store) == ()
    assert trip.pairs() == pairs


def test_lost_rows_are_named(trip: Chat) -> None:
    _change(trip.store, "DELETE FROM balances")
    assert {finding.kind for finding in audit(trip.store)} == {FindingKind.NET}


def test_an_entry_that_does_not_add_up_is_named_and_never_written(trip: Chat) -> None:
    sql = (
        "UPDATE shares SET owed_minor = owed_minor {} 1"
        " WHERE entry_id = (SELECT min(id) FROM entries) AND paid_minor > 0"
    )
    _change(trip.store, sql.format("+"))
    (finding,) = audit(trip.store)
    assert (finding.kind, finding.where) == (FindingKind.ENTRY, 1)
    assert (finding.stored, finding.derived) == ((30000, 30001), (30000, 30000))
    assert repair(trip.store) == (finding,)
    _change(trip.store, sql.format("-"))


def test_wrong_counts_are_named(trip: Chat) -> None:
    _change(trip.store, "UPDATE groups SET changes = changes + 1")
    (finding,) = audit(trip.store)
    assert (finding.kind, finding.stored, finding.derived) == (
        FindingKind.COUNTS,
        (2, 3),
        (2, 2),
    )
    _change(trip.store, "UPDATE groups SET changes = changes - 1")


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE revisions SET amount_minor = 0",
        "UPDATE revisions SET action = 'forget'",
        "UPDATE shares SET paid_minor = -1",
        "UPDATE shares SET member_id = 999999 WHERE paid_minor > 0",
        "UPDATE entries SET number = 1",
        "UPDATE entries SET source = 'same'",
        "UPDATE members SET name = 'two names' WHERE user_id IS NOT NULL",
        "UPDATE members SET merged_into = id",
        "DELETE FROM entries",
        "DELETE FROM members",
    ],
)
def test_the_database_refuses_what_the_book_never_does(trip: Chat, sql: str) -> None:
    with pytest.raises(IntegrityError), trip.store.transaction() as tx:
        tx.connection.execute(text(sql))


def test_what_sums_take_for_a_refund_and_the_terms_do_not_is_named(trip: Chat) -> None:
    trip.split(ASHA, replace(expense(30, "deposit", "bob"), refund=True))
    refund = "UPDATE revisions SET refund = {} WHERE entry_id = (SELECT {}(id) FROM entries)"
    _change(trip.store, refund.format("true", "min"))
    _change(trip.store, refund.format("false", "max"))
    wrong = repair(trip.store)
    assert [(one.kind, one.where, one.stored, one.derived) for one in wrong] == [
        (FindingKind.ENTRY, 1, True, False),
        (FindingKind.ENTRY, 3, False, True),
    ]
    _change(trip.store, refund.format("false", "min"))
    _change(trip.store, refund.format("true", "max"))


def test_shares_that_do_not_follow_from_the_terms_are_named(trip: Chat) -> None:
    sql = (
        "UPDATE shares SET owed_minor = owed_minor {} 1"
        " WHERE entry_id = (SELECT min(id) FROM entries) AND member_id ="
        " (SELECT {}(member_id) FROM shares WHERE entry_id = (SELECT min(id) FROM entries))"
    )
    _change(trip.store, sql.format("+", "min"))
    _change(trip.store, sql.format("-", "max"))
    (finding,) = repair(trip.store)
    assert (finding.kind, finding.where) == (FindingKind.ENTRY, 1)
    assert (finding.stored, finding.derived) == ((10001, 10000, 9999), (10000, 10000, 10000))
    _change(trip.store, sql.format("-", "min"))
    _change(trip.store, sql.format("+", "max"))
    assert repair(trip.store) == ()
