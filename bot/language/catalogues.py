"""How the bot speaks to one reader: the catalogue's messages, money, dates and lists.

English is the source language. A catalogue is a `.po` file under `locales/`, read when it is
first needed, as are a language's `habits`.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from typing import Final
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from bot.language.compiled_catalogues import compiled, source
from bot.language.direction import (
    POP_ISOLATE,
    isolated_list,
    isolated_message,
    signed,
)
from bot.language.habits import habits
from bot.language.money_forms import MoneyForm, money_form, plain_form
from bot.language.offered import (
    OFFERED,
    RIGHT_TO_LEFT,
    best_offered,
    catalogue_of,
    own_name,
)
from ledger.core.money import Currency, Money

_MINUS: Final = "−"


def N_(message: str) -> str:  # noqa: N802 (gettext's own name for it)
    """Mark a message for the catalogue that is said later, by a variable."""
    return message


class Language:
    """One reader's language and habits of writing. Views call it `say`."""

    def __init__(self, code: str) -> None:
        """Speak an offered language, such as `en_IN`."""
        self.code = code
        self._habits = habits(code)
        self._catalogue = _catalogue(catalogue_of(code))
        self.right_to_left = code in RIGHT_TO_LEFT

    def __call__(self, message: str, /, **params: object) -> Markup:
        """Return the message in this language as Telegram HTML.

        The parameters are escaped, and only here, unless they are Markup already.
        """
        return self._filled(self._catalogue.gettext(message), params)

    def n(self, singular: str, plural: str, count: int, /, **params: object) -> Markup:
        """Return the message in the form that goes with `count`, which it may use too."""
        message = self._catalogue.ngettext(singular, plural, count)
        return self._filled(message, {"count": self.number(count), **params})

    def plain(self, message: str, /, **params: object) -> str:
        """Return the message as plain text: for buttons, alerts and pictures, never for HTML."""
        return self.template(message).format(**params)

    def stored(self, message: str, /, **params: object) -> str:
        """Return the message as plain text without marks of direction: for what the book keeps."""
        return self._catalogue.gettext(message).format(**params)

    def template(self, message: str, /) -> str:
        """Return the message with its placeholders, for a page that fills them itself."""
        return self._turned(self._catalogue.gettext(message))

    def template_n(self, singular: str, plural: str, count: int, /) -> str:
        """Return the form that goes with `count`, with its placeholders, as `template` does."""
        return self._turned(self._catalogue.ngettext(singular, plural, count))

    @property
    def name(self) -> str:
        """The language's name for itself: "हिन्दी"."""
        return own_name(self.code)

    def money(self, money: Money) -> str:
        """Return an amount: "₹1,900", "₹1,900.50", "−₹5"."""
        return self._minus(money, money_form(self.code, money.currency))

    def net(self, money: Money) -> str:
        """Return an amount with its sign: "+₹2,500", "−₹600", and "₹0"."""
        told = self.money(money)
        return self._signed("+", told) if money.minor > 0 else told

    def amount(self, money: Money) -> str:
        """Return an amount without its currency, where that stands beside it: "1,900.50"."""
        return self._minus(money, plain_form(self.code, money.currency))

    def _minus(self, money: Money, form: MoneyForm) -> str:
        if money.minor >= 0:
            return form.written(money.minor)
        return self._signed(_MINUS, form.written(-money.minor))

    def symbol(self, currency: Currency) -> str:
        """Return the sign that stands beside a currency's amounts: "₹", "$", "KWD"."""
        return self._habits.sign(currency)

    def currency(self, currency: Currency) -> str:
        """Return a currency's name beside its code: "Indian Rupee (INR)"."""
        name = self._habits.currencies.get(currency)
        return f"{name} ({currency})" if name else currency

    def number(self, number: int | Decimal) -> str:
        """Return a number: "1,234.5"."""
        if number < 0:
            return self._signed(_MINUS, self.number(-number))
        written = f"{number:f}" if isinstance(number, Decimal) else str(number)
        whole, _, part = written.partition(".")
        told, part = self._habits.grouped(whole), part.rstrip("0")
        return f"{told}{self._habits.point}{part}" if part else told

    def percent(self, ten_thousandths: int) -> str:
        """Return ten-thousandths of a percent: 333000 is "33.3%"."""
        before, behind = self._habits.percent
        return f"{before}{self.number(Decimal(ten_thousandths) / 10_000)}{behind}"

    def date(self, day: datetime.date, today: datetime.date | None = None) -> str:
        """Return a date, without its year when that is today's."""
        habits = self._habits
        this_year = today is not None and day.year == today.year
        return habits.written(habits.day_of_year if this_year else habits.date, day)

    def month(self, year: int, month: int) -> str:
        """Return a month: "February 2024"."""
        return self._habits.written(self._habits.month_of_year, datetime.date(year, month, 1))

    def short_month(self, year: int, month: int) -> str:
        """Return a month without its year: "Feb"."""
        return self._habits.written(self._habits.month, datetime.date(year, month, 1))

    def weekday(self, number: int) -> str:
        """Return a day of the week by its number, 0 for "Monday"."""
        return self._habits.weekdays[number]

    def time(self, at: datetime.time) -> str:
        """Return a time of the wall clock: "9:00 AM"."""
        return self._habits.written(self._habits.time, at)

    def moment(self, at: datetime.datetime, zone: str, today: datetime.date | None = None) -> str:
        """Return a moment on the wall clock of an IANA time zone."""
        local = at.astimezone(ZoneInfo(zone))
        return f"{self.date(local.date(), today)} {self.time(local.timetz())}"

    def list(self, items: Iterable[str]) -> Markup:
        """Return a list of short things: "Asha, Bob, Chen", each escaped unless Markup."""
        return _joined(self.code, tuple(items), "unit-short")

    def together(self, items: Iterable[str]) -> Markup:
        """Return things that count together: "Asha, Bob and Chen"."""
        return _joined(self.code, tuple(items), "standard")

    def either(self, items: Iterable[str]) -> Markup:
        """Return alternatives: "Asha, Bob or Chen"."""
        return _joined(self.code, tuple(items), "or")

    def _filled(self, message: str, params: dict[str, object]) -> Markup:
        """Fill a message's placeholders, escaped unless they are Markup.

        The same as `Markup.format`, whose formatter is written in Python and takes ten times as
        long; a receipt has a dozen messages.
        """
        escaped = {name: escape(value) for name, value in params.items()}
        for stop, name in _stops(message):
            # A name or words that end with a full stop of their own: "Bob S." needs no second.
            if name in escaped and escaped[name].rstrip(POP_ISOLATE).endswith((".", "…")):
                message = message.replace(stop, stop[:-1])
        return Markup(self._turned(message).format(**escaped))  # noqa: S704

    def _turned(self, message: str) -> str:
        return isolated_message(message) if self.right_to_left else message

    def _signed(self, sign: str, amount: str) -> str:
        return signed(sign, amount) if self.right_to_left else f"{sign}{amount}"


