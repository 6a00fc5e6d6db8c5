"""A treat is asked about: nobody owes it, or it is shared; the buttons say who paid."""

from __future__ import annotations

import pytest

from tests.handlers.grammar import buttons
from tests.handlers.grammar.groups import circle

FOUR = circle("en", "Asha Bob Chen Dee")


def offered(text: str) -> dict[str, str]:
    """Return what each button of a question about a line says, and what it books."""
    return buttons.offered(FOUR, f"/split {text}")


@pytest.mark.parametrize(
    "text",
    [
        *("lunch 20 bob's treat", "lunch 20 bobs treat", "bob's treat, lunch 20"),
        *("bob treated lunch 20", "bob treated us to lunch 20", "bob is treating lunch 20"),
    ],
)
def test_of_whoever_treats_nobody_owes_it_or_all_share_it(text: str) -> None:
    assert offered(text) == {
        "Bob paid · Only Bob": "Bob paid 20 lunch: Bob 20",
        "Bob paid · Everybody": "Bob paid 20 lunch: all",
    }


@pytest.mark.parametrize(
    "text", ["momos 160 with bob, his treat", "momos 160 with bob, bob's treat"]
)
def test_who_else_had_some_owes_no_treat(text: str) -> None:
    ways = offered(text)
    assert ways["Bob paid · Only Bob"] == "Bob paid 160 momos: Bob 160"
    assert ways["Bob paid · Asha and Bob"] == "Bob paid 160 momos: Asha 80 Bob 80"


def test_whoever_is_treated_has_not_paid() -> None:
    assert offered("bowling 40 chen treats bob") == {
        "Chen paid · Only Chen": "Chen paid 40 bowling: Chen 40",
        "Chen paid · Bob and Chen": "Chen paid 40 bowling: Bob 20 Chen 20",
    }
    assert [*offered("i treated bob to lunch 20")] == ["Asha and Bob", "Only Asha"]
    assert [*offered("bowling 40 chen's shout, not dee")] == [
        "Chen paid · Only Chen",
        "Chen paid · Without Dee",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "dinner 400, bob's treat for dee",
        "400 dinner bob's treat for dee",
        "bobs treat for dee 400",
    ],
)
def test_a_treat_for_one_of_us_may_be_their_part_alone(text: str) -> None:
    ways = offered(text)
    assert ways["Bob ×2"].endswith(": Asha 100 Bob 200 Chen 100")
    assert "Bob paid · Only Bob" in ways


def test_on_bob_he_may_owe_it_as_well() -> None:
    assert offered("drinks 50 on bob") == {
        "Bob paid · Everybody": "Bob paid 50 drinks: all",
        "Bob paid · Only Bob": "Bob paid 50 drinks: Bob 50",
        "Only Bob": "50 drinks: Bob 50",
    }


@pytest.mark.parametrize(
    "text",
    ["parking ticket 65 its all on bob lol", "parking ticket 65, all on bob"],
)
def test_all_on_bob_is_his(text: str) -> None:
    books = [books.replace(",", "") for books in offered(text).values()]
    assert books == ["65 parking ticket: Bob 65", "Bob paid 65 parking ticket: Bob 65"]
    assert [*offered(text)] == ["Only Bob", "Bob paid · Only Bob"]


def test_what_is_on_me_is_mine_or_shared() -> None:
    ways = offered("half of bobs ticket, 22.50, is on me")
    assert [*ways] == ["Asha paid · Everybody", "Only Asha", "Bob paid · Only Asha"]
    assert offered("lunch 20 with bob, my treat")["Only Asha"] == "20 lunch: Asha 20"


def test_a_round_is_a_treat_and_several_may_treat() -> None:
    assert [*offered("beers 40 bob's round")] == ["Bob paid · Only Bob", "Bob paid · Everybody"]
    assert [*offered("beers 40 my round")] == ["Everybody", "Only Asha"]
    assert [*offered("dinner 90 my treat for bob's birthday")] == ["Everybody", "Only Asha"]
    assert offered("dinner 90 on bob n chen") == {
        "Bob and Chen paid · Everybody": "Bob 45 Chen 45 paid 90 dinner: all",
        "Bob and Chen paid · Bob and Chen": "Bob 45 Chen 45 paid 90 dinner: Bob 45 Chen 45",
        "Bob and Chen": "90 dinner: Bob 45 Chen 45",
    }
