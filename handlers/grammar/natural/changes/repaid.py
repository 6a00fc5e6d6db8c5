"""Replies that tell of money handed over for an entry: `dee paid me for hers`, `she just paid`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line
from handlers.grammar.natural.changes.below import cores_of
from handlers.grammar.natural.changes.told_words import ToldWords, people_in
from handlers.grammar.vocabulary.reply_words import said_in
from ledger.core.members import MemberId
from ledger.core.money import Money


@dataclass(frozen=True, slots=True)
class Repaid:
    """Who gave money to whom, None where that goes without saying, and how much, if that is said.

    `or_paid` tells that the giver may have paid all of it instead: `dee has paid already`.
    """

    payer: MemberId | None
    payee: MemberId | None
    amount: Money | None = None
    or_paid: bool = False


def repaid(line: Line, kept: Money, today: date, circle: Circle) -> Repaid | None:
    """Return what a reply tells of money that was handed over; None where it tells no such thing.

    Money that is no part of the entry is only that where a word says so: "bob gave me 20".
    """
    replies = circle.words.replies
    for told, text in cores_of(line, kept, today, circle):
        for sentence in replies.repaid:
            if (found := sentence.fullmatch(text)) is not None:
                return _repaid(said_in(found), told, circle)
        for sentence in replies.repaid_to_you:
            if (found := sentence.fullmatch(text)) is not None:
                said = _repaid(said_in(found), told, circle)
                return None if said is None else replace(said, payer=circle.sender)
        for sentence in replies.perhaps_repaid:
            if (found := sentence.fullmatch(text)) is not None:
                said = _repaid(said_in(found), told, circle)
                return None if said is None else replace(said, or_paid=True)
    return None


def turned_round(
    line: Line, kept: Money, today: date, circle: Circle, payer: MemberId, payee: MemberId
) -> tuple[MemberId, MemberId] | None:
    """Return who paid whom where a reply says of a payment that it was otherwise.

    That is the other way round, or to somebody else: `other way round`, `i mean chen`.
    """
    replies = circle.words.replies
    for told, text in cores_of(line, kept, today, circle):
        if any(one.fullmatch(text) for one in replies.other_way):
            return payee, payer
        for sentence in replies.paid_whom:
            if (found := sentence.fullmatch(text)) is None:
                continue
            said = said_in(found)
            people = people_in(said.get("x", ""), told, circle)
            other = people_in(said.get("y", ""), told, circle)
            if len(people) != 1 or len(other) > 1 or people[0] in (payer, payee):
                continue
            return (people[0], payee) if other == (payer,) else (payer, people[0])
    return None


def _repaid(said: Mapping[str, str], told: ToldWords, circle: Circle) -> Repaid | None:
    givers, takers = (people_in(said.get(letter, ""), told, circle) for letter in "xy")
    if len(givers) > 1 or len(takers) > 1 or (givers and givers == takers):
        return None
    number = said.get("n")
    figure = None if number is None else told.numbers[int(number.strip("#"))]
    amount = None if figure is None else Money(figure.minor, figure.currency)
    return Repaid(next(iter(givers), None), next(iter(takers), None), amount)
