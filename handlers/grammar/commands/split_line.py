"""/split's line: `AMOUNT [CURRENCY] DESCRIPTION [PARTICIPANTS] [paid PAYERS] [on DATE] …`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from handlers.grammar.circle import Circle
from handlers.grammar.clauses.reading import read_clauses
from handlers.grammar.clauses.value import Clauses
from handlers.grammar.command_names import REFUND_COMMAND
from handlers.grammar.commands.several_amounts import told_by_amounts, told_of_refused
from handlers.grammar.lexer import Line
from handlers.grammar.literals.amounts import write_number
from handlers.grammar.natural.bills.bill import bill_of
from handlers.grammar.natural.bills.one_line import in_lines
from handlers.grammar.natural.changes.corrections import refuse_correction
from handlers.grammar.natural.crowds import is_endless, refuse_crowds
from handlers.grammar.natural.debts.bought_for import bought_for
from handlers.grammar.natural.debts.debts import debt_said, debts_read
from handlers.grammar.natural.debts.own_things import own_things_paid
from handlers.grammar.natural.debts.to_several import owed_to_several
from handlers.grammar.natural.figures.thousands import multiplied
from handlers.grammar.natural.how_often import refuse_often, without_how_often
from handlers.grammar.natural.left_over import AS_IT_STANDS, refuse_left_over
from handlers.grammar.natural.numbers_left import refuse_numbers_left
from handlers.grammar.natural.payers.beside_parts import perhaps_each_paid, shares_beside_payer
from handlers.grammar.natural.payments.meant import refund_received, refuse_payment, refuse_repaid
from handlers.grammar.natural.payments.reasons import without_reason
from handlers.grammar.natural.payments.refunds import without_refund
from handlers.grammar.natural.people_left.asking import refuse_people_left
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.taking import Rewritten
from handlers.grammar.natural.plain_lines import is_plain
from handlers.grammar.natural.reading import read_natural
from handlers.grammar.natural.sharers.named_once import named_once
from handlers.grammar.natural.tokens.guests import guests_apart
from handlers.grammar.natural.tokens.small_talk import without_talk
from handlers.grammar.natural.told.reading import told_apart
from handlers.grammar.natural.turns.line import in_known_words
from handlers.grammar.natural.turns.pronouns import with_names_again
from handlers.grammar.natural.unlikely.asking import refuse_paid_to, refuse_unlikely
from handlers.grammar.proposals import Read, is_bookable, keep_working
from handlers.grammar.suggestions import without_samples
from handlers.grammar.vocabulary.sense_words import Sense
from handlers.grammar.ways import (
    chosen_way,
    keep_bookable,
    offer_ways,
)
from ledger.core.doubts import NO_DOUBTS, Doubts
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberId, Sender, Whom
from ledger.core.money import MAX_MINOR, Currency, Money
from ledger.core.shares import EQUAL_PART
from ledger.core.ways import FIRST_WAY


def read_split(
    line: Line,
    home: Currency,
    today: date,
    circle: Circle | None = None,
    choice: int | None = None,
) -> ExpenseLine:
    """Read /split's words; `home` is the group's currency, `today` the day in its time zone.

    With `circle` names are read without @, as people write, and so is money that came back:
    `-50 deposit`, `refund 90 flights`; `choice` is the reading that was
    pressed where the line has several.

    Raises LedgerError, each with `examples: tuple[str, ...]`, corrected lines to copy:
    AMOUNT_MISSING(found: str, the word that stands where the amount should, or "");
    AMOUNT_NOT_POSITIVE(written: str, amount: Money);
    the errors of `amounts.figure_at`, for the amount, and with `name: Whom` for parts;
    BAD_PART(written: str, reason: str, name: Whom | None) as in `parts.part_at`, also with the
    reason `everyone` for a part behind `all` (no name), `payer` for a payer's `40%`, `each` for
    `@bob @chen 100 each`, `near` for `bob drank 30`, `dash` for `bob - 10` (no names), or `out`
    for `- @bob`, `except @bob` and `-bob` (no name);
    PAID_UNCLEAR(first, second: Whom) for two payers joined by "and", neither with a number;
    BAD_DATE(written: str, readings: tuple[date, ...]) as in `dates.date_at`;
    ONE_COMMAND(second: str); DEBT_UNCLEAR(whom, amount) as in
    `debts`; IS_A_PAYMENT(lines, amount) as in `payment_meant`;
    LINE_CROWDED as in `crowds`; NUMBER_MISSING as in `corrections_meant`;
    WORDS_LEFT(written, amount) as in `left_over`, HOW_OFTEN(amount) as in `how_often`.
    """
    if circle is None:
        return _line(read_clauses(line, home, today), NO_DOUBTS)
    line.check_single()
    refuse_crowds(line, circle)
    if is_endless(line):
        return finish(read_clauses(line, home, today), Rewritten(), circle)
    if choice is not None and choice >= FIRST_WAY:
        return chosen_way(partial(read_split, line, home, today, circle), choice)
    try:
        found = _read(line, home, today, circle, choice)
    except LedgerError as error:
        if choice is not None:
            raise
        keep_working(error, reading(home, today, circle), circle)
        keep_bookable(error, partial(_read, line, home, today, circle), circle)
        without_samples(error, line, home)
        offer_ways(error, line, reading(home, today, circle), circle)
        told = told_of_refused(error, line, home, today, circle, reading(home, today, circle))
        if told is None:
            raise
        return told
    if choice is not None:
        return found
    read = reading(home, today, circle)
    if is_bookable(found, circle):
        meant = told_apart(line, home, today, circle)
        if not meant.otherwise or found.amount in {one.amount for one in meant.lines}:
            return found
        return told_by_amounts(line, home, today, circle, None, read) or found
    return told_by_amounts(line, home, today, circle, None, read, ask=False) or found


def reading(home: Currency, today: date, circle: Circle) -> Read:
    """Return how a line is read among these people."""

    def read(line: Line) -> ExpenseLine:
        return _read(line, home, today, circle, None)

    return read


def _read(
    line: Line, home: Currency, today: date, circle: Circle, choice: int | None
) -> ExpenseLine:
    line.check_single()
    asked = choice is None
    if choice == AS_IT_STANDS:
        choice = None
    if asked:
        refuse_correction(line, home, today, circle)
    line = with_names_again(guests_apart(without_talk(line, circle), circle), circle)
    if is_plain(line, circle):
        return finish(read_clauses(line, home, today), Rewritten(), circle)
    items = in_lines(line, home, today, circle)
    bill = bill_of(items, home, today, circle, choice)
    if bill is not None:
        try:
            found = _read_one(bill.line, home, today, circle, None, asked=asked, counted=True)
        except LedgerError as error:
            # Those would have lost the items.
            error.details["examples"] = ()
            error.details.pop("meant", None)
            raise
        found = bill.applied(found)
        if bill.is_one_each and not found.payers:
            found = replace(found, doubts=replace(found.doubts, each_paid=True))
        return found
    return _read_one(line, home, today, circle, choice, asked=asked)


def _read_one(
    line: Line,
    home: Currency,
    today: date,
    circle: Circle,
    choice: int | None,
    *,
    asked: bool,
    counted: bool = False,
) -> ExpenseLine:
    """Read what is no bill of several lines; `asked` is whether its doubts are asked about.

    Its numbers are none where they were `counted` before.
    """
    typed = line
    if line.command != REFUND_COMMAND:
        refuse_repaid(line, home, today, circle)
        line = bought_for(owed_to_several(line, home, today, circle), home, today, circle)
        if line == typed:
            line = own_things_paid(line, home, today, circle)
        if line == typed:  # Otherwise it is said whose all of it is.
            line = _debt_said(in_known_words(line, circle), home, today, circle, choice)
            refuse_payment(line, home, today, circle)
    line, often = without_how_often(line, home, today, circle)
    once = line
    line = debts_read(line, home, today, circle, choice)
    line, refund = without_refund(multiplied(line, circle), home, today, circle, choice)
    if refund:
        line = refund_received(line, home, today, circle)
    natural = read_natural(line, home, today, circle, choice)
    clauses = read_clauses(natural.line, home, today)
    found = named_once(finish(clauses, natural.rewritten, circle), typed, circle)
    found = shares_beside_payer(found, typed)
    if perhaps_each_paid(found, typed, today, circle):
        found = replace(found, doubts=replace(found.doubts, each_paid=True))
    if not refund:
        refuse_paid_to(typed, found, home, today, circle)
    if asked:
        refuse_often(once, often, found.amount)
        phrases = Phrases(typed.words, circle, found.amount.currency, today)
        refuse_unlikely(typed, replace(found, refund=refund), phrases, circle)
        refuse_people_left(typed, replace(found, refund=refund), today, circle)
        stands = replace(found, refund=refund)
        refuse_left_over(line, found.description, found.amount, circle, stands)
        if not counted:
            refuse_numbers_left(natural.line, stands, today, circle)
    return replace(found, refund=refund)


def _debt_said(line: Line, home: Currency, today: date, circle: Circle, choice: int | None) -> Line:
    """Return a line about a debt as `debt_said` does, whichever money it is said to be."""
    plainer, _ = without_reason(line, home, today, circle)
    if plainer != line:
        said = debt_said(plainer, home, today, circle, choice)  # "bob hasn't paid me the 40"
        owing = circle.words.senses[Sense.OWING]
        if said != plainer or any(word.low in owing for word in plainer.words):
            return said  # "bob owes me the 40 i lent him"
    return debt_said(line, home, today, circle, choice)


def finish(clauses: Clauses, read: Rewritten, circle: Circle) -> ExpenseLine:
    """Apply what the grammar has no words for: only those named, so much each."""
    clauses, doubts = finished(clauses, read, circle, (Sender(),))
    return _line(clauses, doubts)


def finished(
    clauses: Clauses,
    read: Rewritten,
    circle: Circle,
    otherwise: tuple[Whom, ...],
    sharers: tuple[Whom, ...] = (),
) -> tuple[Clauses, Doubts]:
    """The same for a line's clauses; `otherwise` are the payers where it says none.

    `sharers` are who shares where it names nobody, by default all who are there.
    """
    doubts = read.doubts
    if clauses.payers or len(doubts.payers) > 1:
        doubts = replace(doubts, payers=())
    named = {circle.member_of(whom) for whom, _ in clauses.participants}
    out = {circle.member_of(whom) for whom in clauses.left_out}
    payers = tuple(whom for whom, _ in clauses.payers) or otherwise
    if (read.only or read.among) and clauses.participants and not clauses.everyone:
        leaving = [whom for whom in payers if circle.member_of(whom) not in named | out]
        clauses = replace(clauses, left_out=(*clauses.left_out, *leaving))
        out |= {circle.member_of(whom) for whom in leaving}
        if not read.only or read.company:
            too = (circle.member_of(whom) for whom in leaving)
            doubts = replace(doubts, too=tuple(one for one in too if one is not None))
    else:
        paid = (circle.member_of(whom) for whom in payers)
        apart = tuple(one for one in paid if one is not None and one not in named | out)
        doubts = replace(doubts, apart=_apart(apart, clauses, read, circle))
    if read.company and clauses.payers and clauses.participants and not clauses.everyone:
        known = named | out | {circle.member_of(whom) for whom in payers}
        if circle.sender is not None and circle.sender not in known and not read.only:
            paying = {circle.member_of(whom) for whom in payers}
            if named <= paying:  # "with bob, bob paid": Bob was not out with himself.
                named |= {circle.sender}
                people = (*clauses.participants, (Sender(), EQUAL_PART))
                clauses = replace(clauses, participants=people)
            else:
                doubts = replace(doubts, too=(*doubts.too, circle.sender))
    if read.each and clauses.amount is not None:
        who_paid = [circle.member_of(one) for one in payers]
        sharing = {circle.member_of(one) for one in sharers}
        said = None if clauses.participants or clauses.everyone else read.count
        clauses = _for_each(clauses, named, out, who_paid, sharing, said, circle)
    doubts = _of_those_in(doubts, clauses, read, out)
    if clauses.participants and not clauses.everyone:
        known = named | out | {circle.member_of(whom) for whom in payers}
        more = tuple(one for one in doubts.seen if one not in known)
        doubts = replace(doubts, too=tuple(dict.fromkeys((*doubts.too, *more))), seen=())
    elif clauses.everyone:
        doubts = replace(doubts, seen=())
    return clauses, doubts


def _apart(
    payers: tuple[MemberId, ...], clauses: Clauses, read: Rewritten, circle: Circle
) -> tuple[MemberId, ...]:
    """Return those of payers who share though they are not named, and perhaps do not."""
    if read.weighed and _all_have_parts(clauses):
        return payers
    named = {circle.member_of(whom) for whom, _ in clauses.participants}
    apart = read.for_whom or (circle.sender in named and len(named) > 1 and not read.company)
    if apart and named and not (clauses.everyone or read.alone):
        # "paid by chen for me and dee"; who writes says "for dee" of company, too.
        even = {part for _, part in clauses.participants} == {EQUAL_PART}
        several = even and len(named) > 1 and read.for_whom and not read.company
        return tuple(one for one in payers if several or one != circle.sender)
    return ()


def _of_those_in(
    doubts: Doubts, clauses: Clauses, read: Rewritten, out: set[MemberId | None]
) -> Doubts:
    """Return doubts of those alone who are not left out; all of it is nobody's of several."""
    several = len(clauses.participants) > 1 or clauses.everyone or read.only or read.each
    return replace(
        doubts,
        seen=tuple(one for one in doubts.seen if one not in out),
        alone=() if several or out else doubts.alone,
    )


