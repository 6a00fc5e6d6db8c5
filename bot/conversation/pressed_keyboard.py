"""What stands on the button that was pressed, as Telegram tells it with the press."""

from __future__ import annotations

from telegram import CallbackQuery, InlineKeyboardButton, Message


def pressed_label(query: CallbackQuery | None) -> str | None:
    """Return what stands on the pressed button; None where its message is too old to be told."""
    if query is None:
        return None
    same = (button.text for button in _buttons(query) if button.callback_data == query.data)
    return next(same, None)


def _buttons(query: CallbackQuery) -> list[InlineKeyboardButton]:
    markup = query.message.reply_markup if isinstance(query.message, Message) else None
    return [button for row in markup.inline_keyboard for button in row] if markup else []
