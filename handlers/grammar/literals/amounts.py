"""Amounts: `1,20,000`, `12,50`, `1.5k`, `₹1200`, `45 EUR`, `(20+30)*1.1`.

Read exactly, as Fractions, and rounded half up to the currency's minor units (ISO 4217).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from handlers.grammar.lexer import Word
from handlers.grammar.literals import arithmetic, currencies
from ledger.core.errors import Code, LedgerError
from ledger.core.money import MAX_MINOR, Currency, Money, exponent

_SHAPE = re.compile(r"([^\d(]*)([\d(](?:.*[\d)])?)([^\d)]*)\Z")
_BEFORE = re.compile(r"([-+]?)([^-+.,\d(]*)([-+]?)([.,]?)\Z")
_BODY = re.compile(r"[\d.,'+\-*/^%()xXkK\s]*\Z")
_INSIDE = re.compile(r"[\d.,'+\-*/^%()xXkK]*[^\s\w]?\Z")
_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}\Z|\d{1,2}\.\d{1,2}\.(?:\d{4})?\Z")
_TRAILING = ",;:!?."
_CLOSINGS = frozenset({"/-", ",-", ".-", ",--", ".--"})
"""How an amount without decimals is closed: `500/-` in India, `20,-` in Europe."""
_MOST_WORDS = 40
"""How many words one pair of parentheses may hold."""
_GROUP = re.compile(r"(?:\d{3}|00)(?:[.,]\d{1,2})?\Z")
_OF_LAKHS = "INR"
_POINTS = frozenset({"INR", "USD", "GBP", "AUD", "CAD", "NZD", "SGD", "HKD", "PKR", "LKR", "NPR"})
"""Currencies whose people write a point before cents."""
_TWO_BEHIND_COMMA = re.compile(r"\d{1,2},\d{2}\Z")
_ONE_BEHIND_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+,\d\Z")
_OPERATORS = frozenset("+-*/xX")
_NOT_IN_SUMS = re.compile(r"[^\d.,+\-*/xX]")
_SCALES = {"k": 3, "lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5, "crore": 7, "crores": 7, "cr": 7}
_SCALES |= {"grand": 3, "m": 6, "mio": 6, "million": 6}
"""Words that multiply the number before them, as powers of ten."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as written somewhere in a line; `minor` may be zero or negative.

    `arithmetic` is the sum as typed where it was one; `stop` the index of the word behind it.
    """

    minor: int
    currency: Currency
    arithmetic: str | None
    stop: int


def figure_at(
    words: Sequence[Word], start: int, home: Currency, *, joins: bool = True
) -> Figure | None:
    """Read the number that begins at a word, or return None when none does.

    `home` is the currency where none is written. With `joins`, parentheses may span words.

    Raises LedgerError, `written: str` always being the number and its currency as typed:
    AMOUNT_AMBIGUOUS(written, readings: tuple[Money, Money], grouped thousands first), also for
    `1 000`, `100 + 200` and `2 lakh`, the whole first, for two currencies, and for
    `20 euros` where the currency is another;
    TOO_MANY_DECIMALS(written, currency, decimals: int that it may have, nearest: Money);
    AMOUNT_TOO_LARGE(written, most: Money);
    BAD_ARITHMETIC(written);
    UNKNOWN_CURRENCY(written, currency: str, the three letters).
    """
    sign = currencies.apart(words[start].plain, home) if start < len(words) else None
    at = start + 1 if sign else start
    if at >= len(words) or words[at].whom is not None or words[at].escaped:
        return None
    text, stop = words[at].plain, at + 1
    if text.count("(") > text.count(")"):
        if not joins:
            return None
        text, stop = _joined(words, at)
    try:
        shape = _shape(text, home)
        if shape is None or (sign and shape.currency):
            return None
        sign = sign or shape.currency
        behind = _code_behind(words, stop, sign, home)
        stop += behind is not None or _is_named(words, stop, sign or home)
        currency = behind or sign or home
        minor, is_sum = _minor(shape, currency)
    except LedgerError as error:
        error.details["written"] = written_at(words, start, stop)
        raise
    if stop < len(words):
        if joins and not (behind or sign):
            _refuse_named_currency(words, start, stop, Money(minor, currency))
        _refuse_second_currency(words, start, stop, Money(minor, currency), said=behind or sign)
        _refuse_spread(words, start, stop, Money(minor, currency))
    return Figure(minor, currency, _signed(shape) if is_sum else None, stop)


def written_at(words: Sequence[Word], start: int, stop: int) -> str:
    """Return words as typed, to be quoted."""
    return " ".join(word.text for word in words[start:stop])


def write_number(money: Money) -> str:
    """Return an amount in the grammar's plain form: `1200`, `12.50`, `-0.5` never `-.5`.

    Whole amounts have no decimals, others all of their currency's, so it is never ambiguous.
    """
    sign = "-" if money.minor < 0 else ""
    whole, rest = divmod(abs(money.minor), 10 ** exponent(money.currency))
    decimals = f".{rest:0{exponent(money.currency)}d}" if rest else ""
    return f"{sign}{whole}{decimals}"


def write_money(money: Money, home: Currency) -> str:
    """Return an amount as `write_number` does, with its code behind where it is not `home`."""
    code = "" if money.currency == home else f" {money.currency}"
    return write_number(money) + code


@dataclass(frozen=True, slots=True)
class _Shape:
    """A number's text taken apart: its minus, the digits or sum, the currency that touches it."""

    minus: bool
    body: str
    currency: Currency | None


