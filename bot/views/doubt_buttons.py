"""What is doubtful in a line, asked on its receipt: a button for each other reading."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.names import Names
from bot.views.reply import Button, Verb, press
from ledger.core.doubts import Doubts
from ledger.core.entries import Entry
from ledger.core.errors import LedgerError
from ledger.core.split_terms import in_currency

MOST: Final = 4
"""Buttons of one kind below a receipt."""
_LONGEST: Final = 24
"""Characters of a name on a button."""


def doubt_lines(say: Language, entry: Entry, doubts: Doubts) -> Iterator[Markup]:
    """Return what a receipt asks in words; names seen in a description are buttons only."""
    for word in doubts.unknown[:MOST]:
        yield say("I don't know a <i>{name}</i>.", name=word)
    if doubts.own is not None:
        yield say("New here: {currency}.", currency=say.currency(entry.contents.currency))
    sharing = sum(share.owed_minor != 0 for share in entry.contents.owers)
    if doubts.count is not None and doubts.count != sharing:
        yield say("For {count}? Then press Change and say who.", count=str(doubts.count))
    if doubts.which:
        yield say("Which one is it? Till you say, all share equally.")


def doubt_buttons(
    say: Language, entry: Entry, doubts: Doubts, names: Names
) -> Iterator[list[Button]]:
    """Return the rows of buttons, one for each other reading."""
    number = entry.number
    if doubts.own is not None:
        with suppress(LedgerError):  # 4.50 of a currency without decimals can't be meant.
            own = in_currency(entry.contents.amount, doubts.own)
            label = say.plain("It was {amount}", amount=say.money(own))
            yield [Button(label, press(Verb.OWN_CURRENCY, number, own.currency))]
    sharing = {share.member for share in entry.contents.owers}
    for member in doubts.which[:MOST]:
        yield [Button(names.plain(member)[:_LONGEST], press(Verb.SHARE_WITH, number, member))]
    paid = {share.member for share in entry.contents.payers}
    for member in [one for one in doubts.seen if paid != {one}][:MOST]:
        label = say.plain("Only with {name}?", name=names.plain(member)[:_LONGEST])
        yield [Button(label, press(Verb.SHARE_WITH, number, member))]
    for member in [one for one in doubts.payers if paid != {one}][:MOST]:
        label = say.plain("{name} paid", name=names.plain(member)[:_LONGEST])
        yield [Button(label, press(Verb.PAID_BY, number, member))]
    if doubts.each_paid:
        yield [Button(say.plain("Each paid that"), press(Verb.EACH_PAID, number))]
    for member in [one for one in doubts.alone if sharing != {one}][:MOST]:
        label = say.plain("Only {name}", name=names.plain(member)[:_LONGEST])
        yield [Button(label, press(Verb.SHARE_ALONE, number, member))]
    for member in [one for one in doubts.too if one not in sharing][:MOST]:
        label = say.plain("{name} too", name=names.plain(member)[:_LONGEST])
        yield [Button(label, press(Verb.SHARE_TOO, number, member))]
    for member in [one for one in doubts.apart if one in sharing][:MOST]:
        label = say.plain("Without {name}", name=names.plain(member)[:_LONGEST])
        yield [Button(label, press(Verb.SHARE_NOT, number, member))]
    for place, word in enumerate(doubts.unknown[:MOST]):
        label = say.plain("Add {name}", name=as_name(word)[:_LONGEST])
        yield [Button(label, press(Verb.ADD_NAME, number, place))]


def as_name(word: str) -> str:
    """Return a word as the name it would become."""
    return word[:1].upper() + word[1:]
