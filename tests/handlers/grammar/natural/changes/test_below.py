"""Whole sentences below a receipt: what they change, and what is only talk."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.grammar.commands.edit_line import read_reply
from handlers.grammar.lexer import from_text
from handlers.grammar.natural.changes.below import (
    is_given_back,
    is_taken_back,
    refuse_stranger,
    speaks_of_it,
)
from handlers.grammar.natural.changes.meanings import Parties
from ledger.core.amendment import Amendment
from ledger.core.errors import LedgerError
from ledger.core.members import Whom
from ledger.core.money import Money, currency
from ledger.core.shares import PartKind
from tests.handlers.grammar.groups import called, circle
from tests.handlers.grammar.reading import INR, TODAY

KEPT = Money(9000, INR)
FRIENDS = circle("en_IN", "Asha Bob Chen Dee")


def replied(
    text: str,
    sharers: str = "Asha Bob Chen Dee",
    payers: str = "Asha",
    language: str = "en_IN",
) -> Amendment:
    """Return what Asha's reply to a receipt of 90 changes; nothing where it is talk."""
    people = circle(language, "Asha Bob Chen Dee")
    of = {member.first_name: people.whom(member.id) for member in people.roster}
    parties = (tuple(of[one] for one in said.split()) for said in (payers, sharers))
    return read_reply(from_text(text), KEPT, TODAY, people, *parties) or Amendment()


def names(people: tuple[Whom, ...]) -> str:
    return " ".join(called(whom) for whom in people)


@pytest.mark.parametrize(
    ("text", "joining"),
    [
        ("oh and dee too", "Dee"),
        ("you forgot dee", "Dee"),
        ("i forgot to add dee, sorry", "Dee"),
        ("add dee pls", "Dee"),
        ("hey can you add dee", "Dee"),
        ("and dee", "Dee"),
        ("dee is missing", "Dee"),
        ("dee should be in", "Dee"),
        ("dee was with us", "Dee"),
        ("dee joined us later", "Dee"),
        ("count dee in", "Dee"),
        ("chen and dee came too", "Chen Dee"),
        ("im in", "me"),
        ("dee's in too", "Dee"),
        ("dee insists shes in", "Dee"),
        ("and dee, she jumped in too", "Dee"),
    ],
)
def test_who_joins(text: str, joining: str) -> None:
    assert names(tuple(whom for whom, _ in replied(text, "Asha Bob").added)) == joining


@pytest.mark.parametrize(
    ("text", "leaving"),
    [
        ("chen didnt come in the end", "Chen"),
        ("dee wasnt there sorry", "Dee"),
        ("not dee, she left early", "Dee"),
        ("dee is not in on this", "Dee"),
        ("i forgot, chen and bob werent there", "Chen Bob"),
        ("sorry guys, bob wasn't with us", "Bob"),
        ("dont charge bob", "Bob"),
        ("take bob off please", "Bob"),
        ("we were 3, not dee", "Dee"),
        ("dee wasnt there but bob was", "Dee"),
        ("split it three ways without dee", "Dee"),
        ("take me off", "me"),
        ("bob's not coming anymore", "Bob"),
        ("dee is not coming after all", "Dee"),
        ("chens out too", "Chen"),
    ],
)
def test_who_leaves(text: str, leaving: str) -> None:
    assert names(replied(text).left_out) == leaving


@pytest.mark.parametrize(
    ("text", "sharing"),
    [
        ("me bob and chen", "me Bob Chen"),
        ("bob and me split it", "Bob me"),
        ("we split this 3 ways me bob chen", "me Bob Chen"),
        ("only the 3 of us: me, bob, chen", "me Bob Chen"),
        ("50/50 with bob", "me Bob"),
        ("split with bob only", "me Bob"),
        ("with bob", "me Bob"),
        ("its only for bob and chen", "Bob Chen"),
        ("only me and bob use it", "me Bob"),
        ("should be only chen and dee", "Chen Dee"),
        ("for bob and chen", "Bob Chen"),
        ("dee owes all of it", "Dee"),
        ("its all dees", "Dee"),
        ("me and chen, not bob", "me Chen"),
    ],
)
def test_who_shares_anew(text: str, sharing: str) -> None:
    said = replied(text)
    assert names(tuple(whom for whom, _ in said.participants)) == sharing


