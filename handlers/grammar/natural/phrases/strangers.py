"""Names that are nobody's here where money depends on whose they are: these are asked about.

Elsewhere, as in "pizza with sam", the receipt asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NoReturn

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, word_of
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name
from ledger.core.money import Money
from ledger.core.slips import perhaps_called

_PART: Final = re.compile(r"(x?)(\d{1,9}(?:[.,]\d{1,2})?)(%?)[,;.]?\Z")
_LEAST: Final = 20
"""What is less than a twentieth of the amount is hardly a part: "bob 300 gate 7"."""
_FEWEST: Final = 2
_ABOUT: Final = {Role.WITH, Role.AND, Role.FOR, Role.PAID, Role.BY, Role.BETWEEN, Role.ONLY}
"""What the words of a change that names people may be besides the names."""
_MOST_MEANT: Final = 6
_BEFORE_PRONOUNS: Final = (Role.WITH, Role.BETWEEN, Role.BY, Role.WITHOUT)


def refuse_strangers(phrases: Phrases, amount: Money) -> None:
    """Refuse a line in which somebody paid, owes, or has a part, and is not known here.

    Raises UNKNOWN_NAME(name: Name, near: the member perhaps meant or None, words: those of each
    correction); NAME_MISSING(found: str) for "he".
    """
    for at in range(len(phrases.words)):
        _refuse_pronoun(phrases, at)
        _refuse_owing(phrases, at)
        _refuse_paying(phrases, at)
        _refuse_left_out(phrases, at)
        _refuse_parted(phrases, at)
    _refuse_parts(phrases, amount)


def refuse_strangers_alone(
    line: Line, description: str, unknown: Sequence[str], circle: Circle
) -> None:
    """Refuse a change that says no more than who shares or paid, of whom none is known here.

    `with sam` and `paid sam` give no entry a new description. Raises UNKNOWN_NAME(name, near,
    examples).
    """
    words = [word_of(text) for text in description.split()]
    roles = circle.words.roles
    if len(words) == _FEWEST and Role.PAID in roles.get((words[0].low,), ()):
        unknown = unknown or (words[1].plain,)  # "paid sam"
    names = {word.plain.rstrip(",;") for word in words}.intersection(unknown)
    said = [word for word in words if word.plain.rstrip(",;") not in names]
    if not names or not all(_ABOUT & {*roles.get((word.low,), ())} for word in said):
        return
    raise who_is(line, unknown, circle)


def who_is(
    line: Line, unknown: Sequence[str], circle: Circle, *, perhaps_none: bool = False
) -> LedgerError:
    """Return UNKNOWN_NAME(name, near, examples) for words that are perhaps somebody new.

    The line to copy marks them; where they are `perhaps_none`, another has them as they stand.
    """

    def marked(mark: str) -> str:
        return line.example(
            *(
                f"{mark}{word.text}" if word.plain.rstrip(",;") in unknown else word.text
                for word in line.words
            )
        )

    examples = (marked("@"), *([marked("\\")] if perhaps_none else []))
    near = perhaps_called(circle.roster, unknown[0])
    return LedgerError(Code.UNKNOWN_NAME, name=Name(unknown[0]), near=near, examples=examples)


def _refuse_parted(phrases: Phrases, at: int) -> None:
    """Refuse `with bob and sam 20`, `with sam x2`: what is somebody's part, and whose not."""
    for_ = phrases.role(at, Role.FOR)
    stop = phrases.role(at, Role.WITH, Role.BETWEEN) or for_
    if not stop or (for_ and phrases.person(for_) is None):
        return
    while one := phrases.person(stop):
        behind = phrases.joiner_at(phrases.with_part(one).stop)
        if not behind:
            return
        stop = behind
    name = phrases.name_alone(stop)
    if name is None or stop + 1 >= len(phrases.words) or phrases.words[stop + 1].escaped:
        return
    if _PART.match(phrases.words[stop + 1].plain) and phrases.ends(stop + 2):
        _refuse(phrases, [(stop, name)])


