"""Lines as friends type them in a hurry: booked as meant, or asked about."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from handlers.grammar.circle import Circle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from handlers.grammar.repair import correct_expense
from ledger.core.errors import Code, LedgerError
from ledger.storage.database import Store
from tests.handlers.grammar.recorded import INR, UndoneError, people_of, read
from tests.handlers.grammar.recorded import store as store

ALL = ("asha", "bob", "chen", "dia", "grandma")


def equally(minor: int, *names: str) -> dict[str, int]:
    """Return what each owes of an amount that they share to the unit."""
    return dict.fromkeys(names, minor // len(names))


@pytest.mark.parametrize(
    ("text", "shares", "description"),
    [
        ("pizza 20 w bob", equally(2000, "asha", "bob"), "pizza"),
        ("20 pizza w/bob", equally(2000, "asha", "bob"), "pizza"),
        ("30 pizza with chen n bob", equally(3000, "asha", "bob", "chen"), "pizza"),
        ("20 pizza bob n me", equally(2000, "asha", "bob"), "pizza"),
        ("uber 340 btw me and bob", equally(34000, "asha", "bob"), "uber"),
        ("cab 250 bob+me", equally(25000, "asha", "bob"), "cab"),
        ("450 dinner with all", equally(45000, *ALL), "dinner"),
        ("450 dinner for all of us", equally(45000, *ALL), "dinner"),
        ("450 dinner everyone but grandma n me", equally(45000, "bob", "chen", "dia"), "dinner"),
        ("dinner 400 - bob didn't eat", equally(40000, "asha", "chen", "dia", "grandma"), "dinner"),
        ("dinner 400 skip chen", equally(40000, "asha", "bob", "dia", "grandma"), "dinner"),
        ("60 dinner shared by bob and chen", equally(6000, "bob", "chen"), "dinner"),
        ("50 lunch, chen owes me 20", {"asha": 3000, "chen": 2000}, "lunch"),
        ("50 lunch bob's share 20", {"asha": 3000, "bob": 2000}, "lunch"),
        ("50 lunch bob 20 rest chen", {"bob": 2000, "chen": 3000}, "lunch"),
        ("50 lunch bob 20 chen the rest", {"bob": 2000, "chen": 3000}, "lunch"),
        ("60 dinner 1/3 bob", {"asha": 4000, "bob": 2000}, "dinner"),
        ("60 dinner bob 1/3 chen 2/3", {"bob": 2000, "chen": 4000}, "dinner"),
        ("60 dinner double for bob", {"asha": 2000, "bob": 4000}, "dinner"),
        ("500 dinner bob only 100", {"asha": 40000, "bob": 10000}, "dinner"),
        ("dinner 500 (me 300, bob 200)", {"asha": 30000, "bob": 20000}, "dinner"),
        ("3 beers @5", equally(1500, *ALL), "beers"),
        ("90 dinner with bob 60/40", {"asha": 5400, "bob": 3600}, "dinner"),
        ("90 dinner 60/40 bob and chen only", {"bob": 5400, "chen": 3600}, "dinner"),
        ("90 dinner bob paid, 2:1 with me", {"asha": 3000, "bob": 6000}, "dinner"),
        ("500 dinner 60-40 bob", {"asha": 30000, "bob": 20000}, "dinner"),
        ("400 dinner 3 to 1 with bob", {"asha": 30000, "bob": 10000}, "dinner"),
        ("60 dinner 8:30 with bob", equally(6000, "asha", "bob"), "dinner 8:30"),
        ("60 dinner split 3 ways with bob and chen", equally(6000, "asha", "bob", "chen"), None),
        ("60 sushi bob chen each", equally(18000, "asha", "bob", "chen"), "sushi"),
        ("bob chen 30 each sushi", equally(9000, "asha", "bob", "chen"), "sushi"),
        ("bob20 chen30 sushi", {"bob": 2000, "chen": 3000}, "sushi"),
        ("1.5k dinner w bob & chen, bob paid", equally(150000, "bob", "chen"), "dinner"),
        ("100 dinner 50/50 bob", equally(10000, "asha", "bob"), "dinner"),
        ("dinner 12 (bob 5) (chen 7)", {"bob": 500, "chen": 700}, "dinner"),
        ("12 dinner + 10% tip with bob", equally(1320, "asha", "bob"), "dinner"),
        ("dinner 12 +10% tip with bob", equally(1320, "asha", "bob"), "dinner"),
        ("dinner 12 on feb 20 with bob", equally(1200, "asha", "bob"), "dinner"),
    ],
)
def test_booked_as_meant(
    store: Store, text: str, shares: Mapping[str, int], description: str | None
) -> None:
    got = read(store, f"/split {text}")
    assert got.shares == shares
    assert description in (None, got.contents.description)


@pytest.mark.parametrize(
    ("text", "paid"),
    [
        ("dinner 500 paid half by me half by bob", {"asha": 25000, "bob": 25000}),
        ("dinner 500 bob and chen each paid half", {"bob": 25000, "chen": 25000}),
        ("dinner 500 pd by bob", {"bob": 50000}),
    ],
)
def test_who_paid(store: Store, text: str, paid: Mapping[str, int]) -> None:
    got = read(store, f"/split {text}")
    assert (got.paid, got.contents.amount_minor) == (paid, 50000)
    assert len(got.shares) == 5


@pytest.mark.parametrize(
    ("text", "payer", "shares"),
    [
        ("45 lunch w chen and dia, bob payed", "bob", equally(4500, "bob", "chen", "dia")),
        ("45 lunch with chen, dia, bob paid", "bob", equally(4500, "bob", "chen", "dia")),
        ("40 lunch with chen; bob paid", "bob", equally(4000, "bob", "chen")),
        ("60 drinks with bob, chen paid by dia", "dia", equally(6000, "bob", "chen", "dia")),
        ("15 shopping, i owe bob 5", "bob", {"asha": 500, "bob": 1000}),
        ("dinner paid by bob\n20 pasta bob\n15 pizza chen", "bob", {"bob": 2000, "chen": 1500}),
        ("dinner, bob paid\n20 pasta bob\n15 pizza chen", "bob", {"bob": 2000, "chen": 1500}),
        ("dinner\n20 pasta bob\n15 pizza chen\npaid by dia", "dia", {"bob": 2000, "chen": 1500}),
        ("dinner\n20 pasta bob\n20 pizza chen\ndiscount -4", "asha", equally(3600, "bob", "chen")),
        ("food\n1. eggs 10 bob\n2. beer 20 chen", "asha", {"bob": 1000, "chen": 2000}),
    ],
)
def test_who_paid_for_whom(store: Store, text: str, payer: str, shares: Mapping[str, int]) -> None:
    got = read(store, f"/split {text}")
    assert [*got.paid] == [payer]
    owed = {name: minor for name, minor in got.shares.items() if minor}
    assert owed == shares
    assert got.contents.description in ("lunch", "drinks", "shopping", "dinner", "food")


def test_a_day_that_there_is_not_is_no_amount(store: Store) -> None:
    with pytest.raises(LedgerError) as refused:
        read(store, "/split dinner 12 on feb 30")
    assert refused.value.code is Code.BAD_DATE


def test_what_was_got_back_and_the_day_before_yesterday(store: Store) -> None:
    got = read(store, "/split got back 90 deposit with bob the day before yesterday")
    assert (got.contents.is_refund, got.days_ago) == (True, 2)
    assert got.contents.description == "deposit"
    assert read(store, "/split 20 quid pub").contents.currency == "GBP"


@pytest.mark.parametrize(
    ("language", "text", "days_ago"),
    [
        ("en", "60 dinner 2 days ago", 2),
        ("en", "dinner 60 2 days ago", 2),
        ("en", "dinner 60 yesterday evening with bob", 1),
        ("de", "60 essen vor 2 tagen", 2),
        ("es", "60 cena hace 3 días", 3),
        ("it", "60 cena 2 giorni fa", 2),
        ("ru", "60 ужин 2 дня назад", 2),
    ],
)
def test_days_ago(store: Store, language: str, text: str, days_ago: int) -> None:
    got = read(store, f"/split {text}", language)
    assert got.days_ago == days_ago
    assert " " not in got.contents.description


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "essen 60 am 3. märz mit bob"),
        ("es", "essen 60 el 3 de marzo con bob"),
        ("es", "60 essen el 3 de marzo"),
        ("pt_BR", "essen 60 3 de março com bob"),
    ],
)
def test_a_day_of_a_month_in_any_language_is_no_amount(
    store: Store, language: str, text: str
) -> None:
    got = read(store, f"/split {text}", language).contents
    assert (got.amount_minor, got.on.month, got.on.day) == (6000, 3, 3)
    assert got.description == "essen"


def test_short_weekdays_and_dates_end_a_line(store: Store) -> None:
    assert read(store, "/split 60 dinner fri").contents.on.weekday() == 4
    dated = read(store, "/split 60 dinner 12 nov").contents
    assert (dated.on.month, dated.on.day, dated.description) == (11, 12, "dinner")


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("12 bob 13 charlie", [25]),
        ("pizza 12 bob 13 chen", [25]),
        ("12 for bob and 13 for me", [25]),
        ("30 bob 10 chen", [40, 30]),
        ("rent 1 200", [1200, 1, 200]),
        ("rent 1.200", [1200, 1.2]),
        ("20 beer and 30 wine", [20, 30, 50]),
        ("20 pizza, 10 drinks with bob", [20, 10, 30]),
    ],
)
def test_which_number_is_the_amount_is_asked(
    store: Store, text: str, readings: list[float]
) -> None:
    with pytest.raises(LedgerError) as refused:
        read(store, f"/split {text}")
    assert refused.value.code is Code.AMOUNT_AMBIGUOUS
    asked = refused.value.details["readings"]
    assert isinstance(asked, tuple)
    assert [one.minor / 100 for one in asked] == readings
    for choice, amount in enumerate(readings):
        got = read(store, f"/split {text}", choice=choice)
        assert got.contents.amount_minor == round(amount * 100)
    examples = refused.value.details["examples"]
    assert isinstance(examples, tuple)
    assert read(store, examples[0]).contents.amount_minor == round(readings[0] * 100)


def test_parts_alone_are_the_parts_of_their_names(store: Store) -> None:
    got = read(store, "/split 12 bob 13 charlie", choice=0)
    assert got.shares == {"bob": 1200, "charlie": 1300}
    assert read(store, "/split 30 @bob 10 @chen").shares["bob"] == 1000, "the grammar's own form"


@pytest.mark.parametrize("text", ["30 refund policy book", "refund policy book 30"])
def test_a_refund_that_may_be_none_is_asked(store: Store, text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read(store, f"/split {text}")
    assert refused.value.code is Code.REFUND_UNCLEAR
    came_back, spent = (read(store, f"/split {text}", choice=choice) for choice in (0, 1))
    assert (came_back.contents.is_refund, came_back.contents.description) == (True, "policy book")
    assert not spent.contents.is_refund
    assert spent.contents.description == "refund policy book"
    lines = refused.value.details["examples"]
    assert isinstance(lines, tuple)
    assert [read(store, one).contents.is_refund for one in lines] == [True, False]


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("90 dinner 2:1:1 @bob", None),
        ("90 dinner 60/40", None),
        ("90 dinner 50/50", None),
        ("60 dinner 3 ways", None),
        ("90 dinner 60/40 bob and chen", {"bob": 5400, "chen": 3600}),
    ],
)
def test_a_ratio_of_a_wrong_length_is_asked_about(
    store: Store, text: str, example: Mapping[str, int] | None
) -> None:
    with pytest.raises(LedgerError) as refused:
        read(store, f"/split {text}")
    assert refused.value.details["reason"] == "ratio"
    lines = refused.value.details["examples"]
    assert isinstance(lines, tuple)
    assert [read(store, one).shares for one in lines] == ([] if example is None else [example])


def test_a_name_left_in_the_description_is_offered_beside_those_named(store: Store) -> None:
    assert read(store, "/split 20 pizza with chen, bob's birthday").too == ["bob"]


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("500 dinner me 2 bob 1", "/split 500 dinner me x2 @bob x1"),
        ("500 dinner me:2 bob:1", "/split 500 dinner me x2 @bob x1"),
        ("60 sushi chen paid half", "/split 60 sushi paid @Chen 30 me"),
    ],
)
def test_a_proposal_keeps_what_was_clear(store: Store, text: str, example: str) -> None:

    with pytest.raises(LedgerError) as refused:
        read(store, f"/split {text}")
    with pytest.raises(UndoneError), store.transaction() as tx:  # noqa: PT012
        book = people_of(tx)
        circle = Circle(book.roster, book.require_actor().id)
        line = read_split(from_text(f"/split {text}"), INR, book.today, circle)
        correct_expense(refused.value, line, INR)
        raise UndoneError
    assert refused.value.details["examples"] == (example,)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("bob paid me back 50", "/settle @bob me 50"),
        ("bob gave me 50", "/settle @bob me 50"),
        ("bob returned 50", "/settle @bob me 50"),
        ("i paid bob back 50", "/settle @bob 50"),
        ("paid 50 to bob", "/settle @bob 50"),
        ("50 paid to chen", "/settle @Chen 50"),
        ("bob gave chen 50", "/settle @bob @Chen 50"),
    ],
)
def test_a_payment_is_asked_about(store: Store, text: str, meant: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read(store, f"/split {text}")
    assert refused.value.code is Code.IS_A_PAYMENT
    assert refused.value.details["lines"] == (meant,)


@pytest.mark.parametrize("text", ["bob paid 50", "50 bob paid", "50 i paid", "50 gave"])
def test_an_expense_is_no_payment(store: Store, text: str) -> None:
    assert read(store, f"/split {text}").contents.amount_minor == 5000
