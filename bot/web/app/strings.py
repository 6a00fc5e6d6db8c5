"""What the Mini App says, in one language: the messages that its scripts name, by their English.

The catalogues are the bot's own. Messages with a number come in the forms of CLDR's plural
categories, as a browser's `Intl.PluralRules` asks for them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from babel.messages.extract import extract_from_dir

from bot.language.catalogues import Language, language_for
from bot.language.offered import OFFERED, RIGHT_TO_LEFT, label
from bot.web.app.held_files import PAGE, Held, held
from ledger.core.money import currencies, exponent

KEYWORDS: Final = {"say": None, "sayCount": (1, 2)}
"""The scripts' functions that say a message."""
_COUNTS: Final = 200
"""Numbers up to which each category of a language has been met."""


@cache
def strings(code: str) -> Held:
    """Return the best language for a code as JSON that is ready to be sent."""
    say = language_for(code)
    told = {
        "language": say.code,
        "locale": say.code.replace("_", "-"),
        "direction": "rtl" if say.code in RIGHT_TO_LEFT else "ltr",
        "languages": {offered: label(offered) for offered in OFFERED},
        "currencies": {code: exponent(code) for code in currencies()},
        "strings": dict(_told(say)),
    }
    content = json.dumps({"success": True, "data": told}, ensure_ascii=False)
    return held(content.encode(), "application/json")


def _told(say: Language) -> Iterator[tuple[str, str | Mapping[str, str]]]:
    for message in messages():
        if isinstance(message, str):
            yield message, say.template(message)
        else:
            singular, plural = message
            category = say.locale.plural_form
            yield (
                plural,
                {category(n): say.template_n(singular, plural, n) for n in range(_COUNTS, -1, -1)},
            )


@cache
def messages() -> tuple[str | tuple[str, str], ...]:
    """Return the messages that the scripts say; those with a number in both English forms."""
    found = extract_from_dir(PAGE, [("**.js", "javascript")], keywords=KEYWORDS)
    said: set[Any] = {message for _, _, message, _, _ in found}
    return tuple(sorted(said, key=str))
