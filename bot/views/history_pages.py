"""The book's entries by the page, one entry's whole story, and who changed what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.entry_lines import MAX_NOTE, shares, title
from bot.views.expense_receipt import undo_button
from bot.views.names import Names, shown
from bot.views.pages import BUDGET, Heading, footer, keyboard, paged, text, turners
from bot.views.reply import MAX_CAPTION, MAX_PRESS_BYTES, Button, Press, Reply, Verb, press
from ledger.core.entries import Action, Contents, Entry, EntryKind, Revision
from ledger.core.members import MemberId
from ledger.reports.history import EntryStory, Filter, HistoryPage, LogPage

_MAX_DESCRIPTION: Final = 60
_MAX_NAMES: Final = 500
_MOST_PAGES: Final = 999_999
_CAPTION_BUDGET: Final = MAX_CAPTION - 250
"""UTF-16 units of lines in a caption, with room for a heading and what stays on each page."""


def history(say: Language, page: HistoryPage, filter: Filter, today: date) -> Reply:  # noqa: A002
    """Return a page of entries, newest first, and the buttons to the pages around it."""
    names = Names(page.roster)
    if not page.entries:
        return Reply(_nothing(say, filter, names))
    lines = [
        _history_heading(say, filter, names),
        *(_line(say, entry, names, today) for entry in page.entries),
        footer(say, page.page - 1, page.pages),
    ]
    rest = written(filter)
    return Reply(text(*lines), keyboard(_turners(Verb.HISTORY, page, *rest)))


def written(filter: Filter) -> tuple[str, ...]:  # noqa: A002
    """Return a filter as arguments of a press; words too long for it lose their end.

    Fewer letters of the same words find at least as much.
    """
    parts = []
    if filter.member is not None:
        parts.append(f"m{filter.member}")
    if filter.month is not None:
        parts.append("d{:04}-{:02}".format(*filter.month))
    if filter.category is not None:
        parts.append(f"c{filter.category}")
    if filter.words is not None:
        parts.append(f"w{filter.words}")
    while parts and not _fits(parts):
        parts[-1] = parts[-1][:-1]
        if len(parts[-1]) == 1:
            parts.pop()
    return tuple(parts)


def read_filter(pressed: Press) -> Filter:
    """Return the filter of a pressed HISTORY button; raise ValueError when it is none."""
    found: dict[str, str] = {part[:1]: part[1:] for part in pressed.args[1:]}
    if not found.keys() <= set("mdcw"):
        raise ValueError(f"not a filter: {pressed.args!r}")
    month = None
    if "d" in found:
        first = date.fromisoformat(f"{found['d']}-01")
        if first.year == date.max.year:
            raise ValueError(f"a month without an end: {pressed.args!r}")
        month = (first.year, first.month)
    return Filter(
        member=MemberId(int(found["m"])) if "m" in found else None,
        words=found.get("w"),
        category=found.get("c"),
        month=month,
    )


def show(say: Language, story: EntryStory, zone: str, page: int = 0) -> Reply:
    """Return everything about one entry; moments are told in the group's time zone."""
    entry, contents = story.entry, story.entry.contents
    names = Names(story.roster)
    amount = say.money(contents.amount)
    facts = {"title": title(say, entry, names), "amount": amount}
    if entry.deleted:
        heading = say("🗑 <s>{title} — {amount}</s>", **facts)
    elif contents.kind is EntryKind.PAYMENT:
        heading = say("✔ <b>{title}</b> — {amount}", **facts)
    else:
        heading = say("🧾 <b>{title}</b> — {amount}", **facts)
    lines = [
        _on(say, contents),
        None if not contents.note else say("<i>{note}</i>", note=shown(contents.note, MAX_NOTE)),
        *(_shares(say, contents, names)),
        Heading(say("<b>What happened</b>")),
        *_happened(say, story, names, zone),
    ]
    # A picture's caption holds less than a message; only the first page carries the picture.
    budget = _CAPTION_BUDGET if entry.attachment else BUDGET
    chosen = paged([line for line in lines if line is not None], page, budget=budget)
    restore = Button(say.plain("Restore"), press(Verb.RESTORE, entry.number))
    return Reply(
        text(heading, *chosen.lines, footer(say, chosen.number, chosen.pages)),
        keyboard(
            turners(Verb.DETAILS, chosen.number, chosen.pages, before=(entry.number,)),
            [restore if entry.deleted else undo_button(say, entry)],
        ),
        attachment=entry.attachment if chosen.number == 0 else None,
    )