def _all_have_parts(clauses: Clauses) -> bool:
    """Tell whether several are named, each with a part, so that nothing is left for others."""
    parts = [part for _, part in clauses.participants]
    return len(parts) > 1 and not clauses.everyone and EQUAL_PART not in parts


def _line(clauses: Clauses, doubts: Doubts) -> ExpenseLine:
    assert clauses.amount is not None
    return ExpenseLine(
        amount=clauses.amount,
        description=clauses.description or "",
        participants=clauses.participants,
        everyone=clauses.everyone,
        left_out=clauses.left_out,
        payers=clauses.payers,
        on=clauses.on,
        category=clauses.category,
        note=clauses.note,
        arithmetic=clauses.arithmetic,
        doubts=doubts,
    )


def _for_each(
    clauses: Clauses,
    named: set[MemberId | None],
    out: set[MemberId | None],
    payers: list[MemberId | None],
    otherwise: set[MemberId | None],
    said: int | None,
    circle: Circle,
) -> Clauses:
    """Multiply the amount by how many share it, or for how many it is `said` to be."""
    assert clauses.amount is not None
    if any(part != EQUAL_PART for _, part in clauses.participants):
        return clauses
    new = sum(circle.member_of(whom) is None for whom, _ in clauses.participants)
    here: set[MemberId | None] = {member.id for member in circle.roster.active}
    if clauses.participants and not clauses.everyone:
        sharing = {*named, *payers}
    else:
        sharing = here if clauses.everyone else otherwise or here
    count = said or len((sharing | named) - out - {None}) + new
    if count < 1:
        return clauses
    amount = Money(clauses.amount.minor * count, clauses.amount.currency)
    if amount.minor > MAX_MINOR:
        raise LedgerError(Code.AMOUNT_TOO_LARGE, amount=amount, examples=())
    once = clauses.arithmetic or write_number(clauses.amount)
    if clauses.arithmetic:
        once = f"({once})"
    return replace(clauses, amount=amount, arithmetic=f"{once}*{count}" if count > 1 else None)
