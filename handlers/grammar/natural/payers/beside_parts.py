"""Numbers beside names: shares, or what each paid; a payer without one beside them paid it all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from ledger.core.expense_line import ExpenseLine
from ledger.core.shares import Part, PartKind

_FEWEST: Final = 2
_SAYS_WHICH: Final = (
    Role.WITH, Role.FOR, Role.BETWEEN, Role.ONLY, Role.OWES, Role.EACH, Role.PAID, Role.BY,
    Role.I_OWE, Role.MORE, Role.LESS, Role.REST, Role.EQUALLY,
)  # fmt: skip
"""What says that numbers beside names are shares, or what was paid."""


def shares_beside_payer(found: ExpenseLine, line: Line) -> ExpenseLine:
    """Return `800 deposit i paid, bob 300 chen 300 dee 200` with those numbers as shares.

    They make all of it: whoever is said to have paid would have paid nothing. So it may be in the
    grammar's own form, `paid @bob @asha 700`.
    """
    if len(found.payers) < _FEWEST or any(word.whom is not None for word in line.words):
        return found
    paid = [(whom, minor) for whom, minor in found.payers if minor is not None]
    rest = [whom for whom, minor in found.payers if minor is None]
    whole = sum(minor for _, minor in paid)
    if len(rest) != 1 or whole != found.amount.minor or found.participants or found.left_out:
        return found
    parts = tuple((whom, Part(PartKind.EXACT, minor)) for whom, minor in paid)
    return replace(found, payers=((rest[0], None),), participants=parts, everyone=False)


def perhaps_each_paid(found: ExpenseLine, line: Line, today: date, circle: Circle) -> bool:
    """Tell whether what several have of it is perhaps what they paid: `5200 safari bob 2000 …`.

    Nothing says who paid, and numbers stand beside bare names that make all of it.
    """
    parts = [part for _, part in found.participants]
    exact = all(part.kind is PartKind.EXACT for part in parts)
    if len(parts) < _FEWEST or not exact or found.payers or found.everyone or found.left_out:
        return False
    if sum(part.value for part in parts) != found.amount.minor:
        return False
    if any(word.whom is not None or word.everyone for word in line.words):
        return False
    phrases = Phrases(line.words, circle, found.amount.currency, today)
    return not any(phrases.role(at, *_SAYS_WHICH) for at in range(len(line.words)))
