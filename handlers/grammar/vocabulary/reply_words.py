"""What a language's file says of replies to a receipt: whole sentences by what they change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from itertools import count
from typing import Final

from ledger.core.folding import fold


@dataclass(frozen=True, slots=True)
class ReplyWords:
    """One language's sentences below a receipt, each a pattern with its alternatives in brackets.

    X, Y and Z stand for people, one or a list, N and M for amounts, P for a percentage and ~ for
    any words without a name or a number; a possessive is a name with `'s` behind it. A comma
    may stand between any two words, and must where it is written.

    X `joins`, `leaves`, or is the `only` one to share. It was `among` X, who are perhaps just
    `listed`, or X was the payer's `company`, which only tells something where it has `narrowed`
    who shares. X `paid`, or has `paid_part` N of it, perhaps Y the rest; it was not X `instead`
    but Y; some may mean one thing or another (`unclear`). X's `part` is N, `half` of all (or
    P), or `double`; of two it is N and M (`pairs`), of several N each (`each_part`), as they
    may have paid (`each_paid`). N of it is X's `own`, beside what they share with the others, and
    with X's part N it is M (`part_and_amount`). The `amount` is N; N or P is `added` to it, N for
    each (`added_each`), or it is `reduced` by that. `everybody` shares, or those who do so do it
    `equally`. It was `when` ~ says, its `category` is ~. The entry is to be taken back
    (`take_back`), perhaps so by whoever `gives_up`, or given back (`give_back`), and `reasons` may
    stand around that unless one of `never` does.

    X has `repaid` N to Y, where one of them is not said whoever that is, the writer N to whoever is
    spoken to (`repaid_to_you`), or X has perhaps paid for all of it (`perhaps_repaid`).

    `so_many` say that there were N people, `more_people` that N more came, `one_more` and
    `one_fewer` of one, `no_guest` that nobody came along; beside a word `of_price` a number is no
    such count.

    Of some it is asked how they are meant: N is what an `item` of X's came to, or what X had as an
    `extra`; N is the `balance` that X paid, or `more` for something; X was there only `partly`,
    or has `came_apart` and paid for themselves; the writer `meant` X; two people X are to be
    `swapped`; it was N, `not_amount` M; X paid N and Y M (`both_paid`). Below a payment it was N
    `of_it` or half, the `other_way` round, or it was X `paid_whom`.

    `openings` and `closings` say nothing, nor does a clause with one of `excuses` before a
    comma or a `story` behind one, as long as it says nothing `of_money`.

    Whoever `agrees` says yes to what was asked, who `declines` no, and who `adds_them` that a name
    is somebody's; the `first`, the `second` and the `last_one` are answers that were offered. A
    reply that nobody has read speaks perhaps `of_changes`; one with a word of those `chatting`
    instead is for fun.
    """

    joins: Sequence[str] = ()
    leaves: Sequence[str] = ()
    only: Sequence[str] = ()
    among: Sequence[str] = ()
    listed: Sequence[str] = ()
    company: Sequence[str] = ()
    narrowed: Sequence[str] = ()
    paid: Sequence[str] = ()
    paid_part: Sequence[str] = ()
    instead: Sequence[str] = ()
    unclear: Sequence[str] = ()
    each_part: Sequence[str] = ()
    own: Sequence[str] = ()
    part_and_amount: Sequence[str] = ()
    each_paid: Sequence[str] = ()
    pairs: Sequence[str] = ()
    part: Sequence[str] = ()
    half: Sequence[str] = ()
    double: Sequence[str] = ()
    amount: Sequence[str] = ()
    added: Sequence[str] = ()
    added_each: Sequence[str] = ()
    reduced: Sequence[str] = ()
    everybody: Sequence[str] = ()
    equally: Sequence[str] = ()
    when: Sequence[str] = ()
    category: Sequence[str] = ()
    item: Sequence[str] = ()
    extra: Sequence[str] = ()
    balance: Sequence[str] = ()
    more: Sequence[str] = ()
    partly: Sequence[str] = ()
    came_apart: Sequence[str] = ()
    meant: Sequence[str] = ()
    swapped: Sequence[str] = ()
    not_amount: Sequence[str] = ()
    both_paid: Sequence[str] = ()
    of_it: Sequence[str] = ()
    other_way: Sequence[str] = ()
    paid_whom: Sequence[str] = ()
    take_back: Sequence[str] = ()
    give_back: Sequence[str] = ()
    gives_up: Sequence[str] = ()
    adds_them: Sequence[str] = ()
    repaid: Sequence[str] = ()
    repaid_to_you: Sequence[str] = ()
    perhaps_repaid: Sequence[str] = ()
    so_many: Sequence[str] = ()
    more_people: Sequence[str] = ()
    one_more: Sequence[str] = ()
    one_fewer: Sequence[str] = ()
    no_guest: Sequence[str] = ()
    of_price: str = ""
    reasons: str = ""
    never: str = ""
    openings: str = ""
    closings: str = ""
    excuses: str = ""
    story: str = ""
    of_money: str = ""
    of_changes: str = ""
    chatting: str = ""
    agrees: str = ""
    declines: str = ""
    first: str = ""
    second: str = ""
    last_one: str = ""


class ReplyKind(StrEnum):
    """What a sentence below a receipt changes; see `ReplyWords`. The first that fits counts."""

    INSTEAD = "instead"
    NOT_AMOUNT = "not_amount"
    BOTH_PAID = "both_paid"
    BALANCE = "balance"
    EXTRA = "extra"
    PARTLY = "partly"
    CAME_APART = "came_apart"
    MEANT = "meant"
    SWAPPED = "swapped"
    UNCLEAR = "unclear"
    EACH_PART = "each_part"
    EACH_PAID = "each_paid"
    PAIRS = "pairs"
    PAID_PART = "paid_part"
    PAID = "paid"
    EVERYBODY = "everybody"
    EQUALLY = "equally"
    PART_AND_AMOUNT = "part_and_amount"
    PART = "part"
    ITEM = "item"
    OWN = "own"
    HALF = "half"
    DOUBLE = "double"
    ADDED_EACH = "added_each"
    ADDED = "added"
    REDUCED = "reduced"
    AMOUNT = "amount"
    LISTED = "listed"
    JOINS = "joins"
    LEAVES = "leaves"
    ONLY = "only"
    COMPANY = "company"
    MORE = "more"
    NARROWED = "narrowed"
    AMONG = "among"
    CATEGORY = "category"
    WHEN = "when"


Phrases = frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class Replies:
    """The sentences of several languages, and the words that say nothing beside them."""

    sentences: Sequence[tuple[ReplyKind, re.Pattern[str]]]
    take_back: Sequence[re.Pattern[str]]
    give_back: Sequence[re.Pattern[str]]
    gives_up: Sequence[re.Pattern[str]]
    adds_them: Sequence[re.Pattern[str]]
    repaid: Sequence[re.Pattern[str]]
    repaid_to_you: Sequence[re.Pattern[str]]
    perhaps_repaid: Sequence[re.Pattern[str]]
    of_it: Sequence[re.Pattern[str]]
    other_way: Sequence[re.Pattern[str]]
    paid_whom: Sequence[re.Pattern[str]]
    so_many: Sequence[re.Pattern[str]]
    more_people: Sequence[re.Pattern[str]]
    one_more: Sequence[re.Pattern[str]]
    one_fewer: Sequence[re.Pattern[str]]
    no_guest: Sequence[re.Pattern[str]]
    words: Mapping[str, Phrases]

    def counted(self, kind: str, words: Sequence[str]) -> int:
        """Return of how many words a list begins with a phrase of a kind, the longest; or 0."""
        phrases = self.words[kind]
        counts = range(min(len(words), _LONGEST), 0, -1)
        return next((count for count in counts if tuple(words[:count]) in phrases), 0)

    def says(self, kind: str, words: Sequence[str]) -> bool:
        """Tell whether a phrase of a kind stands anywhere in a list of words."""
        return any(self.counted(kind, words[at:]) for at in range(len(words)))


_ALONE: Final = (
    *(
        "take_back",
        "give_back",
        "gives_up",
        "adds_them",
        "repaid",
        "repaid_to_you",
        "perhaps_repaid",
        *("of_it", "other_way", "paid_whom"),
    ),
    *("so_many", "more_people", "one_more", "one_fewer", "no_guest"),
)
"""Sentences that are looked for alone."""
_LONGEST: Final = 5
_PEOPLE: Final = r"<\d+>(?:(?: ,)?(?: and)? <\d+>)*"
_STANDS_FOR: Final = {
    "X": ("x", _PEOPLE),
    "Y": ("y", _PEOPLE),
    "Z": ("z", _PEOPLE),
    "N": ("n", r"#\d+#"),
    "M": ("m", r"#\d+#"),
    "P": ("p", r"%[\d.]+%"),
    "~": ("rest", r"[^<#%]+?"),
}


def replies_of(spoken: Iterable[ReplyWords]) -> Replies:
    """Return the sentences of some languages, in the order in which they are tried."""
    languages = list(spoken)
    sentences = [
        (kind, _pattern(sentence))
        for kind in ReplyKind
        for words in languages
        for sentence in getattr(words, kind.value)
    ]
    others = {
        name: [_pattern(one) for words in languages for one in getattr(words, name)]
        for name in _ALONE
    }
    phrases = {
        field.name: frozenset(
            tuple(fold(text).replace("'", "").split())
            for words in languages
            for text in getattr(words, field.name).split("|")
            if text
        )
        for field in fields(ReplyWords)
        if field.type == "str"
    }
    return Replies(sentences, words=phrases, **others)


def _pattern(sentence: str) -> re.Pattern[str]:
    """Return a sentence as an expression for words that one space parts, commas as words."""
    groups = count()

    def group(found: re.Match[str]) -> str:
        name, words = _STANDS_FOR[found[0]]
        return f"(?P<{name}_{next(groups)}>{words})"

    folded = re.sub(r"[^\x00-\x7f]+", lambda found: fold(found[0]), sentence)
    said = re.sub(r"(?<! ,) (?!,)", r"(?: ,)? ", folded)
    return re.compile(re.sub(r"\b[XYZNMP]\b|~", group, said))


def said_in(found: re.Match[str]) -> dict[str, str]:
    """Return what a sentence has for its letters: x, y, z, n, m, p, and `rest` for ~."""
    groups = found.groupdict().items()
    return {name.partition("_")[0]: text for name, text in groups if text is not None}
