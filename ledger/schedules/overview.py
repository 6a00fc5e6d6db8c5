"""All of a group's settings, those that go by time included."""

from __future__ import annotations

from ledger.book.open_book import Book
from ledger.book.settlement_plan import suggested
from ledger.book.weekly_default import weekly_of
from ledger.core.answers.settings_overview import SettingsOverview
from ledger.core.members import Member, MemberKind, Role
from ledger.schedules import reminders


def overview(book: Book, *, with_debtors: bool = False) -> SettingsOverview:
    """Return how everything is set, `with_debtors` also whom a press may remind."""
    return SettingsOverview(
        group=book.group,
        weekly=weekly_of(book),
        reminding=reminders.reminding(book),
        admins=tuple(member for member in book.roster.active if member.role is Role.ADMIN),
        roster=book.roster,
        now=book.now,
        today=book.today,
        debtors=_debtors(book) if with_debtors else (),
    )


def _debtors(book: Book) -> tuple[Member, ...]:
    """Return whom a press may remind: those who owe by the plan and have an account."""
    ids = dict.fromkeys(
        payment.payer for payments in suggested(book).values() for payment in payments
    )
    found = (book.member(id_) for id_ in ids)
    return tuple(
        one
        for one in found
        if one.active and one.kind is MemberKind.USER and one.id != getattr(book.actor, "id", None)
    )
