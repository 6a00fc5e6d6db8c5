"""The suggested payments, each with a button for whoever knows that it was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.names import Names
from bot.views.pages import footer, keyboard, text, turners
from bot.views.reply import Button, Reply, Verb, press
from ledger.core.members import MemberId, MemberKind, Roster
from ledger.core.money import Currency, Money
from ledger.core.settling import Payment
from ledger.reports.statements import BalanceSheet

Due = tuple[Payment, Currency]

PAYMENTS_A_PAGE: Final = 8
"""Rows of buttons that a phone shows below a message without scrolling away its text."""


def settle(say: Language, sheet: BalanceSheet, page: int = 0) -> Reply:
    """Return the plan with, for each payment, the debtor's and the creditor's button."""
    names = Names(sheet.roster)
    due = [(payment, block.currency) for block in sheet.currencies for payment in block.plan]
    if not due:
        return Reply(say("All square."))
    pages = -(-len(due) // PAYMENTS_A_PAGE)
    number = min(page, pages - 1)
    on_page = due[number * PAYMENTS_A_PAGE : (number + 1) * PAYMENTS_A_PAGE]
    lines = [
        say("<b>To be square:</b>"),
        *(payment_line(say, payment, currency, names) for payment, currency in on_page),
        footer(say, number, pages),
        None if sheet.simplify else say("<i>Along who owes whom: /simplify is off.</i>"),
        _by_hand(say, on_page, sheet.roster),
    ]
    buttons = keyboard(
        *_rows(say, sheet, names, number, on_page),
        turners(Verb.SETTLE, number, pages),
    )
    return Reply(text(*lines), buttons)


def payment_line(say: Language, payment: Payment, currency: Currency, names: Names) -> Markup:
    """Return "Bob → Alice ₹1,900": the one form of a suggested payment, everywhere."""
    return say(
        "{payer} → {payee} {amount}",
        payer=names[payment.payer],
        payee=names[payment.payee],
        amount=say.money(Money(payment.minor, currency)),
    )


def _rows(
    say: Language, sheet: BalanceSheet, names: Names, page: int, due: Sequence[Due]
) -> list[list[Button]]:
    """Return a row a payment: the buttons of those of the two who have an account to press.

    Whoever pays several is told which one it is; whoever gets several, where the row has no
    button of the payer's beside it that tells.
    """
    pays = Counter(payment.payer for payment, _ in due)
    gets = Counter(payment.payee for payment, _ in due)
    between = Counter((payment.payer, payment.payee) for payment, _ in due)
    rows = []
    for payment, currency in due:
        facts = (payment.payer, payment.payee, currency, payment.minor, sheet.change, page)
        people = {"payer": names.plain(payment.payer), "payee": names.plain(payment.payee)}
        amount = say.money(Money(payment.minor, currency))
        row = []
        if _presses(sheet.roster, payment.payer):
            if between[payment.payer, payment.payee] > 1:
                label = say.plain("{payer}: I paid {payee} {amount}", **people, amount=amount)
            elif pays[payment.payer] > 1:
                label = say.plain("{payer}: I paid {payee}", **people)
            else:
                label = say.plain("{name}: I paid", name=people["payer"])
            row.append(Button(label, press(Verb.PAID, *facts)))
        if _presses(sheet.roster, payment.payee):
            if gets[payment.payee] > 1 and not row:
                label = say.plain("{payee}: I got {amount} from {payer}", **people, amount=amount)
            else:
                label = say.plain("{name}: I got it", name=people["payee"])
            row.append(Button(label, press(Verb.GOT, *facts)))
        rows.append(row)
    return rows


def _presses(roster: Roster, member: MemberId) -> bool:
    return roster[member].kind is MemberKind.USER


def _by_hand(say: Language, due: Sequence[Due], roster: Roster) -> Markup | None:
    """Say how to record a payment between two who have no account, where there is one."""
    if all(_presses(roster, pay.payer) or _presses(roster, pay.payee) for pay, _ in due):
        return None
    return say("For people without an account, write <code>/settle @payer @receiver amount</code>.")
