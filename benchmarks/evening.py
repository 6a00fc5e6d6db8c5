"""An evening of four friends, counted: how many messages a group sees, and how many one person.

`python -m benchmarks.evening` plays it on an older and on a newer server of the Bot API;
`--tree DIR` plays it with the bot of another checkout, `--taps` from the board instead of by
commands. docs/evening.md has the figures, and `make bench` those of two servers and both ways.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.table import Row
from bot.playground.api_versions import Version
from bot.playground.people import Chat, Message, Person
from bot.playground.server import Playground
from bot.playground.world import World

ROOT: Final = Path(__file__).resolve().parent.parent
SERVERS: Final[tuple[Version, ...]] = ((9, 0), (10, 3))
_QUIET_SECONDS: Final = 0.4
"""Without a call for so long, the bot is through with what it heard."""
_UP_SECONDS: Final = 60.0
_CHANGES: Final = {"editMessageText", "editMessageCaption", "editMessageMedia"}
"""Of buttons alone nothing is changed; by such a call the bot asks its server what that has."""

EXPENSES: Final = (
    ("Asha", "/split 2400 villa"),
    ("Bob", "/split 1200 dinner"),
    ("Chen", "/split 300 taxi @asha @bob"),
    ("Dia", "/split 800 groceries"),
    ("Asha", "/split 450 drinks @bob 200 @chen"),
    ("Bob", "/split 120 parking"),
    ("Chen", "/split 640 breakfast"),
    ("Dia", "/split 90 ice cream @chen"),
    ("Asha", "/split 1000 boat #fun"),
    ("Bob", "/split 360 lunch -@dia"),
    ("Chen", "/split 200 tickets"),
    ("Dia", "/split 500 fuel paid @asha"),
)


MISTAKES: Final = (
    ("Dia", "/split dinner"),
    ("Bob", "/split 100 tea @asha 60 @chen 60"),
    ("Chen", "/settle @ashaa 20"),
    ("Asha", "/balence"),
)
NOTE: Final = (
    "A quiet evening: the bot's messages in a group of four, of 12 expenses, 3 corrections (an "
    "edited message, `/edit`, Undo), 2 balances, 3 payments, 4 mistakes and 6 looks at details. By "
    "taps it is done from the board, which is the balance at any time; each expense is a press of "
    "*Add* and one answer to its question, which is removed then. The version before it "
    "(2026-11-22) is played by the same script; it left the slip of a command unanswered."
)
BEFORE: Final = 29
"""What the version before posted, on either server."""


@dataclass(slots=True)
class Counted:
    """What the bot sent and changed in one part of the evening."""

    to_all: int = 0
    to_one: int = 0
    changed: int = 0
    removed: int = 0
    """Of those to all, what is gone again: questions that were answered."""


@dataclass
class Evening:
    """One group's evening with the bot."""

    world: World
    group: Chat
    people: dict[str, Person]
    parts: dict[str, Counted] = field(default_factory=dict)
    _heard: int = 0
    _calls: Counter[str] = field(default_factory=Counter)

    async def play(self) -> None:
        """Play it: expenses, corrections, balances, payments, mistakes, looks at details."""
        await self._settled()
        self._note("the welcome, and who joins")
        dinner, receipts = None, []
        for name, line in EXPENSES:
            said = self._say(name, line)
            dinner = said if "dinner" in line else dinner
            await self._settled()
            receipts.append(self.group.bot_messages[-1])
        self._note("12 expenses")
        assert dinner is not None
        self.world.edit(self.people["Bob"], dinner, "/split 1250 dinner")
        await self._settled()
        await self._said("Chen", "/edit 7 680")
        await self._press("Dia", receipts[7], "Undo")
        self._note("3 corrections")
        await self._said("Asha", "/balance")
        balances = self.group.bot_messages[-1]
        await self._said("Chen", "/balance")
        self._note("2 balances")
        await self._said("Bob", "/settle")
        await self._pay(self.group.bot_messages[-1])
        await self._said("Chen", "/settle @asha 100")
        await self._said("Dia", "/settle @asha 250")
        self._note("3 payments")
        await self._mistakes()
        for name, receipt in (("Asha", receipts[0]), ("Bob", receipts[2]), ("Dia", receipts[4])):
            await self._look(name, receipt, "Details")
        await self._look("Bob", balances, "Who owes whom")
        await self._look("Dia", balances, "Dia")
        await self._said("Chen", "/show 9")
        self._note("6 looks at details")

    async def play_by_taps(self) -> None:
        """Play the same from the board: a press and one answer an expense."""
        await self._settled()
        self._note("the welcome, and who joins")
        await self._said("Asha", "/board")
        board = self.group.bot_messages[-1]
        self._note("the board")
        for name, line in EXPENSES:
            await self._press(name, board, "Add")
            self.world.say(
                self.people[name],
                self.group,
                line.removeprefix("/split "),
                reply_to=self.group.bot_messages[-1],
            )
            await self._settled()
        self._note("12 expenses")
        for receipt in [each for each in self.group.bot_messages if "🧾" in each.text][-3:]:
            await self._press("Asha", receipt, "Change")
            await self._press("Asha", receipt, "Done")
        self._note("3 corrections")
        await self._press("Asha", board, "Settle up")
        plan = self.group.bot_messages[-1]
        for _ in range(3):
            await self._pay(plan)
        self._note("3 payments")
        await self._mistakes()

    async def _mistakes(self) -> None:
        for name, line in MISTAKES:
            await self._said(name, line)
        self._note("4 mistakes")

    def _say(self, name: str, line: str) -> Message:
        person = self.people[name]
        alone = self.world.sends_ephemeral(person, self.group, line)
        return self.world.say(person, self.group, line, ephemeral=alone)

    async def _said(self, name: str, line: str) -> None:
        self._say(name, line)
        await self._settled()

    async def _press(self, name: str, message: Message, button: str) -> None:
        await self.world.press(self.people[name], message, button)
        await self._settled()

    async def _look(self, name: str, message: Message, button: str) -> None:
        """Open something, and have its message back where it has become that."""
        await self._press(name, message, button)
        if "‹ Back" in message.button_texts:
            await self._press(name, message, "‹ Back")

    async def _pay(self, plan: Message) -> None:
        """Press the first payment of the plan as the one who makes it."""
        button = next(text for text in plan.button_texts if "→" in text and "✓" not in text)
        name = re.split(r"\W", button, maxsplit=1)[0]
        await self._press(name, plan, button)

    async def _settled(self) -> None:
        """Wait until the bot is through: it asks for more, and then makes no other call."""
        async with asyncio.timeout(_UP_SECONDS):
            await self.world.acknowledged()
            before = None
            while before != (before := self._made()):  # noqa: ASYNC110 (of another process)
                await asyncio.sleep(_QUIET_SECONDS)

    def _made(self) -> int:
        return sum(count for call, count in self.world.calls.items() if call != "getUpdates")

    def _note(self, part: str) -> None:
        said = self.group.bot_messages[self._heard :]
        self._heard += len(said)
        calls = Counter(self.world.calls)
        new = calls - self._calls
        self._calls = calls
        to_one = sum(message.ephemeral is not None for message in said)
        changed = sum(count for call, count in new.items() if call in _CHANGES)
        gone = sum(message.deleted and message.ephemeral is None for message in said)
        self.parts[part] = Counted(len(said) - to_one, to_one, changed, gone)


