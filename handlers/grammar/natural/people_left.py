"""What is said of people and was not read: each way in which it may be meant is offered.

"dee doesn't drink" behind an amount says that she does not share, or nothing at all; booked
without a word it would be one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line, word_of
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.debts.bought_for import possessor
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.doubts import NO_DOUBTS
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberId, Sender, Whom
from ledger.core.money import exponent
from ledger.core.shares import EQUAL_PART, Part, PartKind

_ENGLISH: Final = frozenset({"en"})
_MOST_SAID: Final = 4
_ONE_SHARE: Final = 10_000
_COUNT: Final = re.compile(r"[1-9]\Z")
_GUESTS: Final = re.compile(r"\+([2-9])[,;.]?\Z")
_TIMES: Final = frozenset({"x", "@", "each", "per"})
_FEW: Final = 12
_LEAST: Final = 20
"""What is less than a twentieth of the amount is hardly anybody's part: "gate 7"."""
_ENDS: Final = (",", ";")


@dataclass(frozen=True, slots=True)
class _Saying:
    """What is said of some people: from `at` to `stop` of the line, with a verb at `verb`."""

    people: tuple[MemberId, ...]
    at: int
    verb: int
    stop: int


def refuse_people_left(line: Line, found: ExpenseLine, today: date, circle: Circle) -> None:
    """Refuse a line of which words are left that say what people did, had or are to pay.

    Raises WORDS_LEFT(written, meant: tuple[ExpenseLine, ...], examples): the ways in which the
    line may be meant, as it stands first.
    """
    if line.command not in SPLIT_COMMANDS or not found.description:
        return
    left = _Left(line, found, today, circle)
    english = (
        left.guests(),
        left.more_guests(),
        left.numbers(),
        left.presents(),
        left.sayings(),
        left.things(),
        left.writers(),
        left.orphans(),
        left.companions(),
    )
    elsewhere = (left.presents(),)
    for asked in (left.rests(), *(elsewhere if circle.spoken - _ENGLISH else english)):
        for written, ways in asked:
            raise LedgerError(Code.WORDS_LEFT, written=written, meant=ways, examples=())


