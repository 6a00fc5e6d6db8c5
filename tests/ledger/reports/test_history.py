"""History, log, statements and preferences."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from ledger.book import settlement_plan
from ledger.core.clock import MovableClock
from ledger.core.entries import Action
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name
from ledger.core.money import Currency, Money
from ledger.journal import corrections
from ledger.people import membership
from ledger.people.membership import Guest
from ledger.reports import history, statements
from ledger.reports.history import Filter, HistoryPage
from ledger.storage import group_rows
from ledger.upkeep import group_settings
from ledger.upkeep.chat_migration import chat_id_of, follow_migration
from tests.ledger.chat import ASHA, BOB, CHEN, DIA, INR, Chat, expense, new_source, person, rupees


@pytest.fixture
def chat(chat: Chat) -> Chat:
    chat.join(ASHA, BOB, CHEN)
    return chat


def _numbers(page: HistoryPage) -> list[int]:
    return [entry.number for entry in page.entries]


def test_pages_go_back_from_the_newest(chat: Chat) -> None:
    for amount in range(1, 13):
        chat.split(ASHA, expense(amount))
    chat.delete(ASHA, 11)
    with chat.open() as book:
        first = history.page(book, size=5)
        assert (_numbers(first), first.page, first.pages, first.total) == (
            [12, 10, 9, 8, 7],
            1,
            3,
            11,
        )
        assert _numbers(history.page(book, page=3, size=5)) == [1]
        assert history.page(book, page=99, size=5).page == 3
        assert history.page(book, page=-1, size=5).page == 1


def test_an_empty_history_has_one_empty_page(chat: Chat) -> None:
    with chat.open() as book:
        page = history.page(book)
    assert (page.entries, page.page, page.pages, page.total) == ((), 1, 1, 0)


def test_filters_find_by_member_words_category_and_month(chat: Chat) -> None:
    chat.split(ASHA, expense(1, "Dinner at Tito's", "bob", category="food"))
    chat.split(ASHA, expense(2, "100% juice_bar", "chen", category="Food"))
    chat.split(BOB, ExpenseLine(rupees(3), "ОБЕД", on=date(2024, 2, 29)))
    chat.split(BOB, ExpenseLine(rupees(4), "taxi", on=date(2024, 12, 31)))
    with chat.open() as book:
        bob = membership.resolve(book, Name("bob"), make=False).id

        assert _numbers(history.page(book, Filter(member=bob))) == [4, 3, 1]
        assert _numbers(history.page(book, Filter(words="dinner TITO"))) == [1]
        assert _numbers(history.page(book, Filter(words="обед"))) == [3]
        assert _numbers(history.page(book, Filter(words="100%"))) == [2]
        assert _numbers(history.page(book, Filter(words="0_"))) == []
        assert _numbers(history.page(book, Filter(words="e_b"))) == [2]
        assert _numbers(history.page(book, Filter(category="#FOOD"))) == [2, 1]
        assert _numbers(history.page(book, Filter(month=(2024, 2)))) == [3]
        assert _numbers(history.page(book, Filter(month=(2024, 12)))) == [4]
        assert _numbers(history.page(book, Filter(member=bob, category="food"))) == [1]


@pytest.mark.parametrize(
    ("description", "searched"),
    [
        ("Müll und ÖL", "MÜLL öl"),
        ("Große Straße", "STRASSE"),
        ("Ужин Ёлка", "УЖИН ёлка"),
        ("Cafe\u0301", "café"),
        ("सब\u095bी", "सब\u091c\u093cी"),
        ("पढ\u093cाई", "प\u095dाई"),
        ("श्री का खाना", "श्\u200dरी"),
        ("ΟΔΟΣ", "οδος"),
        ("İstanbul IŞIK", "istanbul işik"),
        ("ＴＥＡ", "tea"),
    ],
)
def test_words_are_found_in_any_case_and_writing(
    chat: Chat, description: str, searched: str
) -> None:
    chat.split(ASHA, expense(1, description))
    chat.split(ASHA, expense(2, "something else"))
    with chat.open() as book:
        assert _numbers(history.page(book, Filter(words=searched))) == [1]
        assert _numbers(history.page(book, Filter(words=description))) == [1]
    chat.revise(ASHA, 1, expense(1, "Tea"))
    with chat.open() as book:
        assert _numbers(history.page(book, Filter(words=searched))) == (
            [1] if searched == "tea" else []
        )


def test_a_story_tells_every_revision(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "dinner"))
    chat.revise(ASHA, 1, expense(120, "dinner"))
    chat.delete(BOB, 1, admin=True)
    with chat.open() as book:
        story = history.show(book, 1)
    assert [revision.action for revision in story.revisions] == [
        Action.RECORD,
        Action.EDIT,
        Action.DELETE,
    ]
    assert [revision.contents.amount for revision in story.revisions] == [
        rupees(100),
        rupees(120),
        rupees(120),
    ]
    assert story.revisions[2].author == chat.member("bob").id
    with pytest.raises(LedgerError) as refused, chat.open() as book:
        history.show(book, 2)
    assert refused.value.code is Code.NO_SUCH_ENTRY


def test_the_log_tells_who_changed_what_newest_first(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "dinner"))
    chat.split(BOB, expense(200, "taxi"))
    chat.delete(ASHA, 1)
    with chat.open() as book:
        log = history.log(book, size=2)
        assert [(entry.number, revision.action) for entry, revision in log.changes] == [
            (1, Action.DELETE),
            (2, Action.RECORD),
        ]
        assert (log.pages, log.total) == (2, 3)
        (last,) = history.log(book, page=2, size=2).changes
        assert (last[0].number, last[1].action) == (1, Action.RECORD)


def test_pairs_show_the_last_five_parts(chat: Chat) -> None:
    for amount in range(1, 8):
        chat.split(ASHA, expense(2 * amount, "tea", "bob"))
    chat.settle(BOB, "bob", "asha", rupees(10))
    assert chat.pairs() == [("Bob", "Asha", 1800, (400, 500, 600, 700, -1000), 3)]


def test_pairs_begin_anew_when_everybody_is_square(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    chat.settle(BOB, "bob", "asha")
    assert chat.pairs() == []
    chat.split(ASHA, expense(30, "cake", "bob"))
    chat.revise(ASHA, 1, expense(80, "tea", "bob"))
    assert chat.pairs() == [("Bob", "Asha", 500, (-1000, 1500), 0)]


def test_parts_stand_in_the_order_of_their_entries(chat: Chat) -> None:
    chat.split(ASHA, expense(1000, "tea", "bob"))
    chat.split(ASHA, expense(500, "tea", "bob"))
    chat.split(BOB, expense(250, "tea", "asha"))
    chat.settle(BOB, "bob", "asha", rupees(50))
    chat.revise(ASHA, 1, expense(1100, "tea", "bob"))
    assert chat.pairs() == [("Bob", "Asha", 62500, (55000, 25000, -12500, -5000), 0)]
    chat.settle(BOB, "bob", "asha", rupees(1))
    chat.settle(BOB, "bob", "asha", rupees(2))
    assert chat.pairs() == [("Bob", "Asha", 62200, (25000, -12500, -5000, -100, -200), 1)]


def test_parts_are_looked_for_in_the_newest_entries_only(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statements, "_ENTRIES_READ", 3)
    monkeypatch.setattr(statements, "_ENTRIES_AT_ONCE", 2)
    monkeypatch.setattr(statements, "_CHANGES_READ", 6)
    chat.split(ASHA, expense(2, "tea", "bob"))
    chat.split(ASHA, expense(10, "cake", "chen"))
    for amount in (4, 6, 8):
        chat.split(ASHA, expense(amount, "tea", "bob"))
    chat.revise(ASHA, 3, expense(12, "tea", "bob"))
    chat.delete(ASHA, 5)
    assert chat.pairs() == [
        ("Bob", "Asha", 1000, (600, 300), 1),
        ("Chen", "Asha", 500, (), 1),
    ]
    monkeypatch.setattr(statements, "_CHANGES_READ", 7)
    assert chat.pairs() == [
        ("Bob", "Asha", 1000, (100, 600, 300), 0),
        ("Chen", "Asha", 500, (500,), 0),
    ]


def test_an_old_entry_changed_since_all_were_square_is_a_part(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statements, "_ENTRIES_READ", 2)
    for amount in (100, 20):
        chat.split(ASHA, expense(amount, "tea", "bob"))
    chat.settle(BOB, "bob", "asha")
    chat.split(ASHA, expense(30, "cake", "bob"))
    chat.revise(ASHA, 1, expense(80, "tea", "bob"))
    assert chat.pairs() == [("Bob", "Asha", 500, (-1000, 1500), 0)]


def test_parts_in_several_currencies_count_from_their_own_moments(chat: Chat) -> None:
    euro, dirham = Currency("EUR"), Currency("AED")
    chat.split(ASHA, expense(Money(100, euro), "tea", "bob"))
    chat.split(ASHA, expense(Money(200, dirham), "tea", "bob"))
    chat.settle(BOB, "bob", "asha", Money(50, euro))
    chat.split(ASHA, expense(Money(8, euro), "tea", "bob"))
    chat.revise(ASHA, 1, expense(Money(60, dirham), "tea", "bob"))
    chat.settle(BOB, "bob", "asha", Money(130, dirham))
    chat.revise(ASHA, 2, expense(Money(220, dirham), "tea", "bob"))
    assert chat.pairs() == [
        ("Bob", "Asha", 10, (10,), 0),
        ("Asha", "Bob", 46, (50, -4), 0),
    ]


def test_without_simplifying_payments_follow_pairs(chat: Chat) -> None:
    chat.split(ASHA, expense(100, "tea", "bob", left_out=[Name("asha")]))
    chat.split(BOB, expense(100, "cake", "chen", left_out=[Name("bob")]))
    assert chat.plan() == [("Chen", "Asha", 10000)]
    with chat.open(ASHA, admin=True) as book:
        group_settings.set_simplify(book, False)
    assert chat.plan() == [("Bob", "Asha", 10000), ("Chen", "Bob", 10000)]
    chat.settle(CHEN, "chen", "bob")
    assert chat.plan() == [("Bob", "Asha", 10000)]


def test_the_groups_currency_stands_first(chat: Chat) -> None:
    for code in ("EUR", "INR", "AED"):
        chat.split(ASHA, expense(Money(1000, Currency(code)), "tea", "bob"))
    with chat.open() as book:
        sheet = statements.balance(book)
        assert [of.currency for of in sheet.currencies] == ["INR", "AED", "EUR"]
        assert set(settlement_plan.suggested(book)) == {"INR", "AED", "EUR"}
        standing = statements.standing(book, Name("asha"))
        assert [currency for currency, _ in standing.currencies] == ["INR", "AED", "EUR"]
        assert statements.standing(book, Name("chen")).currencies == ()


def test_my_standing_is_of_all_my_groups_and_nobody_elses(chat: Chat, clock: MovableClock) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    office = Chat(chat.store, clock, chat_id=-2, title="Office")
    office.join(DIA, BOB)
    secret = Chat(chat.store, clock, chat_id=-3, title="Secret")
    secret.join(DIA)
    with chat.store.transaction() as tx:
        mine = statements.my_standing(tx, BOB.id)
        assert statements.my_standing(tx, person(999, "X").id) == ()
    assert [(of.group.title, of.nets) for of in mine] == [
        ("Goa", (rupees(-50),)),
        ("Office", ()),
    ]


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


@pytest.mark.parametrize("times", [1, 2])
def test_a_group_that_becomes_a_supergroup_keeps_its_book(
    chat: Chat, clock: MovableClock, times: int
) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    for _ in range(times):
        with chat.store.transaction() as tx:
            follow_migration(tx, -1, -1001)
    after = Chat(chat.store, clock, chat_id=-1001, title="Goa!")
    assert after.split(BOB, expense(100, "cake", "asha")).entry.number == 2
    assert chat.nets() == {}
    with after.open() as book:
        assert chat_id_of(book.tx, book.group.id) == -1001


def test_two_unknown_chats_have_no_book_to_keep(chat: Chat) -> None:
    with chat.store.transaction() as tx:
        follow_migration(tx, -50, -51)
        assert group_rows.by_chat(tx.connection, -51) is None


def test_commands_that_came_before_the_migration_was_known_join_the_old_book(
    chat: Chat, clock: MovableClock
) -> None:
    chat.split(ASHA, expense(100, "tea", "bob"))
    chat.split(ASHA, expense(30, "cake", "zoe"))
    with chat.open(ASHA, admin=True) as book:
        membership.add_members(book, [Guest("Grandma")])
    after = Chat(chat.store, clock, chat_id=-1001)
    after.join(person(9, "Zoe", "zoe"), BOB, DIA)
    with after.open(BOB, admin=True) as book:
        membership.add_members(book, [Guest("grandma")])
    after.split(BOB, expense(100, "taxi", "zoe", "asha"))
    after.split(DIA, expense(40, "tip", "Grandma"))
    with chat.store.transaction() as tx:
        follow_migration(tx, -1, -1001)
    assert sorted(after.members()) == ["Asha", "Bob", "Chen", "Dia", "Grandma", "Zoe"]
    with after.open() as book:
        page = history.page(book)
    assert [(entry.number, entry.contents.description) for entry in page.entries] == [
        (4, "tip"),
        (3, "taxi"),
        (2, "cake"),
        (1, "tea"),
    ]
    assert after.nets() == chat.nets()
    assert after.split(ASHA, expense(1)).entry.number == 5
    with after.open(BOB) as book:
        assert not book.first_visit
        assert corrections.may_change(book, corrections.find(book, 3))


def test_a_book_of_the_new_chat_keeps_its_numbers_when_the_old_one_is_empty(
    chat: Chat, clock: MovableClock
) -> None:
    after = Chat(chat.store, clock, chat_id=-1001)
    after.split(ASHA, expense(100, "tea", "bob"))
    with chat.store.transaction() as tx:
        follow_migration(tx, -1, -1001)
    assert after.nets() == {"Asha": 5000, "Bob": -5000}
    assert "Chen" in after.members()
    assert chat.split(BOB, expense(100), new_source()).entry.number == 2
    assert chat.nets(INR)