def _refuse_pronoun(phrases: Phrases, at: int) -> None:
    """Refuse `paid by him`, `with them`, `she paid`: nobody knows who that is."""
    stop = phrases.role(at, Role.PRONOUN)
    if not stop:
        return
    before = range(max(0, at - phrases.circle.words.longest), at)
    said = any(phrases.role(one, *_BEFORE_PRONOUNS) == at for one in before)
    owed = any(phrases.role(one, Role.OWES) == at for one in before)
    said |= owed or bool(phrases.role(stop, Role.PAID)) or _owes(phrases, stop) > 0
    if said and (phrases.ends(stop) or phrases.role(stop, Role.AND) or _owes(phrases, stop)):
        found = phrases.words[at].plain.rstrip(",;.")
        raise LedgerError(
            Code.NAME_MISSING, found=found, words=tuple(_each_meant(phrases, at, stop))
        )


def _each_meant(phrases: Phrases, at: int, stop: int) -> Iterator[tuple[str, ...]]:
    """Return the words with each who may be "he": whoever is named, else anybody else here."""
    named = (phrases.person(one) for one in range(len(phrases.words)))
    sender = phrases.circle.sender
    members = {one.members[0] for one in named if one is not None and one.members} - {sender}
    active = {one.id for one in phrases.circle.roster.active} - {sender}
    meant = sorted(members or active)
    texts = [word.text for word in phrases.words]
    verb = phrases.role(stop, Role.PAID)
    for member in meant if len(meant) <= _MOST_MEANT else ():
        name = phrases.named(member).text
        said = ("paid", "by", name, *texts[verb:]) if verb else (name, *texts[stop:])
        yield (*texts[:at], *said)


def _owes(phrases: Phrases, at: int) -> int:
    """Return the index behind a verb of owing, or 0."""
    stop = phrases.role(at, Role.OWES)
    return stop if stop and phrases.is_a(at, Sense.OWING) else 0


def _refuse_owing(phrases: Phrases, at: int) -> None:
    """Refuse `sam owes me 300`, `i owe sam`, `sam gave me 300`."""
    if phrases.is_named_before(at):
        return  # "bob still owes me"
    if (name := phrases.stranger(at)) is not None or (name := phrases.name_alone(at)) is not None:
        stop = at + len(name.split())
        verb = _owes(phrases, stop)
        me = bool(phrases.role(verb, Role.ME, Role.US)) if verb else False
        gave = phrases.role(stop, Role.GAVE, Role.PAID) if not at else 0
        mine = phrases.role(stop, Role.I_PAID)  # "вечерю оплатила я"
        to_me = bool(phrases.role(gave, Role.ME)) if gave and not mine else False
        if me or to_me or (verb and not at):
            _refuse(phrases, [(at, name)])
    lent = phrases.role(at, Role.GAVE, Role.I_GAVE)
    if lent and (phrases.name_alone(lent) or "") and phrases.people(lent) is None:
        said = phrases.stranger(lent)
        if said is not None and not at and phrases.is_a(lent - 1, Sense.LENT):
            _refuse(phrases, [(lent, said)])
        _refuse_if_near(phrases, lent)
    verb = _owes(phrases, at)
    owed = phrases.name_alone(verb) if verb else None
    if owed is not None and at and phrases.role(at - 1, Role.ME) == at:
        _refuse(phrases, [(verb, owed)])


def _refuse_paying(phrases: Phrases, at: int) -> None:
    """Refuse who paid where their name is a slip, or stands beside one who is known."""
    stop = phrases.role(at, Role.BY, Role.PAID)
    if stop:
        _refuse_if_near(phrases, stop)
        _refuse_among_known(phrases, stop)
        return
    name = phrases.stranger(at)
    people = phrases.people(at, unknown=True) if name or phrases.person(at) else None
    verb = phrases.role(people.stop, Role.PAID) if people is not None else 0
    if people is None or not verb:
        return
    if name is not None:
        _refuse_if_near(phrases, at)
    if phrases.people(verb) is None:
        _refuse_among_known(phrases, at)


