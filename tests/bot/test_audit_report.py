"""`main.py audit` names in plain words what it found and what was set aside, and quotes nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from bot.audit_report import finding_line
from bot.intake.inbox import accept, kept_aside, lanes_waiting, set_aside
from ledger.core.balances import Owed
from ledger.core.members import GroupId, MemberId
from ledger.core.money import Currency
from ledger.storage.database import Store
from ledger.upkeep.audit import Finding, FindingKind
from main import main

GROUP, INR = GroupId(3), Currency("INR")
FINDINGS = {
    "Group 3: member 5's balance is stored as 200.01 INR, but the entries give "
    "200.00 INR.": Finding(GROUP, FindingKind.NET, 20001, 20000, INR, (MemberId(5),)),
    "Group 3: what member 5 owes member 6 is stored as 1.00 INR by expenses and 0.07 INR by "
    "payments in 2 entries, but the entries give 1.00 INR by expenses and 0.00 INR by payments "
    "in 1 entry.": Finding(
        GROUP, FindingKind.PAIR, Owed(100, 7, 2), Owed(100, 0, 1), INR, (MemberId(5), MemberId(6))
    ),
    "Group 3: in INR everybody was last square after change 4 as stored, but after change 0 by "
    "the entries (0: never).": Finding(GROUP, FindingKind.BASELINE, 4, 0, INR),
    "Group 3: (entries, changes) are counted as (2, 3), but there are (2, 2).": Finding(
        GROUP, FindingKind.COUNTS, (2, 3), (2, 2)
    ),
    "Group 3: entry 12 can't be relied on: its sums or revisions are (300, 301), where they "
    "should be (300, 300).": Finding(GROUP, FindingKind.ENTRY, (300, 301), (300, 300), where=12),
}


@pytest.mark.parametrize("line", FINDINGS)
def test_a_finding_is_a_sentence(line: str) -> None:
    assert finding_line(FINDINGS[line]) == line


@pytest.fixture
def book(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The store that the command line opens too, with one update set aside."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'book.db'}")
    raw = {"update_id": 77, "message": {"chat": {"id": -5}, "text": "/split 1200 secret dinner"}}
    with store.transaction() as tx:
        (row,) = accept(tx, [raw])
        set_aside(tx, row, "ABC234", "KeyError: 'secret dinner'")
    return store


def test_what_was_set_aside_is_listed_without_what_was_written(
    book: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "ABC234: a message met KeyError less than a minute ago (update 77).",
        "No findings, 1 update set aside.",
    ]


def test_an_age_is_told_in_its_largest_unit(
    book: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    with book.transaction() as tx:
        tx.connection.execute(
            text("UPDATE inbox SET received_at = datetime(received_at, '-75 minutes')")
        )
    main(["audit"])
    assert "1 hour ago" in capsys.readouterr().out


def test_it_can_be_handled_again(book: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--again", "ABC234"]) == 0
    assert capsys.readouterr().out == "No findings, no updates set aside.\n"
    with book.transaction() as tx:
        assert lanes_waiting(tx) == (-5,)


def test_it_can_be_dropped(book: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--drop", "ABC234"]) == 0
    with book.transaction() as tx:
        assert (kept_aside(tx), lanes_waiting(tx)) == ((), ())


def test_an_unknown_reference_is_said(book: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--drop", "ZZZ999"]) == 2
    assert capsys.readouterr().err == "Nothing was set aside as ZZZ999.\n"
    with book.transaction() as tx:
        assert len(kept_aside(tx)) == 1


def test_findings_end_with_exit_code_1(book: Store, capsys: pytest.CaptureFixture[str]) -> None:
    with book.transaction() as tx:
        tx.connection.execute(
            text(
                "INSERT INTO groups"
                " (title, currency, timezone, simplify, entries, changes, made_at)"
                " VALUES ('x', 'INR', 'UTC', 1, 2, 3, '2026-01-01 00:00:00')"
            )
        )
    assert main(["audit"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Group 1: (entries, changes) are counted as (2, 3), but there are (0, 0)."
    assert said[-1] == "1 finding, 1 update set aside."
