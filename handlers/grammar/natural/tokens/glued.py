"""Names glued to what follows by a mark: `bob:10`, `chen=20`, `bob/chen`, `bob&chen`, `(bob,`.

Also to the amount before them, `1200bob`, unless that is the money in which a group counts.
"""

from __future__ import annotations

import re
from dataclasses import replace

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.natural.tokens.attached import detached
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.folding import fold
from ledger.core.money import Currency

_OF_A_NAME = re.compile(r"([^\W\d_][^\s:=]*)[:=](\S*)\Z")
_ALL_BUT = re.compile(r"(all|everyone|everybody)-([^\W\d_]\S*)\Z", re.IGNORECASE)
_NUMBERED = re.compile(r"([^\W\d_]{2,})(\d[\d.,]*)\Z")
_AMOUNT = re.compile(r"(\d[\d.,]*)([^\W\d_]{2,})([,;.]?)\Z")
_LISTED = re.compile(r"[^\W\d_][^\s/+&]*(?:[/+&][^\W\d_][^\s/+&]*)+[,;.]?\Z")
_OPENING, _CLOSING = "([{", ")]}"
_BRACKETS = _OPENING + _CLOSING
_VERBS = (Role.PAID, Role.BY, Role.BEHIND_BY, Role.WITHOUT, Role.BEHIND_WITHOUT, Role.ONLY)
_SAYING = (*_VERBS, Role.HAS, Role.AND, Role.WITH, Role.EACH, Role.HALF, Role.EQUALLY, Role.REST)
"""Words that may stand with names in brackets."""
_WITH = re.compile(r"(?:[wc]/|with(?=\w))([^\W\d_]\S*)\Z", re.IGNORECASE)
_PLUS = re.compile(r"\+([^\W\d_]\S*)\Z")
_PART = re.compile(r"\d[\d.,]*[k%]?\Z|[x×]\d+\Z")
_EACH = re.compile(r"([$€£₹]?\d[\d.,]*)(/?)([^\W\d_]{2,})([,;.]?)\Z")
_OPENED = re.compile(r"\(([$€£₹]?\d{1,6}(?:\.\d{1,2})?)\Z")
_NUMBER = re.compile(r"[\d.,]+%?[,;]?\Z|x\d+[,;]?\Z")


def unglued(line: Line, circle: Circle, home: Currency) -> Line:
    """Set names apart from the marks that join them to a number or to another name.

    Only where all that the mark joins are members' names, or a name and a number: `24/7` and
    `bread/milk` stay as they are.
    """
    line = detached(line, circle)
    words: list[Word] = []
    for at, word in enumerate(line.words):
        behind = line.words[at + 1] if at + 1 < len(line.words) else None
        before = words[-1] if words else None
        apart = _apart(word, before, behind, circle) or _off_amount(word, circle, home)
        apart = apart or _off_each(word, circle)
        if apart := apart or _all_but(word, circle):
            words += (*apart[:-1], replace(apart[-1], breaks=word.breaks))
        else:
            words.append(word)
    words = _prices_apart(words, circle)
    return replace(line, words=_without_brackets(tuple(words), circle))


def _prices_apart(words: list[Word], circle: Circle) -> list[Word]:
    """Return the words without the brackets of `(12.50 each)`."""
    for at, word in enumerate(words):
        found = _OPENED.match(word.plain) if word.whom is None and not word.escaped else None
        if found is None:
            continue
        behind = range(at + 1, min(len(words), at + 1 + circle.words.longest))
        stop = next((one for one in behind if words[one].plain.rstrip(",;")[-1:] == ")"), 0)
        said = tuple(fold(words[one].low) for one in range(at + 1, stop + 1))
        if not stop or Role.EACH not in circle.words.roles.get(said, ()):
            continue
        last = word_of(words[stop].plain.replace(")", ""))
        last = replace(last, breaks=words[stop].breaks)
        return [*words[:at], word_of(found[1]), *words[at + 1 : stop], last, *words[stop + 1 :]]
    return words


def _apart(
    word: Word, before: Word | None, behind: Word | None, circle: Circle
) -> tuple[Word, ...]:
    if word.plain == "+" and behind is not None and _is_somebody(behind.low, circle):
        return (word_of(_with_or_and(before, circle)),)
    if word.whom is not None or word.everyone or word.escaped or word.out:
        return ()
    if (found := _WITH.match(word.plain)) and circle.members(found[1].rstrip(",;.")):
        return word_of("with"), word_of(found[1])
    if (found := _PLUS.match(word.plain)) and _is_somebody(found[1].rstrip(",;."), circle):
        return word_of(_with_or_and(before, circle)), word_of(found[1])
    if (found := _OF_A_NAME.match(word.plain)) and _is_somebody(found[1], circle):
        number = found[2] or (behind.plain if behind is not None else "")
        if _NUMBER.match(number):
            return tuple(word_of(text) for text in found.groups() if text)
    if (found := _NUMBERED.match(word.plain)) and _is_somebody(found[1], circle):
        return word_of(found[1]), word_of(found[2])
    if _LISTED.match(word.plain):
        names = re.split(r"[/+&]", word.plain)
        if all(_is_somebody(name.rstrip(",;."), circle) for name in names):
            return tuple(
                one
                for place, name in enumerate(names)
                for one in ((word_of("and"),) if place else ()) + (word_of(name),)
            )
    return ()


