"""No statement of a common use case reads a whole table that grows: the databases say how."""

from __future__ import annotations

import re
from datetime import timedelta

from sqlalchemy import inspect

from ledger.accounts import (
    acquaintance,
    answered_calls,
    founding,
    joining,
    linking,
    logins,
    personal_tokens,
    registering,
    showing,
)
from ledger.accounts.answered_calls import Answered
from ledger.book import membership
from ledger.core.accounts import Scope
from ledger.core.clock import MovableClock
from ledger.core.members import Name, Role
from ledger.reports import history, statements, weekly_summary
from ledger.schedules import recurring, reminders
from ledger.storage.database import Store
from ledger.upkeep.chat_migration import follow_migration
from ledger.upkeep.erasure import forget
from ledger.upkeep.personal_record import personal_record
from ledger.upkeep.taking_over import start_code, take_over
from tests.ledger import beats
from tests.ledger.accounts.http import Http
from tests.ledger.chat import ASHA, BOB, CHEN, Chat, expense, new_source, rupees
from tests.ledger.storage.statements import Statement, caught

_PLANNED = re.compile(r"\s*(SELECT|UPDATE|DELETE)", re.IGNORECASE)
_SCANNED = re.compile(r"\bSCAN (?!CONSTANT|\d|\(|SUBQUERY)(\w+)|Seq Scan on (\w+)")


def _live(store: Store, clock: MovableClock) -> None:
    """Let a group do what groups do all day, then move, and forget somebody."""
    chat = Chat(store, clock)
    chat.join(ASHA, BOB, CHEN)
    chat.split(ASHA, expense(300, "dinner", "bob", "dia"))
    chat.split(BOB, expense(60, "tea", everyone=True))
    chat.revise(ASHA, 1, expense(330, "dinner", "bob", "dia"))
    chat.settle(CHEN, "chen", "bob", rupees(10))
    chat.delete(BOB, 2)
    chat.restore(BOB, 2)
    with chat.open(ASHA, admin=True) as book:
        membership.add_members(book, [Name("emil")])
        membership.merge(book, Name("dia"), Name("chen"))
        membership.members(book)
        statements.balance(book)
        statements.pairs(book)
        statements.pairs(book, 0)
        statements.standing(book, Name("bob"))
        history.page(book)
        history.log(book)
        history.show(book, 1)
        weekly_summary.summarise(book, book.today)
        reminders.set_reminders(book, reminders.daily(), None)
        recurring.make(book, reminders.daily(), expense(300, "milk"), new_source())
        recurring.listed(book)
        reminders.remind(book, Name("bob"), new_source())
    clock.move_to(clock.now() + timedelta(days=2))
    beats.beat(chat)
    with store.transaction() as tx:
        personal_record(tx, BOB.id)
        follow_migration(tx, -1, -2)
        forget(tx, CHEN.id, lambda _language, number: f"Somebody {number}")


def _live_over_http(store: Store, clock: MovableClock) -> None:
    """Let people do what they do over HTTP, then go into a chat, be one person, be forgotten."""
    http, chat = Http(store, clock), Chat(store, clock)
    dia, emil = http.register("Dia"), http.register("Emil")
    group = http.found("Oslo", dia)
    http.add(group, dia, emil)
    written = http.split(group, dia, expense(300, "dinner", everyone=True))
    with http.open(group, dia) as book:
        (entry,) = showing.ids_of_entries(book.tx, [written.entry]).values()
        assert showing.entry_of(book.tx, entry) == (group, written.entry.number)
        for shown in showing.shown(book).values():
            showing.member_of(book, shown.user_id)
            showing.member_of(book, shown.public_id)
        (card,) = showing.my_cards(book.tx, emil.user_id)
        showing.group_of(book.tx, card.public_id)
        founding.rename(book, "Bergen")
        joining.set_role(book, showing.member_of(book, emil.public_id).id, Role.ADMIN)
        code, _ = start_code(book)
    with store.transaction() as tx:
        take_over(tx, chat.place, code)
    chat.join(ASHA)
    with store.transaction() as tx:
        registering.by_email(tx, "dia@example.com")
        acquaintance.acquaintances(tx, dia)
        registering.of_person(tx, ASHA)
        linking.link(tx, dia, linking.new_link_code(tx, ASHA))
        logins.begin(tx, emil.id, "one", clock.now() + timedelta(days=30))
        logins.rotate(tx, "one", "two", clock.now() + timedelta(days=30))
        logins.end(tx, "two")
        token, secret = personal_tokens.make(tx, emil, "script", Scope.READ)
        personal_tokens.opened(tx, secret)
        personal_tokens.tokens_of(tx, emil)
        personal_tokens.revoke(tx, emil, token.id)
        answered_calls.begin(tx, emil.id, "key", "POST")
        answered_calls.finish(tx, emil.id, "key", Answered(200, "{}"))
        personal_record(tx, emil.user_id)
        for account in (emil, dia):
            forget(tx, account.user_id, lambda _language, number: f"Somebody {number}")
        forget(tx, ASHA.id, lambda _language, number: f"Somebody {number}")


def _scanned(store: Store, found: list[Statement]) -> dict[str, set[str]]:
    """Return the statements that read whole tables, with these tables."""
    scans: dict[str, set[str]] = {}
    with store.transaction() as tx:
        there = set(inspect(tx.connection).get_table_names())
        if not store.is_sqlite:
            tx.connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        explain = "EXPLAIN QUERY PLAN " if store.is_sqlite else "EXPLAIN "
        for one in {one.sql: one for one in found if _PLANNED.match(one.sql)}.values():
            plan = tx.connection.exec_driver_sql(explain + one.sql, one.values)
            lines = " \n".join(str(row[-1]) for row in plan)
            # What a statement makes of some rows and reads itself is no table.
            tables = {a or b for a, b in _SCANNED.findall(lines)}.intersection(there)
            if tables:
                scans[one.sql] = tables
    return scans


def test_no_common_use_case_reads_a_whole_table(store: Store, clock: MovableClock) -> None:
    with caught(store) as found:
        _live(store, clock)
    assert len(found) > 100
    assert _scanned(store, found) == {}


def test_nothing_over_http_reads_a_whole_table(store: Store, clock: MovableClock) -> None:
    with caught(store) as found:
        _live_over_http(store, clock)
    assert len(found) > 100
    assert _scanned(store, found) == {}
