"""Treats: `drinks on bob`, `bob's treat`, which nobody else owes, or which are shared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from handlers.grammar.lexer import Word
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender

_SEVERAL: Final = 2
_BEFORE_PEOPLE: Final = (Role.WITH, Role.FOR, Role.BETWEEN, Role.AND, Role.WITHOUT)
_FROM_ALI: Final = re.compile(r"[dt][ae]n\Z")


def refuse_treat(phrases: Phrases, at: int) -> None:
    """Raise BAD_PART(written, reason="treat", name: None, words) where a treat is told at an index.

    `words` are those of each reading: that they paid and all of it is theirs, which nobody owes;
    that they paid for what is shared; and of `drinks on bob` that who writes paid, and he owes it.
    """
    _refuse_treat_of_several(phrases, at)
    found = _treating(phrases, at)
    if found is None:
        return
    one, stop = found
    name, mine = one.word.text, isinstance(one.word.whom, Sender)
    words = phrases.words
    start = _before_treat(phrases, at)
    behind = _behind_treat(phrases, stop)
    before, rest = [*range(start)], [*range(behind, len(words))]
    texts = [word.text for word in words]
    note = next((place for place in rest if words[place].plain == "//"), len(words))
    said = [place for place in (*before, *rest) if place < note]
    people = _people(phrases, at, stop)
    by = ("by",) if people or not mine else ()  # "with bob paid chen" would be of Bob.
    whom = phrases.people(stop)  # "chen treats bob", "i treated bob to lunch"
    treated = () if whom is None else ("with", *texts[stop : whom.stop])
    behind = max(behind, stop if whom is None else whom.stop)
    first = _texts(texts, (place for place in said if place < start))
    last = _texts(texts, (place for place in said if place >= behind))
    shared = (*first, *treated, *last, "paid", *by, name, *texts[note:])
    alone = _texts(texts, (place for place in said if place not in people))
    theirs = (*alone, "only", name, *(() if mine else ("paid", name)), *texts[note:])
    owed = (*alone, "only", name, *texts[note:])
    all_ = any(phrases.is_a(place, Sense.ALL_OF_IT) for place in range(start, at))
    ways: tuple[tuple[str, ...], ...]
    if mine:
        owner = _owner(phrases, said)  # "bob's ticket is on me": I owe it to him, perhaps.
        ways = (shared, theirs, *([] if owner is None else [(*owed, "paid", owner)]))
    elif all_:
        ways = (owed, theirs)
    elif phrases.role(at, Role.TREATED_BY):
        ways = (shared, theirs, owed)
    else:
        ways = (*_for_one_of_us(phrases, stop, name, alone), theirs, shared)
    raise LedgerError(
        Code.BAD_PART,
        written=" ".join(texts[at:stop]).rstrip(",;"),
        reason="treat",
        name=None,
        words=ways,
    )


def _for_one_of_us(
    phrases: Phrases, stop: int, name: str, alone: tuple[str, ...]
) -> list[tuple[str, ...]]:
    """Return `bob's treat for dee` as her part of what all share, which is his besides his own."""
    for_ = phrases.role(stop, Role.FOR)
    people = phrases.people(for_) if for_ else None
    if people is None or any(one.part or len(one.members) > 1 for one in people.people):
        return []
    if any(isinstance(one.word.whom, Sender) for one in people.people):
        return []
    out = [f"-{one.word.text}" for one in people.people]
    return [(*alone, "all", name, f"x{1 + len(out)}", *out)]


def _owner(phrases: Phrases, places: Iterable[int]) -> str | None:
    """Return the name of whose a thing is said to be at one of some places, if anybody's."""
    for place in places:
        low = phrases.folded(place)
        bare = low.removesuffix("s").rstrip("'’")
        if bare == low or not phrases.is_a(place + 1, Sense.OWN_THING, Sense.OWNED):
            continue
        members = () if phrases.circle.members(low) else phrases.circle.members(bare)
        if len(members) == 1:
            return phrases.named(members[0]).text
    return None


def _refuse_treat_of_several(phrases: Phrases, at: int) -> None:
    """Raise BAD_PART(reason="treat") for `drinks on bob and chen`: they paid, or owe it."""
    stop = phrases.role(at, Role.TREATED_BY)
    people = phrases.people(stop) if stop else None
    if people is None or len(people.people) < _SEVERAL or not phrases.ends(people.stop):
        return
    if any(one.part or len(one.members) > 1 for one in people.people):
        return
    if any(isinstance(one.word.whom, Sender) for one in people.people):
        return
    names = [one.word.text for one in people.people]
    texts = [word.text for word in phrases.words]
    rest = (*texts[:at], *texts[people.stop :])
    paid = ("paid", "equally", "by", *" and ".join(names).split(" "))
    raise LedgerError(
        Code.BAD_PART,
        written=" ".join(texts[at : people.stop]).rstrip(",;"),
        reason="treat",
        name=None,
        words=((*rest, *paid), (*rest, "only", *names, *paid), (*rest, "only", *names)),
    )


