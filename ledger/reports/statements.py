"""Statements: what the book says now about who is owed and who owes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from ledger.book import settlement_plan
from ledger.book.lookup import resolve
from ledger.book.open_book import Book
from ledger.book.pay_details import payable
from ledger.core.answers.standings import (
    BalanceSheet,
    CurrencySheet,
    GroupStanding,
    PairBalance,
    PairLine,
    PairSheet,
    Standing,
)
from ledger.core.balances import AtBaseline, Pair, part
from ledger.core.entries import Contents, Entry
from ledger.core.errors import Code, LedgerError
from ledger.core.gross_view import Gross, gross
from ledger.core.members import GroupId, MemberId, UserId, Whom
from ledger.core.money import Currency, Money
from ledger.core.pair_breakdown import newest_parts
from ledger.storage import entry_rows, group_rows, revision_rows, running_balances
from ledger.storage.database import Transaction

PAIRS_A_PAGE = 20
MOST_NETTED = 5_000
_ENTRIES_READ = 500
"""How many entries back the parts of pairs are looked for."""
_ENTRIES_AT_ONCE = 50
_ENTRIES_AT_FIRST = 10
_SHARES_READ = 5_000
"""How many shares of entries are read for that at most: those of a crowd are many."""
_CHANGES_READ = 500
"""How many changes back the same is looked for in entries that are older than these."""


def balance(book: Book) -> BalanceSheet:
    """Return each member's net and the plan; costs the same however long the book is."""
    nets = running_balances.all_nets(book.tx.connection, book.group.id)
    planned = (
        settlement_plan.from_nets(nets) if book.group.simplify else settlement_plan.suggested(book)
    )
    return BalanceSheet(
        roster=book.roster,
        currencies=tuple(
            CurrencySheet(
                currency,
                tuple(sorted(nets[currency].items(), key=lambda net: (-net[1], net[0]))),
                planned.get(currency, ()),
            )
            for currency in _own_first(book, nets)
        ),
        simplify=book.group.simplify,
        change=book.changes,
    )


def settlement(book: Book) -> BalanceSheet:
    """Return the same with those who are to be paid and said how they can be."""
    sheet = balance(book)
    payees = (payment.payee for block in sheet.currencies for payment in block.plan)
    return replace(sheet, payable=payable(book, payees))


def standing(book: Book, whom: Whom | MemberId) -> Standing:
    """Return one member's gross view since everybody was last square.

    Raises LedgerError: UNKNOWN_NAME; NAME_AMBIGUOUS; NOT_A_PERSON.
    """
    member = resolve(book, whom, make=False)
    pairs = running_balances.pairs_of(book.tx.connection, book.group.id, member.id)
    views = {currency: gross(pairs[currency], member.id) for currency in _own_first(book, pairs)}
    return Standing(
        member=member,
        roster=book.roster,
        currencies=tuple((currency, view) for currency, view in views.items() if view != _NOTHING),
    )


_NOTHING = Gross((), (), (), ())


def netted(book: Book) -> list[tuple[Currency, Pair, int]]:
    """Return who owes whom in minor units (> 0), the group's own currency first; not of a crowd.

    What is more than `MOST_NETTED` is left out.
    """
    own = book.group.currency
    return running_balances.netted(book.tx.connection, book.group.id, own, MOST_NETTED)


