"""Reminders: the one message that rings somebody's phone, and how often it may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views import pay_ways, rule_wording
from bot.views.names import Names, mention, name_of
from bot.views.pages import LINES, keyboard, text
from bot.views.refusals import answer
from bot.views.reply import Button, Keyboard, Reply, Verb, press
from ledger.core.answers.reminding import (
    EVENING,
    MORNING,
    Debt,
    Reminded,
    Reminder,
    Reminding,
    Wishes,
)
from ledger.core.members import Member, MemberId, MemberKind, Roster
from ledger.core.money import Money
from ledger.core.schedule import is_on

_MAX_REFUSED: Final = 12
_RUNG: Final = 5
"""Whom a message mentions beyond these hears nothing, as people report; Telegram does not say."""
_MOST_MESSAGES: Final = 10
"""Half of what a group may be sent in a minute."""
_MOST_DEBTORS: Final = 6


@dataclass(frozen=True, slots=True)
class Part:
    """One of the messages of what is posted, with those of whom it tells all there is to tell."""

    reply: Reply
    named: tuple[MemberId, ...] = ()


def reminder(say: Language, reminder: Reminder) -> tuple[Part, ...]:
    """Return the reminder itself: everybody who owes is mentioned, once for each payment.

    A message rings only the first few whom it mentions, so many debtors take several.
    """
    names = Names(reminder.roster)
    parts = _parts(reminder)
    replies = [
        Reply(
            text(
                say("👋 A friendly reminder:"),
                *(
                    say(
                        "{debtor} → {payee} {amount}",
                        debtor=mention(reminder.roster[payment.payer], names),
                        payee=names[payment.payee],
                        amount=say.money(Money(payment.minor, currency)),
                    )
                    for payment, currency in part
                ),
            )
        )
        for part in parts[:_MOST_MESSAGES]
    ]
    left = sum(map(len, parts[_MOST_MESSAGES:]))
    more = say.n("and {count} more", "and {count} more", left) if left else None
    last = replies.pop()
    told = (*replies, replace(last, text=text(last.text, more), buttons=_below(say, reminder)))
    return tuple(
        Part(reply, _told_here(part, parts[number + 1 :]))
        for number, (reply, part) in enumerate(zip(told, parts, strict=False))
    )


def _told_here(part: Sequence[Debt], later: Sequence[Sequence[Debt]]) -> tuple[MemberId, ...]:
    """Return the debtors of a part who are in none of the later ones."""
    again = {payment.payer for other in later for payment, _ in other}
    return tuple(dict.fromkeys(payment.payer for payment, _ in part if payment.payer not in again))


def _parts(reminder: Reminder) -> list[list[Debt]]:
    """Return the debts of each message, those of one debtor together as far as there is room."""
    of: dict[MemberId, list[Debt]] = {}
    for debt in reminder.debts:
        of.setdefault(debt[0].payer, []).append(debt)
    parts: list[list[Debt]] = [[]]
    rung = 0
    for debtor, debts in of.items():
        rings = reminder.roster[debtor].kind is not MemberKind.GUEST
        if parts[-1] and (rung + rings > _RUNG or len(parts[-1]) + len(debts) > LINES):
            parts.append([])
            rung = 0
        rung += rings
        for start in range(0, len(debts), LINES):
            if parts[-1] and start:
                parts.append([])
            parts[-1] += debts[start : start + LINES]
    return parts


def reminded(say: Language, done: Reminded, zone: str, today: date) -> tuple[Part, ...]:
    """Return the answer to /remind with names: the reminder, and who can't be reminded."""
    if not done.reminder.debts:
        parts: tuple[Part, ...] = (Part(Reply(Markup())),)
    elif done.reminder.at is None:
        parts = reminder(say, done.reminder)
    else:
        parts = (Part(waits(say, done.reminder, done.reminder.at, zone, today)),)
    refused = [answer.told(say, error) for error in done.refused[:_MAX_REFUSED]]
    left = len(done.refused) - len(refused)
    more = say.n("and {count} more", "and {count} more", left) if left else None
    last = parts[-1]
    told = replace(last.reply, text=text(last.reply.text or None, *refused, more))
    return (*parts[:-1], replace(last, reply=told))


def waits(say: Language, reminder: Reminder, at: datetime, zone: str, today: date) -> Reply:
    """Return the answer to a reminder at night: it waits for the morning."""
    return Reply(
        say(
            "Not at this hour: I'll remind {names} on {moment}.",
            names=say.together([name_of(member) for member in reminder.debtors]),
            moment=say.moment(at, zone, today),
        )
    )


def how(say: Language, reminding: Reminding, today: date, example: Markup) -> Markup:
    """Return how the group reminds of open debts, and what whoever asks wishes for themselves.

    `example` is somebody who may be reminded, as commands name them.
    """
    schedule = reminding.schedule
    limit = say.money(reminding.limit)
    if schedule is None or not is_on(schedule):
        lines = [
            say(
                "I remind nobody by myself here. <code>/remind {name}</code> reminds one person.",
                name=example,
            ),
            say("By myself, I'd remind of debts from {limit} on.", limit=limit),
        ]
    else:
        lines = [
            say(
                "I remind of debts from <b>{limit}</b> on: {rule}.",
                limit=limit,
                rule=rule_wording.rule(say, schedule.rule, today),
            ),
            say(
                "Never between {evening} and {morning}, and each person at most once a day.",
                evening=say.time(EVENING),
                morning=say.time(MORNING),
            ),
        ]
    lines.append(say("Another limit: <code>/remind weekly 500</code>"))
    return text(*lines, _wish(say, reminding.wishes))


def by_hand(say: Language, debtors: Sequence[Member], roster: Roster) -> Keyboard:
    """Return a button for each of the first few who can be reminded now."""
    names = Names(roster)
    return keyboard(
        *(
            [
                Button(
                    say.plain("Remind {name}", name=names.plain(one.id)), press(Verb.NUDGE, one.id)
                )
            ]
            for one in debtors[:_MOST_DEBTORS]
        )
    )


def own_wish(say: Language, wishes: Wishes) -> Keyboard:
    """Return the button of whoever does not want to be reminded, or wants to again."""
    return keyboard([_mute(say, on=not wishes.muted)])


def snoozed(say: Language, until: date) -> str:
    """Return the toast to whoever is spared for a while."""
    return say.plain("All right: no reminder for you before {date}.", date=say.date(until))


def muted(say: Language, *, on: bool) -> str:
    """Return the toast to whoever is spared for good, or no longer."""
    if on:
        return say.plain("I won't remind you any more. /remind has a button to change that.")
    return say.plain("I may remind you again.")


def _wish(say: Language, wishes: Wishes) -> Markup | None:
    if wishes.muted:
        return say("<i>You are not reminded.</i>")
    if wishes.not_before is not None:
        return say("<i>You are not reminded before {date}.</i>", date=say.date(wishes.not_before))
    return None


def _below(say: Language, reminder: Reminder) -> Keyboard:
    return keyboard(
        [Button(say.plain("Settle"), press(Verb.SETTLE, 0))],
        *pay_ways.buttons(say, reminder.payable, reminder.roster),
        [Button(say.plain("Not this week"), press(Verb.SNOOZE)), _mute(say, on=True)],
    )


def _mute(say: Language, *, on: bool) -> Button:
    if on:
        return Button(say.plain("Never remind me"), press(Verb.MUTE, "on"))
    return Button(say.plain("Remind me again"), press(Verb.MUTE, "off"))
