"""Who shares where nothing says so but a list of names: `bob, chen and me`."""

from __future__ import annotations

from handlers.grammar.natural.phrases.somebody import People
from handlers.grammar.natural.phrases.taking import GAP
from handlers.grammar.natural.sharers.left_out import LeftOutReader
from handlers.grammar.vocabulary import Role


class ListedReader(LeftOutReader):
    """Takes names that stand in a list, with parts, or before a word that says so."""

    def _listed(self, at: int) -> int:
        """Take names that stand in a list, with parts, or before a word that says so."""
        phrases = self._phrases
        new = self._begins_new(at)
        people = phrases.people(at, unknown=new or phrases.person(at) is not None)
        if people is None:
            return 0
        if not people.people:
            self._done.unknown += people.unknown
            return 0
        self._check_not_out(at, people)
        bare = [one for one in people.people if not one.typed]
        behind = phrases.role(people.stop, Role.BEHIND_WITH, Role.BEHIND_FOR, Role.BEHIND_BETWEEN)
        only = phrases.role(people.stop, Role.ONLY)
        if only and (phrases.people(only) or (at and not phrases.ends(only))):
            only = 0  # "beer chen only had water"
        had = phrases.role(phrases.role(people.stop, Role.ONLY), Role.OWES)
        if not only and had and not phrases.ends(had):
            return 0  # "bob and chen only had drinks": hardly all of it.
        if not bare and self._is_in_words(people, at):
            self._take(people)
            return self._past_behind(people.stop)
        if not bare and not behind and not only and not people.unknown:
            self._done.words += self._words[at : people.stop]
            return people.stop
        several = len(people.people) + len(people.unknown) > 1
        parts = any(one.part for one in people.people)
        typed = any(one.typed and one.word.text.startswith("@") for one in people.people)
        follows = bool(self._done.words) and self._done.words[-1].whom is not None
        begins = not at and bool(
            phrases.role(people.stop, Role.FOR)
        )  # "100 each bob chen for uber"
        ends = begins or phrases.ends(people.stop) or bool(phrases.role(people.stop, Role.EACH))
        equal = phrases.role(people.stop, Role.EQUALLY, Role.HALF)
        said = equal > people.stop + 1 or bool(phrases.role(people.stop, Role.EQUALLY))
        equally = said and phrases.ends(equal) and not phrases.people(equal)
        if not (
            behind or only or parts or typed or equally
            or (several and (people.joined or ends))
            or (follows and ends)
        ):  # fmt: skip
            return 0
        if phrases.role(people.stop, Role.BEHIND_BETWEEN):
            self._done.among = True
        self._take_or_keep(people, at)
        return self._past_behind(people.stop)

    def _begins_new(self, at: int) -> bool:
        """Tell whether somebody whom we don't know begins a list of people that ends the line.

        Their name is nearly one of ours, or stands where an amount was taken out: "movie 600
        priya bob me". Elsewhere the word is what it was for.
        """
        phrases = self._phrases
        name = phrases.name_alone(at)
        if name is None:
            return False
        if name[0].isupper() and phrases.role(at + 1, Role.BEHIND_WITH, Role.BEHIND_FOR):
            return True  # "Pedro ile"
        behind = phrases.joiner_at(at + 1)
        follower = phrases.name_alone(behind) if behind else None
        near = self._circle.nearly(name) is not None
        if follower is not None and (near or self._circle.nearly(follower) is not None):
            return phrases.ends(behind + 1)
        people = phrases.people(behind or at + 1)
        if people is None or not phrases.ends(people.stop):
            return False
        apart = bool(self._done.words) and self._done.words[-1] is GAP
        return (near and bool(behind)) or (apart and (bool(behind) or len(people.people) > 1))

    def _is_in_words(self, people: People, at: int) -> bool:
        """Tell whether somebody's part is in words that the grammar does not know: `5 more`."""
        parts = [word for one in people.people for word in one.part]
        return any(
            word.whom is None
            and word.low != "me"
            and all(word is not part for part in parts)
            and not self._phrases.joiner_at(place)
            for place, word in enumerate(self._words[at : people.stop], at)
        )
