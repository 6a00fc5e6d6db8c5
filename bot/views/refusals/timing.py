"""Mistakes in words: rules, times, schedules and reminders that can't be."""

from __future__ import annotations

from datetime import date
from typing import Final

from markupsafe import Markup

from bot.views.refusals.mistake import Mistake, Telling, unlike
from ledger.core.errors import Code


def _rule_missing(it: Mistake) -> Markup:
    found = it.words("found")
    if found is None:
        return it.say("How often? I know day, week, month, year, weekdays, and “2 weeks”.")
    return it.say(
        "How often is {found}? I know day, week, month, year, weekdays, and “2 weeks”.",
        found=found,
    )


def _never_fires(it: Mistake) -> Markup:
    first, until = it.date("first"), it.date("until")
    if first is None or until is None:
        return it.say("That never comes: there is no such day ahead.")
    return it.say(
        "That never comes: the first day would be {first}, and it ends on {until}.",
        first=first,
        until=until,
    )


def _bad_time(it: Mistake) -> Markup:
    written = it.words("written")
    if written is None:
        return it.say("I can't read that time. 09:00 and 18:30 are times.")
    return it.say("I can't read {written} here. 09:00 and 18:30 are times.", written=written)


def _too_many_schedules(it: Mistake) -> Markup:
    most = it.number("most")
    if most is None:
        return it.say("There are too many recurring expenses. Stop one with /every first.")
    return it.say(
        "There are {most} recurring expenses already, and that is the most. "
        "Stop one with /every first.",
        most=most,
    )


def _no_such_schedule(it: Mistake) -> Markup:
    number = it.number("number")
    if number is None:
        return it.say("That recurring expense has ended. /every lists those that go on.")
    return it.say(
        "There is no recurring expense {number}. /every lists those that go on.", number=number
    )


def _may_not_change_schedule(it: Mistake) -> Markup:
    author = it.whom("author")
    if author is None:
        return it.say("Only an admin can change it.")
    return it.say("Only {name} (who set it up) or an admin can change it.", name=author)


def _members_away(it: Mistake) -> Markup:
    members = it.people("members")
    if not members:
        return it.say("Somebody in it is no longer here, so I don't guess. Change it first.")
    return it.say.n(
        "{members} is no longer here, so I don't guess. Change it first.",
        "{members} are no longer here, so I don't guess. Change it first.",
        len(members),
        members=it.say.together(unlike(members)),
    )


def _owes_nothing(it: Mistake) -> Markup:
    name = it.whom("member")
    if name is None:
        return it.say("Nothing is owed there, so there is nothing to remind of.")
    return it.say("{name} owes nothing, so there is nothing to remind of.", name=name)


def _reminded_today(it: Mistake) -> Markup:
    name = it.whom("member")
    if name is None:
        return it.say("I have reminded today already. Once a day is enough.")
    return it.say("I have reminded {name} today already. Once a day is enough.", name=name)


def _has_left(it: Mistake) -> Markup:
    name = it.whom("member")
    if name is None:
        return it.say("Whoever has left this group is not reminded here.")
    return it.say("{name} has left this group, so I can't remind them here.", name=name)


def _no_chat(it: Mistake) -> Markup:
    return it.say("This group has no chat that I could write in.")


def _reminders_muted(it: Mistake) -> Markup:
    name, until = it.whom("member"), it.details.get("until")
    if name is None:
        return it.say("There are no reminders wanted there.")
    if not isinstance(until, date):
        return it.say("{name} does not want to be reminded.", name=name)
    return it.say(
        "{name} knows, and asked not to be reminded before {until}.",
        name=name,
        until=it.say.date(until),
    )


TELLINGS: Final[dict[Code, Telling]] = {
    Code.RULE_MISSING: _rule_missing,
    Code.RULE_NEVER_FIRES: _never_fires,
    Code.BAD_TIME: _bad_time,
    Code.TOO_MANY_SCHEDULES: _too_many_schedules,
    Code.NO_SUCH_SCHEDULE: _no_such_schedule,
    Code.MAY_NOT_CHANGE_SCHEDULE: _may_not_change_schedule,
    Code.MEMBERS_AWAY: _members_away,
    Code.OWES_NOTHING: _owes_nothing,
    Code.HAS_LEFT: _has_left,
    Code.NO_CHAT: _no_chat,
    Code.REMINDED_TODAY: _reminded_today,
    Code.REMINDERS_MUTED: _reminders_muted,
}
