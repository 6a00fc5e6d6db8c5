"""Items: a bill of several lines, each with its amount and whose it is.

What bears nobody's name, and what a bill adds (tip, tax, delivery, a discount), is shared in
proportion to the items.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from handlers.grammar.circle import Circle
from handlers.grammar.keywords import PAID
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.literals.amounts import Figure, figure_at, write_number
from handlers.grammar.natural.amounts.extras import PERCENT
from handlers.grammar.natural.amounts.places import Place, places
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.taking import GAP
from handlers.grammar.natural.rewriting import Rewriter
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name, Whom
from ledger.core.money import Currency, Money

_FEWEST = 2
"""How many lines with an amount make a bill of items."""
_MOST_WORDS = 400
_APART = frozenset({"-", ":", "="})
"""By themselves these only keep a row's name and amount apart: `bob - 200`."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a bill; without `names` it is shared in proportion to the others.

    Where a `percent` of the others is said, as of a tip, `minor` is known once they are.
    `bare` is whether only names stand beside the amount, `stranger` what may be nobody's there.
    """

    minor: int
    currency: Currency
    names: tuple[Word, ...]
    written: str
    percent: Fraction = Fraction(0)
    stranger: str = ""
    bare: bool = False


def items_of(line: Line, home: Currency, today: date, circle: Circle) -> Line | None:
    """Return the line of a bill of items as one with exact parts; None where it is no bill."""
    rows = _rows(line)
    if len(rows) < _FEWEST or len(line.words) > _MOST_WORDS:
        return None
    items: list[Item] = []
    heading: list[Word] = []
    total: Figure | None = None
    first: Item | None = None
    for number, row in enumerate(_unnumbered(rows)):
        item = _item(row, home, today, circle)
        if number == 0 and (item is None or not item.names):
            heading, total = _heading(row, home)
            first = item
        elif item is None and (total_row := _is_clause(row, home, today, circle)):
            heading += total_row
        elif item is None:
            return None
        else:
            items.append(item)
    heading, items = _with_first(first, total, heading, items)
    _refuse_strangers(items, circle)
    items = _with_percentages(items)
    if len(items) < _FEWEST or len({item.currency for item in items}) > 1:
        return None
    owed = _owed(items, circle)
    whole = sum(item.minor for item in items)
    headed = _headed(heading, total, items, home)
    if owed is None or whole <= 0 or headed is None:
        return None
    heading = headed
    currency = items[0].currency
    words = [word_of("+".join(write_number(Money(one.minor, currency)) for one in items))]
    words[0] = word_of(words[0].plain.replace("+-", "-"))
    if currency != home:
        words.append(word_of(currency))
    payer = _who_paid(heading, Money(whole, currency), today, circle) if owed else []
    words += [] if payer else heading
    for word, minor in owed:
        words += [word, word_of(write_number(Money(minor, currency)))]
    words += payer
    note = line.note or "; ".join(item.written for item in items)
    words += [word_of("//"), word_of("-")]
    return replace(line, words=tuple(words), note=note)


def _refuse_strangers(items: list[Item], circle: Circle) -> None:
    """Raise UNKNOWN_NAME for `mike 150` beside `bob 200`: whose that is, is not known."""
    unknown = [item.stranger for item in items if item.stranger]
    if unknown and any(item.bare and item.names for item in items):
        near = circle.nearly(unknown[0])
        raise LedgerError(Code.UNKNOWN_NAME, name=Name(unknown[0]), near=near, examples=())


def _with_first(
    first: Item | None, total: Figure | None, heading: list[Word], items: list[Item]
) -> tuple[list[Word], list[Item]]:
    """Return heading and items; a first row is one of these in `milk 60`, `bread 40`.

    Not where it is the total of the others, nor where those are somebody's.
    """
    if first is None or total is not None:
        return heading, items
    whose = any(item.names or item.percent for item in (first, *items))
    if whose or first.minor == sum(item.minor for item in items):
        return heading, items
    return [], [first, *items]


def _unnumbered(rows: list[tuple[Word, ...]]) -> list[tuple[Word, ...]]:
    """Return the rows without the numbers of a list: `1. milk 40`, `2. eggs 60 bob`."""
    for first in (0, 1):
        items = rows[first:]
        if len(items) >= _FEWEST and all(
            len(row) > 1 and row[0].plain in (f"{number}.", f"{number})")
            for number, row in enumerate(items, 1)
        ):
            return [*rows[:first], *(row[1:] for row in items)]
    return rows


def _who_paid(heading: list[Word], whole: Money, today: date, circle: Circle) -> list[Word]:
    """Return a heading that says who paid, in the grammar's own words; empty where none does.

    They stand behind the items' people: before them these would be those who paid.
    """
    read = Rewriter(tuple(heading), circle, whole, today).rewrite()
    words = [word for word in read.words if word is not GAP]
    says = any(word.low in PAID and behind.whom is not None for word, behind in pairwise(words))
    return words if says else []


def _rows(line: Line) -> list[tuple[Word, ...]]:
    rows: list[list[Word]] = [[]]
    for word in line.words:
        if word.plain == "//":
            break
        if word.plain not in _APART or word.escaped:
            rows[-1].append(word)
        if word.breaks:
            rows.append([])
    return [tuple(row) for row in rows if row]


def _heading(row: tuple[Word, ...], home: Currency) -> tuple[list[Word], Figure | None]:
    """Return the first line's words, and the total if it says one."""
    try:
        figure = figure_at(row, 0, home)
    except LedgerError:
        figure = None
    return list(row[figure.stop if figure else 0 :]), figure


