"""One line and what was read of it, asked what is left of what it says of people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, word_of
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.tokens.marks import without_stops
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.doubts import NO_DOUBTS
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberId, Sender, Whom
from ledger.core.shares import EQUAL_PART, PartKind

LEAST: Final = 20
"""What is less than a twentieth of the amount is hardly anybody's part: "gate 7"."""
ENDS: Final = (",", ";")
_MOST_SAID: Final = 4

Asked = Iterator[tuple[str, tuple[ExpenseLine, ...]]]
"""What is written that is asked about, and the ways in which the line may be meant."""


class Left:
    """One line and what was read of it, asked what is left of what it says of people."""

    def __init__(self, line: Line, found: ExpenseLine, today: date, circle: Circle) -> None:
        words = without_stops(line.words, circle)
        end = next((at for at, word in enumerate(words) if word.plain == "//"), len(words))
        self.words = words[:end]
        self.found = replace(found, doubts=NO_DOUBTS)
        self.circle = circle
        self.phrases = Phrases(self.words, circle, found.amount.currency, today)
        self.lows = {word_of(text).low for text in found.description.split()}
        parts = {circle.member_of(whom): part for whom, part in found.participants}
        self.apart = {member for member, part in parts.items() if part != EQUAL_PART}
        self.apart |= {circle.member_of(whom) for whom in found.left_out}
        self.weighed = {one for one, part in parts.items() if part.kind is PartKind.SHARES}
        self.payers = {circle.member_of(whom) for whom, _ in found.payers}

    def names(self, whom: Whom, member: MemberId) -> bool:
        """Tell whether somebody who is named is this member."""
        return self.circle.member_of(whom) == member

    def person(self, at: int) -> MemberId | None:
        """Return the other person who is named at an index, also as whose something is."""
        word = self.words[at]
        if word.whom is not None:
            member = self.circle.member_of(word.whom)
        elif word.escaped or word.everyone:
            return None
        else:
            named = self.circle.find(self.words, at)
            bare = word.low.removesuffix("'s")
            members = named.members if named else self.circle.members(bare, oblique=False)
            member = members[0] if len(members) == 1 else None
        return None if member == self.circle.sender else member

    def is_left(self, at: int) -> bool:
        """Tell whether a word of the line is one of the description."""
        return 0 <= at < len(self.words) and (
            not self.words[at].escaped and self.words[at].low in self.lows
        )

    def is_verb(self, at: int) -> bool:
        """Tell whether a word says what people did: one of the verbs, or any of the past."""
        low = self.phrases.folded(at)
        known = self.phrases.is_a(at, Sense.REFUSING, Sense.HANDLING, Sense.DOING)
        return known or (low.endswith("ed") and len(low) > len("need"))

    def without(self, start: int, stop: int) -> str:
        """Return the description without what is said there, unless that is all of it."""
        story = [word.low for word in self.words[start:stop]]
        kept: list[str] = []
        for text in self.found.description.split():
            low = word_of(text).low
            if low in story:
                story.remove(low)
            else:
                kept.append(text)
        return " ".join(kept).rstrip(",;") or self.found.description

    def text(self, start: int, stop: int) -> str:
        """Return what is written from an index to another, as much as a question quotes."""
        texts = [word.text for word in self.words[start:stop]]
        return " ".join(texts[:_MOST_SAID]).rstrip(",;")


def only_those(found: ExpenseLine, people: Sequence[Whom], circle: Circle) -> ExpenseLine:
    """Return the line of those alone, whoever paid."""
    named = {circle.member_of(whom) for whom in people}
    payers: Iterable[Whom] = [whom for whom, _ in found.payers] or [Sender()]
    out = tuple(whom for whom in payers if circle.member_of(whom) not in named)
    return replace(
        found,
        participants=tuple((whom, EQUAL_PART) for whom in people),
        everyone=False,
        left_out=out,
    )
