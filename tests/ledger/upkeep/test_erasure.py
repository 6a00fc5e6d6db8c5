"""Being forgotten unlinks a person and moves no cent; the personal record is complete."""

from __future__ import annotations

import json
from datetime import time
from pathlib import Path

import pytest
from sqlalchemy import select, text

from ledger.book import membership
from ledger.core.answers.member_changes import Guest
from ledger.core.entries import Source
from ledger.core.members import MemberKind, Name, Role
from ledger.core.recurrence import Rule, Unit
from ledger.core.schedule import Kind, Purpose
from ledger.schedules import reminders
from ledger.storage import delivery_rows, schedule_rows
from ledger.storage.database import Store
from ledger.storage.tables import Base, MemberRow
from ledger.upkeep.audit import audit
from ledger.upkeep.erasure import footprint, forget
from ledger.upkeep.group_settings import account, set_my_language, start_private
from ledger.upkeep.personal_record import personal_record, written
from tests.ledger.chat import ASHA, BOB, CHEN, DIA, Chat, expense, person, rupees

ASHAS_NAMES = ("Asha", "asha", str(ASHA.id))


def somebody(language: str | None, number: int) -> str:
    return f"Somebody {number}"


def forget_asha(store: Store) -> int:
    with store.transaction() as tx:
        return forget(tx, ASHA.id, somebody)


def everything_stored(store: Store) -> str:
    """All rows of all tables, as text."""
    with store.transaction() as tx:
        rows = [
            repr(tuple(row))
            for table in Base.metadata.sorted_tables
            for row in tx.connection.execute(select(table))
        ]
    return "\n".join(rows)


@pytest.fixture
def trip(chat: Chat) -> Chat:
    chat.join(ASHA, BOB, CHEN)
    chat.split(ASHA, expense(300))
    chat.split(BOB, expense(60, "tea", "asha"))
    chat.settle(CHEN, "chen", "asha", rupees(40))
    return chat


def test_sums_stay_and_the_name_goes(trip: Chat) -> None:
    nets, plan = trip.nets(), trip.plan()
    assert forget_asha(trip.store) == 1
    assert audit(trip.store) == ()
    renamed = {("Somebody 1" if name == "Asha" else name): net for name, net in nets.items()}
    assert trip.nets() == renamed
    assert [(payer, minor) for payer, _, minor in trip.plan()] == [
        (payer, minor) for payer, _, minor in plan
    ]


def test_nothing_stored_names_the_person_any_more(trip: Chat) -> None:
    # Merged members keep what they were called, and that may be a name of the same person.
    with trip.open(BOB, admin=True) as book:
        membership.add_members(book, [Guest("Asha S"), Name("asha_old")])
        membership.merge(book, Name("Asha_S"), Name("asha"))
        membership.merge(book, Name("asha_old"), Name("asha"))
    forget_asha(trip.store)
    stored = everything_stored(trip.store)
    assert not [name for name in ASHAS_NAMES if name in stored]


def test_what_somebody_was_reminded_by_goes_with_the_name(trip: Chat) -> None:
    trip.split(BOB, expense(6000, "hotel", "asha"))
    with trip.open(BOB) as book:
        reminders.remind(book, Name("asha"), Source("-1/7/remind/Name(text='asha')"))
    assert "asha" in everything_stored(trip.store)
    forget_asha(trip.store)
    stored = everything_stored(trip.store)
    assert not [name for name in ASHAS_NAMES if name in stored]


def test_the_member_is_inactive_and_no_admin(trip: Chat) -> None:
    with trip.open(BOB, admin=True) as book:
        membership.set_role(book, Name("asha"), Role.ADMIN)
    forget_asha(trip.store)
    former = trip.members()["Somebody 1"]
    assert (former.kind, former.role, former.active) == (MemberKind.GUEST, Role.MEMBER, False)
    assert former.user_id is None
    assert former.username is None


