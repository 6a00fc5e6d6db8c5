"""Each app's files come to the same balances here, to the minor unit."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook

from ledger.core.entries import EntryKind
from ledger.core.money import Currency
from ledger.exchange.foreign_book import (
    ForeignBook,
    Format,
    NotReadable,
    Trouble,
    Unreadable,
    unpacked,
)
from ledger.exchange.formats.recognition import read
from ledger.exchange.preview import summed_up
from tests.ledger.exchange import samples
from tests.ledger.exchange.crossing import nets_by_name

EUR = Currency("EUR")

FILES = {
    "splitwise": (
        samples.SPLITWISE,
        Format.SPLITWISE,
        {
            "EUR": {"Mira": -1_833, "Tomas": 9_167, "Ines": -7_334},
            "JPY": {"Mira": -1_500, "Tomas": 1_500},
        },
    ),
    "splitwise_friend": (
        samples.SPLITWISE_FRIEND,
        Format.SPLITWISE,
        {"EUR": {"Jörg": 50_000, "Änne": -50_000}},
    ),
    "splitwise_pairs": (
        samples.SPLITWISE_PAIRS,
        Format.SPLITWISE,
        {"EUR": {"Mira": -400, "Tomas": 400}},
    ),
    "spliit": (
        samples.SPLIIT,
        Format.SPLIIT,
        {"EUR": {"Mira": 1_266, "Tomas": 2_542, "Ines": -3_808}},
    ),
    "spliit_old": (
        samples.SPLIIT_OLD,
        Format.SPLIIT,
        {"EUR": {"Mira": 5_000, "Tomas": -5_000}},
    ),
    "spliit_csv": (
        samples.SPLIIT_CSV,
        Format.SPLIIT,
        {"INR": {"Mira": 250_000, "Tomas": -250_000}},
    ),
    "spliit_csv_new": (
        samples.SPLIIT_CSV_NEW,
        Format.SPLIIT,
        {"EUR": {"Mira": 466, "Tomas": -133, "Ines": -333}},
    ),
    "ihatemoney": (
        samples.IHATEMONEY,
        Format.IHATEMONEY,
        {"EUR": {"Mira": 400, "Tomas": -400}},
    ),
    "ihatemoney_old": (
        samples.IHATEMONEY_OLD,
        Format.IHATEMONEY,
        {"EUR": {"tata": -8_667, "fred": 18_667, "zorglub": -10_000}},
    ),
    "ihatemoney_json": (
        samples.IHATEMONEY_JSON,
        Format.IHATEMONEY,
        {"CHF": {"Mira": 1_275, "Tomas, the elder": -1_275}},
    ),
    "cospend": (samples.COSPEND, Format.COSPEND, {"EUR": {"Mira": 2_000, "Tomas": -2_000}}),
    "cospend_old": (
        samples.COSPEND_OLD,
        Format.COSPEND,
        {"EUR": {"Mira": -1_000, "Tomas": 1_000}},
    ),
    "settle_up": (
        samples.SETTLE_UP,
        Format.SETTLE_UP,
        {"EUR": {"Mira": 2_300, "Tomas": -2_600, "Ines": 300}},
    ),
    "settle_up_dollars": (
        samples.SETTLE_UP_DOLLARS,
        Format.SETTLE_UP,
        {"USD": {"Mira": 666, "Tomas": -333, "Ines": -333}},
    ),
    "splid": (samples.SPLID, Format.SPLID, {"EUR": {"Mira": 2_300, "Tomas": -2_600, "Ines": 300}}),
    "splid_dollars": (
        samples.SPLID_DOLLARS,
        Format.SPLID,
        {"USD": {"Mira": -1_500, "Tomas": -2_550, "Ines": 4_050}},
    ),
    "tricount": (samples.TRICOUNT, Format.TRICOUNT, {"EUR": {"Mira": 1_850, "Tomas": -1_850}}),
    "sesterce": (samples.SESTERCE, Format.TRICOUNT, {"GBP": {"Mira": 500, "Tomas": -500}}),
    "splitpro": (
        samples.SPLITPRO,
        Format.SPLITPRO,
        {"USD": {"Mira": 1_000, "Mira (3)": -1_000}},
    ),
    "splitpro_parts": (
        samples.SPLITPRO_PARTS,
        Format.SPLITPRO,
        {"JPY": {"Mira": -200, "Tomas": 200}},
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_comes_to_its_own_balances(name: str) -> None:
    text, app, nets = FILES[name]
    book = read(text.encode(), EUR)
    assert (book.format, nets_by_name(book)) == (app, nets)
    assert unpacked(book.packed()) == book
    assert summed_up(book, {}).differences == {}
    assert all(sum(n for _, n in e.paid) == e.amount_minor for e in book.entries)


@pytest.mark.parametrize("name", FILES)
def test_the_same_file_has_the_same_keys_and_none_twice(name: str) -> None:
    book = read(FILES[name][0].encode(), EUR)
    keys = [entry.key for entry in book.entries]
    assert len({*keys}) == len(keys)
    assert keys == [entry.key for entry in read(FILES[name][0].encode(), EUR).entries]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_any_common_encoding_is_read(encoding: str) -> None:
    content = samples.SPLITWISE_FRIEND.lstrip("\ufeff").encode(encoding)
    assert nets_by_name(read(content, EUR)) == FILES["splitwise_friend"][2]


def test_a_spreadsheet_is_read_by_its_values() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    book.create_sheet("Notes")["A1"] = "=1+1"
    for line in samples.SESTERCE.splitlines():
        sheet.append([float(c) if c[0].isdigit() and "-" not in c else c for c in line.split(",")])
    content = io.BytesIO()
    book.save(content)
    assert nets_by_name(read(content.getvalue(), EUR)) == FILES["sesterce"][2]


def _row(book: ForeignBook, row: int) -> tuple[object, ...]:
    entry = next(entry for entry in book.entries if entry.row == row)
    return entry.kind, entry.description, entry.category, entry.note, entry.refund, entry.rebuilt


def test_what_stands_in_a_row_is_kept() -> None:
    splitwise = read(samples.SPLITWISE.encode(), EUR)
    expense, payment = EntryKind.EXPENSE, EntryKind.PAYMENT
    assert _row(splitwise, 3) == (expense, "Ferry", "bus/train", None, False, False)
    assert _row(splitwise, 4) == (expense, "Dinner, late", "dining_out", None, False, False)
    assert _row(splitwise, 5) == (payment, "", None, "Tomas paid Mira", False, False)
    assert _row(splitwise, 8) == (expense, "Deposit back", None, None, True, False)
    assert _row(splitwise, 9) == (expense, "Two paid", None, None, False, True)
    assert splitwise.dropped == 1
    cospend = read(samples.COSPEND.encode(), EUR)
    assert _row(cospend, 6) == (expense, "Dinner", "bar/party", "pizza & drinks", False, False)
    assert _row(cospend, 8)[0] is payment
    spliit = read(samples.SPLIIT.encode(), EUR)
    assert _row(spliit, 1) == (expense, "Wood", "household_supplies", "dry", False, False)
    assert _row(spliit, 3)[0] is payment
    assert _row(spliit, 4)[4]
    settle_up = read(samples.SETTLE_UP.encode(), EUR)
    assert _row(settle_up, 5)[4]
    assert settle_up.entries[1].paid == ((0, 2_000), (1, 4_000))


@pytest.mark.parametrize(
    ("name", "row", "trouble"),
    [
        ("spliit_old", 2, Trouble.PAYER),
        ("spliit_csv", 3, Trouble.PAYER),
        ("ihatemoney_old", 4, Trouble.AMOUNT),
        ("settle_up_dollars", 3, Trouble.SUMS),
        ("splitpro", 3, Trouble.PAYER),
    ],
)
def test_what_cant_be_read_is_told_by_its_row(name: str, row: int, trouble: Trouble) -> None:
    problems = read(FILES[name][0].encode(), EUR).problems
    assert [(problem.row, problem.trouble) for problem in problems] == [(row, trouble)]


def test_own_totals_that_differ_are_told() -> None:
    wrong = samples.SPLITWISE.replace("EUR,-18.33,91.67", "EUR,-19.33,92.67")
    assert summed_up(read(wrong.encode(), EUR), {}).differences == {EUR: {0: -1_933, 1: 9_267}}


def test_rows_that_were_cut_or_changed_are_told_and_never_guessed() -> None:
    cut = samples.SPLITWISE[: samples.SPLITWISE.index("-30.00\n2024")]
    with pytest.raises(NotReadable) as refused:
        read(cut.encode(), EUR)
    assert (refused.value.why, refused.value.row) == (Unreadable.BROKEN, 3)
    for old, new, trouble in (
        ("60.00,-30.00,-30.00", "60.00,-30.00,-29.00", Trouble.SUMS),
        ("60.00,-30.00,-30.00", "60.00,-30.00,lots", Trouble.AMOUNT),
        ("60.00,-30.00,-30.00", "60.001,-30.00,-30.00", Trouble.AMOUNT),
        ("90.00,EUR,60", "90.00,XYZ,60", Trouble.CURRENCY),
        ("90.00,EUR,60", "10.00,EUR,60", Trouble.SUMS),
        ("2024-05-03", "2024-05-33", Trouble.DATE),
    ):
        book = read(samples.SPLITWISE.replace(old, new).encode(), EUR)
        assert [problem.trouble for problem in book.problems] == [trouble]


def test_two_of_one_name_stay_two() -> None:
    text = samples.SPLITWISE.replace("Tomas,Ines\n", "Mira,Ines\n")
    assert [one.name for one in read(text.encode(), EUR).people] == ["Mira", "Mira (2)", "Ines"]


def test_names_may_end_in_numbers_and_the_header_in_nothing() -> None:
    text = samples.SPLITWISE.replace("Mira,Tomas,Ines\n", "Room 1,Room 2,Ines,\n")
    assert [one.name for one in read(text.encode(), EUR).people] == ["Room 1", "Room 2", "Ines"]
