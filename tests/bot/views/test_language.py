"""Money, dates and lists as the reader's locale writes them."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from bot.language.catalogues import Language, language, language_for
from bot.language.offered import OFFERED
from ledger.core.money import Currency, Money, exponent


def money(minor: int, code: str = "INR") -> Money:
    return Money(minor, Currency(code))


@pytest.mark.parametrize(
    ("code", "minor", "currency", "expected"),
    [
        ("en", 190000, "INR", "₹1,900"),
        ("en", 190050, "INR", "₹1,900.50"),
        ("en", 12000000, "INR", "₹120,000"),
        ("en_IN", 12000000, "INR", "₹1,20,000"),
        ("hi", 12000000, "INR", "₹1,20,000"),
        ("en", 1200, "JPY", "¥1,200"),
        ("en", 1200, "KWD", "KWD\u00a01.200"),
        ("en", 12345678, "RSD", "RSD\u00a0123,456.78"),
        ("en", 4550, "USD", "$45.50"),
        ("en", -60000, "INR", "−₹600"),
        ("en", 0, "INR", "₹0"),
        ("de", 190050, "EUR", "1.900,50\u00a0€"),
        ("pt_BR", -60000, "BRL", "−R$\u00a0600"),
        ("fr", 12345678, "USD", "123\u202f456,78\u00a0$US"),
        ("ar", 190000, "EUR", "\u200f1,900\u00a0€"),
        ("ar", -60000, "INR", "\u200f\u200e−600\u00a0₹"),
    ],
)
def test_money(code: str, minor: int, currency: str, expected: str) -> None:
    assert language(code).money(money(minor, currency)) == expected


def test_a_net_has_its_sign() -> None:
    say = language("en")
    told = [say.net(money(minor)) for minor in (250000, -60000, 0)]
    assert told == ["+₹2,500", "−₹600", "₹0"]


@given(
    st.sampled_from(OFFERED),
    st.integers(-(10**13), 10**13),
    st.sampled_from(["INR", "JPY", "KWD", "CLF", "RSD", "EUR"]),
)
def test_no_digit_of_an_amount_is_lost(code: str, minor: int, currency: str) -> None:
    told = language(code).amount(money(minor, currency))
    symbols = Locale.parse(code).number_symbols["latn"]
    plain = re.sub("[\u200e\u200f]", "", told).replace(symbols["group"], "")
    digits = Decimal(plain.replace(symbols["decimal"], ".").replace("−", "-"))
    assert digits == Decimal(minor).scaleb(-exponent(Currency(currency)))


def test_dates_leave_out_this_year() -> None:
    day = date(2024, 2, 16)
    assert language("en").date(day) == "Feb 16, 2024"
    assert language("en").date(day, date(2024, 12, 31)) == "Feb 16"
    assert language("en_IN").date(day, date(2024, 12, 31)) == "16 Feb"
    assert language("hi").date(day, date(2025, 1, 1)) == "16 फ़र॰ 2024"
    assert language("en").month(2024, 2) == "February 2024"


def test_moments_are_on_the_group_s_wall_clock() -> None:
    at = datetime(2024, 2, 16, 20, 0, tzinfo=UTC)
    assert language("en_IN").moment(at, "Asia/Kolkata").replace("\u202f", " ") == (
        "17 Feb 2024 1:30 am"
    )


def test_lists() -> None:
    say = language("en")
    assert say.list(["Asha", "Bob", "Chen"]) == "Asha, Bob, Chen"
    assert say.either(["Asha", "Bob", "an admin"]) == "Asha, Bob or an admin"
    assert say.together(["Asha", "Bob"]) == "Asha and Bob"
    assert language("hi").list(["आशा", "बॉब", "चेन"]) == "आशा, बॉब, चेन"
    assert language("hi").either(["आशा", "बॉब"]) == "आशा या बॉब"
    for code in ("ru", "tr", "id"):
        assert language(code).list(["Asha", "Bob", "Chen"]) == "Asha, Bob, Chen"
        assert language(code).list(["Asha", "Bob"]) == "Asha, Bob"
    assert say.list([]) == ""


def test_lists_escape_names_but_not_markup() -> None:
    assert language("en").list(["<b>", Markup("<i>x</i>")]) == "&lt;b&gt;, <i>x</i>"


def test_percentages_and_numbers() -> None:
    say = language("en")
    assert [say.percent(part) for part in (400000, 333000, 1)] == ["40%", "33.3%", "0.0001%"]
    assert say.number(Decimal("1.2345")) == "1.2345"
    assert say.number(-5) == "−5"


@pytest.mark.parametrize(
    ("telegram", "ours"),
    [
        ("hi", "hi"),
        ("hi-IN", "hi"),
        ("en-IN", "en_IN"),
        ("en_in", "en_IN"),
        ("en-GB", "en"),
        ("pt-br", "pt_BR"),
        ("pt-PT", "pt_BR"),
        ("es-419", "es"),
        ("uk", "uk"),
        ("", "en"),
        ("zh-Hans-CN", "en"),
        (None, "en"),
    ],
)
def test_telegram_s_language_codes_find_ours(telegram: str | None, ours: str) -> None:
    assert language_for(telegram).code == ours


def test_only_offered_languages_are_spoken() -> None:
    with pytest.raises(ValueError, match="not a language"):
        language("../etc")


def test_parameters_are_escaped_in_texts_and_plain_on_buttons() -> None:
    say = Language("en")
    assert say("{name} is in.", name="<Bob>") == "&lt;Bob&gt; is in."
    assert say.plain("{name} is in.", name="<Bob>") == "<Bob> is in."


def test_plurals() -> None:
    say = language("en")
    assert say.n("<b>{count} member</b>", "<b>{count} members</b>", 1) == "<b>1 member</b>"
    assert say.n("<b>{count} member</b>", "<b>{count} members</b>", 2) == "<b>2 members</b>"
    assert language("hi").n("<b>{count} member</b>", "<b>{count} members</b>", 2) == (
        "<b>2 सदस्य</b>"
    )


def test_words_with_a_full_stop_of_their_own_get_no_second() -> None:
    say = language("en")
    assert say("There is no date {written}.", written="30.02.") == "There is no date 30.02."
    assert say("Added: {names}.", names="Bob S.") == "Added: Bob S."
    assert say("Added: {names}.", names="Bob") == "Added: Bob."
    assert say("{amount}.50 {a}.", amount="1.", a="b") == "1..50 b."
