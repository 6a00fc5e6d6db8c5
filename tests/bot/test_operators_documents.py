"""What the operator's documents name is there: metrics, commands, the record's fields."""

from __future__ import annotations

import re
from pathlib import Path

from prometheus_client import REGISTRY

import bot.runtime.metrics  # noqa: F401  (registers what is counted)
from main import _parser

DOCS = Path(__file__).parents[2] / "docs"
OPERATIONS = (DOCS / "operations.md").read_text(encoding="utf-8")


def test_every_metric_is_told_and_no_other() -> None:
    told = set(re.findall(r"^\| `(all_square_[a-z_]+)` \| ([a-z]+)", OPERATIONS, re.MULTILINE))
    counted = {
        (metric.name + ("_total" if metric.type == "counter" else ""), metric.type)
        for metric in REGISTRY.collect()
        if metric.name.startswith("all_square")
    }
    assert told == counted


def test_the_commands_that_are_told_can_be_typed() -> None:
    parser = _parser()
    lines = re.findall(r"main\.py ([a-z]+)((?: --[a-z]+)?(?: [A-Z0-9/][\w/.]*)?)", OPERATIONS)
    assert {name for name, _ in lines} >= {"audit", "backup", "migrate"}
    for name, arguments in lines:
        parser.parse_args([name, *arguments.split()])
