"""Expenses as they are shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.web.api.money import decimal_text
from bot.web.api.schemas.expenses import (
    ExpenseShown,
    ExpenseVersion,
    ListedExpense,
    ListedSplit,
    PaidShown,
    SplitShown,
    SplitType,
)
from bot.web.api.shown.people import Faces, named, person
from bot.web.api.shown.versions import states
from bot.web.api.split_types import part_number, said_parts, split_type_of, type_of_part
from ledger.accounts.showing import id_of_share
from ledger.core.answers.entry_lists import EntryStory
from ledger.core.entries import Entry
from ledger.core.money import Money
from ledger.core.shares import PartKind, Share


def expense(entry: Entry, faces: Faces) -> ExpenseShown:
    """Return an expense with everything about it."""
    splits = [
        SplitShown(**split, user=person(faces[share.member]))
        for share, split in _splits(entry, faces)
    ]
    return ExpenseShown(**_expense(entry, faces), splits=splits)


def listed_expense(entry: Entry, faces: Faces) -> ListedExpense:
    """Return an expense as lists have it."""
    return ListedExpense(**_expense(entry, faces), splits=listed_splits(entry, faces))


def listed_splits(entry: Entry, faces: Faces) -> list[ListedSplit]:
    """Return what each owes of an expense, as lists have it; of a payment, who was paid."""
    return [
        ListedSplit(**split, user=named(faces[share.member]))
        for share, split in _splits(entry, faces)
    ]


def versions(story: EntryStory, faces: Faces) -> list[ExpenseVersion]:
    """Return the states of an expense, the first one first."""
    return [
        ExpenseVersion(
            version=revision.number,
            action=revision.action.value,
            at=revision.at,
            by=None if revision.author is None else person(faces[revision.author]),
            expense=expense(replace(story.entry, revision=revision), faces),
        )
        for revision in states(story)
    ]


def _expense(entry: Entry, faces: Faces) -> dict[str, Any]:
    contents = entry.contents
    payers = [
        PaidShown(
            user_id=faces[share.member].user_id,
            amount=decimal_text(Money(share.paid_minor, contents.currency)),
            user=person(faces[share.member]),
        )
        for share in paying(entry)
    ]
    return {
        "id": faces.id_of(entry),
        "group_id": faces.group_id,
        "paid_by": payers[0].user_id,
        "amount": decimal_text(contents.amount),
        "currency": contents.currency,
        "description": contents.description,
        "split_type": split_type_of(contents.split),
        "date": faces.other_day(entry),
        "category": contents.category,
        "notes": contents.note,
        "refund": contents.is_refund,
        "deleted": entry.deleted,
        "created_at": entry.recorded_at,
        "updated_at": entry.revision.at,
        "payer": payers[0].user,
        "payers": payers if len(payers) > 1 else None,
    }


def paying(entry: Entry) -> list[Share]:
    """Return the shares of those who paid, in the order in which they were said."""
    order = [member for member, _ in entry.contents.split.payers]
    return sorted(entry.contents.payers, key=lambda share: order.index(share.member))


def _splits(entry: Entry, faces: Faces) -> Iterator[tuple[Share, dict[str, Any]]]:
    contents = entry.contents
    told = {share.member: share for share in contents.told}
    is_mixed = split_type_of(contents.split) is SplitType.MIXED
    for member, part in said_parts(contents.split).items():
        share, of = told[member], contents.currency
        yield (
            share,
            {
                "id": id_of_share(faces.id_of(entry), faces[member].public_id),
                "expense_id": faces.id_of(entry),
                "user_id": faces[member].user_id,
                "amount": decimal_text(Money(share.owed_minor, of)),
                "percentage": part_number(part, PartKind.PERCENT, of),
                "shares": part_number(part, PartKind.SHARES, of),
                "adjustment": part_number(part, PartKind.ADJUST, of),
                "part": type_of_part(part) if is_mixed else None,
                "created_at": entry.recorded_at,
            },
        )
