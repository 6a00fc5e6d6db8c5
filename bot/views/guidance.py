"""First words: the welcome, /start, /help, and where a command belongs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import N_, Language, language
from bot.language.offered import OFFERED
from bot.views.command_list import Command, Scope, listed
from bot.views.pages import keyboard, text, units
from bot.views.reply import MAX_COPIED, Button, Keyboard, Reply, Verb, press
from bot.views.settings_menu import city
from bot.views.settings_overview import CURRENCY, TIMEZONE
from ledger.core.groups import Group
from ledger.core.members import Person

NO_CODE: Final = "true"
"""What a link that adds the bot to a group has behind `startgroup` where it has no code."""
_LABEL: Final = 40
"""Characters of a line on a button."""


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


def taken_over(say: Language, group: Group, members: int) -> Reply:
    """Return the answer where a chat has taken over the book of a group made outside it."""
    return Reply(
        text(
            say(
                "This chat keeps your book from now on: {entries}, {members}.",
                entries=say.n("{count} entry", "{count} entries", group.entries),
                members=say.n("{count} member", "{count} members", members),
            ),
            say("I only know people I have met: press Join."),
        ),
        _welcome_buttons(say, group),
    )


def start_private(say: Language, bot_username: str | None) -> Reply:
    """Return the answer to /start in a private chat."""
    return Reply(
        text(
            say("Hello! I keep a group's shared money square."),
            say("Add me to your group. There, whoever paid writes:"),
            say("<code>/split 1200 dinner with bob and chen</code>"),
            say("Here, /me tells where you stand in all your groups."),
        ),
        _add_me(say, bot_username),
    )


def help_group(say: Language, *, over_http: bool = True) -> Reply:
    """Return the answer to /help in a group: working examples first, then every command.

    Here and below, `over_http` tells whether there is an API, which some commands are about.
    """
    every = listed(over_http=over_http)
    return Reply(text(*_examples(say), say("\n<b>All commands</b>"), *_commands(say, every)))


def help_private(say: Language, bot_username: str | None, *, over_http: bool = True) -> Reply:
    """Return the answer to /help in a private chat: every command, and where it works."""
    every = listed(over_http=over_http)
    here = [command for command in every if Scope.PRIVATE in command.scopes]
    return Reply(
        text(
            *_examples(say),
            say("<b>Here</b>"),
            *_commands(say, here),
            say("<b>In a group</b>"),
            *_commands(say, [command for command in every if command not in here]),
        ),
        _add_me(say, bot_username),
    )


def belongs_in_group(
    say: Language, bot_username: str | None, command: str | None = None, *, over_http: bool = True
) -> Reply:
    """Return the answer to a group's command in a private chat."""
    here = say.together(_answered_here(over_http=over_http))
    return Reply(
        text(
            say("Here I answer {commands}.", commands=here),
            say("{command} belongs in your group.", command=f"/{command}")
            if command
            else say("The rest belongs in your group."),
        ),
        _add_me(say, bot_username),
    )


def _answered_here(*, over_http: bool) -> list[str]:
    """Return the commands of a private chat; `/start` has done its work by then."""
    every = listed(over_http=over_http)
    names = (command.name for command in every if Scope.PRIVATE in command.scopes)
    return [f"/{name}" for name in names if name != "start"]


def no_book_in_direct_messages(say: Language, bot_username: str | None) -> Reply:
    """Return the answer to a command in a channel's direct messages."""
    return Reply(
        say(
            "A channel's direct messages can't have a book: everybody here writes with the "
            "channel alone. I belong in a group."
        ),
        _add_me(say, bot_username),
    )


def ask_expense(say: Language, missing: Markup | None = None) -> Reply:
    """Return the question after a bare /split; its answer comes as a reply to it.

    `missing` is what an answer lacked: then that is asked for.
    """
    return Reply(
        missing or say("How much, and what for?"),
        keyboard([Button(say.plain("Cancel"), press(Verb.CANCEL))]),
        asks=say.plain("1200 dinner with bob"),
    )


