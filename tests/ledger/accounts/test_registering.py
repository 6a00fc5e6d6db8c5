"""Accounts: made once for an e-mail address, found in any writing, and given to whoever is met."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ledger.accounts import registering
from ledger.core.accounts import Account, AccountId
from ledger.core.clock import MovableClock
from ledger.core.errors import Code, LedgerError
from ledger.core.members import UserId
from ledger.storage.database import Store, Transaction
from tests.ledger.chat import ASHA, BOB, Chat


def rupali(tx: Transaction, email: str = "rupali@example.com") -> Account:
    return registering.register(
        tx, "Rupali  Sharma Iyer", email=email, phone="5550100123", password_hash="argon"
    )


def test_somebody_registers_and_is_found_in_any_writing(store: Store) -> None:
    with store.transaction() as tx:
        made = rupali(tx)
    assert (made.name, made.email, made.phone) == (
        "Rupali Sharma Iyer",
        "rupali@example.com",
        "5550100123",
    )
    assert made.user_id == -made.id
    assert not made.in_telegram
    with store.transaction() as tx:
        assert registering.by_id(tx, made.id) == made
        assert registering.by_email(tx, " RUPALI@Example.com") == made
        assert registering.by_public_id(tx, made.public_id.upper()) == made
        assert registering.password_of(tx, "Rupali@example.com") == (made, "argon")
        assert registering.of_user(tx, made.user_id) == made


def test_nobody_else_is_found(store: Store) -> None:
    with store.transaction() as tx:
        rupali(tx)
        assert registering.by_id(tx, AccountId(99)) is None
        assert registering.by_email(tx, "nobody@example.com") is None
        assert registering.password_of(tx, "nobody@example.com") is None
        for public_id in ("0b069537-70db-4dc7-9d50-da2e3a1b9f4a", "rupali", "", "'"):
            assert registering.by_public_id(tx, public_id) is None


def test_an_email_address_is_one_persons_in_whatever_case(store: Store) -> None:
    with store.transaction() as tx:
        made = rupali(tx)
        other = rupali(tx, "other@example.com")
        with pytest.raises(LedgerError) as refused:
            rupali(tx, "RUPALI@example.com")
        assert refused.value.code is Code.EMAIL_TAKEN
        with pytest.raises(LedgerError) as refused:
            registering.update(tx, other, email="Rupali@Example.com")
        assert refused.value.code is Code.EMAIL_TAKEN
        assert registering.update(tx, made, email="Rupali@Example.com").email == (
            "Rupali@Example.com"
        )


@pytest.mark.parametrize("name", ["", "  ", "x" * 129])
def test_a_name_is_wanted(store: Store, name: str) -> None:
    with store.transaction() as tx:
        made = rupali(tx)
        with pytest.raises(LedgerError) as refused:
            registering.register(tx, name, email=None)
        assert refused.value.code is Code.NAME_MISSING
        with pytest.raises(LedgerError) as refused:
            registering.update(tx, made, name=name)
        assert refused.value.code is Code.NAME_MISSING


def test_what_is_not_given_stays_and_a_phone_number_can_be_taken_back(
    store: Store, clock: MovableClock
) -> None:
    with store.transaction() as tx:
        made = rupali(tx)
    clock.move_to(clock.now() + timedelta(hours=1))
    with store.transaction() as tx:
        changed = registering.update(tx, made, name="Rupali S")
        assert (changed.name, changed.email, changed.phone) == ("Rupali S", made.email, made.phone)
        assert changed.created_at == made.created_at
        assert changed.updated_at == clock.now()
        assert registering.update(tx, changed, phone=None).phone is None


def test_whoever_is_met_in_a_chat_is_given_one_account_when_first_asked_for(
    store: Store, chat: Chat
) -> None:
    chat.join(ASHA, BOB)
    with store.transaction() as tx:
        first = registering.of_user(tx, ASHA.id)
        assert first.in_telegram
        assert (first.name, first.email, first.has_password) == ("Asha", None, False)
    with store.transaction() as tx:
        both = registering.of_users(tx, [ASHA.id, BOB.id, UserId(77)])
        assert both[ASHA.id] == first
        assert both.keys() == {ASHA.id, BOB.id}
        assert [account.user_id for account in registering.all_behind(tx, first.id, 10)] == [BOB.id]


def test_whom_telegram_vouches_for_needs_no_chat(store: Store) -> None:
    with store.transaction() as tx:
        made = registering.of_person(tx, ASHA)
        assert registering.of_person(tx, ASHA) == made
        assert made.user_id == ASHA.id


def test_the_name_of_a_telegram_user_is_changed_in_telegram(store: Store) -> None:
    with store.transaction() as tx:
        made = registering.of_person(tx, ASHA)
        with pytest.raises(LedgerError) as refused:
            registering.update(tx, made, name="Somebody Else")
        assert refused.value.code is Code.NAME_FROM_TELEGRAM
        changed = registering.update(tx, made, name=" Asha ", email="asha@example.com")
        assert (changed.name, changed.email) == ("Asha", "asha@example.com")
