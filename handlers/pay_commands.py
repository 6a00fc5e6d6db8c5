"""How to pay somebody: `/payinfo`, and the buttons beside what is owed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from markupsafe import escape

from bot.conversation.turn import Turn
from bot.views import pay_ways as views
from bot.views.reply import Reply
from handlers.grammar.commands.pay_line import read_details, taken_back
from handlers.grammar.message import from_message
from ledger.book import pay_details, settlement_plan
from ledger.book.lookup import resolve
from ledger.book.open_book import Book
from ledger.core.errors import Code, LedgerError
from ledger.core.members import MemberId, Person
from ledger.core.money import Money
from ledger.core.paying.details import EXAMPLES, PayDetail, Scheme
from ledger.storage.database import Transaction

T = TypeVar("T")


async def payinfo(turn: Turn) -> None:
    """`/payinfo upi:asha@okbank`, one a line; bare, one's own; `off` takes back all, or one.

    `/payinfo @bob` is how to pay Bob.
    """
    person = _person(turn)
    words = from_message(turn.message).words
    if turn.place is not None and len(words) == 1 and (whom := words[0].whom) is not None:
        await _show_way(turn, lambda book: resolve(book, whom, make=False).id)
        return
    typed = turn.message.text or turn.message.caption or ""
    if off := taken_back(typed):
        left = await _ask(turn, lambda tx: _drop(tx, person, off))
    elif details := _checked(typed):
        left = await _ask(turn, lambda tx: _keep(tx, person, details))
    else:
        left = await _ask(turn, lambda tx: pay_details.details_of(tx, person.id))
    await turn.reply(views.mine(turn.say, left, private=turn.place is None))


def _checked(typed: str) -> list[PayDetail]:
    read = read_details(typed)
    if not read:
        return []
    # Here and not above: the numbers of all countries' phones and banks are only needed now.
    from ledger.core.paying.checks import guessed, pay_detail

    found: list[PayDetail] = []
    for scheme, written in read:
        if scheme and not written:
            examples = _lines(scheme)
            raise LedgerError(Code.BAD_PAY_DETAIL, scheme=None, written=written, examples=examples)
        try:
            detail = pay_detail(scheme, written) if scheme else guessed(written)
        except LedgerError as error:
            error.details["examples"] = _lines(*([] if scheme is None else [scheme]))
            raise
        if detail is None:
            examples = _lines(Scheme.UPI, Scheme.IBAN)
            raise LedgerError(Code.BAD_PAY_DETAIL, scheme=None, written=written, examples=examples)
        found.append(detail)
    return found


def _lines(*schemes: Scheme) -> tuple[str, ...]:
    return tuple(f"/payinfo {EXAMPLES[scheme]}" for scheme in schemes)


def _keep(tx: Transaction, person: Person, details: list[PayDetail]) -> tuple[PayDetail, ...]:
    for detail in details:
        pay_details.keep_detail(tx, person, detail)
    return pay_details.details_of(tx, person.id)


def _drop(
    tx: Transaction, person: Person, schemes: tuple[Scheme | None, ...]
) -> tuple[PayDetail, ...]:
    for scheme in schemes:
        pay_details.drop_detail(tx, person.id, scheme)
    return pay_details.details_of(tx, person.id)


async def removal_pressed(turn: Turn) -> None:
    """Remove one of one's own details; it is nobody else's button."""
    person = _person(turn)
    scheme = turn.argument(0, Scheme)
    left = await _ask(turn, lambda tx: pay_details.drop_detail(tx, person.id, scheme))
    await turn.redraw(views.mine(turn.say, left, private=turn.place is None))


async def way_pressed(turn: Turn) -> None:
    """How to pay somebody, with what the presser owes them."""
    payee = MemberId(turn.number(0))
    await _show_way(turn, lambda book: payee)


async def _show_way(turn: Turn, find: Callable[[Book], MemberId]) -> None:
    def use_case(book: Book) -> views.PayWay:
        payee = book.member(find(book))
        known = pay_details.details_of(book.tx, payee.user_id) if payee.user_id else ()
        return views.PayWay(payee, book.roster, known, _owed(book, payee.id))

    way = await turn.book(use_case)
    if not way.details:
        nothing = views.nothing_known(turn.say, way.payee)
        if turn.query is None:
            await turn.reply(Reply(escape(nothing)))
        else:
            await turn.toast(nothing, alert=True)
        return
    await turn.end_clock()
    await turn.unfold(views.way(turn.say, way, await asyncio.to_thread(_code, way)))


def _owed(book: Book, payee: MemberId) -> tuple[Money, ...]:
    """Return what the actor pays somebody by the plan, the group's own currency first."""
    own = book.group.currency
    return tuple(
        Money(payment.minor, currency)
        for currency, payments in sorted(
            settlement_plan.suggested(book).items(), key=lambda of: (of[0] != own, of[0])
        )
        for payment in payments
        if book.actor is not None and (payment.payer, payment.payee) == (book.actor.id, payee)
    )


def _code(way: views.PayWay) -> bytes | None:
    """Draw the first detail that has a code for the amount, of those that carry it first."""
    # Here and not above: nothing else draws such codes.
    from bot.views.pictures.pay_code import pay_code

    name = " ".join(filter(None, (way.payee.first_name, way.payee.last_name)))
    for owed in (*way.owed, None):
        for detail in way.details:
            code = pay_code(detail, name, owed, "All Square")
            if code is not None:
                return code
    return None


def _person(turn: Turn) -> Person:
    if turn.person is None:
        raise LedgerError(Code.NOT_A_PERSON)
    return turn.person


async def _ask(turn: Turn, use_case: Callable[[Transaction], T]) -> T:
    """Ask the ledger in the language of the chat: a group's, or one's own in private."""
    if turn.place is None:
        return await turn.ledger(use_case)
    return await turn.book(lambda book: use_case(book.tx))
