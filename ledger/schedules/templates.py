"""Lines kept for later: an expense with everybody looked up, recorded again and again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ledger.book.open_book import Book
from ledger.core.entries import Source
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Member, MemberId
from ledger.core.split_terms import SplitTerms, said
from ledger.core.templates import KeptLine
from ledger.core.writing_context import WritingContext
from ledger.journal.posting import Draft
from ledger.journal.resolution import active_ids, compose, default_weights, look_up


def keep(
    book: Book, line: ExpenseLine, written: WritingContext, start: date | None = None
) -> KeptLine:
    """Look up everybody in a line and see that it could be recorded now.

    `written` is the context of the line, `start` the first day that its rule was read with.

    Raises LedgerError: NOT_A_PERSON, and what recording the line would raise.
    """
    terms = look_up(book, line, book.require_actor().id)
    compose(line, terms, on=book.today)
    return KeptLine(
        amount=line.amount,
        description=line.description,
        category=line.category,
        note=line.note,
        terms=terms,
        brought=tuple(book.newcomers),
        context=written,
        start=start,
    )


def away(book: Book, kept: KeptLine) -> tuple[Member, ...]:
    """Return those who are named in it and no longer in the group."""
    people = (book.member(member) for member in kept.people)
    return tuple(dict.fromkeys(member for member in people if not member.active))


def draft(book: Book, kept: KeptLine, source: Source, on: date, number: int) -> Draft:
    """Return the entry of a date, to be written with that number; nobody is the author.

    Raises LedgerError: MEMBERS_AWAY(members); PERSON_TWICE(member) when two in it have
    become one; NOBODY_SHARES; NEGATIVE_SHARE.
    """
    gone = away(book, kept)
    if gone:
        raise LedgerError(Code.MEMBERS_AWAY, members=gone)
    terms = replace(_as_now(book, kept.terms), rotation=number)
    contents = compose(
        ExpenseLine(kept.amount, kept.description, category=kept.category, note=kept.note, on=on),
        terms,
        on=on,
    )
    currency = book.group.currency if kept.context is None else kept.context.currency
    return Draft(contents, source, replace(book.context(), currency=currency, on=on))


def _as_now(book: Book, terms: SplitTerms) -> SplitTerms:
    """Return the terms of one date: everybody as who they are now, and all who are here now."""

    def once(ids: list[MemberId]) -> None:
        for place, member in enumerate(ids):
            if member in ids[:place]:
                raise LedgerError(Code.PERSON_TWICE, member=book.member(member))

    def now(member: MemberId) -> MemberId:
        return book.member(member).id

    once([now(member) for member, _ in terms.named])
    once([now(member) for member, _ in terms.payers])
    as_now = said(
        tuple((now(member), part) for member, part in terms.named),
        tuple(now(member) for member in terms.left_out),
        tuple((now(member), minor) for member, minor in terms.payers),
        everyone=active_ids(book) if terms.everyone else (),
    )
    return replace(as_now, refund=terms.refund, weights=default_weights(book))