@pytest.mark.parametrize("text", ["everyone was there", "all 4 of us", "split with everyone"])
def test_everybody_shares(text: str) -> None:
    assert replied(text, "Asha Bob").everyone


def test_equally_is_among_those_who_share() -> None:
    said = replied("split it equally please", "Asha Dee")
    assert names(tuple(whom for whom, _ in said.participants)) == "me Dee"


@pytest.mark.parametrize(
    ("text", "payers"),
    [
        ("i didnt pay, bob did", "Bob"),
        ("it wasnt me, bob paid", "Bob"),
        ("not me, bob paid", "Bob"),
        ("that was bob who paid", "Bob"),
        ("it was bob's card", "Bob"),
        ("bob put it on his card", "Bob"),
        ("wrong payer, bob paid", "Bob"),
        ("no bob paid", "Bob"),
        ("make bob the payer", "Bob"),
        ("bob and chen paid together", "Bob 45 Chen"),
        ("bob paid 30 of it", "Bob 30 me"),
        ("bob paid half", "Bob 45 me"),
        ("chen and dee paid, 45 each", "Chen 45 Dee 45"),
        ("chen paid half, dee paid the rest", "Chen 45 Dee"),
    ],
)
def test_who_paid(text: str, payers: str) -> None:
    told = (
        f"{called(whom)} {minor // 100}" if minor else called(whom)
        for whom, minor in replied(text).payers
    )
    assert " ".join(told) == payers


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("bob should be 20", "Bob 20"),
        ("bob only had a drink, 20", "Bob 20"),
        ("bob just had a coffee so 20", "Bob 20"),
        ("dee pays 20 the rest of us split what's left", "Dee 20"),
        ("bob owes 20 the rest equal", "Bob 20"),
        ("i only had a slice, 20 for me", "me 20"),
        ("my share was 20", "me 20"),
        ("put bob down for 20", "Bob 20"),
    ],
)
def test_a_part_told(text: str, part: str) -> None:
    ((whom, its),) = replied(text).added
    assert its.kind is PartKind.EXACT
    assert f"{called(whom)} {its.value // 100}" == part


@pytest.mark.parametrize("text", ["bob and chen had 12 each", "12 each for bob and chen"])
def test_as_much_each(text: str) -> None:
    said = replied(text).added
    assert [(called(whom), part.value) for whom, part in said] == [("Bob", 1200), ("Chen", 1200)]


def test_two_parts_told_at_once() -> None:
    said = replied("mine was 32 and bobs 30").added
    assert [(called(whom), part.value) for whom, part in said] == [("me", 3200), ("Bob", 3000)]


@pytest.mark.parametrize("text", ["dee had two so she pays double", "dee pays double"])
def test_one_pays_double(text: str) -> None:
    ((whom, part),) = replied(text).added
    assert (called(whom), part.kind, part.value) == ("Dee", PartKind.SHARES, 20_000)


def test_parts_before_names_and_a_ratio_say_anew_who_shares() -> None:
    said = replied("70 me 20 bob").participants
    assert [(called(whom), part.value) for whom, part in said] == [("me", 7000), ("Bob", 2000)]
    said = replied("60/40 me and bob").participants
    assert [called(whom) for whom, _ in said] == ["me", "Bob"]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("i typed it wrong, 95", 95),
        ("should say 95", 95),
        ("the bill was 95", 95),
        ("it was supposed to be 95", 95),
        ("can u change it to 95 pls", 95),
        ("95 it is", 95),
        ("95 incl tip", 95),
        ("oops forgot the tip, +10", 100),
        ("there was a 10 tip too", 100),
        ("add 10% tip", 99),
        ("there was a 10% discount", 81),
    ],
)
def test_what_it_came_to(text: str, amount: int) -> None:
    assert replied(text) == Amendment(amount=Money(amount * 100, INR))


