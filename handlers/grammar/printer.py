"""Writing a line back in the grammar's own form, so that reading it gives the same line.

For corrected examples, for what /edit starts from and for recurring expenses. An account
that a text mention marked is written by its username or name: keep the values, not the
text, where the account itself matters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from handlers.grammar.keywords import PAID, category_of, is_bare_out, seems_without
from handlers.grammar.lexer import MAX_NAME, Word, from_text, is_letters
from handlers.grammar.literals import currencies
from handlers.grammar.literals.amounts import figure_at, write_number
from handlers.grammar.literals.dates import date_at
from ledger.core.errors import LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name, Sender, Whom
from ledger.core.money import Currency, Money
from ledger.core.shares import Part, PartKind

_SCALE = 10_000
_SOME_DAY = date(2000, 1, 1)
_SOME_CURRENCY = Currency("XOF")
_NEVER_QUOTED = str.maketrans({'"': "'", "“": "'", "”": "'", "„": "'", "«": "'", "»": "'"})
_NEVER_QUOTED |= str.maketrans({"/": "-", "@": " "})
_OPENS_QUOTED = re.compile("[-+]?@[\"']")
"""A quoted name, which would go on over the words behind it, even where those end it now."""
_TELLING = frozenset({"on", "paid", "me", "all", "by", "x"})


def write_split(line: ExpenseLine, home: Currency, *, guarded: bool = False) -> str:
    """Write an expense as /split's words, without the command; `home` is the group's currency.

    `read_split` of the result is the line again, but for marked accounts, guests' spaces
    (`@Aunt_May`), and white space and marks at the ends of descriptions and notes. All words
    of a description that is `guarded` get a backslash, so that none means anything.
    """
    return " ".join(_pieces(line, home, guarded=guarded))


def write_whom(whom: Whom) -> str:
    """Write somebody: `me`, `@bob`, `@Aunt_May`, or `@"Aunt (May)"` where nothing else reads."""
    if isinstance(whom, Sender):
        return "me"
    text = (whom.person.username if whom.person else None) or whom.text
    for written in (f"@{'_'.join(text.split())}", f'@"{_quotable(text)}"'):
        words = from_text(written).words
        if len(words) == 1 and words[0].whom == Name(written.strip('@"')):
            return written
    return f'@"{_quotable(text)}"'


def _quotable(text: str) -> str:
    return " ".join(text.translate(_NEVER_QUOTED).split())[:MAX_NAME].strip()


def write_part(part: Part, currency: Currency) -> str:
    """Write a part as it stands behind a name, with a space before it; nothing for equal."""
    match part.kind:
        case PartKind.EQUAL:
            return ""
        case PartKind.EXACT:
            return f" {write_number(Money(part.value, currency))}"
        case PartKind.PERCENT:
            return f" {_scaled(part.value)}%"
        case PartKind.SHARES:
            return f" x{_scaled(part.value)}"
        case PartKind.ADJUST:
            sign = "" if part.value < 0 else "+"
            return f" {sign}{write_number(Money(part.value, currency))}"


def _pieces(line: ExpenseLine, home: Currency, *, guarded: bool) -> Iterator[str]:
    currency = line.amount.currency
    number = line.arithmetic or write_number(line.amount)
    yield f"-{write_number(line.amount)}" if line.refund else number
    if currency != home:
        yield currency
    amount = line.arithmetic or write_number(line.amount)
    amount = amount if currency == home else f"{amount} {currency}"
    words = line.description.split()
    yield from (f"\\{word}" for word in words) if guarded else _escaped(words, amount, home)
    if line.everyone:
        yield "all"
    for whom, part in line.participants:
        yield write_whom(whom) + write_part(part, currency)
    for whom in line.left_out:
        yield f"-{write_whom(whom)}"
    if line.payers:
        yield "paid"
    for whom, minor in _readable(line):
        paid = "" if minor is None else f" {write_number(Money(minor, currency))}"
        yield write_whom(whom) + paid
    if line.on:
        yield f"on {line.on.isoformat()}"
    if line.category:
        yield f"#{'_'.join(line.category.split())}"
    if line.note:
        yield f"// {' '.join(line.note.split())}"


def _readable(line: ExpenseLine) -> Iterator[tuple[Whom, int | None]]:
    """Yield the payers; whoever takes a rest of nothing stands first.

    Behind payments that make the whole amount a name without a number pays nothing: it shares.
    """
    fixed = sum(minor for _, minor in line.payers if minor is not None)
    rest = [payer for payer in line.payers if payer[1] is None]
    if fixed < line.amount.minor:
        yield from line.payers
    else:
        yield from rest
        yield from (payer for payer in line.payers if payer[1] is not None)


def _escaped(description: Sequence[str], amount: str, home: Currency) -> Iterator[str]:
    """Put a backslash before what would be read as something else than description."""
    words = [_only(text) for text in description]
    for at, text in enumerate(description):
        claimed = _would_be_claimed(words, at)
        if at == 0 and not claimed:
            claimed = _would_be_amount(amount, description, home)
        yield f"\\{text}" if claimed else text


def _would_be_amount(amount: str, description: Sequence[str], home: Currency) -> bool:
    """Tell whether what follows an amount would be part of it: `300 EUR trip`, `100 + 200`."""
    try:
        read = figure_at(from_text(f"{amount} {' '.join(description[:3])}").words, 0, home)
    except LedgerError:
        return True
    return read is not None and read.stop > len(from_text(amount).words)


def _only(text: str) -> Word | None:
    """Return the word that a piece of description is read as, or None when it is not just that."""
    words = from_text(f"- {text}").words
    return words[1] if len(words) == 2 and words[1].text == text else None


def _would_be_claimed(words: Sequence[Word | None], at: int) -> bool:
    word = words[at]
    if word is None or word.whom is not None or word.everyone or category_of(word):
        return True
    if word.plain == "//" or word.low == "-me" or (at and is_bare_out(word)):
        return True
    if _OPENS_QUOTED.match(word.plain):
        return True
    behind = words[at + 1] if at + 1 < len(words) else None
    if behind is None and seems_without(word):
        return True
    if word.low in {"me", "all"}:
        return (
            behind is None
            or not is_letters(behind.low)
            or behind.low in _TELLING
            or currencies.apart(behind.plain, _SOME_CURRENCY) is not None
        )
    if word.low in PAID:
        return behind is None or behind.low in _TELLING
    if word.low == "on":
        return behind is None or _is_date([one for one in words[at + 1 :] if one is not None])
    return False


def _is_date(words: Sequence[Word]) -> bool:
    try:
        return date_at(words, 0, _SOME_DAY) is not None
    except LedgerError:
        return True


def _scaled(value: int) -> str:
    whole, rest = divmod(value, _SCALE)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".") if rest else str(whole)
