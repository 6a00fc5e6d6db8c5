"""/edit's line: a partial one, whose clauses alone change something of an entry."""

from __future__ import annotations

from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.clauses.reading import read_clauses
from handlers.grammar.commands.split_line import finished
from handlers.grammar.lexer import Line
from handlers.grammar.natural.bills.bill import bill_of
from handlers.grammar.natural.changes.below import halves_of, meant_below, without_talk_around
from handlers.grammar.natural.changes.joining import joining_read
from handlers.grammar.natural.changes.meanings import Parties
from handlers.grammar.natural.changes.named import (
    is_named_otherwise,
    payer_read,
    without_name_of_change,
)
from handlers.grammar.natural.changes.parts_told import part_told
from handlers.grammar.natural.changes.replies import (
    behind_question,
    is_correction,
    one_amendment,
    parts_alone_told,
    refund_said,
    renames,
    says_how,
    says_that,
    without_correcting,
)
from handlers.grammar.natural.changes.said import change_read
from handlers.grammar.natural.crowds import is_endless, refuse_crowds
from handlers.grammar.natural.left_over import refuse_left_over
from handlers.grammar.natural.phrases.strangers import refuse_strangers_alone
from handlers.grammar.natural.reading import read_natural_change
from ledger.core.amendment import Amendment
from ledger.core.doubts import NO_DOUBTS
from ledger.core.errors import LedgerError
from ledger.core.expense_line import Named
from ledger.core.members import Whom
from ledger.core.money import Money
from ledger.core.shares import EQUAL_PART


def read_amendment(
    line: Line,
    kept: Money,
    today: date,
    circle: Circle | None = None,
    payers: tuple[Whom, ...] = (),
    sharers: tuple[Whom, ...] = (),
) -> Amendment:
    """Read what alone is to change of an entry of the amount `kept`.

    `1300`, `taxi`, `@bob @chen 500`, `+@dia`, `add dia`, `-@dan`, `paid @cat`, `USD`,
    `on friday`, `#food` and `// cash`, each alone or together. Numbers are in the entry's own
    currency where none is written, and `today` is the day on which it was written. With `circle`
    names are read without @; `payers` and `sharers` are those of the entry: "20 each" is for
    each of them where nobody else is said to share.

    Raises LedgerError: AMOUNT_MISSING(found="") for no words at all; ONE_COMMAND(second: str);
    what `split_line.read_split` raises for the clauses that there are.
    """
    if circle is not None:
        refund = refund_said(line, kept.currency, today, circle, is_reply=False)
        if refund is not None:
            return Amendment(refund=refund)
        line = payer_read(line, kept, today, circle)
        bare = without_name_of_change(line, kept, today, circle)
        if bare.words != line.words:
            try:
                found = _read(bare, kept, today, circle, payers, sharers)
            except LedgerError:
                return _read(line, kept, today, circle, payers, sharers)
            is_number = found.amount is not None and is_named_otherwise(line)
            if not (found.is_of_expense or found.note or is_number):
                return found
    return _read(line, kept, today, circle, payers, sharers)


def read_reply(
    line: Line,
    kept: Money,
    today: date,
    circle: Circle,
    payers: tuple[Whom, ...],
    sharers: tuple[Whom, ...],
) -> Amendment | None:
    """Read what a reply to a receipt, without a command, is to change; None where it is talk.

    It is as in `read_amendment`, and says nothing else.
    """
    said_last = behind_question(line)
    if said_last is None:
        return None
    if said_last != line:
        told = _read_sentence(
            said_last.as_command("edit"), kept, today, circle, Parties(payers, sharers)
        )
        return told if told != Amendment() else None
    refund = refund_said(line, kept.currency, today, circle, is_reply=True)
    if refund is not None:
        return Amendment(refund=refund)
    line = line.as_command("edit")
    parties = Parties(payers, sharers)
    if (sentence := _read_sentence(line, kept, today, circle, parties)) is not None:
        return sentence if sentence != Amendment() else None
    for halves in halves_of(line, kept, today, circle):
        both = [_read_half(half, kept, today, circle, parties) for half in halves]
        if (together := one_amendment(*both)) is not None:
            return together
    return _read_words(line, kept, today, circle, parties)


