"""More people than we know took part: `pitch 45 with 9 of us`, `4 of us n 2 others`."""

from __future__ import annotations

from typing import Final

from handlers.grammar.natural.turns.said import Said
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.errors import Code, LedgerError

_MOST: Final = 40
_TWO: Final = 2


def check_beyond_us(said: Said) -> None:
    """Raise BAD_PART(reason="near"): we share all of it, or as much of it as we are of them."""
    if said.numbers < _TWO:
        return
    for at in said.number_places:
        count, stop = _so_many(said, at)
        here = len(said.circle.roster.active)
        if not here < count <= _MOST:
            continue
        start, end = _start(said, at), stop
        stop = said.past(stop, TurnRole.AND)
        others = [
            one
            for one in said.number_places
            if one not in range(start, stop) and not said.means(one + 1, TurnRole.A_SIDE)
        ]
        if len(others) != 1:
            continue
        [amount] = others
        number = said.words[amount].plain.rstrip(",;")
        if not number.replace(".", "", 1).isdecimal():
            continue
        texts = [word.text for word in said.words]
        told = {amount, *range(start, stop)}
        rest = [_as_word(said, one) for one in range(said.end) if one not in told]
        whole = (number, *rest, *([] if "all" in rest else ["all"]))
        ours = (f"{number}*{here}/{count}", *whole[1:])
        raise LedgerError(
            Code.BAD_PART,
            written=" ".join(texts[start:end]).rstrip(",;"),
            reason="near",
            name=None,
            examples=(said.line.example(*whole), said.line.example(*ours)),
        )


def _as_word(said: Said, at: int) -> str:
    text = said.words[at].text
    return f"\\{text}" if said.is_number(at) else text


def _so_many(said: Said, at: int) -> tuple[int, int]:
    """Return how many people are told of at a number, and the index behind that."""
    text = said.text(at)
    of_us = said.means(at + 1, TurnRole.OF_US) if text.isdigit() else 0
    if not of_us:
        return 0, 0
    more = said.means(of_us, TurnRole.AND)
    number = said.text(more) if more else ""
    stop = said.means(more + 1, TurnRole.STRANGERS) if number.isdigit() else 0
    return (int(text) + int(number), stop) if stop else (int(text), of_us)


def _start(said: Said, at: int) -> int:
    """Return where what says that it was among them begins."""
    start = at
    while start and said.means(
        start - 1, TurnRole.AMONG, TurnRole.FOR, TurnRole.ONLY, TurnRole.THE
    ):
        start -= 1
    longest = range(max(0, at - 3), start)
    return next((one for one in longest if said.means(one, TurnRole.AMONG) == at), start)
