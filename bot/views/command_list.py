"""The commands as Telegram's menu and /help list them: a menu, not a permission."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.language.catalogues import N_, Language


class Scope(StrEnum):
    """Where a menu is shown (Bot API, BotCommandScope)."""

    GROUP = "group"
    """To everybody in a group."""
    ADMIN = "admin"
    """To a group's administrators, in place of GROUP."""
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name without the slash, how it is written, and what it does.

    `description` is a message of the catalogue, and `usage` where it has words: what a language
    writes there has to be read in it. What is `for_one` concerns nobody else in a
    group: apps that can show question and answer to whoever asks alone. What is `over_http` is
    listed only where there is an API.
    """

    name: str
    usage: str
    description: str
    scopes: frozenset[Scope]
    for_one: bool = False
    over_http: bool = False


_GROUP: Final = frozenset({Scope.GROUP, Scope.ADMIN})
_ADMIN: Final = frozenset({Scope.ADMIN})
_PRIVATE: Final = frozenset({Scope.PRIVATE})
_EVERYWHERE: Final = frozenset(Scope)

COMMANDS: Final = (
    Command("split", N_("/split 1200 dinner with bob"), N_("Share an expense"), _GROUP),
    Command("refund", N_("/refund 50 deposit @bob"), N_("Share money that came back"), _GROUP),
    Command("balance", "/balance", N_("Who is up, who is down"), _GROUP),
    Command("settle", "/settle @alice 1900", N_("Pay somebody back, or see who should"), _GROUP),
    Command(
        "payinfo",
        "/payinfo upi:asha@okbank",
        N_("How people can pay you"),
        _EVERYWHERE,
        for_one=True,
    ),
    Command("board", "/board", N_("One message that always shows where we stand"), _GROUP),
    Command("me", "/me", N_("Where I stand"), _EVERYWHERE, for_one=True),
    Command(
        "history", N_("/history dinner"), N_("All entries, or find some"), _GROUP, for_one=True
    ),
    Command("show", "/show 12", N_("Everything about one entry"), _GROUP, for_one=True),
    Command("stats", "/stats year", N_("What was spent, by whom and on what"), _GROUP),
    Command("undo", "/undo", N_("Take back my latest entry"), _GROUP),
    Command("edit", "/edit 12 1300", N_("Change what you say of an entry"), _GROUP),
    Command("copy", "/copy 12", N_("Record an entry again today"), _GROUP),
    Command("delete", "/delete 12", N_("Delete an entry"), _GROUP),
    Command("restore", "/restore 12", N_("Bring a deleted entry back"), _GROUP),
    Command("log", "/log", N_("Who changed what"), _GROUP),
    Command(
        "every", N_("/every month on 1 15000 rent"), N_("Record an expense again and again"), _GROUP
    ),
    Command("remind", "/remind @bob", N_("Remind somebody kindly, or everybody by rule"), _GROUP),
    Command("weekly", N_("/weekly mon 09:00"), N_("The weekly summary"), _EVERYWHERE),
    Command("members", "/members", N_("Who is in the book"), _GROUP, for_one=True),
    Command("rate", "/rate EUR 90.5", N_("What other currencies are worth"), _GROUP),
    Command("convert", "/convert", N_("Everything in the group's currency"), _GROUP),
    Command("set", "/set flat2 @bob @chen", N_("One name for several people"), _GROUP),
    Command("weight", "/weight @bob 2", N_("Who counts twice, or half"), _GROUP),
    Command("import", "/import", N_("Bring a file of another app in"), _GROUP),
    Command("export", "/export xlsx", N_("The whole book as a file"), _GROUP),
    Command(
        "settings",
        "/settings",
        N_("Currency, time zone, language and more"),
        _GROUP,
        for_one=True,
    ),
    Command("language", "/language hi", N_("The language I speak here"), _EVERYWHERE),
    Command("help", "/help", N_("Examples, and all commands"), _EVERYWHERE, for_one=True),
    Command("privacy", "/privacy", N_("What I keep, and being forgotten"), _EVERYWHERE),
    Command(
        "token",
        N_("/token my laptop"),
        N_("A key for a program of yours"),
        _PRIVATE,
        over_http=True,
    ),
    Command("link", "/link", N_("Join my account to my Telegram"), _PRIVATE, over_http=True),
    Command("start", "/start", N_("What I am for"), _EVERYWHERE),
    Command("add", N_('/add @bob "Grandma"'), N_("Add members, met or not"), _ADMIN),
    Command("remove", "/remove @bob", N_("Let a member no longer share"), _ADMIN),
    Command("role", "/role @bob admin", N_("Make somebody an admin of the book"), _ADMIN),
    Command("merge", N_("/merge @Grandma @meera"), N_("Make two members one"), _ADMIN),
    Command("simplify", "/simplify off", N_("Fewest payments, or along who owes whom"), _ADMIN),
    Command("currency", "/currency INR", N_("The group's currency"), _ADMIN),
    Command("timezone", "/timezone Asia/Kolkata", N_("The group's time zone"), _ADMIN),
)
"""Every command, the most used first, those of admins last."""


FOR_ONE: Final = frozenset(command.name for command in COMMANDS if command.for_one)


def listed(*, over_http: bool) -> tuple[Command, ...]:
    """Return the commands that there is something behind, with or without an API."""
    return tuple(command for command in COMMANDS if over_http or not command.over_http)


def menu(say: Language, scope: Scope, *, over_http: bool = True) -> tuple[tuple[str, str], ...]:
    """Return the names and descriptions of a scope's commands."""
    return tuple(
        (command.name, say.plain(command.description))
        for command in listed(over_http=over_http)
        if scope in command.scopes
    )
