"""Who paid where the verb is last: `bob hat … bezahlt`, `Ali taksi ödedi`."""

from __future__ import annotations

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.payers.amounts_paid import AmountsPaidReader
from handlers.grammar.natural.phrases.somebody import People
from handlers.grammar.natural.phrases.taking import GAP
from handlers.grammar.vocabulary import Role
from ledger.core.members import Sender

_HAS = frozenset({"hat", "haben", "has", "ने", "ne", "ha"})
"""What stands between who paid and a verb at the end: "bob hat 60 für essen bezahlt"."""
_MOST_BETWEEN = 12
VERBS_LAST = frozenset({"tr", "hi", "ru", "uk", "de"})
_ALWAYS_BEHIND = frozenset({"tr", "hi"})


class VerbLastReader(AmountsPaidReader):
    """Takes who paid by a verb that stands behind what it was for."""

    def _paid_last(self, people: People, at: int) -> int:
        """Read `Ali taksi ödedi`, the verb last; return the index behind the name, or 0."""
        last = len(self._words)
        if at or any(one.part or len(one.members) > 1 for one in people.people):
            return 0
        if not VERBS_LAST & self._circle.spoken:
            return 0
        behind = self._phrases.role(people.stop, Role.BEHIND_FOR)
        if behind and not people.joined:
            return self._paid_for(people, behind)
        for place in range(people.stop + 1, last):
            if self._phrases.person(place):
                return 0
            if self._phrases.role(place, Role.PAID, Role.BEHIND_BY) == last:
                self._emit_payers(list(people.people), split=len(people.people) > 1)
                self._done.words.append(GAP)
                self._skipped.update(range(place, last))
                return people.stop
        return 0

    def _paid_for(self, people: People, behind: int) -> int:
        """Read "mehmet ayşe için ödedi": the first paid for the last; return what is behind."""
        last = len(self._words)
        verb = next((v for v in range(behind, last) if self._phrases.role(v, Role.PAID) == last), 0)
        if len(people.people) < 2 or not verb:
            return 0
        *payers, theirs = people.people
        self._emit_payers(payers, split=len(payers) > 1)
        self._done.words.append(GAP)
        self._take_one(theirs)
        self._skipped.update(range(verb, last))
        return behind

    def _paid_at_the_end(self, people: People) -> int:
        """Read `bob hat … bezahlt`; return the index behind the first word of the verb."""
        phrases = self._phrases
        at = people.stop
        several = any(len(one.members) > 1 for one in people.people)
        if at >= len(self._words) or self._words[at].low not in _HAS or several:
            return 0
        for place in range(at + 1, min(len(self._words), at + _MOST_BETWEEN)):
            stop = phrases.role(place, Role.PAID) or self._rest_of_verb(at, place)
            if stop:
                self._emit_payers(list(people.people), split=len(people.people) > 1)
                self._done.words.append(GAP)
                self._skipped.update(range(place, stop))
                return at + 1
        return 0

    def _rest_of_verb(self, at: int, place: int) -> int:
        """Return the index behind the rest of a verb that begins at a word: "ne … pay kiya"."""
        begun = (self._phrases.folded(at),)
        for stop in range(min(len(self._words), place + 2), place, -1):
            rest = tuple(self._phrases.folded(one) for one in range(place, stop))
            if Role.PAID in self._circle.words.roles.get((*begun, *rest), ()):
                return stop
        return 0

    def _has_paid_last(self, at: int, people: People) -> int:
        """Return the index behind who "hat … bezahlt", the verb last, which is skipped; or 0."""
        phrases, last = self._phrases, len(self._words)
        if self._words[at].low not in _HAS or phrases.role(at, Role.HAS) != at + 1:
            return 0
        verb = next((v for v in range(people.stop, last) if phrases.role(v, Role.PAID) == last), 0)
        if not verb or any(phrases.person(v) for v in range(people.stop, verb)):
            return 0
        self._skipped.update(range(verb, last))
        return people.stop

    def _i_have_paid(self, at: int) -> int:
        """Read `hab 45 für pizza bezahlt`, of the writer; return the index behind "hab"."""
        phrases, last = self._phrases, len(self._words)
        stop = phrases.role(at, Role.HAS) if not at else 0
        if not stop:
            return 0
        verb = next((one for one in range(stop, last) if phrases.role(one, Role.PAID) == last), 0)
        if not verb or phrases.people(stop):
            return 0
        self._skipped.update(range(verb, last))
        self._payers += 1
        self._done.words += [word_of("paid"), Word("me", "me", "", Sender()), GAP]
        return stop

    def _is_verb_last(self, people: People, verb: int) -> bool:
        """Tell whether a verb says of all before it what they paid: `ali 300 ayşe 200 ödedi`."""
        parted = all(one.part and len(one.members) < 2 for one in people.people)
        phrases = self._phrases
        for_what = phrases.role(verb, Role.FOR) or phrases.role(people.stop, Role.BEHIND_BY)
        ends = phrases.ends(verb) or bool(for_what)
        last = (bool(VERBS_LAST & self._circle.spoken) or ends) and len(people.people) > 1
        return parted and last and self._phrases.person(verb) is None

    @property
    def _is_said_behind(self) -> bool:
        """Whether a verb always speaks of who stands before it: `(ali ödedi) ayşe hariç`."""
        return bool(_ALWAYS_BEHIND & self._circle.spoken)
