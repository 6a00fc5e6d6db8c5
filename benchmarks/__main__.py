"""`make bench`: measure everything and write docs/benchmarks.md."""

from __future__ import annotations

from pathlib import Path

from benchmarks import fan_out, long_books, plans, throughput
from benchmarks.table import page

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def main() -> None:
    """Measure one thing after the other; they would disturb each other."""
    rows = [
        *throughput.measure(),
        *long_books.measure(),
        *plans.measure(),
        *fan_out.measure(),
    ]
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(
        page(rows, (*throughput.NOTES, long_books.NOTE, plans.NOTE, fan_out.NOTE)), encoding="utf-8"
    )
    print(PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
