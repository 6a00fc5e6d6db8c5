"""People as they are shown, and by which ids everything of a group is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from bot.web.api.schemas.people import UserNamed, UserOfGroup
from ledger.core.accounts import PublicId
from ledger.core.answers.group_cards import ShownMember
from ledger.core.entries import Entry
from ledger.core.members import MemberId


@dataclass(frozen=True, slots=True)
class Faces:
    """The members of one group as they are shown, and the ids of some of its entries.

    `timezone` is the IANA name of the group's clock.
    """

    group_id: PublicId
    timezone: str
    members: Mapping[MemberId, ShownMember]
    entries: Mapping[int, PublicId]

    def __getitem__(self, member: MemberId) -> ShownMember:
        return self.members[member]

    def id_of(self, entry: Entry) -> PublicId:
        """Return an entry's id."""
        return self.entries[entry.id]

    def other_day(self, entry: Entry) -> date | None:
        """Return the day of an entry where it is not the one on which it was recorded."""
        recorded = entry.recorded_at.astimezone(ZoneInfo(self.timezone)).date()
        return None if entry.contents.on == recorded else entry.contents.on


def person(shown: ShownMember) -> UserOfGroup:
    """Return somebody with their e-mail address."""
    return UserOfGroup(id=shown.user_id, name=shown.name, email=shown.email)


def named(shown: ShownMember) -> UserNamed:
    """Return somebody by name."""
    return UserNamed(id=shown.user_id, name=shown.name)
