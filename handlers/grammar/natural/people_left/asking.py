"""Each way in which a line may be meant that says more of people than was read is offered."""

from __future__ import annotations

from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line
from handlers.grammar.natural.left_over import AS_IT_STANDS
from handlers.grammar.natural.people_left.belongings import (
    presents,
    presents_of,
    things,
    things_of_several,
)
from handlers.grammar.natural.people_left.buyers import (
    beside_amount,
    bought_for_others,
    each_of_others,
    mine_alone,
    named_first,
    through,
)
from handlers.grammar.natural.people_left.guests import companions, guests, more_guests
from handlers.grammar.natural.people_left.left import Left
from handlers.grammar.natural.people_left.numbers import numbers, rests
from handlers.grammar.natural.people_left.sayings import kitties, orphans, sayings, writers
from handlers.grammar.natural.people_left.unread import others_unread, payers_unread, unread
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine

_ENGLISH: Final = frozenset({"en"})


def refuse_people_left(line: Line, found: ExpenseLine, today: date, circle: Circle) -> None:
    """Refuse a line of which words are left that say what people did, had or are to pay.

    Raises WORDS_LEFT(written, meant: tuple[ExpenseLine, ...], examples): the ways in which the
    line may be meant, as it stands first.
    """
    if line.command not in SPLIT_COMMANDS or not found.description:
        return
    left = Left(line, found, today, circle)
    english = (
        kitties(left),
        guests(left),
        more_guests(left),
        numbers(left),
        presents(left),
        presents_of(left),
        named_first(left),
        through(left),
        mine_alone(left),
        each_of_others(left),
        bought_for_others(left),
        sayings(left),
        things_of_several(left),
        things(left),
        writers(left),
        orphans(left),
        beside_amount(left),
        companions(left),
        payers_unread(left),
        others_unread(left),
        unread(left),
    )
    elsewhere = (presents(left), presents_of(left))
    for asked in (rests(left), *(elsewhere if circle.spoken - _ENGLISH else english)):
        for written, ways in asked:
            if not ways:
                raise LedgerError(Code.WORDS_LEFT, written=written, examples=())
            if len(ways) > 1:
                raise LedgerError(Code.WORDS_LEFT, written=written, meant=ways, examples=())
            raise LedgerError(
                Code.WORDS_LEFT,
                written=written,
                amount=found.amount,
                place=AS_IT_STANDS,
                stands=found,
                examples=(),
                choices=True,
            )
