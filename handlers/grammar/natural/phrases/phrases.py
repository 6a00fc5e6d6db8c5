"""People in a line: who is named where, in which lists, and with which parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from handlers.grammar.category_guess import guessed_category
from handlers.grammar.circle import Circle
from handlers.grammar.lexer import Word, word_of
from handlers.grammar.literals.parts import is_part, part_at
from handlers.grammar.natural.phrases.days import Days
from handlers.grammar.vocabulary import Role
from ledger.core.errors import LedgerError
from ledger.core.members import MemberId, Name, Sender
from ledger.core.money import Currency

_COUNT = re.compile(r"\d{1,3}(?:[.,]5)?\Z")
_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,2})?[,;]?\Z")
_A_NAME = re.compile(r"[^\W\d_][\w'-]{1,31}\Z")
_INITIAL = re.compile(r"[^\W\d_]\.\Z")
_HALF = word_of("50%")
_DOUBLE = word_of("x2")
_PART_UNITS = 99
"""More than these are an amount and no weight: "bob 500 nights" is odd either way."""


_RATIO = re.compile(r"\d{1,3}(?:([/:-])\d{1,3})(?:\1\d{1,3}){0,4}[,;.]?\Z")
_TIME = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d[,;.]?\Z")
_ASK_ENDINGS = (
    Role.WITH, Role.FOR, Role.BETWEEN, Role.WITHOUT, Role.TO, Role.FROM, Role.ADD, Role.REMOVE,
)  # fmt: skip
_BEFORE_ARTICLES = (
    *_ASK_ENDINGS,
    Role.BY,
    Role.PAID,
    Role.AND,
    Role.ONLY,
    Role.ADD,
    Role.REMOVE,
    Role.BEFORE_PAYER,
)
_BEHIND_ARTICLES = (
    Role.PAID, Role.HAS, Role.GAVE, Role.GAVE_ME, Role.OWES, Role.BEHIND_WITHOUT, Role.NOT_BEHIND,
    Role.BEHIND_ADD, Role.BEHIND_REMOVE,
)  # fmt: skip
_OF_THINGS = frozenset({"the", "a", "an", "my", "our", "this", "that", "some"})
"""What stands before a thing, and no name in English."""
_MOST_BEFORE = 4
DATIVES = frozenset({"мне", "мені", "mir", "mi", "bana", "لي", "मुझे", "mujhe"})
_ME_IS_TO_ME = frozenset({"es", "pt", "fr"})
_WHOLES = (10, 100)
"""What the numbers of `60/40` and `7-3` make; others with such a mark are dates or the like."""


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person in a line: the word that says so in the grammar, and what follows.

    `members` are several where the name is of several. `typed` is whether an @ says so, `rest`
    whether "the rest" does that all of it is theirs, `weighed` whether the part counts nights or
    the like, `bent` whether their name has an ending
    that it has not by itself: "Бобу" is said of whom money goes to, hardly of who pays.
    """

    word: Word
    stop: int
    typed: bool
    members: tuple[MemberId, ...] = ()
    part: tuple[Word, ...] = ()
    rest: bool = False
    weighed: bool = False
    bent: bool = False

    @property
    def joined(self) -> bool:
        """Whether a comma follows."""
        return self.word.joined


@dataclass(frozen=True, slots=True)
class People:
    """A list of people: who, what stands behind it, and single words that are nobody's name."""

    people: tuple[Somebody, ...]
    stop: int
    joined: bool
    unknown: tuple[str, ...] = ()

    @property
    def bent(self) -> bool:
        """Whether one of the names has an ending that it has not by itself."""
        return any(one.bent for one in self.people)

    @property
    def words(self) -> tuple[Word, ...]:
        """The list in the grammar's own words."""
        return tuple(word for one in self.people for word in (one.word, *one.part))


