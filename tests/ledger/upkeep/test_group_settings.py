"""What a group and a person have set, and a bot that was removed and is back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ledger.core.errors import Code, LedgerError
from ledger.storage import group_rows
from ledger.upkeep import group_settings
from tests.ledger.chat import ASHA, BOB, CHEN, DIA, Chat, expense, person


@pytest.fixture
def chat(chat: Chat) -> Chat:
    chat.join(ASHA, BOB, CHEN)
    return chat


def test_settings_are_the_admins(chat: Chat) -> None:
    with chat.open(ASHA) as book:
        uses: list[Callable[[], object]] = [
            lambda: group_settings.set_currency(book, "EUR"),
            lambda: group_settings.set_timezone(book, "UTC"),
            lambda: group_settings.set_simplify(book, False),
            lambda: group_settings.set_language(book, "hi"),
        ]
        for use in uses:
            with pytest.raises(LedgerError) as refused:
                use()
            assert refused.value.code is Code.ADMINS_ONLY
    with chat.open(ASHA, admin=True) as book:
        group_settings.set_currency(book, "eur")
        group_settings.set_timezone(book, "kolkata")
        group_settings.set_language(book, "hi")
    with chat.open() as book:
        assert (book.group.currency, book.group.timezone, book.group.language) == (
            "EUR",
            "Asia/Kolkata",
            "hi",
        )


def test_unknown_settings_are_refused_with_what_is_near(chat: Chat) -> None:
    with pytest.raises(LedgerError) as refused, chat.open(ASHA, admin=True) as book:
        group_settings.set_timezone(book, "Asia/Calcuta")
    assert refused.value.code is Code.UNKNOWN_TIMEZONE
    nearest = refused.value.details["nearest"]
    assert isinstance(nearest, tuple)
    assert "Asia/Calcutta" in nearest
    with pytest.raises(LedgerError) as refused, chat.open(ASHA, admin=True) as book:
        group_settings.set_currency(book, "rupees")
    assert refused.value.code is Code.UNKNOWN_CURRENCY


def test_a_persons_own_choices_are_kept_apart_from_telegrams(chat: Chat) -> None:
    with chat.store.transaction() as tx:
        assert group_settings.account(tx, DIA.id) is None
        group_settings.start_private(tx, DIA)
        group_settings.set_my_language(tx, DIA, "hi")
    chat.join(DIA, person(104, "Dia D", "dia"))
    with chat.store.transaction() as tx:
        assert group_settings.account(tx, DIA.id) == group_settings.Account(
            "hi", "en", started=True
        )
        group_settings.stop_private(tx, DIA.id)
        account = group_settings.account(tx, DIA.id)
    assert account is not None
    assert not account.started


def test_a_bot_that_was_removed_carries_on_when_it_is_back(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    with chat.store.transaction() as tx:
        group_settings.leave_chat(tx, -1)
        group_settings.leave_chat(tx, -77)
        gone = group_rows.by_chat(tx.connection, -1)
    assert gone is not None
    assert gone.gone_at is not None
    assert chat.nets() == {"Asha": 5000, "Bob": -5000}
    with chat.store.transaction() as tx:
        back = group_rows.by_chat(tx.connection, -1)
    assert back is not None
    assert back.gone_at is None
