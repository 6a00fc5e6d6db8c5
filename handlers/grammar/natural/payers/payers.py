"""Who paid: `bob paid 60`, `paid by bob`, `bob and chen each paid half`."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.keywords import PAID
from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.amounts import write_number
from handlers.grammar.natural.payers.parted import PartedPayerReader
from handlers.grammar.natural.payers.treats import refuse_treat, whose_at
from handlers.grammar.natural.phrases.phrases import People, Somebody
from handlers.grammar.natural.phrases.taking import GAP
from handlers.grammar.vocabulary import Role
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender
from ledger.core.money import Money

_HAS = frozenset({"hat", "haben", "has", "ने", "ne", "ha"})
"""What stands between who paid and a verb at the end: "bob hat 60 für essen bezahlt"."""
_WE = frozenset({"мы", "ми"})
"""What begins "мы с Бобом", of whom the writer is one."""
_MOST_BETWEEN = 12
_CARDS = frozenset({"card", "account", "phone", "wallet", "upi", "gpay", "paypal", "cash", "money"})
"""What somebody's is paid with, as English says it: "paid by bob's card"."""
_VERBS_LAST = frozenset({"tr", "hi", "ru", "uk", "de"})
_ALWAYS_BEHIND = frozenset({"tr", "hi"})