class Phrases(Days):
    """One line's words, asked who is named at an index, and with which part."""

    def __init__(
        self, words: Sequence[Word], circle: Circle, currency: Currency, today: date
    ) -> None:
        super().__init__(words, circle, currency, today)
        # Each rule asks again at each word.
        self._listed: dict[tuple[int, bool], People | None] = {}

    def person(self, at: int, *, oblique: bool | None = None) -> Somebody | None:
        """Return who is named at an index, by a mark or by a member's name; without their part.

        `oblique` is whether an ending is asked for there; None looks at the words before.
        """
        if at >= len(self.words):
            return None
        word = self.words[at]
        if word.whom is not None:
            return None if word.out else Somebody(word, at + 1, typed=True)
        if word.escaped or word.everyone:
            return None
        asked = self.asks_ending(at) if oblique is None else oblique
        found = self.circle.find(self.words, at, oblique=asked)
        if found is not None:
            members, stop = found.members, found.stop
            last = self.words[stop - 1].plain
            joined = last[-1:] in (",", ";")
            ended = last.rstrip(",;:.") != last and not _INITIAL.match(last)
            if ended and not joined and stop < len(self.words):
                return None  # "bob." ends a sentence, "alex p." does not.
            word = self.named(members[0], joined)
            return Somebody(word, stop, False, members, bent=found.bent)
        if self.role(at, Role.ME):
            return self._me(at)
        return self._with_article(at)

    def _with_article(self, at: int) -> Somebody | None:
        """Return who is named behind an article: "com o bob", "für die maria"."""
        name = self.role(at, Role.BEFORE_NAME)
        if name != at + 1:
            return None
        found = self.circle.find(self.words, name, oblique=self.asks_ending(at))
        if found is None:
            return None
        asked = any(
            self.role(start, *_BEFORE_ARTICLES) == at for start in range(max(0, at - 4), at)
        )
        said = self.role(found.stop, *_BEHIND_ARTICLES)
        return self.person(name) if asked or said else None

    def asks_ending(self, at: int) -> bool:
        """Tell whether a word before an index asks for an ending, as "with" does."""
        before = range(max(0, at - _MOST_BEFORE), at)
        return any(
            self.role(start, *_ASK_ENDINGS) == at
            or (self.role(start, Role.BY) == at and not self.role(start, Role.PAID))
            for start in before
        )

    def _me(self, at: int) -> Somebody | None:
        stop = self.role(at, Role.ME)
        if stop != at + 1:
            return None
        joined = self.words[at].plain[-1:] in (",", ";")
        clear = (
            joined
            or (at > 0 and self.role(at - 1, Role.FOR) == at and self.words[at].low == "me")
            or bool(self.role(stop, Role.NOT_BEHIND, Role.BEHIND_WITHOUT))
            or self._is_left_out(at)
            or self.ends(stop)
            or is_part(self.words, self.role(stop, Role.OWES) or len(self.words), self.currency)
            or is_part(self.words, stop, self.currency)
            or bool(self.role(stop, Role.HALF, Role.REST))
            or (self.role(stop, Role.AND) and self._is_known(self.role(stop, Role.AND)))
            or self._is_known(stop)
            or (at > 1 and self.role(at - 1, Role.AND) == at and self._is_known(at - 2))
        )
        if not clear:
            return None
        word = Word(self.words[at].text.rstrip(",;"), "me", "", Sender(), joined=joined)
        return Somebody(replace(word, text="me"), stop, word.text == "me")

    def _is_left_out(self, at: int) -> bool:
        """Tell whether a word before an index leaves out whoever stands there."""
        before = range(max(0, at - _MOST_BEFORE), at)
        return any(self.role(start, Role.WITHOUT) == at for start in before)

    def _is_known(self, at: int) -> bool:
        if self.role(at, Role.BEFORE_NAME) == at + 1:
            at += 1
        if at >= len(self.words):
            return False
        word = self.words[at]
        found = self.circle.find(self.words, at, oblique=True)
        return (word.whom is not None and not word.out) or found is not None

    def is_named_before(self, at: int) -> bool:
        """Tell whether somebody's name ends right before an index."""
        before = (self.person(start) for start in range(max(0, at - _MOST_BEFORE), at))
        return any(one is not None and one.stop == at for one in before)

    def named(self, member: MemberId, joined: bool = False) -> Word:
        """Return the word by which the grammar names a member."""
        whom = self.circle.whom(member)
        if isinstance(whom, Name):
            handle = whom.text
            text = f"@{handle}" if handle.replace("_", "").isalnum() else f'@"{handle}"'
        else:
            text = "me"
        return Word(text, text, "", whom, joined=joined)

    def with_part(self, one: Somebody) -> Somebody:
        """Return somebody with the part right behind them, if there is one."""
        at = one.stop
        if one.joined or at >= len(self.words):
            return one
        if (said := self._in_words(one)) is not None:
            return said
        if stop := self.role(at, Role.OWES, Role.ONLY):
            if half := self.half(stop):
                return replace(one, stop=half, part=(_HALF,))
            if not is_part(self.words, stop, self.currency):
                return one
            at = stop  # "bob owes 20", "bob only 20"
        return self._adjusted(one, at) or self._counted(one, at) or self._typed(one, at)

    def _adjusted(self, one: Somebody, at: int) -> Somebody | None:
        """Return somebody with "plus 5" or "minus 5" behind them, which is no tip of all."""
        for role, sign in ((Role.PLUS, "+"), (Role.MINUS, "-")):
            number = self.role(at, role) or (at + 1) * (self.words[at].plain == sign == "+")
            if not number or number >= len(self.words):
                continue
            word = self.words[number]
            if _NUMBER.match(word.plain) and not self.role(number + 1, Role.EXTRA):
                part = replace(word_of(f"{sign}{word.plain}"), joined=word.plain[-1:] in ",;")
                return replace(one, stop=number + 1, part=(part,))
        return None

    def _typed(self, one: Somebody, at: int) -> Somebody:
        """Return somebody with the part that stands at a word, if one does."""
        if ratio_in(self.words[at]) or self.is_word(at + 1, "ways"):
            return one
        try:
            found = part_at(self.words, at, self.currency)
        except LedgerError:
            return replace(one, stop=at + 1, part=tuple(self.words[at : at + 1]))
        if found is None:
            return one
        part, stop = tuple(self.words[at : found[1]]), found[1]
        if len(part) == 1 and part[0].plain.isdigit():
            for role, sign in ((Role.MORE, "+"), (Role.LESS, "-")):
                if (behind := self.role(stop, role)) and not self._is_known(behind):
                    return replace(one, stop=behind, part=(word_of(f"{sign}{part[0].plain}"),))
        return replace(one, stop=stop, part=part)

    def _counted(self, one: Somebody, at: int) -> Somebody | None:
        """Return somebody with nights or the like behind them as a weight: `bob 7 nights`."""
        count, unit = self.counted(at)
        if not count:
            return None
        joined = self.words[unit - 1].plain[-1:] in (",", ";")
        part = replace(word_of(f"x{count}"), joined=joined)
        return replace(one, stop=unit, part=(part,), weighed=True)

    def counted(self, at: int) -> tuple[str, int]:
        """Return how many nights or the like stand at an index, and the index behind them."""
        unit = self.role(at + 1, Role.UNIT)
        if not unit or self.words[at].whom is not None or self.words[at].escaped:
            return "", 0
        count = self.words[at].plain
        few = _COUNT.match(count) and float(count.replace(",", ".")) <= _PART_UNITS
        return (count, unit) if few else ("", 0)

    def _in_words(self, one: Somebody) -> Somebody | None:
        """Return somebody with "the rest" or "half" behind them."""
        if rest := self.role(one.stop, Role.REST):
            return replace(one, stop=rest, rest=True)
        if half := self.half(one.stop):
            return replace(one, stop=half, part=(_HALF,))
        if double := self.role(self.role(one.stop, Role.PAID) or one.stop, Role.DOUBLE):
            return replace(one, stop=double, part=(_DOUBLE,))
        return None

    def half(self, at: int) -> int:
        """Return the index behind a "half" that is one person's, as `50/50` is nobody's; or 0."""
        stop = self.role(at, Role.HALF)
        alone = stop == at + 1 and self._folded[at].isalpha()
        behind = self.role(stop, Role.WITH, Role.BETWEEN) if alone else 0
        return stop if alone and not behind else 0

    def people(self, at: int, *, unknown: bool = False) -> People | None:
        """Return the list of people that begins at an index; None where nobody is named there.

        With `unknown` a single word in a person's place that is nobody's name is told, too.
        """
        if (at, unknown) not in self._listed:
            self._listed[at, unknown] = self._people(at, unknown)
        return self._listed[at, unknown]

    def _people(self, at: int, unknown: bool) -> People | None:
        found: list[Somebody] = []
        strange: list[str] = []
        joined, last, stop = False, False, at
        oblique = self.asks_ending(at)
        while True:
            one = self.person(at, oblique=oblique)
            if one is not None and joined and found and self._ends_list(found, one):
                at = stop
                break
            if one is not None:
                one = self.with_part(one)
                found.append(one)
                stop = one.stop
                marks = (one.word, *one.part[-1:])
                comma = one.word.joined or marks[-1].plain[-1:] in (",", ";")
            elif unknown and (text := self.stranger(at) or self._before_known(at)):
                strange.append(text)
                stop = at + len(text.split())
                comma = self.words[stop - 1].plain[-1:] in (",", ";")
            else:
                break
            at = stop
            behind = self.joiner_at(at)
            # Behind "bob chen" another word may well be a name; behind "bob and chen," hardly.
            bare = len(found) > 1 and not any(other.part for other in found)
            open_ = unknown and not last and (comma or bare)
            if behind and (
                self.person(behind, oblique=oblique) or (unknown and self.stranger(behind))
            ):
                last = last or bool(self.role(at, Role.AND) and self._folded[at] not in ",;")
                at, joined = behind, True
            elif self.person(at, oblique=oblique) or (open_ and self.stranger(at)):
                joined |= comma
            elif unknown and not last and self._joined_to_known(at):
                pass  # "asha tom and me"
            else:
                break
        if not found and not strange:
            return None
        if any(one.weighed for one in found):
            found = self._all_weighed(found)
        return People(tuple(found), stop, joined, tuple(strange))

    def _joined_to_known(self, at: int) -> bool:
        """Tell whether a word could be a new name that "and" joins to one of ours: `tom and me`."""
        joiner = self.role(at + 1, Role.AND) if self.name_alone(at) else 0
        return bool(joiner) and self.person(joiner) is not None

    def _before_known(self, at: int) -> str | None:
        """Return a word that could be a new name and begins a list of ours: `tom bob and me`."""
        people = self.people(at + 1) if (name := self.name_alone(at)) else None
        if people is None or not (people.joined or len(people.people) > 1):
            return None
        if not self.ends(people.stop):
            return None
        return None if self.words[at].text.endswith(tuple(".!?")) else name

    def begins_new(self, at: int) -> bool:
        """Tell whether a word that could be a new name begins a list with ours behind it."""
        return self._joined_to_known(at) or self._before_known(at) is not None

    def _all_weighed(self, found: list[Somebody]) -> list[Somebody]:
        """Return people with the nights of whom "and" joins them to: `me and bob 3 nights`."""
        weighed = [_weighed_too(one) for one in found]
        for place in range(len(weighed) - 2, -1, -1):
            somebody, behind = weighed[place], weighed[place + 1]
            if behind.weighed and not somebody.part and self.role(somebody.stop, Role.AND):
                weighed[place] = replace(somebody, part=behind.part, weighed=True)
        return weighed

    def _ends_list(self, found: Sequence[Somebody], one: Somebody) -> bool:
        """Tell whether a comma has ended the list before somebody: `for bob and chen, me not`."""
        marks = (found[-1].word.joined, *(word.plain[-1:] in (",", ";") for word in found[-1].part))
        return any(marks) and bool(self.role(one.stop, Role.BEHIND_WITHOUT, Role.NOT_BEHIND))

    def joiner_at(self, at: int) -> int:
        """Return the index behind an "and" or a comma of its own, or 0."""
        if at >= len(self.words) or self.words[at].escaped:
            return 0
        if self.words[at].plain in (",", ";"):
            return self.role(at + 1, Role.AND) or at + 1
        return self.role(at, Role.AND)

    def stranger(self, at: int) -> str | None:
        """Return the word at the end, or before a clause, that could be a new name.

        Two that begin with capitals may be one: "with Shivani Rao".
        """
        if (bare := self.name_alone(at)) is None:
            return None
        last = at
        if self.words[at].plain == bare and bare[0].isupper() and not self.joiner_at(at + 1):
            further = self._could_be_name(at + 1)
            last += further is not None and further[0].isupper() and self.person(at + 1) is None
            bare = f"{bare} {further}" if last > at else bare
        word = self.words[last]
        behind = self.ends(last + 1) or self.joiner_at(last + 1)
        return bare if behind or word.plain[-1:] in (",", ";") else None

    def name_alone(self, at: int) -> str | None:
        """Return a word that could be a new name, whatever follows it."""
        bare = None if self.person(at) is not None else self._could_be_name(at)
        return None if bare is None or self.circle.members(bare) else bare

    def _could_be_name(self, at: int) -> str | None:
        bare = self.stranger_at(at)
        if not bare or bare.lower().endswith("'s") or guessed_category(bare):
            return None
        if at and self.folded(at - 1) in _OF_THINGS:
            return None  # "to the beach and bob paid"
        return bare

    def stranger_at(self, at: int) -> str:
        """Return the word at an index if it could be a name and means nothing else, else ""."""
        if at >= len(self.words):
            return ""
        word = self.words[at]
        bare = word.plain.rstrip(",;.!?")
        if word.whom is not None or word.escaped or word.everyone or not _A_NAME.match(bare):
            return ""
        return "" if self._is_vocabulary(at) else bare

    def _is_vocabulary(self, at: int) -> bool:
        before = range(max(0, at - _MOST_BEFORE), at + 1)
        return any(self.role(start, *Role) > at for start in before) or bool(self.day(at))


def _weighed_too(one: Somebody) -> Somebody:
    """Return somebody with a weight for a small number beside others' nights: `me 1`."""
    few = len(one.part) == 1 and _COUNT.match(one.part[0].plain.rstrip(",;"))
    if not few or one.weighed:
        return one
    count = one.part[0].plain.rstrip(",;")
    return replace(one, part=(replace(word_of(f"x{count}"), joined=one.part[0].joined),))


def is_to_me(phrases: Phrases, at: int) -> bool:
    """Tell whether a word is the writer to whom something goes: "мне должен Боб"."""
    said = phrases.folded(at)
    return said in DATIVES or (said == "me" and bool(_ME_IS_TO_ME & phrases.circle.spoken))


def ratio_in(word: Word) -> list[str]:
    """Return the numbers of a ratio, `2:1`, `60/40` or `60-40`; empty where it is none."""
    found = None if word.escaped else _RATIO.match(word.plain)
    if found is None or _TIME.match(word.plain):
        return []
    numbers = re.findall(r"\d+", word.plain)
    return numbers if found[1] == ":" or sum(map(int, numbers)) in _WHOLES else []
