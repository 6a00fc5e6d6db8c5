"""One person's part of an entry as it is told: `bob had 500`, beside others who share the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.money import Money


def part_told(line: Line, kept: Money, today: date, circle: Circle) -> Line | None:
    """Return a line that tells one person's part, in their words alone; None for another.

    A name with nothing but its part, `bob 500`, is none: it says anew who shares.

    Raises BAD_PART(reason="near") for "chen only half", which may be of all or of their share.
    """
    words = line.words
    phrases = Phrases(words, circle, kept.currency, today)
    one = phrases.person(0)
    if one is None or len(one.members) > 1 or one.joined:
        return None
    verb = phrases.role(one.stop, Role.PAID, Role.OWES)
    if verb and phrases.role(verb, Role.ONLY):  # "dee pays only 100"
        return part_told(
            replace(line, words=(*words[: one.stop], *words[verb:])), kept, today, circle
        )
    with_part = phrases.with_part(one)
    if not (with_part.part and not with_part.rest):
        return None
    behind = [phrases.folded(at) for at in range(with_part.stop, len(words))]
    others = (
        bool({*behind} & {"others", "other", "everyone"})
        and {*behind} <= circle.words.senses[Sense.REST_OF_ALL]
    )
    if behind and not others:
        return None
    if phrases.role(one.stop, Role.ONLY) and phrases.half(one.stop + 1):
        name = words[0].text
        texts = [word.text for word in words]
        raise LedgerError(
            Code.BAD_PART,
            written=" ".join(texts),
            reason="near",
            name=None,
            examples=(line.example(name, "had", "50%"), line.example(name, "had", "x0.5")),
        )
    told = with_part.weighed or phrases.role(one.stop, Role.OWES, Role.PAID, Role.HALF, Role.ONLY)
    return replace(line, words=words[: with_part.stop]) if told or others else None