def pairs(
    book: Book, page: int | None = None, *, a_page: int = PAIRS_A_PAGE, origins: bool = False
) -> PairSheet:
    """Return who owes whom with the newest parts, since everybody was last square.

    With `origins` each part has the entry that it comes from.

    Of `page`, or the last one where there are fewer; without one, all. A crowd has so many
    pairs that only those which are shown are read.

    Parts stand in the order of their entries' numbers. Only the group's newest entries are
    read, so that a long book costs no more than a short one: a pair that did nothing in them
    shows fewer parts, or none, and counts the others as earlier.
    """
    connection, group_id, own = book.tx.connection, book.group.id, book.group.currency
    total = running_balances.count_netted(connection, group_id)
    pages = 1 if page is None else max(1, -(-total // a_page))
    number = min(page or 0, pages - 1)
    most = max(1, total) if page is None else a_page
    shown = running_balances.netted(connection, group_id, own, most, number * a_page)
    wanted: dict[Currency, list[Pair]] = {}
    for currency, pair, _ in shown:
        wanted.setdefault(currency, []).append(pair)
    people = {member for _, pair, _ in shown for member in pair}
    owed = running_balances.pairs_among(connection, group_id, people)
    stored = running_balances.baselines(connection, group_id)
    baselines = {currency: stored.get(currency, 0) for currency in wanted}
    read: list[_Changed] = []

    def newest() -> Iterator[tuple[AtBaseline, Contents | None]]:
        for changed in _newest_first(book, baselines):
            read.append(changed)
            yield changed.at_baseline, changed.now

    parts = newest_parts(owed, newest(), book.people.merged, wanted)
    return PairSheet(
        book.roster,
        tuple(
            PairLine(
                *(*pair, Money(minor, currency), of_pair.newest, of_pair.earlier),
                _origins(book, read, currency, pair, len(of_pair.newest)) if origins else (),
            )
            for currency, pair, minor in shown
            for of_pair in (parts[currency][pair],)
        ),
        number,
        pages,
    )


def between(book: Book, first: Whom, second: Whom) -> PairBalance:
    """Return what stands between two since everybody was last square.

    Raises LedgerError: UNKNOWN_NAME; NAME_AMBIGUOUS; NOT_A_PERSON; SAME_PERSON(member).
    """
    members = (resolve(book, first, make=False), resolve(book, second, make=False))
    both = {member.id for member in members}
    if len(both) < len(members):
        raise LedgerError(Code.SAME_PERSON, member=members[0])
    sheet = pairs(book)
    lines = tuple(line for line in sheet.lines if {line.debtor, line.creditor} == both)
    return PairBalance(members, replace(sheet, lines=lines))


def _origins(
    book: Book, read: Sequence[_Changed], currency: Currency, pair: Pair, count: int
) -> tuple[Entry, ...]:
    """Return the entries that a pair's newest parts come from, newest last."""
    found = (
        it.entry
        for it in read
        if {pair, pair[::-1]} & part(it.at_baseline, it.now, currency, book.people.merged).keys()
    )
    return tuple(islice(found, count))[::-1]


def my_standing(tx: Transaction, user_id: UserId) -> tuple[GroupStanding, ...]:
    """Return a person's nets in every group that they are in, or have something open in."""
    found: dict[GroupId, GroupStanding] = {}
    for row in group_rows.of_user(tx.connection, user_id):
        of_group = found.setdefault(GroupId(row.id), GroupStanding(group_rows.group(row), ()))
        if row.net_minor:
            net = Money(row.net_minor, Currency(row.net_currency))
            found[GroupId(row.id)] = GroupStanding(of_group.group, (*of_group.nets, net))
    return tuple(found.values())


def _own_first(book: Book, currencies: Iterable[Currency]) -> list[Currency]:
    """Return currencies in order, the group's own before the others."""
    own = book.group.currency
    return sorted(currencies, key=lambda currency: (currency != own, currency))


@dataclass(frozen=True, slots=True)
class _Changed:
    """An entry, what it counted at each currency's baseline, and what it counts now."""

    entry: Entry
    at_baseline: AtBaseline
    now: Contents | None


def _newest_first(book: Book, baselines: Mapping[Currency, int]) -> Iterator[_Changed]:
    """Yield entries, the highest number first, with what counted at each baseline and counts now.

    Reads a few at a time, then more, as most groups have the parts of their pairs in a few dozen;
    and never more than the newest. Behind these come older ones that were changed since, where
    the newest changes are all that there were.
    """
    connection, group_id, last = book.tx.connection, book.group.id, book.group.entries
    end = max(0, last - _ENTRIES_READ)
    at_once, shares = _ENTRIES_AT_FIRST, 0
    while last > end:
        first = max(end, last - at_once) + 1
        found = entry_rows.numbered(connection, group_id, first, last)
        yield from _counted_at_baseline_and_now(book, found, baselines)
        last = first - 1
        shares += sum(len(entry.contents.shares) for entry in found)
        if shares >= _SHARES_READ and last:
            return
        few = shares < _SHARES_READ // 10
        at_once = min(2 * at_once, _ENTRIES_AT_ONCE) if few else _ENTRIES_AT_FIRST
    baseline = min(baselines.values(), default=book.changes)
    if end and book.changes - baseline <= _CHANGES_READ:
        changed = revision_rows.changes(connection, group_id, baseline + 1, book.changes)
        older = {entry.id: entry for entry in changed if entry.number <= end}
        in_order = sorted(older.values(), key=lambda entry: -entry.number)
        yield from _counted_at_baseline_and_now(book, in_order, baselines)


def _counted_at_baseline_and_now(
    book: Book, found: Sequence[Entry], baselines: Mapping[Currency, int]
) -> Iterator[_Changed]:
    """Yield what each entry counted at each baseline, and what it counts now."""
    counted = {
        currency: revision_rows.counted_at(
            book.tx.connection,
            [entry.id for entry in found if _was_changed(entry, baseline)],
            baseline,
        )
        for currency, baseline in baselines.items()
    }
    for entry in found:
        now = entry.revision.counted
        yield _Changed(
            entry,
            {
                currency: now
                if entry.revision.change <= baseline
                else counted[currency].get(entry.id)
                for currency, baseline in baselines.items()
            },
            now,
        )


def _was_changed(entry: Entry, baseline: int) -> bool:
    """Tell whether an entry changed since a baseline and may have counted something at it."""
    return 0 < baseline < entry.revision.change and entry.revision.number > 1
