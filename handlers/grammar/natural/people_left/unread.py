"""Words of who shares and who pays that stayed in the description: `shared by all unless me`.

Where one of them stands beside people, or at the end of what is said, and the line says more of
who shares or pays, it hardly says what it was for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from handlers.grammar.natural.people_left.left import ENDS, Asked, Left, only_those
from handlers.grammar.vocabulary import Role, vocabulary
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import MemberId, Sender
from ledger.core.shares import EQUAL_PART

_BESIDE_PEOPLE: Final = (Role.WITHOUT, Role.BETWEEN)
_AT_AN_END: Final = (Role.ONLY, Role.HALF, Role.REST, Role.EQUALLY)
_PEOPLE: Final = (Role.ME, Role.US, Role.EVERYONE)
_VERBS: Final = (Role.PAID, Role.BY, Role.OWES, Role.GAVE, Role.GETS)
_VOWELS: Final = frozenset("aeiou")
_LONG: Final = 6


def payers_unread(left: Left) -> Asked:
    """Find who is said to have paid, and is not read as having done so: `bob paid me only`."""
    if not left.found.payers:
        return
    for at in range(len(left.words)):
        who, stop = _somebody(left, at)
        verb = left.phrases.role(stop, Role.PAID) if who is not None else 0
        payers = left.payers if left.found.payers else {left.circle.sender}
        if who is None or not verb or who in payers or left.words[at].escaped:
            continue
        if any(left.words[one].plain[-1:] in ENDS for one in range(at, verb - 1)):
            continue
        behind = left.phrases.role(verb, Role.ONLY) or verb
        number = behind < len(left.words) and left.words[behind].plain[:1].isdigit()
        if left.phrases.role(stop, Role.BY) > verb or number:
            continue  # "bob and chen paid by bob", "dee pays only 6"
        apart = left.words[verb - 1].plain[-1:] in ENDS
        if not apart and left.phrases.person(verb) and not left.phrases.role(verb, Role.ME):
            continue  # "for me paid bob", as the grammar has it.
        if who == left.circle.sender:
            mine = replace(left.found, payers=(), participants=(), everyone=True)
            others = tuple((whom, EQUAL_PART) for whom, _ in left.found.payers)
            ways = [mine, replace(mine, participants=others, everyone=False), left.found]
        else:
            told = replace(left.found, payers=((left.circle.whom(who), None),))
            ways = [told, left.found]
            if left.phrases.role(verb, Role.ME):
                ways.insert(0, only_those(told, [Sender()], left.circle))
        yield left.text(at, verb), tuple(ways)


def others_unread(left: Left) -> Asked:
    """Find `everybody else, bob paid`: all but him, or all of us."""
    found = left.found
    if len(found.payers) != 1 or found.participants or found.left_out or found.everyone:
        return
    for at in range(len(left.words)):
        stop = left.phrases.role(at, Role.REST)
        said = tuple(left.phrases.folded(one) for one in range(at, stop))
        if TurnRole.ALL_OTHERS in left.circle.words.turns.get(said, ()):
            without = replace(found, everyone=True, left_out=(found.payers[0][0],))
            yield left.text(at, stop), (without, found)


def unread(left: Left) -> Asked:
    """Find words of meaning in the description: `unless me`, `for us`, `bob half`, `each`."""
    found = left.found
    says_more = found.payers or found.participants or found.left_out or found.everyone
    if not says_more and not any(left.person(at) for at in range(len(left.words))):
        return
    doubtful = [*_doubtful(left)]
    for at, stop in doubtful:
        without = left.phrases.role(at, Role.WITHOUT) == stop or _looks_like_without(left, at)
        if without and (out := _left_out(left, stop)) is not None:
            yield left.text(at, stop + 1), (_without(left, out, at, stop + 1), found)
    for at, stop in doubtful:
        yield left.text(at, stop), (found,)


def _doubtful(left: Left) -> Iterator[tuple[int, int]]:
    """Yield from where to where words of meaning stand in the description as they hardly would."""
    for at in range(len(left.words)):
        if left.is_left(at) and (stop := _of_meaning(left, at)):  # As few words of most lines.
            yield at, stop


def _of_meaning(left: Left, at: int) -> int:
    """Return the index behind a word of meaning beside people, or at an end; 0 elsewhere."""
    phrases = left.phrases
    if (stop := phrases.role(at, *_BESIDE_PEOPLE)) and _is_people(left, stop):
        return stop
    stop = phrases.role(at, *_AT_AN_END)
    if stop and left.person(at - 1) is not None:
        return stop
    if not stop and not _counts_us(left, at):
        stop = phrases.role(at, *_PEOPLE)
        if stop and phrases.role(stop, *_VERBS):
            return stop
    if not stop and (_is_people(left, at + 1) or _ends(left, at + 1)):
        stop = (at + 1) * _looks_like_without(left, at)
    return stop * (stop > 0 and (_is_people(left, stop) or _ends(left, stop)))


def _counts_us(left: Left, at: int) -> bool:
    """Tell whether the "us" of `3 of us` stands there."""
    return at > 1 and left.phrases.is_word(at - 1, "of")


def _ends(left: Left, at: int) -> bool:
    """Tell whether the line ends there, or what is said does."""
    return left.words[at - 1].plain[-1:] in ENDS or left.phrases.ends(at)


def _is_people(left: Left, at: int) -> bool:
    """Tell whether somebody is named at an index, or people are spoken of."""
    if at >= len(left.words):
        return False
    if left.words[at].everyone or left.words[at].low == "all":
        return True
    return _somebody(left, at)[0] is not None or bool(left.phrases.role(at, *_PEOPLE))


def _somebody(left: Left, at: int) -> tuple[MemberId | None, int]:
    """Return who is named at an index, or writes, and the index behind them."""
    if me := left.phrases.role(at, Role.ME) if at < len(left.words) else 0:
        return left.circle.sender, me
    one = left.phrases.person(at)
    if one is None or len(one.members) != 1:
        return None, at + 1
    return one.members[0], one.stop


def _looks_like_without(left: Left, at: int) -> bool:
    """Tell whether a word is "except" or the like with its vowels wrong: `execpting`."""
    text = left.phrases.folded(at)
    if at + 1 < len(left.words) and left.words[at + 1].whom is not None:
        return False  # The grammar's own form is read as it is.
    if len(text) < _LONG or left.phrases.any_role(at) or left.circle.spoken - {"en"}:
        return False
    return _bones(text) in _bones_of_without()


@cache
def _bones_of_without() -> frozenset[str]:
    roles = vocabulary(("en",)).roles
    longer = (run[0] for run, found in roles.items() if Role.WITHOUT in found and len(run) == 1)
    return frozenset(_bones(text) for text in longer if len(text) >= _LONG)


def _bones(text: str) -> str:
    """Return the consonants of a word in order of the alphabet."""
    return "".join(sorted(letter for letter in text if letter not in _VOWELS))


def _left_out(left: Left, at: int) -> MemberId | None:
    """Return the one who is named behind a word that leaves out, the "for" apart."""
    return _somebody(left, left.phrases.role(at, Role.FOR) or at)[0] if at else None


def _behind_what(left: Left, at: int) -> int:
    """Return where what says who shares begins before a word: `shared by all` except bob."""
    start = at
    roles = (Role.BETWEEN, Role.EVERYONE)
    while start > 0:
        all_ = start - 1 if left.words[start - 1].low == "all" else start
        before = range(max(0, start - left.circle.words.longest), start)
        begins = (one for one in before if left.phrases.role(one, *roles) == start)
        begin = min(all_, next(begins, start))
        if begin == start:
            break
        start = begin
    return start


def _without(left: Left, member: MemberId, at: int, stop: int) -> ExpenseLine:
    """Return the line in which somebody is left out."""
    others = tuple(one for one in left.found.participants if not left.names(one[0], member))
    several = any(part != EQUAL_PART for _, part in others)
    return replace(
        left.found,
        description=left.without(_behind_what(left, at), stop),
        participants=others,
        everyone=left.found.everyone or not others or several,
        left_out=(*left.found.left_out, left.circle.whom(member)),
    )
