"""Corrected lines to copy: what a refused line could have been meant to say.

Every function puts `examples: tuple[str, ...]`, best first, into an error's details.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from handlers.grammar.lexer import Line, from_text
from handlers.grammar.literals.amounts import figure_at, write_money, write_number
from ledger.core.errors import Code, LedgerError
from ledger.core.money import MAX_MINOR, Currency, Money, exponent, is_currency

_NOT_IN_NUMBERS = re.compile(r"[^\d.,]")
_GLUED = re.compile(r"([^\w\s]?[\d.,]*\d)[-,;:/]*([^\W\d_]{2}.*)\Z")
"""A number and the word that touches it: `1200dinner`."""
_NUMBERED = re.compile(r"([^\W\d_]{2,})[-:]?(\d[\d.,]*)\Z")
"""A word and the number that it ends in: `cab340`."""
_NO_PART_OF_A_NUMBER = re.compile(r"^[~≈=:#*<>!?&|]+|^(?:ca|approx|about)\.?(?=\d)", re.IGNORECASE)
_DOUBLED = re.compile(r"([.,])\1+")
_NOT_DIGITS = re.compile(r"\D")
_MINUS = re.compile(r"-(\d[\d.,]*)\Z")
_IS_SUM = re.compile(r"\d[-+*/^]+\d")
_TIP = re.compile(r"(\d{1,9}(?:\.\d{1,4})?)([-+])(\d{1,2}(?:\.\d{1,4})?)%\Z")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})+\Z|\d{1,3}(?:'\d{2,3})+\Z")
_SINGLE = re.compile(r"\d[\d.,']*%?\Z")
_SCALED = re.compile(r"(\d+(?:\.\d+)?)(l|lac|lakh|cr|m|mn|mio|mil)\Z", re.IGNORECASE)
_SCALES = {"l": 5, "lac": 5, "lakh": 5, "cr": 7, "m": 6, "mn": 6, "mio": 6, "mil": 6}
_GAP = re.compile(r"(?<=\d)_(?=\d)")
_WITH_LETTER_O = re.compile(r"[1-9][\doO]*[oO]\Z")
_LETTERS = re.compile(r"[^\W\d_]")
_ZEROS = str.maketrans("oO", "00")
_MOST_PLACES = 60
_MOST_SPELLED = 8
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_BELOW = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_UNITS = {name: value for value, name in enumerate(_BELOW.split(), 1)}
_UNITS |= {name: 10 * value for value, name in enumerate(_TENS.split(), 2)}
_TEN = 10
_THOUSANDS = {"thousand": 1000, "lakh": 100_000, "lakhs": 100_000, "million": 1_000_000}


def correct_amount(line: Line, error: LedgerError, home: Currency) -> None:
    """Correct the amount that begins a line; of an entry's line no amount is made up."""
    if error.code is Code.AMOUNT_MISSING:
        error.details["examples"] = _with_amount(line, home)
    elif _is_below_zero(error) or (line.command == "edit" and not _instead(error, home)):
        # Of money that came back no line makes an expense.
        error.details["examples"] = ()
    else:
        correct_number(line, error, 0, home, otherwise=_some_amount(home))


def _is_below_zero(error: LedgerError) -> bool:
    amount = error.details.get("amount")
    return error.code is Code.AMOUNT_NOT_POSITIVE and isinstance(amount, Money) and amount.minor < 0


def correct_number(
    line: Line, error: LedgerError, at: int, home: Currency, otherwise: str = ""
) -> None:
    """Correct the number that begins at a word; `otherwise` stands in where nothing fits."""
    written = str(error.details["written"])
    stop = at + len(written.split())
    instead = _instead(error, home) or [otherwise]
    if error.code is Code.UNKNOWN_CURRENCY and (glued := _GLUED.match(written)):
        # "1200tea" is perhaps no currency but what was paid for.
        instead = [f"{glued[1]} {glued[2]}", *instead]
    error.details["examples"] = tuple(line.replaced(at, stop, one) for one in instead)


