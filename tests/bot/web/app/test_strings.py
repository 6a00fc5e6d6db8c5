"""What the Mini App says, in every language of the bot."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.language.offered import OFFERED
from bot.web.app.strings import messages, strings


def spoken(code: str) -> dict[str, Any]:
    return dict(json.loads(strings(code).content)["data"])


@pytest.mark.parametrize("code", OFFERED)
def test_every_language_says_every_message(code: str) -> None:
    told = spoken(code)
    assert told["language"] == code
    assert len(told["strings"]) == len(messages()) > 30
    assert set(told["languages"]) == set(OFFERED)


def test_a_message_with_a_number_has_a_form_for_each_plural_category() -> None:
    assert spoken("en")["strings"]["{count} people"] == {
        "one": "{count} person",
        "other": "{count} people",
    }
    assert set(spoken("ru")["strings"]["{count} people"]) == {"one", "few", "many"}
    assert set(spoken("ar")["strings"]["{count} people"]) == {
        *("zero", "one", "two", "few", "many", "other")
    }


def test_a_language_nobody_speaks_here_is_english() -> None:
    assert spoken("xx")["language"] == "en"
    assert spoken("pt-br")["locale"] == "pt-BR"


def test_arabic_runs_from_right_to_left_with_its_placeholders_apart() -> None:
    told = spoken("ar")
    assert told["direction"] == "rtl"
    assert (
        "\N{FIRST STRONG ISOLATE}{amount}\N{POP DIRECTIONAL ISOLATE}"
        in (told["strings"]["{amount} came back"])
    )


def test_currencies_have_the_decimals_of_iso_4217() -> None:
    decimals = spoken("en")["currencies"]
    assert (decimals["INR"], decimals["JPY"], decimals["IQD"]) == (2, 0, 3)