def test_a_currency_behind_an_amount() -> None:
    assert replied("90 dollars i mean").amount == Money(9000, currency("USD"))


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("we had this yesterday", date(2024, 2, 19)),
        ("from yesterday", date(2024, 2, 19)),
        ("was yesterday not today", date(2024, 2, 19)),
        ("this was last friday", date(2024, 2, 16)),
        ("date should be sunday", date(2024, 2, 18)),
    ],
)
def test_when_it_was(text: str, on: date) -> None:
    assert replied(text) == Amendment(on=on)


@pytest.mark.parametrize("text", ["put it under food", "category food"])
def test_its_category(text: str) -> None:
    assert replied(text) == Amendment(category="food")


@pytest.mark.parametrize("text", ["not bob, chen", "i meant chen not bob", "wasnt bob it was chen"])
def test_one_in_the_place_of_another(text: str) -> None:
    said = replied(text, "Asha Bob")
    assert names(tuple(whom for whom, _ in said.added)) == "Chen"
    assert names(said.left_out) == "Bob"
    assert names(tuple(whom for whom, _ in replied(text, payers="Bob").payers)) == "Chen"
    assert replied(text) == Amendment()  # Both share: it may mean that neither does.


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("95 and without dee", "95 -Dee"),
        ("it was 95, not dee", "95 -Dee"),
        ("wait its 95 and bob paid", "95 paid Bob"),
        ("without dee, and it was yesterday", "-Dee 2024-02-19"),
        ("bob paid, yesterday", "paid Bob 2024-02-19"),
        ("95, bob paid, dee wasnt there", "95 paid Bob -Dee"),
        ("me and bob only and it was 95", "95 me Bob"),
        ("wait what? dee wasnt even there lol", "-Dee"),
        ("180? no 190", ""),
        ("was dee there?", ""),
    ],
)
def test_a_reply_may_say_two_things(text: str, said: str) -> None:
    read = replied(text)
    words = [
        *([str(read.amount.minor // 100)] if read.amount else []),
        *(called(whom) for whom, _ in read.participants),
        *(f"paid {called(whom)}" for whom, _ in read.payers),
        *(f"-{called(whom)}" for whom in read.left_out),
        *([str(read.on)] if read.on else []),
    ]
    assert " ".join(words) == said


@pytest.mark.parametrize(
    ("text", "example"),
    [
        ("add tom", "/edit 7 add @tom"),
        ("tom was there too", "/edit 7 add @tom"),
        ("tom paid this", "/edit 7 paid @tom"),
        ("chenn too", "/edit 7 add @Chen"),
    ],
)
def test_a_name_that_nobody_has(text: str, example: str) -> None:
    parties = Parties((FRIENDS.whom(FRIENDS.roster.active[0].id),), ())
    with pytest.raises(LedgerError) as caught:
        refuse_stranger(from_text(text), 7, KEPT, TODAY, FRIENDS, parties)
    assert caught.value.details["examples"] == (example,)
    for talk in ("pizza too", "that was fun too", "add bob", "nice"):
        refuse_stranger(from_text(talk), 7, KEPT, TODAY, FRIENDS, parties)


@pytest.mark.parametrize(
    "text",
    [
        *("ah no, chen paid me for this already", "bob gave me 20", "i owe bob", "only bob, 20"),
        *("dee pays for me", "chen covers dee", "no, chen", "bob had a beer extra, 5"),
        *("bob pays the rest", "its on bob", "bob's treat", "split by 3", "all 3 of us", "lol 50"),
        *("wrong bob", "bob and chen", "everyone", "bob owes me one", "was that for 3 people"),
        *("it was chen birthday", "chen was late", "we had pasta", "from the market", "at 7"),
        *("i paid bob back", "bob paid me already", "chen will pay tomorrow", "bob is great"),
    ],
)
def test_what_is_unclear_or_talk_changes_nothing(text: str) -> None:
    assert replied(text) == Amendment()


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("wrong, delete that", True),
        ("no this is wrong, remove", True),
        ("chen already added this, delete", True),
        ("can you delete this", True),
        ("delete this its a duplicate", True),
        ("scratch that", True),
        ("dont delete this", False),
        ("should we delete this its wrong", False),
        ("delete that it was 45", False),
        ("delete the photo", False),
        ("cancel the plan", False),
        ("remove bob", False),
    ],
)
def test_what_takes_an_entry_back(text: str, taken: bool) -> None:
    assert is_taken_back(from_text(text), INR, TODAY, FRIENDS) is taken


def test_what_gives_an_entry_back() -> None:
    assert is_given_back(from_text("restore it my mistake"), INR, TODAY, FRIENDS)
    assert not is_given_back(from_text("bring it tomorrow"), INR, TODAY, FRIENDS)


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        *((text, True) for text in ("wrong bob", "split by 3", "why is dee in this?", "bob")),
        *(
            (text, True)
            for text in ("something is wrong", "who paid?", "180?", "thats too much 40")
        ),
        *((text, False) for text in ("haha nice", "thanks!", "thanks bob!", "best pizza ever")),
        *((text, False) for text in ("see you at 8", "👍", "@Bob", "@Bob @Chen", "bob u legend")),
    ],
)
def test_what_speaks_of_money_or_people(text: str, speaks: bool) -> None:
    assert speaks_of_it(from_text(text), KEPT, TODAY, FRIENDS) is speaks