def _read_sentence(
    line: Line, kept: Money, today: date, circle: Circle, parties: Parties
) -> Amendment | None:
    """Return what a reply that is a whole sentence is to change, nothing where that is unclear.

    None where it is no sentence.
    """
    for kind, meant in meant_below(line, kept, today, circle, parties):
        if not meant.words:
            return Amendment()
        try:
            said = read_amendment(meant, kept, today, circle, parties.payers, parties.sharers)
        except LedgerError:
            continue
        if says_that(kind, said):
            return parts_alone_told(said, meant, kept, parties.sharers, circle)
    return None


def _read_half(
    line: Line, kept: Money, today: date, circle: Circle, parties: Parties
) -> Amendment | None:
    """Return what one half of a reply is to change.

    A number behind a name is no part there: in "bob paid 30, chen 20" the other half tells what
    it is.
    """
    said = _read_sentence(line, kept, today, circle, parties)
    if said is not None:
        return said if said != Amendment() else None
    said = _read_words(line, kept, today, circle, parties)
    numbers = said is not None and any(
        part != EQUAL_PART for _, part in (*said.participants, *said.added)
    )
    return None if numbers else said


def _read_words(
    line: Line, kept: Money, today: date, circle: Circle, parties: Parties
) -> Amendment | None:
    """Return what a reply is to change in the words that /edit has."""
    for core in (
        without_correcting(line, kept, today, circle),
        *without_talk_around(line, kept, today, circle),
    ):
        try:
            said = read_amendment(core, kept, today, circle, parties.payers, parties.sharers)
        except LedgerError:
            continue
        how = says_how(core, kept.currency, today, circle)
        if is_correction(said, how, renames(core, kept.currency, today, circle)):
            return parts_alone_told(said, core, kept, parties.sharers, circle)
    return None


def _read(
    line: Line,
    kept: Money,
    today: date,
    circle: Circle | None,
    payers: tuple[Whom, ...],
    sharers: tuple[Whom, ...],
) -> Amendment:
    if circle is not None:
        refuse_crowds(line, circle)
        circle = None if is_endless(line) else circle
    if circle is not None and (bill := bill_of(line, kept.currency, today, circle)) is not None:
        found = _read(bill.line, kept, today, circle, payers, sharers)
        return bill.amended(found)
    added: Named = ()
    removed: tuple[Whom, ...] = ()
    doubts = NO_DOUBTS
    if circle is None:
        clauses = read_clauses(line, kept.currency, today, kept)
    else:
        line = change_read(line, kept, today, circle)
        if (told := part_told(line, kept, today, circle)) is not None:
            natural = read_natural_change(told, kept, today, circle)
            clauses = read_clauses(natural.line, kept.currency, today, kept)
            if clauses.participants and not clauses.description:
                return Amendment(added=clauses.participants)
        joining = joining_read(line, kept, today, circle)
        added, removed = joining.added, joining.removed
        if not joining.line.words and (added or removed):
            return Amendment(added=added, left_out=removed)
        natural = read_natural_change(joining.line, kept, today, circle)
        clauses = read_clauses(natural.line, kept.currency, today, kept)
        # Whoever says "split it with bob only" is one of the two.
        natural.rewritten.only &= not natural.rewritten.company
        clauses, doubts = finished(clauses, natural.rewritten, circle, payers, sharers)
        refuse_strangers_alone(line, clauses.description or "", doubts.unknown, circle)
        refuse_left_over(line, clauses.description or "", clauses.amount or kept, circle)
    return Amendment(
        amount=clauses.amount,
        currency=clauses.currency,
        description=clauses.description,
        participants=clauses.participants,
        everyone=clauses.everyone,
        added=added,
        left_out=(*clauses.left_out, *removed),
        payers=clauses.payers,
        on=clauses.on,
        category=clauses.category,
        note=clauses.note,
        doubts=doubts,
    )
