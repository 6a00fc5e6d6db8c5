"""The book's entries by the page, one entry's whole story, and who changed what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from markupsafe import Markup, escape

from bot.language.catalogues import Language
from bot.views.differences import differences
from bot.views.entry_lines import MAX_NOTE, amount, shares, title
from bot.views.expense_receipt import undo_button
from bot.views.names import Names, shown
from bot.views.pages import BUDGET, Heading, footer, keyboard, paged, text, turners
from bot.views.reply import HERE, MAX_CAPTION, MAX_PRESS_BYTES, Button, Press, Reply, Verb, press
from bot.views.tables import row, tabled
from ledger.core.answers.entry_lists import (
    AmountRange,
    EntryStory,
    Filter,
    HistoryPage,
    LogPage,
    Period,
)
from ledger.core.entries import Action, Contents, Entry, EntryKind, Revision
from ledger.core.members import MemberId
from ledger.core.money import Money, currency, is_currency
from ledger.core.pictures import kept_picture

_MAX_DESCRIPTION: Final = 60
_MAX_NAMES: Final = 500
_MOST_PAGES: Final = 999_999
_MOST_DIGITS: Final = 14
"""More than any amount of the book has, and less than a database column takes."""
_CAPTION_BUDGET: Final = MAX_CAPTION - 250
"""UTF-16 units of lines in a caption, with room for a heading and what stays on each page."""


def history(say: Language, page: HistoryPage, sought: Filter, today: date) -> Reply:
    """Return a page of entries, newest first, and the buttons to the pages around it."""
    names = Names(page.roster)
    if not page.entries:
        return Reply(_nothing(say, sought, names))
    lines = [
        _history_heading(say, sought, names),
        *(entry_line(say, entry, names, today) for entry in page.entries),
        footer(say, page.page - 1, page.pages),
    ]
    rest = written(sought)
    return tabled(say, lines, keyboard(_turners(Verb.HISTORY, page, *rest)))


def written(sought: Filter) -> tuple[str, ...]:
    """Return a filter as arguments of a press; words too long for it lose their end.

    Fewer letters of the same words find at least as much.
    """
    parts = []
    if sought.member is not None:
        parts.append(f"m{sought.member}")
    if sought.period is not None:
        parts.append("d" + "-".join(f"{number:02}" for number in sought.period))
    if sought.amount is not None:
        ends = (sought.amount.least_minor, sought.amount.most_minor)
        least, most = ("" if end is None else str(end) for end in ends)
        parts.append(f"a{sought.amount.currency}{least}-{most}")
    if sought.category is not None:
        parts.append(f"c{sought.category}")
    if sought.words is not None:
        parts.append(f"w{sought.words}")
    while parts and not _fits(parts):
        parts[-1] = parts[-1][:-1]
        if len(parts[-1]) == 1:
            parts.pop()
    return tuple(parts)


def read_filter(pressed: Press) -> Filter:
    """Return the filter of a pressed HISTORY button; raise ValueError when it is none."""
    found: dict[str, str] = {part[:1]: part[1:] for part in pressed.args[1:]}
    if not found.keys() <= set("mdcwa"):
        raise ValueError(f"not a filter: {pressed.args!r}")
    return Filter(
        member=MemberId(int(found["m"])) if "m" in found else None,
        words=found.get("w"),
        category=found.get("c"),
        period=_read_period(found["d"]) if "d" in found else None,
        amount=_read_amount(found["a"]) if "a" in found else None,
    )


def _read_period(written: str) -> Period:
    """Read `2026`, `2026-03` or `2026-03-05`; raise ValueError for what is no such period."""
    parts = written.split("-")
    first = date.fromisoformat("-".join([*parts, "01", "01"][:3]))
    if first.year == date.max.year or len(parts) > 3:
        raise ValueError(f"not a period: {written!r}")
    whole = (first.year, first.month, first.day)
    if len(parts) == 1:
        return whole[:1]
    return whole[:2] if len(parts) == 2 else whole


def _read_amount(written: str) -> AmountRange:
    """Read `INR50000-`; raise ValueError for what is no range of amounts."""
    code, (least, most) = written[:3], written[3:].split("-", 1)
    if not is_currency(code):
        raise ValueError(f"not a currency: {written!r}")
    ends = [_end(least), _end(most)]
    return AmountRange(currency(code), *ends)


def _end(written: str) -> int | None:
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and len(written) <= _MOST_DIGITS):
        raise ValueError(f"not an amount: {written!r}")
    return int(written)


def show(
    say: Language, story: EntryStory, zone: str, page: int = 0, *, here: bool = False
) -> Reply:
    """Return everything about one entry; times are shown in the group's time zone.

    In the place of its receipt, `here`, a button leads back to that.
    """
    entry, contents = story.entry, story.entry.contents
    names = Names(story.roster)
    facts = {"title": title(say, entry, names), "amount": amount(say, contents)}
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
    # What the book keeps itself is shown in the Mini App.
    attachment = None if kept_picture(entry.attachment) else entry.attachment
    budget = _CAPTION_BUDGET if attachment else BUDGET
    chosen = paged([line for line in lines if line is not None], page, budget=budget)
    restore = Button(say.plain("Restore"), press(Verb.RESTORE, entry.number))
    back = [Button(say.plain("‹ Back"), press(Verb.DONE, entry.number))] if here else []
    rest = (HERE,) if here else ()
    return Reply(
        text(heading, *chosen.lines, footer(say, chosen.number, chosen.pages)),
        keyboard(
            turners(Verb.DETAILS, chosen.number, chosen.pages, *rest, before=(entry.number,)),
            [*back, restore if entry.deleted else undo_button(say, entry)],
        ),
        attachment=attachment if chosen.number == 0 else None,
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


def _history_heading(say: Language, sought: Filter, names: Names) -> Markup:
    asked = _asked(say, sought, names)
    if asked is None:
        return say("<b>History</b>")
    return say("<b>History</b>: {filter}", filter=asked)


def _nothing(say: Language, sought: Filter, names: Names) -> Markup:
    asked = _asked(say, sought, names)
    if asked is None:
        return say("Nothing is recorded yet. Try <code>/split 1200 dinner</code>.")
    return say("Nothing found: {filter}.", filter=asked)


def _asked(say: Language, sought: Filter, names: Names) -> Markup | None:
    asked: list[str] = []
    if sought.member is not None:
        asked.append(names[sought.member])
    if sought.words is not None:
        asked.append(shown(sought.words, _MAX_DESCRIPTION))
    if sought.category is not None:
        asked.append(f"#{shown(sought.category, _MAX_DESCRIPTION)}")
    if sought.period is not None:
        asked.append(_period(say, sought.period))
    if sought.amount is not None:
        asked.append(_amounts(say, sought.amount))
    return say.list(asked) if asked else None


def _period(say: Language, period: Period) -> str:
    year, month, day = (*period, None, None)[:3]
    if month is None:
        return str(year)
    return say.month(year, month) if day is None else say.date(date(year, month, day))


def _amounts(say: Language, amounts: AmountRange) -> Markup:
    def told(minor: int) -> str:
        return say.money(Money(minor, amounts.currency))

    least, most = amounts.least_minor, amounts.most_minor
    if least is None or most is None:
        if least is not None:
            return say("{amount} and more", amount=told(least))
        return say("at most {amount}", amount=told(most or 0))
    if least == most:
        return escape(told(least))
    return say("{least} to {most}", least=told(least), most=told(most))


def entry_line(say: Language, entry: Entry, names: Names, today: date) -> Markup:
    """Return an entry in a line: number, date, payer, amount, what for."""
    contents = entry.contents
    told = amount(say, contents)
    facts: dict[str, object] = {
        "number": entry.number,
        "date": say.date(contents.on, today),
        "payer": _payers(say, contents, names),
        "amount": told,
    }
    if contents.kind is EntryKind.PAYMENT:
        facts["payee"] = names[contents.owers[0].member]
        line = say("#{number} · {date} · {payer} → {payee} · {amount}", **facts)
        what = say("#{number} · {date} · {payer} → {payee}", **facts)
    elif contents.description:
        facts["description"] = shown(contents.description, _MAX_DESCRIPTION)
        line = say("#{number} · {date} · {payer} · {amount} · {description}", **facts)
        what = say("#{number} · {date} · {payer} · {description}", **facts)
    else:
        line = say("#{number} · {date} · {payer} · {amount}", **facts)
        what = say("#{number} · {date} · {payer}", **facts)
    if entry.deleted:
        line, what = say("<s>{line}</s>", line=line), say("<s>{line}</s>", line=what)
    return row(line, what, told)


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
    revisions = list(story.revisions)
    if story.recorded is not None:
        # What lies between is too much for one entry's page; /log has it.
        when = say.moment(story.recorded.at, zone)
        yield say("{when}: {change}", when=when, change=_act(say, story.recorded, names))
        yield Markup("…")
        before, *revisions = revisions
    for revision in revisions:
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
