"""The examples of the contracts, word for word, ids and times aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.web.api.conftest import SERVICE, Office
from tests.bot.web.api.wording import Wording

EXAMPLES = Path(__file__).parent / "examples"
_STEP = re.compile(
    r"^## (?P<method>[A-Z]+) (?P<path>\S+)\n\n(?:```json\n(?P<body>.*?)\n```\n\n)?"
    r"### (?P<status>\d+)\n\n```json\n(?P<answer>.*?)\n```",
    re.MULTILINE | re.DOTALL,
)


def steps(name: str) -> Iterator[re.Match[str]]:
    """Yield the calls of an example with their answers."""
    written = (EXAMPLES / name).read_text("utf-8")
    found = list(_STEP.finditer(written))
    assert len(found) == written.count("\n## ")
    yield from found


@pytest.mark.parametrize("name", sorted(path.name for path in EXAMPLES.glob("*.md")))
async def test_an_example_is_answered_word_for_word(each: Office, name: str) -> None:
    wording = Wording()
    for step in steps(name):
        body = None if step["body"] is None else wording.body(step["body"])
        told = await each.ask(step["method"], wording.path(step["path"]), body, SERVICE)
        assert told.status_code == int(step["status"]), (step["path"], told.text)
        wording.hold(told.json(), step["answer"])
