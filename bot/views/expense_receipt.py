"""Receipts: the one message that tells a recorded entry, edited in place when it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.entry_lines import (
    MAX_NAMES,
    circumstances,
    further_category,
    note,
    shares,
    title,
    worked_out,
)
from bot.views.names import Names, handle
from bot.views.pages import keyboard, text
from bot.views.payment_receipt import payment
from bot.views.reply import Button, Reply, Verb, press
from ledger.core.entries import Action, Entry, EntryKind
from ledger.core.members import Member, MemberId, MemberKind, Roster
from ledger.journal.corrections import Changed
from ledger.journal.recording import Recorded


def recorded(
    say: Language,
    recorded: Recorded,
    today: date,
    *,
    known: tuple[int, int] | None = None,
    arithmetic: str | None = None,
    reader: MemberId | None = None,
) -> Reply:
    """Return the receipt of what was just recorded.

    `known` is how many members the bot knows and how many people the chat has, where that
    is worth saying; `arithmetic` is the amount as typed, when it had to be worked out;
    `reader` is whoever the receipt answers, called "you" where they get money back.
    """
    return receipt(
        say,
        recorded.entry,
        recorded.roster,
        today,
        newcomers=recorded.newcomers,
        lookalikes=recorded.lookalikes,
        twin=recorded.twin,
        nets=recorded.nets,
        unequal_elsewhere=recorded.unequal_elsewhere,
        known=known,
        arithmetic=arithmetic,
        reader=reader,
    )


def changed(
    say: Language,
    changed: Changed,
    today: date,
    *,
    arithmetic: str | None = None,
    reader: MemberId | None = None,
) -> Reply:
    """Return the receipt as it is after a change, a deletion or a restoration."""
    return receipt(
        say,
        changed.entry,
        changed.roster,
        today,
        newcomers=changed.newcomers,
        lookalikes=changed.lookalikes,
        nets=changed.nets,
        unequal_elsewhere=changed.unequal_elsewhere,
        arithmetic=arithmetic,
        reader=reader,
    )


def receipt(
    say: Language,
    entry: Entry,
    roster: Roster,
    today: date,
    *,
    newcomers: tuple[Member, ...] = (),
    lookalikes: tuple[tuple[Member, Member], ...] = (),
    twin: Entry | None = None,
    nets: Mapping[MemberId, int] | None = None,
    unequal_elsewhere: frozenset[MemberId] = frozenset(),
    known: tuple[int, int] | None = None,
    arithmetic: str | None = None,
    reader: MemberId | None = None,
) -> Reply:
    """Return an entry's receipt as it stands now; the optional facts as in `recorded`.

    `nets` are the balances after it, in its currency: a payment's receipt says who is
    square, and `unequal_elsewhere` keeps it from saying so of whoever is not in another one.
    Placeholders that the entry made are named as new even without `newcomers`.
    """
    names = Names(roster)
    if entry.deleted:
        return _deleted(say, entry, names)
    if entry.contents.kind is EntryKind.PAYMENT:
        return payment(say, entry, names, today, nets, unequal_elsewhere, reader)
    lines = [
        say(
            "🧾 <b>{title}</b> — {amount}",
            title=title(say, entry, names),
            amount=say.money(entry.contents.amount),
        ),
        worked_out(say, entry.contents, arithmetic),
        circumstances(say, entry.contents, today),
        further_category(say, entry.contents),
        *shares(say, entry.contents, names, MAX_NAMES),
        note(say, entry.contents),
        _new_here(say, entry, roster, newcomers),
        *(_lookalike(say, meant) for _, meant in lookalikes),
        _twin(say, entry, twin, names),
        _known(say, known),
        last_change(say, entry, names),
    ]
    buttons = keyboard(
        [
            *([_toggle(say, entry)] if entry.contents.is_equal else []),
            undo_button(say, entry),
            details_button(say, entry),
        ],
        *([_merge(say, entry, new, meant)] for new, meant in lookalikes),
        [_join(say)] if known is not None and not entry.contents.is_equal else [],
    )
    return Reply(text(*lines), buttons)


def undo_button(say: Language, entry: Entry) -> Button:
    """Return the button that deletes an entry."""
    return Button(say.plain("Undo"), press(Verb.UNDO, entry.number))


def details_button(say: Language, entry: Entry) -> Button:
    """Return the button that shows everything about an entry."""
    return Button(say.plain("Details"), press(Verb.DETAILS, entry.number, 0))


def _new_here(
    say: Language, entry: Entry, roster: Roster, newcomers: Iterable[Member]
) -> Markup | None:
    known = {member.id: member for member in newcomers}
    written = {entry.recorded_at, entry.revision.at}
    for share in entry.contents.shares:
        member = roster[share.member]
        if member.kind is MemberKind.PLACEHOLDER and member.joined_at in written:
            known[member.id] = member
    if not known:
        return None
    names = [handle(member) for member in known.values()]
    if len(names) > MAX_NAMES:
        left = len(names) - MAX_NAMES
        names = [*names[:MAX_NAMES], say.n("{count} more", "{count} more", left)]
    return say.n(
        "New here: {names} (I haven't met them yet).",
        "New here: {names} (I haven't met them yet).",
        len(known),
        names=say.list(names),
    )


def _lookalike(say: Language, meant: Member) -> Markup:
    return say("Did you mean {name}?", name=handle(meant))


def _merge(say: Language, entry: Entry, new: Member, meant: Member) -> Button:
    label = say.plain("Yes, {name}", name=handle(meant).striptags())
    return Button(label, press(Verb.MERGE, new.id, meant.id, entry.number))


def _twin(say: Language, entry: Entry, twin: Entry | None, names: Names) -> Markup | None:
    if twin is None:
        return None
    facts = {
        "twin": twin.number,
        "amount": say.money(twin.contents.amount),
        "number": entry.number,
    }
    if twin.author is None:
        return say(
            "#{twin} is {amount} too. The same bill? Then Undo takes #{number} away.", **facts
        )
    return say(
        "{name} has just recorded {amount} too, as #{twin}. The same bill? "
        "Then Undo takes #{number} away.",
        name=names[twin.author],
        **facts,
    )


def _known(say: Language, known: tuple[int, int] | None) -> Markup | None:
    if known is None:
        return None
    return say.n(
        "I know {known} of {count} person here: press I'm in.",
        "I know {known} of {count} people here: press I'm in.",
        known[1],
        known=say.number(known[0]),
    )


def last_change(say: Language, entry: Entry, names: Names) -> Markup | None:
    """Return who changed or restored an entry that is not as it was first recorded."""
    revision = entry.revision
    if revision.number == 1 or revision.author is None:
        return None
    by = names[revision.author]
    if revision.action is Action.RESTORE:
        return say("<i>Restored by {name}.</i>", name=by)
    return say("<i>Changed by {name}.</i>", name=by)


def _join(say: Language) -> Button:
    """Return the button that `known` speaks of, where there is none to take part with."""
    return Button(say.plain("I'm in"), press(Verb.JOIN))


def _toggle(say: Language, entry: Entry) -> Button:
    return Button(say.plain("I'm in / out"), press(Verb.TOGGLE, entry.number))


def _deleted(say: Language, entry: Entry, names: Names) -> Reply:
    facts = {"title": title(say, entry, names), "amount": say.money(entry.contents.amount)}
    if entry.revision.author is None:
        line = say("🗑 <s>{title} — {amount}</s>\nDeleted.", **facts)
    else:
        by = names[entry.revision.author]
        line = say("🗑 <s>{title} — {amount}</s>\nDeleted by {name}.", name=by, **facts)
    restore = Button(say.plain("Restore"), press(Verb.RESTORE, entry.number))
    return Reply(line, keyboard([restore, details_button(say, entry)]))
