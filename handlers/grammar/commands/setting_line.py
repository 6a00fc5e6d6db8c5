"""Settings as their commands take them; None where nothing is said, which asks for buttons."""

from __future__ import annotations

from handlers.grammar.circle import Circle
from handlers.grammar.commands.own_rules import switched
from handlers.grammar.lexer import Line
from handlers.grammar.literals import currencies
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, is_currency

_ON = frozenset({"on", "yes", "true", "1", "enable", "enabled"})
_OFF = frozenset({"off", "no", "false", "0", "disable", "disabled", "stop"})


def read_switch(line: Line, circle: Circle | None = None) -> bool | None:
    """Read `on` or `off`, with `circle` in the languages that are spoken there, too.

    Raises UNKNOWN_CHOICE(written: str, choices: tuple[str, ...], examples).
    """
    if not line.words:
        return None
    said = switched(line, circle) if circle is not None else ""
    low = said or line.words[0].low
    if low in _ON or low in _OFF:
        return low in _ON
    raise unknown_choice(line, line.words[0].text, ("on", "off"))


def read_currency_choice(line: Line, home: Currency | None = None) -> Currency | None:
    """Read a currency's code in any case, or its sign.

    `home` is the group's, which a sign of several currencies means if it can.

    Raises UNKNOWN_CURRENCY(written: str, currency: str, examples).
    """
    if not line.words:
        return None
    written = line.words[0].plain.rstrip(".,;:!?")
    if is_currency(code := written.upper()):
        return Currency(code)
    sign = currencies.by_sign(written, home) or currencies.named(written.lower(), home)
    if sign is None:
        text = line.words[0].text
        examples = (line.example("INR"), line.example("EUR"))
        raise LedgerError(Code.UNKNOWN_CURRENCY, written=text, currency=code, examples=examples)
    return sign


def read_timezone_choice(line: Line) -> str | None:
    """Read a time zone's name as typed, spaces as in IANA's names (`Asia/Kolkata`, `New_York`).

    Whether there is such a zone is the ledger's to say.
    """
    return "_".join(word.plain.strip(",;") for word in line.words) or None


def read_language_choice(line: Line) -> str | None:
    """Read a language as typed (`hi`, `en_IN`, `Hindi`), `-` as `_`."""
    return " ".join(word.plain.strip(",;") for word in line.words).replace("-", "_") or None


def unknown_choice(line: Line, found: str, choices: tuple[str, ...], *before: str) -> LedgerError:
    """Return UNKNOWN_CHOICE(written, choices, examples): one example for each choice."""
    examples = tuple(line.example(*before, choice) for choice in choices)
    return LedgerError(Code.UNKNOWN_CHOICE, written=found, choices=choices, examples=examples)
