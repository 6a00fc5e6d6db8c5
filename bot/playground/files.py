"""Pictures and documents, kept in memory."""

from __future__ import annotations

import mimetypes
import struct
from dataclasses import dataclass

from bot.playground.wire import Json, Upload, bad_request

UPLOAD_BYTES = 50 * 1024 * 1024
DOWNLOAD_BYTES = 20 * 1024 * 1024
PHOTO_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file on Telegram's side."""

    file_id: str
    unique_id: str
    path: str
    name: str
    mime_type: str
    content: bytes
    size: tuple[int, int] | None = None
    """Width and height, for pictures."""

    def document(self) -> Json:
        """Return the Bot API's Document."""
        return {
            "file_name": self.name,
            "mime_type": self.mime_type,
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }

    def photo(self) -> list[Json]:
        """Return the Bot API's list of PhotoSize (one size is enough here)."""
        width, height = self.size or (800, 600)
        return [
            {
                "file_id": self.file_id,
                "file_unique_id": self.unique_id,
                "file_size": len(self.content),
                "width": width,
                "height": height,
            }
        ]


class Files:
    """All files, by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add_photo(self, upload: Upload) -> StoredFile:
        """Keep a picture. Raises `ApiError` for what is no picture or too large."""
        if len(upload.content) > PHOTO_BYTES:
            raise bad_request("PHOTO_SAVE_FILE_INVALID")
        size = picture_size(upload.content)
        if size is None:
            raise bad_request("IMAGE_PROCESS_FAILED")
        if sum(size) > 10_000 or max(size) > 20 * min(size):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return self._add(upload, "photos", "AgACAgQAAxk", size)

    def add_document(self, upload: Upload) -> StoredFile:
        """Keep a document. Raises `ApiError` when it is empty or too large."""
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > UPLOAD_BYTES:
            raise bad_request("file is too big")
        return self._add(upload, "documents", "BQACAgQAAxk", None)

    def get(self, file_id: str) -> StoredFile:
        """Return a file by its id. Raises `ApiError`."""
        try:
            return self._by_id[file_id]
        except KeyError:
            raise bad_request("wrong file identifier/HTTP URL specified") from None

    def at(self, path: str) -> StoredFile | None:
        """Return a file by the path that getFile gave."""
        return self._by_path.get(path)

    def _add(
        self, upload: Upload, folder: str, prefix: str, size: tuple[int, int] | None
    ) -> StoredFile:
        number = len(self._by_id)
        name = upload.name or "file"
        suffix = "." + name.rpartition(".")[2] if "." in name else ""
        mime_type = upload.mime_type or mimetypes.guess_type(name)[0] or "application/octet-stream"
        stored = StoredFile(
            file_id=f"{prefix}{number:06d}",
            unique_id=f"AQAD{number:06d}",
            path=f"{folder}/file_{number}{suffix}",
            name=name,
            mime_type=mime_type,
            content=upload.content,
            size=size,
        )
        self._by_id[stored.file_id] = self._by_path[stored.path] = stored
        return stored


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Return width and height of a PNG, GIF, JPEG or WebP; None for anything else."""
    if content[:8] == b"\x89PNG\r\n\x1a\n" and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content[:6] in (b"GIF87a", b"GIF89a") and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    if content[:2] == b"\xff\xd8":
        return _jpeg_size(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return 800, 600
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Return the size that a JPEG's frame header (SOF) names."""
    at = 2
    while at + 9 < len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int(struct.unpack(">H", content[at + 2 : at + 4])[0])
    return None
