"""Who does not share: `except bob`, `bob didn't eat`, `no me`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NoReturn

from handlers.grammar.keywords import is_bare_out
from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.phrases.somebody import People, Somebody
from handlers.grammar.natural.phrases.taking import GAP, Reader
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender

_SHORT_WORD = 3
"""Letters of a word such as "di", which may stand between "without" and a name."""


class LeftOutReader(Reader):
    """Takes those who are left out."""

    def _left_out(self, at: int) -> int:
        phrases = self._phrases
        word = self._words[at]
        if is_bare_out(word):
            members = self._circle.members(word.low[1:])
            if len(members) == 1:
                self._leave_out(phrases.named(members[0]))
                return at + 1
        if stop := self._payer_left_out(at) or self._but_paid(at) or self._paid_but_out(at):
            return stop
        stop = phrases.role(at, Role.WITHOUT) or (at + 1 if word.plain == "-" else 0)
        stop = (phrases.role(stop, Role.FOR) if stop else 0) or stop  # "menos para bob"
        if stop and not phrases.role(stop, Role.I_WILL_PAY):  # "all but i pay double"
            people = phrases.people(stop)
            if people is not None and word.plain == "-" and not self._has_everyone():
                self._check_dash(people, at)
                return 0  # "bob - 10" may be anything.
            typed = people and all(one.typed and one.word.low == "" for one in people.people)
            if people is None or any(one.part for one in people.people):
                return 0
            self._check_clear(people, stop)
            if typed and word.low == "-":
                return 0  # "- @bob": asked back about by the grammar.
            self._check_all_out(people, at, stop)
            return self._all_left_out(people)
        people = phrases.people(at)
        if people is not None and (stop := self._is_out(people)):
            self._check_clear(people, at)
            for one in self._but_me(people):
                self._leave_out(one.word)
            joke = phrases.role(stop, Role.JOKING)  # "chen was asleep lol"
            stop = joke if joke and phrases.ends(joke) else stop
            return phrases.role(stop, Role.EVERYONE) or stop
        return 0

    def _payer_behind_out(self, people: People) -> int:
        """Return where `chen` begins in `except me, chen paid`: no "and" joins the two; or 0."""
        if len(people.people) < 2 or not self._phrases.role(people.stop, Role.PAID):
            return 0
        *_, before, last = people.people
        apart = before.word.joined or not self._phrases.joiner_at(before.stop)
        return before.stop if apart and not last.part else 0

    def _but_paid(self, at: int) -> int:
        """Read `bob wasn't there but paid`, who did; the "but" of `but i paid` says no more."""
        phrases = self._phrases
        out = self._done.words[-1] if self._done.words else None
        but = phrases.role(at, Role.WITHOUT) if out and (out.out or out.low == "-me") else 0
        if not but or out is None:
            return 0
        one = phrases.person(but)
        if phrases.role(but, Role.I_PAID) or (one and phrases.role(one.stop, Role.PAID)):
            return but
        verb = phrases.role(but, Role.PAID)
        if not verb or phrases.person(phrases.role(verb, Role.BY) or verb):
            return 0
        me = Word("me", "me", "", Sender())
        text = out.text.removeprefix("-")
        payer = me if out.low == "-me" else Word(text, text, "", out.whom)
        self._done.words += [word_of("paid"), payer, GAP]
        return verb

    def _paid_but_out(self, at: int) -> int:
        """Read `but i didn't eat`, `but wasn't there` behind who paid: they are out."""
        phrases = self._phrases
        but = phrases.role(at, Role.WITHOUT)
        people = phrases.people(but) if but else None
        stop = phrases.role(people.stop if people else but, Role.BEHIND_WITHOUT) if but else 0
        if not stop:
            return 0
        if people is not None:
            self._check_clear(people, but)
            for one in people.people:
                self._leave_out(one.word)
            return stop
        words = self._done.words
        payers = [words[place + 1] for place in range(len(words) - 1) if words[place].low == "paid"]
        if len(payers) != 1 or payers[0].whom is None:
            return 0
        self._leave_out(payers[0])
        return stop

    def _payer_left_out(self, at: int) -> int:
        """Read `except himself`, `he didn't eat` of the only one who is named as who paid."""
        phrases = self._phrases
        stop = phrases.role(at, Role.WITHOUT)
        himself = stop and phrases.is_a(stop, Sense.SELF)
        if himself:
            stop += 1
        else:
            pronoun = phrases.is_a(at, Sense.HE) and phrases.role(at, Role.PRONOUN)
            stop = phrases.role(pronoun, Role.BEHIND_WITHOUT) if pronoun else 0
        if not stop or not (himself or phrases.ends(stop)):
            return 0
        named = [one for place in range(len(self._words)) if (one := phrases.person(place))]
        others = {one.word.text: one for one in named if not isinstance(one.word.whom, Sender)}
        payers = [one for one in others.values() if self._says_paid(one)]
        if len(others) != 1 or not payers or len(payers[0].members) > 1:
            return 0
        self._leave_out(payers[0].word)
        return stop

    def _says_paid(self, one: Somebody) -> bool:
        """Tell whether a verb behind somebody, or a "by" before them, says that they paid."""
        phrases = self._phrases
        before = range(max(0, one.stop - 3), one.stop)
        by = any(phrases.role(place, Role.BY, Role.PAID) in before for place in before)
        return bool(phrases.role(one.stop, Role.PAID)) or by

    def _all_left_out(self, people: People) -> int:
        """Leave out people, and those behind "or"; return the index behind them."""
        phrases = self._phrases
        if start := self._payer_behind_out(people):
            for one in people.people[:-1]:
                self._leave_out(one.word)
            return start
        for one in people.people:
            self._leave_out(one.word)
        while (more := self._further_out(people.stop)) is not None:
            people = more  # "no dee or mum"
        verb = phrases.role(people.stop, Role.PAID)  # "everyone except dev pays"
        return verb if verb and phrases.ends(verb) and not phrases.people(verb) else people.stop

    def _further_out(self, at: int) -> People | None:
        """Leave out those behind "or"; return them, None where nobody is named there."""
        people = self._phrases.people(at + 1) if self._is_or(at) else None
        if people is None or any(one.part or len(one.members) > 1 for one in people.people):
            return None
        for one in people.people:
            self._leave_out(one.word)
        return people

    def _is_or(self, at: int) -> bool:
        return self._phrases.is_a(at, Sense.OR)

    def _i_am_out(self, at: int) -> int:
        """Read "no voy" at the end: whoever writes is out; return the index behind it, or 0."""
        stop = self._phrases.role(at, Role.I_AM_OUT)
        if not stop or not self._phrases.ends(stop):
            return 0
        self._leave_out(Word("me", "me", "", Sender()))
        return stop

    def _but_me(self, people: People) -> tuple[Somebody, ...]:
        """Return who is out; in "marta y sofía yo no" only the writer, and they are taken."""
        *others, last = people.people
        apart = bool(others) and not (others[-1].joined or self._phrases.joiner_at(others[-1].stop))
        parted = any(one.part for one in others)  # "me half, dee didn't eat"
        if not parted and not (apart and isinstance(last.word.whom, Sender)):
            return people.people
        self._take(replace(people, people=tuple(others)))
        return (last,)

    def _check_all_out(self, people: People, at: int, stop: int) -> None:
        """Raise BAD_PART(reason="out") for `no me bob and chen`: who is out may be me alone."""
        first, *others = people.people
        if not (isinstance(first.word.whom, Sender) and others) or self._has_everyone():
            return
        if self._phrases.joiner_at(first.stop):
            return
        names = [one.word.text for one in others]
        out = [f"-{name}" for name in names]
        self._ask_who_is_out(at, people.stop, ("-me", *names), ("-me", *out))

    def _check_dash(self, people: People, at: int) -> None:
        """Raise BAD_PART(reason="out") for `cab - dee`, who may be out or in."""
        phrases = self._phrases
        begins = at and not phrases.is_named_before(at) and not self._words[at].escaped
        clear = all(not one.part and len(one.members) == 1 for one in people.people)
        behind = [word.plain for word in self._words[people.stop :]]
        ended = phrases.ends(people.stop) or behind == ["-"]
        # "cab 480 - dee paid", "cab 480 - dee wasn't there"
        told = phrases.role(people.stop, Role.PAID, Role.BY) or self._is_out(people)
        if not (begins and clear and ended) or told:
            return
        names = [one.word.text for one in people.people]
        self._ask_who_is_out(at, people.stop, [f"-{name}" for name in names], names)

    def _check_not_out(self, at: int, people: People) -> None:
        """Raise BAD_PART(reason="out") where "without", a short word and a name may leave out."""
        start = at - 2
        short = at > 1 and len(self._words[at - 1].plain) <= _SHORT_WORD
        if not short or self._phrases.role(start, Role.WITHOUT) != at - 1:
            return
        name = people.people[0]
        self._ask_who_is_out(start, name.stop, [f"-{name.word.text}"], [name.word.text])

    def _ask_who_is_out(self, start: int, stop: int, *ways: Sequence[str]) -> NoReturn:
        """Raise BAD_PART(reason="out") with each way to write what stands between two indices."""
        texts = [word.text for word in self._words]
        raise LedgerError(
            Code.BAD_PART,
            written=" ".join(texts[start:stop]),
            reason="out",
            name=None,
            words=tuple((*texts[:start], *way, *texts[stop:]) for way in ways),
        )

    def _is_out(self, people: People) -> int:
        """Return the index behind a word that leaves out who stands before it: `bob nicht`."""
        phrases = self._phrases
        if stop := phrases.role(people.stop, Role.BEHIND_WITHOUT):
            return stop
        stop = phrases.role(people.stop, Role.NOT_BEHIND)
        if stop and phrases.ends(stop) and not people.people[-1].part:
            return stop
        return self._did_not(people)

    def _did_not(self, people: People) -> int:
        """Return the index behind a verb that people didn't do: "marta y sofía no cenaron"."""
        phrases = self._phrases
        verb = phrases.role(people.stop, Role.DID_NOT)
        if not verb or any(one.part for one in people.people):
            return 0
        if verb >= len(self._words) or self._words[verb - 1].plain[-1:] in (",", ";"):
            return 0
        word = self._words[verb].plain.rstrip(",;.").replace("'", "")
        plain = word.isalpha() and not phrases.people(verb)
        said = phrases.role(verb, Role.PAID, Role.BY, Role.ONLY, Role.THING, Role.EXTRA)
        return verb + 1 if plain and not said and phrases.ends(verb + 1) else 0

    def _has_everyone(self) -> bool:
        return any(word.everyone or word.low == "all" for word in self._done.words)
