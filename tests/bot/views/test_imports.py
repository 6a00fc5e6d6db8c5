"""What is said of a file, before and after, and of documents; whatever is in them."""

from __future__ import annotations

from datetime import date

import pytest

from bot.views import export_documents, import_preview
from bot.views.reply import Reply
from ledger.core.members import MemberId, Roster
from ledger.core.money import Currency
from ledger.exchange.foreign_book import (
    MOST_PEOPLE,
    ForeignPerson,
    Format,
    Problem,
    Trouble,
)
from ledger.exchange.preview import Imported, Preview, Summary
from tests.bot.views.speaking import ASHA, BOB, ENGLISH, ROSTER, labels, member, shown, summary

EUR = Currency("EUR")
REBUILT = (
    "Of 1 entry the file only says what each gets or owes: "
    "I rebuilt who paid from that, with the same sums."
)
HOSTILE = "</b><a href='x'>&amp;{0}{name}%s@bob" + "क्षि" * 20
MANY = tuple(ForeignPerson(f"{HOSTILE} {n}") for n in range(MOST_PEOPLE))
CROWD = Roster(tuple(member(n, f"{'W' * 60}<{n}>") for n in range(1, 400)))


CRAMMED = summary(
    MANY,
    expenses=19_000,
    refunds=5,
    deleted=7,
    known=300,
    changed=20,
    rebuilt=9,
    dropped=4,
    nets={Currency(code): dict.fromkeys(range(MOST_PEOPLE), -(10**13)) for code in ("EUR", "KWD")},
    totals={EUR: dict.fromkeys(range(MOST_PEOPLE), 10**13)},
    problems=tuple(Problem(n, trouble, HOSTILE) for trouble in Trouble for n in range(9)),
    assumed_currency=True,
)

ANSWERS = {
    "crammed": import_preview.preview(
        ENGLISH, Preview(10**9, CRAMMED, (MemberId(7),) * MOST_PEOPLE, CROWD), 99
    ),
    "who of a crowd": import_preview.choices(
        ENGLISH, Preview(10**9, CRAMMED, (None,) * MOST_PEOPLE, CROWD), MOST_PEOPLE - 1, 99
    ),
    "progress": import_preview.progress(ENGLISH, 400, 10_000),
    "done": import_preview.done(ENGLISH, Imported(10**9, Format.COSPEND, 12, 4, 15)),
    "one": import_preview.done(ENGLISH, Imported(1, Format.OWN, 1)),
    "undone": import_preview.done(ENGLISH, Imported(1, Format.OWN, 12, undone=True)),
    "undo?": import_preview.ask_undo(ENGLISH, Imported(1, Format.OWN, 12)),
    "cancelled": import_preview.cancelled(ENGLISH),
    "which kind": export_documents.ask_kind(ENGLISH),
    "document": export_documents.document(ENGLISH, "csv", b"x", HOSTILE, date(2026, 3, 4), 2),
    "empty": export_documents.empty(ENGLISH),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_telegram_takes_it(name: str) -> None:
    assert shown(ANSWERS[name])


def _preview(told: Summary, *members: MemberId | None) -> Reply:
    return import_preview.preview(ENGLISH, Preview(5, told, members, ROSTER))


def test_sums_stand_beside_the_files_own_totals() -> None:
    people = (ForeignPerson("Mira"), ForeignPerson("Tomas"))
    told = summary(
        people,
        nets={EUR: {0: 1_250, 1: -1_250}},
        totals={EUR: {0: 1_250, 1: -1_200}},
        problems=(Problem(7, Trouble.AMOUNT, "12,3,4"),),
        rebuilt=1,
        known=2,
    )
    reply = _preview(told, ASHA.id, None)
    assert shown(reply).split("\n") == [
        "Splitwise: 3 expenses, 1 payment",
        "From Jan 2, 2024 to Mar 4, 2024.",
        "2 entries are here already and stay out.",
        REBUILT,
        "Sums",
        "Mira  +€12.50",
        "Tomas  −€12.50 (the file says −€12)",
        "The file's own totals differ.",
        "What I can't take over",
        "Row 7: I can't read the amount 12,3,4.",
        "Who is who here? Press a name to change it.",
        "Nothing is written before you confirm.",
    ]
    assert labels(reply) == [
        ["Mira = Asha", "Tomas: new"],
        ["Import 4 entries", "Cancel"],
    ]


def test_who_it_is_can_be_anybody_here_or_somebody_new() -> None:
    told = summary((ForeignPerson("Mira"),))
    reply = import_preview.choices(ENGLISH, Preview(5, told, (BOB.id,), ROSTER), 0)
    offered = {label for row in labels(reply) for label in row}
    assert {"Asha", "Bob", "Somebody new", "‹ Back"} <= offered
