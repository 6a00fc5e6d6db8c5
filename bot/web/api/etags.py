"""Versions of entries in headers: whoever changes one may say which they have seen."""

from __future__ import annotations

import re
from typing import Annotated, Final

from fastapi import Depends, Header

from bot.web.api.errors import bad_request, conflict
from ledger.core.entries import Entry

_TAG: Final = re.compile(r'(?:W/)?"([^"]*)"')
_TAGS: Final = re.compile(rf"\s*{_TAG.pattern}\s*(?:,\s*{_TAG.pattern}\s*)*")


def etag(entry: Entry) -> dict[str, str]:
    """Return the header that tells an entry's version."""
    return {"ETag": f'"{entry.revision.number}"'}


class Seen:
    """The versions that a change is meant for; any where it names none."""

    def __init__(self, tags: frozenset[str] | None) -> None:
        self._tags = tags

    def check(self, entry: Entry) -> None:
        """Raise ApiError 409 where the entry has another version by now."""
        if self._tags is not None and str(entry.revision.number) not in self._tags:
            raise conflict(
                "changed_since",
                f"This was changed meanwhile: it has version {entry.revision.number} now.",
            )


def seen_of(
    if_match: Annotated[
        str | None, Header(description="The ETag of the version that is to be changed.")
    ] = None,
) -> Seen:
    """Return what a request says it has seen; raise ApiError 400 for what is no ETag."""
    if if_match is None or if_match.strip() == "*":
        return Seen(None)
    if not _TAGS.fullmatch(if_match):
        raise bad_request('If-Match must be an ETag such as "3".')
    return Seen(frozenset(_TAG.findall(if_match)))


IfSeen = Annotated[Seen, Depends(seen_of)]
"""A parameter of a route that changes an entry."""
