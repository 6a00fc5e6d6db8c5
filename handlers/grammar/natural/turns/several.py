"""Who had more or less of something than the others: fewer nights, or two of what costs so much.

`hotel 240 for 2 nights, dee only stayed one` may give her one part of two, or say that she was
out; `rafting 1000 each, bob did it twice` makes it 1000 more, which are his.
"""

from __future__ import annotations

from decimal import Decimal
from math import gcd
from typing import Final

from handlers.grammar.natural.debts.bought_for import name_of
from handlers.grammar.natural.turns.said import Said
from handlers.grammar.vocabulary.turn_words import TurnRole
from ledger.core.errors import Code, LedgerError

_MOST: Final = 31
_TEN_THOUSANDTHS: Final = 10_000
_FEW: Final = 9
_LEAST: Final = 20
"""What is less than a twentieth of a price is no sum of money, but how often."""


def check_several(said: Said) -> None:
    """Raise BAD_PART(reason="near") for either, with each way to copy."""
    if not said.number_places:
        return
    for at in range(said.end):
        _check_double(said, at)
    if nights := _nights(said):
        for at in range(said.end):
            _check_fewer_nights(said, at, *nights)
    elif price := _price_of_one(said):
        for at in range(said.end):
            _check_several_of_it(said, at, price)


def _check_double(said: Said, at: int) -> None:
    """Ask of `bob and chen had double`: two parts each, or what it was for."""
    people, had = said.people(at)
    double = said.means(said.means(had, TurnRole.HAD), TurnRole.DOUBLE) if len(people) > 1 else 0
    if not double or said.means(at - 1, TurnRole.AND) or said.numbers != 1:
        return
    if not (double >= said.end or said.words[double - 1].plain[-1:] in ",;."):
        return
    names = [said.somebody(one).text for one in range(at, had) if said.is_somebody(one)]
    texts = [word.text for word in said.words]
    rest = [*texts[:at], *texts[double:]]
    _refuse(
        said,
        texts[at:double],
        (*rest, *_all(rest), *(text for name in names for text in (name, "x2"))),
        (*rest, *_all(rest)),
    )


def _nights(said: Said) -> tuple[int, int] | None:
    """Return where the number of `4 nights` stands, and how many they are, the most of several."""
    found = (
        (_count(said, at), -at)
        for at in said.number_places
        if said.means(at + 1, TurnRole.NIGHTS) and not said.is_number(at + 1)
    )
    count, at = max(found, default=(0, 0))
    return (-at, count) if 1 < count <= _MOST else None