def _instead(error: LedgerError, home: Currency) -> list[str]:
    details = error.details
    written = str(details["written"])
    match error.code:
        case Code.AMOUNT_AMBIGUOUS:
            return _writable(details["readings"], home)
        case Code.TOO_MANY_DECIMALS:
            return _writable((details["nearest"],), home)
        case Code.AMOUNT_NOT_POSITIVE:
            amount = details["amount"]
            assert isinstance(amount, Money)
            return _writable((Money(-amount.minor, amount.currency),), home)
        case Code.UNKNOWN_CURRENCY:
            return [_NOT_IN_NUMBERS.sub("", written)]
        case Code.BAD_PART:
            return {
                "currency": [_NOT_IN_NUMBERS.sub("", written).strip(".,")],
                "percent": ["10%"],
                "shares": ["x2"],
                "fraction": [_as_percent(written)],
            }.get(str(details["reason"]), [])
        case Code.BAD_ARITHMETIC:
            return _in_plain_digits(written, home)
        case _:
            return []


def _in_plain_digits(written: str, home: Currency) -> list[str]:
    """Return `15000` for `1,50,00`, `1.5` for `1..5`, `100` for `100%`: a sum is not guessed."""
    if tip := _TIP.match(written):
        value = Fraction(tip[1]) * (1 + Fraction(f"{tip[2]}{tip[3]}") / 100)
        minor = int(value * 10 ** exponent(home) + Fraction(1, 2))
        return [write_number(Money(minor, home))] if 0 < minor <= MAX_MINOR else []
    if written.count("(") != written.count(")"):
        text = written.replace("(", "").replace(")", "")
        return [text] if _begins_with_amount(f"/split {text}", home) else []
    # "1,200.50.3" may be any amount, and is none of our making.
    grouped = [_NOT_DIGITS.sub("", written)] if _GROUPED.match(written) else []
    for text in (_DOUBLED.sub(r"\1", written.rstrip("%")), *grouped):
        if _SINGLE.match(written) and _begins_with_amount(f"/split {text}", home):
            return [text]
    return []


def _as_percent(fraction: str) -> str:
    """Return `50%` for `1/2`, and one share where the percentage has no end: `1/3`."""
    above, _, below = fraction.partition("/")
    if not (above.isdigit() and below.isdigit() and int(below)):
        return "x1"
    value = Fraction(int(above) * 100, int(below))
    whole = value * 10_000
    return f"{float(value):g}%" if whole.denominator == 1 and value <= 100 else "x1"


def _writable(readings: object, home: Currency) -> list[str]:
    assert isinstance(readings, tuple)
    return [
        write_money(money, home)
        for money in readings
        if isinstance(money, Money) and 0 < money.minor <= MAX_MINOR
    ]


def _some_amount(home: Currency) -> str:
    return "1200" if exponent(home) < 3 else "12"


def _with_amount(line: Line, home: Currency) -> tuple[str, ...]:
    """Return lines that begin with an amount: the one meant, a number moved there, or some."""
    found = [
        meant
        for meant in (
            *(_mended(line, home), _moved(line, home)),
            *(_moved_mended(line, home), _set_apart(line, home), _spelled(line)),
        )
        if meant is not None
    ]
    if found:
        # "2pizzas 500": a number of its own is the likelier amount.
        return tuple(reversed(found)) if _GLUED.match(_first(line)) else tuple(found)
    if line.command == "edit":
        return ()  # The entry's own line is a better start.
    if dashed := _dashed(line):
        return dashed
    words = [word.text for word in line.words]
    return (line.example(_some_amount(home), *(words or ["dinner"])),)


def without_samples(error: LedgerError, line: Line, home: Currency) -> None:
    """Take lines with an amount of our own making from a refusal of a line that has numbers.

    One with none, or whose amount can't be one, is shown what one looks like.
    """
    if error.code not in {Code.AMOUNT_MISSING, Code.BAD_ARITHMETIC}:
        return
    numbers = [word.plain for word in line.words if any(char.isdigit() for char in word.plain)]
    if not numbers or any(_IS_SUM.search(number) for number in numbers):
        return
    sample = line.example(_some_amount(home))
    examples = error.details.get("examples")
    if isinstance(examples, tuple):
        kept = (one for one in examples if f"{one} ".startswith(f"{sample} "))
        digits = (_LETTERS.sub("", number.translate(_ZEROS)) for number in numbers)
        # In "dinner1200" and "12oo" it is the line's own.
        made_up = set() if _some_amount(home) in digits else set(kept)
        error.details["examples"] = tuple(one for one in examples if one not in made_up)


def _first(line: Line) -> str:
    return line.words[0].plain if line.words else ""


