"""Payments in every language: recorded by /settle the right way round, asked about by /split."""

from __future__ import annotations

import pytest

from handlers.grammar.commands.settle_line import read_settle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.errors import Code, LedgerError
from ledger.core.members import Sender
from tests.handlers.grammar.groups import called, circle, read, sharing
from tests.handlers.grammar.reading import INR, TODAY

PEOPLE = "Asha Bob Chen"
SAID = [
    ("en", "bob paid me 20", "Bob", "me"),
    ("en", "bob sent me 20 back", "Bob", "me"),
    ("en", "i paid bob 20", "me", "Bob"),
    ("en", "sent 20 to bob", "me", "Bob"),
    ("de", "bob hat mir 20 gezahlt", "Bob", "me"),
    ("de", "bob hat mir 20 zurückgegeben", "Bob", "me"),
    ("de", "ich habe bob 20 gegeben", "me", "Bob"),
    ("fr", "bob m'a payé 20", "Bob", "me"),
    ("fr", "j'ai rendu 20 à bob", "me", "Bob"),
    ("es", "bob me pagó 20", "Bob", "me"),
    ("es", "le devolví 20 a bob", "me", "Bob"),
    ("pt_BR", "bob me passou 20", "Bob", "me"),
    ("pt_BR", "paguei 20 pro bob", "me", "Bob"),
    ("it", "bob mi ha dato 20", "Bob", "me"),
    ("it", "ho dato 20 a bob", "me", "Bob"),
    ("ru", "Bob заплатил мне 20", "Bob", "me"),
    ("ru", "Bob вернул 20", "Bob", "me"),
    ("ru", "я отдал Bob 20", "me", "Bob"),
    ("ru", "Bob отдал Chen 20", "Bob", "Chen"),
    ("uk", "Bob заплатив мені 20", "Bob", "me"),
    ("uk", "я віддала Bob 20", "me", "Bob"),
    ("tr", "Bob bana 20 ödedi", "Bob", "me"),
    ("tr", "Bob'a 20 gönderdim", "me", "Bob"),
    ("id", "bob bayar saya 20", "Bob", "me"),
    ("id", "saya transfer ke bob 20", "me", "Bob"),
    ("ar", "bob دفع لي 20", "Bob", "me"),
    ("ar", "دفعت 20 إلى bob", "me", "Bob"),
    ("hi", "bob ने मुझे 20 दिए", "Bob", "me"),
    ("hi", "bob ne mujhe 20 wapas diye", "Bob", "me"),
    ("hi", "मैंने bob को 20 दिए", "me", "Bob"),
    ("hi", "maine bob ko 20 diye", "me", "Bob"),
    ("hi", "bob se 20 mile", "Bob", "me"),
]


@pytest.mark.parametrize(("code", "text", "payer", "payee"), SAID)
def test_settle_records_it_the_way_it_went(code: str, text: str, payer: str, payee: str) -> None:
    found = read_settle(from_text(f"/settle {text}"), INR, TODAY, circle(code, PEOPLE))
    assert (called(found.payer), called(found.payee)) == (payer, payee)
    assert found.amount is not None
    assert found.amount.minor == 2000
    assert found.note is None


@pytest.mark.parametrize(("code", "text", "payer", "payee"), SAID)
def test_split_asks_whether_it_is_one(code: str, text: str, payer: str, payee: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read(code, text, PEOPLE)
    assert refused.value.code is Code.IS_A_PAYMENT
    lines = refused.value.details["lines"]
    assert isinstance(lines, tuple)
    assert len(lines) == 1
    meant = read_settle(from_text(lines[0]), INR, TODAY, circle(code, PEOPLE))
    assert (called(meant.payer), called(meant.payee)) == (payer, payee)


@pytest.mark.parametrize(
    ("code", "text", "line"),
    [
        ("en", "bob paid me 20 for pizza", "/settle @Bob me 20 // pizza"),
        ("en", "i paid bob 20 yesterday", "/settle @Bob 20 on 2024-02-19"),
        ("en", "20 from bob", "/settle @Bob me 20"),
        ("ru", "20 от Боба", "/settle @Боб me 20"),
        ("ru", "заплатила Маше 20", "/settle @Маша 20"),
    ],
)
def test_what_else_says_that_it_is_one(code: str, text: str, line: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read(code, text, "Аша Боб Маша" if code == "ru" else PEOPLE)
    assert refused.value.details["lines"] == (line,)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "i paid 20 for bob"),
        ("en", "bob paid 20, chen and me"),
        ("en", "bob paid 20 for drinks with chen"),
        ("en", "20 taxi from bob"),
        ("en", "paid back 20"),
        ("de", "bob hat 20 für getränke bezahlt"),
        ("fr", "bob a payé 20 pour le taxi avec chen"),
        ("es", "bob pagó 20 cena"),
        ("tr", "bob 20 taksi ödedi"),
        ("hi", "bob ने 20 दिए चाय"),
    ],
)
def test_an_expense_is_none(code: str, text: str) -> None:
    assert read(code, text, PEOPLE).amount.minor == 2000


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "отдал Bob 20"),
        ("uk", "віддав Bob 20"),
        ("de", "gab bob 20"),
        ("ar", "دفعت bob 20"),
    ],
)
def test_a_verb_before_a_name_that_may_be_either_is_asked_about(code: str, text: str) -> None:
    with pytest.raises(LedgerError) as refused:
        read_settle(from_text(f"/settle {text}"), INR, TODAY, circle(code, PEOPLE))
    assert refused.value.details["direction"]
    lines = refused.value.details["examples"]
    assert isinstance(lines, tuple)
    found = [read_settle(from_text(line), INR, TODAY, circle(code, PEOPLE)) for line in lines]
    ways = [(called(one.payer), called(one.payee)) for one in found]
    assert ways == [("me", "Bob"), ("Bob", "me")]


