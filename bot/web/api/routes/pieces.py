"""How long lists are asked for: piece by piece, each behind the last one of the piece before."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Final

from fastapi import Query
from pydantic import BeforeValidator

_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST_LISTED: Final = 500
"""How many a piece has at most, and where nothing is said."""
Limit = Annotated[int, Query(ge=1, le=MOST_LISTED)]
After = Annotated[str | None, Query(description="The id of the last one of the piece before.")]


def _day(written: object) -> object:
    """Read a day as dates are written, and nothing that could be one: no number of seconds."""
    if not (isinstance(written, str) and _DAY.fullmatch(written)):
        raise ValueError("must be a day such as 2024-02-16")
    return written


DayAsked = Annotated[date, BeforeValidator(_day)]
"""A day in an address."""
