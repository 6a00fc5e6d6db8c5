"""Who paid where a word before their name says so: `paid by bob`, `paid bob 500 chen 300`."""

from __future__ import annotations

from handlers.grammar.keywords import PAID
from handlers.grammar.lexer import Word
from handlers.grammar.natural.payers.amounts_paid import AmountsPaidReader
from handlers.grammar.natural.payers.treats import whose_at
from handlers.grammar.natural.phrases.somebody import People, Somebody
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError


class PaidByReader(AmountsPaidReader):
    """Takes those before whose names it is said that they paid."""

    def _paid_before(self, at: int) -> int:
        """Read `paid by bob`, `von bob bezahlt`; return the index behind it, or 0."""
        phrases = self._phrases
        for role in (Role.BY, Role.PAID):
            stop = phrases.role(at, role)
            if stop and role is Role.BY:
                self._refuse_part_of(at, stop)
            if stop and role is Role.BY and (behind := self._paid_with_card_of(stop)):
                return behind
            people = phrases.people(stop) if stop else None
            if people is not None and role is Role.BY and phrases.role(at, Role.PAID):
                self._check_clear(people, stop)
            if people is None or (people.bent and not phrases.asks_ending(stop)):
                continue  # "заплатил Бобу": to him.
            if stop > at + 1 or not self._is_behind_paid(at, people):
                behind = self._payers_taken(people, at, stop)
                # "von bob bezahlt" has the verb behind.
                verb = phrases.role(behind, Role.PAID) if role is Role.BY and behind else 0
                return verb if verb and phrases.ends(verb) else behind
        return 0

    def _payers_taken(self, people: People, at: int, start: int) -> int:
        """Take `paid` and the people behind it: with numbers, by halves, or equally."""
        phrases = self._phrases
        payers: list[tuple[Somebody, Word | None]] = []
        stop, halves = start, 0
        while True:
            one = phrases.person(stop)
            if one is None or len(one.members) > 1:
                break
            one = one if phrases.half(one.stop) else phrases.with_part(one)
            stop = one.stop
            if half := phrases.role(stop, Role.HALF):
                halves += 1
                stop = half
            payers.append((one, None))
            if one.part and not self._is_number(one):
                break
            joiner = phrases.joiner_at(stop)
            if joiner and phrases.person(joiner):
                follower = phrases.people(joiner)
                if follower and phrases.role(follower.stop, Role.PAID) and not halves:
                    break  # "i paid 50 and bob paid 10" is two clauses.
                stop = joiner
            elif not (one.part or halves or one.joined) or not self._pays_too(one, stop):
                break
        if not payers:
            return 0
        equally = phrases.role(stop, Role.EQUALLY)
        several = [one for one, _ in payers]
        numbered = any(one.part for one in several)
        self._emit_payers(several, split=not numbered and len(several) > 1)
        behind = phrases.role(stop, Role.PAID)
        if behind and not phrases.person(behind):
            return behind  # "von bob bezahlt"
        return equally or stop

    def _pays_too(self, before: Somebody, at: int) -> bool:
        """Tell whether somebody may have paid, too: not Chen in `paid by dee, chen skipped`.

        Nor is it me in `paid by dee, me and dee`, a list of who shares.
        """
        one = self._phrases.person(at)
        out = one and self._phrases.role(one.stop, Role.BEHIND_WITHOUT, Role.NOT_BEHIND)
        return one is not None and not (out or self._is_named_again(before, at))

    def _is_named_again(self, one: Somebody, at: int) -> bool:
        """Tell whether a list behind somebody's name has them, too: that is of who shares."""
        people = self._phrases.people(at)
        return people is not None and any(
            other.word.whom == one.word.whom for other in people.people
        )

    def _is_behind_paid(self, at: int, people: People) -> bool:
        """Tell whether the grammar's own `paid @bob 500 @chen` stands there."""
        own = self._words[at].low in PAID and all(one.typed for one in people.people)
        if not own:
            return False
        half = self._phrases.role(people.stop, Role.HALF, Role.EQUALLY)
        return not half and not self._phrases.role(people.people[0].stop, Role.HALF)

    def _refuse_part_of(self, at: int, stop: int) -> None:
        """Raise BAD_PART(reason="near") for `84 rewe, 20 von mia`: "von" is from, too."""
        phrases = self._phrases
        number = self._words[at - 1] if at else None
        if number is None or number.escaped or not number.plain[:1].isdigit():
            return
        one = phrases.person(stop) if phrases.role(at, Role.FROM) == stop else None
        if one is None or len(one.members) > 1:
            return
        texts = [word.text for word in self._words]
        bare = number.text.rstrip(",;")
        raise LedgerError(
            Code.BAD_PART,
            written=" ".join(texts[at - 1 : one.stop]),
            reason="near",
            name=None,
            words=(
                (*texts[: at - 1], one.word.text, bare, *texts[one.stop :]),
                (*texts[: at - 1], f"\\{bare}", *texts[at:]),
            ),
        )

    def _paid_with_card_of(self, at: int) -> int:
        """Read `bob's card` behind `paid by`; return the index behind it, or 0."""
        one = whose_at(self._phrases, at)
        if one is None or one.typed or len(one.members) != 1 or one.stop >= len(self._words):
            return 0
        if not self._words[at].plain.endswith("'s") or not self._phrases.is_a(one.stop, Sense.CARD):
            return 0
        self._emit_payers([one], split=False)
        return one.stop + 1
