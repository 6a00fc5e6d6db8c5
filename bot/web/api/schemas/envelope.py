"""What all bodies and answers have in common."""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, Strict, StringConstraints
from pydantic.alias_generators import to_camel

from ledger.core.accounts import NAME_LENGTH

T = TypeVar("T")


class Body(BaseModel):
    """A body under `/api`: camelCase, and nothing that the call does not know."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, alias_generator=to_camel, validate_by_alias=True
    )


class Shown(BaseModel):
    """Part of an answer under `/api`: snake_case here, camelCase there."""

    model_config = ConfigDict(
        frozen=True, alias_generator=to_camel, validate_by_name=True, validate_by_alias=True
    )


class Data(BaseModel, Generic[T]):
    """The envelope of an answer under `/api`."""

    model_config = ConfigDict(frozen=True)

    success: Literal[True] = True
    data: T


class Done(BaseModel):
    """The answer of a call that has nothing to show."""

    model_config = ConfigDict(frozen=True)

    success: Literal[True] = True
    message: str


class Refusal(BaseModel):
    """What was refused, and why."""

    code: str
    message: str
    details: dict[str, Any]


class Refused(BaseModel):
    """The envelope of a refusal under `/api`."""

    success: Literal[False]
    error: Refusal


class ShortBody(BaseModel):
    """A body of a short call: snake_case, and nothing that the call does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ShortRefused(BaseModel):
    """A refusal of a short call."""

    message: str
    errors: dict[str, list[str]]


Flag = Annotated[bool, Strict()]
"""Yes or no in a body: JSON has words for them, and `"no"` is none."""
Title = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_LENGTH)
]
"""A name or title in a body."""
Id = Annotated[
    str,
    Field(min_length=1, max_length=64, examples=["0b069537-70db-4dc7-9d50-da2e3a1b9f4a"]),
]
"""A public id; one that is no UUID is simply not there."""
