"""A group's book as a document, and the question which kind."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from bot.language.catalogues import Language
from bot.views.pages import keyboard
from bot.views.reply import Button, Document, Reply, Verb, press

KINDS: Final = ("xlsx", "csv", "json")
_MAX_TITLE: Final = 40


def ask_kind(say: Language) -> Reply:
    """Return the answer to a bare /export."""
    return Reply(
        say(
            "The whole book as a file: XLSX to look at, CSV or JSON to take along. "
            "The last two come back through <code>/import</code>, with nothing lost."
        ),
        keyboard([Button(kind.upper(), press(Verb.EXPORT, kind)) for kind in KINDS]),
    )


def document(
    say: Language, kind: str, content: bytes, title: str, today: date, entries: int
) -> Reply:
    """Return the book as a document."""
    return Reply(
        say.n("The book with its {count} entry.", "The book with its {count} entries.", entries),
        document=Document(document_name(title, today, kind), content),
    )


def empty(say: Language) -> Reply:
    """Return the answer where there is nothing to export."""
    return Reply(say("Nothing is recorded yet, so there is nothing to export."))


def document_name(title: str, today: date, kind: str) -> str:
    """Return what a group's document of a day is called."""
    words = re.sub(r"[^\w -]+", "", title).strip()[:_MAX_TITLE] or "All Square"
    return f"{words} {today.isoformat()}.{kind}"
