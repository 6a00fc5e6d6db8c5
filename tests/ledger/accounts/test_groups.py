"""Groups over HTTP: made without a chat, seen by their members alone, and shown by UUIDs."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ledger.accounts import founding, joining, registering, showing
from ledger.accounts.opening import Call
from ledger.book import membership
from ledger.core.accounts import Account
from ledger.core.answers.member_changes import Guest
from ledger.core.clock import MovableClock
from ledger.core.errors import Code, LedgerError
from ledger.core.members import GroupId, Name, Role
from ledger.journal import recording
from ledger.storage.database import Store
from tests.ledger.accounts.http import Http
from tests.ledger.chat import ASHA, BOB, DEFAULTS, Chat, expense, new_source
from tests.ledger.storage.statements import caught


@pytest.fixture
def bob(http: Http) -> Account:
    return http.register("Bob Smith")


@pytest.fixture
def charlie(http: Http) -> Account:
    return http.register("Charlie Brown")


@pytest.fixture
def goa(http: Http, bob: Account, charlie: Account) -> GroupId:
    return http.found("Goa Trip 2024", bob, charlie)


def refused(code: Code, http: Http, group: GroupId, who: Account | None) -> None:
    with pytest.raises(LedgerError) as error, http.open(group, who):
        pass
    assert error.value.code is code


def test_the_first_member_of_a_new_group_is_its_admin(
    http: Http, store: Store, bob: Account, charlie: Account
) -> None:
    with store.transaction() as tx:
        users = [bob.user_id, charlie.user_id, bob.user_id]
        book = founding.found_group(tx, " Goa  Trip ", "By the sea", users, DEFAULTS)
        card = showing.card(book)
    assert (card.group.title, card.description, card.in_chat) == ("Goa Trip", "By the sea", False)
    assert [(one.name, one.member.role, one.email) for one in card.members] == [
        ("Bob Smith", Role.ADMIN, "bob@example.com"),
        ("Charlie Brown", Role.MEMBER, "charlie@example.com"),
    ]
    assert [one.user_id for one in card.members] == [bob.public_id, charlie.public_id]
    assert card.made_at == card.updated_at == http.clock.now()


def test_what_was_shown_once_keeps_its_uuid(http: Http, goa: GroupId, bob: Account) -> None:
    http.split(goa, bob, expense(300, "hotel", everyone=True))
    seen = []
    for _ in range(2):
        with http.open(goa, bob) as book:
            entry = recording.record_payment(
                book, Name("charlie"), Name("bob"), None, new_source()
            ).entry
            ids = showing.ids_of_entries(book.tx, [entry])
            card = showing.card(book)
            seen.append(((card.public_id, card.members), ids[entry.id]))
            assert showing.entry_of(book.tx, ids[entry.id].upper()) == (goa, entry.number)
            assert showing.ids_of_entries(book.tx, [entry]) == ids
        http.split(goa, bob, expense(100, "taxi", everyone=True))
    assert seen[0][0] == seen[1][0]
    assert seen[0][1] != seen[1][1]
    with http.store.transaction() as tx:
        assert showing.group_of(tx, seen[0][0][0]) == goa


def test_uuids_that_were_given_are_asked_for_once(http: Http, goa: GroupId, bob: Account) -> None:
    with http.open(goa, bob) as book:
        first = showing.card(book)
    with caught(http.store) as asked, http.store.transaction() as tx:
        assert showing.my_cards(tx, bob.user_id) == (first,)
    of_rows = [one.sql for one in asked if "public_id IS NOT NULL" in one.sql]
    assert len(of_rows) == 2, "the group's, and its members'"


def test_a_share_is_known_by_its_entry_and_its_member(http: Http, goa: GroupId) -> None:
    with http.open(goa, None) as book:
        one, two = (shown.public_id for shown in showing.shown(book).values())
    assert showing.id_of_share(one, two) == showing.id_of_share(one, two)
    assert showing.id_of_share(one, two) != showing.id_of_share(two, one)


def test_nobody_else_knows_of_a_group(http: Http, goa: GroupId, bob: Account) -> None:
    dia = http.register("Dia")
    refused(Code.NO_SUCH_GROUP, http, goa, dia)
    refused(Code.NO_SUCH_GROUP, http, GroupId(999), bob)
    refused(Code.NO_SUCH_GROUP, http, GroupId(999), None)
    with pytest.raises(LedgerError) as error, http.store.transaction() as tx:
        Call(goa, None).open(tx)
    assert error.value.code is Code.NO_SUCH_GROUP
    assert http.names(goa) == ["Bob", "Charlie"]


def test_what_no_uuid_says_is_not_there(http: Http, goa: GroupId) -> None:
    for public_id in ("", "goa", "0b069537-70db-4dc7-9d50-da2e3a1b9f4a"):
        with http.open(goa, None) as book:
            for ask, code in (
                (showing.group_of, Code.NO_SUCH_GROUP),
                (showing.entry_of, Code.NO_SUCH_ENTRY),
            ):
                with pytest.raises(LedgerError) as error:
                    ask(book.tx, public_id)
                assert error.value.code is code
            with pytest.raises(LedgerError) as error:
                showing.member_of(book, public_id)
            assert error.value.code is Code.UNKNOWN_NAME


def test_members_record_and_settle_without_a_chat(
    http: Http, goa: GroupId, bob: Account, charlie: Account
) -> None:
    written = http.split(goa, charlie, expense(3000, "hotel", everyone=True))
    assert http.nets(goa) == {"Bob": -1500, "Charlie": 1500}
    with http.open(goa, bob) as book:
        actor = book.require_actor()
        assert written.entry.author != actor.id
        recording.record_payment(book, Name("bob"), Name("charlie"), None, new_source())
    assert http.nets(goa) == {}


def test_a_trusted_service_acts_for_whom_it_names(
    http: Http, goa: GroupId, charlie: Account
) -> None:
    with http.open(goa, charlie, trusted=True) as book:
        assert book.is_admin
        assert book.require_actor().first_name == "Charlie"
    with http.open(goa, None) as book:
        assert book.is_admin
        assert book.actor is None
    with pytest.raises(LedgerError) as error:  # noqa: SIM117 (the second raises)
        with http.open(goa, http.register("Dia"), trusted=True):
            pass
    assert error.value.code is Code.UNKNOWN_NAME


def test_admins_alone_add_people_each_once(
    http: Http, goa: GroupId, bob: Account, charlie: Account
) -> None:
    dia = http.register("Dia")
    with pytest.raises(LedgerError) as error:
        http.add(goa, charlie, dia)
    assert error.value.code is Code.ADMINS_ONLY
    http.add(goa, bob, dia, Role.ADMIN)
    with pytest.raises(LedgerError) as error:
        http.add(goa, dia, charlie)
    assert error.value.code is Code.ALREADY_A_MEMBER


def test_a_placeholder_that_waits_for_whoever_is_added_is_that_person(
    http: Http, store: Store, goa: GroupId, bob: Account
) -> None:
    http.split(goa, bob, expense(200, "tea", "asha"))
    with store.transaction() as tx:
        asha = registering.of_person(tx, ASHA)
    http.add(goa, bob, asha)
    assert http.names(goa) == ["Bob", "Charlie", "Asha"]
    assert http.nets(goa) == {"Bob": 100, "Asha": -100}


def test_whoever_is_removed_is_out_until_added_again(
    http: Http, goa: GroupId, bob: Account, charlie: Account
) -> None:
    http.split(goa, bob, expense(100, "tea", everyone=True))
    with pytest.raises(LedgerError) as error, http.open(goa, bob) as book:
        joining.remove(book, showing.member_of(book, charlie.public_id).id)
    assert error.value.code is Code.BALANCE_OPEN
    with http.open(goa, charlie) as book:
        recording.record_payment(book, Name("charlie"), Name("bob"), None, new_source())
    with http.open(goa, bob) as book:
        joining.remove(book, showing.member_of(book, charlie.public_id).id)
    refused(Code.NO_SUCH_GROUP, http, goa, charlie)
    http.add(goa, bob, charlie)
    assert http.names(goa) == ["Bob", "Charlie"]


def test_whoever_left_and_has_something_open_may_still_look_and_pay(
    http: Http, chat: Chat, store: Store
) -> None:
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(100, "tea", "asha", "bob"))
    with chat.open() as book:
        group = book.group.id
        membership.leave(book, BOB.id)
    with store.transaction() as tx:
        assert Call(group, BOB.id).open(tx).actor is not None
    with store.transaction() as tx:
        recording.record_payment(
            Call(group, BOB.id).open(tx), Name("bob"), Name("asha"), None, new_source()
        )
    with pytest.raises(LedgerError) as error, store.transaction() as tx:
        Call(group, BOB.id).open(tx)
    assert error.value.code is Code.NO_SUCH_GROUP


def test_a_group_without_a_chat_keeps_an_admin(
    http: Http, goa: GroupId, bob: Account, charlie: Account
) -> None:
    for use in (joining.remove, lambda book, who: joining.set_role(book, who, Role.MEMBER)):
        with pytest.raises(LedgerError) as error, http.open(goa, bob) as book:
            use(book, book.require_actor().id)
        assert error.value.code is Code.LAST_ADMIN
    with http.open(goa, bob) as book:
        joining.set_role(book, showing.member_of(book, charlie.public_id).id, Role.ADMIN)
        joining.set_role(book, book.require_actor().id, Role.MEMBER)
    with http.open(goa, charlie) as book:
        joining.remove(book, showing.member_of(book, bob.public_id).id)
        joining.remove(book, book.require_actor().id)
    assert http.names(goa) == []


def test_a_chats_group_has_the_chats_admins(chat: Chat, store: Store) -> None:
    chat.join(ASHA, BOB)
    with chat.open(ASHA, admin=True) as book:
        group = book.group.id
        membership.set_role(book, Name("asha"), Role.ADMIN)
    with store.transaction() as tx:
        book = Call(group, ASHA.id).open(tx)
        assert joining.set_role(book, book.require_actor().id, Role.MEMBER).role is Role.MEMBER


def test_a_group_is_renamed_and_described_by_its_admins(
    http: Http, goa: GroupId, bob: Account, charlie: Account, clock: MovableClock
) -> None:
    clock.move_to(clock.now() + timedelta(hours=1))
    for use in (founding.rename, founding.describe):
        with pytest.raises(LedgerError) as error, http.open(goa, charlie) as book:
            use(book, "Oslo")
        assert error.value.code is Code.ADMINS_ONLY
    with http.open(goa, bob) as book:
        founding.rename(book, " Oslo ")
        founding.describe(book, "Snow")
        card = showing.card(book)
    assert (card.group.title, card.description) == ("Oslo", "Snow")
    assert card.updated_at == clock.now() > card.made_at
    with pytest.raises(LedgerError) as error, http.open(goa, bob) as book:
        founding.rename(book, " ")
    assert error.value.code is Code.NAME_MISSING


def test_a_chats_title_is_changed_in_the_chat(chat: Chat, store: Store) -> None:
    chat.join(ASHA)
    with chat.open(ASHA, admin=True) as book:
        founding.rename(book, chat.place.title)
        with pytest.raises(LedgerError) as error:
            founding.rename(book, "Oslo")
    assert error.value.code is Code.NAME_FROM_TELEGRAM


def test_people_without_an_account_are_known_by_their_membership(
    http: Http, goa: GroupId, bob: Account
) -> None:
    with http.open(goa, bob) as book:
        added = membership.add_members(book, [Name("dia"), Guest("Aunt May")])
        shown = showing.shown(book, [member.id for member in added.added])
        assert [(one.name, one.account) for one in shown.values()] == [
            ("dia", None),
            ("Aunt May", None),
        ]
        for id_, one in shown.items():
            assert one.user_id == one.public_id
            assert showing.member_of(book, one.user_id).id == id_


def test_a_membership_that_was_merged_leads_to_who_it_is(
    http: Http, goa: GroupId, bob: Account
) -> None:
    with http.open(goa, bob) as book:
        (guest,) = membership.add_members(book, [Guest("Charlie B")]).added
        public = showing.shown(book, [guest.id])[guest.id].public_id
        stays = membership.merge(book, guest.id, Name("charlie")).stays
    with http.open(goa, bob) as book:
        assert showing.member_of(book, public).id == stays.id
        assert showing.shown(book, [guest.id])[guest.id].member.id == stays.id


def test_everybody_sees_their_own_groups_and_a_service_all(
    http: Http, store: Store, chat: Chat, goa: GroupId, bob: Account, charlie: Account
) -> None:
    chat.join(ASHA)
    oslo = http.found("Oslo", charlie)
    with store.transaction() as tx:
        assert [card.group.id for card in showing.my_cards(tx, bob.user_id)] == [goa]
        assert [card.group.id for card in showing.my_cards(tx, charlie.user_id)] == [goa, oslo]
        everything = showing.all_cards(tx, GroupId(0), 10)
        assert [(card.group.title, card.in_chat) for card in everything] == [
            ("Goa Trip 2024", False),
            ("Goa", True),
            ("Oslo", False),
        ]
        assert [one.name for one in everything[1].members] == ["Asha"]
        assert len(showing.all_cards(tx, everything[0].group.id, 1)) == 1
        assert showing.all_cards(tx, oslo, 10) == ()
        assert showing.my_cards(tx, BOB.id) == ()
