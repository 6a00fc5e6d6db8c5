"""All tables of the program, wherever they are declared."""

from __future__ import annotations

import importlib
from typing import Final

from sqlalchemy import MetaData

from ledger.storage.tables import Base

for tables_of in (
    "ledger.storage.account_tables",
    "ledger.storage.schedule_tables",
    "ledger.storage.import_tables",
    "ledger.storage.news_tables",
    "ledger.storage.picture_tables",
    "bot.intake.inbox",
    "bot.conversation.own_messages",
    "bot.conversation.plans",
    "bot.conversation.answered_commands",
    "bot.conversation.open_questions",
    "bot.conversation.boards",
    "bot.delivery.chat_memory",
    "bot.delivery.server_memory",
    "bot.runtime.kept_secret",
):
    importlib.import_module(tables_of)

EVERY_TABLE: Final[MetaData] = Base.metadata
