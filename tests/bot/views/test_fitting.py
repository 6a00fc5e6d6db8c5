"""An answer that is too long all the same loses its last lines, and not its way."""

from __future__ import annotations

import html
import re

import pytest
from markupsafe import Markup

from bot.views.pages import fitted, plain_text, units
from bot.views.reply import MAX_CAPTION, MAX_TEXT


def test_what_fits_stays_as_it_is() -> None:
    told = Markup("<b>") + "x" * MAX_TEXT + Markup("</b>")
    assert fitted(told, MAX_TEXT) is told


@pytest.mark.parametrize("limit", [MAX_TEXT, MAX_CAPTION])
@pytest.mark.parametrize(
    "line",
    ["<b>Asha &amp; Bob</b>  −₹500", "😀" * 50, "<code>@somebody</code>", "&lt;b&gt; 5 &gt; 3"],
)
def test_whole_lines_stay_and_the_cut_is_seen(line: str, limit: int) -> None:
    told = fitted(Markup("\n").join([Markup(line)] * 5000), limit)
    shown = plain_text(told)
    assert limit * 0.8 < units(shown) <= limit
    *lines, last = told.split("\n")
    assert set(lines) == {line}
    assert last == "…"


@pytest.mark.parametrize("text", ["x" * 9000, "😀" * 9000, "<b>" + "x\n" * 9000 + "</b>"])
def test_one_long_line_or_an_open_tag_costs_the_formatting(text: str) -> None:
    told = fitted(Markup(text), MAX_TEXT)
    assert MAX_TEXT * 0.8 < units(plain_text(told)) <= MAX_TEXT
    assert not re.search("<", told)
    assert html.unescape(told).endswith("…")
