"""What no rule has read though it speaks of people or of money: that is asked about.

The rules of this folder take from a line what they know. What is left is what it was for, and
"pizza" is; "except himself" in it says that somebody meant more than was read. Each language's
vocabulary has the words for that: those that hardly are of what something was for anywhere
(`undescribed`), beside a member's name (`done` and what the rules know), or at the end
(`dangling`); what follows a `story` is no part of the bill.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from handlers.grammar.category_guess import guessed_category
from handlers.grammar.circle import Circle
from handlers.grammar.command_names import SPLIT_COMMANDS
from handlers.grammar.lexer import Line, word_of
from handlers.grammar.natural.figures.currency_words import may_be_currency
from handlers.grammar.vocabulary import Role
from handlers.grammar.vocabulary.sense_words import Sense
from ledger.core.errors import Code, LedgerError
from ledger.core.expense_line import ExpenseLine
from ledger.core.folding import fold
from ledger.core.money import Money

AS_IT_STANDS: Final = 9
"""The reading of a line in which whatever is left over is what it was for."""

_ANYWHERE: Final = (Role.UNDESCRIBED, Role.I_OWE, Role.I_AM_OUT)
_BESIDE_A_NAME: Final = (
    Role.DONE, Role.PAID, Role.GOT, Role.GETS, Role.ONLY,
    Role.HALF, Role.DOUBLE, Role.BACK, Role.INSTEAD, Role.IN_PLACE, Role.BEHIND_BY,
    Role.NOT_BEHIND, Role.DID_NOT, Role.BEHIND_WITHOUT, Role.BEHIND_REMOVE, Role.I_PAID,
    Role.I_GAVE, Role.GAVE_ME, Role.EVERYONE, Role.EACH, Role.EQUALLY, Role.REST, Role.MUST_GIVE,
    Role.MUST_GET, Role.FROM_ME,
)  # fmt: skip
"""What a line says of somebody who is named in it, if it says anything of them."""
_BEHIND_A_NAME: Final = (Role.BEHIND_WITHOUT, Role.BEHIND_BY)
_SCALES: Final = (Role.HUNDRED, Role.THOUSAND, Role.LAKH, Role.MILLION, Role.CRORE)
_NOUNS_IN_CAPITALS: Final = frozenset({"de"})
_MOST_SAID: Final = 4
"""Words of the part that is asked about; the rest is left out."""
_PERCENT: Final = re.compile(r"(?!100%)\d+(?:[.,]\d+)?%")
"""A share or a discount, which all of something is not: "100% juice"."""
_ADDED: Final = re.compile(r"\+\d{2,7}\Z")
"""So much more, of the bill or of somebody's part; one digit counts guests: "dinner +2"."""
_NAME: Final = re.compile(r"[^\W\d_][\w'’-]+\Z")
_FEW: Final = 2


def refuse_left_over(
    line: Line,
    description: str,
    amount: Money,
    circle: Circle,
    stands: ExpenseLine | None = None,
) -> None:
    """Refuse a line of whose description some words hardly say what it was for.

    Words with a backslash are not looked at, nor what follows a "since" or a "that": stories
    are no part of the bill.

    Raises WORDS_LEFT(written, amount, place: AS_IT_STANDS, stands, examples, choices), with what
    it is booked as where it is only what it was for; a line that changes an entry has an example
    to copy instead of a choice.
    """
    _refuse_only_had(line, amount, circle, stands)
    if not description:
        return
    left = _Left(description, circle, out=bool(stands and stands.left_out))
    escaped = {word.low for word in line.words if word.escaped}
    found = left.doubtful(of_entry=line.command not in SPLIT_COMMANDS)
    doubtful = {at for at in found if left.lows[at] not in escaped}
    if not doubtful:
        return
    said = left.words[min(doubtful) : max(doubtful) + 1][:_MOST_SAID]
    choices = line.command in SPLIT_COMMANDS
    raise LedgerError(
        Code.WORDS_LEFT,
        written=" ".join(said),
        amount=amount,
        place=AS_IT_STANDS,
        stands=stands,
        examples=() if choices else (_escaped(line, {left.words[at] for at in doubtful}),),
        choices=choices,
    )


def _refuse_only_had(line: Line, amount: Money, circle: Circle, stands: ExpenseLine | None) -> None:
    """Refuse `pablo solo tomó agua`: that somebody had little says not what they pay of the rest.

    Raises WORDS_LEFT as `refuse_left_over` does.
    """
    end = next((at for at, word in enumerate(line.words) if word.plain == "//"), len(line.words))
    said = _Left(" ".join(word.text.replace(" ", "_") for word in line.words[:end]), circle)
    had = said.only_had()
    if not had or line.words[had.start].escaped or line.command not in SPLIT_COMMANDS:
        return
    raise LedgerError(
        Code.WORDS_LEFT,
        written=" ".join(said.words[had.start : had.stop]),
        amount=amount,
        place=AS_IT_STANDS,
        stands=stands,
        examples=(),
        choices=True,
    )


