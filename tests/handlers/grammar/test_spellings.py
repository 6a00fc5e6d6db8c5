"""Names in Devanagari and Arabic letters are those of members who write them in Latin ones."""

from __future__ import annotations

import pytest

from tests.handlers.grammar.groups import circle, read, sharing


@pytest.mark.parametrize(
    ("code", "written", "member"),
    [
        ("hi", "राहुल", "Rahul"),
        ("hi", "प्रिया", "Priya"),
        ("hi", "आदित्य", "Aditya"),
        ("hi", "सिद्धार्थ", "Siddharth"),
        ("hi", "पूजा", "Pooja"),
        ("hi", "गौरव", "Gaurav"),
        ("hi", "लक्ष्मी", "Lakshmi"),
        ("hi", "अंजलि", "Anjali"),
        ("hi", "ज़ोया", "Zoya"),
        ("hi", "जॉन", "John"),
        ("ar", "أحمد", "Ahmed"),
        ("ar", "سارة", "Sarah"),
        ("ar", "ليلى", "Layla"),
        ("ar", "محمد", "Muhammad"),
        ("ar", "محمود", "Mahmoud"),
        ("ar", "عائشة", "Aisha"),
        ("ar", "يوسف", "Youssef"),
        ("ar", "وليد", "Walid"),
        ("ar", "ياسمين", "Yasmine"),
        ("ar", "ساره", "سارة"),
    ],
)
def test_are_found_both_ways(code: str, written: str, member: str) -> None:
    assert circle(code, f"Dia {member}").members(written)
    assert circle(code, f"Dia {written}").members(member)


@pytest.mark.parametrize(
    ("code", "written", "members"),
    [
        ("hi", "किरण", "Karan"),
        ("hi", "राम", "Raman Rahim"),
        ("ar", "علي", "Ola Ella"),
        ("ar", "محمد", "Mahmoud"),
        ("ar", "أمير", "Omar"),
        ("de", "राहुल", "Rahul"),
    ],
)
def test_are_not_mistaken_for_others(code: str, written: str, members: str) -> None:
    assert not circle(code, f"Dia {members}").members(written)


def test_what_it_was_for_is_nobody() -> None:
    dinner = read("ar", "1200 عشاء @bob", "Asha Bob")
    assert (dinner.description, sharing(dinner)) == ("عشاء", "bob")


def test_umlauts_may_be_written_in_two_letters() -> None:
    assert circle("de", "Asha Jürgen").members("juergen")
    assert circle("de", "Asha Jürgen").members("Jurgen")
