"""Logging in: the tokens that somebody gets, and their next ones."""

from __future__ import annotations

from dataclasses import dataclass

from bot.web.api.context import Api
from bot.web.api.errors import ApiError, unauthorized
from bot.web.api.tokens import Claims, TokenKind, Tokens
from ledger.accounts import logins, registering
from ledger.core.accounts import Account, AccountId
from ledger.core.members import Person
from ledger.storage import people_rows
from ledger.storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Pair:
    """Who is logged in, with both tokens; `spoken` is the language of their Telegram, if known."""

    account: Account
    spoken: str | None
    access: str
    refresh: str


async def by_password(api: Api, email: str, password: str) -> Account:
    """Return whose e-mail address and password these are; raise ApiError 401 alike for both."""
    found = await api.threads.run(lambda tx: registering.password_of(tx, email))
    kept = None if found is None else found[1]
    if not await api.passwords.is_right(password, kept) or found is None:
        raise unauthorized("Wrong e-mail or password.")
    return found[0]


async def change_password(api: Api, account: Account, old: str | None, new: str) -> Pair:
    """Let somebody log in with another password, and end every login of theirs but a new one.

    Raises ApiError 403 where the old one is not theirs; where none was, none must be said.
    """
    kept = await api.threads.run(lambda tx: registering.password_hash(tx, account))
    if not (kept is None and old is None) and not await api.passwords.is_right(old or "", kept):
        raise _wrong_password()
    hashed = await api.passwords.hash(new)

    def change(tx: Transaction) -> Pair | None:
        if not registering.set_password(tx, account, kept, hashed):
            return None
        logins.end_all(tx, account.id)
        return _begin(api.tokens, tx, account)

    pair = await api.threads.run(change)
    if pair is None:
        raise _wrong_password()
    return pair


async def begin(api: Api, account_id: AccountId) -> Pair:
    """Log somebody in whose password was right."""

    def log_in(tx: Transaction) -> Pair:
        account = registering.by_id(tx, account_id)
        if account is None:
            raise unauthorized()
        return _begin(api.tokens, tx, account)

    return await api.threads.run(log_in)


async def begin_from_telegram(api: Api, person: Person) -> Pair:
    """Log somebody in whom Telegram vouches for; they get an account if they have none."""
    return await api.threads.run(
        lambda tx: _begin(api.tokens, tx, registering.of_person(tx, person))
    )


async def go_on(api: Api, refresh_token: str) -> Pair:
    """Return the next tokens; raise ApiError 401 for a token that is not good, or no more.

    One that was used before ends its whole login.
    """
    claims = api.tokens.read(refresh_token, TokenKind.REFRESH)
    if claims is None:
        raise _ended()

    def rotate(tx: Transaction) -> Pair | None:
        account_id = AccountId(claims.user_id)
        fresh = api.tokens.new_claims(account_id, TokenKind.REFRESH)
        account = logins.rotate(tx, claims.jti, fresh.jti, fresh.expires)
        if not isinstance(account, Account):
            return None
        return _pair(api.tokens, tx, account, fresh)

    pair = await api.threads.run(rotate)
    if pair is None:
        raise _ended()
    return pair


async def end(api: Api, refresh_token: str) -> None:
    """End a login; one that has ended, or was none, is left alone."""
    claims = api.tokens.read(refresh_token, TokenKind.REFRESH)
    if claims is not None:
        await api.threads.run(lambda tx: logins.end(tx, claims.jti))


def _begin(tokens: Tokens, tx: Transaction, account: Account) -> Pair:
    fresh = tokens.new_claims(account.id, TokenKind.REFRESH)
    logins.begin(tx, account.id, fresh.jti, fresh.expires)
    return _pair(tokens, tx, account, fresh)


def _pair(tokens: Tokens, tx: Transaction, account: Account, fresh: Claims) -> Pair:
    access = tokens.signed(tokens.new_claims(account.id, TokenKind.ACCESS), TokenKind.ACCESS)
    known = people_rows.account(tx.connection, account.user_id)
    spoken = None if known is None else known.telegram_language
    return Pair(account, spoken, access, tokens.signed(fresh, TokenKind.REFRESH))


def _wrong_password() -> ApiError:
    message = "This is not your password."
    return ApiError(403, "wrong_password", message, fields={"oldPassword": [message]})


def _ended() -> ApiError:
    return unauthorized("This login has ended: log in again.")
