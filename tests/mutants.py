"""The verdict of `make mutants`: it fails where more than a twentieth of those tried survive.

Those that no test runs count as surviving. Which survivors there are, mutmut lists; why each of
them may, docs/mutants.md says.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

STATS: Final = Path("mutants/mutmut-cicd-stats.json")
_MOST_SURVIVING_PERCENT: Final = 5


def verdict(stats: Mapping[str, int]) -> tuple[str, bool]:
    """Return what mutmut's figures come to in words, and whether few enough survive."""
    killed = stats["killed"] + stats["timeout"] + stats["segfault"]
    survived = stats["survived"] + stats["no_tests"] + stats["suspicious"]
    tried = killed + survived
    if not tried:
        return "No mutant was tried.", False
    percent = 100 * survived / tried
    told = f"{survived} of {tried} mutants survive: {percent:.1f} %."
    return told, percent <= _MOST_SURVIVING_PERCENT


def main() -> int:
    """Print the verdict of the last run; return 1 where too many survive."""
    told, is_well = verdict(json.loads(STATS.read_text()))
    sys.stdout.write(f"{told}\n")
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
