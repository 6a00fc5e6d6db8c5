"""`make bench`: measure everything and write docs/benchmarks.md."""

from __future__ import annotations

from pathlib import Path

from benchmarks import (
    api_calls,
    evening,
    fairness,
    fan_out,
    first_view,
    long_books,
    long_import,
    plans,
    throughput,
)
from benchmarks.table import page

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def main() -> None:
    """Measure one thing after the other; they would disturb each other."""
    rows = [
        *throughput.measure(),
        *api_calls.measure(),
        *first_view.measure(),
        *long_books.measure(),
        *plans.measure(),
        *fan_out.measure(),
        *fairness.measure(),
        *long_import.measure(),
        *evening.measure(),
    ]
    notes = (
        *(*throughput.NOTES, api_calls.NOTE, first_view.NOTE, long_books.NOTE, plans.NOTE),
        *(fan_out.NOTE, fairness.NOTE, long_import.NOTE, evening.NOTE),
    )
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(rows, notes), encoding="utf-8")
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
