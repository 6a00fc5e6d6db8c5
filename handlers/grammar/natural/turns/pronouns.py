"""Who "he" is: the only other person who is named before, `bob and i split 90, he paid`."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.natural.debts.bought_for import name_of
from handlers.grammar.natural.turns.said import Said
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.members import MemberId

_SHORT: Final = {"s": "is", "ll": "will"}


def with_names_again(line: Line, circle: Circle) -> Line:
    """Return the line with the name of whom "he", "him" or "his" stands for.

    Only where one person is named before, whoever writes apart, and the words around say that
    they pay, owe or share; elsewhere the word stays, and may be asked about.
    """
    line = _with_verbs_apart(line, circle)
    said = Said(line, circle)
    words = list(line.words)
    gone: set[int] = set()
    for at in range(1, said.end):
        if not said.means(at, TurnRole.HE, TurnRole.HIM, TurnRole.HIS):
            continue
        member = _only_one_before(said, at)
        if member is None:
            continue
        name = name_of(member, circle)
        if _does_something(said, at) or _is_done_something(said, at):
            joined = words[at].plain[-1:] in ",;"
            if _is_joined_to_it(said, at, name):
                gone.add(at - 1)
                called = words[at - 2].plain.rstrip(",;")
                words[at - 2], name = word_of(f"{called},"), word_of(called)
            elif said.is_named(at - 1) and words[at - 1].whom is None:  # "with bob he paid"
                called = words[at - 1].plain.rstrip(",;")
                words[at - 1], name = word_of(f"{called},"), word_of(called)
            words[at] = replace(name, joined=joined, breaks=words[at].breaks)
        elif said.means(at, TurnRole.HIS) and said.means(
            at + 1, TurnRole.SHARE, TurnRole.COVER, TurnRole.CARD
        ):
            words[at] = _whose(circle, member, words[at])
    kept = (word for at, word in enumerate(words) if at not in gone)
    return replace(line, words=tuple(kept))


def _is_joined_to_it(said: Said, at: int, name: Word) -> bool:
    """Tell whether "and" stands between "he" and the name: `with chen and he paid`."""
    before = said.means(at - 1, TurnRole.AND) and said.is_named(at - 2)
    return bool(before) and said.pays(at + 1) and said.somebody(at - 2).text == name.text


def _with_verbs_apart(line: Line, circle: Circle) -> Line:
    """Return the line with "she's not" and "he'll pay" as two words each, and "hes not"."""
    said = Said(line, circle)
    words: list[Word] = []
    for at, word in enumerate(line.words):
        text = said.text(at) if at else ""
        he, mark, short = text.partition("'")
        if not mark and text.endswith("s"):
            he, short = text[:-1], "s"
        verb = _SHORT.get(short)
        if verb is None or TurnRole.HE not in circle.words.turns.get((he,), ()):
            words.append(word)
        else:
            words += [word_of(he), replace(word_of(verb), breaks=word.breaks)]
    return replace(line, words=tuple(words)) if len(words) > len(line.words) else line


def _does_something(said: Said, at: int) -> bool:
    """Tell whether "he" stands there, and a verb that says who pays or shares behind."""
    if said.is_named(at - 1) and (
        said.words[at - 1].plain[-1:] in ",;" or said.means(at + 1, TurnRole.IS)
    ):
        # "paid by bob, he didn't eat", "minus bob he is vegan"
        by = said.means(at - 2, TurnRole.BY) or said.pays(at - 2)
        acts = said.pays(at + 1) or said.means(at + 1, TurnRole.PUT)
        acts = acts or (said.means(at - 2, TurnRole.FOR) and said.means(at + 1, TurnRole.ACTS))
        return bool(said.means(at, TurnRole.HE) and acts and not by)
    verb = said.past(at + 1, TurnRole.ONLY)
    verb = said.past(verb, TurnRole.WILL)
    verb = said.past(verb, TurnRole.ONLY)
    return bool(
        said.means(at, TurnRole.HE)
        and (said.pays(verb) or said.means(verb, TurnRole.OWES, TurnRole.GETS, TurnRole.ACTS))
    )


def _is_done_something(said: Said, at: int) -> bool:
    """Tell whether "him" stands there behind a word that names people, and nothing it is of."""
    roles = (TurnRole.BY, TurnRole.AMONG, TurnRole.OWES, TurnRole.TO, TurnRole.ON)
    before = said.means(at - 1, *roles)
    joined = said.means(at - 1, TurnRole.AND) and said.is_whose(at - 2)
    and_ = said.means(at + 1, TurnRole.AND)
    listed = said.is_whose(at - 1) and (and_ or said.is_whose(at + 1))
    listed = listed or (and_ and said.is_whose(and_))  # "her and chen only"
    behind = at + 1 >= said.end or said.words[at].plain[-1:] in ",;"
    behind |= bool(said.means(at + 1, TurnRole.AND)) or said.paid(at + 1)
    behind |= bool(said.means(at + 1, TurnRole.SPLITTING, TurnRole.ONLY))  # "me and her split it"
    behind |= bool(said.means(at - 1, TurnRole.OWES)) and said.is_number(at + 1)
    return bool(said.means(at, TurnRole.HIM) and (((before or joined) and behind) or listed))


def _only_one_before(said: Said, end: int) -> MemberId | None:
    found: set[MemberId | None] = set()
    for at in range(end):
        whose = said.possessor(at)
        if said.is_named(at):
            whose = said.somebody(at).whom
        if whose is not None:
            found.add(said.circle.member_of(whose))
    found.discard(said.circle.sender)
    return found.pop() if len(found) == 1 else None


def _whose(circle: Circle, member: MemberId, word: Word) -> Word:
    """Return `bob's` in the place of "his"."""
    first = circle.roster[member].first_name.split()[0]
    return replace(word_of(f"{first}'s"), breaks=word.breaks)
