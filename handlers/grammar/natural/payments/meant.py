"""A payment written behind /split: `bob paid me back 50` is no expense, so it is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import REFUND_COMMAND, SPLIT_COMMANDS
from handlers.grammar.lexer import Line, Word, is_letters, word_of
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.payments.handed import square_apart, told_once, with_note
from handlers.grammar.natural.payments.reasons import Reason, without_reason
from handlers.grammar.natural.payments.transfers import Transfer, is_me, me, read_transfer
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.printer import write_whom
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money

_LONGEST = 14
_MOST_SAID = 3
"""Words of what a payment was for, set apart by a comma."""


def refuse_payment(line: Line, home: Currency, today: date, circle: Circle) -> None:
    """Raise IS_A_PAYMENT(lines, amount, examples, choices) where a line is nothing else.

    It has one amount, somebody who gave it to somebody, and nothing that was shared; what it
    was for may stand behind "for". `lines: tuple[str, ...]` record it: one, or one for each way
    round where "отдал Bob 500" does not say which.
    """
    if not 2 <= len(line.words) <= _LONGEST or any(word.breaks for word in line.words):
        return
    said = told_once(line, Phrases(line.words, circle, home, today))
    said, square = square_apart(said, Phrases(said.words, circle, home, today))
    found = _what_for_apart(read_transfer(_without_up(said, circle), home, today, circle), said)
    found = with_note(found, said, Phrases(said.words, circle, home, today))
    found.note += square
    amount = _amount(found.others, home)
    if amount is None or (found.shared and not _is_settled(found, line, circle)):
        return
    alone = not found.verb and len(found.unsaid) == 1
    returned = found.given and alone
    by_means = found.means and alone and not (found.payers or found.payees or found.for_whom)
    by_means &= not any(map(is_me, found.unsaid))  # "gpay 500 bob"
    if found.shared or by_means or (found.given and (found.is_unclear or returned)):
        [name] = (word for word in (*found.unsaid, *found.payers) if not is_me(word))
        ways: list[tuple[Word, ...]] = [(name,), (name, me())]
    else:
        payer, payee = _parties(found)
        if payer is None or payee is None:
            return
        ways = [(payee,) if is_me(payer) else (payer, payee)]
    raise LedgerError(
        Code.IS_A_PAYMENT,
        lines=tuple(_settling(people, found) for people in ways),
        amount=amount,
        examples=(),
        choices=line.command in SPLIT_COMMANDS,
    )


def _what_for_apart(found: Transfer, line: Line) -> Transfer:
    """Return a transfer whose note is what a comma sets apart: `sent 200 to chen, rent`."""
    apart = next(
        (at for at, word in enumerate(line.words) if word.joined or word.plain[-1:] == ","), -1
    )
    tail = line.words[apart + 1 :]
    to_somebody = found.directed or bool(found.payees or found.unsaid)
    if apart < 0 or not (found.given and to_somebody) or not 0 < len(tail) <= _MOST_SAID:
        return found
    said = tuple(found.others[-len(tail) :])
    count = next((one for one in range(len(tail), 0, -1) if said[-one:] == tail[:one]), 0)
    if not count or any(not is_letters(word.low) for word in tail):
        return found
    return replace(found, others=found.others[:-count], note=tail)


def refuse_repaid(line: Line, home: Currency, today: date, circle: Circle) -> None:
    """Raise IS_A_PAYMENT as `refuse_payment` does for `returned the 500 i borrowed from bob`.

    What is said of the money, or of what nobody owes by now, would be read as another debt.
    """
    again = told_once(line, Phrases(line.words, circle, home, today)) != line
    if again or without_reason(line, home, today, circle)[1] is Reason.OWED:
        refuse_payment(line, home, today, circle)


def _without_up(line: Line, circle: Circle) -> Line:
    """Return a line of `we settled up with bob 40` without what says no more than "settled"."""
    beside = circle.words.senses[Sense.BESIDE_SETTLED]
    words = [word for word in line.words if word.whom is not None or word.low not in beside]
    if not _says_settled(words, circle):
        return line
    with_ = any(Role.WITH in circle.words.roles.get((word.low,), ()) for word in words)
    return replace(line, words=tuple(words)) if with_ else line


def _says_settled(words: Sequence[Word], circle: Circle) -> bool:
    settled = circle.words.senses[Sense.SETTLED]
    return any(word.whom is None and word.low in settled for word in words)


def _is_settled(found: Transfer, line: Line, circle: Circle) -> bool:
    """Tell whether it says `settled with bob`, which may be either way round."""
    people = (*found.unsaid, *found.payers, *found.payees)
    others = [word for word in people if not is_me(word)]
    said = _says_settled(line.words, circle)
    return said and found.given and len(others) == 1 and others[0] not in found.payees


def _settling(people: Sequence[Word], found: Transfer) -> str:
    """Return the line of /settle that records it."""
    names = (write_whom(word.whom) for word in people if word.whom is not None)
    note = ["//", *(word.text for word in found.note)] if found.note else []
    rest = (word.text.rstrip(",;") for word in found.others)
    return " ".join(("/settle", *names, *rest, *note))


def _parties(found: Transfer) -> tuple[Word | None, Word | None]:
    """Return who gave and who got where a line surely says that, else None.

    "bob paid 50" is an expense, and so is "paid bob 50"; "bob gave 50", or gave it back, is none.
    """
    if found.for_whom or max(map(len, (found.payers, found.payees, found.unsaid))) > 1:
        return None, None
    people = [*found.payers, *found.payees, *found.unsaid]
    # "50 from bob" says it without a verb, "bob 50 back" does not.
    said = bool(found.payees) or (found.given and (found.verb or bool(found.payers)))
    said |= found.directed and not found.verb and len(people) == 1
    ordered = found.ordered
    if not said or ordered is None or all(is_me(word) for word in people):
        return None, None
    payer, payee = ordered if len(ordered) > 1 else (me(), ordered[0])
    return (None, None) if payer.whom == payee.whom else (payer, payee)


def _amount(others: Sequence[Word], home: Currency) -> Money | None:
    """Return the one amount that the words are, perhaps with a day; None where they say more."""
    found: Money | None = None
    at = 0
    while at < len(others):
        if others[at].low == "on" and at + 1 < len(others):
            at += 2
            continue
        try:
            figure = figure_at(others, at, home)
        except LedgerError:
            return None
        if figure is None or found is not None or figure.minor <= 0:
            return None
        found, at = Money(figure.minor, figure.currency), figure.stop
    return found


def refund_received(line: Line, home: Currency, today: date, circle: Circle) -> Line:
    """Return /refund's line with who got the money as the payer: `bob got 300 back`.

    Raises IS_A_PAYMENT as `refuse_payment` does where one of the group gave it to another;
    PAYMENT_UNCLEAR(written, direction=True, examples) for `300 deposit to bob`, which may be one.
    """
    phrases = Phrases(line.words, circle, home, today)
    for at in range(len(line.words)):
        one = phrases.person(at)
        got = phrases.role(one.stop, Role.GOT, Role.GETS) if one is not None else 0
        if one is not None and got and len(one.members) < 2:
            words = [word for word in line.words[got:] if not _is_back(word, circle)]
            paid = (word_of("paid"), replace(one.word, joined=False))
            return replace(line, words=(*line.words[:at], *words, *paid))
    refuse_payment(line, home, today, circle)
    for at in range(1, len(line.words)):
        stop = phrases.role(at, Role.TO, Role.FROM)
        one = phrases.person(stop) if stop else None
        if one is not None and len(one.members) < 2 and phrases.ends(one.stop):
            raise _either_way(line, at, one, gave=bool(phrases.role(at, Role.FROM)))
    return line


def _is_back(word: Word, circle: Circle) -> bool:
    return word.whom is None and Role.BACK in circle.words.roles.get((word.low,), ())


def _either_way(line: Line, at: int, one: Somebody, *, gave: bool) -> LedgerError:
    texts = [word.text for word in line.words]
    rest = " ".join((*texts[:at], *texts[one.stop :]))
    amount = next((text for text in texts if text[:1].isdigit()), "")
    what = " ".join(text for text in (*texts[:at], *texts[one.stop :]) if text != amount)
    names = f"{one.word.text} me" if gave else one.word.text
    settled = f"/settle {names} {amount} // {what}".removesuffix(" // ")
    shared = f"/{REFUND_COMMAND} {rest} {'' if gave else 'paid '}{one.word.text}"
    return LedgerError(
        Code.PAYMENT_UNCLEAR,
        written=" ".join(texts),
        direction=True,
        examples=(settled, shared) if gave else (shared, settled),
    )
