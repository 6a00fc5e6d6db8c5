"""What is signed: tokens to call with, to get new ones by, for a file, and where a stream was."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

import jwt

from ledger.core.clock import Clock

ALGORITHM: Final = "HS256"
ACCESS_LASTS: Final = timedelta(minutes=15)
REFRESH_LASTS: Final = timedelta(days=30)
FILE_LASTS: Final = timedelta(minutes=5)
_CLAIMS: Final = ("user_id", "jti", "token_type", "iat", "exp")


class TokenKind(StrEnum):
    """What a signed token is for."""

    ACCESS = "access"
    REFRESH = "refresh"
    FILE = "file"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class FileTicket:
    """One file that somebody may fetch without a token for a few minutes.

    `group` is the UUID of the group whose book it is, None for all that is kept about
    themselves; `kind` is the kind of document.
    """

    user_id: int
    group: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Claims:
    """What a token says: whose it is (an account's number), its own id, until when."""

    user_id: int
    jti: str
    expires: datetime


class Tokens:
    """Signs tokens and reads them again; the clock is the book's, so that time can be moved."""

    def __init__(self, secret: str, clock: Clock) -> None:
        self._secret = secret
        self._clock = clock

    def new_claims(self, user_id: int, kind: TokenKind) -> Claims:
        """Return what a new token of a kind says."""
        lasts = ACCESS_LASTS if kind is TokenKind.ACCESS else REFRESH_LASTS
        expires = (self._clock.now() + lasts).replace(microsecond=0)
        return Claims(user_id, secrets.token_urlsafe(16), expires)

    def signed(self, claims: Claims, kind: TokenKind) -> str:
        """Return the token."""
        return self._sealed(claims, kind, {})

    def ticket(self, ticket: FileTicket) -> tuple[str, datetime]:
        """Return what opens one file, and until when."""
        expires = (self._clock.now() + FILE_LASTS).replace(microsecond=0)
        claims = Claims(ticket.user_id, secrets.token_urlsafe(16), expires)
        what = {"group": ticket.group, "kind": ticket.kind}
        return self._sealed(claims, TokenKind.FILE, what), expires

    def read_ticket(self, token: str) -> FileTicket | None:
        """Return what a ticket opens; None where it is not ours, or too old."""
        opened = self._opened(token, TokenKind.FILE)
        if opened is None:
            return None
        claims, said = opened
        return FileTicket(claims.user_id, said.get("group"), str(said.get("kind")))

    def place(self, user_id: int, said: str) -> str:
        """Return where somebody's stream of events was, for them to come back with."""
        expires = (self._clock.now() + REFRESH_LASTS).replace(microsecond=0)
        return self._sealed(Claims(user_id, "", expires), TokenKind.PLACE, {"said": said})

    def read_place(self, user_id: int, shown: str) -> str | None:
        """Return what was said of it; None where it is not ours, somebody else's or too old."""
        opened = self._opened(shown, TokenKind.PLACE)
        if opened is None or opened[0].user_id != user_id:
            return None
        return str(opened[1].get("said"))

    def _sealed(self, claims: Claims, kind: TokenKind, what: Mapping[str, str | None]) -> str:
        said = {
            **what,
            "user_id": claims.user_id,
            "jti": claims.jti,
            "token_type": kind.value,
            "iat": int(self._clock.now().timestamp()),
            "exp": int(claims.expires.timestamp()),
        }
        return jwt.encode(said, self._secret, ALGORITHM)

    def read(self, token: str, kind: TokenKind) -> Claims | None:
        """Return what a token says; None where it is not ours, of another kind or too old.

        Only our own algorithm is taken: a token that names `none`, or one for which our secret
        is no key, is not ours (RFC 8725, 3.1).
        """
        opened = self._opened(token, kind)
        return None if opened is None else opened[0]

    def _opened(self, token: str, kind: TokenKind) -> tuple[Claims, Mapping[str, Any]] | None:
        try:
            said = jwt.decode(
                token,
                self._secret,
                algorithms=[ALGORITHM],
                # By the book's clock, below.
                options={"require": list(_CLAIMS), "verify_exp": False, "verify_iat": False},
            )
            expires = datetime.fromtimestamp(said["exp"], UTC)
        except (jwt.InvalidTokenError, TypeError, ValueError, OverflowError):
            return None
        user_id, jti = said["user_id"], said["jti"]
        if said["token_type"] != kind.value or expires <= self._clock.now():
            return None
        if type(user_id) is not int or not isinstance(jti, str):
            return None
        return Claims(user_id, jti, expires), said
