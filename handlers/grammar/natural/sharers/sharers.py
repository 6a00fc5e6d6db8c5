"""Who shares: lists of names, everybody, those left out, halves and ratios."""

from __future__ import annotations

from dataclasses import replace

from handlers.grammar.keywords import is_bare_out
from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.phrases.headcounts import headcount_at
from handlers.grammar.natural.phrases.phrases import People, Somebody
from handlers.grammar.natural.phrases.runs import BEHIND
from handlers.grammar.natural.phrases.taking import GAP, SPLIT, Reader
from handlers.grammar.vocabulary import Role
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender

_SHARE = ("share", "part", "portion", "half", "stuff", "order", "bill", "items", "total")
_MY = frozenset({"my", "mine"})
_IS = ("is", "was", "were", "are")
_OR = frozenset({"or", "nor", "o", "oder", "ou", "или", "або", "veya", "atau", "या", "أو"})
_HE = frozenset({"he", "she"})
_SELF = frozenset({"himself", "herself", "themself", "themselves"})
_SHORT_WORD = 3
"""Letters of a word such as "di", which may stand between "without" and a name."""


class SharerReader(Reader):
    """Takes the words that say who shares, and how."""

    def _double(self, at: int) -> int:
        """Read `double for bob`; return the index behind it, or 0."""
        stop = self._phrases.role(at, Role.DOUBLE)
        one = self._phrases.person(self._phrases.role(stop, Role.FOR) or stop) if stop else None
        if one is None or len(one.members) > 1 or self._phrases.with_part(one).part:
            return 0
        self._done.words += [replace(one.word, joined=False), word_of("x2")]
        return one.stop

    def _rest(self, at: int) -> int:
        """Skip "the rest" before people who have no part: `bob 40, the rest me and chen`."""
        rest = self._phrases.role(at, Role.REST)
        if not rest:
            return 0
        stop = self._phrases.role(rest, Role.EQUALLY) or rest
        stop += stop < len(self._words) and self._words[stop].low in SPLIT
        stop = self._phrases.role(stop, Role.EQUALLY) or stop
        if stop > rest and self._phrases.ends(stop) and not self._phrases.people(stop):
            self._done.words.append(Word("all", "all", "", everyone=True))
            return stop  # "bob 100, rest split": nobody can split it alone.
        behind = self._phrases.role(stop, Role.WITH, Role.FOR, Role.BETWEEN, Role.BY) or stop
        people = self._phrases.people(behind)
        if people is None or any(one.part or len(one.members) > 1 for one in people.people):
            return 0
        self._take(people)
        self._done.among = True  # All of the rest is theirs.
        return people.stop

    def _share_of(self, at: int) -> int:
        """Read `bob's share 20`, `bob's part is 20`; return the index behind it, or 0."""
        phrases = self._phrases
        word = self._words[at]
        bare = word.plain.removesuffix("'s") if word.whom is None else ""
        members = self._circle.members(bare) if bare and bare != word.plain else ()
        mine = word.low in _MY and self._circle.sender is not None
        start = at + 1 + any(phrases.is_word(at + 1, text) for text in _SHARE)
        is_ = any(phrases.is_word(start, text) for text in _IS)
        if (len(members) != 1 and not mine) or not (is_ or start > at + 1):
            return 0
        start += is_
        stop = self._number(start)
        if stop:
            name = Word("me", "me", "", Sender()) if mine else phrases.named(members[0])
            self._done.words += [name, *self._words[start:stop]]
        return stop

    def _left_out(self, at: int) -> int:
        phrases = self._phrases
        word = self._words[at]
        if is_bare_out(word):
            members = self._circle.members(word.low[1:])
            if len(members) == 1:
                self._leave_out(phrases.named(members[0]))
                return at + 1
        if stop := self._payer_left_out(at):
            return stop
        stop = phrases.role(at, Role.WITHOUT) or (at + 1 if word.plain == "-" else 0)
        stop = (phrases.role(stop, Role.FOR) if stop else 0) or stop  # "menos para bob"
        if stop:
            people = phrases.people(stop)
            if people is not None and word.plain == "-" and not self._has_everyone():
                return 0  # "bob - 10" and "dinner - bob" may be anything.
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
            return phrases.role(stop, Role.EVERYONE) or stop
        return 0

    def _payer_left_out(self, at: int) -> int:
        """Read `except himself`, `he didn't eat` of the only one who is named as who paid."""
        phrases = self._phrases
        stop = phrases.role(at, Role.WITHOUT)
        himself = stop and stop < len(self._words) and phrases.folded(stop) in _SELF
        if himself:
            stop += 1
        else:
            pronoun = phrases.folded(at) in _HE and phrases.role(at, Role.PRONOUN)
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
        return at < len(self._words) and self._phrases.folded(at) in _OR

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
        if not (apart and isinstance(last.word.whom, Sender)):
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
        texts = [word.text for word in self._words]
        names = [one.word.text for one in others]
        rest = texts[people.stop :]
        raise LedgerError(
            Code.BAD_PART,
            written=" ".join(texts[at : people.stop]),
            reason="out",
            name=None,
            words=(
                (*texts[:at], "-me", *names, *rest),
                (*texts[:at], "-me", *(f"-{name}" for name in names), *rest),
            ),
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

    def _only(self, at: int) -> int:
        stop = self._phrases.role(at, Role.ONLY)
        if not stop:
            return 0
        behind = self._phrases.role(stop, Role.WITH, Role.FOR, Role.BETWEEN) or stop
        people = self._phrases.people(behind, unknown=True)
        if people is None or not people.people:
            return 0
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

    def _halves(self, at: int) -> int:
        """Skip `half` and `50/50` before people, and `equally` behind them: as it is anyway."""
        phrases = self._phrases
        stop = phrases.role(at, Role.HALF, Role.EQUALLY)
        if not stop:
            return 0
        if phrases.half(at) and (own := phrases.person(stop)) and len(own.members) < 2:
            rest = range(own.stop, len(self._words))
            if any(phrases.half(one) and phrases.person(one + 1) for one in rest) or (
                self._done.words and self._done.words[-1].plain == "50%"
            ):
                self._done.words += [replace(own.word, joined=False), word_of("50%")]
                return phrases.joiner_at(own.stop) or own.stop
        before = phrases.role(stop, Role.WITH, Role.BETWEEN, Role.FOR)
        if not before and (people := phrases.people(stop)):
            self._take_or_keep(people, stop)  # "50/50 bob"
            return self._past_behind(people.stop)
        if phrases.people(before or stop) or (before and phrases.role(before, Role.US)):
            return stop
        if not phrases.ends(stop) or phrases.person(stop):
            return 0
        named = any(word.whom is not None for word in self._done.words)
        if not named and (not phrases.role(at, Role.EQUALLY) or headcount_at(phrases, at)):
            return 0  # "на троих" says for how many it was.
        self._drop_split()
        return stop

    def _with(self, at: int) -> int:
        phrases = self._phrases
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
            if role is Role.FOR and (givers := self._givers(people)) is not None:
                self._done.words += [
                    replace(word, escaped=True) for word in self._words[at : people.stop]
                ]
                self._done.only = True
                self._take(givers)
                return givers.stop
            if role is Role.FOR and self._are_left_out(people):
                self._done.words += [
                    replace(word, escaped=True) for word in self._words[at : people.stop]
                ]
                return people.stop
            self._drop_split()
            self._done.among |= role is Role.BETWEEN
            self._done.company |= role is Role.WITH
            self._done.only |= bool(only)
            if start := self._payer_apart(people, stop) or self._payer_last(people):
                self._take_or_keep(replace(people, people=people.people[:-1]), at)
                return start
            self._take_or_keep(people, at)
            return self._past_behind(people.stop)
        return 0

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
            stop = self._phrases.role(at, Role.WITHOUT)
            out = self._phrases.people(stop) if stop else None
            if out is not None and theirs and theirs <= {one.members for one in out.people}:
                return True
        return False

    def _payer_last(self, people: People) -> int:
        """Return where `bob` begins in `with chen, bob paid`: "with" has no verb; or 0."""
        verb = self._phrases.role(people.stop, Role.PAID)
        payer = self._phrases.role(people.stop, Role.BY) or verb
        if len(people.people) < 2 or not verb or self._phrases.person(payer):
            return 0
        *_, before, last = people.people
        return before.stop if before.word.joined and not last.part else 0

    def _may_be_new(self, role: Role, at: int) -> bool:
        """Tell whether a word may be somebody we don't know: "for Sam", hardly "for hair"."""
        if at >= len(self._words):
            return False
        return role is not Role.FOR or self._words[at].text[:1].isupper()

    def _check_not_out(self, at: int, people: People) -> None:
        """Raise BAD_PART(reason="out") where "without", a short word and a name may leave out."""
        start = at - 2
        short = at > 1 and len(self._words[at - 1].plain) <= _SHORT_WORD
        if not short or self._phrases.role(start, Role.WITHOUT) != at - 1:
            return
        texts = [word.text for word in self._words]
        name = people.people[0]
        raise LedgerError(
            Code.BAD_PART,
            written=" ".join(texts[start : name.stop]),
            reason="out",
            name=None,
            words=(
                (*texts[:start], f"-{name.word.text}", *texts[name.stop :]),
                (*texts[:start], name.word.text, *texts[name.stop :]),
            ),
        )

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
        if only and phrases.people(only):
            only = 0
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
        ends = phrases.ends(people.stop) or bool(phrases.role(people.stop, Role.EACH))
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
