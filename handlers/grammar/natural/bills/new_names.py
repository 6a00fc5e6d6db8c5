"""Words in a line of a bill that could be names of people whom we don't know yet."""

from __future__ import annotations

from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role


def strangers_in(beside: Phrases, named: bool) -> tuple[str, ...]:
    """Return the words beside an amount that stand where a name would, and are nobody's.

    That is behind "with" and the like, in a list of names, and last where nobody is `named`.
    """
    last = len(beside.words) - 1
    found = {
        name: None
        for at in range(len(beside.words))
        if (name := beside.name_alone(at))
        and (_is_in_place(beside, at) or (not named and at == last))
    }
    return tuple(found)


def _is_in_place(phrases: Phrases, at: int) -> bool:
    before = range(max(0, at - phrases.circle.words.longest), at)
    if any(phrases.role(one, Role.WITH, Role.BETWEEN) == at for one in before):
        return phrases.ends(at + 1) or bool(phrases.joiner_at(at + 1))
    if any(phrases.role(one, Role.FOR) == at for one in before):
        return phrases.words[at].text[:1].isupper() and phrases.ends(at + 1)
    joined = phrases.role(at + 1, Role.AND)
    if joined and phrases.person(joined) is not None:
        return True
    joiner = next((one for one in before if phrases.joiner_at(one) == at), at)
    comma = joiner == at and at > 0 and phrases.words[at - 1].plain[-1:] in (",", ";")
    return (joiner < at or comma) and phrases.is_named_before(joiner)
