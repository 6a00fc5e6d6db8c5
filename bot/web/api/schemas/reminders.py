"""Reminders of what somebody owes."""

from __future__ import annotations

from bot.web.api.money import Moment
from bot.web.api.schemas.envelope import Shown
from bot.web.api.schemas.standings import Reason


class ReminderShown(Shown):
    """What somebody is reminded of in the chat; `at` is when, null for at once."""

    debts: list[Reason]
    at: Moment | None
