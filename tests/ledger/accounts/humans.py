"""Who people really are, whatever they are in the book: a model to hold the book against."""

from __future__ import annotations

from dataclasses import dataclass, field

from ledger.core.accounts import AccountId, PublicId
from ledger.core.members import UserId
from tests.ledger.chat import ASHA, BOB, CHEN

TELEGRAM = [ASHA, BOB, CHEN]
USERNAMES = {who.id: who.username for who in TELEGRAM}


@dataclass
class Human:
    """Somebody as they really are, in all groups; `user_id` is who they are in the book."""

    user_id: UserId | None
    account: AccountId | None = None
    public_ids: set[PublicId] = field(default_factory=set)
    registered: bool = False


@dataclass
class Line:
    """An entry: what it moved, and whose that was."""

    moved: list[tuple[Human, int]]
    live: bool = True


@dataclass
class Circle:
    """A group: who is in it, who ever was, who is waited for by a username, and the entries."""

    active: list[Human] = field(default_factory=list)
    ever: list[Human] = field(default_factory=list)
    waiting: dict[str, Human] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)

    def met(self, human: Human, *, comes: bool = True) -> None:
        """Note that somebody is known here, who perhaps comes in, and perhaps was waited for."""
        for known in (self.active, self.ever) if comes else (self.ever,):
            if not any(one is human for one in known):
                known.append(human)
        username = None if human.user_id is None else USERNAMES.get(human.user_id)
        if username is not None and username in self.waiting:
            self.become(self.waiting.pop(username), human)

    def become(self, gone: Human, stays: Human) -> None:
        for known in (self.active, self.ever):
            there = [stays if one is gone else one for one in known]
            known[:] = {id(one): one for one in there}.values()
        for line in self.lines:
            line.moved = [(stays if who is gone else who, minor) for who, minor in line.moved]

    def nets(self) -> dict[int, tuple[Human, int]]:
        found: dict[int, tuple[Human, int]] = {}
        for line in self.lines:
            for who, minor in line.moved if line.live else ():
                found[id(who)] = who, found.get(id(who), (who, 0))[1] + minor
        return {key: (who, minor) for key, (who, minor) in found.items() if minor}
