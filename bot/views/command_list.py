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

    `description` is a message of the catalogue.
    """

    name: str
    usage: str
    description: str
    scopes: frozenset[Scope]


_GROUP: Final = frozenset({Scope.GROUP, Scope.ADMIN})
_ADMIN: Final = frozenset({Scope.ADMIN})
_EVERYWHERE: Final = frozenset(Scope)

COMMANDS: Final = (
    Command("split", "/split 1200 dinner @bob", N_("Share an expense"), _GROUP),
    Command("balance", "/balance", N_("Who is up, who is down"), _GROUP),
    Command("settle", "/settle @alice 1900", N_("Pay somebody back, or see who should"), _GROUP),
    Command("me", "/me", N_("Where I stand"), _EVERYWHERE),
    Command("history", "/history dinner", N_("All entries, or find some"), _GROUP),
    Command("show", "/show 12", N_("Everything about one entry"), _GROUP),
    Command("undo", "/undo", N_("Take back my latest entry"), _GROUP),
    Command("edit", "/edit 12 1300 dinner @bob", N_("Write an entry anew"), _GROUP),
    Command("delete", "/delete 12", N_("Delete an entry"), _GROUP),
    Command("restore", "/restore 12", N_("Bring a deleted entry back"), _GROUP),
    Command("log", "/log", N_("Who changed what"), _GROUP),
    Command(
        "every", "/every month on 1 15000 rent", N_("Record an expense again and again"), _GROUP
    ),
    Command("remind", "/remind @bob", N_("Remind somebody kindly, or everybody by rule"), _GROUP),
    Command("weekly", "/weekly mon 09:00", N_("The weekly summary"), _EVERYWHERE),
    Command("members", "/members", N_("Who is in the book"), _GROUP),
    Command("language", "/language hi", N_("The language I speak here"), _EVERYWHERE),
    Command("help", "/help", N_("Examples, and all commands"), _EVERYWHERE),
    Command("privacy", "/privacy", N_("What I keep, and being forgotten"), _EVERYWHERE),
    Command("start", "/start", N_("What I am for"), _EVERYWHERE),
    Command("add", '/add @bob "Grandma"', N_("Add members, met or not"), _ADMIN),
    Command("remove", "/remove @bob", N_("Let a member no longer share"), _ADMIN),
    Command("role", "/role @bob admin", N_("Make somebody an admin of the book"), _ADMIN),
    Command("merge", "/merge @Grandma @meera", N_("Make two members one"), _ADMIN),
    Command("simplify", "/simplify off", N_("Fewest payments, or along who owes whom"), _ADMIN),
    Command("currency", "/currency INR", N_("The group's currency"), _ADMIN),
    Command("timezone", "/timezone Asia/Kolkata", N_("The group's time zone"), _ADMIN),
)
"""Every command, the most used first, those of admins last."""


def menu(say: Language, scope: Scope) -> tuple[tuple[str, str], ...]:
    """Return the names and descriptions of a scope's commands."""
    return tuple(
        (command.name, say.plain(command.description))
        for command in COMMANDS
        if scope in command.scopes
    )
