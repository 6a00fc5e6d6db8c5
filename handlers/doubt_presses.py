"""Presses below a receipt that say which of its readings was meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

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
    await _amend(turn, lambda book: Amendment(participants=((_pressed(book, turn), EQUAL_PART),)))


async def share_alone_pressed(turn: Turn) -> None:
    """Only Bob: all of it is his, whoever paid."""

    def amendment(book: Book) -> Amendment:
        bob = _pressed(book, turn)
        paid = (share.member for share in find(book, turn.number(0)).contents.payers)
        return Amendment(
            participants=((bob, EQUAL_PART),),
            left_out=tuple(_named(book, one) for one in paid if one != bob.member),
        )

    await _amend(turn, amendment)


async def paid_by_pressed(turn: Turn) -> None:
    """Bob paid: he did, and whoever shared it does."""
    await _amend(turn, lambda book: Amendment(payers=((_pressed(book, turn), None),)))


async def each_paid_pressed(turn: Turn) -> None:
    """Each paid that: what was taken for their shares is what they paid of what all share."""

    def amendment(book: Book) -> Amendment:
        entry = find(book, turn.number(0))
        if not entry.doubts.each_paid:
            raise StalePress
        owers = entry.contents.owers
        paid = tuple((_named(book, one.member), one.owed_minor) for one in owers if one.owed_minor)
        return Amendment(payers=paid, everyone=True)

    await _amend(turn, amendment)


async def share_too_pressed(turn: Turn) -> None:
    """Asha too: one more shares it, equally."""
    await _amend(turn, lambda book: Amendment(added=((_pressed(book, turn), EQUAL_PART),)))


async def share_not_pressed(turn: Turn) -> None:
    """Without Asha: one fewer shares it, whoever paid."""
    await _amend(turn, lambda book: Amendment(left_out=(_sharing(book, turn),)))


async def share_twice_pressed(turn: Turn) -> None:
    """Asha ×2: one who shares does so for a guest as well."""
    await _amend(turn, lambda book: Amendment(added=((_sharing(book, turn), FOR_TWO),)))


async def amount_pressed(turn: Turn) -> None:
    """£76: the number of a reply is what it came to."""
    amount = Money(turn.number(2), turn.argument(1, currency))
    await _amend(turn, lambda _book: Amendment(amount=amount))


async def own_currency_pressed(turn: Turn) -> None:
    """It was ₹20: the numbers of the line are in the group's own currency."""
    own = turn.argument(1, currency)

    def amendment(book: Book) -> Amendment:
        if own != book.group.currency:
            raise StalePress
        return Amendment(currency=own)

    await _amend(turn, amendment)


async def add_name_pressed(turn: Turn) -> None:
    """Add Sam: a word in a name's place becomes somebody here, who shares.

    Where the description still has it, it is read again among the people there are by then.
    """
    place = turn.number(1)

    def amendment(book: Book) -> Amendment:
        entry = find(book, turn.number(0))
        today = book.context_of(entry).on
        kept = entry.contents.amount
        if place >= len(entry.doubts.unknown):
            raise StalePress
        stranger = entry.doubts.unknown[place]
        words = from_text(f"/edit {entry.contents.description}")
        written = strangers_in(words, kept, today, circle_of(book, turn, entry))
        guest = _added(book, as_name(stranger))
        if stranger not in written:
            return Amendment(added=((_named(book, guest.id), EQUAL_PART),))
        circle = circle_of(book, turn, entry)
        return read_amendment(words, kept, today, circle, *parties_of(circle, entry.contents))

    await _amend(turn, amendment)


def _added(book: Book, name: str) -> Member:
    """Return whoever is called so and was removed, who is back with that; else a new guest."""
    gone = [one for one in book.roster if not one.active and fold(one.first_name) == fold(name)]
    if len(gone) == 1:
        return book.people.set_active(gone[0], active=True)
    return book.people.add_guest(name)


def _pressed(book: Book, turn: Turn) -> Name:
    """Return whom a button is about."""
    return _named(book, MemberId(turn.number(1)))


def _sharing(book: Book, turn: Turn) -> Name:
    """Return whom a button is about; raise StalePress unless they still share."""
    named = _pressed(book, turn)
    if named.member not in find(book, turn.number(0)).contents.split.parts:
        raise StalePress
    return named


def _named(book: Book, member: MemberId) -> Name:
    return Name(book.member(member).first_name, member=member)


async def _amend(turn: Turn, amendment: Callable[[Book], Amendment]) -> None:
    """Change the button's entry as is said from the book, and tell of it."""
    number = turn.number(0)

    def use_case(book: Book) -> tuple[Written, date]:
        changed = amending.amend(book, number, amendment(book), turn.press_source)
        return changed, book.today

    await tell_change(turn, *await turn.book(use_case))
