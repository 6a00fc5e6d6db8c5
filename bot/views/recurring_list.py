"""Recurring expenses: what was set up, the list of all, what fell due while nobody was there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import N_, Language
from bot.views import rule_wording
from bot.views.entry_lines import MAX_NAMES, amount, owed
from bot.views.names import Names, handle, shown
from bot.views.pages import footer, keyboard, paged, text, turners
from bot.views.reply import Button, Reply, Verb, press
from ledger.core.answers.due_notices import CaughtUp, Paused
from ledger.core.answers.recurring_expenses import Recurring
from ledger.core.entries import Contents, Entry, EntryKind
from ledger.core.errors import LedgerError
from ledger.core.members import MemberId
from ledger.core.schedule import State
from ledger.core.split_terms import said

MAX_DESCRIPTION: Final = 60
_A_PAGE: Final = 6
_SAMPLES: Final = (
    (N_("Every month"), N_("<code>/every month on 1 15000 rent</code>")),
    (N_("Every Friday"), N_("<code>/every fri 09:00 300 cleaning</code>")),
    (N_("Every 2 weeks"), N_("<code>/every 2 weeks 450 shopping until 2027-12-31</code>")),
)
"""How one is set up, by what a button to copy it says."""


def card(say: Language, it: Recurring, today: date) -> Reply:
    """Return one recurring expense: what it says, its next dates, and its buttons."""
    names = Names(it.roster)
    lines = [
        say("🔁 <b>{title}</b> — {amount}", title=_title(say, it), amount=_amount(say, it)),
        _when(say, it, today),
        _who(say, it, names),
        *_shares(say, it, names, today),
        _late(say, it, today),
        _next(say, it, today),
        _new_here(say, it),
        _paused(say, it),
    ]
    return Reply(text(*lines), keyboard(_buttons(say, it, today)))


def goes_on(say: Language, it: Recurring, today: date) -> Reply:
    """Return the answer where the message of a recurring expense says something else now."""
    told = card(say, it, today)
    return Reply(
        text(say("This goes on recurring. To end it, press Stop."), told.text), told.buttons
    )


def listed(say: Language, all_of_them: Sequence[Recurring], today: date, page: int = 0) -> Reply:
    """Return the recurring expenses that go on, each with its buttons."""
    if not all_of_them:
        return _samples(say)
    chosen = paged([line(say, it, today) for it in all_of_them], page, limit=_A_PAGE)
    start = chosen.number * _A_PAGE
    on_page = all_of_them[start : start + len(chosen.lines)]
    lines = [
        say("<b>Recurring</b>"),
        *chosen.lines,
        footer(say, chosen.number, chosen.pages),
    ]
    return Reply(
        text(*lines),
        keyboard(
            *(_buttons(say, it, today, chosen.number) for it in on_page),
            turners(Verb.EVERY, chosen.number, chosen.pages),
        ),
    )


def _samples(say: Language) -> Reply:
    """Return how one is set up, each with a button to copy it."""
    return Reply(
        text(say("Nothing recurs here yet. For example:"), *(say(line) for _, line in _SAMPLES)),
        keyboard(
            *(
                [Button(say.plain(label), copy=re.sub(r"</?code>", "", say.stored(line)))]
                for label, line in _SAMPLES
            )
        ),
    )


def has_ended(it: Recurring) -> bool:
    """Tell whether it recurs no more: it was stopped, or its last date is past."""
    return it.schedule.state is State.STOPPED


def stopped(say: Language, it: Recurring) -> Reply:
    """Return the answer to stopping one."""
    return Reply(say("{title} does not recur any more.", title=_title(say, it)))


def paused(say: Language, posting: Paused, today: date) -> Reply:
    """Return why a recurring expense was not recorded, and how it goes on."""
    it = posting.recurring
    facts = {"title": _title(say, it), "amount": _amount(say, it)}
    lines = [
        say("⏸ <b>{title}</b> — {amount} is paused.", **facts),
        _away(say, it),
        say(
            "{date} is not recorded yet: change it, or let it go on when they are back.",
            date=say.date(posting.on, today),
        ),
        say("<code>/every edit {number} …</code>", number=it.schedule.number),
    ]
    return Reply(text(*lines), keyboard(_buttons(say, it, today)))


def caught_up(say: Language, posting: CaughtUp, today: date) -> Reply:
    """Return all that fell due several times while the bot was away, in one message."""
    names = Names(posting.roster)
    told = paged(
        (_recorded(say, entry, names, today) for entry in posting.entries),
        0,
    ).lines
    left = len(posting.entries) - len(told)
    return Reply(
        text(
            say("While I was away, these fell due and are recorded now:"),
            *told,
            say.n("and {count} more", "and {count} more", left) if left else None,
            say(
                "Is one of them wrong? <code>/delete {number}</code>",
                number=posting.entries[0].number,
            ),
        )
    )


def _recorded(say: Language, entry: Entry, names: Names, today: date) -> Markup:
    """Return what was recorded of a date, in a line."""
    contents = entry.contents
    facts = {
        "number": entry.number,
        "date": say.date(contents.on, today),
        "title": shown(contents.description, MAX_DESCRIPTION) or "…",
        "amount": amount(say, contents),
        "payer": say.together([names[share.member] for share in contents.payers]),
    }
    if contents.is_refund:
        return say("#{number} · {date} · {title} · {amount} · {payer}", **facts)
    return say("#{number} · {date} · {title} · {amount} · {payer} paid", **facts)


def _amount(say: Language, it: Recurring) -> str | Markup:
    """Return the amount; of money that comes back, that it does."""
    told = say.money(it.kept.amount)
    return say("{amount} came back", amount=told) if it.kept.terms.refund else told


def _title(say: Language, it: Recurring) -> Markup:
    description = shown(it.kept.description, MAX_DESCRIPTION)
    number = it.schedule.number
    if not description:
        return say("{number}", number=number)
    return say("{number}. {description}", number=number, description=description)


def line(say: Language, it: Recurring, today: date) -> Markup:
    """Return a recurring expense in a line: what it says, when, and what comes next."""
    facts = {
        "title": _title(say, it),
        "amount": _amount(say, it),
        "rule": rule_wording.rule(say, it.schedule.rule, today),
    }
    if it.schedule.state is State.PAUSED:
        return say("⏸ <b>{title}</b> — {amount}, {rule}; paused", **facts)
    if not it.dates:
        return say("<b>{title}</b> — {amount}, {rule}", **facts)
    coming = say.date(it.dates[0].on, today)
    return say("<b>{title}</b> — {amount}, {rule}; next {date}", date=coming, **facts)


def _when(say: Language, it: Recurring, today: date) -> Markup:
    told = rule_wording.rule(say, it.schedule.rule, today)
    return say("{rule} ({zone})", rule=told, zone=it.schedule.zone)


def _who(say: Language, it: Recurring, names: Names) -> Markup:
    terms = it.kept.terms
    payers = say.together([names[who] for who, _ in terms.payers])
    several = len(terms.payers)
    if terms.refund:
        return say("{name} got it.", name=payers)
    if terms.everyone:
        if terms.left_out:
            return say.n(
                "{payers} pays for everybody here but {others}.",
                "{payers} pay for everybody here but {others}.",
                several,
                payers=payers,
                others=say.together([names[who] for who in terms.left_out]),
            )
        return say.n(
            "{payers} pays for everybody here.",
            "{payers} pay for everybody here.",
            several,
            payers=payers,
        )
    people: list[MemberId] = [who for who in it.kept.people if who not in terms.left_out]
    return say.n(
        "{payers} pays for {people}.",
        "{payers} pay for {people}.",
        several,
        payers=payers,
        people=say.together([names[who] for who in people]),
    )


def _shares(say: Language, it: Recurring, names: Names, today: date) -> list[Markup]:
    """Return what each will owe; of everybody's, as it would be now."""
    kept = it.kept
    if it.schedule.state is State.STOPPED:
        return []
    terms = kept.terms
    if terms.everyone:
        here = said(
            *(terms.named, terms.left_out, terms.payers),
            everyone=[member.id for member in it.roster.active],
        )
        terms = replace(terms, sharers=here.sharers)
    with suppress(LedgerError):  # Those who were merged since may not fit any more.
        contents = Contents(
            kind=EntryKind.EXPENSE,
            amount_minor=kept.amount.minor,
            currency=kept.amount.currency,
            description=kept.description,
            category=kept.category,
            on=today,
            note=kept.note,
            shares=terms.shares(kept.amount),
            terms=terms,
        )
        return owed(say, contents, names, MAX_NAMES)
    return []


