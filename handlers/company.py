"""The people among whom a line is read, as the grammar takes them."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.conversation.turn import Turn
from handlers.grammar.circle import Circle
from handlers.grammar.natural.phrases.sets import names_due
from ledger.book.member_sets import sets_of
from ledger.book.open_book import Book
from ledger.core.entries import Contents, Entry
from ledger.core.members import MemberId, Roster, Whom
from ledger.journal.resolution import everyone_then

_MENTION = re.compile(r"[@＠](\w+)")


def circle_of(book: Book, turn: Turn, changed: Entry | None = None) -> Circle:
    """Return the group's people, its language and the writer's.

    A line that changes an entry is read among those who were there when that was written:
    they are everybody. Who takes part in it, or came since, is found by name, too.
    """
    spoken = (book.group.language, turn.person.language if turn.person else None)
    actor = book.actor
    roster, also = book.roster, frozenset[MemberId]()
    if changed is not None:
        then = everyone_then(book, book.context_of(changed))
        also = frozenset(one.id for one in roster.active)
        also |= {share.member for share in changed.contents.shares}
        roster = Roster(tuple(replace(one, active=one.id in then) for one in roster))
    circle = Circle(
        roster,
        actor.id if actor is not None else None,
        frozenset(language for language in spoken if language),
        meant=book.meant,
        also=also,
    )
    text = "" if turn.is_inaccessible else turn.message.text or turn.message.caption or ""
    # Sets are looked up only where nobody has the name of one: most lines name people.
    if any(not circle.members(name) for name in _MENTION.findall(text) + names_due(text, circle)):
        circle = replace(circle, sets=sets_of(book))
    return circle


def parties_of(circle: Circle, contents: Contents) -> tuple[tuple[Whom, ...], tuple[Whom, ...]]:
    """Return who paid an entry and who shares it, as a change of it may leave unsaid."""
    return (
        tuple(circle.whom(share.member) for share in contents.payers),
        tuple(circle.whom(share.member) for share in contents.owers),
    )
