"""Reads a line of several amounts as the only thing that it can mean, or asks which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise, product
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import REFUND_COMMAND, SPLIT_COMMANDS
from handlers.grammar.lexer import Line
from handlers.grammar.natural.amounts.spread import spread_joined
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.reading import prepared
from handlers.grammar.natural.told.clauses import clauses_of
from handlers.grammar.natural.told.counted import are_counted, with_prices
from handlers.grammar.natural.told.line_maker import Outcome
from handlers.grammar.natural.told.outcomes import Teller
from handlers.grammar.natural.told.owners import Told, tellings
from handlers.grammar.natural.told.piece_reader import PieceReader
from handlers.grammar.natural.told.pieces import Kind, Piece
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Sender
from ledger.core.money import Currency, exponent
from ledger.core.shares import EQUAL_PART

_MOST_WORDS: Final = 60
_MOST_NUMBERS: Final = 10
_MOST_TELLINGS: Final = 24
_MOST_WAYS: Final = 4
_TWO: Final = 2
_NO_NAME: Final = (Role.FOR, Role.ARTICLE, Role.IT_WAS, Role.BETWEEN)


@dataclass(frozen=True, slots=True)
class Meanings:
    """How a line may be meant; it is `sure` where that is the only likely way.

    It is `clear` where the line says so in so many words, or its numbers add up. To be asked
    `instead` are ways beside which no number of the line alone could be the amount.
    What other rules read of it is `otherwise` where several paid, or so many cost so much each.
    """

    lines: tuple[ExpenseLine, ...] = ()
    sure: bool = False
    clear: bool = False
    instead: bool = False
    otherwise: bool = False


def told_apart(line: Line, home: Currency, today: date, circle: Circle) -> Meanings:
    """Return how a line of several amounts may be meant; no way where it can't be told."""
    plain = (word.plain for word in line.words if word.whom is None)
    numbers = sum(any(map(str.isdigit, text)) for text in plain)
    if line.command not in SPLIT_COMMANDS or line.command == REFUND_COMMAND:
        return Meanings()
    if not 1 < numbers <= _MOST_NUMBERS or len(line.words) > _MOST_WORDS:
        return Meanings()
    if any(word.breaks for word in line.words):
        return Meanings()
    try:
        read = prepared(line, home, today, circle)
        read = spread_joined(read, Phrases(read.words, circle, home, today))
        reader = PieceReader(read, home, today, circle)
        pieces = reader.read()
        if pieces is None:
            return Meanings()
        once, times = with_prices(pieces, home)
        if _may_name_new(once):
            return Meanings()
        outcomes = [*_outcomes(once, reader.heads, home, circle)]
        if times:
            outcomes = [*_likely(outcomes), *_likely(_outcomes(times, reader.heads, home, circle))]
    except LedgerError:
        return Meanings()
    namer = _Namer(read, Phrases(read.words, circle, home, today))
    note = " ".join(word.text for word in line.words if word.plain != "//")
    lines: dict[ExpenseLine, Outcome] = {}
    for one in outcomes if times else _likely(outcomes):
        label = namer.of_things(one.names) or namer.of_all(once)
        found = replace(one.line, description=label, on=reader.on, note=note)
        lines.setdefault(found, one)
    treated = _treated(pieces, lines)
    alone = len(lines) == 1 and not treated and not _may_act(pieces, circle)
    return Meanings(
        (*tuple(lines)[:_MOST_WAYS], *treated),
        alone and all(one.sure for one in lines.values()),
        alone and all(one.clear for one in lines.values()),
        instead=(len(lines) > 1 and bool(times) and not _named(pieces)) or _says_more(pieces),
        otherwise=any(len(one.payers) > 1 for one in lines)
        or (any("*" in one.typed for one in once) and all(one.everyone for one in lines)),
    )


def _treated(pieces: Sequence[Piece], lines: Iterable[ExpenseLine]) -> list[ExpenseLine]:
    """Return the lines as of those whom what was `on me` was: it may be paid, or all of theirs."""
    if not any(one.kind is Kind.PAID and one.text == "on" for one in pieces):
        return []
    return [
        replace(
            one,
            participants=tuple((whom, EQUAL_PART) for whom, _ in one.payers)
            or ((Sender(), EQUAL_PART),),
            everyone=False,
        )
        for one in lines
        if len(one.payers) <= 1
    ]


