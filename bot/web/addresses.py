"""Which paths are the API's, for whoever serves it beside something else."""

from __future__ import annotations

from typing import Final

API_PREFIX: Final = "/api"
"""Where every call has the envelope; the short calls are beside it."""
SHORT_CALLS: Final = frozenset(
    {
        *("/addUser", "/login", "/createGroup", "/addUserToGroup"),
        *("/addExpense", "/groupDetails"),
    }
)


def is_enveloped(path: str) -> bool:
    """Tell whether a path's answers have the envelope."""
    return path == API_PREFIX or path.startswith(f"{API_PREFIX}/")


def is_api(path: str) -> bool:
    """Tell whether a path is the API's."""
    return is_enveloped(path) or path in SHORT_CALLS
