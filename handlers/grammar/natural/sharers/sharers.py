"""Who shares: `with bob`, `only me`, `everyone`, and those who are listed or left out."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.lexer import Word
from handlers.grammar.natural.phrases.runs import BEHIND
from handlers.grammar.natural.phrases.somebody import People
from handlers.grammar.natural.sharers.listed import ListedReader
from handlers.grammar.natural.sharers.presents import PresentReader
from handlers.grammar.natural.sharers.shares_said import SharesSaidReader
from handlers.grammar.vocabulary import Role
from ledger.core.members import Sender


class SharerReader(PresentReader, ListedReader, SharesSaidReader):
    """Takes the words that say who shares, and how."""

    def _with(self, at: int) -> int:
        phrases = self._phrases
        if stop := self._from_us(at):
            return stop
        for role in (Role.WITH, Role.BETWEEN, Role.FOR):
            if not (stop := phrases.role(at, role)):
                continue
            only = phrases.role(stop, Role.ONLY)
            first = only or stop
            new = self._may_be_new(role, first) or phrases.person(first) is not None
            new |= phrases.begins_new(first) and bool(
                self._done.words or phrases.joiner_at(first + 1)
            )
            people = phrases.people(first, unknown=new)
            if people is None:
                continue
            if not people.people:
                self._done.unknown += people.unknown
                continue
            if role is Role.FOR and (whose := self._present(at, people)):
                return whose
            self._drop_split()
            self._done.among |= role is Role.BETWEEN
            self._done.company |= role is Role.WITH
            self._done.for_whom |= role is Role.FOR
            self._done.only |= bool(only)
            if start := self._payer_apart(people, stop) or self._payer_last(people):
                self._take_or_keep(replace(people, people=people.people[:-1]), at)
                return start
            self._take_or_keep(people, at)
            if role is Role.FOR and len(people.people) == 1 and not people.people[0].part:
                others = (one for one in people.people[0].members if one != self._circle.sender)
                self._done.alone += others  # "650 pharmacy for bob"
            return self._past_behind(people.stop)
        return 0

    def _only(self, at: int) -> int:
        stop = self._phrases.role(at, Role.ONLY)
        if not stop:
            return 0
        behind = self._phrases.role(stop, Role.WITH, Role.FOR, Role.BETWEEN) or stop
        people = self._phrases.people(behind, unknown=True)
        if people is None or not people.people:
            return 0
        ended = self._phrases.ends(people.stop) or people.people[-1].joined
        if at and not ended and self._phrases.role(at, Role.DANGLING) == stop:
            return 0  # "بس سارة أكلت من قبل": "but" as well, she has eaten already.
        self._drop_split()
        self._done.only = True
        self._done.company |= self._phrases.role(stop, Role.WITH) == behind
        if start := self._payer_apart(people, behind) or self._payer_last(people):
            self._take(replace(people, people=people.people[:-1]))
            return start  # "only bob and chen, dee paid"
        self._take(people)
        return self._past_behind(people.stop)

    def _everyone(self, at: int) -> int:
        phrases = self._phrases
        before = phrases.role(at, Role.WITH, Role.FOR, Role.BETWEEN)
        start = before or at
        stop = phrases.role(start, Role.EVERYONE)
        us = phrases.role(start, Role.US)
        if not stop and us and phrases.ends(us) and not phrases.role(us, Role.BEHIND_BY):
            stop = us  # "60 drinks us"
        if not stop and before:
            stop = phrases.role(start, Role.US) or (start + 1) * phrases.is_word(start, "all")
        if not stop or (not before and stop == at + 1 and self._words[at].low == "all"):
            return 0
        behind = phrases.role(stop, *BEHIND) or stop
        joiner = phrases.joiner_at(behind)
        too = phrases.people(joiner, unknown=True) if joiner else None
        if too is not None and too.unknown:  # "with everyone and sam"
            self._done.unknown += too.unknown
            behind = too.stop
        dash = behind < len(self._words) and self._words[behind].plain == "-"
        less = phrases.role(behind, Role.WITHOUT) or (dash and phrases.people(behind + 1))
        apart = bool(before) and self._words[behind - 1].plain[-1:] in (",", ";")
        if not (phrases.ends(behind) or less or apart):  # "with everyone, bob paid"
            out = phrases.people(behind)  # "sab chen ko chhodkar"
            if out is None or not phrases.role(out.stop, Role.BEHIND_WITHOUT):
                return 0
        self._drop_split()
        self._done.words.append(Word("all", "all", "", everyone=True))
        return behind

    def _from_us(self, at: int) -> int:
        """Read `from me, bob and dee for chen`; return the index behind the list, or 0."""
        givers = self._phrases.role(at, Role.FROM)
        people = self._phrases.people(givers) if givers else None
        for_ = self._phrases.role(people.stop, Role.FOR) if people is not None else 0
        if people is None or len(people.people) < 2 or self._phrases.person(for_ or at) is None:
            return 0
        mine = any(isinstance(one.word.whom, Sender) for one in people.people)
        if not (for_ and mine) or any(len(one.members) > 1 for one in people.people):
            return 0
        whom = self._phrases.people(for_)
        assert whom is not None
        self._done.words += [
            replace(word, escaped=True) for word in self._words[people.stop : whom.stop]
        ]
        self._done.only = True
        self._take(people)
        return whom.stop

    def _payer_last(self, people: People) -> int:
        """Return where `bob` begins in `with chen, bob paid`: "with" has no verb; or 0."""
        verb = self._phrases.role(people.stop, Role.PAID)
        payer = self._phrases.role(people.stop, Role.BY) or verb
        if len(people.people) < 2 or not verb or self._phrases.person(payer):
            return 0
        *_, before, last = people.people
        apart = before.word.joined or not self._phrases.joiner_at(before.stop)
        return before.stop if apart and not last.part else 0

    def _may_be_new(self, role: Role, at: int) -> bool:
        """Tell whether a word may be somebody we don't know: "for Sam", hardly "for hair"."""
        if at >= len(self._words):
            return False
        return role is not Role.FOR or self._words[at].text[:1].isupper()
