"""What is between one person and the bot over HTTP, in the private chat: `/token`, `/link`."""

from __future__ import annotations

from bot.conversation.said import StalePress
from bot.conversation.turn import Turn
from bot.views import access_tokens as views
from bot.views import linked_account
from ledger.accounts import linking, personal_tokens, registering
from ledger.core.accounts import Account, PersonalToken, Scope
from ledger.core.members import Person
from ledger.storage.database import Transaction


async def token(turn: Turn) -> None:
    """`/token my laptop`: asks what it is good for; bare, one's tokens."""
    if (person := await _in_private(turn)) is None:
        return
    name = _named(turn.message.text)
    if name is None:
        await _show(turn, person)
        return
    await turn.listen()
    # Below the line that has the name: a button has no room for it.
    await turn.reply(views.ask_scope(turn.say, name), quote=True)


async def token_pressed(turn: Turn) -> None:
    """Only read, or all: the token is made, and shown this once. Cancel: none is."""
    person = _whose(turn)
    if turn.arguments == (views.NO,):
        await turn.take_back()
        return
    scope = turn.argument(0, Scope)
    asked = turn.message.reply_to_message if not turn.is_inaccessible else None
    name = None if asked is None else _named(asked.text)
    if name is None:
        raise StalePress

    def use_case(tx: Transaction) -> tuple[PersonalToken, str]:
        return personal_tokens.make(tx, _account(tx, person), name, scope)

    made, secret = await turn.ledger(use_case)
    await turn.redraw(views.made(turn.say, made, secret, turn.services.settings.reached_at))


async def revoked_pressed(turn: Turn) -> None:
    """Revoke one: it opens nothing from now on. Its own message no longer shows it."""
    person, number = _whose(turn), turn.number(0)
    await turn.ledger(lambda tx: personal_tokens.revoke(tx, _account(tx, person), number))
    await turn.toast(views.toast_revoked(turn.say))
    await _show(turn, person)


async def _show(turn: Turn, person: Person) -> None:
    listed, now = await turn.ledger(
        lambda tx: (personal_tokens.tokens_of(tx, _account(tx, person)), tx.now)
    )
    address = turn.services.settings.reached_at
    await turn.in_place(views.tokens(turn.say, listed, now.date(), address))


async def link(turn: Turn) -> None:
    """`/link`: a code that joins an account to its person, or the account that was joined."""
    if (person := await _in_private(turn)) is not None:
        await _show_link(turn, person)


async def unlink_pressed(turn: Turn) -> None:
    """Unlink: asks first; after the yes nobody logs in with the e-mail address any more."""
    person = _whose(turn)
    if turn.arguments == (linked_account.YES,):
        await turn.ledger(lambda tx: linking.unlink(tx, _account(tx, person)))
        await turn.redraw(linked_account.unlinked(turn.say))
    elif turn.arguments:
        await _show_link(turn, person)
    else:
        account = await turn.ledger(lambda tx: _account(tx, person))
        await turn.redraw(linked_account.ask_unlink(turn.say, account))


async def _show_link(turn: Turn, person: Person) -> None:
    def use_case(tx: Transaction) -> tuple[Account, str | None]:
        account = _account(tx, person)
        code = None if account.has_login else linking.new_link_code(tx, person)
        return account, code

    account, code = await turn.ledger(use_case)
    if code is None:
        told = linked_account.linked(turn.say, account)
    else:
        told = linked_account.code(turn.say, code, turn.services.settings.reached_at)
    await turn.in_place(told)


async def _in_private(turn: Turn) -> Person | None:
    """Return who writes in private; elsewhere, and where there is no API, say so."""
    if turn.place is None and turn.person is not None and turn.services.settings.has_api:
        return turn.person
    await turn.listen()
    if turn.services.settings.has_api:
        await turn.reply(views.in_private_only(turn.say, turn.bot.username))
    else:
        await turn.reply(views.no_api(turn.say))
    return None


def _whose(turn: Turn) -> Person:
    """Return who pressed in their own private chat; elsewhere these buttons are forged."""
    person = turn.person
    if person is None or turn.address.chat_id != person.id:
        raise StalePress
    return person


def _account(tx: Transaction, person: Person) -> Account:
    return registering.of_person(tx, person)


def _named(said: str | None) -> str | None:
    """Return what stands behind the command, None where it stands alone."""
    words = (said or "").split()[1:]
    return " ".join(words) or None