def _says_more(pieces: Sequence[Piece]) -> bool:
    """Tell whether so many things are priced, or something came back."""
    return any(one.kind is Kind.BACK or "*" in one.typed for one in pieces)


def _may_act(pieces: Sequence[Piece], circle: Circle) -> bool:
    """Tell whether a word between a name and a number may be a verb that we don't know."""
    kinds = [one.kind for one in pieces]
    return bool(circle.spoken - {"en"}) and any(
        kinds[at - 1 : at + 2] == [Kind.PEOPLE, Kind.WORD, Kind.NUMBER]
        for at in range(1, len(kinds))
    )


def _may_name_new(pieces: Sequence[Piece]) -> bool:
    """Tell whether a word may be somebody new as others are named: `12 bob 13 zoe`."""
    kinds = [one.kind for one in pieces]
    pairs = {*pairwise(kinds)}
    for at, piece in enumerate(pieces):
        if piece.kind is not Kind.WORD or not piece.new or not at:
            continue
        before, behind = kinds[at - 1], kinds[at + 1] if at + 1 < len(kinds) else Kind.BREAK
        first = at < _TWO or kinds[at - _TWO] in (Kind.BREAK, Kind.PEOPLE)
        ends = before is Kind.NUMBER and first and behind in (Kind.BREAK, Kind.NUMBER)
        begins = before in (Kind.BREAK, Kind.NUMBER) and behind is Kind.NUMBER
        if ends and (Kind.NUMBER, Kind.PEOPLE) in pairs:
            return True
        if begins and (Kind.PEOPLE, Kind.NUMBER) in pairs:
            return True
    return False


def _named(pieces: Sequence[Piece]) -> bool:
    return any(one.kind is Kind.PEOPLE for one in pieces)


def _outcomes(
    pieces: Sequence[Piece], heads: int | None, home: Currency, circle: Circle
) -> list[Outcome]:
    if are_counted(pieces, home):
        return []
    currencies = {one.currency for one in pieces if one.kind is Kind.NUMBER}
    if len(currencies) != 1:
        return []
    [currency] = currencies
    assert currency is not None
    options = [tellings(clause, circle.sender) for clause in clauses_of(pieces)]
    found: list[Outcome] = []
    for place, tolds in enumerate(product(*options)):
        if place >= _MOST_TELLINGS:
            break
        teller = Teller(currency, 10 ** exponent(currency), circle, sum(tolds, Told()), heads)
        found += teller.outcomes()
    return found


def _likely(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Return the outcomes in which numbers add up, where there are any; else the sure ones."""
    exact = [one for one in outcomes if one.exact]
    sure = [one for one in outcomes if one.sure]
    return exact or sure or list(outcomes)


class _Namer:
    """Says what a line was for, without the small words around it."""

    def __init__(self, line: Line, phrases: Phrases) -> None:
        texts = (word.text.strip("()").rstrip(",;:.!?") for word in line.words)
        self._small = {
            text
            for at, text in enumerate(texts)
            if phrases.role(at, *_NO_NAME) or text == "@" or phrases.is_a(at, Sense.OF)
        }

    def of_things(self, names: Sequence[str]) -> str:
        """Return what several things were; nothing where not all are told."""
        told = [self._bare(name.split()) for name in names]
        return ", ".join(dict.fromkeys(told)) if len(told) > 1 and all(told) else ""

    def of_all(self, pieces: Sequence[Piece]) -> str:
        """Return the words before the first number or name, or those behind it."""
        runs: list[list[str]] = [[]]
        for piece in pieces:
            if piece.kind in (Kind.WORD, Kind.FOR):
                runs[-1].append(piece.text)
            elif runs[-1]:
                runs.append([])
        return next((name for run in runs if (name := self._bare(run))), "")

    def _bare(self, words: Sequence[str]) -> str:
        kept = [at for at, word in enumerate(words) if word not in self._small]
        return " ".join(words[kept[0] : kept[-1] + 1]) if kept else ""
