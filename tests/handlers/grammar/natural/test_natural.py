"""Lines as people write them, without @: read by the grammar, recorded in a real book."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from handlers.grammar.circle import Circle
from handlers.grammar.commands.settle_line import read_settle
from handlers.grammar.lexer import from_text
from ledger.core.entries import Source
from ledger.core.errors import LedgerError
from ledger.journal.recording import record_payment
from ledger.storage.database import Store
from tests.handlers.grammar.recorded import GOLDEN, INR, Read, UndoneError, people_of, read
from tests.handlers.grammar.recorded import store as store

SPLITS = [case for case in GOLDEN["cases"] if case["text"].startswith("/split ")]


def check(got: Read, case: Mapping[str, Any]) -> None:
    """Compare what was recorded with what a case says."""
    wanted = next(
        (case[key] for key in ("shares", "shares_eur", "shares_within") if key in case), None
    ) or case.get("asks_or", {}).get("shares")
    for name in {*got.shares, *wanted}:
        assert abs(got.shares.get(name, 0) - wanted.get(name, 0)) <= case.get("within", 0), (
            got.shares
        )
    if "paid" in case:
        assert got.paid == case["paid"]
    if "description" in case:
        assert got.contents.description == case["description"]
    assert got.contents.currency == case.get("currency", "INR")
    assert got.days_ago == case.get("days_ago", 0)
    for name in case.get("offers", ()):
        assert name in got.seen
    for name in case.get("offers_new", ()):
        assert name in got.unknown
    if case.get("no_offer"):
        assert not got.line.doubts
    if "asks_or" in case:
        assert got.too == [case["asks_or"]["or_with"]]


RECORDED = [
    case
    for case in GOLDEN["cases"]
    if case["text"].startswith("/split")
    and not {"asks", "refund", "refused", "suggests", "payment"} & {*case}
]


@pytest.mark.parametrize("case", RECORDED, ids=lambda case: case["text"])
def test_recorded_as_meant(store: Store, case: Mapping[str, Any]) -> None:
    check(read(store, case["text"], case.get("group_language")), case)


@pytest.mark.parametrize(
    "case", [case for case in GOLDEN["cases"] if "asks" in case], ids=lambda case: case["text"]
)
def test_asked_where_two_numbers_may_be_the_amount(store: Store, case: Mapping[str, Any]) -> None:
    with pytest.raises(LedgerError) as refused:
        read(store, case["text"])
    readings = refused.value.details["readings"]
    assert [str(reading.minor // 100) for reading in readings] == case["asks"]  # type: ignore[attr-defined]
    for choice, amount in enumerate(case["asks"]):
        assert read(store, case["text"], choice=choice).contents.amount_minor == int(amount) * 100


@pytest.mark.parametrize(
    "case", [case for case in GOLDEN["cases"] if "refused" in case], ids=lambda case: case["text"]
)
def test_refused(store: Store, case: Mapping[str, Any]) -> None:
    with pytest.raises(LedgerError):
        read(store, case["text"])


@pytest.mark.parametrize(
    ("text", "shares", "description"),
    [
        ("/split 30 lunch bob:10, chen:20", {"bob": 1000, "chen": 2000}, "lunch"),
        ("/split 30 lunch bob: 10 chen: 20", {"bob": 1000, "chen": 2000}, "lunch"),
        ("/split 30 lunch bob=10 chen=20", {"bob": 1000, "chen": 2000}, "lunch"),
        ("/split 30 lunch bob/chen", {"asha": 1000, "bob": 1000, "chen": 1000}, "lunch"),
        ("/split 30 lunch bob+chen", {"asha": 1000, "bob": 1000, "chen": 1000}, "lunch"),
        ("/split 30 lunch (bob, chen)", {"asha": 1000, "bob": 1000, "chen": 1000}, "lunch"),
        ("/split 30 lunch with (bob and chen)", {"asha": 1000, "bob": 1000, "chen": 1000}, "lunch"),
        ("/split 50 dinner plus 10 tip with bob", {"asha": 3000, "bob": 3000}, "dinner"),
    ],
)
def test_names_are_set_apart_from_marks(
    store: Store, text: str, shares: Mapping[str, int], description: str
) -> None:
    got = read(store, text)
    assert got.shares == shares
    assert got.contents.description == description


@pytest.mark.parametrize("text", ["shop 24/7", "bread/milk", "note: bob", "ratio 3:2 bread"])
def test_other_marks_stay_in_the_description(store: Store, text: str) -> None:
    assert len(read(store, f"/split 30 {text}").shares) == 5


@pytest.mark.parametrize(
    ("text", "shares", "paid", "description"),
    [
        ("/split bob owes me 30 for lunch", {"bob": 3000}, {"asha": 3000}, "lunch"),
        ("/split i owe bob 30", {"asha": 3000}, {"bob": 3000}, ""),
        ("/split chen and bob owe me 30 each", {"bob": 3000, "chen": 3000}, {"asha": 6000}, ""),
        (
            "/split 30 taxi me and bob, chen paid",
            {"asha": 1000, "bob": 1000, "chen": 1000},
            {"chen": 3000},
            "taxi",
        ),
        (
            "/split 120 dinner bob 40 chen 30 me the rest",
            {"asha": 5000, "bob": 4000, "chen": 3000},
            {"asha": 12000},
            "dinner",
        ),
        (
            "/split 120 dinner bob 40, the rest me and chen",
            {"asha": 4000, "bob": 4000, "chen": 4000},
            {"asha": 12000},
            "dinner",
        ),
    ],
)
def test_who_owes_whom_and_the_rest(
    store: Store, text: str, shares: Mapping[str, int], paid: Mapping[str, int], description: str
) -> None:
    got = read(store, text)
    assert (got.shares, got.paid, got.contents.description) == (shares, paid, description)


def test_last_friday_is_a_day_and_every_stranger_is_told(store: Store) -> None:
    assert 1 <= read(store, "/split 30 lunch last friday").days_ago <= 7
    assert read(store, "/split 30 lunch with mum and dad").unknown == ["mum", "dad"]
    german = read(store, "/split 30 kino gestern von bob bezahlt", "de")
    assert (german.contents.description, german.paid) == ("kino", {"bob": 3000})


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("/split 20 pizza half bob half me", {"asha": 1000, "bob": 1000}),
        ("/split 20 pizza bob half chen half", {"bob": 1000, "chen": 1000}),
        ("/split 20 pizza half with bob", {"asha": 1000, "bob": 1000}),
        ("/split 20 pizza bob 5 more", {"asha": 750, "bob": 1250}),
        ("/split 20 pizza all - chen", {"asha": 500, "bob": 500, "dia": 500, "grandma": 500}),
        ("/split 5.00 pizza 2 for bob 3 for chen", {"bob": 200, "chen": 300}),
        ("/split 20 pizza 2 for bob 3 for chen", {"asha": 1500, "bob": 200, "chen": 300}),
    ],
)
def test_halves_more_and_minus(store: Store, text: str, shares: Mapping[str, int]) -> None:
    got = read(store, text)
    assert (got.shares, got.contents.description) == (shares, "pizza")


def test_whoever_bought_it_paid(store: Store) -> None:
    assert read(store, "/split bob bought pizza for 30").paid == {"bob": 3000}
    assert read(store, "/split 25 lunch bob paid 10 and i paid the rest").paid == {
        "asha": 1500,
        "bob": 1000,
    }
    assert read(store, "/split eur 100 hotel").contents.currency == "EUR"


@pytest.mark.parametrize(
    "case", [case for case in GOLDEN["cases"] if "payment" in case], ids=lambda case: case["text"]
)
def test_payments(store: Store, case: Mapping[str, Any]) -> None:
    found: list[tuple[str, str, int]] = []
    with pytest.raises(UndoneError), store.transaction() as tx:  # noqa: PT012
        book = people_of(tx)
        circle = Circle(book.roster, book.require_actor().id, frozenset({"en"}))
        read = read_settle(from_text(case["text"]), INR, book.today, circle)
        entry = record_payment(book, read.payer, read.payee, read.amount, Source("s")).entry
        names = {one.id: one.first_name.lower() for one in book.roster}
        contents = entry.contents
        payer, payee = contents.payers[0].member, contents.owers[0].member
        found.append((names[payer], names[payee], contents.amount_minor))
        raise UndoneError
    wanted = case["payment"]
    assert found == [(wanted["from"], wanted["to"], wanted["minor"])]


MORE_PAYMENTS = [
    ("paid bob 20", "asha", "bob"),
    ("i paid bob 20", "asha", "bob"),
    ("20 bob", "asha", "bob"),
    ("bob to chen 20", "bob", "chen"),
    ("bob gave chen 20", "bob", "chen"),
    ("bob gave me 20", "bob", "asha"),
    ("got 20 from bob", "bob", "asha"),
    ("20 from bob to chen", "bob", "chen"),
    ("20 to chen from bob", "bob", "chen"),
    ("chen -> bob 20", "chen", "bob"),
    ("dia mehta 20", "asha", "dia"),
    ("20 to grandma yesterday", "asha", "grandma"),
    ("bob paid 20", "bob", "asha"),
    ("@bob paid me 20", "bob", "asha"),
    ("20 rupees to bob for the taxi", "asha", "bob"),
]


@pytest.mark.parametrize(("text", "payer", "payee"), MORE_PAYMENTS, ids=lambda value: value)
def test_payments_never_go_the_other_way(store: Store, text: str, payer: str, payee: str) -> None:
    case = {"text": f"/settle {text}", "payment": {"from": payer, "to": payee, "minor": 2000}}
    test_payments(store, case)


SPOKEN = [
    ("de", "bob hat 60 für getränke bezahlt", {"bob": 6000}, 5, "getränke"),
    ("de", "60 getränke von bob bezahlt", {"bob": 6000}, 5, "getränke"),
    ("de", "20 pizza am freitag mit bob", {"asha": 2000}, 2, "pizza"),
    ("fr", "bob a payé 60 pour le taxi avec chen", {"bob": 6000}, 2, "le taxi"),
    ("es", "100 hotel todos menos chen", {"asha": 10000}, 4, "hotel"),
    ("pt_BR", "eu paguei 60 táxi com bob", {"asha": 6000}, 2, "táxi"),
    ("it", "20 a testa biglietti con bob e chen", {"asha": 6000}, 3, "biglietti"),
    ("ru", "bob заплатил 60 за напитки с chen", {"bob": 6000}, 2, "напитки"),
    ("uk", "я заплатила 60 за таксі з bob", {"asha": 6000}, 2, "таксі"),
    ("tr", "100 otel chen hariç", {"asha": 10000}, 4, "otel"),
    ("tr", "60 taksi bob ödedi", {"bob": 6000}, 5, "taksi"),
    ("id", "60 minum dibayar bob", {"bob": 6000}, 5, "minum"),
    ("hi", "60 ड्रिंक्स bob ने दिए", {"bob": 6000}, 5, "ड्रिंक्स"),
    ("hi", "100 होटल chen को छोड़कर", {"asha": 10000}, 4, "होटल"),
    ("ar", "60 مشروبات دفع bob", {"bob": 6000}, 5, "مشروبات"),
    ("en", "bob paid 60, chen and me", {"bob": 6000}, 3, ""),
    ("en", "bob owes me 20 for lunch", {"asha": 2000}, 1, "lunch"),
    ("en", "paid 20 for pizza with bob", {"asha": 2000}, 2, "pizza"),
    ("en", "30 lunch last friday with bob", {"asha": 3000}, 2, "lunch"),
    ("en", "bob and chen paid 60 drinks", {"bob": 3000, "chen": 3000}, 5, "drinks"),
]


@pytest.mark.parametrize(("language", "text", "paid", "sharing", "description"), SPOKEN)
def test_every_language_says_who_paid_and_who_shares(
    store: Store, language: str, text: str, paid: Mapping[str, int], sharing: int, description: str
) -> None:
    got = read(store, f"/split {text}", language)
    assert got.paid == paid
    assert len(got.shares) == sharing
    assert got.contents.description == description


REFUNDS = [case for case in GOLDEN["cases"] if "refund" in case]


@pytest.mark.parametrize("case", REFUNDS, ids=lambda case: case["text"])
def test_money_that_came_back_is_shared(store: Store, case: Mapping[str, Any]) -> None:
    got = read(store, case["text"])
    assert got.contents.is_refund
    assert got.paid == case["refund"]["received"]
    assert got.shares == case["refund"]["credited"]


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("/split 90 refund for flights", "flights"),
        ("/split 90 refund", ""),
        ("/split -90 flights", "flights"),
        ("/refund flights 90", "flights"),
        ("/refund -90 flights", "flights"),
    ],
)
def test_other_words_for_what_came_back(store: Store, text: str, description: str) -> None:
    got = read(store, text)
    assert (got.contents.is_refund, got.contents.description) == (True, description)
    assert got.contents.amount_minor == 9000


def test_a_refund_elsewhere_in_a_line_is_description(store: Store) -> None:
    assert not read(store, "/split 90 fees of a refund").contents.is_refund


def test_the_same_number_twice_is_nothing_to_ask_about(store: Store) -> None:
    assert read(store, "/split 2 tea table 2").contents.amount_minor == 200
