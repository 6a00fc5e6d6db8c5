"""Personal tokens: what a program of one's own shows to use one's books over HTTP."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.names import shown
from bot.views.pages import in_rows, keyboard, text
from bot.views.reply import Button, Reply, Style, Verb, press
from ledger.core.accounts import PersonalToken, Scope

NO: Final = "no"
"""The argument of the button that makes none."""
_MAX_LABEL: Final = 20
_MAX_NAME: Final = 64


def in_private_only(say: Language, bot_username: str | None) -> Reply:
    """Return the answer in a group to what is nobody else's business."""
    return Reply(
        say("That is between you and me: write it to me in private."),
        keyboard(
            [Button(say.plain("Write to me"), url=f"https://t.me/{bot_username}")]
            if bot_username
            else []
        ),
    )


def no_api(say: Language) -> Reply:
    """Return the answer where there is nothing that a token or an account is good for."""
    return Reply(say("I can't be reached over HTTP here, so there is nothing that it would open."))


def tokens(
    say: Language, listed: Sequence[PersonalToken], today: date, address: str | None
) -> Reply:
    """Return one's tokens, a button to revoke each, and how one is made."""
    lines = [
        say("<b>Your tokens</b>"),
        *(_line(say, token, today) for token in listed),
        say("Another one, by a name of yours: <code>/token my laptop</code>"),
    ]
    if not listed:
        lines = [
            say("With a token, a program of yours uses your books over HTTP, as you."),
            say("Name it, and I make one: <code>/token my laptop</code>"),
        ]
    return Reply(
        text(*lines, _docs(say, address)), in_rows([_revoke(say, token) for token in listed], 2)
    )


def ask_scope(say: Language, name: str) -> Reply:
    """Return the question what a token is to be good for."""
    return Reply(
        say("What may <b>{name}</b> do?", name=shown(name, _MAX_NAME)),
        keyboard(
            [
                Button(say.plain("Only read"), press(Verb.MAKE_KEY, Scope.READ.value)),
                Button(say.plain("All that I may"), press(Verb.MAKE_KEY, Scope.FULL.value)),
            ],
            [Button(say.plain("Cancel"), press(Verb.MAKE_KEY, NO))],
        ),
    )


def made(say: Language, token: PersonalToken, secret: str, address: str | None) -> Reply:
    """Return a token, which is said this once."""
    call = f'curl -H "Authorization: Bearer {secret}" {address or "http://…"}/api/me'
    return Reply(
        text(
            say("🔑 {token}", token=_named(say, token)),
            say("<code>{secret}</code>", secret=secret),
            say("Keep it where nobody else reads it: I can't show it again. To try it:"),
            say("<code>{line}</code>", line=call),
            _docs(say, address),
        ),
        keyboard(
            [
                Button(say.plain("Copy"), copy=secret),
                Button(say.plain("Revoke"), press(Verb.KEY_OFF, token.id), style=Style.WARNS),
            ],
        ),
    )


def toast_revoked(say: Language) -> str:
    """Return the toast after a token was revoked."""
    return say.plain("It opens nothing any more.")


def _line(say: Language, token: PersonalToken, today: date) -> Markup:
    facts = {
        "token": _named(say, token),
        "date": say.date((token.last_used_at or token.created_at).date(), today),
    }
    if token.last_used_at is None:
        return say("{token}; made {date}, never used", **facts)
    return say("{token}; last used {date}", **facts)


def _named(say: Language, token: PersonalToken) -> Markup:
    name = shown(token.name, _MAX_NAME)
    if token.scope is Scope.READ:
        return say("<b>{name}</b>, only reads", name=name)
    return say("<b>{name}</b>, may do all that you may", name=name)


def _revoke(say: Language, token: PersonalToken) -> Button:
    label = say.plain("Revoke {name}", name=token.name)
    short = label if len(label) <= _MAX_LABEL else f"{label[: _MAX_LABEL - 1]}…"
    return Button(short, press(Verb.KEY_OFF, token.id), style=Style.WARNS)


def _docs(say: Language, address: str | None) -> Markup | None:
    if address is None:
        return None
    return say("What can be called: {address}", address=f"{address}/api/docs")
