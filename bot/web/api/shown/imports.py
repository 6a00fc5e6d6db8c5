"""Files of other apps as they are shown."""

from __future__ import annotations

from bot.web.api.money import number
from bot.web.api.schemas.imports import (
    ForeignNet,
    ForeignPersonShown,
    ImportDone,
    ImportPreview,
    ProblemShown,
)
from bot.web.api.shown.people import Faces
from ledger.core.members import MemberId
from ledger.core.money import Money
from ledger.exchange.preview import Imported, Summary


def preview(
    import_id: int, summary: Summary, members: tuple[MemberId | None, ...], faces: Faces
) -> ImportPreview:
    """Return what is in a file, and who its people are here."""
    return ImportPreview(
        id=import_id,
        kind=summary.format.value,
        expenses=summary.expenses,
        refunds=summary.refunds,
        payments=summary.payments,
        known=summary.known,
        from_=summary.first,  # type: ignore[call-arg]  # by its own name
        to=summary.last,
        people=[
            ForeignPersonShown(
                name=person.name, user_id=None if member is None else faces[member].user_id
            )
            for person, member in zip(summary.people, members, strict=True)
        ],
        totals=[
            ForeignNet(
                name=summary.people[place].name,
                currency=currency,
                amount=number(Money(minor, currency)),
            )
            for currency, nets in summary.nets.items()
            for place, minor in nets.items()
            if minor
        ],
        problems=[
            ProblemShown(row=one.row, why=one.trouble.value, text=one.text)
            for one in summary.problems
        ],
    )


def done(imported: Imported) -> ImportDone:
    """Return what came of an import."""
    return ImportDone(
        id=imported.import_id,
        kind=imported.format.value,
        entries=imported.entries,
        first=imported.first,
        last=imported.last,
        undone=imported.undone,
    )
