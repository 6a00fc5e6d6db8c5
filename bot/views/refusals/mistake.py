"""One mistake with its details, read safely: an answer must never fail for lack of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.names import Names, handle, name_of, shown
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Member, Name, Sender, Whom
from ledger.core.money import Money

MAX_WORDS: Final = 60


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake's details for its text; `line` is what was understood of a /split."""

    say: Language
    details: Mapping[str, object]
    line: ExpenseLine | None = None

    @property
    def examples(self) -> tuple[str, ...]:
        """The corrected lines that came with the mistake."""
        found = self.details.get("examples")
        return tuple(map(str, found)) if isinstance(found, (tuple, list)) else ()

    def money(self, detail: str) -> str | None:
        """Return an amount, or None where there is no such detail."""
        found = self.details.get(detail)
        return self.say.money(found) if isinstance(found, Money) else None

    def words(self, detail: str) -> str | None:
        """Return people's own words, fit for one line."""
        found = self.details.get(detail)
        return shown(found, MAX_WORDS) or None if isinstance(found, str) else None

    def number(self, detail: str) -> str | None:
        """Return a number."""
        found = self.details.get(detail)
        return str(found) if isinstance(found, int) else None

    def percent(self, detail: str) -> str | None:
        """Return a percentage, given as such: Decimal(110) is "110%"."""
        found = self.details.get(detail)
        if not isinstance(found, (Decimal, int)):
            return None
        return self.say.percent(int(found * 10_000))

    def date(self, detail: str) -> str | None:
        """Return a date."""
        found = self.details.get(detail)
        return self.say.date(found) if isinstance(found, date) else None

    def whom(self, detail: str) -> Markup | None:
        """Return somebody: a member by name, a name as it is written in a line."""
        return called(self.say, self.details.get(detail))

    def people(self, detail: str) -> tuple[Member, ...]:
        """Return members; empty where there are none."""
        found = self.details.get(detail)
        if not isinstance(found, (tuple, list)):
            return ()
        return tuple(member for member in found if isinstance(member, Member))


def called(say: Language, somebody: object) -> Markup | None:
    """Return what to call a member, a name of a line, or the sender; None for anything else."""
    if isinstance(somebody, Member):
        return name_of(somebody)
    if isinstance(somebody, Sender):
        return say("you")
    if isinstance(somebody, Name):
        return typed(somebody)
    if isinstance(somebody, str):
        return Markup.escape(shown(somebody, MAX_WORDS))
    return None


def typed(whom: Whom) -> Markup:
    """Return somebody as a line names them: `@bob`, `me`."""
    if isinstance(whom, Sender):
        return Markup("me")
    if whom.person is not None:
        return Markup.escape(shown(whom.person.first_name, MAX_WORDS))
    return Markup("<code>@{}</code>").format(shown(whom.text.lstrip("@"), MAX_WORDS))


def unlike(members: tuple[Member, ...]) -> list[Markup]:
    """Return how to write each of several members so that it is clear who is meant.

    Those whom a handle does not tell apart go by their last names, too.
    """
    handles = [handle(member) for member in members]
    if len(set(handles)) == len(handles):
        return handles
    names = Names(dict.fromkeys(members))
    return [names[member.id] for member in members]


Telling = Callable[[Mistake], Markup]
"""How one kind of mistake is told."""
