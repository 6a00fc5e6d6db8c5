"""Composing: a typed line becomes what an entry says, with members and shares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from ledger.book.open_book import Book
from ledger.core.entries import EQUAL_PART, Contents, EntryKind, Part, Share
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Member, MemberId, Whom
from ledger.core.money import MAX_MINOR, Money
from ledger.core.splitting import divide, paid_by
from ledger.people.membership import resolve

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Terms:
    """What a line's shares are computed from, with everybody looked up.

    `parts` are of all who take part and `payers` of all who paid, in the members' order.
    `text` says the line's terms in writing: two lines with the same text mean the same
    shares, even when the group's active members have changed in between.
    """

    amount: Money
    parts: Mapping[MemberId, Part]
    payers: Mapping[MemberId, int | None]
    text: str


def read_parties(
    book: Book, payer: Whom | MemberId, payee: Whom | MemberId
) -> tuple[Member, Member]:
    """Look up the two of a payment.

    Raises LedgerError: UNKNOWN_NAME; NAME_AMBIGUOUS; SAME_PERSON(member).
    """
    giver, taker = resolve(book, payer, make=False), resolve(book, payee, make=False)
    if giver.id == taker.id:
        raise LedgerError(Code.SAME_PERSON, member=giver)
    return giver, taker


def payment_contents(
    payer: MemberId, payee: MemberId, amount: Money, on: date, note: str | None
) -> Contents:
    """Return what an entry says when somebody handed money to somebody.

    Raises LedgerError AMOUNT_NOT_POSITIVE(amount) and AMOUNT_TOO_LARGE(amount).
    """
    check_amount(amount)
    shares = (Share(payer, amount.minor, 0), Share(payee, 0, amount.minor))
    return Contents(
        kind=EntryKind.PAYMENT,
        amount_minor=amount.minor,
        currency=amount.currency,
        description="",
        category=None,
        on=on,
        note=note or None,
        shares=tuple(sorted(shares, key=lambda share: share.member)),
    )


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody in a line, looked up, in the order typed.

    `named` are those who are named, with their parts; `payers` what each paid, None for the
    rest; `everyone` whether `all` is written.
    """

    named: Mapping[MemberId, Part]
    left_out: tuple[MemberId, ...]
    payers: Mapping[MemberId, int | None]
    everyone: bool


def read_terms(book: Book, line: ExpenseLine, default_payer: MemberId) -> Terms:
    """Look up everybody in a line; unknown names become placeholders.

    Raises LedgerError: AMOUNT_NOT_POSITIVE(amount); AMOUNT_TOO_LARGE(amount); what `look_up`
    raises.
    """
    check_amount(line.amount)
    return terms_of(book, line.amount, look_up(book, line, default_payer))


def look_up(book: Book, line: ExpenseLine, default_payer: MemberId) -> Cast:
    """Look up everybody in a line; unknown names become placeholders.

    Raises LedgerError: PERSON_TWICE(member); UNKNOWN_NAME(name) when leaving out somebody
    unknown; and what `membership.resolve` raises.
    """
    book.newcomers.clear()
    payers = _once((resolve(book, whom, make=True), minor) for whom, minor in line.payers) or {
        default_payer: None
    }
    named = _once((resolve(book, whom, make=True), part) for whom, part in line.participants)
    left_out = _left_out(book, line.left_out, named)
    return Cast(named, tuple(left_out), payers, line.everyone)


def terms_of(book: Book, amount: Money, cast: Cast) -> Terms:
    """Return what the shares are computed from, with the members who are active now.

    Nobody named, or `all`: every active member takes part. Somebody named: they and the
    payers. Those left out do not, payers too.
    """
    taking_part: dict[MemberId, Part] = (
        {member.id: EQUAL_PART for member in book.roster.active}
        if cast.everyone or not cast.named
        else dict.fromkeys(cast.payers, EQUAL_PART)
    ) | dict(cast.named)
    parts = {id_: taking_part[id_] for id_ in sorted(taking_part) if id_ not in cast.left_out}
    return Terms(amount, parts, dict(sorted(cast.payers.items())), _text(amount, cast))


