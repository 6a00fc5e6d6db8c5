"""Receipts: the one message that tells a recorded entry, edited in place when it changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.differences import differences
from bot.views.doubt_buttons import doubt_buttons, doubt_lines
from bot.views.entry_lines import (
    MAX_NAMES,
    amount,
    circumstances,
    further_category,
    note,
    shares,
    title,
    worked_out,
)
from bot.views.names import Names, handle, name_of
from bot.views.pages import keyboard, text
from bot.views.payment_receipt import payment, recorded_by
from bot.views.reply import HERE, Button, Reply, Style, Verb, press
from ledger.core.answers.entry_changes import Written
from ledger.core.doubts import NO_DOUBTS
from ledger.core.entries import Action, Contents, Entry, EntryKind
from ledger.core.folding import fold
from ledger.core.members import Member, MemberId, MemberKind, Roster

_ASKED_DAYS: Final = 1
"""How many days a receipt goes on asking what its line meant."""


def told(
    say: Language,
    written: Written,
    today: date,
    *,
    known: tuple[int, int] | None = None,
    arithmetic: str | None = None,
    reader: MemberId | None = None,
) -> Reply:
    """Return the receipt of what was just recorded, changed, deleted or restored.

    `known` is how many members the bot knows and how many people the chat has, where that
    is worth saying; `arithmetic` is the amount as typed, when it had to be worked out;
    `reader` is whoever the receipt answers, called "you" where they get money back.
    """
    return receipt(
        say,
        written.entry,
        written.roster,
        today,
        newcomers=written.newcomers,
        lookalikes=written.lookalikes,
        twin=written.twin,
        nets=written.nets,
        unequal_elsewhere=written.unequal_elsewhere,
        known=known,
        arithmetic=arithmetic,
        reader=reader,
        before=None if written.before is None else written.before.contents,
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
    before: Contents | None = None,
) -> Reply:
    """Return an entry's receipt as it stands now; the optional facts as in `told`.

    `before` is what it said before its last change, which is then named.
    `nets` are the balances after it, in its currency: a payment's receipt says who is
    square, and `unequal_elsewhere` keeps it from saying so of whoever is not in another one.
    Placeholders that its newest revision made are named as new even without `newcomers`.
    """
    names = Names(roster)
    doubts = entry.doubts if (today - entry.recorded_at.date()).days <= _ASKED_DAYS else NO_DOUBTS
    if entry.deleted:
        return _deleted(say, entry, names)
    if entry.contents.kind is EntryKind.PAYMENT:
        return payment(say, entry, names, today, nets, unequal_elsewhere, reader)
    lines = [
        say(
            "🧾 <b>{title}</b> — {amount}",
            title=title(say, entry, names),
            amount=amount(say, entry.contents),
        ),
        worked_out(say, entry.contents, arithmetic),
        circumstances(say, entry.contents, today),
        further_category(say, entry.contents),
        *shares(say, entry.contents, names, MAX_NAMES),
        note(say, entry.contents),
        recorded_by(say, entry, names) if entry.from_outside else None,
        _new_here(say, entry, roster, newcomers),
        _back_again(say, entry, newcomers),
        _still_out(say, newcomers),
        *(say("Did you mean {name}?", name=_called(meant, names)) for _, meant in lookalikes),
        _twin(say, entry, twin, names),
        *doubt_lines(say, entry, doubts),
        _known(say, known),
        last_change(say, entry, names, before),
    ]
    change = Button(say.plain("Change"), press(Verb.CHANGE, entry.number, 0))
    undo, details = undo_button(say, entry), details_button(say, entry, HERE)
    own = (
        ([_toggle(say, entry), undo], [details, change])
        if entry.contents.is_equal
        else ([undo, details, change],)
    )
    buttons = keyboard(
        *own,
        *([_merge(say, entry, new, meant, names)] for new, meant in lookalikes),
        *doubt_buttons(say, entry, doubts, names),
        [_join(say)] if known is not None and not entry.contents.is_equal else [],
    )
    return Reply(text(*lines), buttons)


def undo_button(say: Language, entry: Entry) -> Button:
    """Return the button that deletes an entry."""
    return Button(say.plain("Undo"), press(Verb.UNDO, entry.number), style=Style.WARNS)


def details_button(say: Language, entry: Entry, *here: str) -> Button:
    """Return the button that shows everything about an entry, below its receipt HERE."""
    return Button(say.plain("Details"), press(Verb.DETAILS, entry.number, 0, *here))


def _new_here(
    say: Language, entry: Entry, roster: Roster, newcomers: Iterable[Member]
) -> Markup | None:
    known = {one.id: one for one in newcomers if _is_new(one, entry)}
    for share in entry.contents.shares:
        member = roster[share.member]
        # Told by what made them, and no more when that is changed: it is no news by then.
        if member.kind is MemberKind.PLACEHOLDER and member.joined_at == entry.revision.at:
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


def _called(meant: Member, names: Names) -> Markup:
    """Return the name that a new one looks like: the username where the first name is alike."""
    is_alike = meant.username is None or fold(meant.username) == fold(meant.first_name)
    return handle(meant) if is_alike else names[meant.id]


def _is_new(member: Member, entry: Entry) -> bool:
    """Tell of one that an entry brought along whether it was made by it, and is not back."""
    return member.kind is MemberKind.PLACEHOLDER and member.joined_at >= entry.recorded_at


def _back_again(say: Language, entry: Entry, newcomers: Iterable[Member]) -> Markup | None:
    """Say who had been removed and is there again because the line names them."""
    back = [name_of(one) for one in newcomers if one.active and not _is_new(one, entry)]
    return say("Back again: {names}.", names=say.list(back)) if back else None


def _still_out(say: Language, newcomers: Iterable[Member]) -> Markup | None:
    """Say who had been removed and shares this because it names them, but not what all share."""
    out = [name_of(one) for one in newcomers if not one.active]
    return (
        say("No longer in the group, so only in this one: {names}.", names=say.list(out))
        if out
        else None
    )


def _merge(say: Language, entry: Entry, new: Member, meant: Member, names: Names) -> Button:
    label = say.plain("Yes, {name}", name=_called(meant, names).striptags())
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


def last_change(
    say: Language, entry: Entry, names: Names, before: Contents | None
) -> Markup | None:
    """Return who changed or restored an entry that is not as it was first recorded, and what."""
    revision = entry.revision
    if revision.number == 1 or revision.author is None:
        return None
    by = names[revision.author]
    if revision.action is Action.RESTORE:
        return say("<i>Restored by {name}.</i>", name=by)
    told = [] if before is None else list(differences(say, before, entry.contents))
    if told:
        return say("<i>Changed by {name}: {differences}.</i>", name=by, differences=say.list(told))
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
    return Reply(line, keyboard([restore, details_button(say, entry, HERE)]))
