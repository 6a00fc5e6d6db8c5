"""What is refused, and how it is told: one shape under `/api`, another for the short calls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

import structlog
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.language.catalogues import Language
from bot.runtime.logs import new_reference
from bot.runtime.metrics import ERRORS
from bot.runtime.transient_errors import is_passing
from bot.views.refusals.answer import told
from bot.web.addresses import is_enveloped
from bot.web.api.money import decimal_text
from bot.web.api.refused_fields import FIELDS, SHORT_FIELDS
from bot.web.api.schemas.envelope import Refusal
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Member, Name, full_name
from ledger.core.money import Money

_log = structlog.get_logger(__name__)

_AWAY_SECONDS: Final = 5

_STATUS: Final[Mapping[Code, int]] = {
    **dict.fromkeys(
        (
            *(Code.ADMINS_ONLY, Code.MAY_NOT_CHANGE, Code.MAY_NOT_CHANGE_SCHEDULE),
            *(Code.NOT_YOUR_PAYMENT, Code.NOT_YOUR_IMPORT, Code.NOT_A_PERSON),
            Code.NAME_FROM_TELEGRAM,
        ),
        403,
    ),
    **dict.fromkeys(
        (
            *(Code.NO_SUCH_ENTRY, Code.NO_SUCH_SCHEDULE, Code.NO_SUCH_IMPORT, Code.NO_SUCH_SET),
            *(Code.UNKNOWN_NAME, Code.NO_SUCH_GROUP, Code.NO_SUCH_TOKEN),
            Code.NO_SUCH_PICTURE,
        ),
        404,
    ),
    **dict.fromkeys(
        (
            *(Code.BALANCE_OPEN, Code.NAME_TAKEN, Code.TWO_ACCOUNTS, Code.CHANGED_SINCE),
            Code.PLAN_CHANGED,
            *(Code.ALREADY_DELETED, Code.NOT_DELETED, Code.NOTHING_TO_UNDO),
            *(Code.EMAIL_TAKEN, Code.ALREADY_A_MEMBER, Code.LAST_ADMIN, Code.ALREADY_LINKED),
            *(Code.CHAT_HAS_BOOK, Code.KEY_REUSED, Code.NO_CHAT),
        ),
        409,
    ),
}
"""The book's refusals that are not simply 422: what it understood and does not record."""


class ApiError(Exception):
    """A call is refused; `message` is English, `fields` say what is wrong with each.

    `code` is a word for programs.
    """

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        fields: Mapping[str, Sequence[str]] | None = None,
        details: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message
        self.fields = {name: list(said) for name, said in (fields or {}).items()}
        self.details = dict(details or {})
        self.headers = dict(headers or {})


def bad_request(message: str, field: str | None = None) -> ApiError:
    """Return the refusal of what can't be read."""
    return ApiError(400, "bad_request", message, fields=_of(field, message))


def unauthorized(message: str = "This call needs a valid token.") -> ApiError:
    """Return the refusal of whoever is not known."""
    headers = {"WWW-Authenticate": "Bearer"}
    return ApiError(401, "unauthorized", message, headers=headers)


def forbidden(message: str) -> ApiError:
    """Return the refusal of what the caller may see but not do."""
    return ApiError(403, "forbidden", message)


def not_found(what: str, field: str | None = None) -> ApiError:
    """Return the refusal of an id that is not there, or not for this caller to see.

    `what` is the word for it: "group".
    """
    message = f"There is no such {what}."
    return ApiError(404, "not_found", message, fields=_of(field, message))


def conflict(code: str, message: str, field: str | None = None) -> ApiError:
    """Return the refusal of what does not fit to what is there."""
    return ApiError(409, code, message, fields=_of(field, message))


def too_many(wait_seconds: int) -> ApiError:
    """Return the refusal of whoever asks too often, with how long to wait."""
    return ApiError(
        429,
        "too_many_requests",
        f"Too many requests: try again in {wait_seconds} s.",
        headers={"Retry-After": str(wait_seconds)},
    )


def _of(field: str | None, message: str) -> dict[str, list[str]]:
    return {} if field is None else {field: [message]}


def answer_to(error: Exception, request: Request, say: Language) -> Response:
    """Return the answer to a call that failed; `say` tells the book's own refusals.

    What is no refusal is a bug, which is answered with a reference that the log has, or
    passes (the database is away).
    """
    refused = _refusal(error, say)
    if refused is None:
        reference = new_reference()
        ERRORS.inc()
        _log.error("bug", reference=reference, path=_template(request), exc_info=error)
        refused = ApiError(
            500,
            "internal_error",
            f"Something went wrong on my side, reference {reference}.",
            details={"reference": reference},
        )
    return envelope(refused, request.url.path)


