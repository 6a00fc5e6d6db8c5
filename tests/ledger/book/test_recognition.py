"""Who is a member: joining, leaving, claiming, names that change hands, merging."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from ledger.book import lookup, membership
from ledger.core.answers.member_changes import Guest
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberKind, Name, Role, Sender
from ledger.core.shares import EQUAL_PART
from ledger.journal import recording
from ledger.storage import people_rows
from tests.ledger.chat import (
    ASHA,
    BOB,
    CHEN,
    Chat,
    expense,
    new_source,
    owed,
    person,
    rupees,
)


def test_whoever_writes_is_a_member_from_then_on(chat: Chat) -> None:
    with chat.open(ASHA) as book:
        assert book.first_visit
        assert book.actor is not None
        assert book.actor.first_name == "Asha"
    with chat.open(ASHA) as book:
        assert not book.first_visit
    assert list(chat.members()) == ["Asha"]


def test_an_anonymous_admin_has_no_balance_but_may_add(chat: Chat) -> None:
    with chat.open(None, admin=True) as book:
        membership.add_members(book, [Name("bob")])
    with pytest.raises(LedgerError) as refused, chat.open(None, admin=True) as book:
        recording.record_expense(book, expense(100), new_source())
    assert refused.value.code is Code.NOT_A_PERSON
    assert list(chat.members()) == ["bob"]


def test_names_and_usernames_follow_the_account(chat: Chat) -> None:
    chat.join(ASHA)
    chat.join(person(5_100_000_101, "Asha R <&>", "asha_r"))
    (asha,) = chat.members().values()
    assert (asha.first_name, asha.username) == ("Asha R <&>", "asha_r")


def test_a_username_taken_over_leaves_its_history_with_the_person(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(100, "tea", "bob"))
    other = person(202, "Bobby", "Bob")
    chat.join(other)
    assert chat.member("bob").user_id == other.id
    assert chat.nets() == {"Asha": 5000, "Bob": -5000}


def test_whoever_leaves_keeps_the_balance_and_comes_back_as_the_same(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(100))
    before = chat.member("bob")
    with chat.open() as book:
        membership.leave(book, BOB.id)
    assert not chat.member("bob").active
    assert chat.nets() == {"Asha": 5000, "Bob": -5000}
    assert owed(chat.split(ASHA, expense(100))) == {"Asha": 10000}
    chat.join(BOB)
    assert chat.member("bob") == before


def test_leaving_without_having_been_here_is_nothing(chat: Chat) -> None:
    with chat.open() as book:
        assert membership.leave(book, BOB.id) is None


def test_an_unknown_name_becomes_a_placeholder_that_its_person_claims(chat: Chat) -> None:
    recorded = chat.split(ASHA, expense(100, "tea", "Chen_X"))
    (chen,) = recorded.newcomers
    assert (chen.kind, chen.username) == (MemberKind.PLACEHOLDER, "Chen_X")
    with chat.open(person(5, "Chen", "chen_x")) as book:
        assert book.first_visit
        assert book.actor is not None
        assert book.actor.id == chen.id
        assert book.actor.kind is MemberKind.USER
    assert chat.nets() == {"Asha": 5000, "Chen": -5000}


def test_a_member_who_takes_a_placeholders_username_is_merged_with_it(chat: Chat) -> None:
    chat.join(ASHA, person(5, "Chen"))
    chat.split(ASHA, expense(100, "tea", "chen"))
    chat.split(ASHA, expense(300, "cake", "chen_x"))
    chat.join(person(5, "Chen", "chen_x"))
    assert list(chat.members()) == ["Asha", "Chen"]
    assert chat.nets() == {"Asha": 20000, "Chen": -20000}


def test_somebody_marked_in_a_text_is_a_member_with_the_name_waiting_for_them(
    chat: Chat,
) -> None:
    chat.split(ASHA, expense(100, "tea", "chen"))
    line = ExpenseLine(rupees(100), participants=((Name("Chen", CHEN), EQUAL_PART),))
    recorded = chat.split(ASHA, line)
    assert recorded.newcomers == ()
    assert chat.nets() == {"Asha": 10000, "Chen": -10000}
    dia = person(9, "दीदी")
    line = ExpenseLine(rupees(100), participants=((Name("दीदी", dia), EQUAL_PART),))
    assert owed(chat.split(ASHA, line)) == {"Asha": 5000, "दीदी": 5000}


def test_names_are_found_as_username_then_guest_then_first_name(chat: Chat) -> None:
    chat.join(ASHA, BOB, person(5, "May"))
    with chat.open(ASHA, admin=True) as book:
        membership.add_members(book, [Guest("Aunt  May"), Guest("Bob")])
        find = [
            lookup.resolve(book, Name(text), make=False).kind
            for text in ("BOB", "@bob".lstrip("@"), "aunt_may", "may")
        ]
    assert find == [MemberKind.USER, MemberKind.USER, MemberKind.GUEST, MemberKind.USER]


def test_a_first_name_of_two_is_asked_back(chat: Chat) -> None:
    chat.join(ASHA, person(5, "Sam", "sam_one"), person(6, "sam", "sam_two"))
    with pytest.raises(LedgerError) as refused:
        chat.split(ASHA, expense(100, "tea", "Sam"))
    assert refused.value.code is Code.NAME_AMBIGUOUS
    members = refused.value.details["members"]
    assert isinstance(members, tuple)
    assert {member.username for member in members} == {"sam_one", "sam_two"}


def test_adding_says_who_is_new_who_was_there_and_who_is_back(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    with chat.open(ASHA, admin=True) as book:
        membership.remove_member(book, Name("bob"))
    names: list[Name | Guest] = [
        Name("asha"),
        Name("bob"),
        Name("chen"),
        Guest("Grandma"),
        Name("Chen"),
    ]
    with chat.open(ASHA, admin=True) as book:
        added = membership.add_members(book, names)
    assert [member.first_name for member in added.added] == ["chen", "Grandma"]
    assert [member.first_name for member in added.already] == ["Asha"]
    assert [member.first_name for member in added.came_back] == ["Bob"]


def test_a_crowd_is_added_without_reading_everybody_for_each(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = Mock(wraps=people_rows.members)
    monkeypatch.setattr(people_rows, "members", reads)
    with chat.open(ASHA, admin=True) as book:
        reads.reset_mock()
        for number in range(20):
            book.meet(person(200 + number, f"Guest {number}", f"guest{number}"))
        membership.add_members(book, [Name(f"name{number}") for number in range(20)])
        assert len(book.roster.active) == 41
        assert reads.call_count <= 1
        assert [member.id for member in book.roster] == sorted(member.id for member in book.roster)


def test_adding_nobody_is_refused(chat: Chat) -> None:
    refused_names: list[list[Name | Guest]] = [[], [Guest("  ")]]
    for names in refused_names:
        with pytest.raises(LedgerError) as refused, chat.open(ASHA, admin=True) as book:
            membership.add_members(book, names)
        assert refused.value.code is Code.NAME_MISSING


def test_members_do_not_add_remove_promote_or_merge(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    with chat.open(ASHA) as book:
        for refused_use in (
            lambda: membership.add_members(book, [Name("chen")]),
            lambda: membership.remove_member(book, Name("bob")),
            lambda: membership.set_role(book, Sender(), Role.ADMIN),
        ):
            with pytest.raises(LedgerError) as refused:
                refused_use()
            assert refused.value.code is Code.ADMINS_ONLY


def test_a_role_makes_an_admin(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    with chat.open(ASHA, admin=True) as book:
        membership.set_role(book, Name("bob"), Role.ADMIN)
    with chat.open(BOB) as book:
        assert book.is_admin
        membership.add_members(book, [Name("chen")])


def test_nobody_is_removed_while_something_is_open(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    chat.split(ASHA, expense(100))
    with pytest.raises(LedgerError) as refused, chat.open(ASHA, admin=True) as book:
        membership.remove_member(book, Name("bob"))
    assert refused.value.code is Code.BALANCE_OPEN
    assert refused.value.details["nets"] == (rupees(-50),)
    chat.settle(BOB, "bob", "asha")
    with chat.open(ASHA, admin=True) as book:
        assert not membership.remove_member(book, Name("bob")).active


def test_merging_joins_history_and_the_account_stays(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    with chat.open(ASHA, admin=True) as book:
        membership.add_members(book, [Guest("Grandma")])
    chat.split(ASHA, expense(300))
    with chat.open(ASHA, admin=True) as book:
        merged = membership.merge(book, Name("bob"), Name("Grandma"))
    assert (merged.gone.first_name, merged.stays.first_name) == ("Grandma", "Bob")
    assert chat.nets() == {"Asha": 20000, "Bob": -20000}
    assert owed(chat.split(ASHA, expense(100, "tea", "grandma"))) == {"Asha": 5000, "Bob": 5000}


def test_what_two_halves_of_a_person_owed_each_other_vanishes(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    chat.split(BOB, expense(300, "tea", "asha", "bobb"))
    with chat.open(ASHA, admin=True) as book:
        membership.merge(book, Name("bobb"), Name("bob"))
    assert chat.nets() == {"Bob": 10000, "Asha": -10000}
    assert chat.pairs() == [("Asha", "Bob", 10000, (10000,), 0)]
    chat.delete(BOB, 1)
    assert chat.nets() == {}


def test_two_accounts_and_one_person_are_not_merged(chat: Chat) -> None:
    chat.join(ASHA, BOB)
    for names, code in ((("asha", "bob"), Code.TWO_ACCOUNTS), (("bob", "Bob"), Code.SAME_PERSON)):
        with pytest.raises(LedgerError) as refused, chat.open(ASHA, admin=True) as book:
            membership.merge(book, Name(names[0]), Name(names[1]))
        assert refused.value.code is code


def test_whoever_made_a_slip_may_merge_it_without_being_admin(chat: Chat) -> None:
    chat.join(ASHA, BOB, CHEN)
    recorded = chat.split(ASHA, expense(100, "tea", "chem"))
    ((new, meant),) = recorded.lookalikes
    assert (new.first_name, meant.first_name) == ("chem", "Chen")
    with pytest.raises(LedgerError) as refused, chat.open(BOB) as book:
        membership.merge(book, new.id, meant.id)
    assert refused.value.code is Code.ADMINS_ONLY
    with chat.open(ASHA) as book:
        membership.merge(book, new.id, meant.id)
    assert chat.nets() == {"Asha": 5000, "Chen": -5000}


def test_two_placeholders_of_one_person_become_one(chat: Chat) -> None:
    chat.join(ASHA)
    chat.split(ASHA, expense(100, "tea", "meera"))
    chat.split(ASHA, expense(200, "cake", "meera_k"))
    with chat.open(ASHA, admin=True) as book:
        membership.merge(book, Name("meera"), Name("meera_k"))
    chat.join(person(7, "Meera", "meera_k"))
    assert chat.nets() == {"Asha": 15000, "Meera": -15000}


def test_a_role_is_not_lost_in_a_merge(chat: Chat) -> None:
    chat.join(ASHA)
    with chat.open(ASHA, admin=True) as book:
        membership.add_members(book, [Name("bob_x")])
        membership.set_role(book, Name("bob_x"), Role.ADMIN)
    chat.join(BOB)
    with chat.open(ASHA, admin=True) as book:
        merged = membership.merge(book, Name("bob_x"), Name("bob"))
    assert merged.stays.role is Role.ADMIN


def test_a_bot_takes_no_part(chat: Chat) -> None:
    with chat.open(ASHA, admin=True) as book:
        for text in ("all_square_bot", "SomeBot"):
            with pytest.raises(LedgerError) as caught:
                lookup.resolve(book, Name(text), make=True)
            assert caught.value.code is Code.IS_A_BOT
            with pytest.raises(LedgerError):
                membership.add_members(book, [Name(text)])
        assert lookup.resolve(book, Name("Talbot"), make=True).first_name == "Talbot"


def test_an_apostrophe_is_the_same_straight_and_curly(chat: Chat) -> None:
    with chat.open(ASHA, admin=True) as book:
        membership.add_members(book, [Guest("Miles O'Brien")])
        found = lookup.resolve(book, Name("Miles_O’Brien"), make=False)
    assert found.first_name == "Miles O'Brien"


def test_the_first_of_several_first_names_is_enough(chat: Chat) -> None:
    maria = person(71, "Maria José")
    with chat.open(maria) as book:
        assert lookup.resolve(book, Name("maria"), make=True) == book.actor
    with chat.open(person(72, "Maria")) as book:
        assert lookup.resolve(book, Name("Maria"), make=True) == book.actor
    with chat.open(person(73, "Maria")) as book, pytest.raises(LedgerError) as caught:
        lookup.resolve(book, Name("Maria"), make=True)
    assert caught.value.code is Code.NAME_AMBIGUOUS


def test_an_unknown_name_comes_with_the_one_perhaps_meant(chat: Chat) -> None:
    with chat.open(ASHA) as book, pytest.raises(LedgerError) as caught:
        lookup.resolve(book, Name("ashaa"), make=False)
    assert caught.value.details["near"] == book.actor