class _Left:
    """The words of a description, asked which of them hardly say what it was for."""

    def __init__(self, description: str, circle: Circle, *, out: bool = False) -> None:
        self._out = out
        self.words = description.split()
        self.lows = [word_of(text).low for text in self.words]
        self._folded = [fold(low) for low in self.lows]
        self._circle = circle
        self._found: dict[int, dict[Role, int]] = {}
        self._capitals = sum(word[0].isupper() for word in self.words)

    def doubtful(self, *, of_entry: bool) -> set[int]:
        """Return the places of such words; more are such in a change `of_entry`."""
        last = len(self.lows)
        told = next((at for at in range(last) if self._tells(at)), last)
        found: set[int] = set()
        for at in range(told):
            found.update(range(at, min(self._means(at, *_ANYWHERE), told)))
            found.update(self._sum_in_words(at))
            found.update(self._nobodys_name(at))
        if not any(self._means(at, Role.INCLUDED) for at in range(told)):
            found.update(at for at in range(told) if _PERCENT.match(self.lows[at]))
        found.update(at for at in range(told) if _ADDED.match(self.lows[at]))
        found.update(self._says_nothing(told))
        if told == last and self._means(told - 1, Role.DANGLING) and told > 1:
            found.add(told - 1)
        if any(self._names_member(low) for low in self.lows[:told]):
            found.update(at for at in range(told) if self._means(at, *_BESIDE_A_NAME))
        for at in range(last):
            found.difference_update(range(at, self._means(at, Role.HARMLESS)))
        return found | (self._changes() if of_entry else set())

    def _tells(self, at: int) -> bool:
        """Tell whether a story begins at a word: why, or what is said of who is left out."""
        he = self._out and at and self._folded[at] in self._circle.words.senses[Sense.HE]
        return bool(self._means(at, Role.STORY) or he)

    def _says_nothing(self, told: int) -> range:
        """Return the places of all words where none says what it was for: "back the"."""
        empty = self._circle.words.senses[Sense.EMPTY]
        several = len(self._folded) > 1  # One word may be tea: "thé".
        return range(told if several and all(text in empty for text in self._folded) else 0)

    def only_had(self) -> range:
        """Return the places of `pablo solo tomó`, `marco ha preso solo acqua`; none elsewhere."""
        for at in range(len(self.lows)):
            if not self._names_member(self.lows[at].rstrip(",;").removeprefix("@")):
                continue
            bought = self._means(at + 1, Role.BEHIND_BY)
            stop = self._means(bought or at + 1, Role.ONLY)
            if not stop or stop >= len(self.lows) or self.lows[stop][:1].isdigit():
                continue
            verb = next(
                (one for one in (stop - 1, stop, stop + 1) if self._means(one, Role.DONE)), 0
            )
            if bought or verb:
                return range(at, min(len(self.lows), max(stop, verb) + 1))
        return range(0)

    def _means(self, at: int, *roles: Role) -> int:
        """Return the index behind the longest run there with one of the roles, or 0."""
        if at not in self._found:
            self._found[at] = self._roles_at(at)
        found = self._found[at]
        return max((found[role] for role in roles if role in found), default=0)

    def _roles_at(self, at: int) -> dict[Role, int]:
        """Return what begins at a word, each with the index behind its longest run."""
        found: dict[Role, int] = {}
        if not 0 <= at < len(self._folded) or self._folded[at] not in self._circle.words.known:
            return found  # As most words of most lines.
        for stop in range(at + 1, min(len(self._folded), at + self._circle.words.longest) + 1):
            run = tuple(" ".join(self._folded[at:stop]).split())
            found |= dict.fromkeys(self._circle.words.roles.get(run, ()), stop)
        return found

    def _names_member(self, low: str) -> bool:
        return self._circle.is_called(low.removesuffix("'s")) or bool(self._circle.members(low))

    def _sum_in_words(self, at: int) -> Iterator[int]:
        """Find a number in words beside a currency: `plus zehn euro`."""
        number = self._circle.words.numbers.values.get(self._folded[at], 0) >= _FEW
        if number and at + 1 < len(self.words):
            behind = word_of(self.words[at + 1])
            if self._means(at + 1, *_SCALES) or may_be_currency(behind):
                yield from (at, at + 1)

    def _nobodys_name(self, at: int) -> Iterator[int]:
        """Find a name that is nobody's behind "without" or before what stands behind names.

        Only a capital tells it from a thing, where other things have none.
        """
        text = self.words[at].rstrip(",;.!?")
        if not at or not _NAME.match(text) or not text[0].isupper() or text.isupper():
            return
        apart = self._capitals == 1 or not _NOUNS_IN_CAPITALS & self._circle.spoken
        if not apart or guessed_category(text) or self._means(at, *Role):
            return
        before = range(max(0, at - self._circle.words.longest), at)
        without = next((start for start in before if self._means(start, Role.WITHOUT) == at), None)
        behind = self._means(at + 1, *_BEHIND_A_NAME)
        if without is not None or behind:
            yield from range(at if without is None else without, behind or at + 1)

    def _changes(self) -> set[int]:
        """Return the places of words that name a change which was not read: `priya was there too`.

        One word as "joined" behind a name may be the name of something.
        """
        alone = (Role.REMOVE, Role.HALF)
        if any(self._means(0, role) == len(self.lows) for role in alone):
            return {0}
        for at in range(1, len(self.lows) - 1):
            if self._means(at, Role.BEHIND_ADD) == len(self.lows):
                return {*range(at, len(self.lows))}
        for at in range(len(self.lows)):
            if self._means(at, Role.PAID) == at + 1:
                return {at}  # Nobody renames an entry "priya paid".
        first, behind = self.lows[0].rstrip(":"), "".join(self.lows[1:2])
        dated = first == "date" and behind[:1].isdigit()
        naming = first in self._circle.words.senses[Sense.NAMING] and behind
        return {0} if dated or naming else set()


def _escaped(line: Line, words: set[str]) -> str:
    """Return the line to copy in which some words are description for certain."""
    return line.example(
        *(f"\\{word.text}" if word.text in words else word.text for word in line.words)
    )