@pytest.mark.parametrize(
    ("language", "text", "speaks"),
    [
        ("de", "das ist falsch", True),
        ("de", "danke!", False),
        ("es", "hay un error", True),
        ("fr", "super, merci", False),
        ("ru", "неправильно", True),
        ("hi", "यह गलत है", True),
        ("ar", "شكرا", False),
    ],
)
def test_it_speaks_of_them_in_other_languages(language: str, text: str, speaks: bool) -> None:
    people = circle(language, "Asha Bob Chen Dee")
    assert speaks_of_it(from_text(text), KEPT, TODAY, people) is speaks


@pytest.mark.parametrize(
    ("language", "too", "instead", "wrong"),
    [
        ("de", "und dee auch", "nicht bob, chen", "falsch, bitte löschen"),
        ("es", "y dee también", "no bob, chen", "está mal, bórralo"),
        ("fr", "et dee aussi", "pas bob, chen", "c'est faux, supprime"),
        ("it", "hai dimenticato dee", "non bob, chen", "sbagliato, cancella"),
        ("pt_BR", "esqueceu dee", "não bob, chen", "errado, apaga"),
        ("ru", "ты забыл dee", "не bob, а chen", "неправильно, удали"),
        ("uk", "і dee теж", "не bob, а chen", "неправильно, видали"),
        ("tr", "ve dee de", "bob değil chen", "yanlış, sil"),
        ("id", "dan dee juga", "bukan bob, chen", "salah, hapus"),
        ("hi", "dee ko bhool gaye", "bob nahi chen", "galat hai hata do"),
        ("ar", "نسيت dee", "مش bob , chen", "غلط، احذف"),
    ],
)
def test_other_languages_have_the_commonest_sentences(
    language: str, too: str, instead: str, wrong: str
) -> None:
    assert (
        names(tuple(one for one, _ in replied(too, "Asha Bob", language=language).added)) == "Dee"
    )
    said = replied(instead, "Asha Bob", language=language)
    assert names(tuple(whom for whom, _ in said.added)) == "Chen"
    assert names(said.left_out) == "Bob"
    people = circle(language, "Asha Bob Chen Dee")
    assert is_taken_back(from_text(wrong), INR, TODAY, people)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("double for chen", PartKind.SHARES),
        ("chen x2", PartKind.SHARES),
        ("count chen double", PartKind.SHARES),
        ("chen had half", PartKind.PERCENT),
        ("chen 20%", PartKind.PERCENT),
        ("chen 20", PartKind.EXACT),
    ],
)
def test_the_part_of_one_who_did_not_share_takes_nobody_out(text: str, kind: PartKind) -> None:
    said = replied(text, "Asha Bob")
    assert said.participants == ()
    assert [(called(whom), part.kind) for whom, part in said.added] == [("Chen", kind)]
