"""A standby that took over, and was then left again."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import DBAPIError

from bot.runtime.transient_errors import is_database_away
from ledger.core.clock import MovableClock
from ledger.storage.database import database_url
from tests.ledger.chat import ASHA, Chat
from tests.ledger.conftest import MONDAY
from tests.stores import opened


def _standby(url: str) -> str:
    options = database_url(url).query["options"]
    read_only = database_url(url).update_query_dict(
        {"options": f"{options} -cdefault_transaction_read_only=on"}
    )
    return read_only.render_as_string(hide_password=False)


def test_a_server_that_became_a_read_only_standby_is_away(migrated_schema: str) -> None:
    with opened(_standby(migrated_schema)) as store, pytest.raises(DBAPIError) as raised:
        Chat(store, MovableClock(MONDAY)).join(ASHA)
    assert is_database_away(raised.value)
    # The next try is on a new connection, which leads to the new primary.
    assert raised.value.connection_invalidated
