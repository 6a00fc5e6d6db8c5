"""What came of it: the book and the answers, held against what was said."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace

from sqlalchemy import select

from bot.intake.inbox import InboxRow
from ledger.core.clock import SystemClock
from ledger.storage.database import Store
from ledger.storage.tables import ChatRow, EntryRow, MemberRow, RevisionRow, ShareRow
from ledger.upkeep.audit import audit
from tests.torture.hearing import HearingWorld
from tests.torture.oracle import Expected, Step, Told
from tests.torture.town import Town


@dataclass(frozen=True, slots=True)
class Verdict:
    """One run, and what befell the bot in it.

    `commands` counts the messages, `presses` the buttons, `recorded` the revisions that they
    led to, `repeated` the receipts that were posted twice. `misplaced` are books whose
    changes are all there but not in the order in which they were asked for; `left` are rows
    that stayed in the inbox, `aside` those that were set aside, as updates that can't be read.
    """

    commands: int
    presses: int
    recorded: int
    trouble: str = ""
    repeated: int = 0
    lost: int = 0
    doubled: int = 0
    misplaced: int = 0
    unanswered: int = 0
    findings: int = 0
    left: int = 0
    aside: int = 0
    details: list[str] = field(default_factory=list, compare=False)

    def after(self, trouble: str) -> Verdict:
        """Return the same with what happened to the bot meanwhile."""
        return replace(self, trouble=trouble)

    def check(self, aside: int = 0, *, anything: bool = True) -> None:
        """Raise AssertionError unless nothing is lost, doubled, misplaced or unanswered.

        `anything` asks that something was recorded at all.
        """
        bad = (
            self.lost,
            self.doubled,
            self.misplaced,
            self.unanswered,
            self.findings,
            self.left,
        )
        assert not any(bad), "\n".join([str(self), *self.details[:20]])
        assert self.aside == aside, "\n".join([str(self), *self.details[:20]])
        assert self.recorded or not anything, "nothing was recorded"


def judge(town: Town, store: Store) -> Verdict:
    """Compare a store that nobody writes to any more with what the town said."""
    expected = town.expected()
    steps = read_steps(store)
    details: list[str] = []
    lost = doubled = misplaced = unanswered = 0
    for chat_id, book in expected.items():
        must, found = Counter(book.steps), Counter(steps.get(chat_id, []))
        lost += (must - found).total()
        doubled += (found - must).total()
        details += [f"{chat_id} lost {step}" for step in must - found]
        details += [f"{chat_id} doubled {step}" for step in found - must]
        if must == found and book.steps != steps.get(chat_id, []):
            misplaced += 1
            pairs = list(zip(book.steps, steps[chat_id], strict=True))
            first = next(at for at, (wanted, done) in enumerate(pairs) if wanted != done)
            shown = "; ".join(f"{wanted} / {done}" for wanted, done in pairs[first : first + 3])
            details.append(f"{chat_id} misplaced from change {first + 1} on: {shown}")
        silent = _unanswered(town.world, book)
        unanswered += len(silent)
        details += [f"{chat_id} unanswered {told}" for told in silent]
    findings = audit(store)
    details += [str(finding) for finding in findings]
    left, aside = inbox(store)
    return Verdict(
        town.commands,
        town.presses,
        sum(len(book.steps) for book in expected.values()),
        repeated=_repeated(town.world),
        lost=lost,
        doubled=doubled,
        misplaced=misplaced,
        unanswered=unanswered,
        findings=len(findings),
        left=len(left),
        aside=len(aside),
        details=details + left + aside,
    )


def judge_book(town: Town, url: str) -> Verdict:
    """The same for the database at an address."""
    store = Store(url, SystemClock())
    try:
        return judge(town, store)
    finally:
        store.dispose()


def read_steps(store: Store) -> dict[int, list[Step]]:
    """Return every chat's revisions, in the order of its changes."""
    with store.transaction() as tx:
        owers: dict[tuple[int, int], set[int]] = defaultdict(set)
        shares = (
            select(ShareRow.entry_id, ShareRow.revision, MemberRow.user_id)
            .join(MemberRow, MemberRow.id == ShareRow.member_id)
            .where(ShareRow.owed_minor > 0)
        )
        for share in tx.connection.execute(shares):
            owers[share.entry_id, share.revision].add(share.user_id)
        revisions = (
            select(
                ChatRow.chat_id,
                EntryRow.id,
                EntryRow.number,
                RevisionRow.number.label("revision"),
                RevisionRow.action,
                RevisionRow.amount_minor,
            )
            .join(EntryRow, EntryRow.id == RevisionRow.entry_id)
            .join(ChatRow, ChatRow.group_id == RevisionRow.group_id)
            .order_by(RevisionRow.group_id, RevisionRow.change)
        )
        steps: dict[int, list[Step]] = defaultdict(list)
        for row in tx.connection.execute(revisions):
            steps[row.chat_id].append(
                Step(
                    row.number,
                    row.action.value,
                    row.amount_minor // 100,
                    frozenset(owers[row.id, row.revision]),
                )
            )
    return steps


def inbox(store: Store) -> tuple[list[str], list[str]]:
    """Return what waits in the inbox, and what was set aside there."""
    with store.transaction() as tx:
        rows = tx.connection.execute(select(InboxRow)).all()
    left = [f"in the inbox: {row.payload}" for row in rows if row.reference is None]
    aside = [f"set aside: {row.reason} {row.payload}" for row in rows if row.reference]
    return left, aside


def _unanswered(world: HearingWorld, book: Expected) -> list[Told]:
    """Return the commands that nothing the bot ever said or showed here can be the answer to."""
    chats = {told.chat for told in book.told}
    quoted = {(chat_id, said.reply_to) for chat_id in chats for said in world.heard[chat_id]}
    heard = [said.text for chat_id in chats for said in world.heard[chat_id]]
    crossed = Counter(_number(text) for text in heard if text.startswith("🗑"))
    deletions = Counter(step.number for step in book.steps if step.action == "delete")
    all_said = "\n".join(heard)

    def is_answered(told: Told) -> bool:
        if told.press is not None:
            return world.presses[told.press].answer is not None
        if (told.chat, told.message) in quoted or told.step is None:
            return (told.chat, told.message) in quoted
        if told.step.action == "delete":
            return crossed[told.step.number] >= deletions[told.step.number]
        return f"₹{told.step.amount:,}" in all_said

    return [told for told in book.told if not is_answered(told)]


def _number(text: str) -> int:
    return int(text.partition("#")[2].partition(" ")[0])


def _repeated(world: HearingWorld) -> int:
    """Return how many messages were posted again with the same words."""
    return sum(
        number - 1
        for heard in world.heard.values()
        for number in Counter(
            (said.text, said.reply_to)
            for said in heard
            if not said.redrawn and said.text.startswith(("🧾", "✔"))
        ).values()
    )
