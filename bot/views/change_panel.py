"""Changing an expense by taps: below its receipt, who shares and who paid."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from bot.language.catalogues import Language
from bot.views.expense_receipt import told as receipt
from bot.views.names import Names
from bot.views.pages import in_rows, turners
from bot.views.reply import Button, Keyboard, Reply, Style, Verb, press
from ledger.core.answers.entry_changes import Written
from ledger.core.entries import EntryKind
from ledger.core.members import Member

_ON_A_PAGE: Final = 24
_IN_A_ROW: Final = 3


def panel(say: Language, shown: Written, today: date, page: int = 0) -> Reply:
    """Return an expense's receipt with a button a member, marked where they share.

    An entry that was deleted meanwhile, or is a payment, is its plain receipt.
    """
    plain = receipt(say, shown, today)
    entry = shown.entry
    if entry.deleted or entry.contents.kind is EntryKind.PAYMENT:
        return plain
    names = Names(shown.roster)
    sharing = set(entry.contents.split.sharers)
    paid = [names.plain(share.member) for share in entry.contents.payers]
    number = entry.number
    buttons, pages = _page(shown, page)
    return Reply(
        plain.text,
        (
            *in_rows(
                [
                    Button(
                        f"✓ {names.plain(member.id)}"
                        if member.id in sharing
                        else names.plain(member.id),
                        press(Verb.SHARER, number, member.id, page),
                    )
                    for member in buttons
                ],
                _IN_A_ROW,
            ),
            *_turners(Verb.CHANGE, number, page, pages),
            (
                Button(
                    say.plain("Paid: {name}", name=paid[0])
                    if len(paid) == 1
                    else say.plain("Who paid"),
                    press(Verb.PAYER, number, 0),
                ),
            ),
            (
                Button(say.plain("Delete"), press(Verb.UNDO, number), style=Style.WARNS),
                Button(say.plain("Done"), press(Verb.DONE, number)),
            ),
        ),
    )


def payers(say: Language, shown: Written, today: date, page: int = 0) -> Reply:
    """Return an expense's receipt with a button a member who may have paid all of it."""
    names = Names(shown.roster)
    entry = shown.entry
    paying = {share.member for share in entry.contents.payers}
    buttons, pages = _page(shown, page)
    return Reply(
        receipt(say, shown, today).text,
        (
            *in_rows(
                [
                    Button(
                        f"✓ {names.plain(member.id)}"
                        if member.id in paying
                        else names.plain(member.id),
                        press(Verb.PAYER, entry.number, page, member.id),
                    )
                    for member in buttons
                ],
                _IN_A_ROW,
            ),
            *_turners(Verb.PAYER, entry.number, page, pages),
            (Button(say.plain("‹ Back"), press(Verb.CHANGE, entry.number, 0)),),
        ),
    )


def _page(shown: Written, page: int) -> tuple[Sequence[Member], int]:
    """Return a page of those who can be chosen, and how many pages there are.

    Everybody active, and whoever shares or paid without being active any more.
    """
    contents = shown.entry.contents
    in_it = {*contents.split.sharers, *(share.member for share in contents.payers)}
    there = [member for member in shown.roster if member.active or member.id in in_it]
    pages = max(1, -(-len(there) // _ON_A_PAGE))
    first = min(page, pages - 1) * _ON_A_PAGE
    return there[first : first + _ON_A_PAGE], pages


def _turners(verb: Verb, number: int, page: int, pages: int) -> Keyboard:
    row = turners(verb, page, pages, before=(number,))
    return (row,) if row else ()
