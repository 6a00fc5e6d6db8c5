"""Treats: `drinks on bob`, `bob's treat`, which may be paid by them, or be theirs alone."""

from __future__ import annotations

import re
from typing import Final

from handlers.grammar.lexer import Word
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.natural.phrases.somebody import Somebody
from handlers.grammar.vocabulary import Role
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender

_FROM_ALI: Final = re.compile(r"[dt][ae]n\Z")


def refuse_treat(phrases: Phrases, at: int) -> None:
    """Raise BAD_PART(written, reason="treat", name: None, words) where a treat is told at an index.

    `words` are those of each reading: that they paid, and, where nobody else is named, that all
    of it is theirs.
    """
    found = _treating(phrases, at)
    if found is None:
        return
    one, stop = found
    texts = [word.text for word in phrases.words]
    if not at and isinstance(one.word.whom, Sender):  # "paid me beers" is of what "me beers" is.
        texts, at, stop = [*texts[stop:], *texts[:stop]], len(texts) - stop, len(texts)
    words = [(*texts[:at], "paid", one.word.text, *texts[stop:])]
    places = (*range(at), *range(stop, len(texts)))
    others = (phrases.person(place) for place in places)
    named = [other for other in others if other is not None]
    if named and all(other.members == one.members for other in named):
        words.append((*texts[:at], "paid", one.word.text, "-me", *texts[stop:]))
    elif not named:
        words.append((*texts[:at], "only", one.word.text, *texts[stop:]))
    written = " ".join(texts[at:stop])
    raise LedgerError(Code.BAD_PART, written=written, reason="treat", name=None, words=tuple(words))


def _treating(phrases: Phrases, at: int) -> tuple[Somebody, int] | None:
    """Return who treats, as is told at an index, and the index behind that."""
    mine = phrases.role(at, Role.I_TREAT)
    if mine and (not at or phrases.ends(mine)):
        return Somebody(Word("me", "me", "", Sender()), mine, typed=False), mine
    before = phrases.role(at, Role.TREATED_BY)
    one = phrases.person(before, oblique=True) if before else whose_at(phrases, at)
    if one is not None and one.bent and _is_from(phrases, one, at):
        before = at  # "180 kahve ayşeden"
    stop = one.stop if one and before else phrases.role(one.stop, Role.TREAT) if one else 0
    if one is None or not stop or len(one.members) > 1:
        return None
    begins = not at and phrases.role(at, Role.TREAT) == before  # "invitó marta cena"
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
