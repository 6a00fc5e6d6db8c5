"""The languages people can choose, and what is known of each without loading it.

Babel keeps about a megabyte for each locale it is asked about, so that lists of all languages
are made from this; a test holds it against Babel.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Final

from babel import Locale

_OWN_NAMES: Final = {
    "en": "English",
    "en_IN": "English (India)",
    "hi": "हिन्दी",
    "es": "español",
    "pt_BR": "português (Brasil)",
    "de": "Deutsch",
    "fr": "français",
    "it": "italiano",
    "ru": "русский",
    "uk": "українська",
    "tr": "Türkçe",
    "id": "Indonesia",
    "ar": "العربية",
}
"""What each language calls itself, by locale."""

OFFERED: Final = tuple(_OWN_NAMES)
"""The languages people can choose, by locale."""

RIGHT_TO_LEFT: Final = frozenset({"ar"})
"""Those of them that are written from right to left."""

_CATALOGUES: Final = {"en_IN": "en"}
"""Locales that write numbers and dates differently, but say the same words as another."""

_CLOSE: Final = 0.75


def own_name(code: str) -> str:
    """Return what an offered language calls itself within a sentence: "español"."""
    return _OWN_NAMES[code]


def label(code: str) -> str:
    """Return what an offered language calls itself at the head of a line: "Español"."""
    name = _OWN_NAMES[code]
    return name[0].upper() + name[1:]


def catalogue_of(code: str) -> str:
    """Return the locale whose catalogue an offered language speaks by."""
    return _CATALOGUES.get(code, code)


def best_offered(code: str | None) -> str:
    """Return the best offered language for a code such as Telegram's "hi" or "pt-br"."""
    return _offered(code) or "en"


def is_spoken(code: str | None) -> bool:
    """Tell whether we speak somebody's language, in whatever country's way."""
    return _offered(code) is not None


def _offered(code: str | None) -> str | None:
    words = (code or "").replace("-", "_").split("_")
    language, exact = words[0].lower(), f"{words[0].lower()}_{words[-1].upper()}"
    near = (wanted for wanted in OFFERED if wanted.partition("_")[0] == language)
    return exact if exact in OFFERED else next(near, None)


def named(written: str) -> str | None:
    """Return the language somebody means by its code, or by its name in English or its own."""
    return _by_name().get(_key(written))


def named_nearly(written: str) -> tuple[str, ...]:
    """Return the languages whose names or codes look like what somebody wrote, at most three."""
    names = _by_name()
    close = get_close_matches(_key(written), names, n=3, cutoff=_CLOSE)
    return tuple(dict.fromkeys(names[name] for name in close))


def _by_name() -> dict[str, str]:
    names: dict[str, str] = {}
    for code, own in _OWN_NAMES.items():
        english = Locale.parse(code).get_language_name("en") or code
        territory = Locale.parse(code).get_territory_name("en")
        told = f"{english} ({territory})" if territory else english
        for name in (code, own, told):
            names[_key(name)] = code
        for name in (english, own.partition(" (")[0], code.partition("_")[0]):
            names.setdefault(_key(name), code)
    return names


def _key(written: str) -> str:
    return " ".join(written.replace("-", "_").casefold().split())
