"""What a due delivery says, as a finished value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ledger.core.answers.recurring_expenses import Recurring
from ledger.core.answers.reminding import Reminder
from ledger.core.answers.weeks import PrivateSummary, Summary
from ledger.core.entries import Entry
from ledger.core.members import Roster
from ledger.core.schedule import DeliveryId


@dataclass(frozen=True, slots=True)
class Receipt:
    """A recurring expense that fell due once since the last, and the one it recurs as."""

    entry: Entry
    roster: Roster
    recurring: Recurring


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """Recurring expenses that fell due several times before they were recorded, in their order."""

    entries: tuple[Entry, ...]
    roster: Roster


@dataclass(frozen=True, slots=True)
class Paused:
    """A recurring expense that could not be recorded on a date."""

    recurring: Recurring
    on: date


Single = Summary | PrivateSummary | Receipt | CaughtUp | Paused
"""What is one message; a reminder may take several."""
Content = Single | Reminder


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be said, for one delivery or several.

    `chat_id` and `topic` are where it goes; `language` is the locale that the group or
    person has chosen, `spoken` what they most likely speak where they have not. `today` is
    the date there. `attempts` counts the tries before this one.
    """

    deliveries: tuple[DeliveryId, ...]
    chat_id: int
    topic: int | None
    language: str | None
    spoken: str | None
    today: date
    attempts: int
    content: Content
