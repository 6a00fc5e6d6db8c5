"""Fields that an answer has only where there is something to say in them."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import Field

T = TypeVar("T")


def _is_nothing(value: object) -> bool:
    return value is None or value is False


Seldom = Annotated[T | None, Field(exclude_if=_is_nothing)]
"""A field that is left out where it is None or False, so that the others keep their shape."""
