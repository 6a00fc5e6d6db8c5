"""What a language's file says of debts: whole sentences by who owes whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from ledger.core.folding import fold_once


@dataclass(frozen=True, slots=True)
class DebtWords:
    """One language's sentences about debts, alternatives separated by `|`, words by `/`.

    `owes_me` is said of somebody who owes the writer, `i_owe` of whom the writer owes,
    `owes_another` of two others, the first of whom owes the second. `unclear` may be either way
    round: who owes is asked. `we_owe` is said of whom all owe together. `paid_mine` is said of
    who paid what the writer got, with an article before that ("marta me pagó la entrada"), and
    `paid_theirs` the other way round. `still` are words that say nothing more ("noch"),
    `already` those that say nothing more of a payment, either ("schon").

    X stands for the other person and Y for the second of two; `<X` is a name as it stands,
    `>X` one to whom something goes, by its ending or by a word before it, `~X` one from whom,
    and `'X` one whose something is. The amount may stand anywhere and is left out.
    """

    owes_me: str = ""
    i_owe: str = ""
    owes_another: str = ""
    unclear: str = ""
    we_owe: str = ""
    paid_mine: str = ""
    paid_theirs: str = ""
    still: str = ""
    already: str = ""


class DebtKind(StrEnum):
    """Who owes whom in a sentence; see `DebtWords`."""

    OWES_ME = "owes_me"
    I_OWE = "i_owe"
    OWES_ANOTHER = "owes_another"
    UNCLEAR = "unclear"
    WE_OWE = "we_owe"
    PAID_MINE = "paid_mine"
    PAID_THEIRS = "paid_theirs"


@dataclass(frozen=True, slots=True)
class DebtSentence:
    """One sentence: its words, names among them as X and Y with their marks, and what it says."""

    words: tuple[str, ...]
    kind: DebtKind


def is_name(word: str) -> bool:
    """Tell whether a word of a sentence stands for somebody: X, `<Y`."""
    return word[-1:] in ("X", "Y")


@dataclass(frozen=True)
class Debts:
    """The sentences of several languages, all of their words, and those they may have besides."""

    sentences: Mapping[str, Sequence[DebtSentence]]
    said: frozenset[str]
    still: frozenset[str]
    already: frozenset[str]


def debts_of(spoken: Iterable[DebtWords]) -> Debts:
    """Return the sentences of some languages by a word that each must have."""
    found: dict[str, list[DebtSentence]] = {}
    still: set[str] = set()
    already: set[str] = set()
    for words in spoken:
        already |= {fold_once(word) for word in words.already.split("|") if word}
        still |= {fold_once(word) for word in words.still.split("|") if word} | already
        for sentence in _sentences(words):
            key = max((word for word in sentence.words if not is_name(word)), key=len)
            found.setdefault(key, []).append(sentence)
    said = frozenset(word for some in found.values() for one in some for word in one.words)
    return Debts(found, said, frozenset(still), frozenset(already))


def _sentences(words: DebtWords) -> Iterator[DebtSentence]:
    for kind in DebtKind:
        for said in filter(None, getattr(words, kind.value).split("|")):
            choices = [
                [one] if is_name(one) else [fold_once(word) for word in one.split("/")]
                for one in said.split()
            ]
            yield from (DebtSentence(one, kind) for one in product(*choices))
