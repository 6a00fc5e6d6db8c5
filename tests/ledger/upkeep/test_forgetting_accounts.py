"""Privacy over HTTP: an account is exported whole, and nothing of it is left when forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from ledger.accounts import answered_calls, linking, logins, personal_tokens, registering, showing
from ledger.accounts.answered_calls import Answered
from ledger.core.accounts import SERVICE, STRANGER, Account, Scope
from ledger.core.clock import MovableClock
from ledger.core.entries import Source
from ledger.core.members import GroupId, Role, UserId
from ledger.core.paying.details import PayDetail, Scheme
from ledger.journal import recording
from ledger.storage import pay_rows
from ledger.storage.database import Store
from ledger.storage.tables import Base
from ledger.upkeep.erasure import footprint, forget
from ledger.upkeep.personal_record import personal_record
from ledger.upkeep.taking_over import start_code, take_over
from tests.ledger.accounts.http import Http
from tests.ledger.chat import ASHA, Chat, expense


@pytest.fixture
def http(store: Store, clock: MovableClock) -> Http:
    return Http(store, clock)


@pytest.fixture
def rupali(http: Http, clock: MovableClock) -> Account:
    with http.store.transaction() as tx:
        made = registering.register(
            tx,
            "Rupali Sharma",
            email="Rupali@example.com",
            phone="5550100123",
            password_hash="argon2-of-rupali",
        )
        personal_tokens.make(tx, made, "my script", Scope.READ)
        logins.begin(tx, made.id, "rupalis-login", clock.now() + timedelta(days=30))
        answered_calls.begin(tx, made.id, "rupalis-key", "POST")
        answered_calls.finish(tx, made.id, "rupalis-key", Answered(201, '{"name": "Rupali"}'))
        for caller, told in ((SERVICE, made.public_id), (STRANGER, "Rupali@example.com")):
            answered_calls.begin(tx, caller, "their key", "POST")
            answered_calls.finish(tx, caller, "their key", Answered(201, f'{{"is": "{told}"}}'))
        answered_calls.begin(tx, SERVICE, "another key", "POST")
        answered_calls.finish(tx, SERVICE, "another key", Answered(201, "{}"))
        pay_rows.put(tx.connection, made.user_id, PayDetail(Scheme.UPI, "rupali@okbank"))
    return made


@pytest.fixture
def goa(http: Http, rupali: Account) -> GroupId:
    group = http.found("Goa", rupali, http.register("Dia"))
    with http.open(group, rupali) as book:
        line = expense(300, "tea", everyone=True)
        recording.record_expense(book, line, Source("http:1:key"))
    return group


def forgotten(http: Http, user_id: UserId) -> int:
    with http.store.transaction() as tx:
        return forget(tx, user_id, lambda _language, number: f"Somebody {number}")


def stored(http: Http) -> str:
    with http.store.transaction() as tx:
        tables = Base.metadata.sorted_tables
        return repr(
            [tuple(row) for table in tables for row in tx.connection.execute(select(table))]
        )


def left_of(http: Http, account: Account) -> list[str]:
    told = stored(http).casefold()
    words = ("rupali", "sharma", "5550100123", "my script", account.public_id)
    return [word for word in words if word in told]


def test_nothing_of_a_forgotten_account_is_left_and_the_sums_are(
    http: Http, goa: GroupId, rupali: Account
) -> None:
    assert len(left_of(http, rupali)) == 5
    assert forgotten(http, rupali.user_id) == 1
    assert left_of(http, rupali) == []
    assert "another key" in stored(http)
    assert http.nets(goa) == {"Somebody 1": 150, "Dia": -150}
    assert forgotten(http, rupali.user_id) == 0


def test_a_linked_account_goes_with_the_telegram_user(
    http: Http, goa: GroupId, rupali: Account, chat: Chat
) -> None:
    chat.join(ASHA)
    with http.store.transaction() as tx:
        given = registering.of_user(tx, ASHA.id)
        linking.link(tx, rupali, linking.new_link_code(tx, ASHA))
        linking.new_link_code(tx, ASHA)
    assert forgotten(http, ASHA.id) == 2
    assert left_of(http, rupali) == []
    left = stored(http)
    assert not [word for word in ("Asha", str(ASHA.id), given.public_id) if word in left]
    assert http.nets(goa) == {"Somebody 1": 150, "Dia": -150}
    with http.store.transaction() as tx:
        assert registering.by_id(tx, rupali.id) is None
        assert registering.by_id(tx, given.id) is None
        assert registering.by_public_id(tx, given.public_id) is None


def test_a_former_member_is_shown_without_an_account(
    http: Http, goa: GroupId, rupali: Account
) -> None:
    with http.open(goa, rupali) as book:
        me = book.require_actor().id
        before = showing.shown(book)[me]
    forgotten(http, rupali.user_id)
    with http.open(goa, None) as book:
        after = showing.shown(book)[me]
        assert after.account is None
        assert (after.name, after.email) == ("Somebody 1", None)
        assert after.public_id == before.public_id
        assert showing.member_of(book, after.user_id).id == me


def test_whoever_joined_first_is_admin_where_the_only_one_is_forgotten(
    http: Http, goa: GroupId, rupali: Account
) -> None:
    forgotten(http, rupali.user_id)
    with http.open(goa, None) as book:
        assert {one.first_name: one.role for one in book.roster} == {
            "Somebody 1": Role.MEMBER,
            "Dia": Role.ADMIN,
        }


def test_a_chat_has_admins_of_its_own(
    http: Http, goa: GroupId, rupali: Account, chat: Chat
) -> None:
    with http.open(goa, rupali) as book:
        code, _ = start_code(book)
    with http.store.transaction() as tx:
        take_over(tx, chat.place, code)
    forgotten(http, rupali.user_id)
    with http.open(goa, None) as book:
        assert {one.role for one in book.roster} == {Role.MEMBER}


def test_an_account_is_exported_whole_without_secrets(
    http: Http, goa: GroupId, rupali: Account, clock: MovableClock
) -> None:
    with http.store.transaction() as tx:
        record = personal_record(tx, rupali.user_id)
        assert len(footprint(tx, rupali.user_id).open) == 1
    at = clock.now().isoformat(timespec="seconds")
    over_http: dict[str, Any] = {
        "id": rupali.id,
        "public_id": rupali.public_id,
        "email": "Rupali@example.com",
        "phone": "5550100123",
        "has_password": True,
        "created_at": at,
        "updated_at": at,
        "tokens": [{"name": "my script", "scope": "read", "created_at": at, "last_used_at": None}],
    }
    assert record["over_http"] == over_http
    assert record["account"]["id"] == rupali.user_id < 0
    assert [group["title"] for group in record["groups"]] == ["Goa"]
    assert "argon2" not in repr(record)


def test_whoever_was_never_shown_has_nothing_there(http: Http, chat: Chat) -> None:
    chat.join(ASHA)
    with http.store.transaction() as tx:
        assert personal_record(tx, ASHA.id)["over_http"] is None


def test_no_new_person_gets_the_number_of_a_forgotten_one(http: Http, rupali: Account) -> None:
    forgotten(http, rupali.user_id)
    assert http.register("Dia").id > rupali.id
