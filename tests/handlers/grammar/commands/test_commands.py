"""The other commands' words: settlements, searches, names, numbers and settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from handlers.grammar.commands.history_line import Search, read_filter
from handlers.grammar.commands.member_line import (
    read_balance,
    read_members,
    read_merge,
    read_role,
    read_whom,
)
from handlers.grammar.commands.schedule_line import read_remind, read_weekly
from handlers.grammar.commands.setting_line import (
    read_currency_choice,
    read_language_choice,
    read_switch,
    read_timezone_choice,
)
from handlers.grammar.commands.settle_line import Settlement, asks_for_plan, read_settle
from handlers.grammar.lexer import Line, from_text
from handlers.grammar.literals.entry_numbers import read_number
from ledger.core.answers.entry_lists import AmountRange
from ledger.core.answers.member_changes import Guest
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Name, Person, Role, UserId, Whom
from ledger.core.money import Money, currency
from tests.handlers.grammar.groups import circle
from tests.handlers.grammar.reading import BOB, CHEN, DIA, INR, ME, TODAY

ALICE = Name("alice")
REPLIED = Name("meera", Person(UserId(7), "Meera", username="meera"))


def code(read: Callable[[], object]) -> str:
    with pytest.raises(LedgerError) as caught:
        read()
    assert "examples" in caught.value.details
    return caught.value.code.value


def settle(text: str, *, replied: Name | None = None) -> Settlement:
    return read_settle(replace(from_text(f"/settle {text}"), replied=replied), INR, TODAY)


@pytest.mark.parametrize(
    ("text", "settlement"),
    [
        ("@alice", Settlement(ME, ALICE, None)),
        ("alice", Settlement(ME, ALICE, None)),
        ("@alice 1900", Settlement(ME, ALICE, Money(190000, INR))),
        ("1900 @alice", Settlement(ME, ALICE, Money(190000, INR))),
        ("@bob @alice 1900", Settlement(BOB, ALICE, Money(190000, INR))),
        ("@bob paid @alice ₹1,900", Settlement(BOB, ALICE, Money(190000, INR))),
        ("@bob → @alice 1900", Settlement(BOB, ALICE, Money(190000, INR))),
        ("@bob me 5", Settlement(BOB, ME, Money(500, INR))),
        ("me to @alice", Settlement(ME, ALICE, None)),
        ("@alice 20 EUR", Settlement(ME, ALICE, Money(2000, currency("EUR")))),
        ("@alice all", Settlement(ME, ALICE, None)),
        ("@alice 500 // cash", Settlement(ME, ALICE, Money(50000, INR), "cash")),
        ("bob alice 5", Settlement(BOB, ALICE, Money(500, INR))),
        ("bob, to alice 5", Settlement(BOB, ALICE, Money(500, INR))),
        ("bob @alice", Settlement(BOB, ALICE, None)),
        ("5 alice", Settlement(ME, ALICE, Money(500, INR))),
        (
            "@alice 5 on yesterday // cash",
            Settlement(ME, ALICE, Money(500, INR), "cash", date(2024, 2, 19)),
        ),
        ("@alice (20+30)*2", Settlement(ME, ALICE, Money(10000, INR))),
    ],
)
def test_settlements(text: str, settlement: Settlement) -> None:
    assert settle(text) == settlement


def test_settling_in_an_answer_pays_its_author() -> None:
    assert settle("500", replied=REPLIED) == Settlement(ME, REPLIED, Money(50000, INR))
    assert settle("@alice 500", replied=REPLIED).payee == ALICE


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("1900", "name_missing"),
        ("all", "name_missing"),
        ("@bob @alice @chen 5", "too_many_names"),
        ("@alice 0", "amount_not_positive"),
        ("@alice -5", "amount_not_positive"),
        ("@alice 1.200", "amount_ambiguous"),
        ("@alice 1/0", "bad_arithmetic"),
        ("@alice 5\n/settle @bob 5", "one_command"),
        ("@alice 1 000", "amount_ambiguous"),
        ("@alice ₹50 + ₹30", "amount_ambiguous"),
        ("@alice 5 on 2024-02-31", "bad_date"),
    ],
)
def test_refused_settlements(text: str, refusal: str) -> None:
    assert code(lambda: settle(text)) == refusal


@pytest.mark.parametrize(
    ("text", "written", "examples"),
    [
        ("@alice 5 @bob 6", "6", ["@alice 5", "@bob 6"]),
        ("@alice 1000 500", "500", ["@alice 1000", "@alice 500"]),
        ("@alice half", "half", ["@alice 500", "@alice // half"]),
        ("@alice 500 in cash", "in cash", ["@alice 500 // in cash"]),
        ("@alice 5 #rent on mon", "#rent", ["@alice 5 on 2024-02-19 // #rent"]),
        ("@alice 5 on top", "on top", ["@alice 5 // on top"]),
        ("@bob alice 5", "alice", ["@bob 5 // alice"]),
    ],
)
def test_what_a_payment_leaves_over_is_asked_back(
    text: str, written: str, examples: list[str]
) -> None:
    with pytest.raises(LedgerError) as caught:
        settle(text)
    assert caught.value.code is Code.PAYMENT_UNCLEAR
    assert caught.value.details["written"] == written
    assert caught.value.details["examples"] == tuple(f"/settle {one}" for one in examples)


@pytest.mark.parametrize(
    ("text", "search"),
    [
        ("", Search()),
        ("@bob", Search(whom=BOB)),
        ("me", Search(whom=ME)),
        ("dinner", Search(words="dinner")),
        ("#Food", Search(category="food")),
        ("2024-02", Search(period=(2024, 2))),
        ("02/2024", Search(period=(2024, 2))),
        ("February", Search(period=(2024, 2))),
        ("nov", Search(period=(2023, 11))),
        ("may bill", Search(words="may bill")),
        ("@bob Goa beach #food 2024-02", Search(BOB, "Goa beach", "food", (2024, 2))),
    ],
)
def test_searches(text: str, search: Search) -> None:
    assert read_filter(from_text(f"/history {text}"), TODAY, INR) == search


def test_refused_searches() -> None:
    assert code(lambda: read_filter(from_text("/history 2024-13"), TODAY, INR)) == "bad_date"
    assert code(lambda: read_filter(from_text("/history @a @b"), TODAY, INR)) == "too_many_names"


@pytest.mark.parametrize(("text", "number"), [("12", 12), ("#12", 12), ("१२", 12), ("12.", 12)])
def test_numbers(text: str, number: int) -> None:
    read, rest = read_number(from_text(f"/edit {text} 300 pizza"))
    assert read == number
    assert [word.text for word in rest.words] == ["300", "pizza"]
    assert rest.prefix == f"/edit {text}"


@pytest.mark.parametrize("text", ["", "dinner", "0", "-1", "99999999999", "1.5"])
def test_missing_numbers(text: str) -> None:
    assert code(lambda: read_number(from_text(f"/show {text}"))) == "number_missing"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("@bob", [BOB]),
        ("@bob, @chen and @dia", [BOB, CHEN, DIA]),
        ('"Grandma"', [Guest("Grandma")]),
        ("“Aunt  May” @bob", [BOB, Guest("Aunt May")]),
        ('@bob "दादी"', [BOB, Guest("दादी")]),
        ("‘Grandpa’", [Guest("Grandpa")]),
        ("‘Aunt May’, ‘Miles O’Brien’ @bob", [BOB, Guest("Aunt May"), Guest("Miles O'Brien")]),
    ],
)
def test_new_members(text: str, names: list[Name | Guest]) -> None:
    assert list(read_members(from_text(f"/add {text}"))) == names


def test_new_members_of_answers_and_mistakes() -> None:
    assert read_members(replace(from_text("/add"), replied=REPLIED)) == (REPLIED,)
    for text in ("", "Grandma", "@bob Grandma", '""'):
        assert code(lambda text=text: read_members(from_text(f"/add {text}"))) == "name_missing"  # type: ignore[misc]  # a loop's value
    with pytest.raises(LedgerError) as caught:
        read_members(from_text("/add Aunt May"))
    assert caught.value.details["examples"] == ('/add "Aunt May"',)


@pytest.mark.parametrize(
    ("text", "whom"), [("@bob", BOB), ("bob", BOB), ("Aunt May", Name("Aunt May")), ("me", ME)]
)
def test_one_name(text: str, whom: Whom) -> None:
    assert read_whom(from_text(f"/remove {text}")) == whom
    assert read_balance(from_text(f"/balance {text}")) == whom


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("me and bob", (ME, BOB)),
        ("me bob", (ME, BOB)),
        ("bob, me", (BOB, ME)),
        ("between bob and chen", (BOB, CHEN)),
        ("@bob @chen", (BOB, CHEN)),
        ("bob vs chen", (BOB, CHEN)),
        ("with bob", (ME, BOB)),
        ("Aunt May and me", (Name("Aunt May"), ME)),
    ],
)
def test_the_balance_of_two(text: str, two: tuple[Whom, Whom]) -> None:
    assert read_balance(from_text(f"/balance {text}")) == two


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("who owes what", "pairs"),
        ("who owes whom?", "pairs"),
        ("who owes how much", "pairs"),
        ("how much do i owe bob", (ME, BOB)),
        ("how much does bob owe me?", (BOB, ME)),
        ("what does bob owe chen", (BOB, CHEN)),
        ("how much does @bob owe", BOB),
        ("what do i owe", ME),
    ],
)
def test_a_balance_is_asked_for_in_a_sentence(text: str, asked: object) -> None:
    assert read_balance(from_text(f"/balance {text}")) == asked


def test_no_name_and_too_many() -> None:
    assert code(lambda: read_whom(from_text("/remove"))) == "name_missing"
    assert code(lambda: read_whom(from_text("/remove @a @b"))) == "too_many_names"
    assert read_whom(replace(from_text("/remove"), replied=REPLIED)) == REPLIED
    assert read_balance(replace(from_text("/balance"), replied=REPLIED)) is None
    assert read_balance(from_text("/balance pairs")) == "pairs"


def test_roles() -> None:
    assert read_role(from_text("/role @bob admin")) == (BOB, Role.ADMIN)
    assert read_role(from_text("/role member @bob")) == (BOB, Role.MEMBER)
    assert code(lambda: read_role(from_text("/role admin"))) == "name_missing"
    assert code(lambda: read_role(from_text("/role @bob king"))) == "unknown_choice"
    assert code(lambda: read_role(from_text("/role @bob"))) == "unknown_choice"
    assert code(lambda: read_role(from_text("/role @bob @chen admin"))) == "too_many_names"
    assert read_role(from_text("/role bob admin")) == (BOB, Role.ADMIN)
    assert read_role(from_text("/role admin to Aunt May")) == (Name("Aunt May"), Role.ADMIN)
    assert read_role(from_text("/role user member")) == (Name("user"), Role.MEMBER)
    assert read_role(from_text("/role @bob not admin")) == (BOB, Role.MEMBER)
    assert read_role(from_text("/role bob no admin")) == (BOB, Role.MEMBER)
    with pytest.raises(LedgerError) as caught:
        read_role(from_text("/role chen"))
    assert caught.value.details["examples"] == ("/role @chen admin", "/role @chen member")


def test_merges() -> None:
    assert read_merge(from_text("/merge @bob @chen")) == (BOB, CHEN)
    assert read_merge(from_text("/merge @bob into @chen")) == (BOB, CHEN)
    assert code(lambda: read_merge(from_text("/merge @bob"))) == "name_missing"
    may = Name("Aunt May")
    assert read_merge(from_text("/merge bob chen")) == (BOB, CHEN)
    assert read_merge(from_text("/merge bob, chen")) == (BOB, CHEN)
    assert read_merge(from_text("/merge Aunt May into bob")) == (may, BOB)
    assert read_merge(from_text("/merge “Aunt May” bob")) == (may, BOB)
    assert read_merge(from_text("/merge bob @chen")) == (BOB, CHEN)
    assert read_merge(from_text("/merge @chen Aunt May")) == (CHEN, may)
    assert code(lambda: read_merge(from_text("/merge Aunt May bob"))) == "name_missing"
    assert code(lambda: read_merge(from_text("/merge bob"))) == "name_missing"
    assert code(lambda: read_merge(from_text("/merge @a @b @c"))) == "too_many_names"


def line(text: str) -> Line:
    return from_text(f"/setting {text}")


def test_switches() -> None:
    assert read_switch(line("on")) is True
    assert read_switch(line("OFF.")) is False
    assert read_switch(line("")) is None
    assert read_switch(line("aus"), circle("de", "Asha Bob")) is False
    assert read_switch(line("да"), circle("ru")) is True
    assert code(lambda: read_switch(line("maybe"))) == "unknown_choice"


@pytest.mark.parametrize(
    ("text", "read"), [("eur", "EUR"), ("INR,", "INR"), ("₹", "INR"), ("kr", "SEK"), ("", None)]
)
def test_currencies(text: str, read: str | None) -> None:
    assert read_currency_choice(line(text)) == read


def test_currencies_by_the_groups_sign_and_unknown_ones() -> None:
    assert read_currency_choice(line("$"), currency("CAD")) == "CAD"
    for text in ("bitcoin", "XXX", "12"):
        assert code(lambda text=text: read_currency_choice(line(text))) == "unknown_currency"  # type: ignore[misc]  # a loop's value


def test_zones_and_languages_are_passed_on() -> None:
    assert read_timezone_choice(line("Asia/Kolkata")) == "Asia/Kolkata"
    assert read_timezone_choice(line("New York")) == "New_York"
    assert read_timezone_choice(line("")) is None
    assert read_language_choice(line("en-IN")) == "en_IN"
    assert read_language_choice(line("हिन्दी")) == "हिन्दी"
    assert read_language_choice(line("")) is None


def test_words_that_mean_somebody_else_are_nobodys_name() -> None:
    for text in ('"me"', '"All"', "@all", "@everyone"):
        with pytest.raises(LedgerError) as caught:
            read_members(from_text(f"/add {text}"))
        assert caught.value.code is Code.NAME_MISSING
        assert caught.value.details["examples"] == ("/add @bob", '/add "Grandma"')


@pytest.mark.parametrize(
    ("text", "example"), [("Zoe2,", "/add @Zoe2"), ('"Grand ma', '/add "Grand ma"')]
)
def test_examples_of_names_can_be_copied(text: str, example: str) -> None:
    with pytest.raises(LedgerError) as caught:
        read_members(from_text(f"/add {text}"))
    examples = caught.value.details["examples"]
    assert isinstance(examples, tuple)
    assert examples[0] == example
    assert all(read_members(from_text(one)) for one in examples)


def test_one_number_at_a_time() -> None:
    with pytest.raises(LedgerError) as caught:
        read_number(from_text("/delete 1 #2"))
    assert caught.value.code is Code.NUMBER_MISSING
    assert caught.value.details["examples"] == ("/delete 1", "/delete 2")
    number, rest = read_number(from_text("/edit 1 /split 1900 dinner"))
    assert (number, rest.words[0].text) == (1, "1900")


@pytest.mark.parametrize(
    ("text", "examples"),
    [
        ("+919812345678", ['"+919812345678"']),
        ("https://t.me/foo", ["@foo"]),
        ("me", ["@bob", '"Grandma"']),
        ("Grandma, Grandpa and Joe", ["@Grandma @Grandpa @Joe", '"Grandma" "Grandpa" "Joe"']),
        ("@Uncle Joe", ['"Uncle Joe"', '@Uncle "Joe"']),
        ("foo@example.com", ['"foo@example.com"']),
    ],
)
def test_whom_to_add_is_offered_as_it_can_be_written(text: str, examples: list[str]) -> None:
    with pytest.raises(LedgerError) as caught:
        read_members(from_text(f"/add {text}"))
    assert caught.value.details["examples"] == tuple(f"/add {one}" for one in examples)
    for example in examples:
        assert read_members(from_text(f"/add {example}"))


def test_words_that_say_nothing_stand_in_payments() -> None:
    assert settle("with @bob 10") == settle("@bob 10")
    assert settle("up with bob 10") == settle("@bob 10")
    assert settle("I paid @bob 10") == settle("me @bob 10")
    assert asks_for_plan(from_text("/settle up"))
    assert asks_for_plan(from_text("/settle all"))
    assert not asks_for_plan(from_text("/settle up with bob"))


def test_everybodys_balance() -> None:
    assert read_balance(from_text("/balance all")) is None
    assert read_balance(from_text("/balance @everyone")) is None
    assert read_balance(from_text("/balance me")) == ME


def test_a_month_of_a_year_and_quoted_words_are_looked_for() -> None:
    assert read_filter(from_text("/history march 2026"), TODAY, INR) == Search(period=(2026, 3))
    assert read_filter(from_text("/history tea Mar 2025"), TODAY, INR) == Search(
        words="tea", period=(2025, 3)
    )
    assert read_filter(from_text("/history “dinner”"), TODAY, INR).words == "dinner"
    assert read_filter(from_text("/history may tea"), TODAY, INR).words == "may tea"


@pytest.mark.parametrize(
    ("text", "code"), [("euro", "EUR"), ("Dollars", "USD"), ("rupees", "INR"), ("yen", "JPY")]
)
def test_a_currency_by_its_name(text: str, code: str) -> None:
    assert read_currency_choice(from_text(f"/currency {text}"), INR) == code


@pytest.mark.parametrize("text", ["9 pm", "9:00 pm", "at 9 pm", "every mon 9pm"])
def test_the_half_of_the_day_may_stand_apart(text: str) -> None:
    read = read_weekly(from_text(f"/weekly {text}"))
    assert read is not None
    assert read.at == time(21)


@pytest.mark.parametrize("text", ["all", "on", "monthly", "@everyone"])
def test_nobody_is_called_everyone(text: str) -> None:
    assert code(lambda: read_remind(from_text(f"/remind {text}"), INR)) == "unknown_choice"


def test_a_day_without_on_is_offered_with_it() -> None:
    with pytest.raises(LedgerError) as caught:
        settle("@bob 100 yesterday")
    assert caught.value.details["examples"][0] == "/settle @bob 100 on 2024-02-19"  # type: ignore[index]  # a tuple


@pytest.mark.parametrize(
    ("text", "search"),
    [
        ("2024-02-16", Search(period=(2024, 2, 16))),
        ("tea 2023", Search(words="tea", period=(2023,))),
        ("yesterday", Search(period=(2024, 2, 15))),
        (">500", Search(amount=AmountRange(INR, 50_001, None))),
        (">= 500", Search(amount=AmountRange(INR, 50_000, None))),
        ("<12.50 tea", Search(words="tea", amount=AmountRange(INR, None, 1249))),
        (">100 <500", Search(amount=AmountRange(INR, 10_001, 49_999))),
        (">20 EUR", Search(amount=AmountRange(currency("EUR"), 2001, None))),
        ("> tea", Search(words="> tea")),
    ],
)
def test_history_by_day_year_and_amount(text: str, search: Search) -> None:
    assert read_filter(from_text(f"/history {text}"), date(2024, 2, 16), INR) == search


def test_all_that_is_not_read_of_a_reminder_is_told() -> None:
    people = circle("en", "Asha Bob")
    with pytest.raises(LedgerError) as refused:
        read_remind(from_text("/remind bob on friday to pay me"), INR, people)
    assert refused.value.details["written"] == "on friday"
    assert refused.value.details["examples"] == ("/remind bob",)
