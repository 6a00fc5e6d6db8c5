"""Days as friends say them, without `on`: at the end of a line, before people, or first."""

from __future__ import annotations

from datetime import date

import pytest

from tests.handlers.grammar.groups import read, sharing

SUNDAY, MONDAY, TUESDAY = date(2024, 2, 18), date(2024, 2, 19), date(2024, 2, 20)
FRIDAY, SATURDAY = date(2024, 2, 16), date(2024, 2, 17)
PEOPLE = "Asha Bob Chen"


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("en", "20 food mon", MONDAY),
        ("en", "20 food sat", SATURDAY),
        ("en", "20 food sun", SUNDAY),
        ("en", "20 food on friday night", FRIDAY),
        ("en", "20 food friday night", FRIDAY),
        ("en", "20 food last fri", FRIDAY),
        ("en", "last night food 20", MONDAY),
        ("en", "on friday food 20", FRIDAY),
        ("en", "last friday food 20", FRIDAY),
        ("en", "food tonight 20", TUESDAY),
        ("de", "20 essen letzten freitag", FRIDAY),
        ("de", "20 essen am letzten freitag", FRIDAY),
        ("de", "20 essen am freitag abend", FRIDAY),
        ("de", "20 essen freitagabend", FRIDAY),
        ("de", "20 essen am montag", MONDAY),
        ("de", "20 essen mo", MONDAY),
        ("de", "am freitag essen 20", FRIDAY),
        ("es", "20 cena el lunes", MONDAY),
        ("es", "20 cena el viernes pasado", FRIDAY),
        ("es", "20 cena el viernes por la noche", FRIDAY),
        ("es", "20 cena esta noche", TUESDAY),
        ("pt_BR", "20 almoço na sexta passada", FRIDAY),
        ("pt_BR", "20 almoço segunda", MONDAY),
        ("pt_BR", "20 almoço na sexta feira", FRIDAY),
        ("pt_BR", "20 almoço ontem à noite", MONDAY),
        ("fr", "20 dîner hier soir", MONDAY),
        ("fr", "20 dîner vendredi dernier", FRIDAY),
        ("fr", "20 dîner le samedi soir", SATURDAY),
        ("it", "20 cena venerdì scorso", FRIDAY),
        ("it", "20 cena venerdì sera", FRIDAY),
        ("it", "20 cena stasera", TUESDAY),
        ("ru", "20 ужин в прошлую пятницу", FRIDAY),
        ("ru", "20 ужин в пятницу вечером", FRIDAY),
        ("ru", "в субботу ужин 20", SATURDAY),
        ("uk", "20 вечеря минулої п'ятниці", FRIDAY),
        ("uk", "20 вечеря у суботу", SATURDAY),
        ("tr", "20 yemek geçen cuma", FRIDAY),
        ("tr", "20 yemek cuma akşamı", FRIDAY),
        ("tr", "20 yemek dün akşam", MONDAY),
        ("id", "20 makan jumat lalu", FRIDAY),
        ("id", "20 makan hari senin", MONDAY),
        ("id", "20 makan tadi malam", MONDAY),
        ("ar", "20 عشاء الجمعة الماضية", FRIDAY),
        ("ar", "20 عشاء يوم الجمعة", FRIDAY),
        ("ar", "20 عشاء ليلة أمس", MONDAY),
        ("hi", "20 खाना पिछले शुक्रवार", FRIDAY),
        ("hi", "20 खाना शुक्रवार को", FRIDAY),
        ("hi", "20 khana kal raat", MONDAY),
        ("hi", "20 khana somvar", MONDAY),
    ],
)
def test_a_day_is_no_description(code: str, text: str, day: date) -> None:
    line = read(code, text, PEOPLE)
    assert line.on == day
    assert line.amount.minor == 2000
    assert " " not in line.description
    assert line.description


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "20 food sat with bob"),
        ("en", "20 food friday night with bob"),
        ("de", "20 essen gestern abend mit bob"),
        ("fr", "20 dîner vendredi soir avec bob"),
        ("it", "20 cena venerdì sera con bob"),
        ("tr", "20 yemek cuma günü bob ile"),
        ("hi", "20 khana kal raat bob ke saath"),
    ],
)
def test_people_may_follow_a_day(code: str, text: str) -> None:
    line = read(code, text, PEOPLE)
    assert line.on in {FRIDAY, SATURDAY, MONDAY}
    assert sharing(line) == "Bob"
    assert " " not in line.description


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "20 sun"),
        ("en", "20 day in the sun"),
        ("en", "20 sat in the sun"),
        ("en", "20 black friday shoes"),
        ("de", "20 essen und so"),
        ("es", "20 pescado de mar"),
        ("tr", "20 pazar"),
    ],
)
def test_words_that_only_look_like_days_are_description(code: str, text: str) -> None:
    line = read(code, text, PEOPLE)
    assert line.on is None
    assert line.description == text.removeprefix("20 ")


def test_whoever_is_called_like_a_day_is_no_day() -> None:
    line = read("en", "20 food mon", "Asha Mon")
    assert (line.on, line.description) == (None, "food mon")
    assert line.doubts.seen


def test_where_something_was_hides_no_day() -> None:
    line = read("en", "20 lunch on the beach yesterday", PEOPLE)
    assert (line.on, line.description) == (MONDAY, "lunch on the beach")
