"""What the Mini App is told of a language."""

from __future__ import annotations

from typing import Literal

from bot.web.api.schemas.envelope import Shown


class AppStrings(Shown):
    """A language: what it is, and each message by its English.

    `locale` is for `Intl`; `languages` are all that can be chosen, by what each calls itself;
    `currencies` have their decimals. A message with a number has a form for each of CLDR's
    plural categories.
    """

    language: str
    locale: str
    direction: Literal["ltr", "rtl"]
    languages: dict[str, str]
    currencies: dict[str, int]
    strings: dict[str, str | dict[str, str]]
