"""Which category words speak of, named as a group's book names it."""

from __future__ import annotations

from collections.abc import Callable

from bot.language.catalogues import language
from bot.views.spending_lines import GUESSABLE
from bot.web.api.context import Api
from ledger.book.open_book import Book


def guessing(api: Api, book: Book) -> Callable[[str], str | None]:
    """Return what guesses the category of a description; None where its words speak of none."""
    say = language(book.group.language or "en")

    def guess(description: str) -> str | None:
        kind = api.guess_category(description)
        return None if kind is None else say.stored(GUESSABLE[kind])

    return guess
