"""Arabic answers: nothing in them that runs the other way turns around what stands beside it."""

from __future__ import annotations

import unicodedata

import pytest

from bot.language.catalogues import language
from bot.language.direction import isolated_message
from bot.views.privacy_statement import former_name
from ledger.core.money import Currency, Money

ISOLATE, POP, RLM, LRM = "\u2068", "\u2069", "\u200f", "\u200e"
ARABIC = language("ar")


def marked(text: str) -> str:
    """Write marks so that they can be seen: ⟨ and ⟩ around what is isolated, ← for the mark."""
    return text.replace(ISOLATE, "⟨").replace(POP, "⟩").replace(RLM, "‹").replace(LRM, "›")


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("دفع {name} {amount}.", "دفع ⟨{name}⟩ ⟨{amount}⟩."),
        ("#{number} {payer} → {payee}", "‹⟨#{number}⟩ ⟨{payer}⟩ ← ⟨{payee}⟩"),
        ("{name}  {net}", "‹⟨{name}⟩  ⟨{net}⟩"),
        ("جرّب -50 أو x1.5 أو 40%.", "جرّب ⟨-50⟩ أو ⟨x1.5⟩ أو ⟨40%⟩."),
        ("كل الأوامر: /help", "كل الأوامر: ⟨/help⟩"),
        ("<code>/settle @bob 500</code>\nدفعت", "‹⟨<code>/settle @bob 500</code>⟩\nدفعت"),
        ("<b>{title}</b> — {amount}", "‹<b>⟨{title}⟩</b> — ⟨{amount}⟩"),
        ("<code>/add {handle}</code> يعيده", "⟨<code>/add {handle}</code>⟩ يعيده"),
    ],
)
def test_what_runs_the_other_way_keeps_to_itself(message: str, shown: str) -> None:
    assert marked(isolated_message(message)) == shown


def test_names_in_a_list_keep_to_themselves() -> None:
    assert marked(ARABIC.list(["Asha", "بوب", "Chen"])).count("⟨") >= 3
    assert marked(ARABIC.together(["Asha", "Bob"])).startswith("‹⟨Asha⟩")


def test_a_sign_stands_before_its_digits() -> None:
    told = ARABIC.net(Money(-60000, Currency("INR")))
    assert marked(told) == "‹›−600\u00a0₹"
    assert marked(ARABIC.net(Money(60000, Currency("INR")))) == "‹›+600\u00a0₹"


def test_a_sign_of_letters_and_another_one_does_not_come_apart() -> None:
    assert marked(ARABIC.net(Money(-5600, Currency("USD")))) == "‹›−56\u00a0‹US$›"


def test_what_the_book_keeps_has_no_marks() -> None:
    name = former_name(ARABIC, 1)
    assert name.endswith(" 1")
    assert not any(unicodedata.category(letter) == "Cf" for letter in name)


def test_other_languages_are_written_without_marks() -> None:
    told = language("de")("#{number} {payer} → {payee}", number=1, payer="A", payee="B")
    assert not any(unicodedata.category(letter) == "Cf" for letter in told)
    assert "→" in told