def _shape(text: str, home: Currency) -> _Shape | None:
    if text.isascii() and text.isdigit():  # The most common amount by far.
        return _Shape(False, text, None)
    found = _SHAPE.match(text)
    if found is None or _DAY.match(text):
        return None
    before, body, behind = found.groups()
    peeled = _BEFORE.match(before)
    if peeled is None or not _BODY.match(body):
        return None
    sign, prefix, inner_sign, point = peeled.groups()
    if point and not prefix.isalpha():  # `.50` is a number, `Rs.50` is not.
        body = f"0{point}{body}"
    scale, suffix = _scale(behind, home)
    currency = _touching(prefix, suffix, body, home)
    if (sign and inner_sign) or (currency is None and (prefix or suffix)):
        return None
    return _Shape("-" in (sign, inner_sign), body + scale, currency)


def _touching(prefix: str, suffix: str, body: str, home: Currency) -> Currency | None:
    """Return the currency that the marks touching a number agree on, or None."""
    before = currencies.glued(prefix, home) if prefix else None
    behind = currencies.glued(suffix, home) if suffix else None
    if (prefix and before is None) or not suffix:
        return before
    if behind is None:
        if len(suffix) == 3 and suffix.isascii() and suffix.isalpha() and _is_number(body):
            raise LedgerError(Code.UNKNOWN_CURRENCY, currency=suffix.upper())
        return None
    agree = before in (None, behind) or currencies.narrows(behind, before, home)
    return behind if agree else None


def _scale(behind: str, home: Currency) -> tuple[str, str]:
    """Split what follows the last digit into `k` (or a sum's open end) and a sign or code."""
    behind = behind.rstrip(_TRAILING)
    if not behind or behind in _CLOSINGS:
        return "", ""
    if currencies.glued(behind, home):
        return "", behind
    if behind[0] in "kK" and (len(behind) == 1 or currencies.glued(behind[1:], home)):
        return "k", behind[1:]
    if behind[0] in "+-*/^%(" and _BODY.match(behind):
        return behind, ""
    return "", behind


def _joined(words: Sequence[Word], start: int) -> tuple[str, int]:
    """Join the words that one pair of parentheses spans, as far as they are arithmetic."""
    text, stop = words[start].plain, start + 1
    last = min(len(words), start + _MOST_WORDS)
    while stop < last and text.count("(") > text.count(")"):
        if words[stop].whom is not None or not _INSIDE.match(words[stop].plain):
            break
        text, stop = f"{text} {words[stop].plain}", stop + 1
    return text, stop


