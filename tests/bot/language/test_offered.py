"""The languages people can choose: what is known of each is what CLDR says."""

from __future__ import annotations

import subprocess
import sys
from gettext import c2py
from pathlib import Path

import pytest
from babel import Locale, localedata
from babel.messages.pofile import read_po
from telegram import BotCommand, BotCommandScope

from bot.conversation import command_menu
from bot.language.catalogues import language
from bot.language.lean_locales import NEVER_WRITTEN
from bot.language.offered import (
    OFFERED,
    RIGHT_TO_LEFT,
    best_offered,
    catalogue_of,
    is_spoken,
    label,
    named,
    named_nearly,
    own_name,
)
from handlers.grammar.vocabulary import LANGUAGES

ROOT = Path(__file__).parents[3]
LOCALES = ROOT / "bot" / "language" / "locales"
SPOKEN = sorted({catalogue_of(code) for code in OFFERED} - {"en"})

_ASKED = """
import asyncio, babel.localedata
from bot.conversation.command_menu import publish_menu
from bot.language.catalogues import language
from bot.language.offered import OFFERED, label

class Silent:
    async def set_my_commands(self, *args, **named): pass

asyncio.run(publish_menu(Silent()))
print([label(code) for code in OFFERED] and sorted(babel.localedata._cache))
"""


def test_every_language_is_called_what_it_calls_itself() -> None:
    for code in OFFERED:
        locale = Locale.parse(code)
        assert own_name(code) == locale.get_display_name(locale)
        assert (locale.text_direction == "rtl") is (code in RIGHT_TO_LEFT)
    assert label("es") == "Español"
    assert label("ar") == "العربية"


@pytest.mark.parametrize("code", OFFERED)
def test_a_language_keeps_only_what_is_written_in_it(code: str) -> None:
    locale = language(code).locale
    for loaded in (code, code.partition("_")[0], "root"):
        assert not set(NEVER_WRITTEN) & localedata.load(loaded).keys()
    assert locale.languages["hi"]
    assert locale.territories["IN"]


def test_what_people_may_speak_is_what_they_may_type_in() -> None:
    assert {catalogue_of(code) for code in OFFERED} == set(LANGUAGES)


@pytest.mark.parametrize(
    ("code", "ours", "spoken"),
    [
        ("pt-br", "pt_BR", True),
        ("pt", "pt_BR", True),
        ("es-419", "es", True),
        ("uk", "uk", True),
        ("en-IN", "en_IN", True),
        ("en-GB", "en", True),
        ("de_AT", "de", True),
        ("zh-Hans-CN", "en", False),
        ("", "en", False),
        (None, "en", False),
    ],
)
def test_telegram_s_codes_find_ours(code: str | None, ours: str, spoken: bool) -> None:
    assert (best_offered(code), is_spoken(code)) == (ours, spoken)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *(("Deutsch", "de"), ("german", "de"), ("DE", "de"), ("español", "es"), ("Русский", "ru")),
        *(("portuguese", "pt_BR"), ("português", "pt_BR"), ("Portuguese (Brazil)", "pt_BR")),
        *(("pt", "pt_BR"), ("pt-BR", "pt_BR"), ("English", "en"), ("en-in", "en_IN")),
        *(("العربية", "ar"), ("türkçe", "tr"), ("Indonesian", "id"), ("klingon", None)),
    ],
)
def test_a_language_is_chosen_by_its_code_or_name(written: str, code: str | None) -> None:
    assert named(written) == code


def test_a_name_with_a_slip_is_offered() -> None:
    assert named_nearly("Espaniol") == ("es",)
    assert named_nearly("klingon") == ()


@pytest.mark.parametrize("code", SPOKEN)
def test_numbers_choose_their_plural_as_in_cldr(code: str) -> None:
    """Between 0 and 999: CLDR's forms for millions and for fractions are never counted with."""
    with (LOCALES / code / "LC_MESSAGES" / "all_square.po").open("rb") as file:
        catalogue = read_po(file)
    rule = Locale.parse(code).plural_form
    chosen: dict[str, set[int]] = {}
    form = c2py(catalogue.plural_expr)
    for number in range(1000):
        chosen.setdefault(rule(number), set()).add(form(number))
    assert all(len(forms) == 1 for forms in chosen.values()), chosen
    every = sorted(number for forms in chosen.values() for number in forms)
    assert every == list(range(catalogue.num_plurals))


async def test_every_language_has_its_menu() -> None:
    published: dict[tuple[str, str | None], dict[str, str]] = {}

    class Listening:
        async def set_my_commands(
            self,
            commands: tuple[BotCommand, ...],
            scope: BotCommandScope,
            language_code: str | None,
        ) -> None:
            menu = {command.command: command.description for command in commands}
            published[scope.type, language_code] = menu

    await command_menu.publish_menu(Listening())  # type: ignore[arg-type]  # all it is asked for
    codes = {code for _, code in published}
    assert codes == {None} | {code.partition("_")[0] for code in SPOKEN}
    assert all(code is None or len(code) == 2 for code in codes), "Bot API, setMyCommands"
    everybodys = published["all_group_chats", None]
    for code in codes - {None}:
        theirs = published["all_group_chats", code]
        assert theirs.keys() == everybodys.keys()
        assert theirs["split"] != everybodys["split"]


def test_a_language_that_nobody_speaks_is_not_kept() -> None:
    asked = [sys.executable, "-c", _ASKED]
    ended = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True, timeout=300)
    loaded = set(ended.stdout.replace("'", " ").split())
    assert not loaded & {"es", "de", "fr", "ru", "ar", "hi"}, loaded
