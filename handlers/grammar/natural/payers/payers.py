"""Who paid: `bob paid 60`, `paid by bob`, `bob and chen each paid half`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.grammar.keywords import PAID
from handlers.grammar.lexer import Word
from handlers.grammar.natural.payers.halves import HalvesPaidReader
from handlers.grammar.natural.payers.parted import PartedPayerReader
from handlers.grammar.natural.payers.said_before import PaidByReader
from handlers.grammar.natural.payers.treats import refuse_treat
from handlers.grammar.natural.payers.verb_last import VERBS_LAST, VerbLastReader
from handlers.grammar.natural.phrases.somebody import People, Somebody
from handlers.grammar.natural.phrases.taking import GAP
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender

_VERBS_FIRST: Final = frozenset({"ar"})
"""Languages in which who paid may stand behind the verb."""


class PayerReader(PaidByReader, VerbLastReader, HalvesPaidReader, PartedPayerReader):
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
        commas = bool(sharing) and all(one.word.joined for one in sharing)
        if any(one.part or len(one.members) > 1 for one in people.people) or not (
            me or commas or len(sharing) > 1
        ):
            return
        if any(phrases.role(one, Role.AND) for one in range(at, people.stop)):
            return
        if not (me or commas) and any(one.typed or one.word.joined for one in people.people):
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
        behind = at + len(name.split())
        verb = phrases.role(behind, Role.PAID)
        if not by and self._is_said_by_whom(behind):
            return  # "zomato 745 paid by chen"
        if at and not by and VERBS_LAST & self._circle.spoken:
            return  # "hat lukas fürs tanken bezahlt"
        if verb and phrases.person(verb) is not None and _VERBS_FIRST & self._circle.spoken:
            return  # "60 بيرة دفع بوب": the verb is his.
        if not by and phrases.role(behind, Role.I_PAID):
            return  # "вечерю оплатила я"
        if by or (verb and (not at or phrases.ends(verb))):
            self._done.unknown.append(name)

    def _is_said_by_whom(self, at: int) -> bool:
        """Tell whether `paid by chen` stands there: who paid is no word before it."""
        by = self._phrases.role(at, Role.BY)
        return bool(by) and (
            self._phrases.person(by) is not None or self._phrases.stranger(by) is not None
        )

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

    def _we_paid(self, at: int) -> int:
        """Read "мы с катей заплатили": who writes and those named; return what is behind, or 0."""
        phrases = self._phrases
        stop = phrases.role(at, Role.WITH)
        people = phrases.people(stop) if stop and phrases.is_a(at, Sense.WE) else None
        verb = phrases.role(people.stop, Role.PAID) if people is not None else 0
        if people is None or not verb or any(one.part for one in people.people):
            return 0
        self._check_clear(people, stop)
        me = Somebody(Word("me", "me", "", Sender()), stop, typed=True)
        self._emit_payers([me, *people.people], split=True)
        return verb

    def _paid_behind(self, people: People) -> int:
        """Read `bob paid`, `bob paid 60`; return the index behind it, or 0."""
        phrases = self._phrases
        verb = phrases.role(people.stop, Role.PAID, Role.BEHIND_BY)
        last = people.people[-1]
        paid = phrases.role(people.stop, Role.PAID)
        if paid and phrases.role(paid, Role.FOR) == verb and phrases.people(verb):
            verb = paid  # "bob paid for me": not as in "bob paid for pizza".
        by = phrases.role(people.stop, Role.BY)
        mine = by and phrases.role(people.stop, Role.I_PAID) > by
        if by and by > verb and (mine or phrases.person(by) is not None):
            return 0  # "bob & chen, paid by dia", "bob 20 chen 30 paid by me"
        if verb and self._is_verb_last(people, verb):
            self._emit_payers(list(people.people), split=False)
            return verb
        if not verb and not any(one.part for one in people.people):
            return self._paid_at_the_end(people)
        if not verb or last.part:
            return 0
        own = all(one.typed for one in people.people) and self._words[people.stop].low in PAID
        if own and not (verb < len(self._words) and self._words[verb] is GAP):
            return 0  # The grammar's own form; not where the amount stood behind the verb.
        apart = self._words[verb - 1].plain[-1:] in (",", ";", ".")  # "bob paid, chen and dev eat"
        ended = apart or phrases.ends(verb) or self._is_said_behind
        if phrases.person(verb) and not ended:
            return 0
        return self._names_paid(people, verb)
