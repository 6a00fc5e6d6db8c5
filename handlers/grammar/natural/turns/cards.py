"""Whose card paid, as other languages say it: `con la tarjeta de pablo`, `mit bens karte`.

English has `paying.with_card_of`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.natural.turns.said import Said
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.errors import Code, LedgerError

_ENGLISH: Final = frozenset({"en"})
_NO_S_BEHIND: Final = ("s", "x", "z", "ß")
"""Names that have no ending where something is theirs: `lukas karte`."""
_OF: Final = ("d'", "d’")
_MOST_OF_A_VERB: Final = 4
_VERBS: Final = (Role.I_PAID, Role.PAID)


@dataclass(frozen=True, slots=True)
class _Card:
    """Somebody's card, from `start` to `stop` of the line; `used` where a word says so.

    `kind` is what it is called, "ec karte".
    """

    whose: Word
    start: int
    stop: int
    used: bool
    kind: str


def whose_card_paid(line: Line, circle: Circle) -> Line:
    """Return the line with `paid by @pablo` at its end for `con la tarjeta de pablo` in it.

    Where whose it is may say for whom a thing was bought ("guthaben für bens karte"), the line
    stays as it is. Raises PAID_UNCLEAR where another one paid with it, and
    BAD_PART(reason="treat") for a card that is perhaps a ticket and all of it theirs: `konzert
    bens karte`.
    """
    if not circle.spoken - _ENGLISH:
        return line
    said = Said(line, circle)
    if not any(said.means(at, TurnRole.CARD) for at in range(said.end)):
        return line
    card = next(filter(None, (_card(said, at) for at in range(said.end))), None)
    if card is None or not (card.used or _is_apart(said, card)):
        return line
    _check_other_payer(said, card)
    where = range(card.start, card.stop)
    told = {*where, *_verb_of(said, card)}
    rest = [at for at in range(said.end) if at not in told]
    if any(_pays(said, at) for at in rest):
        return replace(
            line,
            words=tuple(
                replace(word, escaped=True) if at in where and word.whom is None else word
                for at, word in enumerate(line.words)
            ),
        )
    words = [line.words[at] for at in rest]
    if not card.used and _may_be_theirs(said, card):
        texts = [word.text for word in words]
        raise LedgerError(
            Code.BAD_PART,
            written=" ".join(word.text for word in line.words[card.start : card.stop]),
            reason="treat",
            name=None,
            examples=tuple(
                line.example(*texts, *how, card.whose.text) for how in (("paid", "by"), ("only",))
            ),
        )
    if words and words[-1].whom is None:  # A comma before the card has nothing behind it.
        words[-1] = word_of(words[-1].plain.rstrip(",;") or words[-1].plain)
    paid = (word_of("paid"), word_of("by"), card.whose)
    return replace(line, words=(*words, *paid, *line.words[said.end :]))


def _check_other_payer(said: Said, card: _Card) -> None:
    """Raise PAID_UNCLEAR(examples) for `ben hat mit claras karte bezahlt`: he did, or she."""
    texts = [word.text for word in said.words]
    used = {*range(card.start, card.stop)}
    for at in range(said.end):
        verb = next(iter(_runs(said, at + 1, Role.PAID)), 0)
        has = 0 if verb else next(iter(_runs(said, at + 1, Role.HAS)), 0)
        if has and any(_pays(said, one) for one in range(has, said.end) if one not in used):
            verb = has
        if at in used or not said.is_named(at) or not verb:
            continue
        paid = {*range(at, verb)}
        for one in range(verb, said.end):
            paid |= {*range(one, next(iter(_runs(said, one, *_VERBS)), one))}
        rest = [text for one, text in enumerate(texts) if one not in paid | used]
        names = (f"@{said.somebody(at).text.lstrip('@')}", card.whose.text)
        raise LedgerError(
            Code.PAID_UNCLEAR,
            examples=tuple(said.line.example(*rest, "paid", "by", name) for name in names),
        )


def _card(said: Said, at: int) -> _Card | None:
    """Return the card that is told from an index on."""
    start = said.past(at, TurnRole.USING)
    used = start > at
    if (owner := _owner(said, start)) is not None:
        stop = said.means(start + 1, TurnRole.CARD)
        return _Card(owner, at, stop, used, _text(said, start + 1, stop)) if stop else None
    of = said.means(start, TurnRole.CARD)
    if not of:
        return None
    kind = _text(said, start, of)
    name = said.past(of, TurnRole.CARD_OF)
    if said.is_named(name) and (name > of or _ends(said, name)):
        return _Card(said.somebody(name), at, name + 1, used, kind)
    text = said.text(name)
    bare = next((text.removeprefix(of_) for of_ in _OF if text.startswith(of_)), "")
    members = said.circle.members(bare, oblique=False) if bare else ()
    if len(members) != 1:
        return None
    # "d'anne" is one word.
    named = Said(replace(said.line, words=(word_of(bare),)), said.circle).somebody(0)
    return _Card(named, at, name + 1, used, kind)


def _owner(said: Said, at: int) -> Word | None:
    owner = said.owner(at)
    if owner is None and said.is_named(at) and said.text(at).endswith(_NO_S_BEHIND):
        owner = said.somebody(at)
    return owner


def _ends(said: Said, at: int) -> bool:
    return at + 1 == said.end or said.words[at].plain[-1:] in ",;"


def _is_apart(said: Said, card: _Card) -> bool:
    """Tell whether a card without a word such as "with" stands at the end, behind what it paid.

    A word before that says more makes it a thing that was bought: "für bens karte".
    """
    before = said.text(card.start - 1)
    if not _ends(said, card.stop - 1) or card.start < 1:
        return False
    if before[:1].isdigit():
        return _may_be_theirs(said, card)
    return bool(before) and before not in said.circle.words.known


def _may_be_theirs(said: Said, card: _Card) -> bool:
    return card.kind in said.circle.words.senses[Sense.OWN_THING]


def _text(said: Said, start: int, stop: int) -> str:
    return " ".join(said.text(at) for at in range(start, stop))


def _runs(said: Said, at: int, *roles: Role) -> Iterable[int]:
    """Yield the indices behind the runs of words with one of the roles that begin there."""
    for stop in range(min(said.end, at + _MOST_OF_A_VERB), at, -1):
        run = tuple(" ".join(said.text(one) for one in range(at, stop)).split())
        if run and any(role in roles for role in said.circle.words.roles.get(run, ())):
            yield stop


def _verb_of(said: Said, card: _Card) -> set[int]:
    """Return the places of the verb of which the card is how it was paid: `hab … bezahlt`."""
    found: set[int] = set()
    for at in range(max(0, card.start - _MOST_OF_A_VERB), card.start):
        if card.start in _runs(said, at, *_VERBS) and not said.is_named(at - 1):
            found = {*range(at, card.start)}
            break
    behind = next(iter(_runs(said, card.stop, *_VERBS)), card.stop)
    if behind > card.stop and not said.is_named(behind):
        found |= {*range(card.stop, behind)}
    first = next(iter(_runs(said, 0, *_VERBS)), 0)
    if first <= card.start and not said.is_named(first):
        found |= {*range(first)}
    for at in range(said.end):
        has = next(iter(_runs(said, at, Role.HAS)), 0)
        last = _last_verb(said)
        if has and last >= card.stop and at < card.start and not said.is_named(at - 1):
            me, too = _is_me(said, at - 1), _is_me(said, has)
            found |= {*range(at - me, has + too), *range(last, said.end)}
    return found


def _last_verb(said: Said) -> int:
    """Return the index of the verb at the end of a line, or 0: "hab … bezahlt"."""
    ends = (at for at in range(said.end) if said.end in _runs(said, at, Role.PAID))
    return next(ends, 0)


def _is_me(said: Said, at: int) -> bool:
    return Role.ME in said.circle.words.roles.get((said.text(at),), ())


def _pays(said: Said, at: int) -> bool:
    return said.paid(at) or any(True for _ in _runs(said, at, *_VERBS, Role.BEHIND_BY))
