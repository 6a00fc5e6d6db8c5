"""A reply to a receipt that puts its entry right: `sorry it was 1050`, `bob too`, `not chen`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from ledger.core.amendment import Amendment
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART

_QUESTION = "?？؟"


def without_correcting(line: Line, kept: Money, today: date, circle: Circle) -> Line:
    """Return a line without the words at its ends that only say that something was wrong.

    A "no" before a name leaves somebody out.
    """
    phrases = Phrases(line.words, circle, kept.currency, today)
    at, stop = 0, len(line.words)
    while (behind := phrases.role(at, Role.CORRECTING)) and behind < stop:
        if phrases.role(at, Role.WITHOUT) and phrases.person(behind) is not None:
            break
        at = behind
    while stop - at > 1 and phrases.role(stop - 1, Role.CORRECTING, Role.IT_WAS) == stop:
        stop -= 1
    return replace(line, words=line.words[at:stop])


def is_question(line: Line) -> bool:
    """Tell whether a reply asks something: it changes nothing then."""
    return any(word.text.endswith(tuple(_QUESTION)) for word in line.words)


def is_correction(said: Amendment) -> bool:
    """Tell whether a reply that says this can only mean to change the entry.

    Names alone may call somebody, and other words are talk.
    """
    if said.description or said.note or said.category:
        return False
    parts = any(part != EQUAL_PART for _, part in said.participants)
    changes = (said.amount, said.currency, said.added, said.left_out, said.payers, said.on)
    return parts or any(changes)
