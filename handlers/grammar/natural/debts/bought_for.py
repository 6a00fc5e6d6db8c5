"""What one paid for another: `bob covered my ticket 640`, `i bought bob a coffee 90`.

All of it is whose it was; whoever paid has no part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Line, Word, word_of
from handlers.grammar.natural.phrases.phrases import Phrases
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.members import MemberId, Name, Sender, Whom
from ledger.core.money import Currency

_PAYING: Final = (Sense.BUYING, Sense.COVERING, Sense.FRONTING)
_SAYS_MORE: Final = (
    Role.PAID, Role.I_PAID, Role.OWES, Role.BETWEEN, Role.WITHOUT, Role.EVERYONE, Role.EACH,
    Role.HALF, Role.REFUND, Role.BACK, Role.ONLY, Role.US,
)  # fmt: skip
_COUNT_AND_PRICE: Final = 2
_MOST_WORDS: Final = 3
"""Words of what is one's own: "movie ticket", "train season pass"."""


def bought_for(line: Line, home: Currency, today: date, circle: Circle) -> Line:
    """Return a line that says what one paid for another in the grammar's own words.

    `ticket 640 only me paid @bob`. A line that says more of who shares is returned as it is.
    """
    words = line.words
    end = next((at for at, word in enumerate(words) if word.plain == "//"), len(words))
    phrases = Phrases(words[:end], circle, home, today)
    numbers = sum(word.whom is None and word.plain[:1].isdigit() for word in words[:end])
    for at in range(end):
        said = _payer(phrases, at)
        if said is None or not phrases.is_a(said[1], *_PAYING):
            continue
        payer, verb = said
        found = _for_whom(phrases, verb, payer, numbers)
        if found is None:
            return line
        whose, kept, stop = found
        rest = (*words[:at], *kept, *words[stop:end])
        if _says_more(Phrases((*words[:at], *words[stop:end]), circle, home, today)):
            return line
        paid = () if isinstance(payer, Sender) else (word_of("paid"), _named(phrases, payer))
        shared = (word_of("only"), *(_named(phrases, one) for one in whose))
        return replace(line, words=(*rest, *shared, *paid, *words[end:]))
    return line


def _payer(phrases: Phrases, at: int) -> tuple[Whom, int] | None:
    """Return who begins a sentence at an index, and where its verb would stand.

    A verb that begins the line, or stands behind its amount, is said of the writer.
    """
    before = phrases.words[at - 1] if at else None
    if at and phrases.role(at - 1, Role.AND) == at:
        return None  # "asha and bob bought me lunch"
    whom: Whom | None = Sender()
    one = phrases.person(at)
    if stop := phrases.role(at, Role.ME):
        verb = stop
    elif one is not None:
        whom = one.word.whom if len(one.members) < 2 and not one.joined else None
        verb = one.stop
    elif before is None or (before.whom is None and before.plain[-1:].isdigit()):
        verb = at
    else:
        return None
    return (whom, verb) if whom is not None and verb < len(phrases.words) else None


_Thing = tuple[list[Whom], Sequence[Word], int]
"""Whose it was, the words that say what it was and for how much, and the index behind them."""


def _for_whom(phrases: Phrases, verb: int, payer: Whom, numbers: int) -> _Thing | None:
    words = phrases.words
    counted = numbers == 1 and any(_is_number(word) for word in words[verb + 1 : verb + 2])
    amount = verb + 1 + counted
    if counted:
        amount = phrases.role(amount, Role.MORE) or amount  # "300 extra for my baggage"
    at = phrases.role(amount, Role.FOR)
    before = words[verb + 1 : amount] if at else ()  # "paid 500 for dee's ticket"
    at = at or verb + 1
    owners, thing = _possessors(phrases, at)
    if owners and thing < len(words):
        found = _whose_thing(phrases, owners, thing, payer, numbers)
        return None if found is None else (found[0], (*before, *found[1]), found[2])
    if before:
        return None
    covers = phrases.is_a(verb, Sense.COVERING)
    if not (covers or phrases.is_a(verb, Sense.BUYING)) or (at > verb + 1 and not covers):
        return None
    several, stop = _given(phrases, at)
    me = phrases.circle.member_of(payer)
    if not several or me in {phrases.circle.member_of(one) for one in several}:
        return None
    if covers and at > verb + 1 and numbers == 1:
        return several, (), stop  # "covered for bob at lunch 20"
    if covers and numbers == 1 and phrases.is_a(stop, Sense.PLACE):
        return several, (), stop  # "dee covered me at the pub 14"
    if covers:  # "covered bob for lunch 20"
        number = stop < len(phrases.words) and phrases.words[stop].plain[:1].isdigit()
        behind = phrases.role(stop + number, Role.FOR)
        start = stop if number else behind
        return (several, (), start) if behind and not phrases.people(behind) else None
    if isinstance(payer, Name) and numbers == 1 and _is_only_amount(phrases, stop):
        return several, (), stop  # "bob got me 300"
    return _thing_given(phrases, several, stop, numbers)


