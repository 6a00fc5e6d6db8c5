"""What stands on the buttons of a message, as Telegram tells it with a press or a reply."""

from __future__ import annotations

from contextlib import suppress

from telegram import CallbackQuery, InlineKeyboardButton, Message

from bot.views.reply import Press, read_press


def pressed_label(query: CallbackQuery | None) -> str | None:
    """Return what stands on the pressed button; None where its message is too old to be told."""
    if query is None:
        return None
    same = (button.text for button in _buttons(query) if button.callback_data == query.data)
    return next(same, None)


def presses_below(message: Message) -> list[tuple[str, Press]]:
    """Return what stands on each button below a message of ours, and what a press of it says."""
    found = []
    for button in _below(message):
        with suppress(ValueError):
            found.append((button.text, read_press(str(button.callback_data or ""))))
    return found


def _buttons(query: CallbackQuery) -> list[InlineKeyboardButton]:
    return _below(query.message) if isinstance(query.message, Message) else []


def _below(message: Message) -> list[InlineKeyboardButton]:
    markup = message.reply_markup
    return [button for row in markup.inline_keyboard for button in row] if markup else []