def _code_behind(
    words: Sequence[Word], at: int, sign: Currency | None, home: Currency
) -> Currency | None:
    """Return the currency that a word behind the number says, unless it contradicts the sign."""
    if at >= len(words) or words[at].whom is not None or words[at].escaped:
        return None
    code = currencies.apart(words[at].plain.rstrip(_TRAILING), home)
    if code is None or sign is None or code == sign or currencies.narrows(code, sign, home):
        return code
    return None


def _is_named(words: Sequence[Word], at: int, currency: Currency) -> bool:
    """Tell whether a word behind a number only says its currency once more: `20 euros`."""
    if at >= len(words) or words[at].whom is not None or words[at].escaped:
        return False
    return currencies.named(words[at].low, currency) == currency


def _refuse_named_currency(words: Sequence[Word], start: int, stop: int, read: Money) -> None:
    """Raise AMOUNT_AMBIGUOUS for `20 euros` where the number alone means something else."""
    word = words[stop]
    other = currencies.named(word.low, read.currency) if not word.escaped else None
    if other is None or other == read.currency or word.whom is not None:
        return
    raise _either(words, start, stop + 1, _in_other(read, other), read)


def _in_other(read: Money, other: Currency) -> Money:
    """Return the same number of another currency's units."""
    major = Fraction(read.minor, 10 ** exponent(read.currency))
    return Money(_half_up(major * 10 ** exponent(other)), other)


def _refuse_second_currency(
    words: Sequence[Word], start: int, stop: int, read: Money, *, said: Currency | None
) -> None:
    """Raise AMOUNT_AMBIGUOUS where another currency follows the one of a number."""
    word = words[stop]
    if said is None or word.whom is not None or word.escaped or word.low == "all":
        return
    written = word.plain.rstrip(_TRAILING)
    is_sign = len(written) == 1 and not written.isalnum()
    other = currencies.apart(written, said) if is_sign or len(written) == 3 else None
    if other is None or other == said:
        return
    raise _either(words, start, stop + 1, _in_other(read, other), read)


def _refuse_spread(words: Sequence[Word], start: int, stop: int, read: Money) -> None:
    """Raise AMOUNT_AMBIGUOUS where what follows a number is perhaps still the number.

    `1 000`, `100 + 200` and `2 lakh` are one amount to whoever types them, and a silent 1,
    100 or 2 would be wrong money; "300 gate 7" is three hundred.
    """
    number = words[stop - 1].plain
    if words[stop].whom is not None or words[stop].escaped:
        return
    unit = 10 ** exponent(read.currency)
    if words[stop].low in _SCALES and number[-1:].isdigit():
        whole = Fraction(read.minor * 10 ** _SCALES[words[stop].low])
        raise _either(words, start, stop + 1, Money(_half_up(whole), read.currency), read)
    end = stop
    while end < len(words) and words[end].whom is None and not words[end].escaped:
        if _GROUP.match(words[end].plain) and words[end - 1].plain[-1:].isdigit() and (
            end > stop or len(number.lstrip("₹$€£")) <= 3
        ):  # fmt: skip
            end += 1
        elif words[end].plain in _OPERATORS and _begins_number(words, end + 1):
            end += 2
        else:
            break
    if end > stop:
        text = _NOT_IN_SUMS.sub("", "".join(word.plain for word in words[start:end]))
        try:
            value = arithmetic.evaluate(text, exponent(read.currency)).value
        except (arithmetic.AmbiguousError, arithmetic.ImpossibleError, arithmetic.UnreadableError):
            written = written_at(words, start, end)
            raise LedgerError(Code.BAD_ARITHMETIC, written=written) from None
        raise _either(words, start, end, Money(_half_up(value * unit), read.currency), read)


