"""Files that can't be read, and imports that can't go on, in words."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from bot.language.catalogues import N_
from bot.views.refusals.mistake import Mistake, Telling
from ledger.core.errors import Code
from ledger.exchange.foreign_book import MOST_PEOPLE, MOST_ROWS, Unreadable

_WHY: Final = {
    Unreadable.UNKNOWN: N_(
        "I don't know this kind of file. I read what Splitwise, Spliit, SplitPro, Tricount, "
        "Settle Up, Splid, IHateMoney, Cospend and I myself export."
    ),
    Unreadable.EMPTY: N_("There is nothing in this file that I could take over."),
    Unreadable.PICTURE: N_("This is a picture or a PDF, whatever its name says, and no export."),
    Unreadable.OLD_EXCEL: N_(
        "This is an old Excel file. Open it, save it as .xlsx or .csv, and send that."
    ),
    Unreadable.BROKEN: N_("This file is damaged or cut short: I can't read it to its end."),
    Unreadable.TOO_LARGE: N_("This file is too large: I can take 20 MB, also unpacked."),
    Unreadable.TOO_SLOW: N_("This file takes too long to read, so I stopped."),
}


def _file_missing(it: Mistake) -> Markup:
    return it.say(
        "Send the file that the other app exported, with <code>/import</code> as its caption, or "
        "answer a file that is here with <code>/import</code>."
    )


def _file_unreadable(it: Mistake) -> Markup:
    why, row = it.details.get("why"), it.number("row")
    if why == Unreadable.TOO_MANY_ROWS:
        return it.say("This file has more than {most} rows, and that is the most.", most=MOST_ROWS)
    if why == Unreadable.TOO_MANY_PEOPLE:
        return it.say(
            "This file has more than {most} people or columns, and that is the most.",
            most=MOST_PEOPLE,
        )
    if why == Unreadable.BROKEN and row is not None:
        return it.say("I can't read this file: the first row that stops me is {row}.", row=row)
    known = why if isinstance(why, Unreadable) else Unreadable.BROKEN
    return it.say(_WHY.get(known, _WHY[Unreadable.BROKEN]))


def _no_such_import(it: Mistake) -> Markup:
    return it.say("That import is over. Send the file again with <code>/import</code>.")


def _not_your_import(it: Mistake) -> Markup:
    name = it.whom("author")
    if name is None:
        return it.say("Only whoever sent the file, or an admin, can do that.")
    return it.say("Only {name}, who sent the file, or an admin can do that.", name=name)


def _no_such_picture(it: Mistake) -> Markup:
    return it.say("That picture is not here any more. Add it again.")


def _too_many_pictures(it: Mistake) -> Markup:
    return it.say("Too many pictures wait here for their expense. Try again tomorrow.")


TELLINGS: Final[dict[Code, Telling]] = {
    Code.FILE_MISSING: _file_missing,
    Code.FILE_UNREADABLE: _file_unreadable,
    Code.NO_SUCH_IMPORT: _no_such_import,
    Code.NO_SUCH_PICTURE: _no_such_picture,
    Code.TOO_MANY_PICTURES: _too_many_pictures,
    Code.NOT_YOUR_IMPORT: _not_your_import,
}
