"""How people can be paid: their own details, and what a payer needs to know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from markupsafe import Markup

from bot.language.catalogues import Language
from bot.views.names import Names, name_of
from bot.views.pages import in_rows, text
from bot.views.reply import Button, Keyboard, Reply, Verb, press
from ledger.core.members import Member, Roster
from ledger.core.money import Money
from ledger.core.paying.details import EXAMPLES, PayDetail, Scheme
from ledger.core.paying.payloads import with_amount

_TITLES: Final = {
    Scheme.UPI: "UPI",
    Scheme.IBAN: "IBAN",
    Scheme.PIX: "PIX",
    Scheme.PROMPTPAY: "PromptPay",
}
"""Names of schemes, the same in every language; a link has none."""
_IN_FOURS: Final = 4
_MOST_BUTTONS: Final = 6


@dataclass(frozen=True, slots=True)
class PayWay:
    """Somebody's details, with what a certain payer owes them by the plan."""

    payee: Member
    roster: Roster
    details: tuple[PayDetail, ...]
    owed: tuple[Money, ...]


def mine(say: Language, details: Sequence[PayDetail], *, private: bool) -> Reply:
    """Return one's own details with a button to remove each, and how more are written."""
    examples = [
        say("<code>{line}</code>", line=f"/payinfo {EXAMPLES[scheme]}")
        for scheme in (Scheme.UPI, Scheme.IBAN, Scheme.LINK)
    ]
    if not details:
        lines: list[Markup | None] = [
            say("How can people pay you back? Tell me once, and I show it to whoever owes you:"),
            *examples,
            say("PIX and PromptPay work the same way."),
        ]
    else:
        lines = [
            say("<b>How to pay you</b>"),
            *(_detail(say, detail, None) for detail in details),
            say("The people of your groups see this when they owe you."),
        ]
    if not private:
        # A button here would be everybody's.
        off = say("<code>/payinfo off</code> takes it back.") if details else None
        return Reply(text(*lines, off))
    return Reply(
        text(*lines),
        in_rows(
            [
                Button(_removal(say, detail), press(Verb.PAY_DETAIL_OFF, detail.scheme.value))
                for detail in details
            ],
            2,
        ),
    )


def way(say: Language, way: PayWay, code: bytes | None = None) -> Reply:
    """Return how to pay somebody, with what the reader owes them and a code's picture."""
    name = name_of(way.payee)
    amount = way.owed[0] if way.owed else None
    heading = (
        say("<b>How to pay {name}</b>", name=name)
        if amount is None
        else say(
            "<b>How to pay {name}</b>: you owe {amounts}",
            name=name,
            amounts=say.together([say.money(owed) for owed in way.owed]),
        )
    )
    return Reply(
        text(
            heading,
            *(_detail(say, detail, amount) for detail in way.details),
            say("Scan it with your bank's or payment app.") if code else None,
            say("Paid? Then press the payment below /settle."),
        ),
        picture=code,
    )


def nothing_known(say: Language, payee: Member) -> str:
    """Return the toast where somebody has taken their details back."""
    return say.plain("{name} has not said how to be paid.", name=Names([payee]).plain(payee.id))


def buttons(say: Language, payees: Iterable[Member], roster: Roster) -> Keyboard:
    """Return a button to how to pay each of some members, the first few."""
    names = Names(roster)
    return in_rows(
        [
            Button(
                say.plain("How to pay {name}", name=names.plain(payee.id)),
                press(Verb.PAY_WAY, payee.id),
            )
            for payee in islice(payees, _MOST_BUTTONS)
        ],
        2,
    )


def _detail(say: Language, detail: PayDetail, amount: Money | None) -> Markup:
    title = _TITLES.get(detail.scheme)
    if title is None:
        return Markup("{}").format(with_amount(detail.value, amount))
    shown = _in_fours(detail.value) if detail.scheme is Scheme.IBAN else detail.value
    return say("{scheme}: <code>{value}</code>", scheme=title, value=shown)


def _in_fours(iban: str) -> str:
    """Return an IBAN as it is printed on paper (ISO 13616)."""
    return " ".join(iban[at : at + _IN_FOURS] for at in range(0, len(iban), _IN_FOURS))


def _removal(say: Language, detail: PayDetail) -> str:
    return say.plain("Remove {scheme}", scheme=_TITLES.get(detail.scheme) or say.plain("the link"))
