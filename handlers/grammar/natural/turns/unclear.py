"""Turns of phrase that may mean either: who paid for whom, and how much "extra" is."""

from __future__ import annotations

from handlers.grammar.natural.turns.said import Said, alone
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.errors import Code, LedgerError

_WHOLE_PHRASE = 5


def check_unclear(said: Said) -> None:
    """Raise PAID_UNCLEAR(examples) for `bob pays for himself and dee`, `we all paid our own`.

    He may have paid all, or only take two parts of it. Raise BAD_PART(reason="near") for
    `bob had 2 slices extra`: how much that is, is open.
    """
    for at in range(said.end):
        if said.pays(at) and said.means(at + 1, TurnRole.OWN_BILLS):
            raise LedgerError(Code.PAID_UNCLEAR, examples=())
        _check_extra(said, at)
        _check_for_himself(said, at)


def _check_for_himself(said: Said, at: int) -> None:
    for_ = at + 2 if said.pays(at + 1) else 0
    self_ = said.means(for_, TurnRole.FOR) if for_ else 0
    and_ = said.means(self_, TurnRole.SELF) if self_ else 0
    other = said.means(and_, TurnRole.AND) if and_ else 0
    if not (other and said.is_named(at) and said.is_whose(other)):
        return
    payer, too = alone(said.words[at]), alone(said.words[other])
    rest = [word.text for word in (*said.words[:at], *said.words[other + 1 :])]
    name = f"@{payer.text.lstrip('@')}"
    out = "-me" if too.text == "me" else f"-@{too.text.lstrip('@')}"
    ways = ((*rest, "paid", name), (*rest, "all", name, "x2", out))
    lines = tuple(said.line.example(*way) for way in ways)
    raise LedgerError(Code.PAID_UNCLEAR, examples=lines)


def _check_extra(said: Said, at: int) -> None:
    number, thing, extra = (said.text(at + place) for place in range(2, _WHOLE_PHRASE))
    has = said.means(at + 1, TurnRole.HAD) and said.means(at + 4, TurnRole.EXTRA)
    if not (has and extra and thing.isalpha() and said.is_named(at)):
        return
    if not (number.isdigit() or said.circle.words.numbers.values.get(number, 0) > 1):
        return
    texts = [word.text for word in said.words]
    stop = at + _WHOLE_PHRASE
    story = [f"\\{text}" for text in texts[at:stop]]
    twice = ("all", texts[at], "x2")
    ways = ((*texts[:at], *twice, *texts[stop:]), (*texts[:at], *story, *texts[stop:]))
    raise LedgerError(
        Code.BAD_PART,
        written=" ".join(texts[at:stop]),
        reason="near",
        name=None,
        examples=tuple(said.line.example(*way) for way in ways),
    )
