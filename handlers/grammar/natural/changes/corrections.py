"""A line that only puts the last amount right: `no it was 600`, `oops 540 not 450`.

It says nothing of what it was for: to record it would be a second expense beside the wrong one.
"""

from __future__ import annotations

from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import REFUND_COMMAND, SPLIT_COMMANDS
from handlers.grammar.lexer import Line
from handlers.grammar.literals.amounts import Figure, figure_at, write_number
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money

_NOT = (Role.NOT_BEHIND, Role.INSTEAD)


def refuse_correction(line: Line, home: Currency, today: date, circle: Circle) -> None:
    """Raise NUMBER_MISSING for such a line, with one that changes the newest entry to copy.

    The detail `latest` is that its example is of the newest entry, whichever that is.
    """
    if line.command not in SPLIT_COMMANDS - {REFUND_COMMAND}:
        return
    phrases = Phrases(line.words, circle, home, today)
    at, corrects = 0, False
    while stop := phrases.role(at, Role.CORRECTING, Role.IT_WAS):
        corrects |= bool(phrases.role(at, Role.CORRECTING))
        at = stop
    figure = _figure(phrases, at)
    if figure is None:
        return
    stop = figure.stop
    wrong = _figure(phrases, not_) if (not_ := phrases.role(stop, *_NOT)) else None
    if wrong is not None:
        corrects, stop = True, wrong.stop
    if behind := phrases.role(stop, Role.CORRECTING):
        corrects, stop = True, behind
    if not corrects or stop < len(line.words):
        return
    amount = Money(figure.minor, figure.currency)
    code = () if amount.currency == home else (str(amount.currency),)
    example = " ".join(("/edit 12", write_number(amount), *code))
    raise LedgerError(Code.NUMBER_MISSING, found="", examples=(example,), latest=True)


def _figure(phrases: Phrases, at: int) -> Figure | None:
    """Return the amount that stands at an index; None where none does."""
    if at >= len(phrases.words):
        return None
    try:
        figure = figure_at(phrases.words, at, phrases.currency)
    except LedgerError:
        return None
    return None if figure is None or figure.minor <= 0 else figure
