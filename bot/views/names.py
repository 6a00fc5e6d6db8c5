"""What people are called: the shortest name that tells them apart, ringing nobody's phone."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from ledger.core.folding import INVISIBLE
from ledger.core.members import Member, MemberId, MemberKind

MAX_NAME: Final = 24
"""Characters of a name that are shown; Telegram allows 64 + 64, more than a line holds."""

_ELLIPSIS: Final = "…"
_JOINERS: Final = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
"""The invisible characters that belong to words: emoji families, Indic conjuncts, Persian."""
_FIRST_STRONG_ISOLATE: Final = "\N{FIRST STRONG ISOLATE}"
_POP_ISOLATE: Final = "\N{POP DIRECTIONAL ISOLATE}"
_RIGHT_TO_LEFT: Final = {"R", "AL"}
_MARKS_IN_A_ROW: Final = 3


class Names:
    """One roster's names. Where two would look alike, both say more until they differ."""

    def __init__(self, roster: Iterable[Member]) -> None:
        self._members = {member.id: member for member in roster}
        self._alike = Counter(_looks(_first(member)) for member in self._members.values())
        self._told: dict[MemberId, str] = {}
        self._alike_members: dict[str, _Namesakes] = {}

    def __getitem__(self, member_id: MemberId) -> Markup:
        """Return a member's name for a text."""
        return _without_ringing(self.plain(member_id))

    def plain(self, member_id: MemberId) -> str:
        """Return a member's name as plain text, for buttons, alerts and pictures."""
        if member_id not in self._told:
            member = self._members[member_id]
            self._told[member_id] = _first(member) if self._unique(member) else self._more(member)
        return self._told[member_id]

    def _unique(self, member: Member) -> bool:
        return self._alike[_looks(_first(member))] == 1

    def _more(self, member: Member) -> str:
        """Say more of one whose first name is taken: the shortest that no namesake shares."""
        namesakes = self._namesakes(_looks(_first(member)))
        for tell, looks in zip(_FULLER, namesakes.looks, strict=True):
            told = tell(member)
            if told is not None and looks[_looks(told)] == 1:
                return told
        place = namesakes.places[member.id]
        return _first(member) if place == 1 else f"{_first(member)} ({place})"

    def _namesakes(self, looks: str) -> _Namesakes:
        """Return those whose first names look so, counted once: a crowd may have but one name."""
        if looks not in self._alike_members:
            members = [m for m in self._members.values() if _looks(_first(m)) == looks]
            self._alike_members[looks] = _Namesakes(
                tuple(Counter(_looks(tell(m) or "") for m in members) for tell in _FULLER),
                {id_: place for place, id_ in enumerate(sorted(m.id for m in members), 1)},
            )
        return self._alike_members[looks]


@dataclass(frozen=True, slots=True)
class _Namesakes:
    """Members of one first name: how often each fuller way to say it, and their order."""

    looks: tuple[Counter[str], ...]
    places: dict[MemberId, int]


def name_of(member: Member) -> Markup:
    """Return the name of a member who stands alone, without a roster to compare with."""
    return _without_ringing(_first(member))


def handle(member: Member) -> Markup:
    """Return how to write somebody in a command: @username, @Aunt_May, or the first name."""
    return _without_ringing(plain_handle(member))


def plain_handle(member: Member) -> str:
    """Return `handle` as plain text."""
    if member.username:
        return f"@{member.username}"
    if member.kind is MemberKind.USER:
        return _first(member)
    return "@" + "_".join(member.first_name.split())


def mention(member: Member, names: Names) -> Markup:
    """Return the name as a link that rings the person's phone; reminders only.

    A placeholder is mentioned by username; a guest has no phone to ring, nor has an account that
    is in no Telegram, whose number is negative.
    """
    name = names.plain(member.id)
    if member.user_id is None or member.user_id < 0:
        return Markup.escape(name)
    link = Markup('<a href="tg://user?id={id}">{name}</a>')
    return link.format(id=member.user_id, name=name)


def shown(text: str, limit: int) -> str:
    """Return people's text fit for one line: no line breaks, nothing invisible, not too long.

    What is cut is cut visibly. Right-to-left text is isolated, so that it can't turn the
    numbers beside it around.
    """
    return _isolated(_cut(_cleaned(text), limit))


def _without_ringing(name: str) -> Markup:
    # Telegram makes any @username in a message a mention that notifies; not inside <code>.
    if "@" in name:
        return Markup("<code>{}</code>").format(name)
    return Markup.escape(name)


def _first(member: Member) -> str:
    return _first_name(member.kind, member.first_name, member.last_name, member.username)


@lru_cache(maxsize=4096)
def _first_name(kind: MemberKind, first: str, last: str | None, username: str | None) -> str:
    if kind is MemberKind.PLACEHOLDER:
        return f"@{first}"
    # An account's first name may consist of nothing visible; a deleted one has none at all.
    visible = (shown(name, MAX_NAME) for name in (first, last or ""))
    return next((name for name in visible if name), f"@{username}" if username else "?")


def _with_initial(member: Member) -> str | None:
    last = _cleaned(member.last_name or "")
    return f"{_first(member)} {last[0]}." if last else None


def _with_last_name(member: Member) -> str | None:
    last = shown(member.last_name or "", MAX_NAME)
    return f"{_first(member)} {last}" if last else None


def _with_username(member: Member) -> str | None:
    return f"{_first(member)} (@{member.username})" if member.username else None


_FULLER: Final[tuple[Callable[[Member], str | None], ...]] = (
    _with_initial,
    _with_last_name,
    _with_username,
)


@lru_cache(maxsize=4096)
def _looks(name: str) -> str:
    """Return what two names have in common when people take one for the other."""
    return unicodedata.normalize("NFKC", name).casefold()


def _cleaned(text: str) -> str:
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category == "Mn" else 0
        if marks > _MARKS_IN_A_ROW or character in INVISIBLE:
            continue
        if character.isspace() or category == "Cc":
            kept.append(" ")
        elif category[0] != "C" or character in _JOINERS:
            kept.append(character)
    return " ".join("".join(kept).split()).strip(_JOINERS + " ")


def _cut(text: str, limit: int) -> str:
    if len(text) <= limit:
        return text
    kept = limit - 1
    while kept and (unicodedata.category(text[kept])[0] == "M" or text[kept - 1] in _JOINERS):
        kept -= 1
    return text[:kept].rstrip(_JOINERS + " ") + _ELLIPSIS


def _isolated(text: str) -> str:
    if not text.isascii() and any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text
    ):
        return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
    return text
