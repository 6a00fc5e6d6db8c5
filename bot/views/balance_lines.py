"""Who is up and who is down, what would make everybody square, and what it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.entry_lines import title
from bot.views.names import Names, shown
from bot.views.pages import Heading, footer, keyboard, paged, text, turners
from bot.views.reply import HERE, Button, Keyboard, Reply, Verb, press
from bot.views.settlement_menu import payment_line
from bot.views.tables import Row, row, tabled
from ledger.core.answers.standings import (
    BalanceSheet,
    CurrencySheet,
    GroupStanding,
    PairBalance,
    PairLine,
    PairSheet,
    Standing,
)
from ledger.core.gross_view import Gross
from ledger.core.members import MemberId
from ledger.core.money import Currency, Money

MAX_NAME_BUTTONS: Final = 9
MAX_PLAN_LINES: Final = 500
"""Payments listed below the balances: along pairs, a crowd's would be tens of thousands."""
_PARTS: Final = 3
"""What a pair's debt is made of, at most, before the rest is summed up."""
_NAMES_IN_A_ROW: Final = 3
WITH_ORIGINS: Final = "why"
WITHOUT_ORIGINS: Final = "sums"
_MAX_TITLE: Final = 60


def balance(
    say: Language,
    sheet: BalanceSheet,
    page: int = 0,
    only: Currency | None = None,
    in_all: Iterable[Markup] = (),
) -> Reply:
    """Return everybody's net and the plan, currency by currency, or of `only` one.

    `in_all` are lines that stand behind them: what it comes to in one currency.
    """
    names = Names(sheet.roster)
    if only is not None:
        kept = tuple(block for block in sheet.currencies if block.currency == only)
        sheet = replace(sheet, currencies=kept)
        if all_square(sheet):
            return Reply(say("All square in {currency}.", currency=say.currency(only)))
    if all_square(sheet):
        return Reply(say("All square."))
    chosen = paged([*sheet_lines(say, sheet, names), *in_all], page)
    lines = [
        say("<b>Balances</b>"),
        *chosen.lines,
        footer(say, chosen.number, chosen.pages),
    ]
    buttons = keyboard(
        turners(Verb.BALANCE, chosen.number, chosen.pages, *(() if only is None else (only,))),
        [
            Button(say.plain("Settle"), press(Verb.SETTLE, 0)),
            Button(say.plain("Who owes whom"), press(Verb.PAIRS, 0, HERE)),
            Button(say.plain("Chart"), press(Verb.CHART)),
        ],
        *_name_buttons(sheet, names),
    )
    return tabled(say, lines, buttons)


def all_square(sheet: BalanceSheet) -> bool:
    """Tell whether nobody owes anybody anything in any currency."""
    return not any(net for block in sheet.currencies for _, net in block.nets)


def chart(say: Language, sheet: BalanceSheet) -> Reply:
    """Return the nets as a picture, currency by currency."""
    if all_square(sheet):
        return Reply(say("All square."))
    # Here and not above: most processes never draw, and needn't load what draws.
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


def standing(say: Language, standing: Standing, page: int = 0, *, here: bool = False) -> Reply:
    """Return what one member owes and is owed, person by person, and the net.

    In the place of the balances, `here`, a button leads back to them; below likewise.
    """
    names = Names(standing.roster)
    name = names[standing.member.id]
    back, rest = _way_back(say, here=here)
    if not standing.currencies:
        return Reply(say("<b>{name}</b> is square.", name=name), keyboard(back))
    lines = [
        line
        for currency, gross in standing.currencies
        for line in _gross_lines(say, name, currency, gross, names)
    ]
    chosen = paged(lines, page)
    heading = say("<b>{name}</b>", name=name)
    member = standing.member.id
    buttons = turners(Verb.STANDING, chosen.number, chosen.pages, *rest, before=(member,))
    told = (heading, *chosen.lines, footer(say, chosen.number, chosen.pages))
    return tabled(say, told, keyboard(buttons, back))


def _way_back(say: Language, *, here: bool) -> tuple[list[Button], tuple[str, ...]]:
    """Return the button to the balances, and what the other buttons then say at their end."""
    if not here:
        return [], ()
    return [Button(say.plain("‹ Back"), press(Verb.BALANCE, 0))], (HERE,)


def pairs(say: Language, sheet: PairSheet, *, here: bool = False) -> Reply:
    """Return a page of who owes whom, and the entries' parts that each debt is made of."""
    names = Names(sheet.roster)
    back, rest = _way_back(say, here=here)
    if not sheet.lines:
        return Reply(say("All square."), keyboard(back))
    lines = [
        say("<b>Who owes whom</b>"),
        *(_pair_line(say, line, names) for line in sheet.lines),
        footer(say, sheet.page, sheet.pages),
    ]
    why = Button(say.plain("What for"), press(Verb.PAIRS, 0, WITH_ORIGINS, *rest))
    turning = turners(Verb.PAIRS, sheet.page, sheet.pages, *rest)
    return Reply(text(*lines), keyboard(turning, [*back, why]))


def between(say: Language, found: PairBalance) -> Reply:
    """Return what stands between two, and the entries' parts that it is made of."""
    names = Names(found.sheet.roster)
    if found.sheet.lines:
        return Reply(text(*(_pair_line(say, line, names) for line in found.sheet.lines)))
    first, second = (names[member.id] for member in found.members)
    return Reply(say("{first} and {second} owe each other nothing.", first=first, second=second))


