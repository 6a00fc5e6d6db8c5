"""People's mistakes in words: what was understood, what is wrong, and a line that works."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.pages import text
from bot.views.refusals import rights, slips, sums, timing
from bot.views.refusals.mistake import Mistake, Telling
from bot.views.reply import Reply
from ledger.core.entries import Entry
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Member, Name

MAX_EXAMPLES: Final = 3
_MAX_EXAMPLE: Final = 1000
"""Characters; a line that was longer is not worth copying."""

_TELLINGS: Final[dict[Code, Telling]] = {
    **sums.TELLINGS,
    **slips.TELLINGS,
    **rights.TELLINGS,
    **timing.TELLINGS,
}


def refusal(
    say: Language,
    error: LedgerError,
    example: str | None = None,
    line: ExpenseLine | None = None,
) -> Reply:
    """Return the answer to a mistake.

    `example` is a corrected line to copy; the error's own detail `examples` goes before it.
    The detail `kept` is the entry that the edit of its message could not change.
    `line` is what was understood of a /split, where it got as far as that.
    """
    mistake = Mistake(say, error.details, line)
    told = _TELLINGS[error.code](mistake)
    examples = mistake.examples or (_otherwise(error) if example is None else (example,))
    return Reply(text(told, _kept(say, error), *_to_copy(say, examples)))


def with_name_meant(error: LedgerError, typed: str) -> str | None:
    """Return a line with the name of whoever was perhaps meant in the place of an unknown one."""
    name, near = error.details.get("name"), error.details.get("near")
    if not isinstance(name, Name) or not isinstance(near, Member) or "\n" in typed:
        return None
    written = re.compile(rf"(?<!\w)@?{re.escape(name.text)}(?!\w)")
    meant = "@" + "_".join((near.username or near.first_name).split())
    example, count = written.subn(lambda _: meant, typed)
    return example if count == 1 and example != typed else None


def told(say: Language, error: LedgerError) -> Markup:
    """Return a mistake in words alone, for an answer that tells of several."""
    return _TELLINGS[error.code](Mistake(say, error.details, None))


def _kept(say: Language, error: LedgerError) -> Markup | None:
    entry = error.details.get("kept")
    if not isinstance(entry, Entry):
        return None
    return say("#{number} stays as it was.", number=entry.number)


def _otherwise(error: LedgerError) -> tuple[str, ...]:
    """Return what helps where the line itself can't be mended."""
    nearest = error.details.get("nearest")
    if error.code is Code.UNKNOWN_TIMEZONE and isinstance(nearest, tuple):
        return tuple(f"/timezone {zone}" for zone in nearest or ("Asia/Kolkata",))
    if error.code is Code.UNKNOWN_NAME and error.details.get("name") is not None:
        return ("/members",)
    return ()


def _to_copy(say: Language, examples: tuple[str, ...]) -> list[Markup]:
    lines = [line for line in examples if len(line) <= _MAX_EXAMPLE][:MAX_EXAMPLES]
    if len(lines) == 1:
        return [say("Try:  <code>{example}</code>", example=lines[0])]
    return [
        say("Try:  <code>{example}</code>", example=line)
        if place == 0
        else say("or:  <code>{example}</code>", example=line)
        for place, line in enumerate(lines)
    ]