def _all_but(word: Word, circle: Circle) -> tuple[Word, ...]:
    """Return the words of `all-chen`, which leaves somebody out."""
    found = _ALL_BUT.match(word.plain) if word.whom is None and not word.escaped else None
    if found is None or not circle.members(found[2].rstrip(",;.")):
        return ()
    return word_of("all"), word_of(f"-{found[2]}")


def off_amounts(line: Line, circle: Circle, home: Currency) -> Line:
    """Set names apart from the amount that touches them, and nothing else: `500bob`."""
    words = (piece for word in line.words for piece in _off_amount(word, circle, home) or (word,))
    return replace(line, words=tuple(words))


def _with_or_and(before: Word | None, circle: Circle) -> str:
    """Return what a plus before a name says: in a list "and", elsewhere "with"."""
    listed = before is not None and (before.whom is not None or _is_somebody(before.low, circle))
    return "and" if listed else "with"


def _off_amount(word: Word, circle: Circle, home: Currency) -> tuple[Word, ...]:
    """Return the amount and the name of `1200bob`; BOB in capitals is money."""
    if word.whom is not None or word.everyone or word.escaped:
        return ()
    found = _AMOUNT.match(word.plain)
    if found is None or found[2].upper() in (home, found[2]) or not circle.is_called(found[2]):
        return ()
    return word_of(found[1]), word_of(found[2] + found[3])


def _off_each(word: Word, circle: Circle) -> tuple[Word, ...]:
    """Return the number and the words for "each" of `25pp`, `25/pp`, `25/head`."""
    found = _EACH.match(word.plain) if word.whom is None and not word.escaped else None
    if found is None:
        return ()
    for said in ((found[3],), ("per", found[3])):
        if Role.EACH in circle.words.roles.get(tuple(map(fold, said)), ()):
            if len(said) > 1 and not found[2]:
                continue  # "20head" is no 20 per head.
            return (word_of(found[1]), *map(word_of, said[:-1]), word_of(said[-1] + found[4]))
    unit = Role.UNIT in circle.words.roles.get((fold(found[3]),), ())
    if found[2] and unit and "per" in circle.words.senses[Sense.PER]:
        return word_of(found[1]), word_of("per"), word_of(found[3] + found[4])  # "120/night"
    return ()


def _is_somebody(text: str, circle: Circle) -> bool:
    """Tell whether a text is a member's name, or whoever writes."""
    return bool(circle.members(text)) or Role.ME in circle.words.roles.get((fold(text),), ())


def _runs_said(texts: list[str], circle: Circle) -> tuple[list[Role], list[str]]:
    """Return what the words in brackets say of the names there, and those that say nothing."""
    folded = [fold(text) for text in texts]
    said: list[Role] = []
    unsaid: list[str] = []
    at = 0
    while at < len(texts):
        runs = range(min(len(texts), at + circle.words.longest), at, -1)
        roles = {stop: circle.words.roles.get(tuple(folded[at:stop]), ()) for stop in runs}
        found = {stop: [one for one in roles[stop] if one in _SAYING] for stop in runs}
        stop = next((stop for stop in runs if found[stop]), 0)
        if stop:
            said += found[stop]
        else:
            unsaid.append(texts[at])
        at = stop or at + 1
    return said, unsaid


def _without_brackets(words: tuple[Word, ...], circle: Circle) -> tuple[Word, ...]:
    """Take the brackets off lists of nothing but names and parts: `(bob, chen)`, `(bob 20)`."""
    start = 0
    while start < len(words):
        word = words[start]
        if word.plain[:1] not in _OPENING or word.whom is not None or word.escaped:
            start += 1
            continue
        stop = next(
            (end for end in range(start, len(words)) if words[end].plain[-1:] in _CLOSING), None
        )
        if stop is None:
            return words
        listed = _bracketed(words, start, stop, circle)
        words = (*words[:start], *listed, *words[stop + 1 :])
        start += len(listed)
    return words


def _owner(word: Word, circle: Circle) -> Word:
    """Return who a word in brackets says that something is of: "(mine and bob's)"."""
    bare = word.plain.strip(_BRACKETS + ",;")
    if word.whom is not None or not bare:
        return word
    name = bare.removesuffix("'s")
    if name != bare and circle.members(name):
        return word_of(word.plain.replace(bare, name))
    mine = fold(bare) in circle.words.senses[Sense.MY]
    return word_of(word.plain.replace(bare, "me")) if mine and bare != "my" else word


def _bracketed(words: tuple[Word, ...], start: int, stop: int, circle: Circle) -> tuple[Word, ...]:
    """Return the words of a pair of brackets, without them where they are but names and parts."""
    within = tuple(_owner(one, circle) for one in words[start : stop + 1])
    inner = [one.plain.strip(_BRACKETS + ",;") for one in within]
    named = [text for text in inner if text and _is_somebody(text, circle)]
    others = [text for text in inner if text and text not in named]
    said, unsaid = _runs_said(others, circle)
    typed = words[start : stop + 1]
    if not named or not all(_PART.match(text) for text in unsaid):
        return typed
    listed = tuple(word_of(text) for one in within if (text := one.plain.strip(_BRACKETS)))
    if any(role in _VERBS for role in said):
        return (word_of(","), *listed)  # "(bob paid)"
    before = words[start - 1] if start else None
    introduced = before is not None and (
        before.low in ("with", "for", "between", "among") or before.plain.endswith(")")
    )
    with_ = () if introduced or not circle.members(inner[0]) else (word_of("for"),)
    return (*with_, *listed)
