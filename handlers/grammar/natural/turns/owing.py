"""Debts said in passing: `bob pays me back 9` beside an amount, `iou dee 460`."""

from __future__ import annotations

from typing import Final

from handlers.grammar.lexer import Word, word_of
from handlers.grammar.natural.debts.bought_for import name_of
from handlers.grammar.natural.turns.said import ME, Said, Turn
from handlers.grammar.vocabulary.turn_words import TurnRole

_FEWEST: Final = 2


def pays_me_back(said: Said, at: int) -> Turn | None:
    """Read `bob pays me back 9` beside the amount of all, which he owes then."""
    verb = at
    while said.means(verb, TurnRole.WILL):
        verb += 1
    back = said.means(verb, TurnRole.GIVES)
    stop = said.means(back, TurnRole.ME_BACK) if back else 0
    if said.numbers < _FEWEST or not stop or not said.is_named(at - 1):
        return None
    return Turn(stop, (word_of("owes"), word_of("me")))


def pays_for_theirs(said: Said, at: int) -> Turn | None:
    """Read `amazon 500 for chen, chen will pay me`: all of it is theirs for whom it was."""
    verb = at + 1
    while said.means(verb, TurnRole.WILL):
        verb += 1
    he = said.means(at, TurnRole.HE) and said.is_named(at - 1)
    gives = said.means(verb, TurnRole.GIVES) if he or said.is_named(at) else 0
    stop = said.means(gives, TurnRole.ME_BACK, TurnRole.ME) if gives else 0
    if not stop or stop < said.end or said.numbers != 1:
        return None
    who = said.somebody(at - 1 if he else at).text
    theirs = any(
        said.is_named(one) and said.somebody(one).text == who and said.ends(one, TurnRole.FOR)
        for one in range(at)
    )
    return Turn(stop, parts=(word_of("-me"),)) if theirs else None


def i_o_u(said: Said, at: int) -> Turn | None:
    """Read `iou dee 460`: I owe it."""
    stop = said.means(at, TurnRole.IOU)
    if not stop or not said.is_named(stop):
        return None
    return Turn(stop, (word_of("i"), word_of("owe")))


def owes_half(said: Said, at: int) -> Turn | None:
    """Read `chen owes me his half` and `i owe chen half`: the other half is whoever's is owed."""
    half = said.means(at, TurnRole.OWES)
    owed = said.past(half, TurnRole.TO) if half else 0
    stop = said.past(owed + 1, TurnRole.THE, TurnRole.HIS, TurnRole.MY) if owed else 0
    if owed and said.possessor(stop) is not None:
        stop += 1
    end = said.means(stop, TurnRole.HALF) if stop else 0
    end = said.past(end, TurnRole.OF_IT) if end else 0
    if not end or (end < said.end and said.words[end - 1].plain[-1:] not in ",;"):
        return None
    if not (said.is_somebody(at - 1) and said.is_whose(owed)):
        return None
    debtor, creditor = said.somebody(at - 1), said.somebody(owed)
    paid = () if creditor.text == "me" else (word_of("paid"), creditor)
    return Turn(end, (word_of("50%"),), (creditor, word_of("50%"), *paid)) if debtor else None


def owe_each(said: Said, at: int) -> Turn | None:
    """Read `bob and i owe chen 300 each`: he paid that of each of them."""
    people, stop = said.people(at)
    verb = said.past(stop, TurnRole.EACH)  # "bob and dee each owe me 15"
    owed = said.means(verb, TurnRole.OWES) if len(people) >= _FEWEST else 0
    number = owed + 1
    stop = said.means(number + 1, TurnRole.EACH) or (number + 1) * (verb > stop) if owed else 0
    if not stop or not said.is_number(number) or not said.is_whose(owed) or said.numbers > 1:
        return None
    if said.means(at - 1, TurnRole.CLAIMED):
        return None
    names = [said.somebody(one) for one in range(at, verb) if said.is_somebody(one)]
    paid = (word_of("paid"), said.somebody(owed))
    return Turn(stop, (said.words[number], word_of("each")), (word_of("only"), *names, *paid))


