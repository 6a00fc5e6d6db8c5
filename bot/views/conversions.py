"""Money turned into the group's own currency: what it comes to, and the way back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.names import Names
from bot.views.pages import keyboard, paged, text
from bot.views.rate_lines import with_source
from bot.views.reply import Button, Reply, Style, Verb, press
from ledger.core.answers.conversions import Conversion
from ledger.core.answers.entry_changes import Written
from ledger.core.money import Currency


def offer(say: Language, conversion: Conversion, home: Currency, today: date) -> Reply:
    """Return what turning all that is open would be, with the button that does it."""
    return Reply(
        text(
            say("<b>Into {currency}</b>, this would be:", currency=say.currency(home)),
            *_lines(say, conversion, today),
        ),
        keyboard([Button(say.plain("Convert all"), press(Verb.CONVERT, conversion.fingerprint))]),
    )


def converted(say: Language, conversion: Conversion, home: Currency, today: date) -> Reply:
    """Return what was turned, with the button that takes it back."""
    first, last = conversion.entries[0].number, conversion.entries[-1].number
    return Reply(
        text(
            say("<b>Now in {currency}</b>", currency=say.currency(home)),
            *_lines(say, conversion, today),
            say("Recorded as payments #{first} to #{last}.", first=first, last=last),
        ),
        keyboard([_undo(say, press(Verb.UNCONVERT, first, last))]),
    )


def taken_back(say: Language) -> Reply:
    """Return the answer in the place of a conversion that was taken back."""
    return Reply(say("Taken back: everything is in its own currency again."))


def entry_converted(say: Language, changed: Written, today: date) -> Reply:
    """Return what an entry is now, with the button that takes the conversion back."""
    entry = changed.entry
    assert changed.before is not None, "an entry that is converted was there before"
    return Reply(
        say(
            "#{number} is {after} now, it was {before}. {note}",
            number=entry.number,
            after=say.money(entry.contents.amount),
            before=say.money(changed.before.contents.amount),
            note=entry.contents.note or "",
        ),
        keyboard([_undo(say, press(Verb.UNCONVERT_ENTRY, entry.number, entry.revision.number))]),
    )


def _lines(say: Language, conversion: Conversion, today: date) -> Iterable[Markup]:
    names = Names(conversion.roster)
    told = (
        say(
            "{payer} → {payee}: {before} is {after}",
            payer=names[one.payer],
            payee=names[one.payee],
            before=say.money(one.before),
            after=say.money(one.after),
        )
        for one in conversion.turned
    )
    return [
        *paged(told, 0).lines,
        *(say("<i>{rate}</i>", rate=with_source(say, rate, today)) for rate in conversion.rates),
    ]


def _undo(say: Language, pressed: str) -> Button:
    return Button(say.plain("Undo"), pressed, style=Style.WARNS)