class _Left:
    """One line and what was read of it, asked what is left of what it says of people."""

    def __init__(self, line: Line, found: ExpenseLine, today: date, circle: Circle) -> None:
        words = line.words
        end = next((at for at, word in enumerate(words) if word.plain == "//"), len(words))
        self._words = words[:end]
        self._found = replace(found, doubts=NO_DOUBTS)
        self._circle = circle
        self._phrases = Phrases(self._words, circle, found.amount.currency, today)
        self._lows = {word_of(text).low for text in found.description.split()}
        parts = {circle.member_of(whom): part for whom, part in found.participants}
        self._apart = {member for member, part in parts.items() if part != EQUAL_PART}
        self._apart |= {circle.member_of(whom) for whom in found.left_out}
        self._payers = {circle.member_of(whom) for whom, _ in found.payers}

    def sayings(self) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
        """Find verbs behind people: `dee doesn't drink`, `bob took it from the kitty`."""
        for said in self._said():
            whom = [self._circle.whom(member) for member in said.people]
            if self._apart & {*said.people} or {*said.people} <= self._payers:
                continue
            if self._is_told_already(said):
                continue
            if any(self._phrases.role(one, Role.ONLY) == said.at for one in range(said.at)):
                continue  # "only bob and chen ate"
            base = self._found
            told = replace(base, description=self._without(said))
            everybody = replace(told, participants=(), everyone=True, left_out=())
            only = _only(told, whom, self._circle)
            without = replace(everybody, left_out=tuple(whom))
            paid = [replace(told, payers=((whom[0], None),))] if len(whom) == 1 else []
            if said.at == said.verb:
                ways = [*([] if base.payers else paid), only, everybody]
            elif self._phrases.is_a(said.verb, Sense.REFUSING):
                several = [only] if len(whom) > 1 else []  # "bob and chen went bowling"
                ways = [without, everybody, *several, *([base] if base.participants else [])]
            elif self._phrases.is_a(said.verb, Sense.HANDLING) and not base.payers:
                ways = [*paid, only, everybody, base]
            else:
                both = replace(told, participants=tuple((one, EQUAL_PART) for one in whom))
                ways = [base, *([] if base.participants else [both]), only, everybody]
            yield self._text(said.at, said.stop), tuple(ways)

    def _is_told_already(self, said: _Saying) -> bool:
        """Tell whether it was said to be a story, or is one: `bob took a taxi`, `bob gave a cake`.

        Where those who share are named, others who don't need not say so.
        """
        behind = self._phrases
        thing = behind.role(said.verb + 1, Role.ARTICLE) or self._is_whose(said.verb + 1)
        now = behind.is_a(said.verb, Sense.PAYING_NOW)
        if behind.is_a(said.verb, Sense.HANDLING) and said.at < said.verb and thing and not now:
            return True
        named = {self._circle.member_of(whom) for whom, _ in self._found.participants}
        refused = behind.is_a(said.verb, Sense.REFUSING) and named and not named & {*said.people}
        return bool(refused) or any(word.escaped for word in self._words[said.at : said.stop])

    def _is_whose(self, at: int) -> bool:
        return possessor(self._phrases.folded(at), self._circle) is not None

    def things(self) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
        """Find what was paid that is said to be somebody's: `i paid bob's medical`."""
        if self._found.participants or self._found.everyone or self._found.left_out:
            return
        for at, word in enumerate(self._words):
            whose = None if word.whom is not None else possessor(word.low, self._circle)
            thing = self._phrases.folded(at + 1)
            if whose is None or word.low not in self._lows or not thing.isalpha():
                continue
            before = at - (at > 0 and self._phrases.role(at - 1, Role.FOR) == at)
            if self._is_others_thing(at, whose):
                both = replace(self._found, participants=((whose, EQUAL_PART),))
                ways = (_only(self._found, [whose], self._circle), both, self._found)
                yield self._text(at, at + 2), ways
                continue
            before -= before > 0 and self._words[before - 1].plain[:1].isdigit()
            verbs = range(max(0, before - 2), before)
            roles = (Role.PAID, Role.I_PAID, Role.BEHIND_BY)
            if self._phrases.is_a(at + 1, Sense.SHARED_THING) or not any(
                self._phrases.role(one, *roles) == before for one in verbs
            ):
                continue
            both = replace(self._found, participants=((whose, EQUAL_PART),))
            ways = (_only(self._found, [whose], self._circle), both, self._found)
            yield self._text(before - 1, at + 2), ways

    def _is_others_thing(self, at: int, whose: Whom) -> bool:
        """Tell whether it is a share of somebody, or what another one paid of theirs."""
        share = self._phrases.is_a(at + 1, Sense.SHARE)
        others = bool(self._payers - {self._circle.sender, self._circle.member_of(whose)})
        return share or (others and self._phrases.is_a(at + 1, Sense.OWN_THING))

    def guests(self) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
        """Find those whom somebody brought along: `chen and his wife`, `bob +1`."""
        for at in range(len(self._words)):
            one = self._phrases.person(at)
            name = self._circle.find(self._words, at) if one is None else None
            members = one.members if one is not None else name.members if name else ()
            stop = one.stop if one is not None else name.stop if name else 0
            if one is not None and isinstance(one.word.whom, Sender):
                members = () if self._circle.sender is None else (self._circle.sender,)
            guest = self._guest(stop) if len(members) == 1 else 0
            count, start = 1, at
            if not guest and len(members) == 1 and (several := self._guests_with(stop)):
                count, guest = several
            if not guest and (several_of := self._guests_of(at)) is not None:
                members, count, start, guest = several_of
            if not guest:
                continue
            if any(word.escaped for word in self._words[start:guest]):
                continue
            text = self._text(start, guest)
            plain = replace(self._found, participants=(), everyone=True)
            if self._phrases.is_a(guest - 2, Sense.MY):
                if not self._phrases.ends(guest):
                    continue  # "and my mate tom": he is named.
                members = () if self._circle.sender is None else (self._circle.sender,)
                plain = self._found
            whom = self._circle.whom(members[0])
            part = Part(PartKind.SHARES, (1 + count) * _ONE_SHARE)
            yield text, (replace(plain, participants=((whom, part),)), plain)

    def more_guests(self) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
        """Find `chen +2` where so much more is next to nothing of the amount: two guests."""
        unit = int(10 ** exponent(self._found.amount.currency))
        for at in range(len(self._words)):
            found = self._alone(at)
            if found is None or found[1] >= len(self._words):
                continue
            member, stop = found
            more = _GUESTS.match(self._words[stop].plain)
            if more is None or int(more[1]) * unit * _LEAST >= self._found.amount.minor:
                continue
            part = Part(PartKind.SHARES, (1 + int(more[1])) * _ONE_SHARE)
            others = any(not self._is(who, member) for who, _ in self._found.participants)
            named = tuple(
                (who, part if self._is(who, member) else other)
                for who, other in self._found.participants
            )
            told = replace(self._found, participants=named)
            if not others:  # "dinner chen +2" is everybody's.
                named = ((self._circle.whom(member), part),)
                told = replace(self._found, participants=named, everyone=True)
            yield self._text(at, stop + 1), (told, self._found)

    def _alone(self, at: int) -> tuple[MemberId, int] | None:
        """Return the one person who is named without a mark, or writes, and what follows."""
        me = self._phrases.role(at, Role.ME) if self._words[at].whom is None else 0
        if me and self._circle.sender is not None:
            return self._circle.sender, me
        one = self._phrases.person(at)
        if one is None or one.typed or len(one.members) != 1:
            return None
        return one.members[0], one.stop

    def _is(self, whom: Whom, member: MemberId) -> bool:
        return self._circle.member_of(whom) == member

    def _guest(self, at: int) -> int:
        """Return the index behind one guest of whoever is named before an index, or 0."""
        if at >= len(self._words):
            return 0
        if self._words[at].plain.rstrip(",;") == "+1":
            return at + 1
        phrases = self._phrases
        if phrases.is_a(at, Sense.GUEST):  # "asha bf also stays"
            verb = at + 1
            while phrases.is_a(verb, Sense.BESIDE_VERB, Sense.DOING) and not self._is_verb(verb):
                verb += 1
            return at + 1 if self._is_left(verb) and self._is_verb(verb) else 0
        joiner = phrases.role(at, Role.AND, Role.WITH, Role.PLUS)
        if joiner and phrases.folded(joiner) in ("1", "one") and phrases.ends(joiner + 1):
            return joiner + 1
        whose = joiner + phrases.is_a(joiner, Sense.WHOSE) if joiner else 0
        return whose + 1 if whose and phrases.is_a(whose, Sense.GUEST) else 0

    def _guests_with(self, at: int) -> tuple[int, int] | None:
        """Read `+ 2 friends` behind a name: how many, and the index behind them."""
        joiner = self._phrases.role(at, Role.AND, Role.WITH, Role.PLUS)
        counts = joiner and joiner < len(self._words) and _COUNT.match(self._words[joiner].plain)
        if not counts or not self._phrases.is_a(joiner + 1, Sense.GUEST):
            return None
        return int(self._words[joiner].plain), joiner + 2

    def _guests_of(self, at: int) -> tuple[tuple[MemberId, ...], int, int, int] | None:
        """Read `2 of them bob's guests`: who, how many, and from where to where it is said."""
        whose = possessor(self._phrases.folded(at), self._circle)
        member = None if whose is None else self._circle.member_of(whose)
        if member is None or not self._phrases.is_a(at + 1, Sense.GUEST):
            return None
        if self._is_left(at + 2) and self._is_verb(at + 2):
            return (member,), 1, at, at + 2  # "dee's boyfriend stayed"
        before = range(max(0, at - _MOST_SAID), at)
        count = next((one for one in before if _COUNT.match(self._words[one].plain)), None)
        if count is None:
            return None
        return (member,), int(self._words[count].plain), count, at + 2

    def numbers(self) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
        """Find a number that is left where somebody is named whose part it may be."""
        people = [(at, one) for at in range(len(self._words)) if (one := self._person(at))]
        free = [one for one in people if one[1] not in self._apart]
        for at, word in enumerate(self._words):
            if word.escaped or word.whom is not None or word.low not in self._lows:
                continue
            try:
                figure = figure_at(self._words, at, self._found.amount.currency)
            except LedgerError:
                continue
            if figure is None or figure.currency != self._found.amount.currency or not people:
                continue
            amount = self._found.amount.minor
            if not amount <= figure.minor * _LEAST < amount * _LEAST or self._phrases.day(at):
                continue
            if not free or self._counts(at):
                continue
            nearest = min(free, key=lambda one: abs(one[0] - at))[1]
            part = Part(PartKind.EXACT, figure.minor)
            others = tuple(
                named
                for named in self._found.participants
                if self._circle.member_of(named[0]) != nearest
            )
            theirs = replace(
                self._found,
                participants=(*others, (self._circle.whom(nearest), part)),
                everyone=self._found.everyone or not others,
            )
            close = min((one[0] for one in people), key=lambda one: abs(one - at))
            yield self._text(min(close, at), max(close, at) + 1), (self._found, theirs)

    def _counts(self, at: int) -> bool:
        """Tell whether a number counts things, or is the price of one: `4 x 300`, `3 coffees`."""
        beside = {self._phrases.folded(at - 1), self._phrases.folded(at + 1)}
        if beside & _TIMES:
            return True
        text = self._words[at].plain
        return text.isdigit() and int(text) <= _FEW and self._phrases.folded(at + 1).isalpha()

    def _person(self, at: int) -> MemberId | None:
        """Return the other person who is named at an index, also as whose something is."""
        word = self._words[at]
        if word.whom is not None:
            member = self._circle.member_of(word.whom)
        elif word.escaped or word.everyone:
            return None
        else:
            named = self._circle.find(self._words, at)
            bare = word.low.removesuffix("'s")
            members = named.members if named else self._circle.members(bare, oblique=False)
            member = members[0] if len(members) == 1 else None
        return None if member == self._circle.sender else member

    def writers(self) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
        """Find what the writer says of themselves: `toll 12, i'll eat it`."""
        for at in range(len(self._words)):
            if self._is_left(at) and self._phrases.is_a(at, Sense.I_WILL):
                only = _only(self._found, [Sender()], self._circle)
                yield self._text(at, len(self._words)), (only, self._found)
            my = self._phrases.is_a(at, Sense.MY) and self._is_left(at) and self._payers
            card = my and self._phrases.is_a(at + 1, Sense.CARD)
            if my and not card and self._begins(at):  # "my shoes 50 paid by chen"
                only = _only(self._found, [Sender()], self._circle)
                yield self._text(at, at + 2), (only, self._found)
            if card:
                mine = replace(self._found, payers=())
                yield self._text(at - 1, at + 2), (mine, self._found)

    def companions(self) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
        """Find somebody's people that are not named: `chen couldn't go so his brother did`."""
        everybody = replace(self._found, participants=(), everyone=True, left_out=())
        for at in range(1, len(self._words)):
            his = self._phrases.is_a(at, Sense.HIS) and self._phrases.is_a(at + 1, Sense.GUEST)
            if his and self._is_left(at):
                yield self._text(at, at + 4), (self._found, everybody)

    def presents(self) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
        """Find a `gift for bob`, which is hardly shared by himself, beside nobody else."""
        found = self._found
        sharing = {self._circle.member_of(whom) for whom, _ in found.participants}
        everybody = replace(found, participants=(), everyone=True, left_out=())
        for at in range(1, len(self._words) - 1):
            listed = self._phrases.people(at + 1)
            one = () if listed is None else (person.members for person in listed.people)
            people = tuple(member for members in one for member in members)
            stop = 0 if listed is None else listed.stop
            before = at - 1 - self._words[at - 1].plain[:1].isdigit()  # "cake 300 for bob"
            given = self._phrases.is_a(before, Sense.PRESENT) and self._phrases.role(at, Role.FOR)
            if given != at + 1 or not people or {*people} != sharing or found.everyone:
                continue
            whom = tuple(self._circle.whom(one) for one in people)
            text = self._text(before, stop)
            theirs = f"{found.description} {self._text(at, stop)}".strip()
            without = replace(everybody, left_out=whom, description=theirs)
            first = self._phrases.person(at + 1)
            givers: tuple[ExpenseLine, ...] = ()
            if first is not None and first.joined:  # "gift for bob, chen and dee"
                others = tuple(one for one in found.participants if one[0] != whom[0])
                givers = (replace(found, participants=others),)
            yield text, (*givers, without, found)

    def rests(self) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
        """Find `bob 5, we split the rest`: among all others, or among him, too, or it is mine.

        Where others without a part are named, it is read who shares the rest.
        """
        named = self._found.participants
        if not named or self._found.everyone or self._found.payers:
            return
        mine = (self._circle.member_of(whom) == self._circle.sender for whom, _ in named)
        if any(mine) or any(part.kind is not PartKind.EXACT for _, part in named):
            return
        at = next((at for at in range(len(self._words)) if self._tells_rest(at)), -1)
        if at < 0:
            return
        more = tuple((whom, Part(PartKind.ADJUST, part.value)) for whom, part in named)
        others = replace(self._found, everyone=True)
        too = replace(self._found, participants=more, everyone=True)
        both = replace(self._found, participants=(*more, (Sender(), EQUAL_PART)))
        yield self._text(at, len(self._words)), (others, too, both, self._found)

    def _tells_rest(self, at: int) -> bool:
        """Tell whether `rest`, of which more is said, or `split the rest` begins at a word."""
        if not any(self._person(before) is not None for before in range(at)):
            return False  # "rest house, bob 5"
        stop = self._phrases.role(at, Role.REST)
        if stop and self._is_left(stop - 1):
            return stop < len(self._words)
        behind = self._phrases.role(at + 1, Role.REST) if self._is_left(at) else 0
        last = self._words[at].plain[-1:] in _ENDS
        return behind == len(self._words) and self._is_left(behind - 1) and not last

    def orphans(self) -> Iterator[tuple[str, tuple[ExpenseLine, ...]]]:
        """Find that somebody did not, whoever it was: `the birthday girl doesn't pay (asha)`."""
        whom = [named for named in self._found.participants if named[0] != Sender()]
        for at in range(1, len(self._words)):
            if not whom or not self._is_left(at) or not self._phrases.is_a(at, Sense.DENYING):
                continue
            if self._person(at - 1) is not None:
                continue  # What is said of somebody is looked at by itself.
            everybody = replace(self._found, participants=(), everyone=True, left_out=())
            without = replace(everybody, left_out=tuple(one for one, _ in whom))
            yield self._text(at - 1, at + 2), (without, everybody, self._found)

    def _said(self) -> Iterator[_Saying]:
        phrases = self._phrases
        at = 0
        while at < len(self._words):
            people, stop = self._people(at)
            if not people:
                at += 1
                continue
            if self._is_left(at - 1) and (
                (phrases.role(at - 1, Role.FROM) == at and self._goes_to_somebody(at))
                or (phrases.is_a(at - 1, Sense.WAS) and phrases.ends(stop))
            ):
                yield _Saying(people, at - 1, at - 1, stop)  # "advance from chen"
                at = stop
                continue
            verb = stop
            while phrases.is_a(verb, Sense.BESIDE_VERB):
                verb += 1
            if self._is_left(verb) and self._is_verb(verb):
                behind = range(verb, len(self._words))
                ends = (one + 1 for one in behind if self._words[one].plain[-1:] in _ENDS)
                yield _Saying(people, at, verb, next(ends, len(self._words)))
            at = stop

    def _goes_to_somebody(self, end: int) -> bool:
        """Tell whether "to" stands before an index: `advance 5000 to landlord`."""
        return any(self._is_left(at) and self._phrases.role(at, Role.TO) for at in range(end))

    def _people(self, at: int) -> tuple[tuple[MemberId, ...], int]:
        """Return the others who are named in a list that begins at an index, and what follows."""
        found: list[MemberId] = []
        while at < len(self._words):
            member = self._person(at)
            named = self._circle.find(self._words, at)
            whose = named is None and self._words[at].whom is None
            if member is None or (whose and not self._phrases.is_a(at + 1, Sense.PAYING_NOW)):
                break
            found.append(member)
            stop = named.stop if named else at + 1
            joiner = self._phrases.joiner_at(stop)
            if not joiner or joiner >= len(self._words) or self._person(joiner) is None:
                return tuple(found), stop
            at = joiner
        return tuple(found), at

    def _begins(self, at: int) -> bool:
        """Tell whether nothing but the amount stands before a word."""
        return all(word.plain[:1].isdigit() for word in self._words[:at])

    def _is_left(self, at: int) -> bool:
        """Tell whether a word of the line is one of the description."""
        return 0 <= at < len(self._words) and (
            not self._words[at].escaped and self._words[at].low in self._lows
        )

    def _is_verb(self, at: int) -> bool:
        """Tell whether a word says what people did: one of the verbs, or any of the past."""
        low = self._phrases.folded(at)
        known = self._phrases.is_a(at, Sense.REFUSING, Sense.HANDLING, Sense.DOING)
        return known or (low.endswith("ed") and len(low) > len("need"))

    def _without(self, said: _Saying) -> str:
        """Return the description without what is said there, unless that is all of it."""
        story = [word.low for word in self._words[said.at : said.stop]]
        kept: list[str] = []
        for text in self._found.description.split():
            low = word_of(text).low
            if low in story:
                story.remove(low)
            else:
                kept.append(text)
        return " ".join(kept).rstrip(",;") or self._found.description

    def _text(self, start: int, stop: int) -> str:
        texts = [word.text for word in self._words[start:stop]]
        return " ".join(texts[:_MOST_SAID]).rstrip(",;")


def _only(found: ExpenseLine, people: Sequence[Whom], circle: Circle) -> ExpenseLine:
    """Return the line of those alone, whoever paid."""
    named = {circle.member_of(whom) for whom in people}
    payers: Iterable[Whom] = [whom for whom, _ in found.payers] or [Sender()]
    out = tuple(whom for whom in payers if circle.member_of(whom) not in named)
    return replace(
        found,
        participants=tuple((whom, EQUAL_PART) for whom in people),
        everyone=False,
        left_out=out,
    )