def envelope(refused: ApiError, path: str) -> Response:
    """Return a refusal in the shape that belongs to the path."""
    content: dict[str, Any]
    if is_enveloped(path):
        content = {"success": False, "error": refusal(refused).model_dump()}
    else:
        fields = {SHORT_FIELDS.get(name, name): said for name, said in refused.fields.items()}
        content = {"message": refused.message, "errors": fields}
    return JSONResponse(content, refused.status, headers=refused.headers)


def refusal(refused: ApiError) -> Refusal:
    """Return what is told of a refusal."""
    details = dict(refused.details)
    if refused.fields:
        details["fields"] = refused.fields
    return Refusal(code=refused.code, message=refused.message, details=details)


def _refusal(error: Exception, say: Language) -> ApiError | None:
    if isinstance(error, ApiError):
        return error
    if isinstance(error, LedgerError):
        return book_refusal(error, say)
    if isinstance(error, RequestValidationError):
        return _unreadable(error)
    if isinstance(error, HTTPException):
        words = {404: "There is nothing here.", 405: "This path has no such method."}
        message = words.get(error.status_code, str(error.detail))
        code = {404: "not_found", 405: "method_not_allowed"}.get(error.status_code, "bad_request")
        return ApiError(error.status_code, code, message, headers=error.headers)
    if is_passing(error):
        _log.warning("api_put_off", error=type(error).__name__)
        return ApiError(
            503,
            "unavailable",
            "The book can't be reached just now: try again.",
            headers={"Retry-After": str(_AWAY_SECONDS)},
        )
    return None


def book_refusal(error: LedgerError, say: Language) -> ApiError:
    """Return the book's refusal: its text as in the chat, and its details as JSON."""
    message = told(say, error).striptags()
    details = {
        name: value
        for name, detail in error.details.items()
        if (value := _detail(detail)) is not None
    }
    return ApiError(
        _STATUS.get(error.code, 422),
        error.code.value,
        message,
        fields=_of(FIELDS.get(error.code), message),
        details=details,
    )


def _detail(value: object) -> Any:  # JSON, or None for what is not worth telling
    if isinstance(value, Money):
        return {"amount": decimal_text(value), "currency": value.currency}
    if isinstance(value, Member):
        return full_name(value)
    if isinstance(value, Name):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str | int):
        return value
    if isinstance(value, tuple | list):
        told = [_detail(one) for one in value]
        return told if told and None not in told else None
    return None


_WORDS: Final[Mapping[str, str]] = {
    "missing": "is missing",
    "extra_forbidden": "is not a field of this call",
    "string_type": "must be a text",
    "string_too_short": "must have {min_length} or more characters",
    "string_too_long": "may have up to {max_length} characters",
    **dict.fromkeys(("list_type", "tuple_type"), "must be a list"),
    "too_short": "must have {min_length} or more",
    "too_long": "may have up to {max_length}",
    **dict.fromkeys(("model_attributes_type", "model_type", "dict_type"), "must be a JSON object"),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "must be a whole number"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "must be true or false"),
    **dict.fromkeys(("enum", "literal_error"), "must be {expected}"),
    "string_pattern_mismatch": "must match {pattern}",
    "greater_than_equal": "must be {ge} or more",
    "less_than_equal": "may be up to {le}",
}
"""What pydantic's refusals are in our words: https://docs.pydantic.dev/latest/errors/."""
_PLACES: Final = frozenset({"body", "query", "path", "header"})


def _unreadable(error: RequestValidationError) -> ApiError:
    fields: dict[str, list[str]] = {}
    for one in error.errors():
        place = [str(part) for part in one["loc"] if part not in _PLACES]
        known = _WORDS.get(one["type"])
        words = (
            one["msg"].removeprefix("Value error, ")
            if known is None
            else known.format_map(one.get("ctx", {}))
        )
        fields.setdefault(".".join(place) or "body", []).append(words)
    field, said = next(iter(fields.items()))
    message = f"{field}: {said[0]}"
    return ApiError(400, "bad_request", message, fields=fields)


def _template(request: Request) -> str:
    """Return the path as the call is registered: the ids in it stay out of the log."""
    return str(getattr(request.scope.get("route"), "path", "?"))
