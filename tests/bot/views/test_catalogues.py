"""Every catalogue against the code: the same messages, the same placeholders, no gaps."""

import re
from collections import Counter
from functools import cache
from gettext import c2py
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.language.offered import OFFERED, catalogue_of

ROOT = Path(__file__).parents[3]
CATALOGUES = sorted((ROOT / "bot" / "language" / "locales").glob("*/LC_MESSAGES/all_square.po"))
WHERE = [("**.py", "python"), ("web/app/page/**.js", "javascript")]
KEYWORDS = {"say": None, "sayCount": (1, 2), "plain": None, "stored": None, "n": (1, 2), "N_": None}

Id = str | tuple[str, ...]


@cache
def said_in_code() -> frozenset[Id]:
    found: set[Id] = set()
    for room in ("bot", "handlers"):
        messages = extract_from_dir(ROOT / room, WHERE, keywords=KEYWORDS)
        found |= {message for _, _, message, _, _ in messages}
    return frozenset(found)


@cache
def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def id_of(message: Message) -> Id:
    return message.id if isinstance(message.id, str) else tuple(message.id)


def forms(text: Id | list[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or [])


def placeholders(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{(\w*)\}", text))


def tags(text: str) -> Counter[str]:
    return Counter(re.findall(r"</?\w+>", text))


def commands(text: str) -> set[str]:
    return set(re.findall(r"/[a-z]+\b", re.sub(r"</\w+>", "", text)))


def of_one_number(catalogue: Catalog) -> set[int]:
    """Return the plural forms that are said of one number only, which need not be written."""
    form_of = c2py(catalogue.plural_expr)
    said = Counter(form_of(number) for number in range(200))
    return {form for form, numbers in said.items() if numbers == 1}


def test_every_language_offered_has_a_catalogue() -> None:
    spoken = {path.parts[-3] for path in CATALOGUES}
    assert spoken | {"en"} == {catalogue_of(code) for code in OFFERED}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
class TestCatalogue:
    def test_it_says_what_the_code_says_and_nothing_else(self, path: Path) -> None:
        said = said_in_code()
        written = {id_of(message) for message in messages(read(path))}
        assert said - written == set(), "not translated yet"
        assert written - said == set(), "no longer said"

    def test_nothing_is_unsure_or_left_over(self, path: Path) -> None:
        catalogue = read(path)
        assert not [message.id for message in messages(catalogue) if message.fuzzy]
        assert not catalogue.obsolete

    def test_every_form_is_there_with_its_placeholders_tags_and_commands(self, path: Path) -> None:
        catalogue = read(path)
        for message in messages(catalogue):
            sources, translations = forms(id_of(message)), forms(message.string)
            if len(sources) > 1:
                assert len(translations) == catalogue.num_plurals, message.id
            for form, translation in enumerate(translations):
                assert translation.strip(), message.id
                source = sources[-1]
                left_out = placeholders(source).keys() - placeholders(translation).keys()
                if len(sources) > 1 and form in of_one_number(catalogue):
                    left_out -= {"count"}  # "دفعتان" says that there are two.
                assert not left_out, message.id
                assert not placeholders(translation).keys() - placeholders(source).keys()
                assert tags(translation) == tags(source), message.id
                assert commands(translation) == commands(source), message.id


def test_no_message_opens_a_tag_that_it_does_not_close() -> None:
    for said in said_in_code():
        for form in forms(said):
            found = tags(form)
            assert all(
                found[f"<{tag}>"] == found[f"</{tag}>"] for tag in ("b", "i", "s", "code")
            ), form
