"""History, its filters and searches, stories and the log."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ledger.book import lookup
from ledger.core.answers.entry_lists import Filter, HistoryPage
from ledger.core.entries import Action, EntryKind
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name
from ledger.reports import history
from tests.ledger.chat import ASHA, BOB, CHEN, Chat, expense, rupees


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


def test_each_page_goes_on_where_the_one_before_ended_whatever_was_deleted(chat: Chat) -> None:
    for amount in range(1, 21):
        chat.split(ASHA, expense(amount))
    for number in (1, 2, 8, 12, 13, 14, 15, 20):
        chat.delete(ASHA, number)
    chat.restore(ASHA, 14)
    with chat.open() as book:
        pages = [_numbers(history.page(book, page=number, size=3)) for number in range(1, 6)]
        assert pages == [[19, 18, 17], [16, 14, 11], [10, 9, 7], [6, 5, 4], [3]]
        assert history.page(book, page=6, size=3).page == 5
        assert {history.page(book, page=number, size=3).total for number in range(1, 6)} == {13}


def test_a_list_read_in_pieces_repeats_nothing_when_something_is_recorded_meanwhile(
    chat: Chat,
) -> None:
    for amount in range(1, 6):
        chat.split(ASHA, expense(amount))
    chat.settle(BOB, "bob", "asha", rupees(1))
    chat.delete(ASHA, 4)
    with chat.open() as book:
        assert [entry.number for entry in history.behind(book, most=3)] == [6, 5, 3]
        paid = history.behind(book, kind=EntryKind.PAYMENT)
        assert [entry.number for entry in paid] == [6]
    chat.split(CHEN, expense(7))
    with chat.open() as book:
        spent = history.behind(book, kind=EntryKind.EXPENSE, below=3)
        assert [entry.number for entry in spent] == [2, 1]
        today = book.today
        assert history.behind(book, days=(today, today)) == ()
        assert len(history.behind(book, days=(today, today + timedelta(days=1)))) == 6


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
        bob = lookup.resolve(book, Name("bob"), make=False).id

        assert _numbers(history.page(book, Filter(member=bob))) == [4, 3, 1]
        assert _numbers(history.page(book, Filter(words="dinner TITO"))) == [1]
        assert _numbers(history.page(book, Filter(words="обед"))) == [3]
        assert _numbers(history.page(book, Filter(words="100%"))) == [2]
        assert _numbers(history.page(book, Filter(words="0_"))) == []
        assert _numbers(history.page(book, Filter(words="e_b"))) == [2]
        assert _numbers(history.page(book, Filter(category="#FOOD"))) == [2, 1]
        assert _numbers(history.page(book, Filter(period=(2024, 2)))) == [3]
        assert _numbers(history.page(book, Filter(period=(2024, 12)))) == [4]
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


def test_a_very_long_story_tells_the_first_change_and_the_newest(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat.split(ASHA, expense(100, "dinner", "bob"))
    for amount in range(101, 113):
        chat.revise(ASHA, 1, expense(amount, "dinner", "bob"))
    with chat.open() as book:
        assert history.show(book, 1).recorded is None
        assert len(history.show(book, 1).revisions) == 13
    monkeypatch.setattr(history, "_CHANGES_SHOWN", 8)
    with chat.open() as book:
        story = history.show(book, 1)
    assert story.recorded is not None
    assert (story.recorded.number, story.recorded.contents.amount) == (1, rupees(100))
    assert [revision.number for revision in story.revisions] == list(range(5, 14))
    monkeypatch.setattr(history, "_SHARES_SHOWN", 1)
    with chat.open() as book:
        assert [revision.number for revision in history.show(book, 1).revisions] == list(
            range(8, 14)
        )


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
