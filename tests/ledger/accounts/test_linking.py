"""One person of two: an account and the Telegram user that its person is."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ledger.accounts import answered_calls, linking, logins, personal_tokens, registering, showing
from ledger.accounts.answered_calls import Answered
from ledger.book import lookup, pay_details
from ledger.core.accounts import Account, Scope
from ledger.core.clock import MovableClock
from ledger.core.errors import Code, LedgerError
from ledger.core.members import GroupId, Name, Person, Role
from ledger.core.paying.details import PayDetail, Scheme
from ledger.storage import people_rows
from ledger.storage.database import Store
from tests.ledger.accounts.http import Http
from tests.ledger.chat import ASHA, BOB, CHEN, Chat, expense


@pytest.fixture
def rupali(http: Http) -> Account:
    return http.register("Rupali Sharma")


@pytest.fixture
def goa(http: Http, rupali: Account) -> GroupId:
    return http.found("Goa", rupali, http.register("Dia"))


def code_of(http: Http, who: Person) -> str:
    with http.store.transaction() as tx:
        return linking.new_link_code(tx, who)


def link(http: Http, account: Account, who: Person) -> Account:
    code = code_of(http, who)
    with http.store.transaction() as tx:
        return linking.link(tx, account, code)


def refusal(http: Http, account: Account, code: str) -> Code:
    with pytest.raises(LedgerError) as refused, http.store.transaction() as tx:
        linking.link(tx, account, code)
    return refused.value.code


def test_an_account_is_a_telegram_users_from_then_on(http: Http, rupali: Account) -> None:
    linked = link(http, rupali, ASHA)
    assert (linked.id, linked.public_id, linked.email) == (
        rupali.id,
        rupali.public_id,
        "rupali@example.com",
    )
    assert linked.user_id == ASHA.id
    assert linked.name == "Asha"
    with http.store.transaction() as tx:
        assert registering.of_user(tx, ASHA.id) == linked
        assert registering.of_person(tx, ASHA) == linked


def test_a_code_can_be_typed_in_any_case_and_with_spaces(http: Http, rupali: Account) -> None:
    code = code_of(http, ASHA)
    with http.store.transaction() as tx:
        assert linking.link(tx, rupali, f" {code[:5].lower()}-{code[5:]} ").in_telegram


def test_a_code_is_good_once_for_ten_minutes_and_only_the_last_one(
    http: Http, rupali: Account, clock: MovableClock
) -> None:
    first, last = code_of(http, ASHA), code_of(http, ASHA)
    assert refusal(http, rupali, first) is Code.BAD_CODE
    assert refusal(http, rupali, "nonsense") is Code.BAD_CODE
    clock.move_to(clock.now() + timedelta(minutes=10))
    assert refusal(http, rupali, last) is Code.BAD_CODE
    good = code_of(http, ASHA)
    with http.store.transaction() as tx:
        linked = linking.link(tx, rupali, good)
    assert refusal(http, linked, good) is Code.BAD_CODE


def test_whoever_is_linked_already_may_say_so_again_and_is_nobody_else(
    http: Http, rupali: Account
) -> None:
    linked = link(http, rupali, ASHA)
    assert link(http, linked, ASHA) == linked
    assert refusal(http, linked, code_of(http, BOB)) is Code.ALREADY_LINKED
    dia = http.register("Dia")
    assert refusal(http, dia, code_of(http, ASHA)) is Code.ALREADY_LINKED
    # As one who still has the account as it was before.
    assert refusal(http, rupali, code_of(http, BOB)) is Code.ALREADY_LINKED


def test_a_member_is_handed_over_where_the_user_is_none(
    http: Http, goa: GroupId, rupali: Account
) -> None:
    http.split(goa, rupali, expense(100, "tea", everyone=True))
    with http.open(goa, rupali) as book:
        before = showing.card(book)
    linked = link(http, rupali, ASHA)
    assert http.nets(goa) == {"Asha": 50, "Dia": -50}
    with http.open(goa, linked) as book:
        after = showing.card(book)
        assert book.is_admin
    assert [one.public_id for one in after.members] == [one.public_id for one in before.members]
    assert [one.user_id for one in after.members] == [one.user_id for one in before.members]


def test_two_members_become_one_where_both_are_in_a_group(
    http: Http, chat: Chat, rupali: Account
) -> None:
    chat.join(ASHA, BOB)
    with chat.open(ASHA, admin=True) as book:
        group = book.group.id
        book.people.set_active(book.require_actor(), active=False)
    dia = http.register("Dia")
    http.add(group, None, rupali, Role.ADMIN)
    http.add(group, None, dia)
    chat.split(ASHA, expense(300, "taxi", "asha", "rupali", "dia"))
    http.split(group, rupali, expense(600, "hotel", "asha", "rupali", "dia"))
    with http.open(group, rupali) as book:
        was = showing.shown(book, [book.require_actor().id])
    linked = link(http, rupali, ASHA)
    assert http.nets(group) == {"Asha": 300, "Dia": -300}
    assert sorted(http.names(group)) == ["Asha", "Bob", "Dia"]
    with http.open(group, linked) as book:
        assert book.is_admin
        for id_, shown in was.items():
            assert book.member(id_).user_id == ASHA.id
            for public_id in (shown.public_id, shown.user_id):
                assert showing.member_of(book, public_id).user_id == ASHA.id


def test_what_two_owed_each_other_who_are_one_is_nothing(
    http: Http, chat: Chat, rupali: Account
) -> None:
    chat.join(ASHA)
    with chat.open() as book:
        group = book.group.id
    http.add(group, None, rupali)
    chat.split(ASHA, expense(300, "taxi", "rupali"))
    assert http.nets(group) == {"Asha": 150, "Rupali": -150}
    link(http, rupali, ASHA)
    assert http.nets(group) == {}


def test_a_placeholder_that_waits_for_the_user_is_that_person(
    http: Http, goa: GroupId, rupali: Account
) -> None:
    http.split(goa, rupali, expense(300, "tea", "asha", "dia"))
    link(http, rupali, ASHA)
    assert http.nets(goa) == {"Asha": 100, "Dia": -100}
    assert http.names(goa) == ["Asha", "Dia"]


def test_the_account_that_the_user_was_given_leads_to_the_one_that_stays(
    http: Http, store: Store, rupali: Account, clock: MovableClock
) -> None:
    with store.transaction() as tx:
        given = registering.of_person(tx, ASHA)
        token, secret = personal_tokens.make(tx, given, "script", Scope.FULL)
        logins.begin(tx, given.id, "app", clock.now() + timedelta(days=30))
        for account, key in ((given, "both"), (rupali, "both"), (given, "own")):
            answered_calls.begin(tx, account.id, key, key)
            answered_calls.finish(tx, account.id, key, Answered(200, str(account.id)))
    linked = link(http, rupali, ASHA)
    with store.transaction() as tx:
        assert registering.by_id(tx, given.id) == linked
        assert registering.by_public_id(tx, given.public_id) == linked
        assert personal_tokens.opened(tx, secret) == (linked, Scope.FULL)
        assert personal_tokens.tokens_of(tx, linked)[0].id == token.id
        assert logins.rotate(tx, "app", "app2", clock.now() + timedelta(days=30)) == linked
        assert answered_calls.begin(tx, linked.id, "both", "both") == Answered(200, str(rupali.id))
        assert answered_calls.begin(tx, linked.id, "own", "own") == Answered(200, str(given.id))
        assert [one.id for one in registering.all_behind(tx, rupali.id, 10)] == []


def test_what_only_one_of_them_had_is_kept(http: Http, store: Store, rupali: Account) -> None:
    upi = PayDetail(Scheme.UPI, "rupali@okbank")
    iban = PayDetail(Scheme.IBAN, "DE89370400440532013000")
    with store.transaction() as tx:
        rupali = registering.update(tx, rupali, phone="5550100123")
        person = Person(rupali.user_id, "Rupali", "Sharma")
        for detail in (upi, iban):
            pay_details.keep_detail(tx, person, detail)
        people_rows.change_account(tx.connection, rupali.user_id, language="hi")
        own = PayDetail(Scheme.UPI, "asha@okbank")
        pay_details.keep_detail(tx, ASHA, own)
        given = registering.of_user(tx, ASHA.id)
        registering.update(tx, given, phone="999")
    linked = link(http, rupali, ASHA)
    assert (linked.phone, linked.language) == ("5550100123", "hi")
    with store.transaction() as tx:
        assert set(pay_details.details_of(tx, ASHA.id)) == {own, iban}
        assert people_rows.account(tx.connection, rupali.user_id) is None


def test_a_user_whose_account_has_an_email_address_has_it_alone(
    http: Http, store: Store, goa: GroupId, rupali: Account
) -> None:
    with store.transaction() as tx:
        given = registering.of_person(tx, ASHA)
        registering.update(tx, given, email="asha@example.com")
    assert refusal(http, rupali, code_of(http, ASHA)) is Code.ALREADY_LINKED
    assert http.names(goa) == ["Rupali", "Dia"]


def test_linking_touches_no_other_groups(http: Http, chat: Chat, rupali: Account) -> None:
    chat.join(BOB, CHEN)
    chat.split(BOB, expense(100, "tea", "bob", "chen"))
    link(http, rupali, ASHA)
    with chat.open() as book:
        assert lookup.find_username(book, Name("asha")) is None
    assert chat.nets() == {"Bob": 5000, "Chen": -5000}