def _late(say: Language, it: Recurring, today: date) -> Markup | None:
    """Say where the start that was written is past, that it begins later."""
    kept, first = it.kept, it.schedule.rule.start
    if kept.start is None or kept.context is None or kept.start >= kept.context.on:
        return None
    if not it.dates or it.dates[0].on != first:
        return None  # It has begun.
    return say(
        "{start} is past: it begins on {first}.",
        start=say.date(kept.start, today),
        first=say.date(first, today),
    )


def _next(say: Language, it: Recurring, today: date) -> Markup | None:
    if it.schedule.state is not State.ACTIVE or not it.dates:
        return None
    return say("Next: {dates}", dates=rule_wording.dates(say, it.dates, today))


def _new_here(say: Language, it: Recurring) -> Markup | None:
    if not it.newcomers:
        return None
    return say.n(
        "New here: {names} (I haven't met them yet).",
        "New here: {names} (I haven't met them yet).",
        len(it.newcomers),
        names=say.list([handle(member) for member in it.newcomers]),
    )


def _paused(say: Language, it: Recurring) -> Markup | None:
    if it.schedule.state is not State.PAUSED:
        return None
    return _away(say, it) or say("It is paused.")


def _away(say: Language, it: Recurring) -> Markup | None:
    if not it.away:
        return None
    names = Names(it.roster)
    return say.n(
        "{names} is no longer here, so I don't guess.",
        "{names} are no longer here, so I don't guess.",
        len(it.away),
        names=say.together([names[member.id] for member in it.away]),
    )


def _buttons(
    say: Language, it: Recurring, today: date, page: int | None = None
) -> tuple[Button, ...]:
    """Return the buttons of one; on a page of the list they say which one, and come back to it."""
    number = it.schedule.number
    if it.schedule.state is State.STOPPED:
        return ()
    back = () if page is None else (page,)
    if back:
        stop = Button(say.plain("Stop {number}", number=number), press(Verb.STOP, number, *back))
    else:
        stop = Button(say.plain("Stop"), press(Verb.STOP, number))
    if it.schedule.state is State.PAUSED:
        return (Button(say.plain("Go on"), press(Verb.RESUME, number, *back)), stop)
    if not it.dates:
        return (stop,)
    coming = it.dates[0].on
    told = say.date(coming, today)
    if back:
        label = say.plain("Skip {number}: {date}", number=number, date=told)
    else:
        label = say.plain("Skip {date}", date=told)
    return (Button(label, press(Verb.SKIP, number, coming.isoformat(), *back)), stop)
