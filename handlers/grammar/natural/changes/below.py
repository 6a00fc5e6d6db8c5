"""What people say below a receipt in whole sentences: `you forgot chen`, `wasnt bob it was dee`.

A reply is looked at as the sentences of the vocabulary have it, names and numbers set apart,
without what says nothing around it. Only a sentence that is the whole reply counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line
from handlers.grammar.natural.changes.meanings import Parties, meaning, sentence_of
from handlers.grammar.natural.changes.told_words import ToldWords, bare
from handlers.grammar.natural.debts.bought_for import name_of
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.reply_words import ReplyKind, said_in
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name, Sender
from ledger.core.money import Currency, Money
from ledger.core.slips import perhaps_called

_TIME: Final = re.compile(r"\d{1,2}([:.]\d\d)?(am|pm|h|hrs?|mins?|min)|\d{1,2}:\d\d")
_NEW: Final = {ReplyKind.JOINS: "add", ReplyKind.PAID: "paid"}
"""What says the same of a name with an @, whoever that is."""
_EITHER: Final = (
    *(ReplyKind.INSTEAD, ReplyKind.UNCLEAR, ReplyKind.PAIRS, ReplyKind.NOT_AMOUNT),
    *(ReplyKind.BOTH_PAID, ReplyKind.BALANCE, ReplyKind.ITEM, ReplyKind.EXTRA, ReplyKind.PARTLY),
    *(ReplyKind.CAME_APART, ReplyKind.MEANT, ReplyKind.SWAPPED, ReplyKind.MORE),
)
"""Sentences that no other rule reads rightly; `ways_below` has what most of them may mean."""
_JOINERS: Final = frozenset({",", "and", "but"})
_MOST: Final = 30
"""Words; a longer reply is a story."""


def meant_below(
    line: Line, kept: Money, today: date, circle: Circle, parties: Parties
) -> Iterator[tuple[ReplyKind, Line]]:
    """Yield what a sentence changes of an entry, and a line that says so, the likeliest first.

    The line has no words where it may change one thing or another: nothing else counts then.
    """
    for said, text in cores_of(line, kept, today, circle):
        for kind, sentence in circle.words.replies.sentences:
            found = sentence.fullmatch(text)
            if found is None:
                continue
            meant = meaning(kind, sentence_of(said_in(found), said, circle, kept, parties))
            if meant is not None:
                yield kind, replace(line, words=meant)
            elif kind in _EITHER:
                yield kind, replace(line, words=())


def refuse_stranger(
    line: Line, number: int, kept: Money, today: date, circle: Circle, parties: Parties
) -> None:
    """Refuse a reply that says of a name which nobody has that they share or paid: `add tom`.

    `number` is the entry's. Raises UNKNOWN_NAME(name, near, examples).
    """
    if not _may_be_read(line) or not parties.payers:
        return
    known = circle.member_of(parties.payers[0])
    phrases = Phrases(line.words, circle, kept.currency, today)
    for at in range(len(line.words)):
        name = None if known is None else phrases.name_alone(at)
        if known is None or name is None or circle.sets:
            continue
        words = (*line.words[:at], name_of(known, circle), *line.words[at + 1 :])
        kinds = {
            one for one, _ in meant_below(replace(line, words=words), kept, today, circle, parties)
        }
        if example := next(
            (_NEW[kind] for kind in (ReplyKind.PAID, ReplyKind.JOINS) if kind in kinds), None
        ):
            near = perhaps_called(circle.roster, name)
            meant = name if near is None else circle.handle(near.id)
            raise LedgerError(
                Code.UNKNOWN_NAME,
                name=Name(name),
                near=near,
                examples=(f"/edit {number} {example} @{meant}",),
            )


def without_talk_around(line: Line, kept: Money, today: date, circle: Circle) -> list[Line]:
    """Return a line without what says nothing around it, as far as that goes."""
    if not _may_be_read(line):
        return []
    said = ToldWords(line, kept, today, circle)
    found: list[Line] = []
    for start, stop in said.cores():
        if not said.is_joke(start, stop):
            begins, ends = said.in_line(start, stop)
            found.append(replace(line, words=line.words[begins:ends]))
    return found


def halves_of(line: Line, kept: Money, today: date, circle: Circle) -> Iterator[tuple[Line, Line]]:
    """Yield the halves of a reply around each "and", "but" and comma: `95 and without dee`."""
    if not _may_be_read(line):
        return
    said = ToldWords(line, kept, today, circle)
    phrases = Phrases(line.words, circle, kept.currency, today)
    if any(phrases.role(at, Role.EACH) for at in range(len(line.words))):
        return  # "bob and chen paid, 20 each": what is each may be said before.
    for at, word in enumerate(said.words[:-1]):
        if not at or word not in _JOINERS or (word != "," and _joins_names(said.words, at)):
            continue
        begins = at + 1 + (said.words[at + 1] in _JOINERS)
        if begins >= len(said.words):
            continue
        _, stop = said.in_line(0, at)
        start, _ = said.in_line(begins, begins + 1)
        yield (
            replace(line, words=line.words[:stop]),
            replace(line, words=line.words[start:]),
        )


def cores_of(
    line: Line, kept: Money, today: date, circle: Circle
) -> Iterator[tuple[ToldWords, str]]:
    """Yield a reply as its sentences have it, whole and without what says nothing around it."""
    if _may_be_read(line):
        said = ToldWords(line, kept, today, circle)
        for start, stop in said.cores():
            yield said, said.text(start, stop)


def _joins_names(words: Sequence[str], at: int) -> bool:
    """Tell whether an "and" stands between two people."""
    return words[at - 1].startswith("<") and words[at + 1].startswith("<")


def is_taken_back(line: Line, home: Currency, today: date, circle: Circle) -> bool:
    """Tell whether a reply takes the entry back and perhaps says why: `wrong, delete that`."""
    return _says(circle.words.replies.take_back, line, home, today, circle)


def gives_up(line: Line, kept: Money, today: date, circle: Circle) -> bool:
    """Tell whether a reply says that somebody gives up on what they wrote: `nvm`, `forget it`."""
    sentences = circle.words.replies.gives_up
    return any(
        sentence.fullmatch(text)
        for _, text in cores_of(line, kept, today, circle)
        for sentence in sentences
    )


def is_given_back(line: Line, home: Currency, today: date, circle: Circle) -> bool:
    """Tell whether a reply lets a deleted entry count again: `restore it, my mistake`."""
    return _says(circle.words.replies.give_back, line, home, today, circle)


def _says(
    sentences: Sequence[re.Pattern[str]], line: Line, home: Currency, today: date, circle: Circle
) -> bool:
    """Tell whether a reply is one of some sentences, perhaps with a reason before or behind."""
    if not _may_be_read(line):
        return False
    words = [word for word in ToldWords(line, Money(1, home), today, circle).plain if word != ","]
    if any(word[0] in "#%?" for word in words):
        return False
    for start in range(len(words)):
        for stop in range(len(words), start, -1):
            text = " ".join(words[start:stop])
            if any(one.fullmatch(text) for one in sentences):
                return all(_is_reason(rest, circle) for rest in (words[:start], words[stop:]))
    return False


def _is_reason(words: Sequence[str], circle: Circle) -> bool:
    """Tell whether words before or behind "delete this" only say why, if anything."""
    replies, at = circle.words.replies, 0
    if replies.says("never", words):
        return False
    while count := replies.counted("openings", words[at:]) or replies.counted(
        "closings", words[at:]
    ):
        at += count
    return at == len(words) or replies.says("reasons", words)


def _may_be_read(line: Line) -> bool:
    plain = not any(word.escaped or word.plain == "//" for word in line.words)
    return plain and 0 < len(line.words) <= _MOST


def speaks_of_it(line: Line, kept: Money, today: date, circle: Circle) -> bool:
    """Tell whether a reply that nobody has read speaks of money or of people, and not for fun.

    Whoever is only called with an @ is, and a time of day is no sum.
    """
    words = [word for word in line.words if word.whom is None or not word.text.startswith("@")]
    replies = circle.words.replies
    said = [bare(word) for word in words]
    if replies.says("of_changes", said):
        return bool(words)
    number = any(
        any(char.isdigit() for char in text)
        and not _TIME.fullmatch(text)
        and said[place - 1 : place] != ["at"]
        for place, text in enumerate(said)
    )
    if number or replies.says("chatting", said):
        return bool(number)
    phrases = Phrases(words, circle, kept.currency, today)
    named = (phrases.person(at) for at in range(len(words)))
    return any(one is not None and not isinstance(one.word.whom, Sender) for one in named)
