"""How often, in a line that records once: `cook 3500 every month` may be meant for /every."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.command_names import REFUND_COMMAND, SPLIT_COMMANDS
from handlers.grammar.lexer import Line, Word
from handlers.grammar.natural.left_over import AS_IT_STANDS
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.rule_words import RuleRole
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Currency, Money

_PERIODS: Final = (RuleRole.A_DAY, RuleRole.A_WEEK, RuleRole.A_MONTH, RuleRole.A_YEAR)


def without_how_often(
    line: Line, home: Currency, today: date, circle: Circle
) -> tuple[Line, tuple[Word, ...]]:
    """Return a line without the words that say how often its expense comes, and how often."""
    found = _found(Phrases(line.words, circle, home, today))
    if found is None or line.command == REFUND_COMMAND or line.command not in SPLIT_COMMANDS:
        return line, ()
    start, period, stop = found
    once = replace(line, words=(*line.words[:start], *line.words[stop:]))
    return once, line.words[period:stop]


def refuse_often(line: Line, often: tuple[Word, ...], amount: Money) -> None:
    """Raise HOW_OFTEN(amount, place: AS_IT_STANDS, examples, choices) where words say how often.

    `line` is the one without them; the example is /every's.
    """
    if often:
        said = (word.text.rstrip(",;") for word in often)
        example = " ".join(["/every", *said, *map(_typed, line.words)])
        raise LedgerError(
            Code.HOW_OFTEN,
            amount=amount,
            place=AS_IT_STANDS,
            examples=(example,),
            choices=True,
        )


def _typed(word: Word) -> str:
    return f"\\{word.text}" if word.escaped else word.text


def _found(phrases: Phrases) -> tuple[int, int, int] | None:
    """Return where `every month` begins, where its period does, and what is behind it.

    By itself "monthly" says so at the end, "per month" too; "3 nights 800 each night" is a price,
    "monthly pass" a thing.
    """
    words = phrases.words
    if any(word.breaks for word in words):
        return None
    for at in range(len(words)):
        if words[at].escaped or words[at].whom is not None:
            continue
        every = phrases.rule(at, RuleRole.EVERY)
        a_period = phrases.is_a(at, Sense.PER) and not phrases.role(at, Role.ARTICLE)
        per = every or (at + 1) * a_period
        period = per or at
        stop = phrases.rule(period, *_PERIODS)
        if not stop or (not every and not _is_last(phrases, stop)):
            continue
        if not per and not phrases.rule(at, RuleRole.BY_ITSELF):
            continue  # "3 days"
        counted = (place for place in range(len(words)) if phrases.counted(place)[1])
        if per and any(True for _ in counted):
            continue
        return at, period, stop
    return None


def _is_last(phrases: Phrases, stop: int) -> bool:
    return stop >= len(phrases.words) or (phrases.ends(stop) and stop > 1)
