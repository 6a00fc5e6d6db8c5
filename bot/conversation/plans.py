"""Plans in the chat: which payments were made by the buttons of which message.

The message says so for as long as they count, whoever takes one back, and wherever.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ForeignKey, Index, select

from bot.language.catalogues import Language
from bot.views import settlement_menu
from bot.views.reply import Reply
from ledger.book.open_book import Book
from ledger.core.entries import Contents, EntryKind
from ledger.core.money import Currency
from ledger.core.settling import Payment
from ledger.reports import statements
from ledger.storage import entry_rows
from ledger.storage.database import Transaction
from ledger.storage.declared import Mapped, mapped_column
from ledger.storage.tables import Base
from ledger.storage.upserts import upsert


class PlanPaymentRow(Base):
    """A payment that was made by a button below a plan, on a page (from 0) of it."""

    __tablename__ = "plan_payments"
    __table_args__ = (Index(None, "chat_id", "message_id"),)

    entry_id: Mapped[int] = mapped_column(
        ForeignKey("entries.id"), primary_key=True, autoincrement=False
    )
    chat_id: Mapped[int]
    message_id: Mapped[int]
    page: Mapped[int]


@dataclass(frozen=True, slots=True)
class PlanMessage:
    """Where a plan stands, and its page (from 0)."""

    chat_id: int
    message_id: int
    page: int


def note_paid(tx: Transaction, entry_id: int, plan: PlanMessage) -> None:
    """Note that a payment was made by a button below a plan; once noted it stays."""
    tx.connection.execute(
        upsert(tx.dialect, PlanPaymentRow, ("entry_id",)),
        {
            "entry_id": entry_id,
            "chat_id": plan.chat_id,
            "message_id": plan.message_id,
            "page": plan.page,
        },
    )


def plan_of(tx: Transaction, entry_id: int) -> PlanMessage | None:
    """Return the plan that a payment was made below, if it was one's."""
    row = tx.connection.execute(
        select(PlanPaymentRow.chat_id, PlanPaymentRow.message_id, PlanPaymentRow.page).where(
            PlanPaymentRow.entry_id == entry_id
        )
    ).first()
    return None if row is None else PlanMessage(row.chat_id, row.message_id, row.page)


def drawn(say: Language, book: Book, plan: PlanMessage) -> Reply:
    """Return a plan as it is now, with the payments that were made below it and count."""
    return settlement_menu.settle(say, statements.settlement(book), plan.page, _made(book, plan))


def _made(book: Book, plan: PlanMessage) -> list[tuple[Payment, Currency]]:
    ids = list(
        book.tx.connection.execute(
            select(PlanPaymentRow.entry_id).where(
                PlanPaymentRow.chat_id == plan.chat_id,
                PlanPaymentRow.message_id == plan.message_id,
            )
        ).scalars()
    )
    entries = entry_rows.by_ids(book.tx.connection, ids)
    found = (book.as_now(entries[id_]) for id_ in sorted(entries))
    return [_paid(one.contents) for one in found if not one.deleted and _is_payment(one.contents)]


def _is_payment(contents: Contents) -> bool:
    return contents.kind is EntryKind.PAYMENT


def _paid(contents: Contents) -> tuple[Payment, Currency]:
    payer, payee = contents.payers[0].member, contents.owers[0].member
    return Payment(payer, payee, contents.amount.minor), contents.currency
