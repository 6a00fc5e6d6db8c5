"""Putting right: undo, delete, restore, edit, and in or out by button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.conversation.receipts import update_receipt
from bot.conversation.turn import Turn
from bot.views import brief_answers, edit_choices, expense_receipt
from bot.views.import_preview import ask_undo
from handlers.company import circle_of, parties_of
from handlers.convert_commands import tell_conversion
from handlers.grammar.circle import Circle
from handlers.grammar.commands.edit_line import read_amendment
from handlers.grammar.commands.settle_line import read_settle, write_payment
from handlers.grammar.lexer import Line
from handlers.grammar.literals.amounts import write_money
from handlers.grammar.literals.entry_numbers import read_number
from handlers.grammar.message import from_message
from handlers.grammar.natural.changes.named import without_description
from handlers.grammar.printer import write_split
from handlers.grammar.repair import mend
from handlers.message_edits import entry_replied_to, restorable, tell_change
from ledger.book.entry_lookup import find, is_entry, may_change
from ledger.book.open_book import Book
from ledger.core.amendment import Amendment
from ledger.core.answers.conversions import Conversion
from ledger.core.answers.entry_changes import OldEntry, Written
from ledger.core.entries import Entry, EntryKind, Source
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Member
from ledger.core.money import Money
from ledger.currencies.conversion import carry_along
from ledger.exchange import taking_back
from ledger.exchange.preview import Imported
from ledger.journal import amending, corrections, saying, sharing
from ledger.reports import history

_NO_LINE_HELPS = frozenset(
    {
        *(Code.NO_SUCH_ENTRY, Code.MAY_NOT_CHANGE, Code.ALREADY_DELETED, Code.NOT_A_PERSON),
        *(Code.UNKNOWN_NAME, Code.NAME_AMBIGUOUS, Code.SAME_PERSON),
    }
)
"""Refusals of an edit that another line would meet as well, or that names are about."""
_LOOKED_AT, _OFFERED = 20, 5
"""Newest entries that a bare /edit looks at, and offers."""
_SUMS = frozenset(
    {
        *(Code.PARTS_BELOW_AMOUNT, Code.PARTS_ABOVE_AMOUNT, Code.PERCENT_ABOVE_100),
        *(Code.PAID_NOT_AMOUNT, Code.NEGATIVE_SHARE, Code.NOBODY_SHARES),
    }
)
"""Refusals of sums, which can be mended."""


async def undo(turn: Turn) -> None:
    """`/undo`: take back my latest entry here; one older than a day, or of a file, asks first.

    With a number it can only mean that entry.
    """
    if from_message(turn.message).words:
        await delete(turn)
        return

    source = turn.correction_source

    def use_case(book: Book) -> tuple[Written | OldEntry | Imported, Conversion | None, date]:
        brought = taking_back.newest_import(book, source)
        done = brought or corrections.undo_latest(book, source)
        turned = carry_along(book, done, source) if isinstance(done, Written) else None
        return done, turned, book.today

    done, turned, today = await turn.book(use_case)
    if isinstance(done, Imported):
        await turn.reply(ask_undo(turn.say, done), quote=True)
    elif isinstance(done, OldEntry):
        await turn.reply(brief_answers.ask_undo(turn.say, done.entry, done.roster, today))
    elif turned is not None:
        await tell_conversion(turn, turned, counts=False)
    else:
        await _tell(turn, done, today)


async def delete(turn: Turn) -> None:
    """`/delete 12`."""
    number, _ = read_number(from_message(turn.message))
    await delete_entry(turn, number, turn.correction_source)


async def delete_entry(turn: Turn, number: int, source: Source) -> None:
    """Delete an entry, as a message says of that source."""
    await _turn_over(turn, corrections.delete, number, source)


async def restore_entry(turn: Turn, number: int, source: Source) -> None:
    """Let a deleted entry count again, as a message says of that source."""
    await _turn_over(turn, corrections.restore, number, source)


async def restore(turn: Turn) -> None:
    """`/restore 12`."""
    number, _ = read_number(from_message(turn.message))
    await _turn_over(turn, corrections.restore, number, turn.correction_source)


async def edit(turn: Turn) -> None:
    """`/edit 12 1300`, `/edit 12 -@dan paid @cat`: change only what the words say of an entry.

    Of a payment, names say anew who paid whom: `/edit 16 @alice 1900`. Without a number it is
    of the entry whose receipt or message it answers.
    """
    typed = from_message(turn.message)
    answered: int | None = None
    if turn.place is not None and turn.message.reply_to_message is not None:
        answered = await turn.room(lambda book: _answered(book, turn, typed))
    if answered is None and turn.place is not None:
        answered = await turn.room(lambda book: _described(book, typed))
    if not typed.words and (chosen := await turn.book(lambda book: _choices(book, answered))):
        await turn.reply(edit_choices.choose(turn.say, chosen))
        return
    number, line = read_number(typed) if answered is None else (answered, typed)

    def use_case(book: Book) -> Written:
        entry = find(book, number)
        amendment: Amendment | None = None
        try:
            if not line.words:
                raise LedgerError(Code.AMOUNT_MISSING, found="", examples=())
            amendment = _amendment(book, entry, line, circle_of(book, turn, entry))
            if amendment is None:
                circle = circle_of(book, turn)
                return _repaid(book, entry, line, turn.correction_source, circle)
            return amending.amend(book, number, amendment, turn.correction_source)
        except LedgerError as error:
            _with_own_line(book, entry, error, amendment)
            raise

    await _change(turn, use_case)


def _answered(book: Book, turn: Turn, line: Line) -> int | None:
    """Return the number of the entry that an edit answers, where it begins with none itself.

    A number alone is the amount. Raises NUMBER_MISSING(found, examples) for one of another
    entry with words behind it, which may be the amount as well.
    """
    entry = entry_replied_to(book, turn)
    if entry is None:
        return None
    first = line.words[0].low if line.words else ""
    if not first.lstrip("#№").isdecimal():
        return entry.number
    if not first.isdecimal() or int(first) == entry.number:
        return None
    if len(line.words) > 1 and is_entry(book, int(first)):
        behind = [word.text for word in line.words[1:]]
        examples = (
            line.example(str(entry.number), first, *behind),
            line.example(f"#{first}", *behind),
        )
        raise LedgerError(Code.NUMBER_MISSING, found=first, deleted=False, examples=examples)
    return entry.number


def _described(book: Book, line: Line) -> int | None:
    """Return the number of the one newer entry whose description begins an edit: `hotel 2200`."""
    if not line.words or line.words[0].low.lstrip("#№").isdecimal():
        return None
    found = [
        entry.number
        for entry in history.page(book, size=_LOOKED_AT).entries
        if without_description(line, entry.contents.description) != line
    ]
    return found[0] if len(found) == 1 else None


def _choices(book: Book, number: int | None) -> tuple[Entry, ...]:
    """Return the newest expenses that the actor may change, or the one that is answered."""
    newest = (
        history.page(book, size=_LOOKED_AT).entries if number is None else (find(book, number),)
    )
    own = [e for e in newest if e.contents.kind is EntryKind.EXPENSE and may_change(book, e)]
    return tuple(own[:_OFFERED])


def _amendment(book: Book, entry: Entry, line: Line, circle: Circle) -> Amendment | None:
    """Read a partial line in the entry's context; None where a payment's says who paid whom."""
    is_payment = entry.contents.kind is EntryKind.PAYMENT
    try:
        today = book.context_of(entry).on
        parties = parties_of(circle, entry.contents)
        named = None if is_payment else circle
        line = without_description(line, entry.contents.description)
        found = read_amendment(line, entry.contents.amount, today, named, *parties)
    except LedgerError:
        if is_payment:
            return None
        raise
    says_parties = found.concerns_sharers or found.payers or found.description
    return None if is_payment and says_parties else found


def _repaid(book: Book, entry: Entry, line: Line, source: Source, circle: Circle) -> Written:
    """Let a payment say who paid whom; the amount, the date and the note stay where not said."""
    read = read_settle(line, entry.contents.currency, book.context_of(entry).on, circle)
    note = read.note or entry.contents.note
    return corrections.revise_payment(
        book, entry.number, read.payer, read.payee, read.amount, source, note, read.on
    )


def _with_own_line(
    book: Book, entry: Entry, error: LedgerError, amendment: Amendment | None
) -> None:
    """Add to a refusal of an edit, where it has no line to copy, one that works.

    It is the entry as it would be with the amendment, mended until its sums fit; else as it is.
    """
    restorable(error)
    if error.code in _NO_LINE_HELPS or error.details.get("examples"):
        return
    error.details["of_entry"] = True
    home = book.group.currency
    if entry.contents.kind is EntryKind.PAYMENT:
        words = write_payment(saying.payment_line(book, entry), entry.contents, home)
        error.details["examples"] = (f"/edit {entry.number} {words}",)
        return
    own = saying.expense_line(book, entry)
    if error.code in _SUMS and amendment is not None:
        meant = saying.amended_line(book, entry, amendment)
        error.details["line"] = meant
        own = mend(meant, error) or own
    elif error.code is Code.BAD_PART and isinstance(amount := error.details.get("amount"), Money):
        error.details["written"] = write_money(amount, home)
    error.details["examples"] = (
        f"/edit {entry.number} {write_split(replace(own, refund=False), home)}",
    )


async def undo_pressed(turn: Turn) -> None:
    """Undo below a receipt."""
    await _turn_over(turn, corrections.delete, turn.number(0), turn.press_source)


async def restore_pressed(turn: Turn) -> None:
    """Restore below the receipt of a deleted entry."""
    await _turn_over(turn, corrections.restore, turn.number(0), turn.press_source)


async def toggle_pressed(turn: Turn) -> None:
    """I'm in / out."""
    number = turn.number(0)

    def use_case(book: Book) -> tuple[Written, Member, date]:
        changed = sharing.toggle(book, number, turn.press_source)
        return changed, book.require_actor(), book.today

    changed, member, today = await turn.book(use_case)
    receipt = expense_receipt.told(turn.say, changed, today)
    await turn.toast(brief_answers.toast_in(turn.say, changed.entry, member))
    await update_receipt(turn, changed.entry, receipt, receipt)


async def _turn_over(
    turn: Turn, change: Callable[[Book, int, Source], Written], number: int, source: Source
) -> None:
    """Delete or restore an entry; of a conversion's payments all or none count."""

    def use_case(book: Book) -> tuple[Written, Conversion | None, date]:
        changed = change(book, number, source)
        return changed, carry_along(book, changed, source), book.today

    changed, turned, today = await turn.book(use_case)
    if turned is None:
        await _tell(turn, changed, today)
    else:
        await tell_conversion(turn, turned, counts=not changed.entry.deleted)


async def _change(turn: Turn, use_case: Callable[[Book], Written]) -> None:
    changed, today = await turn.book(lambda book: (use_case(book), book.today))
    await _tell(turn, changed, today)


async def _tell(turn: Turn, changed: Written, today: date) -> None:
    if changed.changed or changed.repeated:
        await tell_change(turn, changed, today)
    else:
        told = brief_answers.nothing_changed(turn.say, changed.entry, changed.roster)
        await turn.reply(told, quote=True)
