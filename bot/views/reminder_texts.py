"""Reminders: the one message that rings somebody's phone, and how often it may."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views import rule_wording
from bot.views.names import Names, mention, name_of
from bot.views.pages import keyboard, paged, text
from bot.views.refusals import answer
from bot.views.reply import Button, Keyboard, Reply, Verb, press
from ledger.book.weekly_setting import is_on
from ledger.core.money import Money
from ledger.schedules.reminders import EVENING, MORNING, Reminded, Reminder, Reminding, Wishes

_MAX_REFUSED: Final = 12


def reminder(say: Language, reminder: Reminder) -> Reply:
    """Return the reminder itself: everybody who owes is mentioned, once for each payment."""
    names = Names(reminder.roster)
    told = paged(
        (
            say(
                "{debtor} → {payee} {amount}",
                debtor=mention(reminder.roster[payment.payer]),
                payee=names[payment.payee],
                amount=say.money(Money(payment.minor, currency)),
            )
            for payment, currency in reminder.debts
        ),
        0,
    ).lines
    left = len(reminder.debts) - len(told)
    more = say.n("and {count} more", "and {count} more", left) if left else None
    return Reply(text(say("👋 A friendly reminder:"), *told, more), _below(say))


def reminded(say: Language, done: Reminded, zone: str, today: date) -> Reply:
    """Return the answer to /remind with names: the reminder, and who can't be reminded."""
    if not done.reminder.debts:
        reply = Reply(Markup())
    elif done.reminder.at is None:
        reply = reminder(say, done.reminder)
    else:
        reply = waits(say, done.reminder, done.reminder.at, zone, today)
    refused = [answer.told(say, error) for error in done.refused[:_MAX_REFUSED]]
    left = len(done.refused) - len(refused)
    more = say.n("and {count} more", "and {count} more", left) if left else None
    return replace(reply, text=text(reply.text or None, *refused, more))


def waits(say: Language, reminder: Reminder, at: datetime, zone: str, today: date) -> Reply:
    """Return the answer to a reminder at night: it waits for the morning."""
    return Reply(
        say(
            "It is late: I'll remind {names} on {moment}.",
            names=say.together([name_of(member) for member in reminder.debtors]),
            moment=say.moment(at, zone, today),
        )
    )


def settings(say: Language, how: Reminding, today: date) -> Reply:
    """Return how the group reminds of open debts, with buttons to the other ways."""
    schedule = how.schedule
    limit = say.money(how.limit)
    if schedule is None or not is_on(schedule):
        lines = [
            say("I remind nobody by myself here. <code>/remind @bob</code> reminds one person."),
            say("By myself, I'd remind of debts from {limit} on.", limit=limit),
        ]
        choices = ["weekly", "daily"]
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
        choices = ["off"]
    lines.append(say("Another limit: <code>/remind weekly 500</code>"))
    labels = {
        "weekly": say.plain("Every week"),
        "daily": say.plain("Every day"),
        "off": say.plain("Turn off"),
    }
    return Reply(
        text(*lines, _wish(say, how.wishes)),
        keyboard(
            [Button(labels[choice], press(Verb.REMIND, choice)) for choice in choices],
            [_mute(say, on=not how.wishes.muted)],
        ),
    )


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


def _below(say: Language) -> Keyboard:
    return keyboard(
        [Button(say.plain("Settle"), press(Verb.SETTLE, 0))],
        [Button(say.plain("Not this week"), press(Verb.SNOOZE)), _mute(say, on=True)],
    )


def _mute(say: Language, *, on: bool) -> Button:
    if on:
        return Button(say.plain("Never remind me"), press(Verb.MUTE, "on"))
    return Button(say.plain("Remind me again"), press(Verb.MUTE, "off"))
