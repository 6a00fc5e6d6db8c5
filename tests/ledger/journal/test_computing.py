"""What is computed from an entry is an edit of it, by whoever may change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import text

from ledger.book.open_book import Book
from ledger.core.entries import Action, Contents, Source
from ledger.core.errors import Code
from ledger.journal import corrections
from tests.ledger.chat import ASHA, BOB, Chat, expense, new_source
from tests.ledger.journal.refusing import refused


def loudly(contents: Contents) -> Contents:
    return replace(contents, description=contents.description.upper())


def computing(number: int) -> Callable[[Book], object]:
    return lambda book: corrections.recompute(book, number, loudly, new_source())


def test_it_is_an_edit_once_for_each_source(chat: Chat) -> None:
    first = chat.split(ASHA, expense(90, "tea", "bob")).entry
    given = []

    def noted(contents: Contents) -> Contents:
        given.append(contents)
        return loudly(contents)

    for repeated in (False, True):
        with chat.open(ASHA) as book:
            written = corrections.recompute(book, 1, noted, Source("press"))
        assert written.repeated is repeated
        assert written.before == first.revision
        assert written.entry.contents == replace(first.contents, description="TEA")
        assert written.entry.revision.action is Action.EDIT
        assert written.entry.revision.number == 2
    assert given == [first.contents]
    with chat.open(ASHA) as book:
        assert not corrections.recompute(book, 1, loudly, new_source()).changed


def test_an_entry_of_an_earlier_version_comes_with_the_terms_that_it_means(chat: Chat) -> None:
    chat.split(ASHA, expense(90, "tea", "bob"))
    with chat.open(ASHA) as book:
        book.tx.connection.execute(text("UPDATE revisions SET split_terms = NULL"))

        def by_its_terms(contents: Contents) -> Contents:
            assert contents.terms is not None
            assert (contents.terms.inferred, contents.terms.rotation) == (True, 1)
            return loudly(contents)

        written = corrections.recompute(book, 1, by_its_terms, new_source())
    assert written.entry.contents.terms is not None


def test_what_may_not_be_edited_is_not_computed(chat: Chat) -> None:
    chat.split(ASHA, expense(90, "tea", "bob"))
    chat.join(BOB)
    may_not = refused(chat, BOB, computing(1))
    assert may_not.code is Code.MAY_NOT_CHANGE
    missing = refused(chat, ASHA, computing(2))
    assert (missing.code, missing.details) == (Code.NO_SUCH_ENTRY, {"number": 2})
    gone = chat.delete(ASHA, 1).entry
    deleted = refused(chat, ASHA, computing(1))
    assert (deleted.code, deleted.details) == (Code.ALREADY_DELETED, {"entry": gone})
