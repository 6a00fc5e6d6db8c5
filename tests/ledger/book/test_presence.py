"""A placeholder is there while a live entry, a running schedule or /add names it."""

from __future__ import annotations

import pytest

from ledger.book import lookup, membership
from ledger.core.amendment import Amendment
from ledger.core.answers.member_changes import Guest
from ledger.core.members import Name
from ledger.core.shares import Part, PartKind
from ledger.journal import amending
from ledger.schedules import recurring, reminders
from tests.ledger.beats import at, beat, fridays
from tests.ledger.chat import ASHA, BOB, CHEN, Chat, expense, new_source, owed


@pytest.fixture(autouse=True)
def _joined(chat: Chat) -> None:
    chat.join(ASHA, BOB)


def every(chat: Chat, *names: str) -> int:
    with chat.open(ASHA) as book:
        made = recurring.make(book, fridays(), expense(300, "cleaning", *names), new_source())
    return made.schedule.number


def edit(chat: Chat, number: int, *names: str) -> None:
    with chat.open(ASHA) as book:
        recurring.edit(book, number, fridays(), expense(300, "cleaning", *names))


def stop(chat: Chat, number: int) -> None:
    with chat.open(ASHA) as book:
        recurring.stop(book, number)


def test_a_slip_in_a_recurring_line_goes_when_it_is_mended(chat: Chat) -> None:
    number = every(chat, "bbo")
    edit(chat, number, "bob")
    assert "bbo" not in chat.members()
    assert owed(chat.split(ASHA, expense(100))) == {"Asha": 5000, "Bob": 5000}


def test_a_name_stays_while_a_schedule_goes_on(chat: Chat) -> None:
    number = every(chat, "eva")
    chat.split(ASHA, expense(100, "tea", "eva"))
    chat.delete(ASHA, 1)
    assert chat.members()["eva"].active
    stop(chat, number)
    assert "eva" not in chat.members()


def test_a_name_stays_while_an_entry_counts(chat: Chat) -> None:
    number = every(chat, "eva")
    chat.split(ASHA, expense(100, "tea", "eva"))
    stop(chat, number)
    assert chat.members()["eva"].active
    chat.delete(ASHA, 1)
    assert "eva" not in chat.members()
    chat.restore(ASHA, 1)
    assert chat.members()["eva"].active


def test_a_share_of_nothing_is_being_named(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "eva"))
    nothing = Part(PartKind.EXACT, 0)
    assert "eva" not in owed(chat.split(ASHA, expense(100, "tea", "bob", ("eva", nothing))))
    chat.delete(ASHA, 1)
    assert chat.members()["eva"].active
    chat.delete(ASHA, 2)
    assert "eva" not in chat.members()


def test_whom_an_admin_added_stays(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "eva"))
    with chat.open(ASHA, admin=True) as book:
        assert [one.first_name for one in membership.add_members(book, [Name("eva")]).already] == [
            "eva"
        ]
    chat.delete(ASHA, 1)
    assert chat.members()["eva"].active
    with chat.open(ASHA, admin=True) as book:
        membership.remove_member(book, Name("eva"))
    chat.split(ASHA, expense(100, "tea", "eva"))
    chat.delete(ASHA, 2)
    assert "eva" not in chat.members()


def test_a_reminder_held_over_night_reaches_whoever_the_name_was(chat: Chat) -> None:
    chat.split(ASHA, expense(1000, "tea", "chen_x"))
    chat.clock.move_to(at(2026, 3, 2, 17, 31))
    with chat.open(ASHA) as book:
        assert reminders.remind(book, Name("chen_x"), new_source()).at is not None
    chat.join(CHEN)
    with chat.open(ASHA, admin=True) as book:
        membership.merge(book, Name("chen_x"), Name("chen"))
    chat.clock.move_to(at(2026, 3, 3, 2, 30))
    told = [
        [payment.payer for payment, _ in posting.content.debts]
        for posting in beat(chat)
        if hasattr(posting.content, "debts")
    ]
    assert told == [[chat.member("chen").id]]


def test_whoever_an_admin_took_away_does_not_come_back_by_an_edit_of_words(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "eva"))
    chat.settle(ASHA, "eva", "asha")
    with chat.open(ASHA, admin=True) as book:
        membership.remove_member(book, Name("eva"))
    with chat.open(ASHA) as book:
        amending.amend(book, 1, Amendment(description="green tea"), new_source())
        assert not lookup.resolve(book, Name("eva"), make=False).active


def test_a_guest_of_the_house_is_nobodys_newcomer(chat: Chat) -> None:
    with chat.open(ASHA, admin=True) as book:
        membership.add_members(book, [Guest("Aunt May")])
    source = new_source()
    chat.split(ASHA, expense(100, "tea", "eva"), source)
    again = chat.split(ASHA, expense(100, "tea", "eva"), source)
    assert [member.first_name for member in again.newcomers] == ["eva"]