def meant_line(say: Language, line: str, *, records: bool) -> Reply:
    """Return the answer to a command one slip away from ours: the line that was meant.

    With a button that records it where `records` tells so, shows what it asks for, or copies it.
    """
    pressed = press(Verb.MEANT) if records else _OPENED.get(line)
    label = line if len(line) <= _LABEL else f"{line[: _LABEL - 1]}…"
    told = say("Did you mean <code>{line}</code>?", line=line)
    if pressed is not None:
        return Reply(told, keyboard([Button(label, pressed)]))
    return Reply(told, keyboard([Button(label, copy=line)] if units(line) <= MAX_COPIED else []))


_OPENED: Final = {
    "/balance": press(Verb.BALANCE, 0),
    "/history": press(Verb.HISTORY, 1),
    "/members": press(Verb.MEMBERS, 0),
    "/settle": press(Verb.SETTLE, 0),
}
"""What a button shows that a command without words asks for."""


def unknown_command(say: Language, command: str) -> Reply:
    """Return the answer to a command that has our name behind it and is none of ours."""
    help_button = Button(say.plain("What I can do"), press(Verb.HELP))
    return Reply(
        say("I don't have {command}. /help has all that I can do.", command=command),
        keyboard([help_button]),
    )


def ask_refund(say: Language) -> Reply:
    """Return the question after a bare /refund; what answers it came back."""
    return Reply(
        say(_ASKS_REFUND),
        keyboard([Button(say.plain("Cancel"), press(Verb.CANCEL))]),
        asks=say.plain("50 deposit with bob"),
    )


_ASKS_REFUND: Final = N_("How much came back, and what for?")


def asks_refund(question: str) -> bool:
    """Tell whether a message of ours is that question, in any language.

    Nothing else tells of an answer that it is a refund: Telegram shows the question alone.
    """
    return any(question == language(code).plain(_ASKS_REFUND) for code in OFFERED)


def ask_presser(say: Language, person: Person) -> Reply:
    """Return the same question to somebody who pressed a button.

    Only a message that mentions them can open their keyboard (Bot API, ForceReply.selective).
    """
    who = Markup('<a href="tg://user?id={}">{}</a>').format(person.id, person.first_name)
    return Reply(
        say("{name}, how much, and what for?", name=who), asks=say.plain("1200 dinner with bob")
    )


def _examples(say: Language) -> list[Markup]:
    return [
        say("<b>Copy and change</b>"),
        say("<code>/split 1200 dinner</code>\nI paid, everybody shares"),
        say("<code>/split 1200 dinner with bob and chen</code>\nI paid for us three"),
        say("<code>/split 1200 dinner bob 500 chen 40%</code>\nOwn parts; also x2, +100, -50"),
        say(
            "<code>/split 45 EUR taxi paid by bob yesterday, without me</code>\n"
            "Bob paid, without me"
        ),
        say("<code>/balance</code>\nWhere everybody stands"),
        say("<code>/settle bob 500</code>\nI paid Bob 500"),
    ]


def _commands(say: Language, told: Sequence[Command]) -> list[Markup]:
    """Return a line a command; those that only admins may use come last."""
    admins = [command for command in told if command.scopes == {Scope.ADMIN}]
    return [
        *(_command(say, each) for each in told if each not in admins),
        *([say("<b>For admins</b>")] if admins else []),
        *(_command(say, each) for each in admins),
    ]


def _command(say: Language, command: Command) -> Markup:
    usage = say.stored(command.usage)
    facts = {"usage": usage, "description": say.plain(command.description)}
    # A bare command is pressed, one with arguments copied; and @bob in <code> rings nobody.
    if " " in usage:
        return say("<code>{usage}</code> — {description}", **facts)
    return say("{usage} — {description}", **facts)


def _welcome_buttons(say: Language, group: Group) -> Keyboard:
    """Return Join, and for admins the settings that were guessed."""
    currency = say.plain("Currency: {currency}", currency=group.currency)
    zone = say.plain("Time zone: {zone}", zone=city(group.timezone))
    join = Button(say.plain("Join"), press(Verb.JOIN))
    return keyboard(
        [join, Button(say.plain("Show the board"), press(Verb.BOARD))],
        [
            Button(currency, press(Verb.OPEN_SETTINGS, CURRENCY)),
            Button(zone, press(Verb.OPEN_SETTINGS, TIMEZONE)),
        ],
    )


def _add_me(say: Language, bot_username: str | None) -> Keyboard:
    if bot_username is None:
        return ()
    url = f"https://t.me/{bot_username}?startgroup={NO_CODE}"
    return keyboard([Button(say.plain("Add me to a group"), url=url)])
