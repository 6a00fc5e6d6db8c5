"""What whole messages of the twelve languages come to, told in short, command and all."""

from __future__ import annotations

from handlers.grammar.circle import Circle
from handlers.grammar.commands.edit_line import read_amendment
from handlers.grammar.commands.schedule_line import Recur, read_every, read_remind
from handlers.grammar.commands.settle_line import read_settle
from handlers.grammar.lexer import from_text
from handlers.grammar.literals.amounts import write_money
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name, Sender, Whom
from ledger.core.money import Money
from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import INR, TODAY

ABROAD = {
    "de": "Anna Ben Clara Dani",
    "es": "Ana Pablo Clara Dani",
    "fr": "Anne Paul Clara Dani",
}
"""Four friends by the language that they speak; the first of them writes."""


def abroad(code: str, text: str) -> str:
    """Tell what a line of /split means among four who speak a language, as `meaning` does."""
    return meaning(code, ABROAD[code], f"/split {text}")


def meaning(code: str, people: str, text: str) -> str:
    """Tell what a message means that the first of some people writes.

    `? …` is a line of /settle that is proposed for it, where it records nothing itself.
    """
    group = circle(code, people)
    command = text.partition(" ")[0]
    match command:
        case "/pay":
            return _paid(text, group)
        case "/remind":
            names = read_remind(from_text(text), INR, group)
            assert isinstance(names, tuple)
            return "remind " + " ".join(_called(name, group) for name in names)
        case "/every":
            return _recurring(text, group)
        case "/edit":
            return _changed(text, group)
    try:
        return booked(group, text)
    except LedgerError as error:
        if error.code is Code.IS_A_PAYMENT:
            lines = error.details["lines"]
            assert isinstance(lines, tuple)
            return " | ".join(f"? {line}" for line in lines)
        if error.code is Code.AMOUNT_AMBIGUOUS:
            readings = error.details["readings"]
            assert isinstance(readings, tuple)
            return "? " + " ".join(write_money(one, INR) for one in readings)
        if error.code is Code.BAD_PART:
            return f"? {error.details['reason']}"
        raise


def _paid(text: str, group: Circle) -> str:
    found = read_settle(from_text(text), INR, TODAY, group)
    assert found.amount is not None
    payer, payee = _called(found.payer, group), _called(found.payee, group)
    return f"{payer} → {payee} {write_money(found.amount, INR)}"


def _recurring(text: str, group: Circle) -> str:
    found = read_every(from_text(text), INR, TODAY, group)
    assert isinstance(found, Recur)
    rule = found.rule
    return f"each {rule.unit.value} on {rule.day or rule.weekdays}: {_line(found.line, group)}"


def _line(line: ExpenseLine, group: Circle) -> str:
    names = " ".join(_called(whom, group) for whom, _ in line.participants)
    return f"{write_money(line.amount, INR)} {line.description}: {names}"


def _changed(text: str, group: Circle) -> str:
    """Tell what a correction of an entry of 90 changes."""
    found = read_amendment(from_text(text).behind(1), Money(9000, INR), TODAY, group)
    assert not found.description
    changes = [write_money(found.amount, INR)] if found.amount else []
    changes += [f"+{_called(whom, group)}" for whom, _ in found.added]
    changes += [f"-{_called(whom, group)}" for whom in found.left_out]
    changes += [f"{_called(payer, group)} paid" for payer, _ in found.payers]
    return " ".join(changes)


def _called(whom: Whom, group: Circle) -> str:
    if isinstance(whom, Sender):
        assert group.sender is not None
        return group.roster[group.sender].first_name
    assert isinstance(whom, Name)
    member = group.member_of(whom)
    return whom.text if member is None else group.roster[member].first_name
