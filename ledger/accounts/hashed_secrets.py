"""What is kept of secrets that are long and random: a hash, which tells nothing of them."""

from __future__ import annotations

import hashlib
import secrets
from typing import Final

TOKEN_PREFIX: Final = "asq_"  # noqa: S105 (no secret, only how one begins)
"""How personal tokens begin, so that those who search for leaked ones know them."""
_TOKEN_BYTES: Final = 32
_CODE_LETTERS: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without I, L, O, 0 and 1, which look like each other."""
_CODE_LENGTH: Final = 10
"""Letters of a code that somebody types: one of 8 * 10^14, for ten minutes."""
_LONG_CODE_BYTES: Final = 24


def new_token() -> str:
    """Return a new personal token."""
    return TOKEN_PREFIX + secrets.token_urlsafe(_TOKEN_BYTES)


def new_code() -> str:
    """Return a new code that can be typed."""
    return "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))


def new_start_code() -> str:
    """Return a new code for a link into a chat.

    Telegram takes up to 64 letters, digits, `_` and `-`
    (core.telegram.org/bots/features#deep-linking).
    """
    return secrets.token_urlsafe(_LONG_CODE_BYTES)


def hashed(secret: str) -> str:
    """Return what a token or code is known by. It needs no salt, as nobody can guess it."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def typed(code: str) -> str:
    """Return a code that somebody has typed as it was made: any case, spaces and dashes."""
    return "".join(code.split()).replace("-", "").upper()
