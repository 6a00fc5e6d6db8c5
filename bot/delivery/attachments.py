"""The picture or document an expense came with, as an entry keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from telegram import Message


class AttachmentKind(StrEnum):
    """How Telegram wants it sent again."""

    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file on Telegram's servers; kept in one text as `photo:FILE_ID`."""

    kind: AttachmentKind
    file_id: str

    @classmethod
    def of(cls, message: Message) -> Attachment | None:
        """Return what a message brings along; of a photo its largest size."""
        if message.photo:
            return cls(AttachmentKind.PHOTO, message.photo[-1].file_id)
        if message.document:
            return cls(AttachmentKind.DOCUMENT, message.document.file_id)
        return None

    @classmethod
    def read(cls, kept: str) -> Attachment:
        """Read what an entry keeps; raise ValueError when it is none."""
        kind, _, file_id = kept.partition(":")
        return cls(AttachmentKind(kind), file_id)

    def __str__(self) -> str:
        return f"{self.kind.value}:{self.file_id}"
