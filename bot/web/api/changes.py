"""What a call changes: in one transaction with its answer, once for each `Idempotency-Key`."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Final

from fastapi import Depends, Header
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from bot.web.api.context import Api, api_of
from bot.web.api.who import Caller
from ledger.accounts import answered_calls
from ledger.accounts.answered_calls import Answered
from ledger.accounts.hashed_secrets import hashed
from ledger.core.accounts import STRANGER, AccountId
from ledger.core.entries import OUTSIDE, Source
from ledger.storage.database import Transaction

_LONGEST_KEY: Final = 255
_UNTOLD: Final = frozenset({"password"})
"""Fields that are left out of what a call is known again by: a quick digest would tell them."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change by a call; a parameter `change: Once` of a POST's route has it.

    `asked` is all that the call says. `source` is that of whatever is written to the book:
    with a key of the caller's own the same each time, so that nothing is recorded twice even
    after the answer is forgotten.
    """

    api: Api
    account: AccountId
    key: str | None
    asked: tuple[str, ...]
    source: Source

    async def run(
        self,
        use_case: Callable[[Transaction], BaseModel],
        status: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """Return what a use case answers, or what it answered before to the same key.

        The answer is kept in the transaction that makes the change, so that a crash leaves
        both or neither. Raises LedgerError KEY_REUSED for a key that was used with another
        body, and what the use case raises; then nothing is kept.
        """
        told = await self.api.threads.run(lambda tx: self._once(tx, use_case, status))
        return Response(told.body, told.status, headers, "application/json")

    def _once(
        self, tx: Transaction, use_case: Callable[[Transaction], BaseModel], status: int
    ) -> Answered:
        if self.key is None:
            return Answered(status, _written(use_case(tx)))
        before = answered_calls.begin(tx, self.account, self.key, *self.asked)
        if before is not None:
            return before
        told = Answered(status, _written(use_case(tx)))
        answered_calls.finish(tx, self.account, self.key, told)
        return told


async def change_of(
    request: Request,
    idempotency_key: Annotated[
        str | None,
        Header(
            description="The same key and body are answered the same, and change nothing more.",
            min_length=1,
            max_length=_LONGEST_KEY,
            pattern="^[ -~]*$",
        ),
    ] = None,
) -> Change:
    """Return a request's change."""
    key = idempotency_key
    caller: Caller | None = request.state.caller
    account = STRANGER if caller is None else caller.id
    asked = () if key is None else await _asked(request)
    # With the body, as another may come with the key once the answer is forgotten.
    named = uuid.uuid4().hex if key is None else hashed("\n".join((key, *asked)))
    return Change(api_of(request), account, key, asked, Source(f"{OUTSIDE}{account}:{named}"))


Once = Annotated[Change, Depends(change_of)]


def _written(answer: BaseModel) -> str:
    return answer.model_dump_json(by_alias=True)


async def _asked(request: Request) -> tuple[str, ...]:
    """Return what is asked, the same however its JSON is laid out."""
    kind = request.headers.get("content-type", "")
    body = (await request.body()).hex()
    if body and kind.lower().startswith("application/json"):
        said: Any = await request.json()
        if isinstance(said, dict):
            said = {name: value for name, value in said.items() if name not in _UNTOLD}
        body = json.dumps(said, sort_keys=True, default=str)
    return request.method, f"{request.url.path}?{request.url.query}", body
