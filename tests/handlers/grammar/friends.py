"""Lines as friends type them, told back in short: who paid, how much, what for, and for whom."""

from __future__ import annotations

from handlers.grammar.circle import Circle
from handlers.grammar.commands.settle_line import read_settle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from handlers.grammar.literals.amounts import write_money
from handlers.grammar.proposals import terms_of
from ledger.core.members import MemberId
from ledger.core.money import Money
from ledger.core.split_terms import turned_round
from tests.handlers.grammar.groups import called, circle
from tests.handlers.grammar.reading import INR, TODAY

COMPANY = {
    "en_IN": "Asha Bob Chen Dev Will Alex_S. Alex_P.",
    "ru": "Аша Боб Маша Дима",
    "uk": "Аша Боб Оля Дмитро",
    "tr": "Asha Ali Ayşe Mehmet",
    "id": "Asha Budi Dewi",
    "ar": "آشا بوب علي ليلى",
}
"""Who is there when a language is spoken; the first of them writes."""

FLAT = circle("en_IN", "Asha Bob Chen Dee")
"""Four who share a flat; the first of them writes."""


def company(code: str) -> Circle:
    return circle(code, COMPANY.get(code, "Asha Bob Chen Dia Grandma"))


def told(code: str, text: str, choice: int | None = None) -> str:
    """Read a line and tell what it comes to: `Bob paid 90 taxi on 19: Asha 45 Bob 45`.

    Whoever writes has paid where nobody is named first; `all` are equal shares of everybody.
    """
    return booked(company(code), f"/split {text}", choice)


def among_four(text: str, choice: int | None = None) -> str:
    """Read a line of /split in the flat and tell what it comes to, as `told` does."""
    return booked(FLAT, f"/split {text}", choice)


def booked(people: Circle, text: str, choice: int | None = None) -> str:
    """Tell what a message comes to among some people, as `told` does."""
    line = read_split(from_text(text), INR, TODAY, people, choice)
    terms = terms_of(line, people)
    assert terms is not None
    shares = terms.shares(line.amount)
    shares = turned_round(shares) if line.refund else shares
    names = {member.id: member.first_name for member in people.roster}
    unit = line.amount.currency
    paid = {one.member: one.paid_minor for one in shares if one.paid_minor}
    owed = {one.member: one.owed_minor for one in shares if one.owed_minor}

    def sums(some: dict[MemberId, int]) -> str:
        numbers = (f"{names[one]} {write_money(Money(n, unit), unit)}" for one, n in some.items())
        return " ".join(numbers)

    payers = sums(paid) if len(paid) > 1 else names[next(iter(paid))]
    everybody = len(owed) == len(names) and max(owed.values()) - min(owed.values()) <= 1
    return "".join(
        (
            "back: " if line.refund else "",
            "" if [*paid] == [people.sender] else f"{payers} paid ",
            write_money(line.amount, INR),
            f" {line.description}" if line.description else "",
            f" on {line.on.day}" if line.on and line.on != TODAY else "",
            f" for {line.doubts.count}" if line.doubts.count else "",
            ": all" if everybody else f": {sums(owed)}",
        )
    )


def handed_over(code: str, text: str) -> str:
    """Read a payment and tell who gave whom how much: `Bob > me 500 // cash`."""
    found = read_settle(from_text(f"/settle {text}"), INR, TODAY, company(code))
    assert found.amount is not None
    said = f"{called(found.payer)} > {called(found.payee)} {found.amount.minor // 100}"
    return f"{said} // {found.note}" if found.note else said
