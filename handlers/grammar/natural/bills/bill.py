"""A whole bill: its heading, its items and who paid, as one line of the grammar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, word_of
from handlers.grammar.literals.amounts import write_number
from handlers.grammar.natural.bills.checks import totalled
from handlers.grammar.natural.bills.items import Item, ItemReader
from handlers.grammar.natural.bills.rows import rows_of
from handlers.grammar.natural.bills.shares import owed_for, with_percentages
from handlers.grammar.natural.bills.sorting import LineSorter, Sorted
from handlers.grammar.natural.bills.strangers import with_new_names
from ledger.core.amendment import Amendment
from ledger.core.doubts import Doubts
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine, Named, Paid
from ledger.core.members import Sender, Whom
from ledger.core.money import Currency, Money

_MOST_WORDS: Final = 600
_MOST_ITEMS: Final = 50
"""Each takes as long as a line of its own."""
_MOST_TOLD: Final = 8
"""Items whose sum is told as it was added up."""


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill as one line, `20+15 dinner`, and what each owes of it by exact parts.

    Without `owed` no item is anybody's: the line says who shares. `payers` are those whom the
    items say, as are `on` and `category`; the line may say others. Of `few` items it is told how
    they add up; `is_one_each` is whether each is another one's.
    """

    line: Line
    owed: Named = ()
    payers: Paid = ()
    on: date | None = None
    category: str | None = None
    few: bool = True
    is_one_each: bool = False

    def applied(self, read: ExpenseLine) -> ExpenseLine:
        """Return what the bill's line was read as, with what each owes for their items."""
        told = read.arithmetic if self.few else None
        read = replace(
            read,
            payers=read.payers or self.payers,
            on=read.on or self.on,
            category=read.category or self.category,
            arithmetic=told,
        )
        if not self.owed:
            return read
        doubts = Doubts(unknown=read.doubts.unknown, own=read.doubts.own)
        return replace(read, participants=self.owed, everyone=False, left_out=(), doubts=doubts)

    def amended(self, change: Amendment) -> Amendment:
        """Return what the line changes of an entry, with what each owes for their items now."""
        change = replace(
            change,
            payers=change.payers or self.payers,
            on=change.on or self.on,
            category=change.category or self.category,
        )
        if not self.owed:
            return change
        return replace(change, participants=self.owed, everyone=False, left_out=(), added=())


def bill_of(
    line: Line, home: Currency, today: date, circle: Circle, choice: int | None = None
) -> Bill | None:
    """Read a message of several lines as a bill; None where it is none.

    `choice` is the reading that was pressed.

    Raises what `sorting.LineSorter.read`, `checks.totalled`, `strangers.with_new_names` and
    `shares.owed_for` raise; BILL_CURRENCIES(currencies: tuple[Currency, ...]);
    TOO_MANY_ITEMS(most).
    """
    if not any(word.breaks for word in line.words):
        return None
    rows = rows_of(line)
    if sum(row.has_digits for row in rows) > _MOST_ITEMS:
        raise LedgerError(Code.TOO_MANY_ITEMS, most=_MOST_ITEMS, examples=())
    if len(line.words) > _MOST_WORDS:
        return None
    found = LineSorter(line, rows, ItemReader(home, today, circle)).read(choice)
    if found is None:
        return None
    currency = _currency([*found.items, *(item for _, item in found.totals)], home)
    found.items = [_in(item, currency) for item in found.items]
    found.totals = [(place, _in(item, currency)) for place, item in found.totals]
    payers = _only_paid(found)
    items = totalled(found, circle, choice)
    items = with_new_names(items, circle, choice)
    owed = owed_for(items, currency, circle)
    code = [] if currency == home else [word_of(currency)]
    note = "; ".join([*found.notes, *(item.written for item in items)])
    words = (
        word_of(_added([item.money for item in items])),
        *code,
        *found.heading,
        word_of("//"),
        word_of("-"),
    )
    return Bill(
        replace(line, words=words, note=note),
        owed,
        payers or _paid(items),
        on=next((item.on for item in items if item.on), None),
        category=next((item.category for item in items if item.category), None),
        few=len(items) <= _MOST_TOLD,
        is_one_each=_is_one_each(items),
    )


def _is_one_each(items: list[Item]) -> bool:
    """Tell whether each item is one person's, and each of them has one."""
    whose = [item.named[0][0] for item in items if len(item.named) == 1]
    return len(whose) == len(items) == len({*whose}) > 1


def _added(sums: list[Money]) -> str:
    """Return sums as they are added; of many only the first, and what the others come to."""
    if len(sums) > _MOST_TOLD:
        first, *others = sums
        sums = [first, replace(first, minor=sum(one.minor for one in others))]
    return "+".join(map(write_number, sums)).replace("+-", "-")


def _in(item: Item, currency: Currency) -> Item:
    return replace(item, money=Money(item.money.minor, currency))


def _currency(items: list[Item], home: Currency) -> Currency:
    """Return the one currency that is said, which is that of lines that say none, too."""
    said = tuple(dict.fromkeys(item.money.currency for item in items if item.said))
    if len(said) > 1:
        raise LedgerError(Code.BILL_CURRENCIES, currencies=said, examples=())
    return said[0] if said else home


def _only_paid(found: Sorted) -> Paid:
    """Take lines such as `bob paid 30 chen paid 5` out, where they say who paid the others."""
    lines = [item for item in found.items if item.payers and item.bare and not item.named]
    others = [item for item in found.items if item not in lines]
    whole = sum(item.money.minor for item in with_percentages(others))
    if not others or sum(item.money.minor for item in lines) != whole:
        return ()
    found.items = others
    return tuple(
        (whom, line.money.minor if minor is None else minor)
        for line in lines
        for whom, minor in line.payers
    )


def _paid(items: list[Item]) -> Paid:
    """Return who paid as the items say: each their own, or all of it where the last says so.

    What nobody is said to have paid, I have.
    """
    saying = [item for item in items if item.payers]
    payers = dict.fromkeys(item.payers for item in saying)
    ends = not saying or (saying[-1] is items[-1] and not saying[-1].pays_itself)
    if len(payers) < 2 and (ends or len(saying) == len(items)):
        return next(iter(payers), ())
    paid: dict[Whom, int | None] = {}
    for item in saying:
        for whom, minor in item.payers:
            paid[whom] = (paid.get(whom) or 0) + (item.money.minor if minor is None else minor)
    if sum(minor or 0 for minor in paid.values()) != sum(item.money.minor for item in items):
        paid[Sender()] = None
    return tuple(paid.items())
