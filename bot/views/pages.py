"""Long answers by the page: whole lines, never cut inside markup, never above Telegram's limit."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.reply import Button, Keyboard, Verb, press

LINES: Final = 40
"""Lines on a page: more than a phone shows at once is more than anybody reads."""
BUDGET: Final = 3000
"""UTF-16 units of a page's lines, markup included; Telegram's 4096 with room for a heading."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of lines; `number` counts from 0 and is within `pages`."""

    lines: tuple[Markup, ...]
    number: int
    pages: int


class Heading(Markup):
    """A line that is never the last of a page: it stays with what stands below it."""


def text(*lines: Markup | None) -> Markup:
    """Return the lines below one another, without those that are None."""
    return Markup("\n").join(line for line in lines if line is not None)


def plain_text(markup: str) -> str:
    """Return Telegram HTML as the plain text it shows."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def units(line: str) -> int:
    """Return a text's length as Telegram counts it, in UTF-16 code units."""
    return len(line.encode("utf-16-le")) // 2


def fitted(markup: Markup, limit: int) -> Markup:
    """Return a text as it is, or as many of its lines as fit in `limit` units as Telegram counts.

    The last resort for an answer that was to be paged and was not: what was recorded must be
    told. A tag that is open where the text ends costs it its formatting.
    """
    if units(plain_text(markup)) <= limit:
        return markup
    lines = markup.split("\n")
    while len(lines) > 1 and units(plain_text("\n".join(lines))) > limit - 2:
        del lines[max(1, len(lines) * 15 // 16) :]
    kept = "\n".join([*lines, _CUT])
    shown = plain_text(kept)
    if units(shown) > limit:
        shown = shown.encode("utf-16-le")[: 2 * (limit - 2)].decode("utf-16-le", "ignore") + _CUT
    elif all(kept.count(f"<{tag}") == kept.count(f"</{tag}") for tag in _TAG.findall(kept)):
        return Markup(kept)  # noqa: S704  # lines of what was markup
    return Markup.escape(shown)


_CUT: Final = "…"
_TAG: Final = re.compile(r"<([a-z]+)")


def paged(lines: Iterable[Markup], number: int, limit: int = LINES, budget: int = BUDGET) -> Page:
    """Return the page with that number, or the last one where there are fewer."""
    pages: list[list[Markup]] = [[]]
    used = 0
    for line in lines:
        size = units(line) + 1
        if pages[-1] and (len(pages[-1]) >= limit or used + size > budget):
            headings = _headings_below(pages[-1])
            pages.append(headings)
            used = sum(units(heading) + 1 for heading in headings)
        pages[-1].append(line)
        used += size
    chosen = min(number, len(pages) - 1)
    return Page(tuple(pages[chosen]), chosen, len(pages))


def _headings_below(page: list[Markup]) -> list[Markup]:
    """Take the headings off the end of a page that has anything else."""
    last = len(page)
    while last and isinstance(page[last - 1], Heading):
        last -= 1
    if not last:
        return []
    headings = page[last:]
    del page[last:]
    return headings


def footer(say: Language, number: int, pages: int) -> Markup | None:
    """Return the line that says which page this is, where there are several."""
    if pages <= 1:
        return None
    return say(
        "<i>Page {page} of {pages}</i>", page=say.number(number + 1), pages=say.number(pages)
    )


TURNERS: Final = ("‹", "›")
"""The labels of the buttons to the pages before and after."""


def turners(
    verb: Verb, number: int, pages: int, *rest: str | int, before: tuple[str | int, ...] = ()
) -> tuple[Button, ...]:
    """Return the buttons to the pages before and after; empty where there is but one.

    `before` and `rest` are the verb's arguments before and behind the page.
    """
    return tuple(
        Button(label, press(verb, *before, target, *rest))
        for label, target in zip(TURNERS, (number - 1, number + 1), strict=True)
        if 0 <= target < pages
    )


def keyboard(*rows: Sequence[Button]) -> tuple[tuple[Button, ...], ...]:
    """Return the rows that have buttons."""
    return tuple(tuple(row) for row in rows if row)


def in_rows(buttons: Sequence[Button], wide: int) -> Keyboard:
    """Return buttons in rows of so many."""
    return tuple(tuple(buttons[at : at + wide]) for at in range(0, len(buttons), wide))
