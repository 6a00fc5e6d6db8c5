"""The measured part of docs/reliability.md, between two marks."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.torture.load import COMMANDS, DELAY_MS, Throughput
from tests.torture.verdict import Verdict

BEGIN = "<!-- What `make torture` writes begins here. -->"
END = "<!-- And ends here. -->"


@dataclass(frozen=True, slots=True)
class Line:
    """One scenario's line; `aside` is how many updates it had that nobody can read."""

    name: str
    kind: str
    verdict: Verdict
    aside: int = 0

    @property
    def is_sound(self) -> bool:
        """Whether nothing was lost, doubled, misplaced or unanswered."""
        try:
            self.verdict.check(self.aside)
        except AssertionError:
            return False
        return True

    def markdown(self) -> str:
        """Return the line as Markdown."""
        verdict = self.verdict
        cells = (
            f"{self.name}: {verdict.trouble}",
            self.kind,
            f"{verdict.commands:,} + {verdict.presses:,}",
            f"{verdict.recorded:,}",
            *(
                str(number) if not number else f"**{number}**"
                for number in (
                    verdict.lost,
                    verdict.doubled,
                    verdict.misplaced,
                    verdict.unanswered,
                    verdict.findings + verdict.left,
                )
            ),
            str(verdict.repeated),
        )
        return f"| {' | '.join(cells)} |"


def write(
    page: Path, lines: Iterable[Line], about: Iterable[str], load: Sequence[Throughput]
) -> None:
    """Write the table, what it was made on, and the load test into the page."""
    heads = (
        "What happened",
        "Database",
        "Commands + presses",
        "Recorded",
        "Lost",
        "Doubled",
        "Out of order",
        "Unanswered",
        "Audit, inbox",
        "Receipts posted again",
    )
    told = [
        BEGIN,
        "",
        f"| {' | '.join(heads)} |",
        "|" + "---|" * len(heads),
        *(line.markdown() for line in lines),
        "",
        *(f"- {fact}" for fact in about),
        *_load(load),
        "",
        END,
    ]
    text = page.read_text(encoding="utf-8")
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    page.write_text(before + "\n".join(told) + after, encoding="utf-8")


def _load(load: Sequence[Throughput]) -> list[str]:
    if not load:
        return []
    rates = {
        bots: statistics.median(one.per_second for one in load if one.bots == bots)
        for bots in sorted({one.bots for one in load})
    }
    done = " and ".join(
        f"{rate:.0f} a second with {bots} process{'es' if bots > 1 else ''}"
        for bots, rate in rates.items()
    )
    return [
        (
            f"- Load, by webhook over one PostgreSQL, with a Bot API that answers after "
            f"{DELAY_MS:.0f} ms: {done} (`/split` commands, medians of "
            f"{len(load) // len(rates)} runs of {COMMANDS:,}; Telegram, the database and the "
            "bots share the machine)."
        )
    ]
