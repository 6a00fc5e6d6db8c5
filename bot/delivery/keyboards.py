"""Buttons as Telegram takes them, as far as a server knows their kind."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from telegram import (
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    WebAppInfo,
)

from bot.delivery.bot_api import Feature
from bot.views.reply import Button, Keyboard, Reply


def markup(reply: Reply, able: Collection[Feature]) -> InlineKeyboardMarkup | ForceReply | None:
    """Return what stands below a message: its buttons, and whether it asks for a reply."""
    if reply.asks is None:
        return keyboard(reply.buttons, able)
    beside = keyboard(reply.buttons, able)
    if beside is not None and Feature.FORCE_REPLY_BESIDE_BUTTONS in able:
        return InlineKeyboardMarkup(beside.inline_keyboard, api_kwargs={"force_reply": True})
    return ForceReply(selective=True, input_field_placeholder=reply.asks or None)


def written_markup(reply: Reply, able: Collection[Feature]) -> dict[str, Any] | None:
    """Return the same as Telegram's JSON has it, without an object for each button."""
    if reply.asks is None:
        kept = _known(reply.buttons, able)
        return _written(kept) if kept else None
    made = markup(reply, able)
    return None if made is None else made.to_dict()


def keyboard(buttons: Keyboard, able: Collection[Feature]) -> InlineKeyboardMarkup | None:
    """Return the buttons without those of kinds that the server does not know."""
    kept = _known(buttons, able)
    return Buttons(kept) if kept else None


def _known(buttons: Keyboard, able: Collection[Feature]) -> Keyboard:
    rows = (tuple(button for button in row if _is_known(button, able)) for row in buttons)
    return tuple(row for row in rows if row)


class Buttons(InlineKeyboardMarkup):
    """Buttons that write themselves down at once.

    python-telegram-bot's own way looks at each attribute of each button and its classes, which
    takes longer than anything else in sending a receipt.
    """

    def __init__(self, rows: Keyboard) -> None:
        super().__init__([[_button(button) for button in row] for row in rows])
        self._rows = rows

    def to_dict(self, recursive: bool = True) -> dict[str, Any]:
        """Return the same as python-telegram-bot does."""
        return _written(self._rows)


def _written(rows: Keyboard) -> dict[str, Any]:
    return {"inline_keyboard": [[_told(button) for button in row] for row in rows]}


def _told(button: Button) -> dict[str, Any]:
    told: dict[str, Any] = {"text": button.label}
    if button.press is not None:
        told["callback_data"] = button.press
    if button.url is not None:
        told["url"] = button.url
    if button.copy is not None:
        told["copy_text"] = {"text": button.copy}
    if button.web_app is not None:
        told["web_app"] = {"url": button.web_app}
    if button.style is not None:
        told["style"] = button.style
    if button.is_disabled:
        told["disabled"] = {}
    return told


def _is_known(button: Button, able: Collection[Feature]) -> bool:
    if button.copy is not None:
        return Feature.COPY_BUTTONS in able
    return not button.is_disabled or Feature.DISABLED_BUTTONS in able


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        button.label,
        callback_data=button.press,
        url=button.url,
        copy_text=None if button.copy is None else CopyTextButton(button.copy),
        web_app=None if button.web_app is None else WebAppInfo(button.web_app),
        style=button.style,  # servers before Bot API 9.4 pass over it
        api_kwargs={"disabled": {}} if button.is_disabled else None,
    )
