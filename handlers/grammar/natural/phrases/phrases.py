"""People in a line: who is named where, in which lists, and with which parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Word
from handlers.grammar.natural.phrases.new_names import NewNames
from handlers.grammar.natural.phrases.parts_behind import PartsBehind, weighed_too
from handlers.grammar.natural.phrases.somebody import People, Somebody
from handlers.grammar.vocabulary import Role
from ledger.core.money import Currency


class Phrases(PartsBehind, NewNames):
    """One line's words, asked who is named at an index, and with which part."""

    def __init__(
        self, words: Sequence[Word], circle: Circle, currency: Currency, today: date
    ) -> None:
        super().__init__(words, circle, currency, today)
        # Each rule asks again at each word.
        self._listed: dict[tuple[int, bool], People | None] = {}

    def people(self, at: int, *, unknown: bool = False) -> People | None:
        """Return the list of people that begins at an index; None where nobody is named there.

        With `unknown` a single word in a person's place that is nobody's name is told, too.
        """
        if (at, unknown) not in self._listed:
            self._listed[at, unknown] = self._people(at, unknown)
        return self._listed[at, unknown]

    def _people(self, at: int, unknown: bool) -> People | None:
        found: list[Somebody] = []
        strange: list[str] = []
        joined, last, stop = False, False, at
        oblique = self.asks_ending(at)
        while True:
            one = self.person(at, oblique=oblique)
            if one is not None and found and self._ends_list(found, one):
                at = stop
                break
            if one is not None:
                one = self.with_part(one)
                found.append(one)
                stop = one.stop
                marks = (one.word, *one.part[-1:])
                comma = one.word.joined or marks[-1].plain[-1:] in (",", ";")
            elif unknown and (text := self.stranger(at) or self._before_known(at)):
                strange.append(text)
                stop = at + len(text.split())
                comma = self.words[stop - 1].plain[-1:] in (",", ";")
            else:
                break
            at = stop
            behind = self.joiner_at(at)
            # Behind "bob chen" another word may well be a name; behind "bob and chen," hardly.
            bare = len(found) > 1 and not any(other.part for other in found)
            open_ = unknown and not last and (comma or bare)
            if behind and (
                self.person(behind, oblique=oblique) or (unknown and self.stranger(behind))
            ):
                last = last or bool(self.role(at, Role.AND) and self._folded[at] not in ",;")
                at, joined = behind, True
            elif self.person(at, oblique=oblique) or (open_ and self.stranger(at)):
                joined |= comma
            elif unknown and not last and self._joined_to_known(at):
                pass  # "asha tom and me"
            else:
                break
        if not found and not strange:
            return None
        if any(one.weighed for one in found):
            found = self._all_weighed(found)
        return People(tuple(found), stop, joined, tuple(strange))

    def _joined_to_known(self, at: int) -> bool:
        """Tell whether a word could be a new name that "and" joins to one of ours: `tom and me`."""
        joiner = self.role(at + 1, Role.AND) if self.name_alone(at) else 0
        return bool(joiner) and self.person(joiner) is not None

    def _before_known(self, at: int) -> str | None:
        """Return a word that could be a new name and begins a list of ours: `tom bob and me`."""
        people = self.people(at + 1) if (name := self.name_alone(at)) else None
        if people is None or not (people.joined or len(people.people) > 1):
            return None
        if not self.ends(people.stop):
            return None
        return None if self.words[at].text.endswith(tuple(".!?")) else name

    def begins_new(self, at: int) -> bool:
        """Tell whether a word that could be a new name begins a list with ours behind it."""
        return self._joined_to_known(at) or self._before_known(at) is not None

    def _all_weighed(self, found: list[Somebody]) -> list[Somebody]:
        """Return people with the nights of whom "and" joins them to: `me and bob 3 nights`."""
        weighed = [weighed_too(one) for one in found]
        for place in range(len(weighed) - 2, -1, -1):
            somebody, behind = weighed[place], weighed[place + 1]
            if behind.weighed and not somebody.part and self.role(somebody.stop, Role.AND):
                weighed[place] = replace(somebody, part=behind.part, weighed=True)
        return weighed

    def _ends_list(self, found: Sequence[Somebody], one: Somebody) -> bool:
        """Tell whether a comma has ended the list before somebody: `for bob and chen, me not`."""
        bought = self.role(one.stop, Role.BEHIND_BY)
        if bought and self.ends(bought) and not self.joiner_at(found[-1].stop):
            return True  # "present for dee, bob bought it"
        marks = (found[-1].word.joined, *(word.plain[-1:] in (",", ";") for word in found[-1].part))
        return any(marks) and bool(self.role(one.stop, Role.BEHIND_WITHOUT, Role.NOT_BEHIND))