def _check_fewer_nights(said: Said, at: int, nights: int, count: int) -> None:
    people, verb = said.people(at) if said.is_somebody(at) else ([], 0)
    if not people or said.means(at - 1, TurnRole.AND):
        return
    number = verb
    while stop := said.means(number, TurnRole.WAS_THERE):
        number = stop
    few = _count(said, number)
    if number in (verb, nights) or not 0 < few < count:
        return
    stop = said.past(number + 1, TurnRole.NIGHTS)
    stop = said.past(stop, TurnRole.OF_IT)
    ends = stop >= said.end or said.words[stop - 1].plain[-1:] in ",;." or said.pays(stop + 1)
    here = [name_of(member.id, said.circle).text for member in said.circle.roster.active]
    fewer = {said.somebody(one).text for one in range(at, verb) if said.is_somebody(one)}
    if not ends or _others_share(said, range(at, verb)):
        return
    texts = [word.text for word in said.words]
    texts[nights] = f"\\{texts[nights]}"
    rest = [*texts[:at], *texts[stop:]]
    common = gcd(few, count)
    if _TEN_THOUSANDTHS % (count // common) == 0:
        weight = f"x{(Decimal(few) / count).normalize():f}"
        parts = [*_all(rest), *(text for name in fewer for text in (name, weight))]
    else:
        weights = {name: (few if name in fewer else count) // common for name in here}
        parts = [text for name, parts_of in weights.items() for text in (name, f"x{parts_of}")]
        parts = [*_all(rest), *parts]
    _refuse(
        said,
        texts[at:stop],
        (*rest, *parts),
        (*rest, *_all(rest), *(f"-{name}" for name in fewer)),
        (*rest, *_all(rest)),
    )


def _price_of_one(said: Said) -> int:
    """Return the index of the number that "each" stands behind, the only such; or 0."""
    places = [at for at in said.number_places if said.means(at + 1, TurnRole.EACH)]
    return places[0] + 1 if len(places) == 1 else 0


def _check_several_of_it(said: Said, at: int, behind: int) -> None:
    """Ask of `bob did it twice` beside a price of each: `behind` is where "each" stands."""
    if not said.is_somebody(at) or said.means(at - 1, TurnRole.AND):
        return
    verb = said.means(at + 1, TurnRole.DOES)
    times = _times(said, verb or at + 1)
    if times is None or _others_share(said, range(at, at + 1)):
        return
    count, stop = times
    thing = stop < said.end and said.text(stop).isalpha() and stop + 1 >= said.end
    stop += bool(verb and thing and not said.pays(stop))  # "had 2 goes"
    ends = stop >= said.end or said.words[stop - 1].plain[-1:] in ",;."
    if not {*said.number_places} <= {behind - 1, *range(at, stop)}:
        return  # "6 beers at 300 each, bob 2" says how many there were.
    price = said.words[behind - 1].plain.rstrip(",;")
    least = 2 * count if verb else _LEAST
    if not ends or not _is_sum(price) or Decimal(price) < least:
        return
    texts = [word.text for word in said.words]
    each = said.means(behind, TurnRole.EACH)
    name = said.somebody(at).text
    total = Decimal(price) * (len(said.circle.roster.active) + count - 1)
    told = {behind - 1, *range(behind, each), *range(at, stop)}
    rest = [text for one, text in enumerate(texts) if one not in told]
    plain = [text for one, text in enumerate(texts) if one not in range(at, stop)]
    _refuse(
        said,
        texts[at:stop],
        (str(total), *rest, *_all(rest), name, f"x{count}"),
        (*plain, *_all(plain)),
    )


def _times(said: Said, at: int) -> tuple[int, int] | None:
    """Return how many `twice`, `2` or `two of them` say, and the index behind that."""
    if stop := said.means(at, TurnRole.TWICE):
        return (2, stop) if said.text(at) not in ("a", "for", "as") else None
    count = _count(said, at)
    if not 1 < count <= _FEW:
        return None
    return count, said.past(at + 1, TurnRole.OF_IT)


def _count(said: Said, at: int) -> int:
    """Return a whole number in digits or in a word; 0 where none stands there."""
    text = said.text(at)
    if text.isdecimal():
        return int(text)
    value = said.circle.words.numbers.values.get(text, 0)
    return int(value) if value == int(value) else 0


def _is_sum(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()


def _others_share(said: Said, but: range) -> bool:
    """Tell whether others are named than those of a range, and have not only paid."""
    those = {said.somebody(at).text for at in but if said.is_somebody(at)}
    for at in range(said.end):
        if at in but or not said.is_somebody(at) or said.somebody(at).text in those:
            continue
        if not (said.pays(at + 1) or said.paid(at - 1) or said.means(at - 1, TurnRole.BY)):
            return True
    return False


def _all(texts: list[str]) -> tuple[str, ...]:
    """Return the word for everybody unless it stands there already."""
    return () if "all" in texts else ("all",)


def _refuse(said: Said, written: list[str], *ways: tuple[str, ...]) -> None:
    raise LedgerError(
        Code.BAD_PART,
        written=" ".join(written).rstrip(",;"),
        reason="near",
        name=None,
        examples=tuple(said.line.example(*way) for way in ways),
    )