def all_but_owe(said: Said, at: int) -> Turn | None:
    """Read `everyone but me owes 150` and `the others owe 150 each`: so much each of them.

    Beside the amount of all, what is left of it is theirs who owe nothing.
    """
    others = said.means(at, TurnRole.OTHERS)
    everyone = said.means(at, TurnRole.EVERYONE)
    if others:
        out, stop = [_payer(said)], others
    else:
        but = said.means(everyone, TurnRole.BUT) if everyone else 0
        stop = said.people(but)[1] if but else 0
        out = [said.somebody(one) for one in range(but, stop) if said.is_somebody(one)]
    owes = said.means(stop, TurnRole.OWES) if out else 0
    owed = said.somebody(owes) if owes and said.is_whose(owes) else None
    number = owes + (owed is not None)
    claimed = said.means(at - 1, TurnRole.CLAIMED) and said.words[at - 1].plain[-1:] not in ",;"
    if not owes or not said.is_number(number) or claimed:
        return None
    each = said.means(number + 1, TurnRole.EACH)
    named = [*out, *([owed] if owed else [])]
    members = {said.circle.member_of(one.whom) for one in named if one.whom is not None}
    owing = [one.id for one in said.circle.roster.active if one.id not in members]
    names = [name_of(one, said.circle) for one in owing]
    told = owed is None or any(map(said.paid, range(said.end)))
    paid = () if told or owed is None else (word_of("paid"), owed)
    if said.numbers < _FEWEST:
        if not (each or owed or everyone):
            return None  # "the others owe 150" may be of all.
        return Turn(
            each or number + 1,
            (said.words[number], word_of("each")),
            (word_of("only"), *names, *paid),
        )
    part = word_of(said.words[number].plain.rstrip(",;"))
    parts = [word for name in names for word in (name, part)]
    whole = [
        word_of(said.words[one].plain.rstrip(",;"))
        for one in range(1, said.end)
        if one != number and said.is_number(one) and said.paid(one - 1)
    ]
    return Turn(each or number + 1, tuple(whole), (word_of("between"), *out, *parts, *paid))


def _payer(said: Said) -> Word:
    """Return who is said to have paid, or whoever writes."""
    for at in range(said.end):
        by = said.means(at, TurnRole.BY)
        if said.is_named(at) and said.paid(at + 1):
            return said.somebody(at)
        if by and said.is_named(by):
            return said.somebody(by)
    return ME


def everybody_pays(said: Said, at: int) -> Turn | None:
    """Read `everyone pays 200 for the gift`: so much each."""
    stop = said.means(at, TurnRole.EVERYONE)
    number = said.means(stop, TurnRole.PAYS) if stop else 0
    if not number or not said.is_number(number) or said.numbers > 1:
        return None
    stop = said.past(number + 1, TurnRole.EACH)
    return Turn(stop, (said.words[number], word_of("each")))


def pays_a_percentage(said: Said, at: int) -> Turn | None:
    """Read `chen pays 30%` at the end: that is his part."""
    number = said.means(at + 1, TurnRole.PAYS) if said.is_named(at) else 0
    if not number or number + 1 != said.end or not said.words[number].plain.endswith("%"):
        return None
    return Turn(said.end, (said.somebody(at), said.words[number]))


def loan_to(said: Said, at: int) -> Turn | None:
    """Read `loan to bob 200`, who owes it, and `advance from bob`, which I owe."""
    way = said.means(at, TurnRole.LOAN)
    to, from_ = said.means(way, TurnRole.TO), said.means(way, TurnRole.FROM)
    name = (to or from_) if way else 0
    if not name or not said.is_named(name) or said.numbers != 1:
        return None
    who = said.somebody(name)
    if to:
        return Turn(name + 1, (who, word_of("owes"), word_of("me")))
    return Turn(name + 1, (word_of("i"), word_of("owe"), who))