@asynccontextmanager
async def _bot(tree: Path, directory: Path, url: str, token: str) -> AsyncIterator[None]:
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        "TELEGRAM_BOT_TOKEN": token,
        "TELEGRAM_API_URL": url,
        "TELEGRAM_LIMITS": "off",
        "COMMANDS_PER_MINUTE": "0",
        "DATABASE_URL": f"sqlite:///{directory / 'book.db'}",
    }
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, str(tree / "main.py"), "run"),
        cwd=directory,
        env=environment,
        stdout=asyncio.subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        await process.wait()


async def played(tree: Path, version: Version, *, taps: bool = False) -> dict[str, Counted]:
    """Play the evening with a checkout's bot on a server of a version; return what was sent."""
    world = World()
    world.bot_api = version
    with tempfile.TemporaryDirectory() as made:
        async with (
            Playground(world) as playground,
            _bot(tree, Path(made), playground.url, world.token),
        ):
            people = {
                name: world.add_person(name, name.lower(), language_code="en")
                for name in ("Asha", "Bob", "Chen", "Dia")
            }
            group = world.new_group("Goa trip", list(people.values()))
            welcome = await group.next_message(timeout_seconds=_UP_SECONDS)
            for person in people.values():
                await world.press(person, welcome, "Join")
            evening = Evening(world, group, people)
            await (evening.play_by_taps() if taps else evening.play())
    return evening.parts


def _total(parts: dict[str, Counted]) -> Counted:
    return Counted(
        sum(part.to_all for part in parts.values()),
        sum(part.to_one for part in parts.values()),
        sum(part.changed for part in parts.values()),
        sum(part.removed for part in parts.values()),
    )


def measure() -> Iterator[Row]:
    """Play this version's evening by commands on both servers, and by taps."""
    for version, taps in (*((version, False) for version in SERVERS), (SERVERS[-1], True)):
        parts = asyncio.run(played(ROOT, version, taps=taps))
        total = _total(parts)
        case = (
            f"{'by taps, from the board' if taps else 'typed'}, Bot API {version[0]}.{version[1]}"
        )
        ours = f"{total.to_all} messages to all, {total.to_one} to one person"
        if total.removed:
            ours = f"{ours}; {total.removed} of them removed again"
        told = ", ".join(f"{name}: {part.to_all}" for name, part in parts.items())
        yield Row(
            "Quiet evening", case, ours, "" if taps else f"the version before: {BEFORE}", told
        )


def table(parts: dict[str, Counted]) -> str:
    """Return what was counted as Markdown."""
    total = _total(parts)
    rows = [
        f"| {name} | {part.to_all} | {part.removed} | {part.to_one} | {part.changed} |"
        for name, part in {**parts, "**all**": total}.items()
    ]
    head = [
        "| | messages to all | removed again | to one person | messages changed |",
        "|---|---|---|---|---|",
    ]
    return "\n".join([*head, *rows])


def main() -> None:
    """Play the evening on both servers and print what was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tree", type=Path, default=ROOT, help="the checkout whose bot plays")
    parser.add_argument("--taps", action="store_true", help="from the board, not by commands")
    given = parser.parse_args()
    for version in SERVERS:
        parts = asyncio.run(played(given.tree.resolve(), version, taps=given.taps))
        print(f"Bot API {version[0]}.{version[1]}\n\n{table(parts)}\n")


if __name__ == "__main__":
    main()
