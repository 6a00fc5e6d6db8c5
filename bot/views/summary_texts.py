"""Summaries: a group's week, a person's groups, and when they come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views import balance_lines, rule_wording
from bot.views.category_lines import category_name, largest_categories
from bot.views.names import Names
from bot.views.pages import Heading, keyboard, paged, plain_text, text, units
from bot.views.reply import MAX_CAPTION, Button, Reply, Verb, press
from bot.views.settlement_menu import payment_line
from bot.views.tables import row, tabled
from ledger.core.answers.standings import CurrencySheet
from ledger.core.answers.weeks import PrivateSummary, Spent, Summary
from ledger.core.money import Money
from ledger.core.recurrence import every_week
from ledger.core.schedule import Schedule, is_on

_MAX_LINES: Final = 80
"""Lines of a summary; /balance tells the rest."""


def weekly(say: Language, summary: Summary, today: date) -> Reply:
    """Return the group's week: nets, plan, and what was spent, as a picture where it fits."""
    chosen = paged(_weekly_lines(say, summary, today), 0, limit=_MAX_LINES)
    rest = say("/balance tells the rest.") if chosen.pages > 1 else None
    told = tabled(say, [*chosen.lines, rest])
    buttons = []
    if summary.sheet.currencies:
        buttons = [
            Button(say.plain("Settle"), press(Verb.SETTLE, 0)),
            Button(say.plain("Who owes whom"), press(Verb.PAIRS, 0)),
        ]
    picture = None
    drawn = [spent for spent in summary.spent if spent.minor]
    if drawn and units(plain_text(told.text)) <= MAX_CAPTION:
        # Here and not above: most processes never draw, and needn't load what draws.
        from bot.views.pictures.week_chart import week_chart

        picture = week_chart(say, drawn)
    return replace(told, buttons=keyboard(buttons), picture=picture)


def private(say: Language, summary: PrivateSummary) -> Reply:
    """Return a person's own summary, with the button that ends it."""
    off = Button(say.plain("Don't send me this"), press(Verb.WEEKLY, "off"))
    return replace(balance_lines.mine(say, summary.standings), buttons=keyboard([off]))


def when(say: Language, schedule: Schedule | None, today: date) -> Markup:
    """Return when a group's summary comes."""
    if schedule is None:
        return text(
            say(
                "The weekly summary comes on <b>{when}</b>, once there is an entry.",
                when=rule_wording.week(say, every_week()),
            ),
            _another_time(say),
        )
    if not is_on(schedule):
        return say("There is no weekly summary here.")
    return text(
        say(
            "The weekly summary comes on <b>{when}</b> ({zone}).",
            when=rule_wording.week(say, schedule.rule),
            zone=schedule.zone,
        ),
        _next(say, schedule, today),
        _another_time(say),
    )


def my_settings(say: Language, schedule: Schedule | None, today: date) -> Reply:
    """Return when a person's own summary comes, in private."""
    if schedule is None or not is_on(schedule):
        return Reply(
            say("I can send you a weekly summary of all your groups: <code>/weekly on</code>"),
            keyboard([_switch(say, on=True)]),
        )
    return Reply(
        text(
            say(
                "I send you a summary of all your groups on <b>{when}</b> ({zone}).",
                when=rule_wording.week(say, schedule.rule),
                zone=schedule.zone,
            ),
            _next(say, schedule, today),
        ),
        keyboard([_switch(say, on=False)]),
    )


def _another_time(say: Language) -> Markup:
    return say("Another time: <code>/weekly fri 18:00</code>")


def _switch(say: Language, *, on: bool) -> Button:
    if on:
        return Button(say.plain("Turn on"), press(Verb.WEEKLY, "on"))
    return Button(say.plain("Turn off"), press(Verb.WEEKLY, "off"))


def _next(say: Language, schedule: Schedule, today: date) -> Markup | None:
    if schedule.next_on is None:
        return None
    return say("Next: {dates}", dates=say.date(schedule.next_on, today))


def _weekly_lines(say: Language, summary: Summary, today: date) -> Iterator[Markup]:
    names = Names(summary.sheet.roster)
    yield say(
        "📅 <b>The week {since} – {until}</b>",
        since=say.date(summary.since, today),
        until=say.date(summary.until, today),
    )
    for spent in summary.spent:
        if spent.minor:
            yield _spent(say, spent)
        if any(category for category, _ in spent.categories):
            yield _categories(say, spent)
        if spent.came_back_minor:
            back = Money(spent.came_back_minor, spent.currency)
            yield say("Came back: <b>{amount}</b>", amount=say.money(back))
    blocks = summary.sheet.currencies
    if not blocks:
        yield say("All square.")
    for block in blocks:
        if len(blocks) > 1:
            yield Heading(say("<b>{currency}</b>", currency=say.currency(block.currency)))
        else:
            yield Heading(say("<b>Balances</b>"))
        yield from _nets(say, summary, block, names)
        yield Heading(say("<b>To be square:</b>"))
        for payment in block.plan:
            yield payment_line(say, payment, block.currency, names)


def _nets(say: Language, summary: Summary, block: CurrencySheet, names: Names) -> Iterator[Markup]:
    moved = summary.moved.get(block.currency, {})
    for member, net in block.nets:
        net_told = say.net(Money(net, block.currency))
        facts = {"name": names[member], "net": net_told}
        change = moved.get(member, 0)
        if change and change != net:
            by = say.net(Money(change, block.currency))
            line = say("{name}  {net} (that week {change})", change=by, **facts)
            # The amounts of all stand below one another, so what moved them stands before.
            yield row(line, names[member], say("<i>that week {change}</i>", change=by), net_told)
        else:
            yield row(say("{name}  {net}", **facts), names[member], "", net_told)


def _spent(say: Language, spent: Spent) -> Markup:
    facts = {"amount": say.money(Money(spent.minor, spent.currency))}
    difference = spent.minor - spent.before_minor
    if not spent.before_minor:
        return say("Spent: <b>{amount}</b>", **facts)
    by = say.money(Money(abs(difference), spent.currency))
    if difference > 0:
        return say("Spent: <b>{amount}</b>, {by} more than the week before", by=by, **facts)
    if difference < 0:
        return say("Spent: <b>{amount}</b>, {by} less than the week before", by=by, **facts)
    return say("Spent: <b>{amount}</b>, as in the week before", **facts)


def _categories(say: Language, spent: Spent) -> Markup:
    return say.list(
        [
            say(
                "{category} {amount}",
                category=category_name(say, category),
                amount=say.money(Money(minor, spent.currency)),
            )
            for category, minor in largest_categories(spent)
        ]
    )
