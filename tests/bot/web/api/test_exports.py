"""The book as a document over HTTP."""

from __future__ import annotations

import io
import json

import openpyxl

from tests.bot.web.api.trip import Trip


async def test_the_book_goes_out_in_each_kind(trip: Trip) -> None:
    await trip.record(90, trip.bob, trip.bob, trip.alice, description="Hütte")
    path = f"/api/groups/{trip.group}/export"
    told = await trip.ask("GET", f"{path}?format=json", by=trip.alice)
    assert told.headers["Content-Type"] == "application/json"
    assert told.headers["Content-Disposition"].endswith(".json")
    assert "Hütte" in json.dumps(json.loads(told.content), ensure_ascii=False)
    told = await trip.ask("GET", f"{path}?format=csv", by=trip.alice)
    assert told.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "Hütte" in told.text
    told = await trip.ask("GET", path, by=trip.alice)
    sheets = openpyxl.load_workbook(io.BytesIO(told.content)).worksheets
    cells = [cell for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row]
    assert "Hütte" in cells


async def test_an_empty_book_goes_out_as_well(trip: Trip) -> None:
    for kind in ("json", "csv", "xlsx"):
        path = f"/api/groups/{trip.group}/export?format={kind}"
        assert (await trip.ask("GET", path, by=trip.alice)).status_code == 200
    path = f"/api/groups/{trip.group}/export?format=pdf"
    assert (await trip.ask("GET", path, by=trip.alice)).status_code == 400
