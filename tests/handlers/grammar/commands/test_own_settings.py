"""/simplify and /stats take the words of the language that is spoken; English always works."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.own_language import with_english_period
from handlers.grammar.commands.setting_line import read_switch
from handlers.grammar.lexer import from_text
from ledger.core.errors import LedgerError
from tests.handlers.grammar.groups import circle


@pytest.mark.parametrize(
    ("code", "text", "english"),
    [
        ("en", "last month", "last month"),
        ("es", "el mes pasado", "last month"),
        ("es", "este año", "year"),
        ("es", "todo", "all"),
        ("pt_BR", "mês passado", "last month"),
        ("de", "letzten monat", "last month"),
        ("de", "letztes jahr", "last year"),
        ("de", "last year", "last year"),
        ("fr", "le mois dernier", "last month"),
        ("fr", "cette année", "year"),
        ("it", "il mese scorso", "last month"),
        ("it", "quest'anno", "year"),
        ("ru", "за прошлый год", "last year"),
        ("ru", "за всё время", "all"),
        ("ru", "март", "mar"),
        ("uk", "минулого місяця", "last month"),
        ("tr", "geçen ay", "last month"),
        ("id", "bulan lalu", "last month"),
        ("ar", "الشهر الماضي", "last month"),
        ("ar", "هذه السنة", "year"),
        ("hi", "पिछले महीने", "last month"),
        ("hi", "pichle saal", "last year"),
        ("de", "monat und jahr", "monat und jahr"),
        ("de", "monat @bob", "monat @bob"),
    ],
)
def test_periods(code: str, text: str, english: str) -> None:
    line = with_english_period(from_text(f"/stats {text}"), circle(code, "Asha Bob"))
    assert " ".join(word.text for word in line.words) == english


@pytest.mark.parametrize(
    ("code", "on", "off"),
    [
        ("en", "on", "off"),
        ("es", "sí", "apagar"),
        ("pt_BR", "ligar", "desligar"),
        ("de", "an", "aus"),
        ("fr", "activer", "désactiver"),
        ("it", "attiva", "spegni"),
        ("ru", "включить", "выкл"),
        ("uk", "так", "вимкнути"),
        ("tr", "aç", "kapat"),
        ("id", "nyala", "matikan"),
        ("ar", "تشغيل", "إيقاف"),
        ("hi", "चालू", "बंद"),
        ("hi", "on", "off"),
    ],
)
def test_switches(code: str, on: str, off: str) -> None:
    people = circle(code, "Asha Bob")
    assert read_switch(from_text(f"/simplify {on}"), people) is True
    assert read_switch(from_text(f"/simplify {off}"), people) is False
    with pytest.raises(LedgerError):
        read_switch(from_text("/simplify maybe"), people)
