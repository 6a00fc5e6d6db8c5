"""Who is up and who is down, what would make everybody square, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.names import Names, shown
from bot.views.pages import Heading, footer, keyboard, paged, text, turners
from bot.views.reply import Button, Keyboard, Reply, Verb, press
from bot.views.settlement_menu import payment_line
from ledger.core.balances import Gross
from ledger.core.members import MemberId
from ledger.core.money import Currency, Money
from ledger.reports.statements import (
    BalanceSheet,
    CurrencySheet,
    GroupStanding,
    PairLine,
    PairSheet,
    Standing,
)

MAX_NAME_BUTTONS: Final = 9
_NAMES_IN_A_ROW: Final = 3
_MAX_TITLE: Final = 60


def balance(say: Language, sheet: BalanceSheet, page: int = 0) -> Reply:
    """Return everybody's net and the plan, currency by currency."""
    names = Names(sheet.roster)
    if all_square(sheet):
        return Reply(say("All square."))
    chosen = paged(_sheet_lines(say, sheet, names), page)
    lines = [
        say("<b>Balances</b>"),
        *chosen.lines,
        footer(say, chosen.number, chosen.pages),
    ]
    buttons = keyboard(
        turners(Verb.BALANCE, chosen.number, chosen.pages),
        [
            Button(say.plain("Settle"), press(Verb.SETTLE, 0)),
            Button(say.plain("Who owes whom"), press(Verb.PAIRS, 0)),
            Button(say.plain("Chart"), press(Verb.CHART)),
        ],
        *_name_buttons(sheet, names),
    )
    return Reply(text(*lines), buttons)


def all_square(sheet: BalanceSheet) -> bool:
    """Tell whether nobody owes anybody anything in any currency."""
    return not any(net for block in sheet.currencies for _, net in block.nets)


def chart(say: Language, sheet: BalanceSheet) -> Reply:
    """Return the nets as a picture, currency by currency."""
    if all_square(sheet):
        return Reply(say("All square."))
    # Here and not above: matplotlib would double the time every process takes to start.
    from bot.views.pictures.balance_chart import nets_chart

    names = Names(sheet.roster)
    bars = [
        (
            block.currency,
            [(names.plain(member), net) for member, net in block.nets if net],
        )
        for block in sheet.currencies
        if any(net for _, net in block.nets)
    ]
    return Reply(say("<b>Balances</b>"), picture=nets_chart(say, bars))


def standing(say: Language, standing: Standing, page: int = 0) -> Reply:
    """Return what one member owes and is owed, person by person, and the net."""
    names = Names(standing.roster)
    name = names[standing.member.id]
    if not standing.currencies:
        return Reply(say("<b>{name}</b> is square.", name=name))
    lines = [
        line
        for currency, gross in standing.currencies
        for line in _gross_lines(say, name, currency, gross, names)
    ]
    chosen = paged(lines, page)
    heading = say("<b>{name}</b>", name=name)
    buttons = turners(Verb.STANDING, chosen.number, chosen.pages, before=(standing.member.id,))
    return Reply(
        text(heading, *chosen.lines, footer(say, chosen.number, chosen.pages)), keyboard(buttons)
    )


def pairs(say: Language, sheet: PairSheet, page: int = 0) -> Reply:
    """Return who owes whom, and the entries' parts that each debt is made of."""
    names = Names(sheet.roster)
    if not sheet.lines:
        return Reply(say("All square."))
    chosen = paged([_pair_line(say, line, names) for line in sheet.lines], page)
    lines = [
        say("<b>Who owes whom</b>"),
        *chosen.lines,
        footer(say, chosen.number, chosen.pages),
    ]
    return Reply(text(*lines), keyboard(turners(Verb.PAIRS, chosen.number, chosen.pages)))


def mine(say: Language, standings: Sequence[GroupStanding]) -> Reply:
    """Return my net in each of my groups, and the totals by currency; for a private chat."""
    if not standings:
        return Reply(
            say(
                "I don't know you from any group yet. Add me to one, and write "
                "<code>/split 1200 dinner</code> there."
            )
        )
    totals: dict[Currency, int] = {}
    lines = []
    for place in standings:
        for net in place.nets:
            totals[net.currency] = totals.get(net.currency, 0) + net.minor
        title = shown(place.group.title, _MAX_TITLE)
        own = place.group.currency
        told = sorted(place.nets, key=lambda net: (net.currency != own, net.currency))
        lines.append(say("{title}  {nets}", title=title, nets=nets(say, told)))
    chosen = paged(lines, 0)
    left = len(lines) - len(chosen.lines)
    in_all = [Money(minor, currency) for currency, minor in sorted(totals.items())]
    return Reply(
        text(
            say("<b>You in your groups</b>"),
            *chosen.lines,
            say.n("and {count} more group", "and {count} more groups", left) if left else None,
            say("<b>In all</b>  {nets}", nets=nets(say, in_all)) if len(lines) > 1 else None,
        )
    )


