"""Parts: what may stand right behind a name and says how much of an expense is theirs.

`500` exact, `40%` percentage, `x2` (`2x`) shares, `+100` and `-50` adjustment. Exact parts and
adjustments are written like amounts, sums included, in the expense's currency. `x 2`,
`2 shares`, `40 %` and `40 percent` are read too, since an equal part or an amount would not be
what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from handlers.grammar.lexer import Word
from handlers.grammar.literals import arithmetic, currencies
from handlers.grammar.literals.amounts import Figure, figure_at, written_at
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency
from ledger.core.shares import Part, PartKind

_PERCENT = re.compile(r"(\d{1,9}(?:[.,]\d{1,9})?)%\Z")
_SHARES = re.compile(r"(?:[xX](\d{1,9}(?:[.,]\d{1,9})?)|(\d{1,9}(?:[.,]\d{1,9})?)[xX])\Z")
_COUNT = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?\Z")
_LIKE_A_PART = re.compile(r"[-+]?[^\w\s]{0,3}\d|[-+]?[A-Za-z]{1,3}\.?\d|[-+]?\(")
_SCALE = 10_000
_PERCENT_WORDS = frozenset({"percent", "pct", "percents", "prozent"})
_SHARE_WORDS = frozenset({"share", "shares", "part", "parts", "portion", "portions"})
_FEW_SHARES = 20
"""More than these are an amount: "@bob 500 share of rent"."""
_MOST_SHARES = 1_000_000
_TRAILING = ",;:!?.)]}\"'"


def part_at(words: Sequence[Word], start: int, expense: Currency) -> tuple[Part, int] | None:
    """Read the part that begins at a word; return it and the index behind it, or None.

    What can't be read as a part is none: description. What can, but can't be meant, raises:
    the errors of `figure_at`, and BAD_PART(written: str, reason: str), the reason being
    `currency` (another than the expense's), `percent` (`+10%`, a sum, too many decimals),
    `shares` (too many, too fine), `fraction` (`1/3`: of the bill, or a third of a unit?) or
    `negative` (a sum below zero that no `-` announces).
    """
    if start >= len(words) or words[start].whom is not None or words[start].escaped:
        return None
    plain = words[start].plain.rstrip(_TRAILING)
    if not plain:
        return None
    next_plain = words[start + 1].plain if start + 1 < len(words) else ""
    if plain[-1] == "%":
        part = _percent(plain, words[start].text)
        return None if part is None else (part, start + 1)
    if next_plain.rstrip(_TRAILING) == "%" and _COUNT.match(plain):
        part = _percent(plain + "%", f"{words[start].text} %")
        return None if part is None else (part, start + 2)
    if shares := _SHARES.match(plain):
        return _shares(shares[1] or shares[2], words[start].text), start + 1
    if spelled := _spelled(words, start, plain, next_plain.rstrip(_TRAILING).lower()):
        return spelled, start + 2
    if plain in ("x", "X") and _COUNT.match(count := next_plain.rstrip(_TRAILING)):
        return _shares(count, written_at(words, start, start + 2)), start + 2
    return _in_money(words, start, expense)


def _spelled(words: Sequence[Word], start: int, plain: str, unit: str) -> Part | None:
    """Read `2 shares` and `40 percent`, which are no 2 and 40 of the currency."""
    if not _COUNT.match(plain):
        return None
    written = written_at(words, start, start + 2)
    if unit in _PERCENT_WORDS:
        return _percent(f"{plain}%", written)
    if unit in _SHARE_WORDS and Fraction(plain.replace(",", ".")) <= _FEW_SHARES:
        return _shares(plain, written)
    return None


def is_part(words: Sequence[Word], start: int, expense: Currency) -> bool:
    """Tell whether something behind a name would be read as its part, or refused as one."""
    try:
        return part_at(words, start, expense) is not None
    except LedgerError:
        return True


def _percent(plain: str, written: str) -> Part | None:
    found = _PERCENT.match(plain)
    if found is None:
        if plain[0] in "+-(0123456789" and len(plain) > 1:
            raise _bad(written, "percent")
        return None
    value = Fraction(found[1].replace(",", ".")) * _SCALE
    if value.denominator > 1:
        raise _bad(written, "percent")
    return Part(PartKind.PERCENT, int(value))


def _shares(count: str, written: str) -> Part:
    value = Fraction(count.replace(",", ".")) * _SCALE
    if value.denominator > 1 or value > _MOST_SHARES * _SCALE:
        raise _bad(written, "shares")
    return Part(PartKind.SHARES, int(value))


def _in_money(words: Sequence[Word], start: int, expense: Currency) -> tuple[Part, int] | None:
    plain = words[start].plain
    if not _LIKE_A_PART.match(plain) and currencies.apart(plain, expense) is None:
        return None
    try:
        figure = figure_at(words, start, expense, joins=False)
    except LedgerError as error:
        if error.code is Code.UNKNOWN_CURRENCY:
            return None  # "12abc" is no amount of anything.
        raise
    if figure is None:
        return None
    written = written_at(words, start, figure.stop)
    _refuse_other_currency(words, start, figure, expense)
    if plain[0] in "+-":
        return Part(PartKind.ADJUST, figure.minor), figure.stop
    if figure.minor < 0:
        raise _bad(written, "negative")
    if figure.arithmetic and _is_fraction(figure.arithmetic):
        raise _bad(written, "fraction")
    return Part(PartKind.EXACT, figure.minor), figure.stop


def _refuse_other_currency(
    words: Sequence[Word], start: int, figure: Figure, expense: Currency
) -> None:
    """Raise BAD_PART for `5 EUR`, `€5` and `5 euros` of an expense in rupees."""
    at = figure.stop
    said = None
    if at < len(words) and words[at].whom is None and not words[at].escaped:
        said = currencies.named(words[at].low, expense)
    if said is not None and said != figure.currency:
        raise _bad(written_at(words, start, at + 1), "currency")
    if figure.currency != expense:
        raise _bad(written_at(words, start, at), "currency")


def _is_fraction(text: str) -> bool:
    """Tell whether a sum is `1/3` or the like, which more likely means a share of the bill."""
    above, slash, below = text.partition("/")
    return (
        bool(slash) and above.isdigit() and below.isdigit()
        and arithmetic.evaluate(text, 0).value < 1
    )  # fmt: skip


def _bad(written: str, reason: str) -> LedgerError:
    return LedgerError(Code.BAD_PART, written=written, reason=reason)
