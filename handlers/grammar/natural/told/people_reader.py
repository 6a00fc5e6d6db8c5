"""Finds the people in a line of several amounts: lists, everybody, the others, whose it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.told.pieces import Kind, Piece
from handlers.grammar.natural.turns.said import Said
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.members import MemberId
from ledger.core.money import Currency

_COUNT: Final = re.compile(r"[1-9]\d?\Z")
ENDS: Final = (",", ";", ".", ":", "!", "?")


class UnclearError(Exception):
    """A line says something of people or amounts that is not told by its pieces."""


@dataclass
class PeopleReader:
    """Reads the people of one line."""

    line: Line
    home: Currency
    today: date
    circle: Circle
    _found: list[Piece] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._said = Said(self.line, self.circle)
        self._phrases = Phrases(self.line.words, self.circle, self.home, self.today)
        self._words = self.line.words

    def _add(self, at: int, stop: int, kind: Kind, members: tuple[MemberId, ...] = ()) -> int:
        text = " ".join(word.text for word in self._words[at:stop]).rstrip(",;:.!?")
        new = kind is Kind.WORD and self._phrases.name_alone(at) is not None
        piece = self._phrases.is_a(at, Sense.PIECE) or bool(self._phrases.role(at, Role.UNIT))
        piece |= self._said.text(at).removesuffix("s") in self.circle.words.senses[Sense.PIECE]
        self._found.append(Piece(kind, text.strip("()"), members, new=new, piece=piece))
        return stop

    def _everybody(self) -> Piece:
        everybody = tuple(one.id for one in self.circle.roster.active)
        return Piece(Kind.PEOPLE, members=everybody, all=True)

    def _people(self, at: int) -> int:
        """Take people: those of a list, everybody, or the others."""
        phrases = self._phrases
        if stop := phrases.role(at, Role.I_PAID):
            self._add(at, stop, Kind.PEOPLE, self._sender())
            return self._add(at, stop, Kind.PAID)
        if stop := phrases.role(at, Role.I_WILL_PAY):
            self._add(at, stop, Kind.PEOPLE, self._sender())
            self._found.append(Piece(Kind.PAYS, mine=True))
            return stop
        if self._words[at].everyone or phrases.role(at, Role.EVERYONE) or self._is_all(at):
            self._found.append(self._everybody())
            return phrases.role(at, Role.EVERYONE) or at + 1
        return self._rest(at) or self._so_many_of_us(at) or self._on_somebody(at) or self._named(at)

    def _so_many_of_us(self, at: int) -> int:
        """Take "us four" where we are four."""
        if not self._phrases.role(at, Role.US):
            return 0
        if _COUNT.match(self._said.text(at + 1)):
            return at + 1  # The number says how many.
        if not self._so_many(at + 1):
            raise UnclearError
        self._found.append(self._everybody())
        return at + 2

    def _so_many(self, at: int) -> bool:
        """Tell whether a number says how many we are."""
        text, here = self._said.text(at), len(self.circle.roster.active)
        return text == str(here) or self.circle.words.numbers.values.get(text) == here

    def _on_somebody(self, at: int) -> int:
        """Take "on me", which says who paid."""
        stop = self._phrases.role(at, Role.TREATED_BY)
        treating, after = self._somebody(stop) if stop else ((), 0)
        if not treating:
            return 0
        self._found.append(Piece(Kind.PEOPLE, members=treating))
        self._found.append(Piece(Kind.PAID, "on"))
        return after

    def _named(self, at: int) -> int:
        """Take those who are named at a word, or whose something is said to be."""
        if whom := self._whose(at):
            self._found.append(Piece(Kind.PEOPLE, self._words[at].text, whom, whose=True))
            return at + 1
        found, stop = self._listed(at)
        if found:
            self._found.append(Piece(Kind.PEOPLE, members=tuple(dict.fromkeys(found))))
        return stop

    def _is_all(self, at: int) -> bool:
        """Tell whether "all" stands for everybody: at the end, or behind "for"."""
        if self._said.text(at) != "all":
            return False
        ended = at + 1 >= self._said.end or self._words[at].plain[-1:] in ENDS
        before = self._phrases.role(at - 1, Role.PAID, Role.I_PAID) if at else 0
        among = at > 0 and self._phrases.role(at - 1, Role.FOR, Role.BETWEEN, Role.WITH) == at
        return (ended or among) and before != at

    def _rest(self, at: int) -> int:
        """Take "the rest", which is what is left, or "the others"."""
        phrases, said = self._phrases, self._said
        stop = phrases.role(at, Role.REST)
        if not stop:
            return 0
        words = range(at, stop)
        left = any(said.means(one, TurnRole.REST) or said.means(one, TurnRole.REMAINING)
                   for one in words)  # fmt: skip
        among = said.means(stop, TurnRole.AMONG) if left else 0
        if among and (others := phrases.role(among, Role.REST)):
            self._found.append(Piece(Kind.PEOPLE, others=True))
            return others  # "rest split by the others"
        if left and not any(said.means(one, TurnRole.OF_US) for one in words):
            self._check_rest(stop)
            return self._add(at, stop, Kind.REST)
        self._found.append(Piece(Kind.PEOPLE, others=True))
        return stop

    def _check_rest(self, at: int) -> None:
        """Give up where a word behind "the rest" may be the name of somebody new."""
        while at < self._said.end and self._words[at - 1].plain[-1:] not in ENDS:
            if self._phrases.role(at, Role.US):
                if not self._so_many(at + 1):
                    raise UnclearError  # "we share the rest" may be without who has a part.
                at += 2
                continue
            equal = at + 1 in (
                self._phrases.role(at, Role.EQUALLY),
                self._phrases.role(at, Role.AND),
            )
            equal = equal or self._phrases.is_a(at, Sense.BESIDE_VERB)
            named = bool(self._somebody(at)[0]) or self._words[at].everyone
            if not (equal or named or self._said.means(at, TurnRole.SPLIT, TurnRole.IS)):
                raise UnclearError
            at += 1

    def _may_be_new(self, at: int) -> bool:
        """Tell whether a word by itself, behind people or "for", may be a new name."""
        if at >= self._said.end or self._phrases.name_alone(at) is None or self._whose(at):
            return False
        if self._said.means(at, TurnRole.BOTH, TurnRole.THEM, TurnRole.WHOLE):
            return False
        behind = self._words[at + 1].plain[:1].isdigit() if at + 1 < self._said.end else True
        return behind or self._words[at].plain[-1:] in ENDS or bool(self._somebody(at + 1)[0])

    def _sender(self) -> tuple[MemberId, ...]:
        if self.circle.sender is None:
            raise UnclearError
        return (self.circle.sender,)

    def _whose(self, at: int) -> tuple[MemberId, ...]:
        """Return whose a word says that something is: `bobs`, `my`, `mine`."""
        if self._phrases.is_a(at, Sense.MY):
            return self._sender()
        whom = self._said.possessor(at)
        member = None if whom is None else self.circle.member_of(whom)
        return () if member is None else (member,)

    def _somebody(self, at: int) -> tuple[tuple[MemberId, ...], int]:
        """Return the one who is named at a word, and the index behind them."""
        if at >= self._said.end or self._phrases.role(at, Role.I_PAID):
            return (), 0
        word = self._words[at]
        if word.whom is not None:
            member = self.circle.member_of(word.whom)
            return ((), 0) if member is None or word.out else ((member,), at + 1)
        mine = self._phrases.role(at, Role.ME) == at + 1 or self._phrases.is_a(at, Sense.I_WILL)
        if mine:
            return self._sender(), at + 1
        found = self.circle.find(self._words, at)
        if found is None:
            return (), 0
        if len(found.members) > 1:
            raise UnclearError
        return found.members, found.stop

    def _listed(self, at: int) -> tuple[list[MemberId], int]:
        """Return the people of a list that begins at a word, and the index behind it."""
        found, stop = self._somebody(at)
        people = list(found)
        while found:
            comma = self._words[stop - 1].plain[-1:] == "," or self._words[stop - 1].joined
            behind = self._phrases.role(stop, Role.AND)
            found, after = self._somebody(behind or stop)
            if not found or (not behind and self._acts(after)):
                break
            if comma and not behind and not self._goes_on(after):
                break
            people += found
            stop = after
        return people, stop

    def _goes_on(self, at: int) -> bool:
        """Tell whether a list with commas goes on behind somebody, or ends with the line."""
        comma = self._words[at - 1].plain[-1:] == "," or self._words[at - 1].joined
        behind = self._phrases.role(at, Role.AND)
        return at >= self._said.end or (
            bool(self._somebody(behind or at)[0]) and (bool(behind) or comma)
        )

    def _acts(self, at: int) -> bool:
        """Tell whether a verb stands behind somebody, so that something is said of them."""
        phrases, said = self._phrases, self._said
        verb = phrases.role(at, Role.PAID, Role.BEHIND_BY, Role.HAS, Role.GAVE, Role.NOT_BEHIND)
        verb = verb or said.means(at, TurnRole.PAYS, TurnRole.HAD, TurnRole.PAYING, TurnRole.ONLY)
        return bool(verb) or phrases.is_a(at, Sense.DENYING, Sense.BUYING)
