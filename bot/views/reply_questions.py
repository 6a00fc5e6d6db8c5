"""Questions about what a reply says of an entry: a button for each thing that it may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.language.catalogues import Language
from bot.views.change_labels import change_labels
from bot.views.expense_receipt import undo_button
from bot.views.names import Names, shown
from bot.views.pages import keyboard
from bot.views.reply import Button, Reply, Verb, press
from ledger.core.entries import Contents, Entry, EntryKind
from ledger.core.members import MemberId, Roster
from ledger.core.money import Money

_LONGEST: Final = 24
_SHORT: Final = 12
_MOST: Final = 4
_SAID: Final = 60


@dataclass(frozen=True, slots=True)
class Handed:
    """Money that one person perhaps handed to another."""

    payer: MemberId
    payee: MemberId
    amount: Money


def ask_counted(
    say: Language,
    entry: Entry,
    roster: Roster,
    said: str,
    *,
    count: int | None = None,
    amount: Money | None = None,
    guest_of: MemberId | None = None,
) -> Reply:
    """Return the question whether a number is what it came to, or how many people there were.

    `count` is how many those surely are; else it may be the `amount`. `guest_of` is whom one
    more is perhaps with.
    """
    number = entry.number
    told = say("How is “{words}” meant?", words=shown(said, _SAID))
    if count is not None:
        told = say("For {count}? Then press Change and say who.", count=str(count))
    buttons = []
    if amount is not None:
        pressed = press(Verb.AMOUNT, number, amount.currency, amount.minor)
        buttons.append(Button(say.money(amount), pressed))
    if guest_of is not None:
        name = Names(roster).plain(guest_of)[:_LONGEST]
        label = say.plain("{name} {amount}", name=name, amount="×2")
        buttons.append(Button(label, press(Verb.SHARE_TWICE, number, guest_of)))
    buttons.append(Button(say.plain("Change"), press(Verb.CHANGE, number, 0)))
    return Reply(told, keyboard(*([button] for button in buttons)))


def ask_repaid(
    say: Language,
    entry: Entry,
    roster: Roster,
    said: str,
    payments: Sequence[Handed],
    paid: MemberId | None,
    instead_of: int | None = None,
) -> Reply:
    """Return the question which payment a reply tells of, or whether one `paid` all of it.

    It was one of them `instead_of` the payment with that number.
    """
    wrong = () if instead_of is None else (instead_of,)
    names = Names(roster)
    told = say("How is “{words}” meant?", words=shown(said, _SAID))
    buttons = [
        Button(
            say.plain(
                "{payer} → {payee} {amount}",
                payer=names.plain(one.payer)[:_SHORT],
                payee=names.plain(one.payee)[:_SHORT],
                amount=say.money(one.amount),
            ),
            press(Verb.GAVE, one.payer, one.payee, one.amount.currency, one.amount.minor, *wrong),
        )
        for one in payments[:_MOST]
    ]
    if paid is not None:
        label = say.plain("{name} paid", name=names.plain(paid)[:_LONGEST])
        buttons.append(Button(label, press(Verb.PAID_BY, entry.number, paid)))
    return Reply(told, keyboard(*([button] for button in buttons)))


def ask_meant(
    say: Language,
    entry: Entry,
    roster: Roster,
    said: str,
    ways: Sequence[tuple[int, Contents]],
) -> Reply:
    """Return the question what a reply changes: each way with its number, and what it would say."""
    told = say("How is “{words}” meant?", words=shown(said, _SAID))
    kept = ways[:_MOST]
    labels = change_labels(say, entry.contents, [one for _, one in kept], Names(roster))
    buttons = [
        Button(label, press(Verb.MEANS, entry.number, choice))
        for (choice, _), label in zip(kept, labels, strict=True)
    ]
    if entry.contents.kind is EntryKind.EXPENSE:
        buttons.append(Button(say.plain("Change"), press(Verb.CHANGE, entry.number, 0)))
    return Reply(told, keyboard(*([button] for button in buttons)))


def ask_taken_back(say: Language, entry: Entry, said: str) -> Reply:
    """Return the question whether an entry is to be taken back."""
    told = say("How is “{words}” meant?", words=shown(said, _SAID))
    buttons = [undo_button(say, entry)]
    if entry.contents.kind is EntryKind.EXPENSE:
        buttons.append(Button(say.plain("Change"), press(Verb.CHANGE, entry.number, 0)))
    return Reply(told, keyboard(buttons))
