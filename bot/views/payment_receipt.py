"""A payment's receipt: who paid whom, and where that leaves them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.entry_lines import circumstances, note
from bot.views.names import Names
from bot.views.pages import keyboard, text
from bot.views.reply import Button, Reply, Style, Verb, press
from ledger.core.entries import Entry
from ledger.core.members import MemberId
from ledger.core.money import Money


def payment(
    say: Language,
    entry: Entry,
    names: Names,
    today: date,
    nets: Mapping[MemberId, int] | None,
    unequal_elsewhere: frozenset[MemberId],
    reader: MemberId | None,
) -> Reply:
    """Return the receipt of a payment that counts.

    `nets` are the balances after it in its currency, None where they are not at hand;
    `unequal_elsewhere` are those who are not square in another one. `reader` is whoever the
    receipt answers.
    """
    contents = entry.contents
    payer, payee = contents.payers[0].member, contents.owers[0].member
    paid = say(
        "✔ #{number} {payer} paid {payee} {amount}.",
        number=entry.number,
        payer=names[payer],
        payee=names[payee],
        amount=say.money(contents.amount),
    )
    left = None if nets is None else _left(say, entry, names, nets, unequal_elsewhere, reader)
    lines = [
        paid if left is None else say("{paid} {left}", paid=paid, left=left),
        circumstances(say, contents, today),
        note(say, contents),
        recorded_by(say, entry, names),
    ]
    undo = Button(say.plain("Undo"), press(Verb.UNDO, entry.number), style=Style.WARNS)
    return Reply(text(*lines), keyboard([undo]))


def _left(
    say: Language,
    entry: Entry,
    names: Names,
    nets: Mapping[MemberId, int],
    unequal_elsewhere: frozenset[MemberId],
    reader: MemberId | None,
) -> Markup:
    """Say where the payment leaves its payer."""
    contents = entry.contents
    payer, payee = contents.payers[0].member, contents.owers[0].member
    net = nets.get(payer, 0)
    currency = say.symbol(contents.currency)
    if not any(nets.values()):
        if unequal_elsewhere:
            return say("All square in {currency}.", currency=currency)
        return say("All square.")
    if net == 0 and nets.get(payee, 0) == 0:
        if unequal_elsewhere & {payer, payee}:
            return say("Both are square in {currency} now.", currency=currency)
        return say("Both are square now.")
    if net == 0:
        if payer in unequal_elsewhere:
            return say("{name} is square in {currency} now.", name=names[payer], currency=currency)
        return say("{name} is square now.", name=names[payer])
    if net < 0:
        owed = say.money(Money(-net, contents.currency))
        return say("{name} still owes {amount}.", name=names[payer], amount=owed)
    back = _owed_back(nets, payer, payee)
    if back is None:
        gets = say.money(Money(net, contents.currency))
        return say("{name} is owed {amount} now.", name=names[payer], amount=gets)
    facts = {"payee": names[payee], "amount": say.money(Money(back, contents.currency))}
    if payer == reader:
        return say("{payee} now owes you {amount}.", **facts)
    return say("{payee} now owes {payer} {amount}.", payer=names[payer], **facts)


def _owed_back(nets: Mapping[MemberId, int], payer: MemberId, payee: MemberId) -> int | None:
    """Return what the payee owes the payer, where the balances alone leave no doubt.

    With one debtor every creditor is owed by that one, and with one creditor every debtor
    owes that one; among more it depends on the plan.
    """
    debtors = [member for member, net in nets.items() if net < 0]
    creditors = [member for member, net in nets.items() if net > 0]
    if payer not in creditors or payee not in debtors:
        return None
    if len(debtors) == 1 or len(creditors) == 1:
        return min(nets[payer], -nets[payee])
    return None


def recorded_by(say: Language, entry: Entry, names: Names) -> Markup | None:
    """Return who recorded an entry, where that is nobody who paid."""
    paid = {share.member for share in entry.contents.payers}
    if entry.author is None or entry.author in paid:
        return None
    return say("<i>Recorded by {name}.</i>", name=names[entry.author])
