"""The suggested payments, each with a button for the two who know that it was made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views import pay_ways
from bot.views.names import Names
from bot.views.pages import footer, keyboard, turners
from bot.views.reply import Button, Reply, Style, Verb, press
from bot.views.tables import row, tabled
from ledger.core.answers.standings import BalanceSheet
from ledger.core.members import Member, MemberId, MemberKind, Roster
from ledger.core.money import Currency, Money
from ledger.core.settling import Payment

Due = tuple[Payment, Currency]

_MADE: Final = "✓ "
PAYMENTS_A_PAGE: Final = 8
"""Rows of buttons that a phone shows below a message without scrolling away its text."""


def settle(say: Language, sheet: BalanceSheet, page: int = 0, made: Sequence[Due] = ()) -> Reply:
    """Return the plan with a button a payment, for the debtor and the creditor.

    `made` are the payments that were made by the buttons of this very message and count; they
    stay, disabled.
    """
    names = Names(sheet.roster)
    due = [(payment, block.currency) for block in sheet.currencies for payment in block.plan]
    made_rows = [
        [Button(f"{_MADE}{_label(say, payment, currency, names)}")]
        for payment, currency in made[-PAYMENTS_A_PAGE:]
    ]
    if not due:
        return Reply(say("All square."), keyboard(*made_rows))
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
        *made_rows,
        *_rows(say, sheet, names, number, on_page),
        turners(Verb.SETTLE, number, pages),
        *pay_ways.buttons(say, _payable(sheet, on_page), sheet.roster),
    )
    return tabled(say, lines, buttons)


def _payable(sheet: BalanceSheet, due: Sequence[Due]) -> list[Member]:
    payees = {payment.payee for payment, _ in due}
    return [member for member in sheet.payable if member.id in payees]


def payment_line(say: Language, payment: Payment, currency: Currency, names: Names) -> Markup:
    """Return "Bob → Alice ₹1,900": the one form of a suggested payment, everywhere."""
    payer, payee = names[payment.payer], names[payment.payee]
    amount = say.money(Money(payment.minor, currency))
    line = say("{payer} → {payee} {amount}", payer=payer, payee=payee, amount=amount)
    return row(line, say("{payer} → {payee}", payer=payer, payee=payee), amount)


def _rows(
    say: Language, sheet: BalanceSheet, names: Names, page: int, due: Sequence[Due]
) -> list[list[Button]]:
    """Return a row a payment: one button that says all of it, for either of the two.

    There is none where neither of them has an account to press it with.
    """
    return [
        [
            Button(
                _label(say, payment, currency, names),
                press(
                    *(Verb.PAID, payment.payer, payment.payee, currency, payment.minor),
                    *(sheet.change, page),
                ),
                style=Style.STANDS_OUT,
            )
        ]
        for payment, currency in due
        if _presses(sheet.roster, payment.payer) or _presses(sheet.roster, payment.payee)
    ]


def _label(say: Language, payment: Payment, currency: Currency, names: Names) -> str:
    return say.plain(
        "{payer} → {payee} {amount}",
        payer=names.plain(payment.payer),
        payee=names.plain(payment.payee),
        amount=say.money(Money(payment.minor, currency)),
    )


def _presses(roster: Roster, member: MemberId) -> bool:
    return roster[member].kind is MemberKind.USER


def _by_hand(say: Language, due: Sequence[Due], roster: Roster) -> Markup | None:
    """Say how to record a payment between two who have no account, where there is one."""
    if all(_presses(roster, pay.payer) or _presses(roster, pay.payee) for pay, _ in due):
        return None
    return say("For people without an account, write <code>/settle @payer @receiver amount</code>.")
