"""What all rewriting shares: the words, where it has come to, and what was taken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.keywords import PAID
from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import People, Somebody
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.doubts import Doubts
from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId, Sender
from ledger.core.money import Money

_POSSESSIVE = re.compile(r"'s?\Z")

SPLIT = frozenset({"split", "shared", "divided"})
"""Before how it is shared these say no more: "split with bob"."""
GAP = Word(",", ",", "")
"""Stands where a number stood that was taken out, so that what was apart stays apart."""


@dataclass
class Rewritten:
    """The words as the grammar reads them, and what it has no words for.

    `only` is whether those named share without the payer; `among` whether they perhaps do;
    `each` whether the amount is what each of them owes, `weighed` whether nights or the like
    of those named are told, and the payer's perhaps are none. `company` is whether it was "with"
    those named, as who writes says it of themselves. `count` is for how many it is, `alone` are
    those of whom all of it perhaps is, `payers` those who perhaps paid.
    """

    words: list[Word] = field(default_factory=list)
    only: bool = False
    among: bool = False
    each: bool = False
    weighed: bool = False
    company: bool = False
    for_whom: bool = False
    count: int | None = None
    seen: list[MemberId] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    which: list[MemberId] = field(default_factory=list)
    alone: list[MemberId] = field(default_factory=list)
    payers: list[MemberId] = field(default_factory=list)

    @property
    def doubts(self) -> Doubts:
        """What is doubtful in it."""
        once = dict.fromkeys
        return Doubts(
            tuple(once(self.seen)),
            tuple(once(self.unknown)),
            tuple(once(self.which)),
            count=self.count,
            alone=tuple(once(self.alone)),
            payers=tuple(once(self.payers)),
        )


class Reader:
    """Reads one line's words from left to right; the amount is not among them."""

    def __init__(self, words: tuple[Word, ...], circle: Circle, amount: Money, today: date) -> None:
        self._words = words
        self._circle = circle
        self._amount = amount
        self._today = today
        self._phrases = Phrases(words, circle, amount.currency, today)
        self._done = Rewritten()
        self._payers = 0
        self._skipped: set[int] = set()
        self._has_date = any(
            word.low == "on" and not word.escaped and self._phrases.is_date(at + 1)
            for at, word in enumerate(words)
        )

    # Copying

    def _copied(self, at: int) -> int:
        """Take a word as it is; note a member whose name it is."""
        word = self._words[at]
        self._done.words.append(word)
        if word.whom is None and not word.escaped and not word.everyone:
            self._see(word, at)
        return at + 1

    def _see(self, word: Word, at: int) -> None:
        bare = word.plain.strip(",;:.!?()[]\"'")
        if not bare[:1].isalpha() or word.low in ("me", "all", "on", *PAID):
            return
        mine = _POSSESSIVE.sub("", bare)
        members = self._circle.members(mine) or self._circle.members(bare)
        if not members and bare.endswith("s") and not self._circle.spoken - {"en"}:
            mine = bare[:-1]  # "dees ticket"
            members = self._circle.members(mine, oblique=False)
        found = [one for one in members if one != self._circle.sender]
        self._done.seen += found
        self._done.payers += found if mine == bare and len(found) == 1 else []
        shared = self._phrases.is_a(at + 1, Sense.SHARED_THING, Sense.GUEST)
        self._done.alone += found if mine != bare and not shared else []

    def _drop_split(self) -> None:
        """Take back a "split" that was copied before what it belongs to."""
        if self._done.words and self._done.words[-1].low in SPLIT:
            self._done.words.pop()

    def _payer_apart(self, people: People, at: int) -> int:
        """Return where `chen` begins in `me and bob, chen paid`: "and" has ended the list; or 0."""
        phrases = self._phrases
        if len(people.people) < 2 or not phrases.role(people.stop, Role.PAID):
            return 0
        *_, before, last = people.people
        if all(one.part for one in people.people[:-1]) and not (last.part or last.rest):
            # "bob 1200 chen 800 i paid": their numbers are shares.
            return 0 if phrases.joiner_at(before.stop) else before.stop
        if len(people.people) < 3:
            return 0
        comma = before.word.joined or self._words[before.stop].plain == ","
        comma |= self._words[before.stop - 1].plain[-1:] == "."  # "me bob chen. dee paid"
        if comma and not any(one.word.joined for one in people.people[:-2]) and not last.part:
            return before.stop  # "bob me dee (chen paid)": the only comma ends the list.
        mine = any(isinstance(one.word.whom, Sender) for one in people.people[:-1])
        mine &= all(one.word.joined for one in people.people[:-1]) and not last.part
        if mine and not self._circle.spoken - {"en"}:
            return before.stop  # "bob, me, dee, chen paid": who paid is said of the last alone.
        and_ = any(phrases.role(one, Role.AND) for one in range(at, before.stop))
        # "me and bob chen paid": without a comma, where the last is joined by nothing.
        ended = before.word.joined or not phrases.joiner_at(before.stop)
        return before.stop if and_ and ended and not last.part else 0

    def _take(self, people: People) -> None:
        """Take a list of people as those who share."""
        for one in people.people:
            self._take_one(one)
        self._done.unknown += people.unknown

    def _take_one(self, one: Somebody) -> None:
        if len(one.members) > 1:
            self._done.which += one.members
            return
        self._done.words += [one.word, *one.part]
        self._done.among |= one.rest
        self._done.weighed |= one.weighed

    def _take_or_keep(self, people: People, at: int) -> None:
        """Take the people; a list of which one is not clear stays description."""
        if any(len(one.members) > 1 for one in people.people):
            for one in people.people:
                self._done.which += one.members if len(one.members) > 1 else ()
            self._done.words += [
                replace(word, escaped=True) for word in self._words[at : people.stop]
            ]
            return
        self._take(people)

    def _leave_out(self, word: Word) -> None:
        if isinstance(word.whom, Sender):
            self._done.words.append(word_of("-me"))
        else:
            text = f"-{word.text}"
            self._done.words.append(Word(text, text, "", word.whom, out=True))

    def _check_clear(self, people: People, at: int) -> None:
        """Raise NAME_AMBIGUOUS(name: str, members) where who is left out may be several."""
        for one in people.people:
            if len(one.members) > 1:
                name = " ".join(word.text for word in self._words[at : one.stop]).rstrip(",;.")
                members = tuple(self._circle.roster[member] for member in one.members)
                raise LedgerError(Code.NAME_AMBIGUOUS, name=name, members=members, examples=())
            at = self._phrases.joiner_at(one.stop) or one.stop

    def _past_behind(self, at: int) -> int:
        """Skip `only`, `equally` and words such as `ile` behind a list of people."""
        phrases = self._phrases
        while True:
            if stop := phrases.role(at, Role.ONLY):
                if phrases.people(stop):
                    return at
                self._done.only = True
            elif not (
                stop := phrases.role(at, Role.BEHIND_WITH, Role.BEHIND_FOR, Role.BEHIND_BETWEEN)
            ):
                return at
            at = stop

    def _number(self, at: int) -> int:
        if at >= len(self._words):
            return 0
        try:
            figure = figure_at(self._words, at, self._amount.currency)
        except LedgerError:
            return 0
        return figure.stop if figure is not None else 0