def log(say: Language, page: LogPage, zone: str) -> Reply:
    """Return who changed what, newest first."""
    if not page.changes:
        return Reply(say("Nothing has happened here yet."))
    names = Names(page.roster)
    lines = [
        say("<b>Who changed what</b>"),
        *(_logged(say, entry, revision, names, zone) for entry, revision in page.changes),
        footer(say, page.page - 1, page.pages),
    ]
    return Reply(text(*lines), keyboard(_turners(Verb.LOG, page)))


def _turners(verb: Verb, page: HistoryPage | LogPage, *rest: str) -> tuple[Button, ...]:
    """Return the buttons around a page that the ledger has cut, counted from 1 as it does."""
    return tuple(
        Button(label, press(verb, target, *rest))
        for label, target in (("‹", page.page - 1), ("›", page.page + 1))
        if 1 <= target <= page.pages
    )


def _fits(parts: list[str]) -> bool:
    escaped = "".join(parts).count(":") + "".join(parts).count("%")
    plain = ":".join([Verb.HISTORY.value, str(_MOST_PAGES), *parts])
    return len(plain.encode()) + 2 * escaped <= MAX_PRESS_BYTES


def _history_heading(say: Language, filter: Filter, names: Names) -> Markup:  # noqa: A002
    asked = _asked(say, filter, names)
    if asked is None:
        return say("<b>History</b>")
    return say("<b>History</b>: {filter}", filter=asked)


def _nothing(say: Language, filter: Filter, names: Names) -> Markup:  # noqa: A002
    asked = _asked(say, filter, names)
    if asked is None:
        return say("Nothing is recorded yet. Try <code>/split 1200 dinner</code>.")
    return say("Nothing found: {filter}.", filter=asked)


def _asked(say: Language, filter: Filter, names: Names) -> Markup | None:  # noqa: A002
    asked: list[str] = []
    if filter.member is not None:
        asked.append(names[filter.member])
    if filter.words is not None:
        asked.append(shown(filter.words, _MAX_DESCRIPTION))
    if filter.category is not None:
        asked.append(f"#{shown(filter.category, _MAX_DESCRIPTION)}")
    if filter.month is not None:
        asked.append(say.month(*filter.month))
    return say.list(asked) if asked else None


def _line(say: Language, entry: Entry, names: Names, today: date) -> Markup:
    contents = entry.contents
    facts = {
        "number": entry.number,
        "date": say.date(contents.on, today),
        "payer": _payers(say, contents, names),
        "amount": say.money(contents.amount),
    }
    if contents.kind is EntryKind.PAYMENT:
        line = say(
            "#{number} · {date} · {payer} → {payee} · {amount}",
            payee=names[contents.owers[0].member],
            **facts,
        )
    elif contents.description:
        line = say(
            "#{number} · {date} · {payer} · {amount} · {description}",
            description=shown(contents.description, _MAX_DESCRIPTION),
            **facts,
        )
    else:
        line = say("#{number} · {date} · {payer} · {amount}", **facts)
    return say("<s>{line}</s>", line=line) if entry.deleted else line


def _payers(say: Language, contents: Contents, names: Names) -> Markup:
    first, *others = contents.payers
    if not others:
        return names[first.member]
    return say.n("{name} + {count}", "{name} + {count}", len(others), name=names[first.member])


def _on(say: Language, contents: Contents) -> Markup:
    day = say.date(contents.on)
    if contents.category is None:
        return say("On {date}", date=day)
    return say("On {date} · #{category}", date=day, category=contents.category)


