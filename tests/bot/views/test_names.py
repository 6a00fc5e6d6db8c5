"""Names are short, tell people apart, ring nobody and can't disturb the text around them."""

import pytest

from bot.views.names import MAX_NAME, Names, handle, mention, name_of, shown
from ledger.core.members import Member, MemberKind
from tests.bot.views.speaking import member, placeholder


def told(*people: Member) -> list[str]:
    names = Names(people)
    return [names.plain(one.id) for one in people]


def test_a_first_name_is_enough_where_nobody_shares_it() -> None:
    assert told(member(1, "Asha", "Rao", "asha"), member(2, "Bob", "Smith")) == ["Asha", "Bob"]


def test_namesakes_get_an_initial_then_the_last_name_then_the_username() -> None:
    assert told(member(1, "Asha", "Rao"), member(2, "asha", "Sen")) == ["Asha R.", "asha S."]
    assert told(member(1, "Asha", "Rao"), member(2, "Asha", "Roy")) == ["Asha Rao", "Asha Roy"]
    assert told(member(1, "Asha", "Rao", "a1"), member(2, "Asha", "Rao", "a2")) == [
        "Asha (@a1)",
        "Asha (@a2)",
    ]


def test_namesakes_that_nothing_tells_apart_are_counted() -> None:
    guest = member(3, "Asha", kind=MemberKind.GUEST)
    assert told(member(1, "Asha"), member(2, "Asha"), guest) == ["Asha", "Asha (2)", "Asha (3)"]


def test_letters_that_only_look_different_do_not_tell_apart() -> None:
    assert told(member(1, "Asha", "Rao"), member(2, "Ａsha")) == ["Asha R.", "Ａsha (2)"]


def test_a_placeholder_is_an_unclaimed_username_and_a_guest_a_plain_name() -> None:
    assert told(placeholder(1, "chen_x"), member(2, "Aunt May", kind=MemberKind.GUEST)) == [
        "@chen_x",
        "Aunt May",
    ]


def test_how_somebody_is_written_in_a_command() -> None:
    assert handle(member(1, "Asha", username="asha")).striptags() == "@asha"
    assert handle(member(1, "Asha")).striptags() == "Asha"
    aunt = member(1, "Aunt May", kind=MemberKind.GUEST)
    assert handle(aunt).striptags() == "@Aunt_May"


def test_only_a_mention_rings() -> None:
    for one, told in (
        (member(9, "A<sha"), '<a href="tg://user?id=9">A&lt;sha</a>'),
        (placeholder(9, "chen"), "@chen"),
        (member(9, "Grandma", kind=MemberKind.GUEST), "Grandma"),
        (member(-9, "Rupali"), "Rupali"),
    ):
        assert str(mention(one, Names([one]))) == told
    assert str(name_of(placeholder(9, "chen"))) == "<code>@chen</code>"
    assert "@everyone" in name_of(member(9, "@everyone"))
    assert "<code>" in name_of(member(9, "@everyone"))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("  Asha \n\n Rao ", "Asha Rao"),
        ("A\u200bs\u2060ha\ufeff", "Asha"),
        ("\u202eahsA", "ahsA"),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("क्षत्रिय", "क्षत्रिय"),
        ("a" + "\u0301" * 40, "a" + "\u0301" * 3),
        ("علي", "\u2068علي\u2069"),
        ("x" * 80, "x" * (MAX_NAME - 1) + "…"),
        ("\u200d\u200b", ""),
    ],
)
def test_people_s_text_is_made_fit_for_a_line(typed: str, expected: str) -> None:
    assert shown(typed, MAX_NAME) == expected


def test_a_name_of_nothing_visible_is_told_by_what_there_is() -> None:
    assert told(member(1, "\u200b", "Rao")) == ["Rao"]
    assert told(member(1, "\u3164\u200b", None, "asha")) != [""]
    assert told(member(1, "", None, "asha")) == ["@asha"]
    assert told(member(1, "")) == ["?"]


def test_a_cut_never_parts_a_letter_from_its_marks() -> None:
    assert shown("क" * 22 + "कि" + "क" * 9, MAX_NAME) == "क" * 22 + "…"


def test_a_crowd_of_one_name_is_told_apart_without_comparing_all_with_all() -> None:
    crowd = [member(number, "Asha") for number in range(1, 3001)]
    assert told(*crowd)[-1] == "Asha (3000)"
