"""The secret that signs the tokens where none is set: made once, and kept.

That is beside an SQLite book, so that a copy of the book alone signs nothing; on a server,
where all processes must find the same one, in the book.
"""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Final

from sqlalchemy import select

from bot.runtime.settings import SettingsError
from ledger.storage.database import Transaction
from ledger.storage.declared import Mapped, mapped_column
from ledger.storage.tables import Base
from ledger.storage.upserts import upsert

_NAME: Final = "api"


class KeptSecretRow(Base):
    """A secret that the program has made for itself, by what it is for."""

    __tablename__ = "kept_secrets"

    name: Mapped[str] = mapped_column(primary_key=True)
    secret: Mapped[str]


def secret_in_book(tx: Transaction) -> str:
    """Return the secret that is kept in the book, the same for whoever asks."""
    added = upsert(tx.dialect, KeptSecretRow, ("name",))
    tx.connection.execute(added, {"name": _NAME, "secret": _new()})
    kept = select(KeptSecretRow.secret).where(KeptSecretRow.name == _NAME)
    return str(tx.connection.execute(kept).scalar_one())


def secret_beside(book: Path) -> str:
    """Return the secret of an SQLite book, from a file that only its owner may read.

    Raises SettingsError where the file can't be written or read.
    """
    file = book.with_name(f"{book.name}.api-secret")
    try:
        return _kept(file)
    except OSError as error:
        raise SettingsError(
            f"API_SECRET is not set, and none can be kept at {file}: {error.strerror}"
        ) from None


def _kept(file: Path) -> str:
    with suppress(FileNotFoundError):
        return _read(file)
    made = file.with_name(f"{file.name}.new")
    descriptor = os.open(made, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(_new())
    # Whole, or not at all, whenever the machine dies; an SQLite book has one process.
    made.replace(file)
    return _read(file)


def _read(file: Path) -> str:
    return file.read_text(encoding="ascii").strip()


def _new() -> str:
    return secrets.token_urlsafe(48)