def _refuse_among_known(phrases: Phrases, at: int) -> None:
    """Refuse `bob and sam` in the place of who paid: nobody else's half is known."""
    people = phrases.people(at, unknown=True)
    if people is None or not people.people or not people.unknown:
        return
    found = [
        (place, name)
        for place in range(at, people.stop)
        if (name := phrases.stranger(place)) in people.unknown and name is not None
    ]
    joined = any(phrases.role(place, Role.AND) for place in range(at, people.stop))
    if found and joined:
        _refuse(phrases, found)


def _refuse_left_out(phrases: Phrases, at: int) -> None:
    """Refuse `except bobb`, which leaves nobody out; what is no slip is a thing."""
    stop = phrases.role(at, Role.WITHOUT)
    if phrases.role(at, Role.ON_DAY) == stop:
        return  # "no jogo" is "in the game" in Portuguese.
    if stop and phrases.people(stop) is None:
        _refuse_if_near(phrases, stop)


def _refuse_if_near(phrases: Phrases, at: int) -> None:
    name = phrases.stranger(at)
    if name is not None and perhaps_called(phrases.circle.roster, name) is not None:
        _refuse(phrases, [(at, name)])


def _refuse_parts(phrases: Phrases, amount: Money) -> None:
    """Refuse `chen 600 sam 300`: whose the rest is depends on who Sam is."""
    unknown: list[tuple[int, str]] = []
    parts: list[tuple[float, str]] = []
    known = 0
    at = 0
    while at < len(phrases.words):
        if phrases.words[at].plain == "//":
            break
        one = phrases.person(at)
        alone = one is None and not phrases.is_named_before(at)  # "bob drank 30"
        name = phrases.name_alone(at) if alone else None
        stop = one.stop if one is not None else at + 1
        verb = phrases.role(stop, Role.PAID, Role.OWES)
        number = verb or stop
        said = _PART.match(phrases.words[number].plain) if number < len(phrases.words) else None
        if said is None or phrases.words[number].escaped or not (one or name):
            at = stop
            continue
        parts.append((float(said[2].replace(",", ".")), said[1] or said[3]))
        known += one is not None
        if name is not None:
            unknown.append((at, name))
        at = number + 1
    if unknown and len(parts) >= _FEWEST and _are_parts(parts, amount, known=known > 0):
        _refuse(phrases, unknown)


def _are_parts(parts: list[tuple[float, str]], amount: Money, *, known: bool) -> bool:
    """Tell whether numbers behind names are what each has of an amount, or of all in percent."""
    if len({sign for _, sign in parts}) > 1:
        return False
    if parts[0][1] == "x":
        return known
    total = round(sum(number for number, _ in parts) * 100)
    whole = 100 * 100 if parts[0][1] else amount.minor
    least = min(number for number, _ in parts) * 100
    return total == whole or (known and least * _LEAST >= whole and total < 2 * whole)


def _refuse(phrases: Phrases, found: list[tuple[int, str]]) -> NoReturn:
    at, name = found[0]
    near = perhaps_called(phrases.circle.roster, name)
    corrected = [] if near is None else [_marked(phrases, {at: phrases.named(near.id).text}, found)]
    corrected.append(_marked(phrases, {}, found))
    raise LedgerError(Code.UNKNOWN_NAME, name=Name(name), near=near, words=tuple(corrected))


def _marked(
    phrases: Phrases, meant: dict[int, str], found: list[tuple[int, str]]
) -> tuple[str, ...]:
    """Return the words with each unknown name marked, or with whom it is meant to be."""
    texts = [word.text for word in phrases.words]
    for at, name in reversed(found):
        stop = at + len(name.split())
        joined = at and phrases.role(at - 1, Role.AND) == at
        verb = phrases.role(stop, Role.PAID) == stop + 1 and not joined
        if verb and phrases.person(stop + 1) is None:
            # "paid @bob" says it wherever the amount comes to stand.
            texts[at : stop + 1] = [texts[stop], *texts[at:stop]]
            texts[at + 1 : stop + 1] = [meant.get(at, f"@{_quoted(name)}")]
            continue
        mark = "".join(char for char in texts[stop - 1] if char in ",;")[-1:]
        texts[at:stop] = [meant.get(at, f"@{_quoted(name)}") + mark]
    return tuple(texts)


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
