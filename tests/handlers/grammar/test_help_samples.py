"""What /help shows of each command means in every language what it says there."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.language.catalogues import language
from bot.language.offered import OFFERED
from handlers.grammar.commands.history_line import read_filter
from handlers.grammar.commands.member_line import read_members
from handlers.grammar.commands.own_language import with_english_days
from handlers.grammar.commands.schedule_line import Recur, Weekly, read_every, read_weekly
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import Line, from_text
from ledger.core.answers.member_changes import Guest
from ledger.core.members import Name
from ledger.core.recurrence import Unit
from tests.handlers.grammar.groups import circle, sharing
from tests.handlers.grammar.reading import INR, TODAY


def sample(code: str, usage: str) -> Line:
    line = from_text(language(code).stored(usage))
    assert line.command == from_text(usage).command
    return line


@pytest.mark.parametrize("code", OFFERED)
def test_expenses_and_refunds(code: str) -> None:
    people = circle(code, "Asha Bob Chen")
    dinner = read_split(sample(code, "/split 1200 dinner @bob"), INR, TODAY, people)
    assert (dinner.amount.minor, sharing(dinner), dinner.refund) == (120000, "bob", False)
    deposit = read_split(sample(code, "/refund 50 deposit @bob"), INR, TODAY, people)
    assert (deposit.amount.minor, sharing(deposit), deposit.refund) == (5000, "bob", True)
    assert dinner.description
    assert deposit.description
    assert not dinner.doubts
    assert not deposit.doubts


@pytest.mark.parametrize("code", OFFERED)
def test_what_goes_by_time(code: str) -> None:
    people = circle(code, "Asha Bob Chen")
    asked = read_every(sample(code, "/every month on 1 15000 rent"), INR, TODAY, people)
    assert isinstance(asked, Recur)
    assert (asked.rule.unit, asked.rule.every, asked.rule.day) == (Unit.MONTH, 1, 1)
    assert (asked.line.amount.minor, asked.line.on, asked.line.everyone) == (1500000, None, False)
    assert len(asked.line.description.split()) == 1
    weekly = read_weekly(sample(code, "/weekly mon 09:00"), people)
    assert weekly == Weekly(True, 0, time(9))


@pytest.mark.parametrize("code", OFFERED)
def test_what_a_bare_every_shows(code: str) -> None:
    people, say = circle(code, "Asha Bob Chen"), language(code)

    def shown(message: str) -> Recur:
        typed = say.stored(message).removeprefix("<code>").removesuffix("</code>")
        asked = read_every(from_text(typed), INR, TODAY, people)
        assert isinstance(asked, Recur)
        assert len(asked.line.description.split()) == 1
        return asked

    rent = shown("<code>/every month on 1 15000 rent @bob</code>")
    assert (rent.rule.unit, rent.rule.day, rent.line.amount.minor) == (Unit.MONTH, 1, 1500000)
    assert sharing(rent.line) == "bob"
    shopping = shown("<code>/every 2 weeks 450 shopping until 2027-12-31</code>")
    assert (shopping.rule.every, shopping.rule.until) == (2, date(2027, 12, 31))
    cleaning = shown("<code>/every fri 09:00 300 cleaning</code>")
    assert (cleaning.rule.weekdays, cleaning.rule.at) == ((4,), time(9))
    weekly = say.stored("Another time: <code>/weekly fri 18:00</code>").partition("<code>")[2]
    typed = from_text(weekly.partition("</code>")[0])
    assert read_weekly(typed, people) == Weekly(True, 4, time(18))


@pytest.mark.parametrize("code", OFFERED)
def test_what_is_looked_for_and_who_is_added(code: str) -> None:
    line = with_english_days(sample(code, "/history dinner"), circle(code, "Asha Bob Chen"))
    assert read_filter(line, TODAY, INR).words
    account, guest = read_members(sample(code, '/add @bob "Grandma"'))
    assert account == Name("bob")
    assert isinstance(guest, Guest)