def test_whoever_writes_again_is_a_new_member(trip: Chat) -> None:
    before = trip.member("asha").id
    forget_asha(trip.store)
    trip.join(ASHA)
    assert trip.member("asha").id != before
    assert "Asha" not in trip.nets()
    trip.split(ASHA, expense(90, "coffee", "bob"))
    assert audit(trip.store) == ()


def test_the_former_member_can_still_be_settled_with(trip: Chat) -> None:
    forget_asha(trip.store)
    for payer, payee, minor in trip.plan():
        assert payee == "Somebody 1"
        trip.settle(BOB, payer, "Somebody_1", rupees(minor // 100))
    assert trip.nets() == {}


def test_two_who_go_are_told_apart(trip: Chat) -> None:
    forget_asha(trip.store)
    with trip.store.transaction() as tx:
        forget(tx, BOB.id, somebody)
    assert set(trip.nets()) <= {"Somebody 1", "Somebody 2", "Chen"}
    assert {"Somebody 1", "Somebody 2"} <= set(trip.members())


def test_a_member_who_has_that_name_keeps_it(trip: Chat) -> None:
    with trip.open(BOB, admin=True) as book:
        membership.add_members(book, [Guest("somebody 1")])
    forget_asha(trip.store)
    assert {"somebody 1", "Somebody 2"} <= set(trip.members())


def test_all_groups_are_left_at_once(trip: Chat) -> None:
    flat = Chat(trip.store, trip.clock, -2, "Flat 12")
    flat.join(ASHA, DIA)
    flat.split(DIA, expense(10))
    with trip.store.transaction() as tx:
        seen = footprint(tx, ASHA.id)
    assert seen.groups == 2
    assert [standing.group.title for standing in seen.open] == ["Goa", "Flat 12"]
    assert forget_asha(trip.store) == 2
    with trip.store.transaction() as tx:
        assert footprint(tx, ASHA.id).groups == 0
        assert account(tx, ASHA.id) is None
    assert flat.nets() == {"Dia": 500, "Somebody 1": -500}


def test_the_groups_language_gives_the_name(trip: Chat) -> None:
    heard: list[str | None] = []

    def name(language: str | None, number: int) -> str:
        heard.append(language)
        return f"x{number}"

    with trip.store.transaction() as tx:
        tx.connection.execute(text("UPDATE groups SET language = 'hi'"))
    with trip.store.transaction() as tx:
        forget(tx, ASHA.id, name)
    assert heard == ["hi"]


def test_forgetting_twice_or_a_stranger_changes_nothing(trip: Chat) -> None:
    forget_asha(trip.store)
    stored = everything_stored(trip.store)
    assert forget_asha(trip.store) == 0
    with trip.store.transaction() as tx:
        assert forget(tx, DIA.id, somebody) == 0
    assert everything_stored(trip.store) == stored


def test_a_private_summary_goes_along(trip: Chat) -> None:
    with trip.store.transaction() as tx:
        start_private(tx, ASHA)
        summary = schedule_rows.add(
            tx.connection,
            Rule(Unit.WEEK, time(9), tx.now.date(), weekdays=(0,)),
            user_id=ASHA.id,
            kind=Kind.PRIVATE,
            number=1,
            made_at=tx.now,
            timezone="Asia/Kolkata",
        )
        due = {
            "schedule_id": summary,
            "purpose": Purpose.POSTING,
            "on_date": tx.now.date(),
            "due_at": tx.now,
            "place": 0,
            "made_at": tx.now,
            "send_after": tx.now,
        }
        delivery_rows.add_each(tx.connection, [due])
        assert personal_record(tx, ASHA.id)["weekly_summary"] == {
            "state": "active",
            "weekdays": [0],
            "at": "09:00",
            "timezone": "Asia/Kolkata",
        }
    forget_asha(trip.store)
    with trip.store.transaction() as tx:
        assert schedule_rows.of_user(tx.connection, ASHA.id) is None
        assert delivery_rows.waiting(tx.connection, tx.now, 10) == ()


def test_the_record_has_everything_and_only_ones_own_shares(trip: Chat) -> None:
    trip.split(BOB, expense(500, "not mine", "chen"))
    trip.delete(ASHA, 1)
    with trip.store.transaction() as tx:
        set_my_language(tx, ASHA, "hi")
        record = json.loads(written(personal_record(tx, ASHA.id)))
    assert record["account"] == {
        "id": 5_100_000_101,
        "first_name": "Asha",
        "last_name": None,
        "username": "asha",
        "telegram_language": "en",
        "language": "hi",
        "may_be_written_to": False,
    }
    (group,) = record["groups"]
    assert (group["title"], group["role"], group["active"]) == ("Goa", "member", True)
    assert group["balances"] == [{"currency": "INR", "net": "-70.00"}]
    assert [entry["number"] for entry in group["entries"]] == [1, 2, 3]
    dinner = group["entries"][0]
    assert dinner["deleted"] is True
    assert [
        (revision["action"], revision["by_me"], revision["i_paid"], revision["i_owe"])
        for revision in dinner["revisions"]
    ] == [("record", True, "300.00", "100.00"), ("delete", True, "300.00", "100.00")]
    tea = group["entries"][1]["revisions"][0]
    assert (tea["description"], tea["amount"], tea["by_me"], tea["i_owe"]) == (
        "tea",
        "60.00",
        False,
        "30.00",
    )
    told = json.dumps(record)
    assert "Bob" not in told
    assert "Chen" not in told
    assert "not mine" not in told


def test_an_entry_that_somebody_only_wrote_is_in_the_record(trip: Chat) -> None:
    with trip.open(DIA):
        pass
    trip.settle(DIA, "bob", "asha", rupees(10))
    with trip.store.transaction() as tx:
        (group,) = personal_record(tx, DIA.id)["groups"]
    (entry,) = group["entries"]
    assert entry["kind"] == "payment"
    assert entry["revisions"][0]["by_me"] is True
    assert entry["revisions"][0]["i_owe"] == "0.00"


def test_what_was_recorded_for_a_placeholder_is_in_its_persons_record(trip: Chat) -> None:
    eve, guest = person(105, "Eve", "eve"), "Evie"
    with trip.open(BOB, admin=True) as book:
        membership.add_members(book, [Guest(guest)])
    trip.split(BOB, expense(80, "taxi", guest, "eve"))
    with trip.open(eve, admin=True) as book:
        membership.merge(book, Name(guest), Name("eve"))
    with trip.store.transaction() as tx:
        (group,) = personal_record(tx, eve.id)["groups"]
    assert group["also_known_as"] == [guest]
    # Her two parts of the three (Bob's is the other) are one person's.
    owes = group["entries"][0]["revisions"][0]["i_owe"]
    assert group["balances"] == [{"currency": "INR", "net": f"-{owes}"}]


def test_a_stranger_has_an_empty_record(store: Store) -> None:
    with store.transaction() as tx:
        record = personal_record(tx, DIA.id)
    assert (record["account"], record["groups"]) == (None, [])


def test_former_members_are_the_databases_guests(trip: Chat) -> None:
    forget_asha(trip.store)
    with trip.store.transaction() as tx:
        names = tx.connection.scalars(
            select(MemberRow.name).where(MemberRow.name.is_not(None))
        ).all()
    assert list(names) == ["Somebody 1"]


def keys(value: object) -> set[str]:
    """All names of fields in a JSON value."""
    if isinstance(value, dict):
        return set(value).union(*(keys(inner) for inner in value.values()))
    if isinstance(value, list):
        return set().union(*(keys(inner) for inner in value))
    return set()


def test_the_document_tells_every_field_of_the_record(trip: Chat) -> None:
    told = (Path(__file__).parents[3] / "docs" / "privacy.md").read_text(encoding="utf-8")
    with trip.store.transaction() as tx:
        record = personal_record(tx, ASHA.id)
    assert {key for key in keys(record) if f"`{key}`" not in told} == set()