def _whose_thing(
    phrases: Phrases, owners: list[Whom], thing: int, payer: Whom, numbers: int
) -> _Thing | None:
    """Read what is said to be somebody's: `my ticket`, `bob's share of the museum`, `my 500`."""
    if phrases.circle.member_of(payer) in {phrases.circle.member_of(whose) for whose in owners}:
        return None
    if _is_number(phrases.words[thing]):
        return (owners, (), thing) if numbers == 1 else None
    what = phrases.folded(thing)
    named = any(isinstance(whose, Name) for whose in owners)
    if phrases.is_a(thing, Sense.SHARE):
        behind = thing + 1
        if phrases.is_word(behind, "of"):
            behind += 1 + phrases.is_word(behind + 1, "the")
        return None if numbers > 1 or behind > len(phrases.words) else (owners, (), behind)
    stop = _own_thing(phrases, thing)
    if not named and not stop and what.isalpha() and not phrases.is_a(thing, Sense.SHARED_THING):
        stop = thing + 1
    if not stop or phrases.joiner_at(stop - 1):
        return None
    return owners, phrases.words[thing:stop], stop


def _own_thing(phrases: Phrases, at: int) -> int:
    """Return the index behind what is one's own: `ticket`, `movie ticket`; 0 where nothing is."""
    for thing in range(at, min(at + _MOST_WORDS, len(phrases.words))):
        if not phrases.folded(thing).isalpha() or phrases.is_a(thing, Sense.SHARED_THING):
            return 0
        if phrases.is_a(thing, Sense.OWN_THING):
            return thing + 1
        if phrases.ends(thing) or phrases.joiner_at(thing):
            return 0
    return 0


def _thing_given(phrases: Phrases, several: list[Whom], stop: int, numbers: int) -> _Thing | None:
    """Read what somebody got: `a coffee`, `2 beers`."""
    start = stop + (stop < len(phrases.words) and phrases.is_a(stop, Sense.SOME))
    counts = start < len(phrases.words) and phrases.words[start].plain.isdigit()
    thing = start + (counts and numbers >= _COUNT_AND_PRICE)
    if thing >= len(phrases.words) or not phrases.folded(thing).isalpha():
        return None
    if phrases.ends(thing) or phrases.role(thing, *_SAYS_MORE, Role.FOR, Role.AND):
        return None
    return several, phrases.words[start : thing + 1], thing + 1


def _is_number(word: Word) -> bool:
    return word.whom is None and not word.escaped and word.plain[:1].isdigit()


def _is_only_amount(phrases: Phrases, at: int) -> bool:
    """Tell whether an amount stands there, and at most what it was for behind it."""
    if at >= len(phrases.words) or not phrases.words[at].plain[:1].isdigit():
        return False
    return phrases.ends(at + 1) or bool(phrases.role(at + 1, Role.FOR))


def _possessors(phrases: Phrases, at: int) -> tuple[list[Whom], int]:
    """Return whose something is, of one or more, and the index of what it is."""
    owners: list[Whom] = []
    people = phrases.people(at)
    if people is not None and not any(one.part or len(one.members) > 1 for one in people.people):
        joiner = phrases.joiner_at(people.stop)  # "bob and chen's lunch"
        if joiner and _possessor(phrases, joiner) is not None:
            owners = [one.word.whom for one in people.people if one.word.whom is not None]
            at = joiner
    while (whose := _possessor(phrases, at)) is not None:
        owners.append(whose)
        joiner = phrases.joiner_at(at + 1)
        at = joiner if joiner and _possessor(phrases, joiner) is not None else at + 1
    return owners, at


def _possessor(phrases: Phrases, at: int) -> Whom | None:
    """Return whose something is: `my`, `bob's`, also without its mark; None where nobody's."""
    if at >= len(phrases.words) or phrases.words[at].whom is not None:
        return None
    low = phrases.words[at].low
    if low == "my":
        return Sender()
    return possessor(low, phrases.circle)


def possessor(low: str, circle: Circle) -> Whom | None:
    """Return whose a word in small letters says that something is: `bob's`, `bobs`."""
    bare = low.removesuffix("'").removesuffix("s").removesuffix("'")
    if bare == low or circle.members(low):
        return None
    members = circle.members(bare, oblique=False)
    return circle.whom(members[0]) if len(members) == 1 else None


def _given(phrases: Phrases, at: int) -> tuple[list[Whom], int]:
    """Return the people that stand behind "bought", and the index behind them."""
    found: list[Whom] = []
    while at < len(phrases.words):
        if phrases.folded(at) == "me":
            found.append(Sender())
            at += 1
        else:
            one = phrases.person(at)
            if one is None or len(one.members) > 1 or one.word.whom is None:
                return [], at
            found.append(one.word.whom)
            at = one.stop
        if not (joiner := phrases.joiner_at(at)):
            break
        at = joiner
    return found, at


def _named(phrases: Phrases, whom: Whom) -> Word:
    member = phrases.circle.member_of(whom)
    if isinstance(whom, Sender) or member is None:
        text = "me" if isinstance(whom, Sender) else f"@{whom.text}"
        return Word(text, text, "", whom)
    return name_of(member, phrases.circle)


def name_of(member: MemberId, circle: Circle) -> Word:
    """Return the word by which the grammar names a member."""
    whom = circle.whom(member)
    if isinstance(whom, Sender):
        return Word("me", "me", "", whom)
    text = f"@{whom.text}" if whom.text.replace("_", "").isalnum() else f'@"{whom.text}"'
    return Word(text, text, "", whom)


def _says_more(phrases: Phrases) -> bool:
    """Tell whether words say more of who pays or shares than what it was, and when."""
    words: Sequence[Word] = phrases.words
    return any(
        word.whom is not None
        or word.everyone
        or phrases.person(at) is not None
        or phrases.role(at, *_SAYS_MORE)
        or phrases.name_alone(phrases.role(at, Role.WITH) or len(words)) is not None
        for at, word in enumerate(words)
    )
