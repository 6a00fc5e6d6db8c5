"""EMV codes: the text of a merchant-presented QR code (EMVCo, QR Code Specification, 1.1)."""

from __future__ import annotations

import binascii
from collections.abc import Mapping

Fields = Mapping[str, "str | Fields"]
"""Values by their two-digit ids, in the order in which they are written."""

_MOST = 99
"""A value's length is two digits."""


def emv_code(fields: Fields) -> str:
    """Return the code of some fields, with its checksum (id 63) at the end."""
    body = _written(fields) + "6304"
    # CRC-16/CCITT-FALSE over all that stands before it, its own id and length included.
    return f"{body}{binascii.crc_hqx(body.encode(), 0xFFFF):04X}"


def _written(fields: Fields) -> str:
    return "".join(_field(id_, value) for id_, value in fields.items())


def _field(id_: str, value: str | Fields) -> str:
    text = value if isinstance(value, str) else _written(value)
    assert len(text) <= _MOST, (id_, text)
    return f"{id_}{len(text):02}{text}"
