"""Answers held against a contract's examples word for word, ids and times aside."""

from __future__ import annotations

import json
import re
from typing import Any

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")


class Wording:
    """Which id of ours stands for which of the examples: each for one, all the way through."""

    def __init__(self) -> None:
        self.ours: dict[str, str] = {}

    def body(self, example: str) -> Any:  # JSON
        """Return a body of the examples with our ids in place of theirs."""
        return json.loads(_UUID.sub(lambda found: self.ours[found[0]], example))

    def path(self, example: str) -> str:
        """Return a path of the examples with our ids."""
        return _UUID.sub(lambda found: self.ours[found[0]], example)

    def hold(self, told: Any, example: str) -> None:  # JSON
        """Fail where an answer has another shape, order or word than an example."""
        self._hold(told, json.loads(re.sub(r",(\s*[}\]])", r"\1", example)), "answer")

    def _hold(self, told: Any, example: Any, where: str) -> None:
        if isinstance(example, dict):
            assert list(told) == list(example), where
            for name, value in example.items():
                self._hold(told[name], value, f"{where}.{name}")
        elif isinstance(example, list):
            assert len(told) == len(example), where
            for place, value in enumerate(example):
                self._hold(told[place], value, f"{where}[{place}]")
        elif isinstance(example, str) and _UUID.fullmatch(example):
            assert _UUID.fullmatch(told), where
            assert self.ours.setdefault(example, told) == told, where
        elif isinstance(example, str) and _MOMENT.fullmatch(example):
            assert _MOMENT.fullmatch(told), where
        else:
            assert (type(told), told) == (type(example), example), where