def nets(say: Language, nets: Sequence[Money]) -> Markup:
    """Return one person's nets: "+₹2,500, −€20", or "square"."""
    unequal = [net for net in nets if net.minor]
    if not unequal:
        return say("square")
    return say.list([say.net(net) for net in unequal])


def _sheet_lines(say: Language, sheet: BalanceSheet, names: Names) -> Iterator[Markup]:
    blocks = [block for block in sheet.currencies if any(net for _, net in block.nets)]
    for block in blocks:
        if len(blocks) > 1:
            yield Heading(say("<b>{currency}</b>", currency=say.currency(block.currency)))
        yield from _nets_lines(say, block, names)
        yield Heading(say("<b>To be square:</b>"))
        for payment in block.plan:
            yield payment_line(say, payment, block.currency, names)


def _nets_lines(say: Language, block: CurrencySheet, names: Names) -> Iterator[Markup]:
    for member, net in block.nets:
        amount = say.net(Money(net, block.currency))
        yield say("{name}  {net}", name=names[member], net=amount)


def _name_buttons(sheet: BalanceSheet, names: Names) -> Keyboard:
    """Return buttons to the standing of each member with an open balance, the first few."""
    members = dict.fromkeys(
        member for block in sheet.currencies for member, net in block.nets if net
    )
    buttons = [
        Button(names.plain(member), press(Verb.STANDING, member, 0))
        for member in islice(members, MAX_NAME_BUTTONS)
    ]
    rows = range(0, len(buttons), _NAMES_IN_A_ROW)
    return tuple(tuple(buttons[start : start + _NAMES_IN_A_ROW]) for start in rows)


def _gross_lines(
    say: Language, name: Markup, currency: Currency, gross: Gross, names: Names
) -> Iterator[Markup]:
    def amount(minor: int) -> str:
        return say.money(Money(minor, currency))

    if gross.owes:
        yield Heading(say("Owes {amount}:", amount=amount(gross.total_owes_minor)))
        yield from _people(say, gross.owes, currency, names)
    if gross.owed_by:
        yield Heading(say("Is owed {amount}:", amount=amount(gross.total_owed_minor)))
        yield from _people(say, gross.owed_by, currency, names)
    if gross.paid or gross.received:
        yield Heading(say("Payments:"))
    for other, minor in gross.paid:
        yield _paid(say, name, names[other], amount(minor))
    for other, minor in gross.received:
        yield _paid(say, names[other], name, amount(minor))
    yield say("Net <b>{net}</b>", net=say.net(Money(gross.net_minor, currency)))


def _people(
    say: Language, people: Sequence[tuple[MemberId, int]], currency: Currency, names: Names
) -> Iterator[Markup]:
    for member, minor in people:
        yield say("{name}  {amount}", name=names[member], amount=say.money(Money(minor, currency)))


def _paid(say: Language, payer: Markup, payee: Markup, amount: str) -> Markup:
    return say("{payer} paid {payee} {amount}", payer=payer, payee=payee, amount=amount)


def _pair_line(say: Language, line: PairLine, names: Names) -> Markup:
    facts = {
        "debtor": names[line.debtor],
        "creditor": names[line.creditor],
        "amount": say.money(line.net),
    }
    if not line.parts or (line.earlier == 0 and len(line.parts) == 1):
        return say("{debtor} owes {creditor} {amount}", **facts)
    parts = _parts(say, line)
    if line.earlier == 0:
        return say("{debtor} owes {creditor} {amount} ({parts})", parts=parts, **facts)
    return say.n(
        "{debtor} owes {creditor} {amount} ({count} earlier + {parts})",
        "{debtor} owes {creditor} {amount} ({count} earlier + {parts})",
        line.earlier,
        parts=parts,
        **facts,
    )


def _parts(say: Language, line: PairLine) -> str:
    """Return "250 + 250 − 100": plain numbers, since the sum before them has the currency."""
    told = [say.amount(Money(abs(part), line.net.currency)) for part in line.parts]
    signs = ["− " if part < 0 else "+ " for part in line.parts]
    first = f"−{told[0]}" if line.parts[0] < 0 else told[0]
    return " ".join([first, *(sign + part for sign, part in zip(signs[1:], told[1:], strict=True))])
