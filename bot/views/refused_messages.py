"""What is said where a group takes our messages only in part, or not at all."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.names import shown
from bot.views.pages import text
from bot.views.reply import Reply

_MAX_TITLE: Final = 40


class Obstacle(Enum):
    """Why a group takes no message of ours."""

    MUTED = auto()
    GENERAL_CLOSED = auto()
    PAID = auto()
    UNKNOWN = auto()


def no_pictures(say: Language) -> Markup:
    """Return why there is no picture, for a message that was to have one."""
    return say("<i>Without a picture: I may not send any here (group settings → Permissions).</i>")


def in_private(say: Language, title: str, why: Obstacle | None, reply: Reply | None) -> Reply:
    """Return what one person is told in private: why, if it is to be said, and the reply's text.

    Its buttons belong to the group and its picture would need words of its own.
    """
    title = shown(title, _MAX_TITLE)
    if reply is None:
        return Reply(_why(say, title, why or Obstacle.UNKNOWN))
    heading = _why(say, title, why) if why else say("<b>{title}</b>", title=title)
    return Reply(text(heading, say("\n{reply}", reply=reply.text)))


def waited(say: Language, count: int) -> Reply:
    """Return the heading of what could not be told before."""
    return Reply(
        say.n(
            "{count} thing I could not say here before:",
            "{count} things I could not say here before:",
            count,
        )
    )


def _why(say: Language, title: str, why: Obstacle) -> Markup:
    match why:
        case Obstacle.MUTED:
            return say(
                "I can't write in {title}. Please let me send messages there: "
                "group settings → Permissions.",
                title=title,
            )
        case Obstacle.GENERAL_CLOSED:
            return say(
                "I can't write in {title}: its General is closed. Write /help in a topic that "
                "is open, and I answer there from then on.",
                title=title,
            )
        case Obstacle.PAID:
            return say(
                "I can't write in {title}: messages cost Stars there, and a bot has none. "
                "Please make me an admin.",
                title=title,
            )
        case _:
            return say("Telegram does not let me write in {title}.", title=title)