class PayerReader(PartedPayerReader):
    """Takes the words that say who paid."""

    def _paid(self, at: int) -> int:
        phrases = self._phrases
        refuse_treat(phrases, at)
        self._check_will_pay(at)
        if stop := self._so_much_paid(at):
            return stop
        stop = phrases.role(at, Role.I_PAID)
        if stop and phrases.role(at, Role.ME) and phrases.role(stop, Role.BEHIND_WITHOUT):
            return 0  # "benden başka"
        if stop and not (phrases.role(at, Role.BY) == stop and phrases.person(stop)):
            return self._i_and_others(stop) or self._payer_with_amount(Sender(), stop)
        paid = phrases.role(at, Role.PAID)
        whom = phrases.role(paid, Role.FOR) if paid else 0
        if whom and phrases.people(whom) and not phrases.is_named_before(at):
            return self._payer_with_amount(Sender(), paid)  # "paid for bob 300": I did.
        if (
            stop := self._it_was(at)
            or self._i_have_paid(at)
            or self._paid_in_halves(at)
            or self._half_paid(at)
            or self._we_paid(at)
            or self._rest_paid(at)
            or self._paid_before(at)
        ):
            return stop
        people = phrases.people(at)
        if people is None:
            self._note_payer(at)
        if people is None or people.bent or phrases.role(people.stop, Role.BEHIND_WITHOUT):
            return 0  # "chen pays nothing"
        if len(people.people) == 1 and phrases.role(people.stop, Role.PAID) == people.stop + 1:
            self._check_clear(people, at)
        if start := self._payer_apart(people, at):
            self._take(replace(people, people=people.people[:-1]))
            return start
        self._check_all_paid(people, at)
        return self._each_paid(people) or self._paid_behind(people) or self._paid_last(people, at)

    def _check_all_paid(self, people: People, at: int) -> None:
        """Raise PAID_UNCLEAR for English `me chen asha paid`: all of them did, or the last."""
        phrases = self._phrases
        sharing = people.people[:-1]
        stop = phrases.role(people.stop, Role.PAID)
        if not stop or phrases.role(people.stop, Role.BY) or self._circle.spoken - {"en"}:
            return
        if phrases.person(stop) is not None:
            return  # "me @chen paid @asha"
        me = bool(sharing) and self._words[at].low == "me"
        if any(one.part or len(one.members) > 1 for one in people.people) or not (
            me or len(sharing) > 1
        ):
            return
        if any(phrases.role(one, Role.AND) for one in range(at, people.stop)):
            return
        if not me and any(one.typed or one.word.joined for one in people.people):
            return
        texts = [word.text for word in self._words]
        names = [one.word.text for one in people.people]
        everybody = " and ".join(names).split(" ")
        rest = texts[stop:]
        raise LedgerError(
            Code.PAID_UNCLEAR,
            words=(
                (*texts[:at], *rest, *names[:-1], "paid", names[-1]),
                (*texts[:at], *rest, "paid", "equally", "by", *everybody),
            ),
        )

    def _check_will_pay(self, at: int) -> None:
        """Raise BAD_PART(reason="near") for `i'll pay 200`: my share, or what I paid of it."""
        stop = self._phrases.role(at, Role.I_WILL_PAY)
        number = self._number(stop) if stop else 0
        if not number:
            return
        texts = [word.text for word in self._words]
        rest = texts[stop:]
        raise LedgerError(
            Code.BAD_PART,
            written=" ".join(texts[at:number]),
            reason="near",
            name=None,
            words=((*texts[:at], "me", *rest), (*texts[:at], "paid", "me", *rest)),
        )

    def _note_payer(self, at: int) -> None:
        """Note somebody whom we don't know where it is said who paid: `by sam`, `sam paid`."""
        phrases = self._phrases
        by = phrases.role(at, Role.BY)
        name = phrases.stranger(by or at)
        if name is None:
            return
        verb = phrases.role(at + len(name.split()), Role.PAID)
        if at and not by and _VERBS_LAST & self._circle.spoken:
            return  # "hat lukas fürs tanken bezahlt"
        if not by and phrases.role(at + len(name.split()), Role.I_PAID):
            return  # "вечерю оплатила я"
        if by or (verb and (not at or phrases.ends(verb))):
            self._done.unknown.append(name)

    def _i_and_others(self, stop: int) -> int:
        """Read on from `paid by me` where it goes on: `and bob`; return the index behind it."""
        phrases = self._phrases
        joiner = phrases.joiner_at(stop) if phrases.role(stop - 1, Role.ME) == stop else 0
        people = phrases.people(joiner) if joiner else None
        if people is None or phrases.role(people.stop, Role.PAID):
            return 0
        if any(one.part or len(one.members) > 1 for one in people.people):
            return 0
        me = Somebody(Word("me", "me", "", Sender()), stop, typed=True)
        self._emit_payers([me, *people.people], split=True)
        return phrases.role(people.stop, Role.EQUALLY) or people.stop

    def _it_was(self, at: int) -> int:
        """Read `it was bob who paid`, `hat doch bob bezahlt`; return the index behind it, or 0."""
        phrases = self._phrases
        name = phrases.role(at, Role.BEFORE_PAYER)
        if mine := phrases.role(name, Role.I_PAID) if name else 0:
            return self._payer_with_amount(Sender(), mine)
        people = phrases.people(name) if name else None
        verb = phrases.role(people.stop, Role.PAID) if people is not None else 0
        if people is None or any(one.part for one in people.people):
            return 0
        if not verb and not (verb := self._has_paid_last(at, people)):
            return 0
        self._check_clear(people, name)
        self._emit_payers(list(people.people), split=len(people.people) > 1)
        return verb

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
        verb = next((one for one in range(stop, last) if phrases.role(one, Role.PAID) == last), 0)
        if not stop or not verb or phrases.people(stop):
            return 0
        self._skipped.update(range(verb, last))
        self._payers += 1
        self._done.words += [word_of("paid"), Word("me", "me", "", Sender()), GAP]
        return stop

    def _we_paid(self, at: int) -> int:
        """Read "мы с катей заплатили": who writes and those named; return what is behind, or 0."""
        phrases = self._phrases
        stop = phrases.role(at, Role.WITH)
        people = phrases.people(stop) if stop and phrases.folded(at) in _WE else None
        verb = phrases.role(people.stop, Role.PAID) if people is not None else 0
        if people is None or not verb or any(one.part for one in people.people):
            return 0
        self._check_clear(people, stop)
        me = Somebody(Word("me", "me", "", Sender()), stop, typed=True)
        self._emit_payers([me, *people.people], split=True)
        return verb

    def _half_paid(self, at: int) -> int:
        """Read `half paid by bob`; who paid the other half is asked, as nothing says it."""
        phrases = self._phrases
        half = phrases.half(at)
        verb = phrases.role(half, Role.BY, Role.PAID) if half else 0
        one = phrases.person(verb) if verb else None
        if one is None or len(one.members) > 1:
            return 0
        paid = Money(self._amount.minor // 2, self._amount.currency)
        self._emit_payers([replace(one, part=(word_of(write_number(paid)),))], split=False)
        return one.stop

    def _rest_paid(self, at: int) -> int:
        """Read `rest by me` behind what somebody else paid; return the index behind it, or 0."""
        phrases = self._phrases
        stop = phrases.role(at, Role.REST) if self._payers else 0
        by = phrases.role(stop, Role.BY) if stop else 0
        one = phrases.person(by) if by else None
        if one is None or len(one.members) > 1:
            return 0
        self._emit_payers([one], split=False)
        return one.stop

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
            if not self._is_behind_paid(at, people):
                behind = self._payers_taken(people, at, stop)
                # "von bob bezahlt" has the verb behind.
                verb = phrases.role(behind, Role.PAID) if role is Role.BY and behind else 0
                return verb if verb and phrases.ends(verb) else behind
        return 0

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
        if not self._words[at].plain.endswith("'s") or self._phrases.folded(one.stop) not in _CARDS:
            return 0
        self._emit_payers([one], split=False)
        return one.stop + 1

    def _paid_behind(self, people: People) -> int:
        """Read `bob paid`, `bob paid 60`; return the index behind it, or 0."""
        phrases = self._phrases
        verb = phrases.role(people.stop, Role.PAID, Role.BEHIND_BY)
        last = people.people[-1]
        paid = phrases.role(people.stop, Role.PAID)
        if paid and phrases.role(paid, Role.FOR) == verb and phrases.people(verb):
            verb = paid  # "bob paid for me": not as in "bob paid for pizza".
        if verb and self._is_verb_last(people, verb):
            self._emit_payers(list(people.people), split=False)
            return verb
        by = phrases.role(people.stop, Role.BY)
        if by and by > verb and phrases.person(by) is not None:
            return 0  # "bob & chen, paid by dia"
        if not verb and not any(one.part for one in people.people):
            return self._paid_at_the_end(people)
        if not verb or last.part:
            return 0
        own = all(one.typed for one in people.people) and self._words[people.stop].low in PAID
        if own and not (verb < len(self._words) and self._words[verb] is GAP):
            return 0  # The grammar's own form; not where the amount stood behind the verb.
        apart = self._words[verb - 1].plain[-1:] in (",", ";")  # "bob paid, chen and dev eat"
        ended = apart or phrases.ends(verb) or self._is_said_behind
        if phrases.person(verb) and not ended:
            return 0
        return self._names_paid(people, verb)

    def _is_verb_last(self, people: People, verb: int) -> bool:
        """Tell whether a verb says of all before it what they paid: `ali 300 ayşe 200 ödedi`."""
        parted = all(one.part and len(one.members) < 2 for one in people.people)
        phrases = self._phrases
        for_what = phrases.role(verb, Role.FOR) or phrases.role(people.stop, Role.BEHIND_BY)
        ends = phrases.ends(verb) or bool(for_what)
        last = (bool(_VERBS_LAST & self._circle.spoken) or ends) and len(people.people) > 1
        return parted and last and self._phrases.person(verb) is None

    @property
    def _is_said_behind(self) -> bool:
        """Whether a verb always speaks of who stands before it: `(ali ödedi) ayşe hariç`."""
        return bool(_ALWAYS_BEHIND & self._circle.spoken)

    def _paid_last(self, people: People, at: int) -> int:
        """Read `Ali taksi ödedi`, the verb last; return the index behind the name, or 0."""
        last = len(self._words)
        if at or any(one.part or len(one.members) > 1 for one in people.people):
            return 0
        if not _VERBS_LAST & self._circle.spoken:
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

    def _each_paid(self, people: People) -> int:
        """Read `bob and chen each paid half`, `both paid 30`; return the index behind it, or 0."""
        phrases = self._phrases
        stop = people.stop
        said = phrases.role(stop, Role.EACH) or (stop + 1 if phrases.is_word(stop, "both") else 0)
        verb = phrases.role(said, Role.PAID) if said else 0
        if not verb or any(one.part or len(one.members) > 1 for one in people.people):
            return 0
        number = self._number(verb)
        each = tuple(self._words[verb:number])
        self._emit_payers([replace(one, part=each) for one in people.people], split=not number)
        behind = number or phrases.role(verb, Role.HALF, Role.EQUALLY) or verb
        return phrases.role(behind, Role.EACH) or behind

    def _paid_in_halves(self, at: int) -> int:
        """Read `paid half by me half by bob`, `paid 50/50 by bob and me`; return what is behind."""
        phrases = self._phrases
        several: list[Somebody] = []
        stop = phrases.role(at, Role.PAID)
        equal = phrases.role(stop, Role.HALF, Role.EQUALLY) if stop else 0
        people = phrases.people(by) if equal and (by := phrases.role(equal, Role.BY)) else None
        if people is not None and len(people.people) > 1 and not any(
            one.part or len(one.members) > 1 for one in people.people
        ):  # fmt: skip
            self._emit_payers(list(people.people), split=True)
            return people.stop
        while half := phrases.role(stop, Role.HALF) if stop else 0:
            one = phrases.person(phrases.role(half, Role.BY) or half)
            if one is None or len(one.members) > 1:
                return 0
            several.append(one)
            stop = phrases.joiner_at(one.stop) or one.stop
        if len(several) != 2:
            return 0
        self._emit_payers(several, split=True)
        return several[-1].stop

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

    def _is_behind_paid(self, at: int, people: People) -> bool:
        """Tell whether the grammar's own `paid @bob 500 @chen` stands there."""
        own = self._words[at].low in PAID and all(one.typed for one in people.people)
        if not own:
            return False
        half = self._phrases.role(people.stop, Role.HALF, Role.EQUALLY)
        return not half and not self._phrases.role(people.people[0].stop, Role.HALF)

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
            elif not phrases.person(stop) or not (one.part or halves or one.joined):
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

    @staticmethod
    def _is_number(one: Somebody) -> bool:
        return any(char.isdigit() for char in one.part[0].plain)

    def _names_paid(self, people: People, stop: int) -> int:
        """Take `bob paid`, `bob paid 60`, `bob and chen paid`."""
        if any(len(one.members) > 1 for one in people.people):
            return 0
        several = list(people.people)
        if len(several) == 1:
            self._done.words += [word_of("paid"), replace(several[0].word, joined=False)]
            self._payers += 1
            number = self._paid_amount(stop)
            return self._past_joiner(number or self._phrases.role(stop, Role.REST) or stop)
        self._emit_payers(several, split=not any(one.part for one in several))
        return stop

    def _paid_amount(self, at: int) -> int:
        """Take what somebody paid, a number or half of it; return the index behind it, or 0."""
        number = self._number(at)
        if number:
            self._done.words += self._words[at:number]
            return number
        half = self._phrases.half(at)
        if half:
            money = Money(self._amount.minor // 2, self._amount.currency)
            self._done.words.append(word_of(write_number(money)))
        return half

    def _payer_with_amount(self, whom: Sender, stop: int) -> int:
        self._done.words += [word_of("paid"), Word("me", "me", "", whom)]
        self._payers += 1
        number = self._paid_amount(stop)
        return self._past_joiner(number or self._phrases.role(stop, Role.REST) or stop)

    def _past_joiner(self, at: int) -> int:
        """Skip the "and" between two who paid."""
        joiner = self._phrases.joiner_at(at)
        if not joiner:
            return at
        people = self._phrases.people(joiner)
        paid = people is not None and (
            self._phrases.role(people.stop, Role.PAID) or all(one.part for one in people.people)
        )
        return joiner if paid or self._phrases.role(joiner, Role.I_PAID) else at
