"""How the bot speaks to one reader: the catalogue's messages, money, dates and lists.

English is the source language. A catalogue is a `.po` file under `locales/`, read when it is
first needed.
"""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_day_names
from babel.numbers import (
    format_decimal,
    format_percent,
    get_currency_name,
    get_currency_symbol,
)
from markupsafe import Markup, escape

from bot.language.compiled_catalogues import compiled, source
from bot.language.direction import (
    POP_ISOLATE,
    isolated_list,
    isolated_message,
    signed,
)
from bot.language.lean_locales import lean_locale
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
        self._catalogue = _catalogue(catalogue_of(code))
        self.right_to_left = code in RIGHT_TO_LEFT

    @property
    def locale(self) -> Locale:
        """What Babel knows of the language, loaded when something but words is first written."""
        return lean_locale(self.code)

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
        return get_currency_symbol(currency, locale=self.locale)

    def currency(self, currency: Currency) -> str:
        """Return a currency's name beside its code: "Indian Rupee (INR)"."""
        name = get_currency_name(currency, locale=self.locale)
        return currency if name == currency else f"{name} ({currency})"

    def number(self, number: int | Decimal) -> str:
        """Return a number: "1,234.5"."""
        if isinstance(number, int) and 0 <= number < 1000:
            return str(number)
        size = -number if number < 0 else number
        told = format_decimal(size, locale=self.locale, decimal_quantization=False)
        return self._signed(_MINUS, told) if number < 0 else told

    def percent(self, ten_thousandths: int) -> str:
        """Return ten-thousandths of a percent: 333000 is "33.3%"."""
        part = Decimal(ten_thousandths) / 1_000_000
        return format_percent(part, locale=self.locale, decimal_quantization=False)

    def date(self, day: datetime.date, today: datetime.date | None = None) -> str:
        """Return a date, without its year when that is today's."""
        if today is not None and day.year == today.year:
            return format_skeleton("MMMd", day, locale=self.locale)
        return format_date(day, "medium", locale=self.locale)

    def month(self, year: int, month: int) -> str:
        """Return a month: "February 2024"."""
        return format_skeleton("yMMMM", datetime.date(year, month, 1), locale=self.locale)

    def short_month(self, year: int, month: int) -> str:
        """Return a month without its year: "Feb"."""
        return format_skeleton("MMM", datetime.date(year, month, 1), locale=self.locale)

    def weekday(self, number: int) -> str:
        """Return a day of the week by its number, 0 for "Monday"."""
        names: Mapping[int, str] = get_day_names("wide", context="stand-alone", locale=self.locale)
        return names[number]

    def time(self, at: datetime.time) -> str:
        """Return a time of the wall clock: "9:00 AM"."""
        return str(format_time(at, "short", locale=self.locale))

    def moment(self, at: datetime.datetime, zone: str, today: datetime.date | None = None) -> str:
        """Return a moment on the wall clock of an IANA time zone."""
        local = at.astimezone(ZoneInfo(zone))
        return f"{self.date(local.date(), today)} {format_time(local, 'short', locale=self.locale)}"

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
    """Return CLDR's list patterns; parts that a style lacks are the standard style's.

    Babel's own `format_list` does not look there and fails for Hindi's unit lists. Where units
    stand side by side ("1 ч 5 мин" in Russian, as in Turkish), names need their commas.
    """
    # The world's English, which has no comma before the last "or".
    locale = Locale.parse("en_001" if code == "en" else code)
    standard = locale.list_patterns["standard"]
    patterns = {**standard, **locale.list_patterns.get(style, {})}
    if patterns["middle"] == "{0} {1}":
        patterns = dict.fromkeys(patterns, standard["middle"])
    if code in RIGHT_TO_LEFT:
        return {place: isolated_list(pattern) for place, pattern in patterns.items()}
    return patterns


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
