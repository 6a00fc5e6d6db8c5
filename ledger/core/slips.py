"""Slips: whom a name that nobody has was perhaps meant to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ledger.core.folding import fold, name_key
from ledger.core.members import Member, MemberId, MemberKind, Roster, full_name

_MOST_SLIPS: Final = 2
"""Slips of the finger in one name; in a short word only one."""
_LONG: Final = 8
"""Letters of a word from which on it may have more than one slip."""
_SHORT: Final = 3
"""Letters of a word below which there are no slips: another letter is another name."""
_VOWELS: Final = frozenset("aeiouy")
_LONGEST: Final = 64
"""Characters of a name that are compared."""
_LOOKED_AT: Final = 10
"""New names of one line that are looked at: who writes more new ones means new people."""
_FOND: Final = frozenset({"y", "ie", "i", "ey", "o", "ji", "bhai", "da", "di", "ito", "ita"})
"""What friends put behind a name: Bobby, Chenji, Juanito."""
_FAMILY: Final = (
    frozenset({"mum", "mom", "mama", "mamma", "mummy", "mommy", "mam", "mami"}),
    frozenset({"dad", "daddy", "papa", "pappa", "papi"}),
)
"""What one and the same person is called by their children."""
_NAMED: Final = 3
"""How many slips of a line the answer names; each has a button of its own below the receipt."""


def lookalike(roster: Roster, text: str) -> Member | None:
    """Return the member whom a new name was perhaps meant to be, a slip of the finger away.

    Usernames, first names, names in full and guests' names are compared; of two who are as
    close nobody is taken.
    """
    return _closest(_candidates(roster), text)


def perhaps_called(roster: Roster, text: str) -> Member | None:
    """Return the member whom a name that nobody has may mean: by a slip, or as friends say it.

    Nobody is taken whom several names fit as well.
    """
    return lookalike(roster, text) or _nicknamed(roster, text)


def _nicknamed(roster: Roster, text: str) -> Member | None:
    """Return the one member whose first name a text is short for, or makes of it: Sofi, Bobby."""
    said = fold(text)
    if len(said) < _SHORT or not said.isalpha():
        return None
    found = {
        member.id: member
        for member in roster.active
        for name in (fold(member.first_name), fold(member.username or ""))
        if _is_nickname(said, name.partition(" ")[0])
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_nickname(said: str, name: str) -> bool:
    if len(name) < _SHORT or said == name:
        return False
    if any(said in family and name in family for family in _FAMILY):
        return True
    if name.startswith(said):
        return True
    return said.startswith(name) and said[len(name) :].removeprefix(name[-1]) in _FOND


def lookalikes(roster: Roster, newcomers: Sequence[Member]) -> tuple[tuple[Member, Member], ...]:
    """Return the first new placeholders that look like a member, with that member."""
    if not newcomers:
        return ()
    new = {member.id for member in newcomers}
    known = _candidates(Roster(tuple(member for member in roster if member.id not in new)))
    made = [one for one in newcomers if one.kind is not MemberKind.USER]
    pairs = ((member, _closest(known, member.first_name)) for member in made[:_LOOKED_AT])
    return tuple((member, meant) for member, meant in pairs if meant is not None)[:_NAMED]


_Candidate = tuple[str, int, Member]
"""A name, which letters it has, and whose it is."""


def _candidates(roster: Roster) -> list[_Candidate]:
    return [
        (name, _letters(name), member)
        for member in roster.active
        for name in dict.fromkeys(
            (
                _compared(member.first_name),
                _compared(full_name(member)),
                _compared(member.username or member.first_name),
            )
        )
    ]


def _compared(text: str) -> str:
    return name_key(text)[:_LONGEST]


def _letters(name: str) -> int:
    """Return which letters a name has, as bits; others may share a bit, which only adds work."""
    letters = 0
    for letter in name:
        letters |= 1 << (ord(letter) & 63)
    return letters


def _closest(candidates: Sequence[_Candidate], text: str) -> Member | None:
    """Return the member of the closest name; nobody where another one's is as close.

    A name that lacks too many of the letters is not looked at: most are unlike.
    """
    key = _compared(text)
    if not key:
        return None
    letters = _letters(key)
    best, least = set[MemberId](), _MOST_SLIPS + 1
    found = None
    for name, others, member in candidates:
        if max((letters & ~others).bit_count(), (others & ~letters).bit_count()) > least:
            continue
        if member.kind is MemberKind.PLACEHOLDER and name == key:
            continue
        count = _slips(name, key)
        if count is None or count > least:
            continue
        if count < least:
            best, least = set(), count
        best.add(member.id)
        found = member
    return found if len(best) == 1 else None


def _slips(name: str, typed: str) -> int | None:
    """Return how many slips of the finger are between two names; None where it is no slip.

    Names with as many words are compared word by word. No slip is another initial or number,
    another first letter, another vowel (Tim, Tom), or one more at the end (Paul, Paula):
    these tell people apart.
    """
    words, others = name.split("_"), typed.split("_")
    if len(words) != len(others):
        if min(map(len, words + others)) < _SHORT:
            return None
        words, others = [name.replace("_", "")], [typed.replace("_", "")]
    count = 0
    for one, other in zip(words, others, strict=True):
        if one == other:
            continue
        allowed = _MOST_SLIPS if min(len(one), len(other)) >= _LONG else 1
        if min(len(one), len(other)) < _SHORT or _tells_apart(one, other):
            return None
        slips = _distance(one, other, allowed)
        if slips > allowed:
            return None
        count += slips
    return count


def _tells_apart(one: str, other: str) -> bool:
    if _digits(one) != _digits(other):
        return True
    if one[0] != other[0] and one[:2] != other[1::-1]:
        return True
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    end = 0
    while end < min(len(left), len(right)) and left[-1 - end] == right[-1 - end]:
        end += 1
    left, right = left[: len(left) - end], right[: len(right) - end]
    if left and right:
        return set(left + right) <= _VOWELS and sorted(left) != sorted(right)
    added = left or right
    return not end and added in _VOWELS and added != one[start - 1]


def _digits(name: str) -> str:
    return "".join(char for char in name if char.isdigit())


def _distance(one: str, other: str, most: int) -> int:
    """Return how many letters are more, less, others or swapped, `most` + 1 for any more.

    It is the optimal string alignment, of which only what `most` can reach is computed.
    """
    far = most + 1
    if abs(len(one) - len(other)) > most:
        return far
    before: list[int] = []
    row = [min(to, far) for to in range(len(other) + 1)]
    for at, char in enumerate(one, 1):
        before, above, row = row, before, [far] * (len(other) + 1)
        row[0] = min(at, far)
        for to in range(max(1, at - most), min(len(other), at + most) + 1):
            wanted = other[to - 1]
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (char != wanted))
            if at > 1 and to > 1 and char == other[to - 2] and wanted == one[at - 2]:
                cost = min(cost, above[to - 2] + 1)
            row[to] = min(cost, far)
        if min(row) > most:
            return far
    return row[-1]
