"""Pictures: every name is drawn as it is written, and large enough to be read on a phone."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from bot.language.catalogues import language
from bot.views.pictures.balance_chart import nets_chart
from bot.views.pictures.canvas import WIDE
from bot.views.pictures.lettering import LEAST_SIZE, drawable, fitted, width
from bot.views.pictures.week_chart import week_chart
from ledger.core.answers.weeks import Spent
from ledger.core.money import Currency

INR = Currency("INR")
NAMES = (
    *("आशा शर्मा", "علي محمد", "דוד", "张伟", "さくら", "김민수", "Алексей", "Ελένη", "Zoë"),
    *("মিতা", "சுப்பிரமணியன்", "తెలుగు", "ಕನ್ನಡ", "മലയാളം", "ગુજરાતી", "ਪੰਜਾਬੀ", "සිංහල"),
    *("สมชาย", "ລາວ", "မြန်မာ", "ខ្មែរ", "ქართული", "Հայերեն", "አማርኛ"),
    *("Zoë 🎉", "👩‍👩‍👧 Family 🇫🇷", "Bob ⭐"),
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_any_script_is_drawn_whole(name: str) -> None:
    assert drawable(name) == name
    assert width(name, LEAST_SIZE) > 0


def test_scripts_are_shaped() -> None:
    """Letters that stand on one another, join or make one sign are narrower than side by side."""
    for joined in ("क्षि", "علي", "👩‍👩‍👧"):
        assert width(joined, LEAST_SIZE) < sum(width(each, LEAST_SIZE) for each in joined), joined


def test_a_long_name_gets_smaller_and_then_shorter_but_never_too_small() -> None:
    assert fitted("Asha", 34, 400) == ("Asha", 34)
    assert fitted("Bartholomäus Hohenlohe", 34, 370)[1] in range(LEAST_SIZE, 34)
    cut, size = fitted("क्षि" * 40, 34, 400)
    assert size == LEAST_SIZE
    assert cut.endswith(("क्…", "षि…"))
    assert width(cut, size) <= 400
    assert drawable("\ue000") == "?"


@pytest.mark.parametrize("code", ["en", "ar"])
def test_pictures_are_as_wide_as_phones_are_reckoned_with(code: str) -> None:
    say = language(code)
    bars = [(name, 10_000 - 1_000 * place) for place, name in enumerate(NAMES) if place != 10]
    week = [Spent(INR, 90_000, 70_000, (("food", 60_000), ("किराया", 20_000), (None, 10_000)))]
    for told in (nets_chart(say, [(INR, bars)]), week_chart(say, week)):
        picture = Image.open(io.BytesIO(told))
        assert picture.width == WIDE == 1000
        assert picture.getextrema() != ((255, 255),) * 3
