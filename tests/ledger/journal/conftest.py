"""The chat of the journal's tests: Asha, Bob and Chen are in it."""

from __future__ import annotations

import pytest

from tests.ledger.chat import ASHA, BOB, CHEN, Chat


@pytest.fixture
def chat(chat: Chat) -> Chat:
    chat.join(ASHA, BOB, CHEN)
    return chat
