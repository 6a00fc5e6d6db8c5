"""People in bodies and answers."""

from __future__ import annotations

from typing import Annotated, Final

import phonenumbers
from pydantic import AfterValidator, Field

from bot.web.api.money import Moment
from bot.web.api.passwords import LONGEST, SHORTEST
from bot.web.api.schemas.envelope import Body, Shown, Title

_LONGEST_EMAIL: Final = 254
"""Characters of an address (RFC 5321, 4.5.3.1.3)."""
_DIGITS: Final = range(5, 16)
"""How many a phone number has (ITU-T E.164: 15 at most)."""


def _email(written: str) -> str:
    """Return an e-mail address without what surrounds it; raise ValueError where it is none.

    Whether anybody reads it only a letter could tell: what is checked is that it is one
    address, so that nobody has two accounts by a space.
    """
    name, _, domain = written.strip().rpartition("@")
    odd = any(
        sign.isspace() or not sign.isprintable() or sign in '"(),:;<>@[\\]'
        for sign in name + domain
    )
    labels = domain.split(".")
    if odd or not name or len(labels) == 1 or not all(labels) or len(written) > _LONGEST_EMAIL:
        raise ValueError("must be an e-mail address such as bob@example.com")
    return f"{name}@{domain}"


def _phone(written: str) -> str:
    """Return a phone number: as E.164 where it names a country, else its digits.

    Raises ValueError where it can be none. A number need not be in use: those of the
    contracts' examples are not.
    """
    digits = "".join(sign for sign in written if sign not in " -()./")
    plain = digits.removeprefix("+")
    if not (plain.isascii() and plain.isdigit() and len(plain) in _DIGITS):
        raise ValueError("must be a phone number such as +1234567891")
    if plain == digits:
        return digits
    try:
        number = phonenumbers.parse(digits)
    except phonenumbers.NumberParseException:
        raise ValueError("must begin with + and a country's code, as +1 does") from None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


Email = Annotated[str, AfterValidator(_email), Field(examples=["bob@example.com"])]
Phone = Annotated[str, AfterValidator(_phone), Field(examples=["+1234567891"])]
Password = Annotated[str, Field(min_length=SHORTEST, max_length=LONGEST, examples=["Rupali@1234"])]


class NewUser(Body):
    """Somebody to be known; with a password they can log in, without one a backend acts."""

    name: Title
    email: Email
    phone: Phone | None = None
    password: Password | None = None


class ChangedUser(Body):
    """What is new about somebody; what is not named stays."""

    name: Title | None = None
    email: Email | None = None
    phone: Phone | None = None


class UserListed(Shown):
    """Somebody in a list; who came from Telegram may have no e-mail."""

    id: str
    name: str
    email: str | None
    phone: str | None
    created_at: Moment


class UserShown(UserListed):
    """Somebody."""

    updated_at: Moment
