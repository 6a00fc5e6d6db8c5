"""What opens an account: logins that go on, personal tokens, and calls that are made again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from ledger.accounts import answered_calls, logins, personal_tokens, registering
from ledger.accounts.answered_calls import Answered
from ledger.accounts.logins import LEEWAY, Refused
from ledger.core.accounts import SERVICE, Account, Scope
from ledger.core.clock import MovableClock
from ledger.core.errors import Code, LedgerError
from ledger.storage.database import Store
from tests.ledger.chat import ASHA


@pytest.fixture
def account(store: Store) -> Account:
    with store.transaction() as tx:
        return registering.register(tx, "Rupali", email="rupali@example.com")


def in_days(clock: MovableClock, days: int = 30) -> datetime:
    return clock.now() + timedelta(days=days)


def rotate(store: Store, clock: MovableClock, jti: str, new: str) -> Account | Refused:
    with store.transaction() as tx:
        return logins.rotate(tx, jti, new, in_days(clock))


@pytest.fixture
def logged_in(store: Store, clock: MovableClock, account: Account) -> Account:
    with store.transaction() as tx:
        logins.begin(tx, account.id, "one", in_days(clock))
    return account


def test_a_login_goes_on_from_token_to_token(
    store: Store, clock: MovableClock, logged_in: Account
) -> None:
    assert rotate(store, clock, "one", "two") == logged_in
    assert rotate(store, clock, "two", "three") == logged_in


def test_a_token_used_twice_ends_its_login_and_no_other(
    store: Store, clock: MovableClock, logged_in: Account
) -> None:
    with store.transaction() as tx:
        logins.begin(tx, logged_in.id, "phone", in_days(clock))
    rotate(store, clock, "one", "two")
    clock.move(LEEWAY + timedelta(seconds=1))
    assert rotate(store, clock, "one", "thief") is Refused.REUSED
    assert rotate(store, clock, "two", "three") is Refused.UNKNOWN
    assert rotate(store, clock, "thief", "three") is Refused.UNKNOWN
    assert rotate(store, clock, "phone", "more") == logged_in


def test_a_login_ends_by_any_of_its_tokens(
    store: Store, clock: MovableClock, logged_in: Account
) -> None:
    rotate(store, clock, "one", "two")
    with store.transaction() as tx:
        logins.end(tx, "one")
        logins.end(tx, "unknown")
    assert rotate(store, clock, "two", "three") is Refused.UNKNOWN


def test_a_token_that_has_expired_opens_nothing_and_goes_at_the_next_login(
    store: Store, clock: MovableClock, logged_in: Account
) -> None:
    clock.move_to(in_days(clock))
    assert rotate(store, clock, "one", "two") is Refused.UNKNOWN
    with store.transaction() as tx:
        logins.begin(tx, logged_in.id, "new", in_days(clock))
        assert tx.connection.scalar(text("SELECT count(*) FROM refresh_tokens")) == 1


def test_a_personal_token_opens_its_account_until_it_is_revoked(
    store: Store, clock: MovableClock
) -> None:
    with store.transaction() as tx:
        asha = registering.of_person(tx, ASHA)
        token, secret = personal_tokens.make(tx, asha, "  my   sheet ", Scope.READ)
    assert token.name == "my sheet"
    with store.transaction() as tx:
        assert personal_tokens.tokens_of(tx, asha) == (token,)
        assert personal_tokens.opened(tx, secret) == (asha, Scope.READ)
        assert personal_tokens.opened(tx, secret + "x") is None
        (listed,) = personal_tokens.tokens_of(tx, asha)
        assert listed.last_used_at == clock.now()
    with store.transaction() as tx:
        personal_tokens.revoke(tx, asha, token.id)
        assert personal_tokens.opened(tx, secret) is None
        with pytest.raises(LedgerError) as refused:
            personal_tokens.revoke(tx, asha, token.id)
        assert refused.value.code is Code.NO_SUCH_TOKEN


def test_nobody_revokes_anothers_token(store: Store, account: Account) -> None:
    with store.transaction() as tx:
        token, secret = personal_tokens.make(tx, account, "script", Scope.FULL)
        asha = registering.of_person(tx, ASHA)
        with pytest.raises(LedgerError):
            personal_tokens.revoke(tx, asha, token.id)
        assert personal_tokens.opened(tx, secret) == (account, Scope.FULL)


def test_secrets_are_nowhere_in_the_book(store: Store, account: Account) -> None:
    with store.transaction() as tx:
        _, secret = personal_tokens.make(tx, account, "script", Scope.FULL)
        kept = tx.connection.execute(text("SELECT * FROM api_tokens")).all()
    assert secret not in str(kept)
    assert len(secret) > 40


def test_tokens_are_so_many_and_have_names(store: Store, account: Account) -> None:
    with store.transaction() as tx:
        for name in ("", "x" * 65):
            with pytest.raises(LedgerError) as refused:
                personal_tokens.make(tx, account, name, Scope.READ)
            assert refused.value.code is Code.NAME_MISSING
        for number in range(personal_tokens.MOST_TOKENS):
            personal_tokens.make(tx, account, f"token {number}", Scope.READ)
        with pytest.raises(LedgerError) as refused:
            personal_tokens.make(tx, account, "one more", Scope.READ)
        assert refused.value.code is Code.TOO_MANY_TOKENS


MADE = Answered(201, '{"id": 7}')


def test_the_same_call_is_answered_the_same(store: Store, account: Account) -> None:
    asked = ("POST", "/api/groups", '{"name": "Goa"}')
    with store.transaction() as tx:
        assert answered_calls.begin(tx, account.id, "k1", *asked) is None
        answered_calls.finish(tx, account.id, "k1", MADE)
    with store.transaction() as tx:
        assert answered_calls.begin(tx, account.id, "k1", *asked) == MADE
        assert answered_calls.begin(tx, SERVICE, "k1", *asked) is None
        with pytest.raises(LedgerError) as refused:
            answered_calls.begin(tx, account.id, "k1", "POST", "/api/groups", '{"name": "Oslo"}')
        assert refused.value.code is Code.KEY_REUSED


def test_a_call_that_was_refused_or_cut_off_may_be_made_again(
    store: Store, account: Account
) -> None:
    def refused() -> None:
        with store.transaction() as tx:
            answered_calls.begin(tx, account.id, "k1", "wrong")
            registering.register(tx, "", email=None)

    with pytest.raises(LedgerError):
        refused()
    with store.transaction() as tx:
        assert answered_calls.begin(tx, account.id, "k1", "right") is None


def test_a_key_says_nothing_any_more_after_a_day(
    store: Store, clock: MovableClock, account: Account
) -> None:
    with store.transaction() as tx:
        answered_calls.begin(tx, account.id, "k1", "one")
        answered_calls.finish(tx, account.id, "k1", MADE)
    clock.move_to(clock.now() + answered_calls.KEPT)
    with store.transaction() as tx:
        assert answered_calls.begin(tx, account.id, "k1", "one") == MADE
    clock.move_to(clock.now() + timedelta(seconds=1))
    with store.transaction() as tx:
        assert answered_calls.begin(tx, account.id, "k1", "another") is None
