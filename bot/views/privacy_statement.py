"""What is kept about people, all of it as a document, and being forgotten."""

from __future__ import annotations

from typing import Final

from bot.language.catalogues import Language
from bot.views.balance_lines import nets
from bot.views.names import shown
from bot.views.pages import keyboard, paged, text
from bot.views.reply import Button, Document, Reply, Style, Verb, press
from ledger.core.answers.footprint import Footprint

FORGET_YES: Final = "yes"
"""The argument of the button that no longer asks."""

RECORD_NAME: Final = "all-square-my-data.json"
_MAX_TITLE: Final = 60


def kept(say: Language, *, private: bool, bot_username: str | None) -> Reply:
    """Return what is kept; in private with the buttons to take it along or be forgotten."""
    lines = [
        say("<b>What I keep</b>"),
        say(
            "Of you: your Telegram number; your name, username and language as they are now; "
            "since when you are in which group, and whether you added me to it."
        ),
        say("If you told me with /payinfo: how you can be paid, for the people of your groups."),
        say(
            "Of a group: its title, settings and schedules, and every entry with who wrote, "
            "changed, paid and shares it. A deleted entry stays in the log."
        ),
        say(
            "If you use me over HTTP: your e-mail address, phone number and tokens; of passwords "
            "and tokens only what tells them again, never themselves."
        ),
        say("Of a file to be imported: what it says, until you import or cancel it."),
        say(
            "Of a picture: its number with Telegram, which has the picture itself; one that was "
            "added in the app, until the group's chat has it."
        ),
        say(
            "Other messages only until they are answered; one that I asked about, for three days; "
            "an answer that a group does not take, until it does; one that I failed at, until "
            "somebody has looked into it."
        ),
        say("A book is shown to the people of its group only. Whoever runs me can read it."),
    ]
    if private:
        return Reply(text(*lines), keyboard([_export(say)], [_forget(say)]))
    lines.append(say("To take it along, or to be forgotten: write /privacy to me in private."))
    link = f"https://t.me/{bot_username}"
    button = [Button(say.plain("Write to me"), url=link)] if bot_username else []
    return Reply(text(*lines), keyboard(button))


def record(say: Language, document: bytes) -> Reply:
    """Return all that is kept about the reader, as a document."""
    return Reply(
        say("Here is all that I keep about you."), document=Document(RECORD_NAME, document)
    )


def ask_forget(say: Language, footprint: Footprint) -> Reply:
    """Return the question before somebody is forgotten, with what is still open."""
    standing = [
        say(
            "{title}  {nets}",
            title=shown(place.group.title, _MAX_TITLE),
            nets=nets(say, place.nets),
        )
        for place in footprint.open
    ]
    listed = paged(standing, 0)
    left = len(standing) - len(listed.lines)
    return Reply(
        text(
            say("<b>Shall I forget you?</b>"),
            say("Your name, username, number and language go."),
            say.n(
                "In {count} group you become a former member without a name. "
                "Its entries and sums stay as they are.",
                "In {count} groups you become a former member without a name. "
                "Their entries and sums stay as they are.",
                footprint.groups,
            )
            if footprint.groups
            else None,
            say("What people have written in descriptions and notes stays, too."),
            say(
                "Messages that are already in a chat keep your name. "
                "Only later ones say {name} or the like.",
                name=former_name(say, 1),
            )
            if footprint.groups
            else None,
            say("<b>Still open</b>") if standing else None,
            *listed.lines,
            say.n("and {count} more group", "and {count} more groups", left) if left else None,
            say("There is no way back: if you write in a group again, you are new there."),
        ),
        keyboard(
            [
                Button(
                    say.plain("Yes, forget me"),
                    press(Verb.FORGET_ME, FORGET_YES),
                    style=Style.WARNS,
                )
            ],
            [Button(say.plain("No"), press(Verb.PRIVACY)), _export(say)],
        ),
    )


def forgotten(say: Language) -> Reply:
    """Return the last words to somebody who was forgotten."""
    return Reply(say("Done. I don't know you any more. All the best!"))


def former_name(say: Language, number: int) -> str:
    """Return what a group calls a member who was forgotten; it can be written as @Somebody_1."""
    return say.stored("Somebody {number}", number=number)


def _export(say: Language) -> Button:
    return Button(say.plain("Export my data"), press(Verb.EXPORT_ME))


def _forget(say: Language) -> Button:
    return Button(say.plain("Forget me"), press(Verb.FORGET_ME))
