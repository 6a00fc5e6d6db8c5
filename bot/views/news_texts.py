"""What was changed outside a chat, as it is told there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views import member_list, people_lists, rate_lines, recurring_list, settings_overview
from bot.views.history_pages import entry_line
from bot.views.names import Names
from bot.views.pages import Heading, paged, text
from bot.views.reply import Reply
from ledger.core.answers.member_changes import Added
from ledger.core.answers.recurring_expenses import Recurring
from ledger.core.answers.told_news import GroupNews, ManyNews
from ledger.core.entries import Entry
from ledger.core.exchange_rate import Rate
from ledger.core.member_sets import MemberSet
from ledger.core.members import Member, MemberId
from ledger.core.money import Currency

_MOST_LINES: Final = 30
_MOST: Final = 10
"""People and recurring expenses that have a line of their own."""


def of_group(say: Language, news: GroupNews, today: date) -> Reply:
    """Return what somebody has changed of a group besides its entries."""
    return Reply(text(*_lines(say, news, today), _by(say, news)))


def many(say: Language, news: ManyNews, today: date) -> Reply:
    """Return a burst of changes in one message."""
    names = Names(news.roster)

    def listed(heading: Markup, entries: tuple[Entry, ...]) -> list[Markup]:
        lines = [entry_line(say, entry, names, today) for entry in entries]
        return [Heading(heading), *lines] if lines else []

    lines = [
        *listed(say("<b>Recorded outside this chat</b>"), news.new),
        *listed(say("<b>Changed outside this chat</b>"), news.changed_now),
        say.n("and {count} more", "and {count} more", news.more) if news.more else None,
        *(it for one in news.group for it in (*_lines(say, one, today), _by(say, one))),
    ]
    # What is too much for one message is told by /log and /settings.
    told = paged([line for line in lines if line is not None], 0, limit=_MOST_LINES).lines
    return Reply(text(*told, say("All of them: /log")))


def _lines(say: Language, news: GroupNews, today: date) -> Iterator[Markup]:
    """Say how everything is by now: what was turned back meanwhile is not said."""
    altered = news.altered
    added = _people(news, altered.added)
    here = tuple(one for one in added if one.active)
    if here:
        yield member_list.added(say, Added(here, (), ())).text
    told = [
        *(
            member_list.removed(say, one).text
            for one in _people(news, altered.removed)
            if not one.active
        ),
        *(member_list.role(say, one).text for one in _people(news, altered.roles)),
        *(
            people_lists.weight_set(say, one, news.roster).text
            for one in _people(news, altered.weights)
        ),
        *(member_list.merged(say, one).text for one in news.merged),
        *(_recurring(say, one, today) for one in news.recurring),
        *(_rate(say, base, rate) for base, rate in news.rates.items()),
        *(_set(say, name, one, news) for name, one in news.sets.items()),
    ]
    yield from told[:_MOST]
    if len(told) > _MOST:
        yield say.n("and {count} more", "and {count} more", len(told) - _MOST)
    yield from (
        settings_overview.setting_line(say, news.overview, setting) for setting in altered.settings
    )


def _people(news: GroupNews, ids: Iterable[MemberId]) -> list[Member]:
    """Return members by the ids they had, each once, in their order."""
    return list({news.members[id_].id: news.members[id_] for id_ in ids}.values())


def _recurring(say: Language, it: Recurring, today: date) -> Markup:
    if recurring_list.has_ended(it):
        return recurring_list.stopped(say, it).text
    return recurring_list.line(say, it, today)


def _rate(say: Language, base: Currency, rate: Rate | None) -> Markup:
    if rate is None:
        return say("The rate set here for {currency} is gone.", currency=base)
    return rate_lines.rate_set(say, rate).text


def _set(say: Language, name: str, one: MemberSet | None, news: GroupNews) -> Markup:
    if one is None:
        return people_lists.set_ended(say, name).text
    return people_lists.set_made(say, one, news.roster).text


def _by(say: Language, news: GroupNews) -> Markup | None:
    if news.by is None:
        return None
    return say("<i>Changed by {name}.</i>", name=Names(news.roster)[news.by])
