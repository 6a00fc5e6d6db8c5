"""What a chat is told of what was changed outside it, as a finished value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from ledger.core.answers.entry_changes import Written
from ledger.core.answers.member_changes import Merged
from ledger.core.answers.recurring_expenses import Recurring
from ledger.core.answers.settings_overview import SettingsOverview
from ledger.core.entries import Entry
from ledger.core.exchange_rate import Rate
from ledger.core.member_sets import MemberSet
from ledger.core.members import GroupId, Member, MemberId, Roster
from ledger.core.money import Currency
from ledger.core.news import Alteration, NewsId


@dataclass(frozen=True, slots=True)
class EntryNews:
    """An entry that was recorded or changed; `is_new` where the chat was told nothing of it."""

    written: Written
    is_new: bool


@dataclass(frozen=True, slots=True)
class GroupNews:
    """What one person (`by`; None where it was none) changed besides entries.

    `members` and all else are as they are now, by the ids that they had when it was changed.
    `rates` are the group's own ones, None where one was taken back; `sets` likewise.
    """

    by: MemberId | None
    altered: Alteration
    members: Mapping[MemberId, Member]
    roster: Roster
    overview: SettingsOverview
    recurring: tuple[Recurring, ...]
    merged: Sequence[Merged] = ()
    rates: Mapping[Currency, Rate | None] = field(default_factory=dict)
    sets: Mapping[str, MemberSet | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ManyNews:
    """A burst in one message: the newest of its entries, `more` of them, and all the rest.

    `changed` are the ids of all entries that the chat may have a receipt of, newest first.
    """

    new: tuple[Entry, ...]
    changed_now: tuple[Entry, ...]
    more: int
    group: tuple[GroupNews, ...]
    roster: Roster
    changed: tuple[int, ...]


Tidings = EntryNews | GroupNews | ManyNews


@dataclass(frozen=True, slots=True)
class News:
    """What is to be said in a group's chat, of one change or several.

    `language` is the locale that the group has chosen, `spoken` what it most likely speaks
    where it has not. `today` is the date there, `now` the moment (aware, in UTC); `attempts`
    counts the tries before this one.
    """

    ids: tuple[NewsId, ...]
    group_id: GroupId
    chat_id: int
    language: str | None
    spoken: str | None
    today: date
    now: datetime
    attempts: int
    tidings: Tidings
