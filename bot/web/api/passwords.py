"""Passwords: hashed with Argon2id, in threads, and compared in the same time for everybody."""

from __future__ import annotations

import asyncio
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST: Final = 8
LONGEST: Final = 256
_AT_ONCE: Final = 2
"""Each takes 64 MiB and a processor while it runs."""


class Passwords:
    """Hashes passwords and tells whether one is right, at most two at once.

    `hasher` has Argon2's costs; argon2-cffi's own are those of RFC 9106.
    """

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._nobodys: str | None = None

    async def hash(self, password: str) -> str:
        """Return the hash to keep."""
        async with self._turn:
            return await asyncio.to_thread(self._hasher.hash, password)

    async def is_right(self, password: str, kept: str | None) -> bool:
        """Tell whether a password is the one that was hashed.

        `kept` is None where there is no such account or it has no password: then as much is
        computed, so that the time does not tell.
        """
        if self._nobodys is None:
            self._nobodys = await self.hash("nobody's")
        async with self._turn:
            right = await asyncio.to_thread(self._verify, kept or self._nobodys, password)
        return right and kept is not None

    def _verify(self, kept: str, password: str) -> bool:
        try:
            return self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False
