"""Groups that speak other languages, and the lines that are read among them."""

from __future__ import annotations

from datetime import UTC, datetime

from handlers.grammar.circle import Circle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import (
    Member,
    MemberId,
    MemberKind,
    Name,
    Role,
    Roster,
    Sender,
    UserId,
    Whom,
)
from tests.handlers.grammar.reading import INR, TODAY

GROUPS = {
    "ru": "Аша Боб_Иванов Маша Андрей Игорь Павел Мария Жан Жана Bob",
    "uk": "Аша Боб Оля Андрій Дмитро Наталія Ольга",
    "tr": "Asha Ali Ayşe Mehmet Işıl",
    "id": "Asha Budi Dewi",
    "ar": "آشا بوب علي ليلى بن",
}

FRIENDS = {
    "en": "Asha Bob Chen Dee",
    "hi": "Asha Rahul Priya",
    "es": "Carlos Lucía Marta Sofía",
    "pt_BR": "Ana João Bia",
    "de": "Jana Lukas Mia",
    "fr": "Camille Léa Hugo",
    "it": "Giulia Giovanni Marco",
    "ru": "Саша Аня Дима",
    "uk": "Олена Аня Андрій",
    "tr": "Elif Mehmet Ayşe",
    "id": "Dewi Budi Sari",
    "ar": "أحمد سارة يوسف",
}
"""A few friends by the language that they speak; the first of them writes."""


def circle(code: str, people: str = "", meant: MemberId | None = None) -> Circle:
    """Return the people of a group; the first of them writes, `meant` was said to be meant."""
    written = people or GROUPS[code]
    names = [one.replace("_", " ").partition(" ") for one in written.split()]
    members = tuple(
        Member(
            *(MemberId(number), MemberKind.USER, first, last or None, None, UserId(number)),
            *(Role.MEMBER, True, datetime(2024, 1, 1, tzinfo=UTC)),
        )
        for number, (first, _, last) in enumerate(names, 1)
    )
    said = frozenset(() if meant is None else (meant,))
    return Circle(Roster(members), MemberId(1), frozenset({code}), meant=said)


def read(code: str, text: str, people: str = "") -> ExpenseLine:
    return read_split(from_text(f"/split {text}"), INR, TODAY, circle(code, people))


def called(whom: Whom) -> str:
    assert isinstance(whom, (Sender, Name))
    return "me" if isinstance(whom, Sender) else whom.text


def sharing(line: ExpenseLine) -> str:
    """Return who is named, and those left out with a minus."""
    named = [called(whom) for whom, _ in line.participants]
    return " ".join(named + [f"-{called(whom)}" for whom in line.left_out])
