"""Numbers as files write them: read as they were meant, or not at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from ledger.exchange.formats.reader import RowTrouble, date_of, decimal_of, is_month_first


@pytest.mark.parametrize(
    ("written", "comma", "meant"),
    [
        ("12", None, "12"),
        ("-12.50", None, "-12.50"),
        ("12,5", None, "12.5"),
        ("1,234.50", None, "1234.50"),
        ("1.234,50", None, "1234.50"),
        ("12,34,567.5", None, "1234567.5"),
        ("1.234.567", None, "1234567"),
        ("1.234", None, "1.234"),
        ("1.234", True, "1234"),
        ("1.50", True, "1.50"),
        ("12.5", True, "12.5"),
        ("1234.500", True, "1234.500"),
        ("1,234", False, "1234"),
        ("1,5", False, "1.5"),
        ("1.234,5", True, "1234.5"),
        ("€ −3", None, "-3"),
        ("-€3,20", None, "-3.20"),
        ("1 234,50 kr", True, "1234.50"),
        ("1\u202f234,5", True, "1234.5"),
        ("1'234.5", None, "1234.5"),
        ("+7", None, "7"),
        (".5", None, "0.5"),
        ("(12.50)", None, "-12.50"),
        ("12,34", False, "12.34"),
    ],
)
def test_it_is_read_as_it_was_meant(written: str, comma: bool | None, meant: str) -> None:
    assert decimal_of(written, comma=comma) == Decimal(meant)


@pytest.mark.parametrize(
    "written", ["", "x", "1-2", "--1", "1.2.3", "1,2.3", "1,2,3", "1.2,3,4", "3x4", "1.2345.678"]
)
def test_what_is_no_number_is_not_guessed(written: str) -> None:
    with pytest.raises(RowTrouble):
        decimal_of(written)


def test_dates_with_slashes_are_read_as_all_of_them_together_say() -> None:
    assert is_month_first(["01/02/2024", "03/25/2024"])
    assert not is_month_first(["01/02/2024", "25/03/2024"])
    assert date_of("3/25/2024", month_first=True) == date(2024, 3, 25)
    assert date_of("25.03.2024 12:30") == date(2024, 3, 25)
    assert date_of("2024-03-25T00:00:00.000Z") == date(2024, 3, 25)
    with pytest.raises(RowTrouble):
        date_of("2024-02-30")
