"""The names of days and months people may type are CLDR's."""

from __future__ import annotations

import pytest
from babel import Locale

from handlers.grammar.vocabulary import LANGUAGES, vocabulary
from handlers.grammar.vocabulary.calendar_names import CALENDAR


@pytest.mark.parametrize("code", LANGUAGES)
def test_names_are_those_of_cldr(code: str) -> None:
    locale, names = Locale.parse(code), CALENDAR[code]
    days = locale.days["format"]
    assert names.days.split("|") == [days["wide"][day].replace("ʼ", "'") for day in range(7)]
    assert names.short_days.split("|") == [days["abbreviated"][day].rstrip(".") for day in range(7)]
    for month, told in enumerate(names.months.split("|"), 1):
        assert set(told.split()) == {
            widths[width][month].rstrip(".")
            for widths in locale.months.values()
            for width in ("wide", "abbreviated")
        }


def test_who_speak_the_same_share_its_words() -> None:
    assert vocabulary(frozenset({"en_IN", "de_AT"})) is vocabulary(frozenset({"de"}))
    assert vocabulary(frozenset({"en"})) is vocabulary(frozenset())