def _texts(texts: Sequence[str], places: Iterable[int]) -> tuple[str, ...]:
    return tuple(texts[place] for place in places)


def _before_treat(phrases: Phrases, at: int) -> int:
    """Return where what says no more begins before a treat: `it's all` on bob."""
    start = at
    while start > 0 and (
        phrases.is_a(start - 1, Sense.ALL_OF_IT, Sense.WAS)
        or (start < at and phrases.is_a(start - 1, Sense.WHICH_MONEY))  # "this one's on bob"
    ):
        start -= 1
    return start


def _behind_treat(phrases: Phrases, stop: int) -> int:
    """Return the index behind who is treated `to` something: `us to` lunch, behind "treated"."""
    people = phrases.people(stop)
    whom = phrases.role(stop, Role.US, Role.EVERYONE, Role.ME) or (
        people.stop if people is not None else 0
    )
    whom = whom or (stop + 1) * phrases.is_word(stop, "us")
    to = phrases.role(whom, Role.TO, Role.FOR) if whom else 0
    return to if to and to < len(phrases.words) else stop


def _people(phrases: Phrases, start: int, stop: int) -> set[int]:
    """Return the places of others who are named, and of what says that they share."""
    found: set[int] = set()
    for place in (*range(start), *range(stop, len(phrases.words))):
        with_ = phrases.role(place, *_BEFORE_PEOPLE) or place
        people = phrases.people(with_)
        everyone = phrases.role(with_, Role.EVERYONE, Role.US) if with_ > place else 0
        end = everyone or (people.stop if people is not None else 0)
        found.update(range(place, end))
    return found


def _treating(phrases: Phrases, at: int) -> tuple[Somebody, int] | None:
    """Return who treats, as is told at an index, and the index behind that."""
    mine = phrases.role(at, Role.I_TREAT)
    if mine and (not at or phrases.ends(mine) or phrases.role(mine, Role.FOR)):
        return Somebody(Word("me", "me", "", Sender()), mine, typed=False), mine
    before = phrases.role(at, Role.TREATED_BY)
    one = phrases.person(before, oblique=True) if before else whose_at(phrases, at)
    if one is not None and one.bent and _is_from(phrases, one, at):
        before = at  # "180 kahve ayşeden"
    stop = one.stop if one and before else phrases.role(one.stop, Role.TREAT) if one else 0
    if one is None or not stop or len(one.members) > 1:
        return None
    treats = phrases.role(stop, Role.TREAT) if before else 0
    if treats and phrases.role(at, Role.BEFORE_PAYER) == before:
        return one, treats  # "c'est paul qui régale"
    begins = not at and phrases.role(at, Role.TREAT) == before  # "invitó marta cena"
    begins |= bool(before) and phrases.is_a(at - 1, Sense.WAS)
    if before and (phrases.with_part(one).part or not (begins or one.joined or phrases.ends(stop))):
        return None  # "20 on bob's present"
    if before and phrases.role(stop, Role.PAID, Role.BY, Role.TREAT):
        return None  # "fue marta quien pagó"
    if before and phrases.is_date(before):
        return None  # "on may" is a day, whoever May is.
    return one, stop


def _is_from(phrases: Phrases, one: Somebody, at: int) -> bool:
    """Tell whether a Turkish name says that something is from them, and nothing more is said."""
    turkish = "tr" in phrases.circle.spoken and one.stop == at + 1
    return turkish and bool(at) and bool(_FROM_ALI.search(phrases.words[at].low))


def whose_at(phrases: Phrases, at: int) -> Somebody | None:
    """Return who stands at an index, also as whose something is: `bob's`."""
    if at >= len(phrases.words):
        return None
    word = phrases.words[at]
    bare = word.plain if word.whom is None else ""
    mine = bare.removesuffix("'s")
    members = phrases.circle.members(mine) if mine and mine != bare else ()
    if not members and phrases.person(at) is None and phrases.role(at + 1, Role.TREAT):
        members = phrases.circle.members(bare.removesuffix("s"))  # "dees treat"
    if not members:
        return phrases.person(at)
    return Somebody(phrases.named(members[0]), at + 1, typed=False, members=members)