def _headed(
    heading: list[Word], total: Figure | None, items: list[Item], home: Currency
) -> list[Word] | None:
    """Return a heading without the total that ends it; None where the items make another.

    A number of less than an item is no total: `room 12`.
    """
    behind = _figure(tuple(heading[-1:]), home) if heading and total is None else None
    if behind is not None and behind.minor >= max(item.minor for item in items):
        heading, total = heading[:-1], behind
    whole = sum(item.minor for item in items)
    return None if total is not None and total.minor != whole else heading


def _is_clause(
    row: tuple[Word, ...], home: Currency, today: date, circle: Circle
) -> list[Word] | None:
    """Return the words of a line without an amount that only adds a clause: `paid by bob`."""
    phrases = Phrases(row, circle, home, today)
    return list(row) if phrases.ends(0) or phrases.person(0) is not None else None


def _item(row: tuple[Word, ...], home: Currency, today: date, circle: Circle) -> Item | None:
    phrases = Phrases(row, circle, home, today)
    if (tip := _percentage(phrases)) is not None:
        return Item(0, home, (), " ".join(word.text for word in row), tip)
    minor, currency, start, stop = 0, home, 0, 0
    if row[0].plain[0] == "-" and (figure := _figure(row, home)):
        minor, currency, stop = figure.minor, figure.currency, figure.stop
    else:
        found = places(phrases, home, today) or _taken_off(row, home)
        if len(found) > 1:
            found = [place for place in found if place.at == 0 or place.figure.stop == len(row)]
        if len(found) != 1:
            return None
        start, stop = found[0].at, found[0].figure.stop
        minor, currency = found[0].figure.minor, found[0].figure.currency
    rest = (*row[:start], *row[stop:])
    rested = Phrases(rest, circle, home, today)
    names: list[Word] = []
    label: list[Word] = []
    at = 0
    while at < len(rest):
        one = rested.person(at)
        if one is not None and len(one.members) < 2:
            names.append(replace(one.word, joined=False))
            at = one.stop
            continue
        if rest[at].everyone or rested.role(at, Role.EVERYONE) or rest[at].low == "all":
            names += [rested.named(member.id) for member in circle.roster.active]
            at = rested.role(at, Role.EVERYONE) or at + 1
            continue
        label.append(rest[at])
        at += 1
    labelled = Phrases(tuple(label), circle, home, today)
    reduces = any(labelled.is_a(at, Sense.REDUCTION) for at in range(len(label)))
    if minor > 0 and reduces:
        minor = -minor
    if any(labelled.role(at, Role.EXTRA) for at in range(len(label))) or reduces:
        names = []
    stranger = labelled.name_alone(0) if len(label) == 1 and not names else None
    written = " ".join(word.text for word in row)
    return Item(minor, currency, tuple(names), written, Fraction(0), stranger or "", not label)


def _percentage(phrases: Phrases) -> Fraction | None:
    """Return what a row adds, or takes off below zero, in percent: `tip 10%`, `10% discount`."""
    words = phrases.words
    found = [said for word in words if (said := PERCENT.match(word.plain.lstrip("+-")))]
    label = any(phrases.role(at, Role.EXTRA) for at in range(len(words)))
    reduces = any(phrases.is_a(at, Sense.REDUCTION) for at in range(len(words)))
    if len(found) != 1 or not (label or reduces):
        return None
    return Fraction(found[0][1]) * (-1 if reduces else 1)


def _with_percentages(items: list[Item]) -> list[Item]:
    """Return the items, those that say a percentage with so much of the others."""
    base = sum(item.minor for item in items)
    turned: list[Item] = []
    for item in items:
        minor = int(base * item.percent / 100 + Fraction(1, 2)) if item.percent else item.minor
        currency = items[0].currency if item.percent else item.currency
        turned.append(replace(item, minor=minor, currency=currency))
    return turned


def _figure(row: tuple[Word, ...], home: Currency) -> Figure | None:
    try:
        return figure_at(row, 0, home)
    except LedgerError:
        return None


def _taken_off(row: tuple[Word, ...], home: Currency) -> list[Place]:
    """Return the number below zero that ends a row: `discount -5`."""
    at = len(row) - 1
    if row[at].plain[0] != "-" or (figure := figure_at(row, at, home)) is None:
        return []
    return [Place(at, figure)]


def _owed(items: list[Item], circle: Circle) -> list[tuple[Word, int]] | None:
    """Return what each named person owes, to the unit; empty where nobody is named."""
    fixed: dict[object, Fraction] = {}
    words: dict[object, Word] = {}
    for item in items:
        for word in item.names:
            key = _key(word.whom, circle)
            words.setdefault(key, word)
            fixed[key] = fixed.get(key, Fraction(0)) + Fraction(item.minor, len(item.names))
    base, whole = sum(fixed.values()), sum(item.minor for item in items)
    if not fixed:
        return []
    if base <= 0 or any(value < 0 for value in fixed.values()):
        return None
    exact = {key: value * whole / base for key, value in fixed.items()}
    floor = {key: int(value) for key, value in exact.items()}
    left = whole - sum(floor.values())
    order = sorted(exact, key=lambda key: floor[key] - exact[key])
    for key in order[:left]:
        floor[key] += 1
    return [(words[key], floor[key]) for key in fixed]


def _key(whom: Whom | None, circle: Circle) -> object:
    assert whom is not None
    member = circle.member_of(whom)
    return whom if member is None else member
