"""The names of the commands whose lines are read as people write them."""

from __future__ import annotations

from typing import Final

REFUND_COMMAND: Final = "refund"
SPLIT_COMMANDS: Final = frozenset({"split", "expense", "spent", REFUND_COMMAND})
"""The names of the command whose readings a press can record."""
