"""People over HTTP, for the tests of accounts."""

from __future__ import annotations

import pytest

from ledger.core.clock import MovableClock
from ledger.storage.database import Store
from tests.ledger.accounts.http import Http


@pytest.fixture
def http(store: Store, clock: MovableClock) -> Http:
    return Http(store, clock)
