"""How every call goes: who asks, how often, what the body says; and each error as an answer."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any, Final

from fastapi import Request, Response
from fastapi.routing import APIRoute

from bot.language.catalogues import Language, language, language_for
from bot.web.addresses import is_enveloped
from bot.web.api.bodies import OF_FILES, StrictRequest, check_text
from bot.web.api.context import Api, api_of
from bot.web.api.errors import ApiError, answer_to, bad_request, forbidden, unauthorized
from bot.web.api.who import find_caller

OPEN: Final[dict[str, Any]] = {"security": []}
"""`openapi_extra` of a call that needs no token."""
READS: Final[dict[str, Any]] = {"x-reads": True}
"""`openapi_extra` of a POST that changes nothing, so that a token that only reads will do."""
TAKES_FILES: Final[dict[str, Any]] = {"x-takes-files": True}
"""`openapi_extra` of a call whose body is a file, which may be larger than other bodies."""

_READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class CallRoute(APIRoute):
    """A call of the API.

    The caller is known before the body is read, so that a stranger is told 401 whatever the
    body says, and may not send a megabyte for it.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request."""
        handle = super().get_route_handler()
        takes_files = bool((self.openapi_extra or {}).get("x-takes-files"))

        async def answer(request: Request) -> Response:
            strict = StrictRequest(request.scope, request.receive)
            try:
                await self._admit(strict, api_of(request))
                if not takes_files:
                    return await _handled(strict, handle)
                strict.bound = OF_FILES
                async with api_of(request).limits.room_for_files:
                    return await _handled(strict, handle)
            except Exception as error:  # noqa: BLE001  # told to whoever asked, and logged
                return answer_to(error, request, language_of(request))

        return answer

    async def _admit(self, request: Request, api: Api) -> None:
        """Find out who calls, and refuse strangers and those who ask too often."""
        extra = self.openapi_extra or {}
        caller = None
        try:
            caller = await find_caller(request, api)
            if caller is None:
                raise unauthorized()
        except ApiError:
            api.limits.count_open(request)
            # A token that has ended is no reason not to log in again.
            if extra.get("security") != []:
                raise
        request.state.caller = caller
        if caller is None:
            return
        if not caller.is_service:
            api.limits.count_caller(caller.id)
        if not (caller.may_write or extra.get("x-reads") or request.method in _READING):
            raise forbidden("This token only reads.")
        if caller.account is not None:
            runs = await api.chat_admins.run_by(caller.account, request.path_params)
            request.state.caller = replace(caller, runs=runs)


async def _handled(
    request: StrictRequest, handle: Callable[[Request], Coroutine[Any, Any, Response]]
) -> Response:
    await request.read()
    _check_address(request)
    return await handle(request)


def _check_address(request: Request) -> None:
    try:
        check_text([*request.path_params.values(), *request.query_params.values()])
    except ValueError as error:
        raise bad_request(f"The address has {error}.") from None


def language_of(request: Request) -> Language:
    """Return the language for the book's refusals: English unless another is asked for.

    The short calls have English alone.
    """
    asked = request.headers.get("accept-language", "").partition(",")[0].partition(";")[0].strip()
    if not asked or not is_enveloped(request.url.path):
        return language("en")
    return language_for(asked)
