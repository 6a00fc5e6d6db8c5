"""What a sentence below a receipt may mean where it may mean several things: `i mean chen`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line
from handlers.grammar.natural.changes.below import cores_of
from handlers.grammar.natural.changes.meanings import Parties, Sentence, meaning, sentence_of
from handlers.grammar.vocabulary.reply_words import ReplyKind, said_in
from ledger.core.amendment import Amendment
from ledger.core.entries import Contents
from ledger.core.members import MemberId, Whom
from ledger.core.money import Money, exponent
from ledger.core.shares import EQUAL_PART, Part, PartKind

_ONE_SHARE: Final = 10_000
_HALF: Final = Part(PartKind.SHARES, _ONE_SHARE // 2)
_MOST_INSTEAD: Final = 3
"""People at most in whose place somebody may be meant."""


def ways_below(
    line: Line, contents: Contents, today: date, circle: Circle, parties: Parties
) -> tuple[Amendment, ...]:
    """Return what a reply may change of an entry with these contents, the likeliest first.

    None where it is no sentence that may mean several things.
    """
    kept = contents.amount
    for said, text in cores_of(line, kept, today, circle):
        for kind, sentence in circle.words.replies.sentences:
            if kind not in _WAYS or (found := sentence.fullmatch(text)) is None:
                continue
            it = sentence_of(said_in(found), said, circle, kept, parties)
            if meaning(kind, it) is None and (ways := tuple(_WAYS[kind](it, contents))):
                return tuple(dict.fromkeys(ways))
    return ()


def payment_ways(
    line: Line, contents: Contents, today: date, circle: Circle
) -> tuple[Amendment, ...]:
    """Return what a reply may change of a payment: `half of it`, `paid 20 of it`."""
    kept = contents.amount
    if any(word.low.startswith("+") for word in line.words):
        return ()
    for told, text in cores_of(line, kept, today, circle):
        for sentence in circle.words.replies.of_it:
            if (found := sentence.fullmatch(text)) is None:
                continue
            number = said_in(found).get("n")
            figure = None if number is None else told.numbers[int(number.strip("#"))]
            if figure is None:
                return (Amendment(amount=Money((kept.minor + 1) // 2, kept.currency)),)
            return (Amendment(amount=Money(figure.minor, figure.currency)),)
    return ()


def _item(it: Sentence, contents: Contents) -> Iterator[Amendment]:
    """Read `bobs beer was 12`: his beside what all share, or all that he had."""
    yield from _own_beside(it)
    one, minor = _one(it), _minor(it)
    if one is not None and 0 < minor < contents.amount_minor:
        yield Amendment(added=((_whom(it, one), Part(PartKind.EXACT, minor)),))


def _extra(it: Sentence, contents: Contents) -> Iterator[Amendment]:
    """Read `bob had an extra lassi 60`: in the amount already, or on top of it."""
    yield from _own_beside(it)
    if (one := _one(it)) is not None and (minor := _minor(it)):
        part = Part(PartKind.ADJUST, minor)
        amount = Money(contents.amount_minor + minor, contents.currency)
        yield Amendment(amount=amount, added=((_whom(it, one), part),))


def _own_beside(it: Sentence) -> Iterator[Amendment]:
    one, minor = _one(it), _minor(it)
    if one is not None and 0 < minor < it.kept.minor:
        yield Amendment(added=((_whom(it, one), Part(PartKind.ADJUST, minor)),))


def _balance(it: Sentence, contents: Contents) -> Iterator[Amendment]:
    """Read `add the balance 4k bob paid`: on top of what was paid before, or of that."""
    one, minor, paid = _one(it), _minor(it), dict(contents.split.payers)
    if one is None or not minor or contents.split.refund:
        return
    before = {share.member: share.paid_minor for share in contents.payers}
    more = Money(contents.amount_minor + minor, contents.currency)
    if {*before} == {one}:
        yield Amendment(amount=more)
        return
    together = {**before, one: before.get(one, 0) + minor}
    yield Amendment(amount=more, payers=_paid(it, together))
    if len(paid) == 1 and minor < contents.amount_minor:
        (other,) = paid
        yield Amendment(payers=((_whom(it, one), minor), (_whom(it, other), None)))


def _more(it: Sentence, contents: Contents) -> Iterator[Amendment]:
    """Read `plus 480 popcorn`: it came to so much more."""
    if minor := _minor(it):
        yield Amendment(amount=Money(contents.amount_minor + minor, contents.currency))


def _both_paid(it: Sentence, contents: Contents) -> Iterator[Amendment]:
    """Read `i paid 20 and bob 30` where that is not the amount: it is, or others paid the rest."""
    if len(it.x) != 1 or len(it.y) != 1 or it.figure is None or it.further is None:
        return
    (one,), (other,) = it.members(it.x), it.members(it.y)
    first, second = it.figure.minor, it.further.minor
    if {it.figure.currency, it.further.currency} != {contents.currency} or one == other:
        return
    paid = {one: first, other: second}
    amount = Money(first + second, contents.currency)
    yield Amendment(amount=amount, payers=_paid(it, paid))
    rest = contents.amount_minor - amount.minor
    others = [share.member for share in contents.payers if share.member not in paid]
    if rest > 0 and len(others) == 1:
        yield Amendment(payers=_paid(it, {**paid, others[0]: rest}))


def _partly(it: Sentence, contents: Contents) -> Iterator[Amendment]:
    """Read `chen joined only the 2nd night` as half of what others have, `1 of 3 nights` as that.

    Whether it was half of it is for whoever presses to say.
    """
    one = _one(it)
    if one is None:
        return
    unit = 10 ** exponent(contents.currency)
    times = [figure.minor // unit for figure in (it.figure, it.further) if figure is not None]
    if len(times) == 2 and 0 < times[0] < times[1]:
        sharers = [*dict.fromkeys([*contents.split.parts, one])]
        if all(contents.split.parts.get(other, EQUAL_PART) == EQUAL_PART for other in sharers):
            of = {other: times[0] if other == one else times[1] for other in sharers}
            parts = ((_whom(it, id_), Part(PartKind.SHARES, _ONE_SHARE * of[id_])) for id_ in of)
            yield Amendment(participants=tuple(parts), left_out=_payers_out(it, contents, of))
        return
    yield Amendment(added=((_whom(it, one), _HALF),))


def _came_apart(it: Sentence, contents: Contents) -> Iterator[Amendment]:
    """Read `chen came too he paid for himself`: what he had is none of this, or he paid his share.

    Where he does not share it yet, he perhaps does, and has paid that.
    """
    one = _one(it)
    if one is None:
        return
    shares = {share.member: share.owed_minor for share in contents.owers}
    payers = {share.member: share.paid_minor for share in contents.payers}
    if one not in contents.split.parts:
        yield Amendment(added=((_whom(it, one), EQUAL_PART),))
        return
    yield Amendment(left_out=(_whom(it, one),))
    theirs = shares.get(one, 0)
    if one not in payers and len(payers) == 1 and 0 < theirs < contents.amount_minor:
        (other,) = payers
        yield Amendment(payers=((_whom(it, one), theirs), (_whom(it, other), None)))


def _meant(it: Sentence, contents: Contents) -> Iterator[Amendment]:
    """Read `i mean chen`: in somebody's place, or who paid."""
    one = _one(it)
    if one is None:
        return
    parts, payers = contents.split.parts, {share.member for share in contents.payers}
    others = [other for other in parts if other != it.circle.sender or other not in payers]
    if one not in parts:
        for other in others[:_MOST_INSTEAD]:
            yield _in_place_of(it, other, one, parts[other])
    if payers != {one}:
        yield Amendment(payers=((_whom(it, one), None),))
    if one in parts and {one} | payers < {*parts}:
        yield Amendment(participants=((_whom(it, one), EQUAL_PART),))


