"""What the writer paid that is somebody's own: `paguei a entrada da bia 30`, `alinin bileti 25`.

All of it is theirs, as of English "i paid dee's ticket"; without a word of who paid it is only
what something was for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.natural.debts.bought_for import name_of, possessor
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.members import MemberId
from ledger.core.money import Currency

_SAYS_MORE: Final = (
    Role.PAID, Role.WITH, Role.BETWEEN, Role.WITHOUT, Role.EVERYONE, Role.EACH, Role.HALF,
    Role.ONLY, Role.US, Role.REFUND, Role.REST,
)  # fmt: skip
_OF: Final = (Role.FROM, Role.ARTICLE, Role.BEFORE_NAME)
_MOST_OF: Final = 2
_OF_ALI: Final = re.compile(r"(.+?)'?n?[iıuü]n\Z")
_HIS: Final = frozenset({"ka", "ki", "ke", "का", "की", "के"})


def own_things_paid(line: Line, home: Currency, today: date, circle: Circle) -> Line:
    """Return a line that says what the writer paid of somebody's in the grammar's own words.

    `entrada 30 only @bia`. A line that says more of who pays or shares is returned as it is.
    """
    end = next((at for at, word in enumerate(line.words) if word.plain == "//"), len(line.words))
    words, note = line.words[:end], line.words[end:]
    phrases = Phrases(words, circle, home, today)
    mine = next((at for at in range(end) if phrases.role(at, Role.I_PAID)), None)
    if mine is None:
        return line
    paid = range(mine, phrases.role(mine, Role.I_PAID))
    found = next((own for at in range(end) if (own := _own_thing(phrases, at)) is not None), None)
    if found is None:
        return line
    whose, said = found
    rest = [at for at in range(end) if at not in said and at not in paid]
    if _says_more(Phrases([words[at] for at in rest], circle, home, today)):
        return line
    only = (word_of("only"), name_of(whose, circle))
    return replace(line, words=(*(words[at] for at in rest), *only, *note))


def _own_thing(phrases: Phrases, at: int) -> tuple[MemberId, range] | None:
    """Return whose the thing at an index is, and the places of the words that say so."""
    if not phrases.is_a(at, Sense.OWN_THING):
        return None
    start = stop = at + 1
    for _ in range(_MOST_OF):
        stop = phrases.role(stop, *_OF) if phrases.role(stop, *_OF) == stop + 1 else stop
    if (one := _called(phrases, stop)) is not None:
        return one[0], range(start, one[1])
    before = at - 1 - (phrases.folded(at - 1) in _HIS)
    one = _called(phrases, before) or _possessor(phrases, before)
    return (one[0], range(before, at)) if one is not None and before >= 0 else None


def _called(phrases: Phrases, at: int) -> tuple[MemberId, int] | None:
    """Return whose name stands at an index, with whatever ending, and the index behind it."""
    if not 0 <= at < len(phrases.words) or phrases.words[at].whom is not None:
        return None
    found = phrases.circle.find(phrases.words, at, oblique=True)
    if found is None or len(found.members) > 1 or found.members[0] == phrases.circle.sender:
        return None
    return found.members[0], found.stop


def _possessor(phrases: Phrases, at: int) -> tuple[MemberId, int] | None:
    """Return whose something is by an ending of possession: "mias", "alinin"."""
    if at < 0 or phrases.words[at].whom is not None:
        return None
    low = phrases.words[at].low
    whom = possessor(low, phrases.circle)
    if whom is not None and (member := phrases.circle.member_of(whom)) is not None:
        return member, at + 1
    of_ali = _OF_ALI.match(low) if "tr" in phrases.circle.spoken else None
    members: Sequence[MemberId] = phrases.circle.members(of_ali[1], oblique=False) if of_ali else ()
    return (members[0], at + 1) if len(members) == 1 else None


def _says_more(phrases: Phrases) -> bool:
    """Tell whether words say more of who pays or shares than what it was, and when."""
    return any(_is_about_people(phrases, at, word) for at, word in enumerate(phrases.words))


def _is_about_people(phrases: Phrases, at: int, word: Word) -> bool:
    named = word.whom is not None or word.everyone or phrases.person(at) is not None
    return named or bool(phrases.role(at, *_SAYS_MORE))
