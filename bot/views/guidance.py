"""First words: the welcome, /start, /help, and where a command belongs."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.command_list import COMMANDS, Command, Scope
from bot.views.pages import keyboard, text
from bot.views.reply import Button, Keyboard, Reply, Verb, press
from ledger.core.groups import Group


def welcome(say: Language, group: Group, *, back: bool = False) -> Reply:
    """Return the first message in a group that the bot was added to, or added `back` to."""
    if back:
        lines = [
            say("I'm back, and the book is as you left it."),
            say("<code>/balance</code> says where everybody stands."),
        ]
    else:
        lines = [
            say("Hello! I keep what you share square. Somebody paid? Write:"),
            say("<code>/split 1200 dinner</code>"),
            say("I only know people I have met: press Join."),
        ]
    return Reply(text(*lines), _welcome_buttons(say, group))


def with_settings(say: Language, group: Group, said_html: str) -> Reply:
    """Return a message of ours with the welcome's buttons: what it said, and the settings now."""
    # What Telegram tells of our own message, which python-telegram-bot has escaped.
    return Reply(Markup(said_html), _welcome_buttons(say, group))  # noqa: S704


def start_group(say: Language, group: Group) -> Reply:
    """Return the answer to /start in a group."""
    return Reply(text(*_examples(say), say("All commands: /help")), _welcome_buttons(say, group))


def start_private(say: Language, bot_username: str | None) -> Reply:
    """Return the answer to /start in a private chat."""
    return Reply(
        text(
            say("Hello! I keep a group's shared money square."),
            say("Add me to your group. There, whoever paid writes:"),
            say("<code>/split 1200 dinner @bob @chen</code>"),
            say("Here, /me tells where you stand in all your groups."),
        ),
        _add_me(say, bot_username),
    )


def help_group(say: Language) -> Reply:
    """Return the answer to /help in a group: working examples first, then every command."""
    return Reply(text(*_examples(say), say("\n<b>All commands</b>"), *_commands(say, COMMANDS)))


def help_private(say: Language, bot_username: str | None) -> Reply:
    """Return the answer to /help in a private chat: every command, and where it works."""
    here = [command for command in COMMANDS if Scope.PRIVATE in command.scopes]
    return Reply(
        text(
            *_examples(say),
            say("<b>Here</b>"),
            *_commands(say, here),
            say("<b>In a group</b>"),
            *_commands(say, [command for command in COMMANDS if command not in here]),
        ),
        _add_me(say, bot_username),
    )


def belongs_in_group(say: Language, bot_username: str | None, command: str | None = None) -> Reply:
    """Return the answer to a group's command in a private chat."""
    return Reply(
        text(
            say("Here I answer /me, /weekly, /language and /privacy."),
            say("{command} belongs in your group.", command=f"/{command}")
            if command
            else say("The rest belongs in your group."),
        ),
        _add_me(say, bot_username),
    )


def ask_expense(say: Language) -> Reply:
    """Return the question after a bare /split; its answer comes as a reply to it."""
    return Reply(say("How much, and what for?"), asks=say.plain("1200 dinner @bob"))


def cannot_write(say: Language, title: str) -> Reply:
    """Return what whoever added the bot is told in private when it may not write there."""
    return Reply(
        say(
            "I can't write in {title}. Please let me send messages there: "
            "group settings → Permissions.",
            title=title,
        )
    )


def _examples(say: Language) -> list[Markup]:
    return [
        say("<b>Copy and change</b>"),
        say("<code>/split 1200 dinner</code>\nI paid, everybody shares"),
        say("<code>/split 1200 dinner @bob @chen</code>\nI paid for us three"),
        say("<code>/split 1200 dinner @bob 500 @chen 40%</code>\nOwn parts; also x2, +100, -50"),
        say("<code>/split 45 EUR taxi -me paid @bob on yesterday</code>\nBob paid, without me"),
        say("<code>/balance</code>\nWhere everybody stands"),
        say("<code>/settle @bob 500</code>\nI paid Bob 500"),
    ]


def _commands(say: Language, listed: Sequence[Command]) -> list[Markup]:
    """Return a line a command; those that only admins may use come last."""
    admins = [command for command in listed if command.scopes == {Scope.ADMIN}]
    return [
        *(_command(say, each.usage, each.description) for each in listed if each not in admins),
        *([say("<b>For admins</b>")] if admins else []),
        *(_command(say, each.usage, each.description) for each in admins),
    ]


def _command(say: Language, usage: str, description: str) -> Markup:
    facts = {"usage": usage, "description": say.plain(description)}
    # A bare command is pressed, one with arguments copied; and @bob in <code> rings nobody.
    if " " in usage:
        return say("<code>{usage}</code> — {description}", **facts)
    return say("{usage} — {description}", **facts)


def _welcome_buttons(say: Language, group: Group) -> Keyboard:
    """Return Join, and for admins the settings that were guessed."""
    currency = say.plain("Currency: {currency}", currency=group.currency)
    zone = say.plain("Time zone: {zone}", zone=group.timezone)
    join = Button(say.plain("Join"), press(Verb.JOIN))
    return keyboard(
        [join],
        [Button(currency, press(Verb.CURRENCY)), Button(zone, press(Verb.TIMEZONE))],
    )


def _add_me(say: Language, bot_username: str | None) -> Keyboard:
    if bot_username is None:
        return ()
    url = f"https://t.me/{bot_username}?startgroup=true"
    return keyboard([Button(say.plain("Add me to a group"), url=url)])
