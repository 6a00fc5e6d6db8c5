"""What is let go of all that Babel has loaded, and that nobody misses it."""

from __future__ import annotations

import pickle
from pathlib import Path

import babel.core
import pytest
from babel import Locale, UnknownLocaleError
from babel.core import get_global

from bot.language.lean_locales import lean_locale

_GLOBAL = Path(babel.core.__file__).with_name("global.dat")


def _found(codes: list[str]) -> list[str | None]:
    found: list[str | None] = []
    for code in codes:
        try:
            found.append(str(Locale.parse(code)))
        except (ValueError, UnknownLocaleError):
            found.append(None)
    return found


def test_of_all_languages_the_same_are_found_without_those_that_babel_has_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = pickle.loads(_GLOBAL.read_bytes())
    known = len(whole["likely_subtags"])
    codes = [*whole["likely_subtags"], *whole["language_aliases"], "zh_TW", "pt_PT"]
    lean_locale("en")
    lean = _found(codes)
    assert len(get_global("likely_subtags")) < known / 5
    monkeypatch.setattr(babel.core, "_global_data", whole)
    assert _found(codes) == lean
