"""Presents: `gift for bob, me and chen`, of which whoever gets it has no part."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.natural.phrases.somebody import People
from handlers.grammar.natural.phrases.taking import SPLIT, Reader
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.members import Sender


class PresentReader(Reader):
    """Keeps whom something is for as description where others are said to share it."""

    def _present(self, at: int, people: People) -> int:
        """Take the "for" at an index, and the people behind it, as whom a present is for.

        Return the index behind what was taken, or 0 where it says who shares.
        """
        givers = self._givers(people)
        stop = people.stop
        if givers is None and (mine := self._given_by_me(at, people)):
            stop = mine
        elif givers is None and not (
            self._are_left_out(people)
            or self._sharers_said()
            or self._is_present_of_others(at, people)
        ):
            return 0
        self._done.words += [replace(word, escaped=True) for word in self._words[at:stop]]
        if givers is None:
            return stop
        self._done.only = True
        self._take(givers)
        return givers.stop

    def _givers(self, people: People) -> People | None:
        """Return whom a present is from, where that stands behind whom it is for."""
        stop = self._phrases.role(people.stop, Role.FROM)
        givers = self._phrases.people(stop) if stop else None
        if givers is None or any(one.part or len(one.members) > 1 for one in givers.people):
            return None
        return givers

    def _are_left_out(self, people: People) -> bool:
        """Tell whether the line leaves out further on whom something is for: a present."""
        theirs = {one.members for one in people.people if not one.part and one.members}
        for at in range(people.stop, len(self._words)):
            whom = self._words[at].whom if self._words[at].out else None
            if whom is not None and theirs == {(self._circle.member_of(whom),)}:
                return True
            stop = self._phrases.role(at, Role.WITHOUT)
            out = self._phrases.people(stop) if stop else None
            if out is not None and theirs and theirs <= {one.members for one in out.people}:
                return True
        return False

    def _sharers_said(self) -> bool:
        """Tell whether the line says between whom it is split: whom it is for is a present then."""
        phrases = self._phrases
        for at in range(len(self._words)):
            with_ = phrases.role(at + 1, Role.WITH) if self._words[at].low in SPLIT else 0
            stop = phrases.role(at, Role.BETWEEN) or with_
            sharers = phrases.people(stop) if stop and not self._words[at].escaped else None
            if sharers is not None and sharers.people:
                return True
        return False

    def _given_by_me(self, at: int, people: People) -> int:
        """Read `gift for bob, me and chen`: nobody gives to themselves; return where he ends."""
        phrases = self._phrases
        if not at or not phrases.is_a(at - 1, Sense.PRESENT):
            return 0
        one = people.people[0]
        if isinstance(one.word.whom, Sender) or len(one.members) > 1 or one.part:
            return 0
        and_ = phrases.joiner_at(one.stop) and not one.word.joined
        others = None if and_ else phrases.people(one.stop)
        mine = others and any(isinstance(other.word.whom, Sender) for other in others.people)
        return one.stop if mine else 0

    def _is_present_of_others(self, at: int, people: People) -> bool:
        """Tell whether it is a `gift for bob` beside others who are named as sharing it."""
        phrases = self._phrases
        if not at or not phrases.is_a(at - 1, Sense.PRESENT):
            return False
        if any(one.part for one in people.people):
            return False
        place = 0
        while place < len(self._words):
            others = None if at <= place < people.stop else phrases.people(place)
            if others is None or not others.people:
                place += 1
                continue
            paid = phrases.role(others.stop, Role.PAID, Role.EACH, Role.BEHIND_BY) or any(
                phrases.role(before, Role.PAID, Role.BY) == place for before in range(place)
            )
            if not paid and phrases.ends(others.stop) and not self._words[place].escaped:
                return True
            place = others.stop
        return False
