"""What views are given is all they know."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def _nothing_set() -> None:
    """Set nothing aside: no view knows settings or files, and there are thousands of tests."""
