"""Files that mean no good, or are none: a clear answer, soon, and with little memory."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.runtime.file_reader import read_file
from ledger.core.members import MemberId
from ledger.core.money import Currency
from ledger.exchange.fitting import contents_of
from ledger.exchange.foreign_book import MOST_BYTES, NotReadable, Trouble, Unreadable, unpacked
from ledger.exchange.formats import tables
from ledger.exchange.formats.recognition import read
from tests.ledger.exchange import samples

EUR = Currency("EUR")


def _spreadsheet(rows: list[list[object]]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _bomb() -> bytes:
    """A spreadsheet that unpacks to two hundred times its size."""
    content = io.BytesIO()
    with (
        zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/worksheets/sheet1.xml", "w") as sheet,
    ):
        for _ in range(200):
            sheet.write(b" " * 1_000_000)
    return content.getvalue()


def _many_rows() -> bytes:
    first, _, rest = samples.SPLITWISE.partition("2024-05-01")
    row = "2024-05-01" + rest.splitlines()[0] + "\n"
    return (first + row * 23_000).encode()


def _many_people(count: int) -> bytes:
    names = ",".join(f"P{n}" for n in range(count))
    cells = ",".join(["0"] * (count - 2) + ["1", "-1"])
    head = "Date,Description,Category,Cost,Currency"
    return f"{head},{names}\n2024-01-01,x,y,1,EUR,{cells}\n".encode()


REFUSED: dict[str, tuple[bytes | Callable[[], bytes], Unreadable]] = {
    "nothing": (b"", Unreadable.EMPTY),
    "zeros": (b"\0" * 5_000, Unreadable.UNKNOWN),
    "noise": (bytes(range(256)) * 100, Unreadable.BROKEN),
    "half a letter": (samples.SPLITWISE_FRIEND.encode()[:-1] + b"\xc3", Unreadable.BROKEN),
    "a jpeg": (b"\xff\xd8\xff\xe0" + b"x" * 100, Unreadable.PICTURE),
    "a pdf": (b"%PDF-1.7 x", Unreadable.PICTURE),
    "too large": (lambda: b"a" * (MOST_BYTES + 1), Unreadable.TOO_LARGE),
    "a bomb": (_bomb, Unreadable.TOO_LARGE),
    "a cut spreadsheet": (lambda: _spreadsheet([["a"]])[:-40], Unreadable.BROKEN),
    "a zip of something": (b"PK\x05\x06" + bytes(18), Unreadable.UNKNOWN),
    "half a JSON": (samples.SPLIIT[:-9].encode(), Unreadable.BROKEN),
    "deep JSON": (b"[" * 200_000, Unreadable.BROKEN),
    "other JSON": (b'{"a": [1, 2]}', Unreadable.UNKNOWN),
    "huge numbers": (
        json.dumps({"format": "all-square-book", "version": 9}).encode(),
        Unreadable.BROKEN,
    ),
    "a header alone": (samples.IHATEMONEY.splitlines()[0].encode(), Unreadable.EMPTY),
    "many rows": (_many_rows, Unreadable.TOO_MANY_ROWS),
    "5,000 columns": (_many_people(5_000), Unreadable.TOO_MANY_PEOPLE),
    "300 people": (_many_people(300), Unreadable.TOO_MANY_PEOPLE),
    "an endless cell": (b'"' + b"x" * 300_000, Unreadable.BROKEN),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_by_its_reason(name: str) -> None:
    given_or_made, why = REFUSED[name]
    content = given_or_made if isinstance(given_or_made, bytes) else given_or_made()
    with pytest.raises(NotReadable) as refused:
        read(content, EUR)
    assert refused.value.why is why


def test_amounts_beyond_all_bounds_are_rows_that_cant_be_read() -> None:
    book = samples.IHATEMONEY
    for written in ("1e999999", "9" * 40, "NaN", "Infinity", "1_000", "--5", "0x10"):
        found = read(book.replace("30.0", written).encode(), EUR)
        assert [(one.row, one.trouble) for one in found.problems] == [(2, Trouble.AMOUNT)]
    own = '{"format":"all-square-book","version":1,"people":[{"name":"a"}],"entries":[%s]}'
    for amount in ('"1e99999999"', '"NaN"', "-1", "[]", '"1.005"', "null"):
        entry = '{"type":"expense","date":"2024-01-01","currency":"EUR","amount":%s,'
        content = own % (entry % amount + '"paid":[[0,"1"]],"owed":[[0,"1"]]}')
        (problem,) = read(content.encode(), EUR).problems
        assert problem.trouble in {Trouble.AMOUNT, Trouble.SUMS}


def test_a_forged_split_of_our_own_is_left_out() -> None:
    entry = {
        "type": "expense",
        "date": "2024-01-01",
        "currency": "EUR",
        "amount": "2",
        "paid": [[0, "2"]],
        "owed": [[0, "1"], [1, "1"]],
    }
    good = {
        "v": 1,
        "named": [],
        "left_out": [],
        "payers": [[0, None]],
        "everyone": True,
        "sharers": [0, 1],
        "rotation": 1,
    }
    for split, kept in (
        (good, True),
        ({**good, "sharers": [0]}, False),
        ({**good, "sharers": [0, 10**9]}, False),
        ({**good, "left_out": [7]}, False),
        ({**good, "refund": True}, False),
        ({**good, "v": 2}, False),
        ({**good, "named": [[0, "exact", -5]]}, False),
        ({**good, "named": [[0, "shares", "x"]]}, False),
        ({**good, "payers": [[0, None], [1, None]]}, False),
        ({"sharers": 3}, False),
        ([], False),
    ):
        content = json.dumps(
            {
                "format": "all-square-book",
                "version": 1,
                "people": [{"name": "a"}, {"name": "b"}],
                "entries": [entry | {"split": split}],
            }
        )
        (found,) = read(content.encode(), EUR).entries
        assert (found.terms is not None) is kept, split


def test_a_spreadsheets_formula_is_nothing_but_its_last_value() -> None:
    rows: list[list[object]] = [[*line.split(",")] for line in samples.SESTERCE.splitlines()]
    rows[1][2] = "=30+WEBSERVICE(1)"
    book = read(_spreadsheet(rows), EUR)
    assert [(one.row, one.trouble) for one in book.problems] == [(2, Trouble.PAYER)]
    assert [entry.row for entry in book.entries] == [3]


async def test_a_process_of_its_own_reads_it_and_bounds_hold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packed = await read_file(samples.SPLITWISE.encode(), EUR)
    assert unpacked(packed) == read(samples.SPLITWISE.encode(), EUR)
    with pytest.raises(NotReadable) as refused:
        await read_file(_bomb(), EUR)
    assert refused.value.why is Unreadable.TOO_LARGE
    monkeypatch.setattr("bot.runtime.file_reader._SECONDS", 0.0)
    with pytest.raises(NotReadable) as slow:
        await read_file(samples.SPLITWISE.encode(), EUR)
    assert slow.value.why is Unreadable.TOO_SLOW


def test_the_separator_is_whatever_stands_most_in_the_fullest_lines() -> None:
    for sign in ",;\t|":
        text = samples.SESTERCE.replace(",", sign)
        assert len(tables.from_text(text).rows[0][1]) == 9


SAMPLES = [text for name, text in vars(samples).items() if name.isupper() and isinstance(text, str)]
scraps = st.text(max_size=3) | st.sampled_from(
    [",", ";", "\n", '"', "-", "0", "1e9", "{", "[", "null", "\0", "=", ",,,", "9" * 25, "NaN"]
)


@given(
    text=st.sampled_from(SAMPLES),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), scraps), min_size=1, max_size=3),
)
def test_whatever_is_done_to_a_file_it_is_refused_or_adds_up(
    text: str, cuts: list[tuple[float, int, str]]
) -> None:
    for where, length, scrap in cuts:
        at = int(where * len(text))
        text = text[:at] + scrap + text[at + length :]
    with suppress(NotReadable):
        book = read(text.encode("utf-8", "surrogatepass"), EUR)
        assert all(
            entry.amount_minor == sum(n for _, n in entry.paid) == sum(n for _, n in entry.owed)
            for entry in book.entries
        )
        assert unpacked(book.packed()) == book
        members = [MemberId(place) for place in range(1, len(book.people) + 1)]
        for entry in book.entries:
            contents_of(entry, members)
