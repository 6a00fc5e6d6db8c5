"""The one table that the benchmarks write, and the machine it was measured on."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    `beside` is what All Square is compared with, `figure` the comparison and `wanted` its
    bound; each is empty where there is none.
    """

    measured: str
    case: str
    ours: str
    beside: str = ""
    figure: str = ""
    wanted: str = ""

    def markdown(self) -> str:
        """Return the line as Markdown."""
        cells = (self.measured, self.case, self.ours, self.beside, self.figure, self.wanted)
        return f"| {' | '.join(cells)} |"


def verdict(figure: str, met: bool) -> str:
    """Return a figure that has a bound, marked where it misses it."""
    return figure if met else f"**{figure}, missed**"


def machine() -> str:
    """Name the processor, its cores, the memory and the system."""
    processor = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{processor}, {os.cpu_count()} cores, {gib:.0f} GiB, {platform.system()}"


def versions() -> str:
    """Name the versions of what carries the load."""
    packages = ("python-telegram-bot", "SQLAlchemy", "psycopg", "httpx", "fastapi", "debts")
    return ", ".join(
        (
            f"Python {sys.version.split()[0]}",
            f"SQLite {sqlite3.sqlite_version}",
            *(f"{package} {version(package)}" for package in packages),
        )
    )


def page(rows: Iterable[Row], notes: Iterable[str]) -> str:
    """Return the whole page."""
    head = Row("Measured", "Case", "All Square", "Beside it", "Figure", "Wanted")
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`, which takes about half an hour.",
        "",
        f"- Machine: {machine()}",
        f"- Versions: {versions()}",
        f"- Day: {datetime.now(UTC):%Y-%m-%d}",
        "",
        head.markdown(),
        "|" + "---|" * 6,
        *(row.markdown() for row in rows),
        "",
        *(f"- {note}" for note in notes),
    ]
    return "\n".join(lines) + "\n"
