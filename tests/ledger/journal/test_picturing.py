"""Pictures of receipts from elsewhere: kept for a day, of one entry, changed by an edit of it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from ledger.book.entry_lookup import find
from ledger.book.open_book import Book
from ledger.core.answers.entry_changes import Written
from ledger.core.clock import MovableClock
from ledger.core.entries import Source
from ledger.core.errors import Code
from ledger.core.pictures import PictureId, kept_as
from ledger.journal import answering, corrections, picturing
from ledger.journal.recording import record_expense
from tests.ledger.chat import ASHA, BOB, Chat, expense, new_source
from tests.ledger.journal.refusing import refused

JPEG = b"\xff\xd8 a receipt"


def kept(chat: Chat, content: bytes = JPEG) -> PictureId:
    with chat.open(ASHA) as book:
        return picturing.keep(book, content)


def changed(
    book: Book, picture: PictureId | None, source: str = "edit", number: int = 1
) -> Written:
    as_it_is = answering.as_it_is(book, number)
    return picturing.change(book, as_it_is, picture, Source(source))


def content(chat: Chat, number: int = 1) -> bytes | None:
    with chat.open(ASHA) as book:
        found = picturing.of_entry(book.tx, find(book, number).attachment)
    return None if found is None else found[1]


def test_a_picture_waits_a_day_for_its_entry(chat: Chat, clock: MovableClock) -> None:
    old = kept(chat)
    assert str(UUID(old)) == old
    clock.move(timedelta(days=1))
    young = kept(chat)
    for picture in (old, young):
        with chat.open(ASHA) as book:
            assert picturing.of_entry(book.tx, kept_as(picture)) == (picture, JPEG)
    clock.move(timedelta(seconds=1))
    kept(chat)
    with chat.open(ASHA) as book:
        assert picturing.of_entry(book.tx, kept_as(old)) is None
        assert picturing.of_entry(book.tx, kept_as(young)) == (young, JPEG)
        assert picturing.of_entry(book.tx, "a chat's file") is None
        assert picturing.of_entry(book.tx, None) is None


def test_of_each_group_some_wait_and_no_more(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picturing, "MOST_WAITING", 2)
    first, _ = kept(chat), kept(chat)
    error = refused(chat, ASHA, lambda book: picturing.keep(book, JPEG))
    assert (error.code, error.details) == (Code.TOO_MANY_PICTURES, {"most": 2})
    kept(Chat(chat.store, chat.clock, -2, "Elsewhere"))
    with chat.open(ASHA) as book:
        picturing.give(book, record_expense(book, expense(90), new_source()), first)
    kept(chat)


def test_a_picture_is_given_to_one_entry_of_its_group(chat: Chat) -> None:
    picture = kept(chat)
    first = chat.split(ASHA, expense(90), Source("m1"))
    with chat.open(ASHA) as book:
        picturing.give(book, first, picture)
    again = chat.split(ASHA, expense(90), Source("m1"))
    with chat.open(ASHA) as book:
        picturing.give(book, again, picture)  # The same request once more.
    second = chat.split(ASHA, expense(90))
    taken = refused(chat, ASHA, lambda book: picturing.give(book, second, picture))
    assert taken.code is Code.NO_SUCH_PICTURE
    foreign = kept(Chat(chat.store, chat.clock, -2, "Elsewhere"))
    error = refused(chat, ASHA, lambda book: picturing.give(book, second, foreign))
    assert error.code is Code.NO_SUCH_PICTURE


def test_another_picture_is_an_edit_once_and_takes_the_earlier_away(chat: Chat) -> None:
    chat.split(ASHA, expense(90))
    chat.split(ASHA, expense(80))
    picture, other = kept(chat), kept(chat, b"another")
    with chat.open(ASHA) as book:
        written = changed(book, picture)
    assert (written.changed, written.repeated) == (True, False)
    assert written.entry.attachment == kept_as(picture)
    assert (written.entry.number, written.entry.revision.number) == (1, 2)
    assert content(chat) == JPEG
    with chat.open(ASHA) as book:
        same = changed(book, picture, "once more")
        assert not same.changed
        assert same.entry.revision.number == 2
        repeated = changed(book, other)
        assert (repeated.repeated, repeated.entry.attachment) == (True, kept_as(picture))
    with chat.open(ASHA) as book:
        assert changed(book, other, "another edit").entry.attachment == kept_as(other)
        assert picturing.of_entry(book.tx, kept_as(picture)) is None
    assert content(chat) == b"another"
    with chat.open(ASHA) as book:
        assert changed(book, None, "away").entry.attachment is None
        assert picturing.of_entry(book.tx, kept_as(other)) is None
    assert content(chat) is None


def test_besides_an_edit_it_is_no_edit_of_its_own(chat: Chat) -> None:
    chat.split(ASHA, expense(90, "tea"))
    picture = kept(chat)
    with chat.open(ASHA) as book:
        edited = corrections.revise(book, 1, expense(90, "cake"), Source("edit"))
        written = picturing.change(book, edited, picture, Source("edit"))
        assert written.entry.revision.number == 2
        assert written.entry.attachment == kept_as(picture)
    with chat.open(ASHA) as book:
        again = corrections.revise(book, 1, expense(90, "cake"), Source("edit"))
        assert picturing.change(book, again, None, Source("edit")) == again
    assert content(chat) == JPEG


def test_whoever_may_not_change_an_entry_gives_it_no_picture(chat: Chat) -> None:
    chat.split(ASHA, expense(90))
    picture = kept(chat)
    assert refused(chat, BOB, lambda book: changed(book, picture)).code is Code.MAY_NOT_CHANGE
    nothing = PictureId(str(UUID(int=1)))
    error = refused(chat, ASHA, lambda book: changed(book, nothing))
    assert error.code is Code.NO_SUCH_PICTURE
    assert content(chat) is None


def test_what_a_chat_has_the_book_keeps_no_more(chat: Chat) -> None:
    entry = chat.split(ASHA, expense(90)).entry
    picture = kept(chat)
    with chat.open(ASHA) as book:
        changed(book, picture)
    with chat.open(ASHA) as book:
        picturing.hand_over(book.tx, entry.id, picture, "file")
        assert find(book, 1).attachment == "file"
        assert picturing.of_entry(book.tx, kept_as(picture)) is None
