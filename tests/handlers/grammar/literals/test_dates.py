"""Dates behind `on`."""

from __future__ import annotations

from datetime import date

import pytest

from tests.handlers.grammar.reading import refused, split


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-02-16", date(2024, 2, 16)),
        ("2024/2/16", date(2024, 2, 16)),
        ("2099-01-01", date(2099, 1, 1)),
        ("16.2.", date(2024, 2, 16)),
        ("16.2", date(2024, 2, 16)),
        ("16.2.2024,", date(2024, 2, 16)),
        ("16.02.24", date(2024, 2, 16)),
        ("16-02-2024", date(2024, 2, 16)),
        ("16/2", date(2024, 2, 16)),
        ("2/16/2024", date(2024, 2, 16)),
        ("4/4", date(2023, 4, 4)),
        ("21.2.", date(2023, 2, 21)),
        ("१६.२.", date(2024, 2, 16)),
        ("16 feb", date(2024, 2, 16)),
        ("Feb 16th", date(2024, 2, 16)),
        ("16 February 2023", date(2023, 2, 16)),
        ("yesterday", date(2024, 2, 19)),
        ("Today", date(2024, 2, 20)),
        ("tomorrow", date(2024, 2, 21)),
        ("mon", date(2024, 2, 19)),
        ("tuesday", date(2024, 2, 20)),
        ("wed", date(2024, 2, 14)),
        ("last tue", date(2024, 2, 13)),
    ],
)
def test_dates(text: str, day: date) -> None:
    read = split(f"300 tea on {text} @bob")
    assert (read.on, read.description) == (day, "tea")
    assert split(f"300 on {text} tea").on == day


@pytest.mark.parametrize(
    "text",
    ["2024-02-31", "31.2.", "31.2", "32.1.2024", "2024-13-01", "29.2.2023", "1900-01-01", "30 feb"],
)
def test_impossible_dates_are_refused(text: str) -> None:
    assert refused(f"100 tea on {text}") == ("bad_date", {"written": text, "readings": ()})


def test_dates_that_may_be_two_days_ask_back() -> None:
    code, details = refused("100 tea on 3/4/2024")
    assert code == "bad_date"
    assert details["readings"] == (date(2024, 4, 3), date(2024, 3, 4))


@pytest.mark.parametrize(
    "text", ["on the beach", "on 3 tables", "on 2.50 menu", "on", "on may", "on last night", "on 5"]
)
def test_other_words_behind_on_are_description(text: str) -> None:
    read = split(f"60 lunch {text}")
    assert (read.on, read.description) == (None, f"lunch {text}")


def test_the_year_of_the_last_29th_of_february() -> None:
    assert split("5 on 29.2.", today=date(2024, 3, 1)).on == date(2024, 2, 29)
    assert split("5 on 29.2.", today=date(2025, 1, 1)).on == date(2024, 2, 29)
    assert split("5 on 1.1.", today=date(2025, 1, 1)).on == date(2025, 1, 1)
