"""Refuses what was read and can hardly be meant; each other way is offered."""

from __future__ import annotations

from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line
from handlers.grammar.literals.amounts import write_money
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.unlikely.amounts import from_everybody, nights_too, things_counted
from handlers.grammar.natural.unlikely.parts import (
    fraction_of_two,
    half_of_a_share,
    numbers_before,
    parts_by_comma,
    percents_without_sign,
)
from handlers.grammar.natural.unlikely.payers import (
    each_paid_a_share,
    paid_what_they_had,
    payers_by_comma,
)
from handlers.grammar.natural.unlikely.sharers import away_for_a_while, for_those, me_alone
from handlers.grammar.vocabulary import Role
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.money import Currency


def refuse_unlikely(line: Line, found: ExpenseLine, phrases: Phrases, circle: Circle) -> None:
    """Refuse a line of which what was read is hardly meant.

    Raises WORDS_LEFT(written, meant: tuple[ExpenseLine, ...], examples): the ways in which the
    line may be meant.
    """
    if line.command not in SPLIT_COMMANDS:
        return
    for written, ways in (
        *numbers_before(found, phrases),
        *payers_by_comma(found, phrases, circle),
        *paid_what_they_had(found, phrases, circle),
        *parts_by_comma(found, phrases),
        *things_counted(found, phrases, circle),
        *half_of_a_share(found, phrases, circle),
        *each_paid_a_share(found, phrases, circle),
        *fraction_of_two(found, phrases, circle),
        *me_alone(found, phrases, circle),
        *percents_without_sign(found, phrases, circle),
        *for_those(found, phrases, circle),
        *away_for_a_while(found, phrases, circle),
        *from_everybody(found, phrases, circle),
        *nights_too(found, phrases),
    ):
        raise LedgerError(Code.WORDS_LEFT, written=written, meant=ways, examples=())


def refuse_paid_to(
    line: Line, found: ExpenseLine, home: Currency, today: date, circle: Circle
) -> None:
    """Raise IS_A_PAYMENT(lines, amount, meant, examples, choices) for `paid bob for petrol 25`.

    English says so of whoever got it; `meant` is that they paid it, as it was read.
    """
    numbers = sum(any(map(str.isdigit, word.plain)) for word in line.words)
    if line.command not in SPLIT_COMMANDS or circle.spoken - {"en"} or len(found.payers) != 1:
        return
    if numbers != 1:  # Nothing else was asked before.
        return
    phrases = Phrases(line.words, circle, home, today)
    one = phrases.person(1) if phrases.role(0, Role.PAID) == 1 else None
    if one is None or one.typed or len(one.members) != 1 or found.participants or found.everyone:
        return
    if {circle.member_of(whom) for whom, _ in found.payers} != {*one.members}:
        return
    if found.left_out or found.arithmetic:  # "paid bob 30 each"
        return
    day = f" on {found.on.isoformat()}" if found.on else ""
    note = f" // {found.description}" if found.description else ""
    settling = f"/settle {one.word.text} {write_money(found.amount, home)}{day}{note}"
    raise LedgerError(
        Code.IS_A_PAYMENT,
        lines=(settling,),
        amount=found.amount,
        meant=(found,),
        examples=(),
        choices=True,
    )
