"""A day of a month before the amount, in every language."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.friends import booked
from tests.handlers.grammar.groups import circle


@pytest.mark.parametrize(
    ("code", "text", "meant"),
    [
        ("en", "16 feb 20 pizza", "20 pizza on 16: all"),
        ("en", "2 mar 20 pizza", "20 pizza on 2: all"),
        ("en", "pizza 16 feb 20", "20 pizza on 16: all"),
        ("en", "on 16 feb 20 pizza", "20 pizza on 16: all"),
        ("en", "16th of feb 20 eur pizza", "20 EUR pizza on 16: all"),
        ("en", "16 feb 2024 20 pizza bob 5", "20 pizza on 16: Asha 15 Bob 5"),
        ("en", "bob and chen 16 feb 20 pizza", "20 pizza on 16: Asha 6.67 Bob 6.67 Chen 6.66"),
        ("en", "feb 16 20 pizza", "20 pizza on 16: all"),
        ("en", "16 feb pizza", "16 feb pizza: all"),
        ("de", "16. februar 20 pizza", "20 pizza on 16: all"),
        ("de", "pizza am 16. februar 20", "20 pizza on 16: all"),
        ("fr", "le 16 février 20 pizza", "20 pizza on 16: all"),
        ("es", "16 de febrero 20 pizza", "20 pizza on 16: all"),
        ("pt_BR", "16 de fevereiro 20 pizza", "20 pizza on 16: all"),
        ("it", "16 febbraio 20 pizza", "20 pizza on 16: all"),
        ("ru", "16 февраля 20 пицца", "20 пицца on 16: all"),
        ("uk", "16 лютого 20 піца", "20 піца on 16: all"),
        ("tr", "16 şubat 20 pizza", "20 pizza on 16: all"),
        ("id", "16 februari 20 pizza", "20 pizza on 16: all"),
        ("hi", "16 फ़रवरी 20 पिज़्ज़ा", "20 पिज़्ज़ा on 16: all"),
        ("ar", "16 فبراير 20 بيتزا", "20 بيتزا on 16: all"),
    ],
)
def test_the_first_number_is_of_the_month(code: str, text: str, meant: str) -> None:
    assert booked(circle(code, "Asha Bob Chen Dee"), f"/split {text}") == meant