def _instead(it: Sentence, contents: Contents) -> Iterator[Amendment]:
    """Read `not bob, chen` where both share it: without Bob, or it was Chen who paid."""
    gone, come = it.members(it.x), it.members(it.y)
    parts, payers = contents.split.parts, {share.member for share in contents.payers}
    if len(come) == 1 and gone:
        (one,) = come
        if gone <= {*parts}:
            added = () if one in parts else ((_whom(it, one), EQUAL_PART),)
            yield Amendment(added=added, left_out=tuple(_whom(it, id_) for id_ in sorted(gone)))
        if payers != come:
            yield Amendment(payers=((_whom(it, one), None),))


def _swapped(it: Sentence, contents: Contents) -> Iterator[Amendment]:
    """Read `swap bob and chen`: each has the other's part, has paid what the other has, or both."""
    pair = sorted(it.members(it.x))
    if len(pair) != 2:
        return
    other = {pair[0]: pair[1], pair[1]: pair[0]}
    parts = {other.get(id_, id_): part for id_, part in contents.split.parts.items()}
    paid = {other.get(id_, id_): minor for id_, minor in contents.split.payers}
    payers = tuple((_whom(it, id_), minor) for id_, minor in paid.items())
    shared = tuple((_whom(it, id_), part) for id_, part in parts.items())
    sharing = Amendment(participants=shared, left_out=_payers_out(it, contents, parts))
    both = Amendment(
        participants=shared,
        left_out=tuple(_whom(it, id_) for id_ in paid if id_ not in parts),
        payers=payers,
    )
    if paid == dict(contents.split.payers):
        yield sharing
    elif parts == contents.split.parts:
        yield Amendment(payers=payers)
    else:
        yield both
        yield sharing
        yield Amendment(payers=payers)


