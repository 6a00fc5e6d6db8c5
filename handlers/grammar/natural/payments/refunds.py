"""Money that came back: `-50 deposit`, `refund 90 flights`, `90 refund`, and /refund."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import REFUND_COMMAND, SPLIT_COMMANDS
from handlers.grammar.lexer import Line, Word
from handlers.grammar.literals.amounts import figure_at
from handlers.grammar.natural.payments.came_back import (
    Given,
    deposit_came_back,
    given_to_us,
    got_back,
    somebody_got_back,
    whose_it_is,
)
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money

_BEFORE_A_WORD = (Role.ARTICLE, Role.FOR, Role.WITHOUT, Role.AND)
CAME_BACK, SPENT = 0, 1
"""The readings of a line that may be about a refund."""


def without_refund(
    line: Line, home: Currency, today: date, circle: Circle, choice: int | None = None
) -> tuple[Line, bool]:
    """Return a line without what says that the money came back, and whether anything did.

    The word counts where the line begins with it, or right behind the amount that does;
    elsewhere it is description: "fees of a refund". Raises REFUND_UNCLEAR(readings, examples,
    choices) where it may be one or the other, "30 refund policy book", unless one was chosen.
    """
    words, said = line.words, line.command == REFUND_COMMAND
    if len(words) > 1 and _is_minus(words[0], circle) and _figure(words[1:], home):
        words, said = words[1:], True  # "minus 600 deposit"
    if back := _told_back(line, home, today, circle):
        words, said = back, True
    phrases = Phrases(words, circle, home, today)
    if stop := phrases.role(0, Role.REFUND):
        clear = said or _is_clear(phrases, stop, home)
        if not (clear or _came_back(line, (), words[stop:], words[:stop], home, choice)):
            return replace(line, words=_as_description(words, stop)), said
        words, said = words[stop:], True
    if (figure := _figure(words, home)) is not None:
        start, minor = figure
        phrases = Phrases(words, circle, home, today)
        told = said and phrases.is_a(start, Sense.REDUCTION)  # "refund 30 cashback" says of what
        if minor < 0 and words[0].plain.startswith("-"):
            words, said = (_positive(words[0]), *words[1:]), True
        elif not told and (stop := phrases.role(start, Role.REFUND) or _back_from(phrases, start)):
            amount, behind = words[:start], words[stop:]
            clear = said or _is_clear(phrases, stop, home)
            if clear or _came_back(line, amount, behind, words[start:stop], home, choice):
                words, said = (*amount, *behind), True
            else:
                words = (*amount, *_as_description(words[start:], stop - start))
    line = replace(line, words=words)
    return _asked(line, home, today, circle, said=said, choice=choice), said


def _asked(
    line: Line, home: Currency, today: date, circle: Circle, *, said: bool, choice: int | None
) -> Line:
    """Return a line with whose it is that came back, if it is said that it did."""
    if said:
        return replace(line, words=tuple(whose_it_is(line.words, home, today, circle)))
    if choice is None:
        _refuse_unclear(line, home, today, circle)
    return line


def _told_back(line: Line, home: Currency, today: date, circle: Circle) -> tuple[Word, ...] | None:
    """Return the words of a line that tells of money that came back, without what says so."""
    phrases = Phrases(line.words, circle, home, today)
    return (
        somebody_got_back(phrases)
        or _got_back(line, home, today, circle)
        or deposit_came_back(phrases)
        or _deposit_back(line, home, today, circle)
        or got_back(phrases)
    )


def _refuse_unclear(line: Line, home: Currency, today: date, circle: Circle) -> None:
    """Raise REFUND_UNCLEAR for `pizza refund 36` and `36 pizza refund`, and what is so written.

    In "fees of a refund" the words before it say what it is.
    """
    words = line.words
    phrases = Phrases(words, circle, home, today)
    for at in range(1, len(words)):
        stop = phrases.role(at, Role.REFUND) or _given_back(phrases, at)
        if not stop or any(phrases.role(at - 1, role) == at for role in _BEFORE_A_WORD):
            continue
        before_amount = _figure(words[stop:], home) is not None
        if not before_amount and not phrases.ends(stop):
            continue
        raise _unclear(line, Given(at, stop))
    if (given := given_to_us(phrases)) is not None:
        raise _unclear(line, given)


def _unclear(line: Line, given: Given) -> LedgerError:
    """Return REFUND_UNCLEAR with a line for whoever may have got it, and one for what was spent."""
    texts = [word.text for word in line.words]
    who = texts[: given.start]
    if given.whose:  # "bob's mom" is nobody who shares.
        who = [f"\\{text}" for text in who]
    rest = " ".join((*who, *texts[given.stop :]))
    said = (f"\\{text}" for text in texts[given.start : given.stop])
    return LedgerError(
        Code.REFUND_UNCLEAR,
        written=" ".join(texts[given.start : given.stop]),
        amount=None,
        examples=(
            f"/{REFUND_COMMAND} {rest}",
            *(f"/{REFUND_COMMAND} {rest} paid {one.text}" for one in given.whose),
            line.example(*who, *said, *texts[given.stop :]),
        ),
        choices=False,
    )


def _given_back(phrases: Phrases, at: int) -> int:
    """Return the index behind `returned`, `gave back`, `paid us back`; or 0.

    Of somebody here it would be a payment; of the landlord it may be a refund.
    """
    if phrases.is_named_before(at) or phrases.role(at - 1, Role.ME) == at:
        return 0
    verb = phrases.role(at, Role.GAVE, Role.PAID)
    us = phrases.role(verb, Role.US, Role.ME) or (verb + 1) * phrases.is_word(verb, "us")
    back = phrases.role(us or verb, Role.BACK) if verb else 0
    if us and phrases.role(us + 1, Role.BACK):
        back = us  # "gave us 5000 back"
    return back or (verb if verb and phrases.is_a(at, Sense.RETURNED) else 0)


def _is_minus(word: Word, circle: Circle) -> bool:
    roles = circle.words.roles.get((word.low,), ())
    return word.whom is None and not word.escaped and Role.MINUS in roles and Role.LESS not in roles


def _got_back(line: Line, home: Currency, today: date, circle: Circle) -> tuple[Word, ...]:
    """Return the words of `got 90 back`, `got 300 refund`, `got 90 deposit back`, amount first.

    What stands before "got" says what it was for: `returned the drill got 90 back`.
    """
    words = line.words
    phrases = Phrases(words, circle, home, today)
    for at in range(len(words)):
        got = phrases.role(at, Role.GOT)
        start = phrases.role(got, Role.REFUND) or got if got else 0
        start += start > got and phrases.is_a(start, Sense.OF)  # "got refund of 1200"
        figure = _figure(words[start:], home) if start else None
        if figure is None or (at and phrases.person(at - 1) is not None):
            continue
        amount, behind = words[start : start + figure[0]], start + figure[0]
        if stop := phrases.role(behind, Role.BACK, Role.REFUND):
            return (*amount, *words[:at], *words[stop:])
        if start > got:
            return (*amount, *words[:at], *words[behind:])
        back = _back_behind(phrases, behind)
        if back is not None:
            return (*amount, *words[:at], *words[behind : back[0]], *words[back[1] :])
    return ()


def _deposit_back(line: Line, home: Currency, today: date, circle: Circle) -> tuple[Word, ...]:
    """Return the words of `deposit back`, `landlord returned the deposit` less the "back".

    From or to somebody here it would be a payment.
    """
    words = line.words
    phrases = Phrases(words, circle, home, today)
    for at in range(1, len(words)):
        if given := _given_back(phrases, at):
            thing = phrases.role(given, Role.ARTICLE, Role.US) or given
            if phrases.is_a(thing, Sense.RETURNABLE):
                return (*words[:at], *words[given:])
        back = phrases.role(at, Role.BACK, Role.REFUND)
        back = back or (at + 1) * phrases.is_a(at, Sense.RETURNED)
        thing = at - 1 - (at > 1 and words[at - 1].plain[:1].isdigit())  # "deposit 400 back"
        if not back or not phrases.is_a(thing, Sense.RETURNABLE):
            continue
        if any(phrases.role(before, Role.GAVE, Role.PAID) for before in range(at)):
            continue
        if any(_is_of_somebody(phrases, behind) for behind in range(back, len(words))):
            continue
        source = phrases.role(back, Role.FROM, Role.BY)
        if source or phrases.ends(back) or _figure(words[back:], home) is not None:
            return (*words[:at], *words[back:])
    return ()


def _is_of_somebody(phrases: Phrases, at: int) -> bool:
    """Tell whether `from bob`, `by bob` or `to bob` stands there."""
    stop = phrases.role(at, Role.FROM, Role.BY, Role.TO)
    return bool(stop) and phrases.person(stop) is not None


def _back_behind(phrases: Phrases, start: int) -> tuple[int, int] | None:
    """Return where a "back" behind what it was for begins and ends: `deposit back from the hotel`.

    From somebody here it would be a payment.
    """
    for at in range(start + 1, len(phrases.words)):
        stop = phrases.role(at, Role.BACK)
        source = phrases.role(stop, Role.FROM) if stop else 0
        if stop and (phrases.ends(stop) or source):
            return None if source and phrases.person(source) is not None else (at, stop)
    return None


def _back_from(phrases: Phrases, at: int) -> int:
    """Return the index behind "back" where "from" follows: `45 back from the hotel`."""
    stop = phrases.role(at, Role.BACK)
    return stop if stop and phrases.role(stop, Role.FROM) else 0


def _is_clear(phrases: Phrases, stop: int, home: Currency) -> bool:
    """Tell whether what stands behind "refund" leaves no doubt that it is one."""
    if phrases.ends(stop) or phrases.role(stop - 1, Role.FOR) == stop:
        return True
    if phrases.role(stop, Role.FOR, Role.FROM, Role.TO, Role.ONLY):
        return True
    word = phrases.words[stop]
    return phrases.person(stop) is not None or _figure((word,), home) is not None


def _as_description(words: tuple[Word, ...], stop: int) -> tuple[Word, ...]:
    return (*(replace(word, escaped=True) for word in words[:stop]), *words[stop:])


def _came_back(
    line: Line,
    amount: tuple[Word, ...],
    behind: tuple[Word, ...],
    word: tuple[Word, ...],
    home: Currency,
    choice: int | None,
) -> bool:
    """Return whether it was money that came back, as was chosen; ask where nothing was."""
    if choice is not None:
        return choice == CAME_BACK
    figure = figure_at(amount, 0, home) if amount else None
    rest, said = [one.text for one in behind], [one.text for one in word]
    examples = [line.example(f"-{amount[0].text}", *(one.text for one in amount[1:]), *rest)
                if amount else line.example(*said, "for", *rest)]  # fmt: skip
    spent = (f"\\{text}" for text in said)
    examples.append(line.example(*(one.text for one in amount), *spent, *rest))
    raise LedgerError(
        Code.REFUND_UNCLEAR,
        written=" ".join(said + rest[:1]),
        amount=None if figure is None else Money(figure.minor, figure.currency),
        examples=tuple(examples),
        choices=line.command in SPLIT_COMMANDS and figure is not None,
    )


def _figure(words: tuple[Word, ...], home: Currency) -> tuple[int, int] | None:
    """Return the index behind the number that begins a line, and its minor units."""
    try:
        figure = figure_at(words, 0, home) if words else None
    except LedgerError:
        return None
    return None if figure is None else (figure.stop, figure.minor)


def _positive(word: Word) -> Word:
    return replace(word, text=word.text[1:], plain=word.plain[1:], low=word.low[1:])
