"""The button that opens the Mini App."""

from __future__ import annotations

from dataclasses import replace

from bot.language.catalogues import Language
from bot.views.reply import Button, Reply


def in_group(say: Language, reply: Reply, link: str | None) -> Reply:
    """Add to an answer the link that opens the app at its group, where there is one."""
    if link is None:
        return reply
    return _with(reply, Button(label(say), url=link))


def in_private(say: Language, reply: Reply, address: str | None) -> Reply:
    """Add to an answer in a private chat the button that opens the app, where there is one."""
    if address is None:
        return reply
    return _with(reply, Button(label(say), web_app=address))


def label(say: Language) -> str:
    """Return what the button says, and the one beside the input field of a private chat."""
    return say.plain("Open the app")


def _with(reply: Reply, button: Button) -> Reply:
    return replace(reply, buttons=(*reply.buttons, (button,)))
