"""The calls, thin: a body into one use case, its answer into a schema."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter

from bot.web.api.routes import (
    app_strings,
    balances,
    changes,
    conversions,
    entries,
    entry_conversions,
    events,
    expenses,
    exports,
    file_links,
    groups,
    imports,
    me,
    my_logins,
    my_times,
    my_tokens,
    opening,
    previews,
    privacy,
    rates,
    schedules,
    sessions,
    settings,
    settlements,
    short_expenses,
    short_groups,
    short_users,
    standings,
    statistics,
    users,
)

ROUTERS: Final[tuple[APIRouter, ...]] = (
    users.router,
    groups.router,
    sessions.router,
    me.router,
    my_times.router,
    my_tokens.router,
    my_logins.router,
    privacy.router,
    expenses.router,
    settlements.router,
    balances.router,
    entries.router,
    previews.router,
    standings.router,
    changes.router,
    events.router,
    statistics.router,
    schedules.router,
    exports.router,
    file_links.router,
    imports.router,
    opening.router,
    settings.router,
    rates.router,
    conversions.router,
    entry_conversions.router,
    app_strings.router,
    short_users.router,
    short_groups.router,
    short_expenses.router,
)
"""Every call, in the order in which the documents show them; see `bot.web.api`."""