def compose(
    line: ExpenseLine,
    terms: Terms,
    *,
    rotation: int,
    on: date,
    kept_shares: tuple[Share, ...] | None = None,
) -> Contents:
    """Compute the shares, unless they are kept, and return what the entry says.

    `rotation` is the entry's number; `on` the date where the line has none. Raises what
    `splitting.divide` and `splitting.paid_by` raise.
    """
    return Contents(
        kind=EntryKind.EXPENSE,
        amount_minor=terms.amount.minor,
        currency=terms.amount.currency,
        description=line.description,
        category=category_key(line.category),
        on=line.on or on,
        note=line.note or None,
        shares=kept_shares if kept_shares is not None else _shares(terms, rotation),
    )


def shares_of(
    owed: Mapping[MemberId, int], paid: Mapping[MemberId, int], parts: Mapping[MemberId, Part]
) -> tuple[Share, ...]:
    """Return the shares in the members' order; whoever owes nothing takes no part."""
    return tuple(
        Share(member, paid.get(member, 0), owed_minor, parts[member] if owed_minor else None)
        for member in sorted({*owed, *paid})
        if (owed_minor := owed.get(member, 0)) or paid.get(member)
    )


def same_terms(before: str | None, after: str, merged: Mapping[MemberId, MemberId]) -> bool:
    """Tell whether two lines say the same about the shares, also after members were merged."""
    if before is None:
        return False

    def stays(match: re.Match[str]) -> str:
        member = MemberId(int(match[1]))
        return f"m{merged.get(member, member)}"

    return before == after or re.sub(r"m(\d+)", stays, before) == after


def category_key(category: str | None) -> str | None:
    """Return a category without its #, in lower case as hashtags are the same in any case."""
    return (category or "").lstrip("#").strip().casefold() or None


def check_amount(amount: Money) -> None:
    """Raise AMOUNT_NOT_POSITIVE or AMOUNT_TOO_LARGE where an amount can't be recorded."""
    if amount.minor <= 0:
        raise LedgerError(Code.AMOUNT_NOT_POSITIVE, amount=amount)
    if amount.minor > MAX_MINOR:
        raise LedgerError(Code.AMOUNT_TOO_LARGE, amount=amount)


def _shares(terms: Terms, rotation: int) -> tuple[Share, ...]:
    amount = terms.amount
    owed = divide(amount.minor, terms.parts, rotation, amount.currency)
    paid = paid_by(amount.minor, terms.payers, amount.currency)
    return shares_of(owed, paid, terms.parts)


def _once(people: Iterable[tuple[Member, T]]) -> dict[MemberId, T]:
    found: dict[MemberId, T] = {}
    for member, value in people:
        if member.id in found:
            raise LedgerError(Code.PERSON_TWICE, member=member)
        found[member.id] = value
    return found


def _left_out(
    book: Book, names: Iterable[Whom], named: Mapping[MemberId, Part]
) -> Mapping[MemberId, None]:
    left_out = _once((resolve(book, whom, make=False), None) for whom in names)
    for member in left_out:
        if member in named:
            raise LedgerError(Code.PERSON_TWICE, member=book.member(member))
    return left_out


def _text(amount: Money, cast: Cast) -> str:
    """Write the terms down, in the order typed: amount; who takes part; who not; who paid."""
    everyone = "*" if cast.everyone or not cast.named else ""
    parts = ",".join(f"m{member}={part.kind}{part.value}" for member, part in cast.named.items())
    out = ",".join(f"m{member}" for member in cast.left_out)
    paid = ",".join(
        f"m{member}" if minor is None else f"m{member}={minor}"
        for member, minor in cast.payers.items()
    )
    return f"{amount.minor}{amount.currency};{everyone}{parts};{out};{paid}"
