"""Lines kept for later: an expense with everybody looked up, recorded again and again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from ledger.book.open_book import Book
from ledger.core.entries import Entry, Part, PartKind, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Member, MemberId
from ledger.core.money import Currency, Money
from ledger.journal.posting import write_new
from ledger.journal.resolution import Cast, check_amount, compose, look_up, terms_of
from ledger.storage import entry_rows


@dataclass(frozen=True, slots=True)
class KeptLine:
    """What a recurring expense says, with members' ids as of when it was made.

    `brought` are the placeholders that it made.
    """

    amount: Money
    description: str
    category: str | None
    note: str | None
    cast: Cast
    brought: tuple[MemberId, ...] = ()

    @property
    def people(self) -> tuple[MemberId, ...]:
        """Everybody whom it can't do without: those named, and those who pay."""
        return tuple(dict.fromkeys([*self.cast.payers, *self.cast.named]))

    def written(self) -> str:
        """Write it down; `read_kept` reads it."""
        return json.dumps(
            {
                "minor": self.amount.minor,
                "currency": self.amount.currency,
                "description": self.description,
                "category": self.category,
                "note": self.note,
                "everyone": self.cast.everyone,
                "named": [[who, part.kind, part.value] for who, part in self.cast.named.items()],
                "left_out": list(self.cast.left_out),
                "payers": list(self.cast.payers.items()),
                "brought": list(self.brought),
            },
            ensure_ascii=False,
        )


def read_kept(written: str) -> KeptLine:
    """Read what `KeptLine.written` wrote."""
    read = json.loads(written)
    return KeptLine(
        amount=Money(read["minor"], Currency(read["currency"])),
        description=read["description"],
        category=read["category"],
        note=read["note"],
        cast=Cast(
            named={
                MemberId(who): Part(PartKind(kind), value) for who, kind, value in read["named"]
            },
            left_out=tuple(MemberId(who) for who in read["left_out"]),
            payers={MemberId(who): minor for who, minor in read["payers"]},
            everyone=read["everyone"],
        ),
        brought=tuple(MemberId(who) for who in read["brought"]),
    )


def keep(book: Book, line: ExpenseLine) -> KeptLine:
    """Look up everybody in a line and see that it could be recorded now.

    Raises LedgerError: NOT_A_PERSON, and what recording the line would raise.
    """
    check_amount(line.amount)
    kept = KeptLine(
        amount=line.amount,
        description=line.description,
        category=line.category,
        note=line.note,
        cast=look_up(book, line, book.require_actor().id),
        brought=tuple(book.newcomers),
    )
    compose(line, terms_of(book, kept.amount, kept.cast), rotation=1, on=book.today)
    return kept


def away(book: Book, kept: KeptLine) -> tuple[Member, ...]:
    """Return those who are named in it and no longer in the group."""
    people = (book.member(member) for member in kept.people)
    return tuple(dict.fromkeys(member for member in people if not member.active))


def record_kept(book: Book, kept: KeptLine, source: Source, on: date) -> Entry:
    """Record it for a date; nobody is the author.

    Raises LedgerError: MEMBERS_AWAY(members); PERSON_TWICE(member) when two in it have
    become one; NOBODY_SHARES; NEGATIVE_SHARE.
    """
    gone = away(book, kept)
    if gone:
        raise LedgerError(Code.MEMBERS_AWAY, members=gone)
    contents = compose(
        ExpenseLine(kept.amount, kept.description, category=kept.category, note=kept.note, on=on),
        terms := terms_of(book, kept.amount, _as_now(book, kept.cast)),
        rotation=book.group.entries + 1,
        on=on,
    )
    entry, _ = write_new(book, contents, source, None, terms.text)
    return entry


def take_away_brought(book: Book, kept: KeptLine) -> None:
    """Take placeholders away that came with it, where nothing was recorded for them."""
    for member_id in kept.brought:
        member = book.member(member_id)
        ids = book.people.same_as(member.id)
        if (
            member.user_id is None
            and member.active
            and not entry_rows.is_in_entries(book.tx.connection, ids)
        ):
            book.people.set_active(member, active=False)


def _as_now(book: Book, cast: Cast) -> Cast:
    """Return a cast with everybody who was merged into another as that one."""

    def once(ids: list[MemberId]) -> None:
        for place, member in enumerate(ids):
            if member in ids[:place]:
                raise LedgerError(Code.PERSON_TWICE, member=book.member(member))

    def now(member: MemberId) -> MemberId:
        return book.member(member).id

    once([now(member) for member in cast.named])
    once([now(member) for member in cast.payers])
    return Cast(
        named={now(member): part for member, part in cast.named.items()},
        left_out=tuple(now(member) for member in cast.left_out),
        payers={now(member): minor for member, minor in cast.payers.items()},
        everyone=cast.everyone,
    )
