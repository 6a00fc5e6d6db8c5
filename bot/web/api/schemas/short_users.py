"""People and logins in the short calls."""

from __future__ import annotations

from pydantic import BaseModel, Field

from bot.web.api.passwords import LONGEST
from bot.web.api.schemas.envelope import ShortBody, Title
from bot.web.api.schemas.users import Email, Password, Phone


class AddUser(ShortBody):
    """Somebody who is to log in."""

    email: Email
    name: Title
    mobile: Phone | None = None
    password: Password


class AddedUser(BaseModel):
    """Who was added, by number."""

    id: int
    email: str
    name: str
    mobile: str | None


class UserAdded(BaseModel):
    """The answer to `/addUser`."""

    message: str = "User added successfully"
    data: AddedUser


class Login(ShortBody):
    """Who somebody says to be, and what shows it."""

    email: str = Field(max_length=254, examples=["rupali@example.com"])
    password: str = Field(max_length=LONGEST, examples=["Rupali@1234"])


class LoggedIn(BaseModel):
    """The answer to `/login`."""

    user_id: int
    email: str
    name: str
    refresh_token: str
    access_token: str