def _mended(line: Line, home: Currency) -> str | None:
    """Return the line with the number that its first word holds: `~1200`, `1_000`, `1200tea`."""
    if not line.words or line.words[0].whom is not None:
        return None
    first = _NO_PART_OF_A_NUMBER.sub("", _GAP.sub("", _first(line)))
    if _WITH_LETTER_O.match(first):  # "12oo"
        first = first.translate(_ZEROS)
    glued, scaled = _GLUED.match(first), _SCALED.match(first)
    if scaled:
        value = Fraction(scaled[1]) * 10 ** _SCALES[scaled[2].lower()]
        instead = [write_number(Money(int(value * 10 ** exponent(home)), home))]
    elif len(first) == 3 and is_currency(first.upper()):
        instead = [first.upper()]
    else:
        instead = [glued[1], glued[2]] if glued else [first]
    if instead == [_first(line)] or not _begins_with_amount(
        replace(line, prefix="/split").replaced(0, 1, *instead), home
    ):
        return None
    return line.replaced(0, 1, *instead)


def _moved(line: Line, home: Currency) -> str | None:
    """Return the line with its first number moved to the front, others than parts first."""
    places = range(1, min(len(line.words), _MOST_PLACES))
    for at in sorted(places, key=lambda at: line.words[at - 1].whom is not None):
        try:
            figure = figure_at(line.words, at, home)
        except LedgerError:
            continue
        if figure is not None and figure.minor > 0:
            amount = write_money(Money(figure.minor, figure.currency), home)
            rest = (word.text for word in (*line.words[:at], *line.words[figure.stop :]))
            return line.example(amount, *rest)
    return None


def _moved_mended(line: Line, home: Currency) -> str | None:
    """Return the line with its first number that can be mended in front: `dinner 1..5`."""
    for at in range(1, min(len(line.words), _MOST_PLACES)):
        if "%" in line.words[at].plain:
            continue
        try:
            figure_at(line.words, at, home)
        except LedgerError as error:
            instead = _instead(error, home) if error.code is Code.BAD_ARITHMETIC else []
            if instead:
                rest = (word.text for word in (*line.words[:at], *line.words[at + 1 :]))
                return line.example(instead[0], *rest)
    return None


def _dashed(line: Line) -> tuple[str, ...]:
    """Return what `dinner -100` may say: so much was spent, or came back."""
    for at, word in enumerate(line.words[1:_MOST_PLACES], 1):
        found = None if word.whom is not None or word.escaped else _MINUS.match(word.plain)
        if found and line.words[at - 1].whom is None:
            rest = [one.text for one in (*line.words[:at], *line.words[at + 1 :])]
            return line.example(found[1], *rest), line.example(f"-{found[1]}", *rest)
    return ()


def _set_apart(line: Line, home: Currency) -> str | None:
    """Return the line with the number in front that a word ends in: `cab340`."""
    for at, word in enumerate(line.words[:_MOST_PLACES]):
        found = None if word.whom is not None or word.escaped else _NUMBERED.match(word.plain)
        if found and _begins_with_amount(f"/split {found[2]}", home):
            rest = [one.text for one in line.words[at + 1 :]]
            before = [one.text for one in line.words[:at]]
            return line.example(found[2], *before, found[1], *rest)
    return None


def _spelled(line: Line) -> str | None:
    """Return the line with its first words as a number: `one hundred`, `dinner fifty`."""
    for at in range(min(len(line.words), _MOST_PLACES)):
        if (found := _spelled_at(line, at)) is not None:
            value, stop = found
            rest = (word.text for word in (*line.words[:at], *line.words[stop:]))
            return line.example(str(value), *rest)
        if line.words[at].low in _UNITS:
            return None
    return None


def _spelled_at(line: Line, start: int) -> tuple[int, int] | None:
    """Return the number that words spell, and the index behind it: `twelve hundred fifty`."""
    total = part = 0
    stop = start
    for at, word in enumerate(line.words[start : start + _MOST_SPELLED], start):
        low = word.low
        if part and part < _TEN <= _UNITS.get(low, 0):
            return None  # "five fifty" may be 550 or 5.50.
        if low in _UNITS or (low == "a" and at + 1 < len(line.words) and at == start):
            part += _UNITS.get(low, 1)
        elif low == "hundred":
            part = max(part, 1) * 100
        elif low in _THOUSANDS:
            total, part = total + max(part, 1) * _THOUSANDS[low], 0
        elif low == "and" and at > start:
            continue
        else:
            break
        stop = at + 1
    if not total + part or line.words[stop - 1].low == "a":
        return None
    return total + part, stop


def _begins_with_amount(example: str, home: Currency) -> bool:
    try:
        figure = figure_at(from_text(example).words, 0, home)
    except LedgerError:
        return False
    return figure is not None and figure.minor > 0
