"""Every label of a button, in every language: as short as a phone shows it beside another one."""

from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.language.catalogues import Language, language
from bot.language.offered import OFFERED
from bot.views.reply import Verb, read_press
from bot.views.spending_lines import GUESSABLE
from ledger.core.money import Money
from tests.bot.views import test_every_language, test_every_view
from tests.bot.views.speaking import INR

WIDEST = 20
"""Letters of a button that a phone shows whole beside another one."""
ROOT = Path(__file__).parents[3]
A_NAME = "Priya"
"""For people, and for places: other people's words, about so long."""
PAYMENT = "{payer} → {payee} {amount}"
"""Says all of a payment, and has a row of its own."""


def seen(label: str) -> str:
    """Return a label without what takes no room: marks of direction, and on letters."""
    return "".join(letter for letter in label if unicodedata.category(letter) not in {"Cf", "Mn"})


def plainly_said(tree: ast.AST) -> Iterator[str]:
    """Yield the messages that `say.plain` is called with."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "plain"
            and isinstance(said := node.args[0], ast.Constant)
        ):
            yield str(said.value)


def labels_in_code() -> Iterator[str]:
    """Yield the messages that the first argument of a `Button` is made of."""
    for path in (ROOT / "bot" / "views").rglob("*.py"):
        tree = ast.parse(path.read_text())
        said_of = {
            target.id: list(plainly_said(node.value))
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"Button", "_opening"}:
                yield from plainly_said(node.args[0])
                if isinstance(node.args[0], ast.Name):
                    yield from said_of.get(node.args[0].id, ())


@pytest.fixture(scope="module")
def labels() -> list[str]:
    """Every label of a button that the code has, but a payment's."""
    return sorted({*labels_in_code()} - {PAYMENT})


def filled(say: Language, message: str) -> str:
    facts = {
        "number": "12",
        "date": say.date(date(2026, 12, 28), date(2026, 1, 1)),
        "amount": say.money(Money(190000, INR)),
        "category": max(map(say.plain, GUESSABLE.values()), key=len),
        "currency": INR,
    }
    given = {name: facts.get(name, A_NAME) for name in re.findall(r"\{(\w+)\}", message)}
    return seen(say.plain(message, **given))


def test_the_labels_are_found(labels: list[str]) -> None:
    assert {"Settle", "Cancel", "Skip {date}", "Yes, {name}", "Weekly summary"} <= {*labels}


@pytest.mark.parametrize("code", OFFERED)
def test_every_label_is_short(code: str, labels: list[str]) -> None:
    say = language(code)
    wide = [told for told in (filled(say, label) for label in labels) if len(told) > WIDEST]
    assert not wide


@pytest.mark.parametrize("code", OFFERED)
def test_every_button_of_a_view_is_short(code: str) -> None:
    # Their buttons are people.
    crowded = {"crowd", "members", "settings: admins", "settings: the last admins"}
    for name, view in (test_every_view.VIEWS | test_every_language.VIEWS).items():
        if name in crowded:
            continue
        for row in view(language(code)).buttons:
            for button in row:
                if button.press is not None and read_press(button.press).verb is Verb.PAID:
                    assert len(row) == 1, (name, button.label)
                    continue
                label = seen(button.label).replace("Kolkata", A_NAME)
                assert len(label) <= WIDEST, (name, label)