def _shares(say: Language, contents: Contents, names: Names) -> list[Markup]:
    if contents.kind is EntryKind.PAYMENT:
        return []
    return shares(say, contents, names, _MAX_NAMES, one_a_line=len(contents.owers) > 8)


def _happened(say: Language, story: EntryStory, names: Names, zone: str) -> Iterator[Markup]:
    before: Revision | None = None
    for revision in story.revisions:
        when = say.moment(revision.at, zone)
        yield say("{when}: {change}", when=when, change=_change(say, before, revision, names))
        before = revision


def _change(say: Language, before: Revision | None, revision: Revision, names: Names) -> Markup:
    if revision.action is not Action.EDIT or before is None:
        return _act(say, revision, names)
    told = list(differences(say, before.contents, revision.contents))
    if not told:
        return _act(say, revision, names)
    return say(
        "{change}: {differences}",
        change=_act(say, revision, names),
        differences=say.list(told),
    )


def _act(say: Language, revision: Revision, names: Names) -> Markup:
    if revision.author is None:
        return {
            Action.RECORD: say("recorded"),
            Action.EDIT: say("changed"),
            Action.DELETE: say("deleted"),
            Action.RESTORE: say("restored"),
        }[revision.action]
    by = names[revision.author]
    return {
        Action.RECORD: say("{name} recorded it", name=by),
        Action.EDIT: say("{name} changed it", name=by),
        Action.DELETE: say("{name} deleted it", name=by),
        Action.RESTORE: say("{name} restored it", name=by),
    }[revision.action]


def differences(say: Language, before: Contents, after: Contents) -> Iterator[Markup]:
    """Return all that an edit changed, each in a few words: what it was and what it is now."""
    told = (
        (say.money(before.amount), say.money(after.amount)),
        (before.description, after.description),
        (say.date(before.on), say.date(after.on)),
        (_hashed(before.category), _hashed(after.category)),
        (before.note or "", after.note or ""),
    )
    for was, is_now in told:
        if was != is_now:
            yield say(
                "{before} → {after}",
                before=shown(was, _MAX_DESCRIPTION) or "—",
                after=shown(is_now, _MAX_DESCRIPTION) or "—",
            )
    if _paid(before) != _paid(after):
        yield say("who paid")
    if {s.member for s in before.owers} != {s.member for s in after.owers}:
        is_payment = after.kind is EntryKind.PAYMENT
        yield say("who was paid") if is_payment else say("who shares")
    elif {s.member: s.part for s in before.owers} != {s.member: s.part for s in after.owers} or (
        before.amount == after.amount and before.owers != after.owers
    ):
        yield say("the shares")


def _paid(contents: Contents) -> dict[MemberId, int | None]:
    """Return what each paid: of a single payer it is the amount, which is told by itself."""
    if len(contents.payers) == 1:
        return {contents.payers[0].member: None}
    return {share.member: share.paid_minor for share in contents.payers}


def _hashed(category: str | None) -> str:
    return f"#{category}" if category else ""


def _logged(say: Language, entry: Entry, revision: Revision, names: Names, zone: str) -> Markup:
    facts = {
        "when": say.moment(revision.at, zone),
        "title": title(say, entry, names),
    }
    if revision.author is None:
        return {
            Action.RECORD: say("{when}: {title} recorded", **facts),
            Action.EDIT: say("{when}: {title} changed", **facts),
            Action.DELETE: say("{when}: {title} deleted", **facts),
            Action.RESTORE: say("{when}: {title} restored", **facts),
        }[revision.action]
    by = names[revision.author]
    return {
        Action.RECORD: say("{when}: {name} recorded {title}", name=by, **facts),
        Action.EDIT: say("{when}: {name} changed {title}", name=by, **facts),
        Action.DELETE: say("{when}: {name} deleted {title}", name=by, **facts),
        Action.RESTORE: say("{when}: {name} restored {title}", name=by, **facts),
    }[revision.action]
