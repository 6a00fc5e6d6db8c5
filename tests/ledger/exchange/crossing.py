"""Files on their way into a chat's book, as the bot brings them there."""

from __future__ import annotations

from collections.abc import Mapping

from ledger.core.entries import Source
from ledger.core.members import MemberId, Person
from ledger.core.money import Currency
from ledger.exchange import exporting, importing, proposing, taking_back
from ledger.exchange.foreign_book import ForeignBook, ForeignEntry
from ledger.exchange.preview import Imported, Summary, summed_up
from tests.ledger.chat import Chat, new_source


def exported(chat: Chat) -> tuple[ForeignBook, exporting.Outline]:
    """The whole book of a chat, as it goes into documents."""
    entries: list[ForeignEntry] = []
    with chat.open() as book:
        outlined = exporting.outline(book)
        for first in range(1, outlined.entries + 1, exporting.PIECE):
            piece = exporting.piece(book, outlined, first)
            assert piece is not None
            entries += piece
    return exporting.whole(outlined, tuple(entries)), outlined


def proposed(
    chat: Chat, who: Person, foreign: ForeignBook, source: Source | None = None
) -> tuple[int, Summary]:
    """What the preview says."""
    with chat.open(who) as book:
        waiting = proposing.propose(book, foreign, foreign.packed(), source or new_source())
    return waiting.stored.id, summed_up(foreign, waiting.known)


def confirmed(chat: Chat, who: Person, import_id: int, foreign: ForeignBook) -> Imported:
    """What comes of pressing Import."""
    with chat.open(who) as book:
        waiting = proposing.waiting(book, import_id)
        writing = importing.start(book, import_id, foreign)
    lines = importing.lines(foreign, waiting.known, writing.members)
    for written in range(writing.written, len(lines), importing.PIECE):
        with chat.store.transaction() as tx:
            piece = lines[written : written + importing.PIECE]
            importing.write_piece(tx, writing, written, piece)
    with chat.open(who) as book:
        before = importing.standing(book.tx, writing.group_id)
        done = importing.finish(book, writing, before, importing.added_up(before, lines))
    assert done is not None
    return done


def imported(
    chat: Chat,
    who: Person,
    foreign: ForeignBook,
    members: Mapping[int, MemberId] | None = None,
) -> Imported:
    """Propose a file, say who some of its people are, and confirm it."""
    import_id, _ = proposed(chat, who, foreign)
    for place, member in (members or {}).items():
        with chat.open(who) as book:
            proposing.choose(book, import_id, place, member)
    return confirmed(chat, who, import_id, foreign)


def undone(chat: Chat, who: Person, import_id: int) -> Imported:
    """What comes of pressing Undo."""
    with chat.open(who) as book:
        taking = taking_back.taking_back(book, import_id)
        assert taking is not None
        counted = taking_back.counted(book.tx, taking.group_id, taking.entries)
        done = taking_back.take_back(book, taking, taking_back.without(taking, counted))
    assert done is not None
    return done


def nets_by_name(foreign: ForeignBook) -> dict[Currency, dict[str, int]]:
    """What a file's entries come to."""
    return {
        currency: {foreign.people[who].name: net for who, net in nets.items() if net}
        for currency, nets in foreign.nets().items()
    }
