"""Presses below a receipt that say which of its readings was meant."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversation.said import StalePress
from bot.conversation.turn import Turn
from bot.views.doubt_buttons import as_name
from handlers.company import circle_of, parties_of
from handlers.grammar.commands.edit_line import read_amendment
from handlers.grammar.lexer import from_text
from handlers.grammar.natural.reading import strangers_in
from handlers.message_edits import tell_change
from ledger.book.entry_lookup import find
from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.answers.entry_changes import Written
from ledger.core.folding import fold
from ledger.core.members import Member, MemberId, Name
from ledger.core.money import Money, currency
from ledger.core.shares import EQUAL_PART, FOR_TWO
from ledger.journal import amending


async def share_with_pressed(turn: Turn) -> None:
    """Only with Bob: whoever paid and Bob share it."""
    number, member = turn.number(0), MemberId(turn.number(1))

    def use_case(book: Book) -> Written:
        amendment = Amendment(participants=((_named(book, member), EQUAL_PART),))
        return amending.amend(book, number, amendment, turn.press_source)

    await _change(turn, use_case)


async def share_alone_pressed(turn: Turn) -> None:
    """Only Bob: all of it is his, whoever paid."""
    number, member = turn.number(0), MemberId(turn.number(1))

    def use_case(book: Book) -> Written:
        paid = (share.member for share in find(book, number).contents.payers)
        amendment = Amendment(
            participants=((_named(book, member), EQUAL_PART),),
            left_out=tuple(_named(book, one) for one in paid if one != member),
        )
        return amending.amend(book, number, amendment, turn.press_source)

    await _change(turn, use_case)


async def paid_by_pressed(turn: Turn) -> None:
    """Bob paid: he did, and whoever shared it does."""
    number, member = turn.number(0), MemberId(turn.number(1))

    def use_case(book: Book) -> Written:
        amendment = Amendment(payers=((_named(book, member), None),))
        return amending.amend(book, number, amendment, turn.press_source)

    await _change(turn, use_case)


async def each_paid_pressed(turn: Turn) -> None:
    """Each paid that: what was taken for their shares is what they paid of what all share."""
    number = turn.number(0)

    def use_case(book: Book) -> Written:
        entry = find(book, number)
        if not entry.doubts.each_paid:
            raise StalePress
        owers = entry.contents.owers
        paid = tuple((_named(book, one.member), one.owed_minor) for one in owers if one.owed_minor)
        amendment = Amendment(payers=paid, everyone=True)
        return amending.amend(book, number, amendment, turn.press_source)

    await _change(turn, use_case)


async def share_too_pressed(turn: Turn) -> None:
    """Asha too: one more shares it, equally."""
    number, member = turn.number(0), MemberId(turn.number(1))

    def use_case(book: Book) -> Written:
        amendment = Amendment(added=((_named(book, member), EQUAL_PART),))
        return amending.amend(book, number, amendment, turn.press_source)

    await _change(turn, use_case)


async def share_not_pressed(turn: Turn) -> None:
    """Without Asha: one fewer shares it, whoever paid."""
    number, member = turn.number(0), MemberId(turn.number(1))

    def use_case(book: Book) -> Written:
        if member not in find(book, number).contents.split.parts:
            raise StalePress
        amendment = Amendment(left_out=(_named(book, member),))
        return amending.amend(book, number, amendment, turn.press_source)

    await _change(turn, use_case)


async def share_twice_pressed(turn: Turn) -> None:
    """Asha ×2: one who shares does so for a guest as well."""
    number, member = turn.number(0), MemberId(turn.number(1))

    def use_case(book: Book) -> Written:
        if member not in find(book, number).contents.split.parts:
            raise StalePress
        amendment = Amendment(added=((_named(book, member), FOR_TWO),))
        return amending.amend(book, number, amendment, turn.press_source)

    await _change(turn, use_case)


async def amount_pressed(turn: Turn) -> None:
    """£76: the number of a reply is what it came to."""
    number, amount = turn.number(0), Money(turn.number(2), turn.argument(1, currency))

    def use_case(book: Book) -> Written:
        return amending.amend(book, number, Amendment(amount=amount), turn.press_source)

    await _change(turn, use_case)


async def own_currency_pressed(turn: Turn) -> None:
    """It was ₹20: the numbers of the line are in the group's own currency."""
    number, own = turn.number(0), turn.argument(1, currency)

    def use_case(book: Book) -> Written:
        if own != book.group.currency:
            raise StalePress
        return amending.amend(book, number, Amendment(currency=own), turn.press_source)

    await _change(turn, use_case)


async def add_name_pressed(turn: Turn) -> None:
    """Add Sam: a word in a name's place becomes somebody here, who shares.

    Where the description still has it, it is read again among the people there are by then.
    """
    number, place = turn.number(0), turn.number(1)

    def use_case(book: Book) -> Written:
        entry = find(book, number)
        today = book.context_of(entry).on
        kept = entry.contents.amount
        if place >= len(entry.doubts.unknown):
            raise StalePress
        stranger = entry.doubts.unknown[place]
        words = from_text(f"/edit {entry.contents.description}")
        written = strangers_in(words, kept, today, circle_of(book, turn, entry))
        guest = _added(book, as_name(stranger))
        if stranger not in written:
            amendment = Amendment(added=((_named(book, guest.id), EQUAL_PART),))
            return amending.amend(book, number, amendment, turn.press_source)
        circle = circle_of(book, turn, entry)
        parties = parties_of(circle, entry.contents)
        amendment = read_amendment(words, kept, today, circle, *parties)
        return amending.amend(book, number, amendment, turn.press_source)

    await _change(turn, use_case)


def _added(book: Book, name: str) -> Member:
    """Return whoever is called so and was removed, who is back with that; else a new guest."""
    gone = [one for one in book.roster if not one.active and fold(one.first_name) == fold(name)]
    if len(gone) == 1:
        return book.people.set_active(gone[0], active=True)
    return book.people.add_guest(name)


def _named(book: Book, member: MemberId) -> Name:
    return Name(book.member(member).first_name, member=member)


async def _change(turn: Turn, use_case: Callable[[Book], Written]) -> None:
    changed, today = await turn.book(lambda book: (use_case(book), book.today))
    await tell_change(turn, changed, today)
