"""Statements that are made ready once do what SQLAlchemy does with them each time."""

from __future__ import annotations

import gc
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import bindparam, insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError

from bot.runtime.transient_errors import is_database_away
from ledger.core.clock import MovableClock
from ledger.core.entries import Action
from ledger.storage import group_rows
from ledger.storage.database import Store
from ledger.storage.prepared import Prepared
from ledger.storage.tables import ChatRow, EntryRow, RevisionRow
from tests.ledger.chat import ASHA, BOB, Chat, expense
from tests.ledger.storage.statements import caught

OF_GROUP = (
    select(RevisionRow, EntryRow.recorded_at, EntryRow.kind)
    .join_from(RevisionRow, EntryRow, RevisionRow.entry_id == EntryRow.id)
    .where(RevisionRow.group_id == bindparam("group_id"), RevisionRow.action != Action.DELETE)
    .order_by(RevisionRow.change)
)
ADD_CHAT = Prepared(insert(ChatRow), ("chat_id", "group_id", "moved"))
BACKEND = text("SELECT pg_backend_pid()")


def be_cut_off(store: Store) -> None:
    """Begin a transaction whose connection the server ends, and go on in it."""
    with store.transaction() as tx:
        backend = tx.connection.scalar(BACKEND)
        with store.transaction() as other:
            other.connection.execute(text(f"SELECT pg_terminate_backend({backend})"))
        group_rows.by_chat(tx.connection, -5)


@pytest.fixture
def chat(store: Store, clock: MovableClock) -> Chat:
    chat = Chat(store, clock)
    chat.join(ASHA, BOB)
    for amount in (100, 200):
        chat.split(ASHA, expense(amount))
    return chat


def test_rows_are_those_of_sqlalchemy(chat: Chat, store: Store) -> None:
    with chat.open(ASHA) as book:
        values = {"group_id": book.group.id}
        connection = book.tx.connection
        rows = Prepared(OF_GROUP).all(connection, values)
        usual = connection.execute(OF_GROUP, values).all()
        assert Prepared(OF_GROUP).first(connection, {"group_id": -1}) is None
    assert rows == [tuple(row) for row in usual]
    assert rows[1].action is Action.RECORD
    assert rows[1].on_date == date(2026, 3, 2)
    assert rows[1].recorded_at.tzinfo is not None


def test_errors_are_those_of_sqlalchemy(chat: Chat, store: Store) -> None:
    with store.transaction() as tx:
        row = group_rows.all_groups(tx.connection)[0]
        known = {
            "chat_id": group_rows.chat_ids(tx.connection, row.id)[0],
            "group_id": row.id,
            "moved": False,
        }
    with pytest.raises(IntegrityError) as usual, store.transaction() as tx:
        tx.connection.execute(insert(ChatRow), known)
    with pytest.raises(IntegrityError) as raised, store.transaction() as tx:
        ADD_CHAT.write(tx.connection, known)
    assert (
        str(raised.value.orig).partition("DETAIL")[0]
        == (str(usual.value.orig).partition("DETAIL")[0])
    )
    assert str(known["chat_id"]) not in str(raised.value).partition("DETAIL")[0]
    assert not raised.value.connection_invalidated
    with store.transaction() as tx:  # The connection goes on.
        ADD_CHAT.write(tx.connection, {**known, "chat_id": -77})
        assert group_rows.id_by_chat(tx.connection, -77) == row.id


def test_who_listens_to_statements_is_told_of_them(chat: Chat, store: Store) -> None:
    with caught(store) as found, store.transaction() as tx:
        group_rows.by_chat(tx.connection, -5)
    assert any("FROM chats" in statement.sql for statement in found)


def test_a_connection_that_the_server_ended_is_told_as_lost(chat: Chat, store: Store) -> None:
    if store.is_sqlite:
        pytest.skip("a file ends no connection")
    with pytest.raises(DBAPIError) as raised:
        be_cut_off(store)
    assert raised.value.connection_invalidated
    assert is_database_away(raised.value)
    with store.transaction() as tx:
        assert group_rows.by_chat(tx.connection, -5) is None


def test_a_loss_leaves_no_connection_of_others_open(chat: Chat, store: Store) -> None:
    if store.is_sqlite:
        pytest.skip("a file ends no connection")
    with store.transaction() as other:
        before = other.connection.scalar(BACKEND)
        with pytest.raises(DBAPIError):
            be_cut_off(store)
    with store.transaction() as tx:  # It may be a standby's by now.
        assert tx.connection.scalar(BACKEND) != before
    store.dispose()
    gc.collect()  # Warns of connections that nobody closed.


def test_what_sqlalchemy_would_fill_in_is_not_left_out(store: Store) -> None:
    lists = Prepared(select(ChatRow.chat_id).where(ChatRow.chat_id.in_([1, 2])))
    with store.transaction() as tx, pytest.raises(AssertionError):
        lists.all(tx.connection, {})


def test_moments_without_a_zone_are_refused(chat: Chat) -> None:
    since = Prepared(select(EntryRow.id).where(EntryRow.recorded_at >= bindparam("since")))
    with chat.open(ASHA) as book:
        assert len(since.all(book.tx.connection, {"since": datetime(2026, 1, 1, tzinfo=UTC)})) == 2
        with pytest.raises(ValueError, match="without a time zone"):
            since.all(book.tx.connection, {"since": datetime(2026, 1, 1)})  # noqa: DTZ001