@cache
def _stops(message: str) -> tuple[tuple[str, str], ...]:
    """Return a message's placeholders with a full stop behind them: "{name}." and "name"."""
    return tuple((found[0], found[1]) for found in re.finditer(r"\{(\w+)\}\.(?!\w)", message))


def _joined(code: str, items: tuple[str, ...], style: str) -> Markup:
    if len(items) < 2:
        return Markup().join(items)
    patterns = _list_patterns(code, style)
    if len(items) == 2:
        return _paired(patterns["2"], *items)
    joined = _paired(patterns["end"], items[-2], items[-1])
    for item in items[-3:0:-1]:
        joined = _paired(patterns["middle"], item, joined)
    return _paired(patterns["start"], items[0], joined)


def _paired(pattern: str, first: str, second: str) -> Markup:
    return Markup(pattern.format(escape(first), escape(second)))  # noqa: S704


@cache
def _list_patterns(code: str, style: str) -> dict[str, str]:
    patterns = habits(code).lists[style]
    isolated = isolated_list if code in RIGHT_TO_LEFT else str
    return {place: isolated(pattern) for place, pattern in patterns.items()}


def _catalogue(code: str) -> NullTranslations:
    """Read a locale's messages; those not translated yet are the English ones."""
    po = source(code)
    return GNUTranslations(io.BytesIO(compiled(po))) if po.exists() else NullTranslations()


@cache
def language(code: str) -> Language:
    """Return an offered language, loaded when it is first asked for; raise ValueError for none."""
    if code not in OFFERED:
        raise ValueError(f"not a language we speak: {code!r}")
    return Language(code)


def language_for(code: str | None) -> Language:
    """Return the best offered language for a code such as Telegram's "hi" or "pt-br"."""
    return language(best_offered(code))
