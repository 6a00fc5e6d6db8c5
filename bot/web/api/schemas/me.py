"""Who calls: their own account, groups and pay details."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bot.web.api.money import Moment
from bot.web.api.schemas.envelope import Body, Shown
from bot.web.api.schemas.seldom import Seldom
from bot.web.api.schemas.standings import Net
from ledger.core.accounts import Scope
from ledger.core.members import Role


class MyGroup(Shown):
    """A group that the caller is in, or has something open in, with their nets there.

    `about` is what nets of several currencies come to in the group's own.
    """

    id: str
    name: str
    currency: str
    in_chat: bool
    role: Role
    nets: list[Net]
    about: Seldom[Net] = None


class Me(Shown):
    """The caller; `language` is the one that they chose, null for no choice.

    `about` is what is open in all groups, in the currency that most of them have, where there
    are several. `login` tells whether an e-mail address or a password opens the account, too.
    """

    id: str
    name: str
    email: str | None
    phone: str | None
    language: str | None
    telegram: bool
    login: bool
    groups: list[MyGroup]
    about: Seldom[Net] = None


class ChangedMe(Body):
    """What the caller chooses; a language of null is no choice."""

    language: Annotated[str, Field(max_length=40, examples=["hi"])] | None = None


class NewPayDetail(Body):
    """Where the caller's money is to be sent, as the scheme writes it."""

    value: Annotated[str, Field(min_length=1, max_length=200, examples=["asha@okbank"])]


class MyPayDetail(Shown):
    """Where the caller's money is to be sent."""

    scheme: str
    value: str


class LinkCode(Body):
    """The code that `/link` gave in the private chat, in any case, with or without spaces."""

    code: Annotated[str, Field(min_length=1, max_length=40)]


class MyToken(Shown):
    """A personal token as it is listed: `scope` is read or full."""

    id: int
    name: str
    scope: Scope
    created_at: Moment
    last_used_at: Moment | None


class NewToken(Body):
    """A personal token to be made, by a name for its owner; `scope` is read or full."""

    name: Annotated[str, Field(min_length=1, max_length=64, examples=["my laptop"])]
    scope: Scope


class MadeToken(MyToken):
    """A token just made; its `secret` is told this once."""

    secret: str


class MadeLinkCode(Shown):
    """A code that joins an account which was made outside Telegram to the caller's user."""

    code: str
    expires_at: Moment
