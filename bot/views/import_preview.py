"""A file before it is imported: what is in it, who is who, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import N_, Language
from bot.views.names import Names, shown
from bot.views.pages import in_rows, keyboard, text, turners
from bot.views.reply import Button, Keyboard, Reply, Style, Verb, press
from ledger.core.members import MemberId
from ledger.core.money import Currency, Money
from ledger.exchange.foreign_book import Problem, Trouble
from ledger.exchange.preview import Imported, Preview, Summary

_MAX_SUMS: Final = 30
_MAX_PROBLEMS: Final = 8
_MAX_NAME: Final = 24
_ON_A_PAGE: Final = 8
_CHOICES: Final = 12
NEW: Final = 0
"""Stands for somebody new where a button names a member."""

_TROUBLES: Final = {
    Trouble.DATE: N_("Row {row}: I can't read the date {text}."),
    Trouble.AMOUNT: N_("Row {row}: I can't read the amount {text}."),
    Trouble.CURRENCY: N_("Row {row}: {text} is no currency that I know."),
    Trouble.PAYER: N_("Row {row}: it does not say who paid."),
    Trouble.SHARES: N_("Row {row}: it does not say who shares."),
    Trouble.SUMS: N_("Row {row}: what was paid and what is owed don't add up."),
    Trouble.PEOPLE: N_("Row {row}: somebody has no name, or there are too many people."),
}


def preview(say: Language, shown_: Preview, page: int = 0) -> Reply:
    """Return what is in a file, with a button for each of its people, to confirm or not."""
    summary = shown_.summary
    return Reply(
        text(
            say("<b>{app}</b>: {counts}", app=summary.format.value, counts=_counts(say, summary)),
            _days(say, summary),
            *_remarks(say, summary),
            *_sums(say, summary),
            *_problems(say, summary),
            say("Who is who here? Press a name to change it.") if summary.new else None,
            say("Nothing is written before you confirm."),
        ),
        _buttons(say, shown_, page),
    )


def _counts(say: Language, summary: Summary) -> Markup:
    told = [
        say.n("{count} expense", "{count} expenses", summary.expenses),
        *(
            [say.n("{count} payment", "{count} payments", summary.payments)]
            if summary.payments
            else []
        ),
        *([say.n("{count} refund", "{count} refunds", summary.refunds)] if summary.refunds else []),
    ]
    return say.list(told)


def _days(say: Language, summary: Summary) -> Markup | None:
    if summary.first is None or summary.last is None:
        return None
    if summary.first == summary.last:
        return say("Of {date}.", date=say.date(summary.first))
    return say(
        "From {first} to {last}.", first=say.date(summary.first), last=say.date(summary.last)
    )


def _remarks(say: Language, summary: Summary) -> Iterator[Markup]:
    if summary.known and not summary.new:
        yield say("All of it is here already.")
    elif summary.known:
        yield say.n(
            "{count} entry is here already and stays out.",
            "{count} entries are here already and stay out.",
            summary.known,
        )
    if summary.changed:
        yield say.n(
            "{count} of those says something else in the file by now: it stays as it is here.",
            "{count} of those say something else in the file by now: they stay as they are here.",
            summary.changed,
        )
    if summary.deleted:
        yield say.n(
            "{count} of them is deleted, and stays so.",
            "{count} of them are deleted, and stay so.",
            summary.deleted,
        )
    if summary.rebuilt:
        yield say.n(
            "Of {count} entry the file only says what each gets or owes: "
            "I rebuilt who paid from that, with the same sums.",
            "Of {count} entries the file only says what each gets or owes: "
            "I rebuilt who paid from that, with the same sums.",
            summary.rebuilt,
        )
    if summary.dropped:
        yield say.n(
            "{count} row of 0 says nothing and stays out.",
            "{count} rows of 0 say nothing and stay out.",
            summary.dropped,
        )


def _sums(say: Language, summary: Summary) -> Iterator[Markup]:
    """Yield everybody's sum by the file's entries, beside its own total where that differs."""
    differences = summary.differences
    told = [
        _sum(say, summary, currency, who, differences.get(currency, {}))
        for currency in sorted(summary.nets)
        for who in range(len(summary.people))
        if summary.nets[currency].get(who) or who in differences.get(currency, {})
    ]
    yield say("<b>Sums</b>")
    yield from told[:_MAX_SUMS]
    if len(told) > _MAX_SUMS:
        left = len(told) - _MAX_SUMS
        yield say.n("and {count} more", "and {count} more", left)
    if not told:
        yield say("All square.")
    if summary.totals and not differences:
        yield say("The file's own totals say the same.")
    elif summary.totals:
        yield say("The file's own totals differ.")
    if summary.assumed_currency and summary.nets:
        yield say(
            "The file names no currency: I take {currency}.",
            currency=say.list([say.currency(code) for code in sorted(summary.nets)]),
        )


def _sum(
    say: Language, summary: Summary, currency: Currency, who: int, off: dict[int, int]
) -> Markup:
    name = shown(summary.people[who].name, _MAX_NAME)
    net = say.net(Money(summary.nets[currency].get(who, 0), currency))
    if who not in off:
        return say("{name}  {net}", name=name, net=net)
    return say(
        "{name}  {net} (the file says {total})",
        name=name,
        net=net,
        total=say.net(Money(off[who], currency)),
    )


def _problems(say: Language, summary: Summary) -> Iterator[Markup]:
    if not summary.problems:
        return
    yield say("<b>What I can't take over</b>")
    for problem in summary.problems[:_MAX_PROBLEMS]:
        yield _problem(say, problem)
    left = len(summary.problems) - _MAX_PROBLEMS
    if left > 0:
        yield say.n("and {count} more row", "and {count} more rows", left)


def _problem(say: Language, problem: Problem) -> Markup:
    return say(
        _TROUBLES[problem.trouble], row=say.number(problem.row), text=shown(problem.text, 30)
    )


def _buttons(say: Language, shown_: Preview, page: int) -> Keyboard:
    summary, number = shown_.summary, shown_.import_id
    names = Names(shown_.roster)
    cancel = Button(say.plain("Cancel"), press(Verb.IMPORT_CANCEL, number))
    if not summary.new:
        return keyboard([cancel])
    pages = max(1, -(-len(summary.people) // _ON_A_PAGE))
    first = min(page, pages - 1) * _ON_A_PAGE
    people = [
        Button(
            _who(say, summary, place, shown_.members[place], names),
            press(Verb.IMPORT_PERSON, number, place, 0),
        )
        for place in range(first, min(first + _ON_A_PAGE, len(summary.people)))
    ]
    confirm = say.n("Import {count} entry", "Import {count} entries", summary.new).unescape()
    return keyboard(
        *in_rows(people, 2),
        turners(Verb.IMPORT_PAGE, min(page, pages - 1), pages, before=(number,)),
        [Button(confirm, press(Verb.IMPORT_CONFIRM, number), style=Style.STANDS_OUT), cancel],
    )


def _who(say: Language, summary: Summary, place: int, member: MemberId | None, names: Names) -> str:
    name = shown(summary.people[place].name, _MAX_NAME)
    if member is None:
        return say.plain("{name}: new", name=name)
    return say.plain("{name} = {member}", name=name, member=names.plain(member))


def choices(say: Language, shown_: Preview, place: int, page: int = 0) -> Reply:
    """Return the question who a person of a file is here."""
    number, names = shown_.import_id, Names(shown_.roster)
    there = [member for member in shown_.roster if member.active]
    pages = max(1, -(-len(there) // _CHOICES))
    first = min(page, pages - 1) * _CHOICES
    buttons = [
        Button(names.plain(member.id), press(Verb.IMPORT_MEMBER, number, place, member.id))
        for member in there[first : first + _CHOICES]
    ]
    name = shown(shown_.summary.people[place].name, _MAX_NAME)
    return Reply(
        say("Who is <b>{name}</b> of the file here?", name=name),
        keyboard(
            *in_rows(buttons, 3),
            turners(Verb.IMPORT_PERSON, min(page, pages - 1), pages, before=(number, place)),
            [
                Button(say.plain("Somebody new"), press(Verb.IMPORT_MEMBER, number, place, NEW)),
                Button(say.plain("‹ Back"), press(Verb.IMPORT_PAGE, number, place // _ON_A_PAGE)),
            ],
        ),
    )


def page_of(place: int) -> int:
    """Return the page on which a person of a file has their button."""
    return place // _ON_A_PAGE


def progress(say: Language, written: int, total: int) -> Reply:
    """Return how far an import has come."""
    return Reply(
        say("Importing: {done} of {total} …", done=say.number(written), total=say.number(total))
    )


def done(say: Language, imported: Imported) -> Reply:
    """Return what an import has come to."""
    if imported.undone:
        return Reply(
            say.n(
                "The import from {app} is taken back: {count} entry is deleted.",
                "The import from {app} is taken back: {count} entries are deleted.",
                imported.entries,
                app=imported.format.value,
            )
        )
    told = say.n(
        "✔ {count} entry is imported from {app}.",
        "✔ {count} entries are imported from {app}.",
        imported.entries,
        app=imported.format.value,
    )
    numbers = (
        say("They are #{first} to #{last}.", first=imported.first, last=imported.last)
        if imported.first < imported.last
        else None
    )
    return Reply(
        text(told, numbers),
        keyboard([_undo_button(say, imported.import_id)]),
    )


def cancelled(say: Language) -> Reply:
    """Return the answer to a file that is not imported."""
    return Reply(say("Nothing was imported."))


def ask_undo(say: Language, imported: Imported) -> Reply:
    """Return the question of /undo whose latest entry came with a file."""
    return Reply(
        say.n(
            "Your latest entry came with the import from {app}. Take all {count} of it back?",
            "Your latest entry came with the import from {app}. Take all {count} of them back?",
            imported.entries,
            app=imported.format.value,
        ),
        keyboard([_undo_button(say, imported.import_id)]),
    )


def _undo_button(say: Language, import_id: int) -> Button:
    undo = press(Verb.IMPORT_UNDO, import_id)
    return Button(say.plain("Undo all of it"), undo, style=Style.WARNS)
