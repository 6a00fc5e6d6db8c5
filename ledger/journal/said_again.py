"""Entries said again: the line that an entry is, as somebody could type it now."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ledger.book.open_book import Book
from ledger.core.entries import EQUAL_PART, Contents, Entry, Part
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Member, MemberId, Name, Person, Whom
from ledger.storage import entry_rows

_MEMBER = re.compile(r"m(\d+)(?:=(\d+))?(?=,|\Z)")
_NAMED = re.compile(r"m(\d+)=")


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """What /settle's words say of a payment; without `payer` its author paid."""

    payer: Whom | None
    payee: Whom


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was typed about the shares, in the order typed, with members as they are now."""

    everyone: bool
    named: tuple[MemberId, ...]
    left_out: tuple[MemberId, ...]
    payers: Mapping[MemberId, int | None]


def expense_line(book: Book, entry: Entry) -> ExpenseLine:
    """Return the line that says what an expense says now, with no date: that stays anyway.

    In the order it was typed, where nobody has been put in or out since.
    """
    contents = entry.contents
    typed = _typed(book, entry)
    parts = {share.member: share.part or EQUAL_PART for share in contents.owers}
    paying = {share.member for share in contents.payers}
    if typed is not None and typed.payers.keys() != paying:
        typed = None
    participants: tuple[MemberId, ...] = ()
    left_out: tuple[MemberId, ...] = ()
    everyone = False
    if typed is not None and _says(book, typed, parts):
        participants, left_out, everyone = typed.named, typed.left_out, typed.everyone
        everyone = everyone and bool(participants)
    else:
        shown = [id_ for id_ in parts if id_ not in paying or parts[id_] != EQUAL_PART]
        participants = tuple(shown or parts)
        left_out = tuple(sorted(paying - parts.keys()))
    return ExpenseLine(
        amount=contents.amount,
        description=contents.description,
        participants=tuple((_whom(book, id_), parts[id_]) for id_ in participants),
        everyone=everyone,
        left_out=tuple(_whom(book, id_) for id_ in left_out),
        payers=_payers(book, entry),
        category=contents.category,
        note=contents.note,
    )


def payment_line(book: Book, entry: Entry) -> PaymentLine:
    """Return who paid whom as a line names them."""
    contents = entry.contents
    payer, payee = contents.payers[0].member, contents.owers[0].member
    return PaymentLine(
        None if payer == _author(book, entry) else _whom(book, payer), _whom(book, payee)
    )


def paid_in_numbers(book: Book, entry: Entry) -> dict[MemberId, int | None]:
    """Return what each payer paid, in minor units, None for the rest or for all of it."""
    contents = entry.contents
    paid: dict[MemberId, int | None] = {share.member: share.paid_minor for share in contents.payers}
    if len(paid) == 1:
        return dict.fromkeys(paid)
    typed = _typed(book, entry)
    return dict(typed.payers) if typed is not None and typed.payers.keys() == paid.keys() else paid


def with_amount(terms: str | None, contents: Contents) -> str | None:
    """Return terms in writing with the amount of an entry's contents instead of theirs."""
    if terms is None:
        return None
    return f"{contents.amount_minor}{contents.currency};{terms.partition(';')[2]}"


def _typed(book: Book, entry: Entry) -> _Typed | None:
    """Read the terms that the shares were computed from, where they are known."""
    terms = entry_rows.terms(book.tx.connection, entry)
    if terms is None:
        return None
    _, named, out, paid = terms.split(";")

    def now(written: str) -> MemberId:
        return book.member(MemberId(int(written))).id

    return _Typed(
        everyone=named.startswith("*"),
        named=tuple(dict.fromkeys(now(found) for found in _NAMED.findall(named))),
        left_out=tuple(dict.fromkeys(now(found) for found, _ in _MEMBER.findall(out))),
        payers={now(who): int(minor) if minor else None for who, minor in _MEMBER.findall(paid)},
    )


def _says(book: Book, typed: _Typed, parts: Mapping[MemberId, Part]) -> bool:
    """Tell whether those who take part now are those whom the typed line names now."""
    if any(id_ not in parts for id_ in typed.named):
        return False
    others = (
        {member.id for member in book.roster.active} if typed.everyone else {*typed.payers}
    ) - {*typed.left_out, *typed.named}
    return parts.keys() == {*typed.named, *others} and all(
        parts[id_] == EQUAL_PART for id_ in others
    )


def _payers(book: Book, entry: Entry) -> tuple[tuple[Whom, int | None], ...]:
    paid = paid_in_numbers(book, entry)
    if [*paid] == [_author(book, entry)]:
        return ()
    return tuple((_whom(book, id_), minor) for id_, minor in paid.items())


def _author(book: Book, entry: Entry) -> MemberId | None:
    """Return who paid where a line names no payer: the author, else whoever corrects it."""
    if entry.author is not None:
        return entry.author
    return None if book.actor is None else book.actor.id


def _whom(book: Book, id_: MemberId) -> Whom:
    member = book.member(id_)
    return Name(member.username or member.first_name, _person(member))


def _person(member: Member) -> Person | None:
    if member.user_id is None:
        return None
    return Person(member.user_id, member.first_name, member.last_name, member.username)
