"""A reply to a receipt that puts its entry right: `sorry it was 1050`, `bob too`, `not chen`."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word
from handlers.grammar.natural.changes.below import is_taken_back
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.reply_words import ReplyKind
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.amendment import Amendment
from ledger.core.doubts import NO_DOUBTS
from ledger.core.folding import fold
from ledger.core.members import Whom
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART, PartKind

_RATIO = re.compile(r"\d+/\d+")
_ALL_PERCENT = 1_000_000
_QUESTION = "?？؟"
_IDIOMS = frozenset({"call it even", "call it quits", "call it square", "call it a day"})
"""What is said among friends of no entry's name."""
_EVERYBODY = (Role.EVERYONE, Role.US)


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
        if phrases.is_a(stop - 1, Sense.TOTAL):
            break  # "it's 450 in total"
        stop -= 1
    return replace(line, words=line.words[at:stop])


def is_question(line: Line) -> bool:
    """Tell whether a reply asks something: it changes nothing then."""
    return any(word.text.endswith(tuple(_QUESTION)) for word in line.words)


def behind_question(line: Line) -> Line | None:
    """Return what a reply says behind a question in it, all of it where it asks nothing.

    None where the question is the end of it: `what? i wasnt there` tells something.
    """
    asks = [at for at, word in enumerate(line.words) if word.text.endswith(tuple(_QUESTION))]
    if not asks:
        return line
    behind = line.words[asks[-1] + 1 :]
    return replace(line, words=behind) if any(map(_is_word, behind)) else None


def _is_word(word: Word) -> bool:
    return any(char.isalnum() for char in word.text)


def takes_back(line: Line, home: Currency, today: date, circle: Circle) -> bool:
    """Tell whether a reply says nothing but that the entry is to be taken back: `delete this`."""
    phrases = Phrases(line.words, circle, home, today)
    at = 0
    while stop := phrases.role(at, Role.CORRECTING, Role.POLITE):
        at = stop
    stop = phrases.role(at, Role.TAKE_BACK)
    while stop and (behind := phrases.role(stop, Role.POLITE, Role.CORRECTING)):
        stop = behind
    if is_question(line):
        return False
    told = bool(stop) and stop == len(line.words)
    return told or is_taken_back(line, home, today, circle)


def refund_said(
    line: Line, home: Currency, today: date, circle: Circle, *, is_reply: bool
) -> bool | None:
    """Return whether a line says only that the money came back, or that it did not.

    None where it says anything else; one that is no reply may call an entry "refund".
    """
    phrases = Phrases(line.words, circle, home, today)
    end = len(line.words)
    if is_question(line):
        return None
    if end and phrases.role(0, Role.WAS_SPENT) == end:
        return False
    at = 0
    while (stop := phrases.role(at, Role.CORRECTING, Role.POLITE)) and stop < end:
        at = stop
    if phrases.role(at, Role.CAME_BACK) == end:
        return True
    was = phrases.role(at, Role.IT_WAS)
    if not (was or is_reply):
        return None
    at = phrases.role(was or at, Role.ARTICLE) or was or at
    return True if at < end and phrases.role(at, Role.REFUND) == end else None


def renames(line: Line, home: Currency, today: date, circle: Circle) -> bool:
    """Tell whether a reply says what else to call it: `call it lunch`."""
    if fold(" ".join(word.text for word in line.words)) in _IDIOMS:
        return False
    stop = Phrases(line.words, circle, home, today).role(0, Role.CALLED)
    return 0 < stop < len(line.words)


def says_how(line: Line, home: Currency, today: date, circle: Circle) -> bool:
    """Tell whether words beside the names say that these share: `between me and chen`."""
    phrases = Phrases(line.words, circle, home, today)
    return any(
        phrases.role(at, Role.ONLY, Role.BETWEEN)
        or (phrases.role(at, Role.FOR) and phrases.role(phrases.role(at, Role.FOR), *_EVERYBODY))
        for at in range(len(line.words))
    )


def is_correction(said: Amendment, says_how: bool, renames: bool) -> bool:
    """Tell whether a reply that says this can only mean to change the entry.

    Names alone may call somebody, unless it `says_how` these share; other words are talk,
    unless it `renames` the entry or they are its category or note.
    """
    if said.description and not renames:
        return False
    if said.description or said.note or said.category:
        return True
    if says_how and (said.participants or said.everyone):
        return True
    parts = any(part != EQUAL_PART for _, part in said.participants)
    changes = (said.amount, said.currency, said.added, said.left_out, said.payers, said.on)
    return parts or any(changes)


def says_that(kind: ReplyKind, said: Amendment) -> bool:
    """Tell whether what was read of a sentence is what such sentences change, and no more."""
    if said.description or said.note:
        return False
    match kind:
        case ReplyKind.WHEN:
            return said == Amendment(on=said.on) != Amendment()
        case ReplyKind.CATEGORY:
            return said == Amendment(category=said.category) != Amendment()
        case _:
            return replace(said, doubts=NO_DOUBTS) != Amendment()


def one_amendment(first: Amendment | None, second: Amendment | None) -> Amendment | None:
    """Return what two halves of a reply change; None where one says nothing, or both the same."""
    if first is None or second is None:
        return None
    if len(first.participants) == 1 and second == Amendment(amount=second.amount):
        return None  # "only bob, 20" may be his part.
    nothing = Amendment()
    names = [field.name for field in fields(Amendment) if field.name != "doubts"]
    said = {
        name: [one for one in (first, second) if getattr(one, name) != getattr(nothing, name)]
        for name in names
    }
    if any(len(both) > 1 for both in said.values()):
        return None
    return Amendment(**{name: getattr(one, name) for name, of in said.items() for one in of})


def parts_alone_told(
    said: Amendment, line: Line, kept: Money, sharers: tuple[Whom, ...], circle: Circle
) -> Amendment:
    """Return a reply with the parts of some who share already as theirs alone: `chen 200`.

    The others keep what they have, also beside one who shares as well: `double for chen`. Parts
    that make all of it say anew who shares, and so does what some share in a ratio: `60/40 me
    and bob`.
    """
    named = {circle.member_of(whom) for whom, _ in said.participants}
    sharing = {circle.member_of(whom) for whom in sharers}
    parts = [part for _, part in said.participants]
    exact = sum(part.value for part in parts if part.kind is PartKind.EXACT)
    percent = sum(part.value for part in parts if part.kind is PartKind.PERCENT)
    whole = exact == (said.amount or kept).minor or percent == _ALL_PERCENT
    told = bool(parts) and all(part != EQUAL_PART for part in parts) and not said.everyone
    in_ratio = len(parts) > 1 and any(_RATIO.fullmatch(word.low) for word in line.words)
    beside = named < sharing or (len(parts) == 1 and sharing and not named & sharing)
    if not told or whole or in_ratio or not beside:
        return said
    return replace(said, participants=(), added=(*said.added, *said.participants))