def _begins_number(words: Sequence[Word], at: int) -> bool:
    if at >= len(words) or words[at].whom is not None:
        return False
    plain = words[at].plain
    begun = plain[1:] if plain[0] in "(." or unicodedata.category(plain[0]) == "Sc" else plain
    return begun[:1].isdigit()


def _either(
    words: Sequence[Word], start: int, stop: int, whole: Money, first: Money
) -> LedgerError:
    written = written_at(words, start, stop)
    return LedgerError(Code.AMOUNT_AMBIGUOUS, written=written, readings=(whole, first))


def _is_number(body: str) -> bool:
    return all(char in "0123456789.,'kK" for char in body)


@lru_cache(maxsize=512)
def _minor(shape: _Shape, currency: Currency) -> tuple[int, bool]:
    """Return a number's minor units and whether it is a sum.

    Kept for a while, as one line's numbers are looked at by each of its possible readings.
    """
    value, is_sum = _evaluated(shape, currency)
    return _bounded(value, currency), is_sum


def _evaluated(shape: _Shape, currency: Currency) -> tuple[Fraction, bool]:
    decimals = exponent(currency)
    body = _signed(shape)
    _refuse_odd_marks(shape, currency)
    try:
        result = arithmetic.evaluate(body, decimals)
    except arithmetic.AmbiguousError as either:
        smallest = Fraction(1, 10**decimals)
        if 0 < either.decimal < smallest / 2:
            raise _too_many_decimals(either.decimal, currency) from None
        readings = tuple(
            Money(_half_up(value * 10**decimals), currency)
            for value in (either.grouped, either.decimal)
        )
        raise LedgerError(Code.AMOUNT_AMBIGUOUS, readings=readings) from None
    except (arithmetic.ImpossibleError, arithmetic.UnreadableError):
        raise LedgerError(Code.BAD_ARITHMETIC) from None
    if not result.is_sum and (
        result.decimals > decimals or (result.value * 10**decimals).denominator > 1
    ):
        raise _too_many_decimals(result.value, currency)
    value = -result.value if shape.minus and not result.is_sum else result.value
    return value, result.is_sum


def _refuse_odd_marks(shape: _Shape, currency: Currency) -> None:
    """Raise AMOUNT_AMBIGUOUS for `₹2,15` and `1.250,5` of money that is not written so.

    Lakhs are grouped by two digits, and cents are two where a comma stands before them.
    """
    lakhs = shape.currency == currency == _OF_LAKHS and _TWO_BEHIND_COMMA.match(shape.body)
    tenth = currency in _POINTS and _ONE_BEHIND_COMMA.match(shape.body)
    if not (lakhs or tenth):
        return
    unit = 10 ** exponent(currency)
    whole = Fraction(re.sub("[.,]", "", shape.body))
    decimal = Fraction(shape.body.replace(".", "").replace(",", "."))
    sums = (whole, decimal) if lakhs else (decimal, whole)
    readings = tuple(Money(_half_up(value * unit), currency) for value in sums)
    raise LedgerError(Code.AMOUNT_AMBIGUOUS, readings=readings)


def _signed(shape: _Shape) -> str:
    """Return a sum with its leading minus; a number's minus is applied to its value."""
    return f"-{shape.body}" if shape.minus and not _is_number(shape.body) else shape.body


def _too_many_decimals(value: Fraction, currency: Currency) -> LedgerError:
    decimals = exponent(currency)
    nearest = Money(max(1, _half_up(value * 10**decimals)), currency)
    return LedgerError(
        Code.TOO_MANY_DECIMALS, currency=currency, decimals=decimals, nearest=nearest
    )


def _bounded(value: Fraction, currency: Currency) -> int:
    minor = _half_up(value * 10 ** exponent(currency))
    if abs(minor) > MAX_MINOR:
        most = Money(MAX_MINOR, currency)
        raise LedgerError(Code.AMOUNT_TOO_LARGE, most=most)
    return minor


def _half_up(value: Fraction) -> int:
    """Round to the nearest whole unit, halves away from zero."""
    rounded = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return rounded if value >= 0 else -rounded
