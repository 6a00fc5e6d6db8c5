"""What a line perhaps means besides, told by who is here and which currencies were used."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ledger.core.amendment import Amendment
from ledger.core.doubts import NO_DOUBTS, Doubts
from ledger.core.expense_line import ExpenseLine
from ledger.core.members import Name
from ledger.core.money import Currency, Money
from ledger.core.shares import EQUAL_PART
from ledger.journal import amending
from tests.ledger.chat import ASHA, DIA, Chat, expense, new_source


@pytest.fixture
def chat(chat: Chat) -> Chat:
    chat.join(DIA)
    return chat


def doubted(chat: Chat, line: ExpenseLine, **doubts: object) -> Doubts:
    line = replace(line, doubts=Doubts(**doubts))  # type: ignore[arg-type]
    return chat.split(ASHA, line).entry.doubts


def test_a_word_like_a_name_is_perhaps_a_slip_for_somebody_who_shares_too(chat: Chat) -> None:
    bob, chen, dia = (chat.member(name).id for name in ("bob", "chen", "dia"))
    unknown = ("chenn", "train", "chenn", "bobb")
    line = expense(90, "tea", "bob")
    assert doubted(chat, line, unknown=unknown) == Doubts(unknown=unknown, too=(chen,))
    # What was doubted before comes first, and nobody twice.
    asked = doubted(chat, line, unknown=unknown, too=(dia, chen))
    assert asked == Doubts(unknown=unknown, too=(dia, chen))
    assert doubted(chat, expense(90), unknown=("chenn",), seen=(bob,)).seen == (bob, chen)


def test_where_all_share_nobody_more_is_asked_for(chat: Chat) -> None:
    unknown = ("chenn",)
    everyone = replace(expense(90, "tea"), everyone=True)
    assert doubted(chat, everyone, unknown=unknown) == Doubts(unknown=unknown)
    with_bob = replace(expense(90, "tea", "bob"), everyone=True)
    assert doubted(chat, with_bob, unknown=unknown) == Doubts(unknown=unknown)


def test_words_that_are_like_nobodys_name_name_nobody(chat: Chat) -> None:
    assert doubted(chat, expense(90, "tea", "bob"), unknown=("train",)).too == ()
    assert doubted(chat, expense(90), unknown=("train",)).seen == ()
    assert chat.split(ASHA, expense(90)).entry.doubts == NO_DOUBTS


def test_a_currency_never_used_here_is_perhaps_the_groups_own(chat: Chat) -> None:
    euros = expense(Money(900, Currency("EUR")))
    assert chat.split(ASHA, euros).entry.doubts == Doubts(own=Currency("INR"))
    assert chat.split(ASHA, euros).entry.doubts == NO_DOUBTS
    elsewhere = Chat(chat.store, chat.clock, -2, "Elsewhere")
    assert elsewhere.split(ASHA, euros).entry.doubts.own == "INR"
    assert elsewhere.split(ASHA, expense(90)).entry.doubts == NO_DOUBTS


def test_a_line_said_anew_has_doubts_of_its_own(chat: Chat) -> None:
    doubted(chat, expense(90, "tea", "bob"), unknown=("train",))
    anew = replace(expense(90, "tea", "bob", "dia"), doubts=Doubts(unknown=("rain",)))
    assert chat.revise(ASHA, 1, anew).entry.doubts == Doubts(unknown=("rain",))
    assert chat.revise(ASHA, 1, expense(80, "tea", "bob")).entry.doubts == NO_DOUBTS


def amended(chat: Chat, line: ExpenseLine, unknown: tuple[str, ...], amendment: Amendment) -> str:
    """Return the words of a line that are still asked about once it is amended."""
    number = chat.split(ASHA, replace(line, doubts=Doubts(unknown=unknown))).entry.number
    with chat.open(ASHA) as book:
        written = amending.amend(book, number, amendment, new_source())
    return " ".join(written.entry.doubts.unknown)


def test_once_it_is_said_who_paid_their_names_are_known(chat: Chat) -> None:
    by_priya = Amendment(payers=((Name("Priya"), None),))
    words = ("priya", "chen", "train")
    # Chen is here, but that he has no part in it was not said.
    assert amended(chat, expense(90, "tea", "bob"), words, by_priya) == "chen train"
    assert amended(chat, expense(90, "tea", "bob"), words, Amendment(note="late")) == (
        "priya chen train"
    )


def test_once_it_is_said_who_shares_everybodys_names_are_known(chat: Chat) -> None:
    line = expense(90, "kai tea", "bob")
    words = ("DIA", "bobb", "chenn", "kai", "train")
    # Bob shares, whose slip one is; Chen does not.
    with_dia = Amendment(added=((Name("dia"), EQUAL_PART),))
    assert amended(chat, line, words, with_dia) == "chenn kai train"
    for anew in (Amendment(participants=((Name("dia"), EQUAL_PART),)), Amendment(everyone=True)):
        assert amended(chat, line, words, anew) == "kai"
    both = replace(with_dia, payers=((Name("Kai"), None),))
    assert amended(chat, line, words, both) == "chenn train"