def pairs_with_origins(say: Language, sheet: PairSheet, *, here: bool = False) -> Reply:
    """Return the same with what each part was for, in place of the sums; fewer on a page."""
    _, rest = _way_back(say, here=here)
    if not sheet.lines:
        return Reply(say("All square."))
    names = Names(sheet.roster)
    lines = [
        say("<b>Who owes whom</b>"),
        *(told for line in sheet.lines for told in _origin_lines(say, line, names)),
        footer(say, sheet.page, sheet.pages),
    ]
    back = Button(say.plain("‹ Back"), press(Verb.PAIRS, 0, WITHOUT_ORIGINS, *rest))
    rows = keyboard(turners(Verb.PAIRS, sheet.page, sheet.pages, WITH_ORIGINS, *rest), [back])
    return tabled(say, lines, rows)


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
        line = say("{title}  {nets}", title=title, nets=nets(say, told))
        lines.append(row(line, title, nets(say, told)))
    chosen = paged(lines, 0)
    left = len(lines) - len(chosen.lines)
    in_all = [Money(minor, currency) for currency, minor in sorted(totals.items())]
    return tabled(
        say,
        [
            say("<b>You in your groups</b>"),
            *chosen.lines,
            say.n("and {count} more group", "and {count} more groups", left) if left else None,
            say("<b>In all</b>  {nets}", nets=nets(say, in_all)) if len(lines) > 1 else None,
        ],
    )


def nets(say: Language, nets: Sequence[Money]) -> Markup:
    """Return one person's nets: "+₹2,500, −€20", or "square"."""
    unequal = [net for net in nets if net.minor]
    if not unequal:
        return say("square")
    return say.list([say.net(net) for net in unequal])


def sheet_lines(say: Language, sheet: BalanceSheet, names: Names) -> Iterator[Markup]:
    """Yield the nets and the plan, currency by currency."""
    blocks = [block for block in sheet.currencies if any(net for _, net in block.nets)]
    for block in blocks:
        if len(blocks) > 1:
            yield Heading(say("<b>{currency}</b>", currency=say.currency(block.currency)))
        yield from _nets_lines(say, block, names)
        yield Heading(say("<b>To be square:</b>"))
        for payment in block.plan[:MAX_PLAN_LINES]:
            yield payment_line(say, payment, block.currency, names)
        if left := len(block.plan[MAX_PLAN_LINES:]):
            yield say.n(
                "and {count} more payment: /settle", "and {count} more payments: /settle", left
            )


def _nets_lines(say: Language, block: CurrencySheet, names: Names) -> Iterator[Markup]:
    for member, net in block.nets:
        amount = say.net(Money(net, block.currency))
        line = say("{name}  {net}", name=names[member], net=amount)
        yield row(line, names[member], amount)


def _name_buttons(sheet: BalanceSheet, names: Names) -> Keyboard:
    """Return buttons to the standing of each member with an open balance, the first few."""
    members = dict.fromkeys(
        member for block in sheet.currencies for member, net in block.nets if net
    )
    buttons = [
        Button(names.plain(member), press(Verb.STANDING, member, 0, HERE))
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
        amount = say.money(Money(minor, currency))
        line = say("{name}  {amount}", name=names[member], amount=amount)
        yield row(line, names[member], amount)


def _paid(say: Language, payer: Markup, payee: Markup, amount: str) -> Markup:
    return say("{payer} paid {payee} {amount}", payer=payer, payee=payee, amount=amount)


def _pair_line(say: Language, line: PairLine, names: Names) -> Markup:
    facts = {
        "debtor": names[line.debtor],
        "creditor": names[line.creditor],
        "amount": say.money(line.net),
    }
    if not line.parts or line.parts == (line.net.minor,):
        return say("{debtor} owes {creditor} {amount}", **facts)
    return say("{debtor} owes {creditor} {amount} ({parts})", parts=_parts(say, line), **facts)


def _origin_lines(say: Language, line: PairLine, names: Names) -> Iterator[Markup]:
    debtor, creditor = names[line.debtor], names[line.creditor]
    amount = say.money(line.net)
    yield say(
        "<b>{debtor} owes {creditor} {amount}</b>", debtor=debtor, creditor=creditor, amount=amount
    )
    rest = line.net.minor - sum(line.parts)
    if rest or line.earlier:
        yield _origin(say, say.n("{count} earlier", "{count} earlier", line.earlier), rest, line)
    for entry, minor in zip(line.origins, line.parts, strict=False):
        told = title(say, entry, names)
        yield _origin(say, say("<s>{line}</s>", line=told) if entry.deleted else told, minor, line)


def _origin(say: Language, what: Markup, minor: int, line: PairLine) -> Row:
    amount = say.amount(Money(abs(minor), line.net.currency))
    signed = f"−{amount}" if minor < 0 else amount
    return row(say("{name}  {amount}", name=what, amount=signed), what, signed)


def _parts(say: Language, line: PairLine) -> Markup:
    """Return "250 + 250 − 100", of more than three the newest and the rest: "900 earlier + 250".

    Plain numbers, since the sum before them has the currency.
    """
    newest = line.parts[-_PARTS:]
    rest = line.net.minor - sum(newest)

    def amount(minor: int) -> str:
        return say.amount(Money(abs(minor), line.net.currency))

    first, *others = ([rest] if rest else []) + list(newest)
    told = f"−{amount(first)}" if first < 0 else amount(first)
    signed = [f" {'−' if part < 0 else '+'} {amount(part)}" for part in others]
    return Markup("").join([say("{amount} earlier", amount=told) if rest else told, *signed])