def _not_amount(it: Sentence, contents: Contents) -> Iterator[Amendment]:
    """Read `54 not 45` where it was not 45: that was somebody's part, or it is a slip."""
    figure, before = it.figure, it.further
    if figure is None or before is None or figure.currency != contents.currency:
        return
    for share in contents.owers:
        if share.owed_minor == before.minor and len(contents.owers) > 1:
            part = Part(PartKind.EXACT, figure.minor)
            yield Amendment(added=((_whom(it, share.member), part),))
    by_so_much = contents.amount_minor + figure.minor - before.minor
    if it.rest and by_so_much > 0:  # "insurance was 45 not 30"
        yield Amendment(amount=Money(by_so_much, contents.currency))
        return
    yield Amendment(amount=Money(figure.minor, figure.currency))


def _in_place_of(it: Sentence, gone: MemberId, come: MemberId, part: Part) -> Amendment:
    return Amendment(added=((_whom(it, come), part),), left_out=(_whom(it, gone),))


def _payers_out(
    it: Sentence, contents: Contents, sharing: Mapping[MemberId, object]
) -> tuple[Whom, ...]:
    """Return who paid and does not share it, as one who pays does unless that is said."""
    paid = (id_ for id_, _ in contents.split.payers)
    return tuple(_whom(it, id_) for id_ in paid if id_ not in sharing)


def _paid(it: Sentence, paid: Mapping[MemberId, int]) -> tuple[tuple[Whom, int | None], ...]:
    return tuple((_whom(it, id_), minor) for id_, minor in paid.items())


def _one(it: Sentence) -> MemberId | None:
    people = it.members(it.x)
    return next(iter(people)) if len(people) == 1 else None


def _minor(it: Sentence) -> int:
    """Return the number in the entry's own units; 0 where there is none, or of another currency."""
    figure = it.figure
    return figure.minor if figure is not None and figure.currency == it.kept.currency else 0


def _whom(it: Sentence, member: MemberId) -> Whom:
    return it.circle.whom(member)


_WAYS: Final[Mapping[ReplyKind, Callable[[Sentence, Contents], Iterator[Amendment]]]] = {
    ReplyKind.ITEM: _item,
    ReplyKind.EXTRA: _extra,
    ReplyKind.BALANCE: _balance,
    ReplyKind.MORE: _more,
    ReplyKind.BOTH_PAID: _both_paid,
    ReplyKind.PARTLY: _partly,
    ReplyKind.CAME_APART: _came_apart,
    ReplyKind.MEANT: _meant,
    ReplyKind.INSTEAD: _instead,
    ReplyKind.SWAPPED: _swapped,
    ReplyKind.NOT_AMOUNT: _not_amount,
}
