"""No call changes a group's book without its chat being told."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable
from types import ModuleType

import pytest
from fastapi.routing import APIRoute

from bot.web.api import routes
from bot.web.api.entry_calls import EntryCalls
from bot.web.api.routes import ROUTERS

_TELLS = {"change_group", "change_entry", "changed", "_change"}
"""What runs a change so; `_change` of a route's module does it by one of the others."""
_OF_NO_BOOK = {
    *("/api/users", "/api/users/{user_id}", "/addUser", "/login"),
    *("/api/auth/telegram", "/api/auth/refresh", "/api/auth/logout"),
    *("/api/me", "/api/me/link", "/api/me/tokens/{token_id}", "/api/me/payinfo/{scheme}"),
    *("/api/me/tokens", "/api/me/weekly", "/api/me/link-code", "/api/me/login", "/api/me/password"),
    *("/api/groups", "/createGroup", "/api/groups/{group_id}/imports"),
    "/api/groups/{group_id}/pictures",
}
"""One's own things, groups just being made, which have no chat, and files that wait for a yes
or for their expense."""


def _calls(function: Callable[..., object]) -> set[str]:
    """Return what a function calls; where that is an `EntryCalls`' method, what that calls."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    called: set[str] = set()
    for name in (node.func for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if isinstance(name, ast.Name):
            called.add(name.id)
        elif isinstance(name, ast.Attribute) and isinstance(name.value, ast.Name):
            known = function.__globals__.get(name.value.id)
            method = vars(EntryCalls).get(name.attr)
            its_own = name.value.id == "self" or isinstance(known, EntryCalls)
            if its_own and inspect.isfunction(method):
                called |= _calls(method)
    return called


def _changing() -> list[tuple[str, str, Callable[..., object]]]:
    return [
        (method, route.path, route.endpoint)
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute)
        for method in sorted((route.methods or set()) - {"GET", "HEAD"})
        if not (route.openapi_extra or {}).get("x-reads")
    ]


@pytest.mark.parametrize(("method", "path", "endpoint"), _changing())
def test_what_changes_a_book_has_its_chat_told(
    method: str, path: str, endpoint: Callable[..., object]
) -> None:
    assert path in _OF_NO_BOOK or _calls(endpoint) & _TELLS, f"{method} {path} tells nobody"


def test_there_are_calls_to_look_at() -> None:
    assert isinstance(routes, ModuleType)
    paths = {path for _, path, _ in _changing()}
    assert {"/api/expenses", "/addExpense", "/api/groups/{group_id}/settings"} <= paths
