"""What goes over the wire: Telegram's JSON, its refusals, and a call's parameters."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]
"""An object of the Bot API, keys and values as its documentation names them."""


class ApiError(Exception):
    """A call that Telegram answers with an error.

    `code` is the HTTP status and `error_code`; `description` is Telegram's wording, prefix
    included; `parameters` carries `retry_after` (seconds) or `migrate_to_chat_id`.
    """

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        """Return the answer's JSON."""
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad_request(reason: str) -> ApiError:
    """Return a 400 with Telegram's usual prefix."""
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """Return a 403 with Telegram's usual prefix."""
    return ApiError(403, f"Forbidden: {reason}")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call: its bytes, the name and type its sender gave it."""

    content: bytes
    name: str
    mime_type: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """One call of a Bot API method: its parameters, whether they came as JSON, form or query.

    Forms carry everything as text, objects JSON-encoded; JSON bodies carry the values
    themselves. The readers below take both, as Telegram does.
    """

    method: str
    parameters: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Tell whether a parameter was given a value."""
        return self.parameters.get(name) not in (None, "")

    def text(self, name: str) -> str:
        """Return a parameter as text, empty when it is missing."""
        value = self.parameters.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value)

    def number(self, name: str, default: int = 0) -> int:
        """Return a parameter as a whole number; the default when missing or no number."""
        value = self.parameters.get(name)
        try:
            return int(value) if value not in (None, "") else default
        except (TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        """Return a parameter as a yes or no."""
        value = self.parameters.get(name)
        return value is True or str(value).lower() in {"true", "1", "yes"}

    def value(self, name: str) -> Any:
        """Return a parameter that is an object or a list, None when missing.

        Raises `ApiError` where its JSON can't be read.
        """
        value = self.parameters.get(name)
        if isinstance(value, str):
            if not value.strip():
                return None
            try:
                return json.loads(value)
            except ValueError:
                raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None
        return value

    def mapping(self, name: str) -> Json:
        """Return a parameter that is an object, empty when missing."""
        value = self.value(name)
        if value is None:
            return {}
        if not isinstance(value, dict):
            raise bad_request("object expected as " + name.replace("_", " "))
        return value


def utf16_length(text: str) -> int:
    """Return the length in UTF-16 units, in which Telegram counts offsets and limits."""
    return len(text) + sum(char > "\uffff" for char in text)
