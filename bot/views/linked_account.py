"""An account made over HTTP and the Telegram user that its person is: `/link`."""

from __future__ import annotations

from typing import Final

from bot.language.catalogues import Language
from bot.views.names import shown
from bot.views.pages import keyboard, text
from bot.views.reply import Button, Reply, Style, Verb, press
from ledger.core.accounts import Account

YES: Final = "yes"
NO: Final = "no"
"""Arguments of the buttons below the question."""
_LETTERS: Final = 5
"""Letters of a code that stand together, as people read them out."""
_MAX_EMAIL: Final = 100


def code(say: Language, code: str, address: str | None) -> Reply:
    """Return a code to be typed where the account is."""
    letters = " ".join(code[at : at + _LETTERS] for at in range(0, len(code), _LETTERS))
    how = None
    if address is not None:
        how = say("Programs send it to <code>{address}</code>.", address=f"{address}/api/me/link")
    return Reply(
        text(
            say("Do you have an account that was made outside Telegram? Enter this code there:"),
            say("<code>{code}</code>", code=letters),
            say("It is good for ten minutes. From then on you are one person in all your groups."),
            how,
        )
    )


def linked(say: Language, account: Account) -> Reply:
    """Return what opens one's account besides Telegram, with the way to end that."""
    if account.email is None:
        told = say("Your account here can be opened with a password as well.")
    else:
        told = say(
            "Your account here can be opened with {email} as well.",
            email=shown(account.email, _MAX_EMAIL),
        )
    return Reply(
        told, keyboard([Button(say.plain("Unlink"), press(Verb.UNLINK), style=Style.WARNS)])
    )


def ask_unlink(say: Language, account: Account) -> Reply:
    """Return the question before nobody can log in any more."""
    return Reply(
        text(
            say("<b>Shall nobody log in to it any more?</b>"),
            say(
                "{email}, its password and your phone number go, and whoever is logged in has to "
                "come by Telegram. Your groups and entries stay as they are.",
                email=shown(account.email or "…", _MAX_EMAIL),
            ),
        ),
        keyboard(
            [
                Button(say.plain("Yes, unlink"), press(Verb.UNLINK, YES), style=Style.WARNS),
                Button(say.plain("No"), press(Verb.UNLINK, NO)),
            ]
        ),
    )


def unlinked(say: Language) -> Reply:
    """Return the answer after it."""
    return Reply(say("Done: only your Telegram opens it now. /link joins another account."))