def test_who_gave_back_what_is_asked_where_nothing_says_it() -> None:
    for code, text in (("en", "bob 20 back"), ("ru", "отдал Bob 20")):
        with pytest.raises(LedgerError) as refused:
            read(code, text, PEOPLE)
        assert refused.value.code is Code.IS_A_PAYMENT
        assert refused.value.details["lines"] == ("/settle @Bob 20", "/settle @Bob me 20")


@pytest.mark.parametrize(
    ("text", "owes", "owed"),
    [
        ("मुझे bob को 30 देने हैं", "me", "Bob"),
        ("mujhe bob ko 30 dene hain chai", "me", "Bob"),
        ("मुझे bob से 30 लेने हैं", "Bob", "me"),
        ("bob se 30 lene hain", "Bob", "me"),
        ("bob ko mujhse 30 lene hain", "me", "Bob"),
    ],
)
def test_who_has_to_give_in_hindi(text: str, owes: str, owed: str) -> None:
    line = read("hi", text, PEOPLE)
    assert [called(whom) for whom, _ in line.participants] == [owes]
    assert [called(whom) for whom, _ in line.payers] in ([owed], [] if owed == "me" else [owed])
    assert sharing(line).endswith(f"-{owed}")
    assert line.amount.minor == 3000


@pytest.mark.parametrize("text", ["bob को मुझे 30 देने हैं", "bob ko 30 dene hain"])
def test_who_has_to_give_is_asked_where_hindi_leaves_it_open(text: str) -> None:
    line, people = from_text(f"/split {text}"), circle("hi", PEOPLE)
    with pytest.raises(LedgerError) as refused:
        read_split(line, INR, TODAY, people)
    assert refused.value.code is Code.DEBT_UNCLEAR
    bob_owes, i_owe = (read_split(line, INR, TODAY, people, choice) for choice in (0, 1))
    assert sharing(bob_owes) == "Bob -me"
    assert sharing(i_owe) == "me -Bob"
    assert [called(whom) for whom, _ in i_owe.payers] == ["Bob"]
    assert bob_owes.payers in ((), ((Sender(), None),))
    lines = refused.value.details["examples"]
    assert isinstance(lines, tuple)
    again = [sharing(read_split(from_text(one), INR, TODAY, people)) for one in lines]
    assert again == [sharing(bob_owes), sharing(i_owe)]


@pytest.mark.parametrize("text", ["gpay bob 500", "gpay 500 bob", "venmo 500 bob", "cash 500 bob"])
def test_how_money_went_and_one_name_is_a_payment_either_way_round(text: str) -> None:
    with pytest.raises(LedgerError) as asked:
        read_split(from_text(f"/split {text}"), INR, TODAY, circle("en_IN", PEOPLE))
    means = text.split()[0]
    assert asked.value.code is Code.IS_A_PAYMENT
    assert asked.value.details["lines"] == (
        f"/settle @Bob 500 // {means}",
        f"/settle @Bob me 500 // {means}",
    )


@pytest.mark.parametrize(
    "text",
    ["dinner 500 with bob cash", "upi 500", "gpay 500 dinner with bob", "500 cash bob and me"],
)
def test_of_what_was_shared_it_only_says_how(text: str) -> None:
    line = read_split(from_text(f"/split {text}"), INR, TODAY, circle("en_IN", PEOPLE))
    assert line.amount.minor == 50000


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("sent bob 640 on gpay, we're square", "/settle @Bob 640 // on gpay, we're square"),
        ("sent bob 640 we are even now", "/settle @Bob 640 // we are even now"),
        ("i sent bob 640 so we're square", "/settle @Bob 640 // so we're square"),
        ("bob sent me 640, we're even", "/settle @Bob me 640 // we're even"),
        ("transferred 640 to bob, all good now", "/settle @Bob 640 // all good now"),
    ],
)
def test_that_all_is_square_now_is_said_of_a_payment(text: str, meant: str) -> None:
    with pytest.raises(LedgerError) as asked:
        read_split(from_text(f"/split {text}"), INR, TODAY, circle("en_IN", PEOPLE))
    assert asked.value.code is Code.IS_A_PAYMENT
    assert asked.value.details["lines"] == (meant,)


@pytest.mark.parametrize("text", ["dinner 640 with bob, all good", "640 dinner split even"])
def test_what_was_shared_is_no_payment_for_being_square(text: str) -> None:
    line = read_split(from_text(f"/split {text}"), INR, TODAY, circle("en_IN", PEOPLE))
    assert line.amount.minor == 64000
