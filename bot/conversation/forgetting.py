"""Forgetting a person: in the book, and in all that the bot keeps beside it."""

from __future__ import annotations

from bot.conversation import answered_commands, open_questions, own_messages
from bot.delivery import chat_memory
from bot.intake import inbox
from bot.language.catalogues import Language, language
from bot.views.privacy_statement import former_name
from ledger.core.members import UserId
from ledger.storage.database import Transaction
from ledger.upkeep import erasure


def forget_person(tx: Transaction, user_id: UserId, say: Language) -> None:
    """Erase a person; `say` names them in groups that have chosen no language."""
    chat_memory.forget_person(tx, user_id)
    erasure.forget(
        tx,
        user_id,
        lambda code, number: former_name(language(code) if code else say, number),
    )
    inbox.forget_person(tx, user_id)
    own_messages.forget_chat(tx, user_id)
    answered_commands.forget_chat(tx, user_id)
    open_questions.forget_chat(tx, user_id)
    open_questions.forget_person(tx, user_id)
