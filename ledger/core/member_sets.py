"""Named sets of people: `@flat2` for those who live there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ledger.core.members import MemberId

_NAME: Final = re.compile(r"[^\W\d]\w{1,31}")


def is_set_name(text: str) -> bool:
    """Tell whether a set may be called so: one word, as a line has it behind its @."""
    return _NAME.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class MemberSet:
    """A few people under one name; `members` in the order in which they were named."""

    name: str
    members: tuple[MemberId, ...]
