"""What the documents say is so: commands, settings, examples, links."""

import io
import re
from contextlib import redirect_stdout
from dataclasses import fields
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from bot.conversation.routing import Command
from bot.language.catalogues import Language
from bot.playground.opening import opening_world
from bot.runtime.settings import READERS, Settings, load_settings
from bot.views import guidance
from bot.views.command_list import COMMANDS
from handlers.grammar.circle import Circle
from handlers.grammar.commands.split_line import read_split
from handlers.grammar.lexer import from_text
from ledger.core.money import Currency
from ledger.storage.database import database_url
from ledger.storage.tables import Base
from main import compose, main
from tests.bot.views.speaking import ASHA, ROSTER
from tests.stores import opened

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ENV_EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
NAMES = {command.name for command in COMMANDS}
SETTINGS = {name.upper() for name in READERS}
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


def commands_in(text: str) -> set[str]:
    """The commands that a text mentions, without paths such as `/etc/systemd`."""
    return set(re.findall(r"(?:^|(?<=[\s`>(,]))/([a-z_]+)(?=[\s`<),:.;?]|$)", text, re.MULTILINE))


def examples() -> list[str]:
    """The `/split` lines of the README, without the column that explains them."""
    lines = re.findall(r"(?:^    |`)(/split \S[^`\n]*?)(?:  |`|$)", README, re.MULTILINE)
    return [line for line in lines if not line.startswith("/split AMOUNT")]


def subcommands() -> list[str]:
    """What `main.py` can be told to do, as its own help says."""
    with pytest.raises(SystemExit), redirect_stdout(io.StringIO()) as said:
        main(["--help"])
    return re.findall(r"^    ([a-z]+)\b", said.getvalue(), re.MULTILINE)


def test_the_readme_names_every_command_and_no_other() -> None:
    served = {"healthz", "metrics", "data", "newbot", "setprivacy", "setjoingroups", "setcommands"}
    assert commands_in(README) - served == NAMES


def test_help_names_every_command() -> None:
    say = Language("en")
    group = guidance.help_group(say).text
    private = guidance.help_private(say, "all_square_bot").text
    assert commands_in(unescape(group)) == NAMES
    assert commands_in(unescape(private)) == NAMES


def test_the_menu_says_each_command_once_with_an_example_of_its_own() -> None:
    assert len(NAMES) == len(COMMANDS)
    for command in COMMANDS:
        assert command.usage.split()[0] == f"/{command.name}"


def test_every_command_is_answered_and_every_answered_command_is_told(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'book.db'}") as store:
        service = compose(load_settings(telegram_bot_token="1:a"), store)
    routes = [route for group in service.application.handlers.values() for route in group]
    answered = [route.names for route in routes if isinstance(route, Command)]
    assert {name for names in answered for name in names & NAMES} == NAMES
    assert all(names & NAMES for names in answered), "a command that no document tells"


def test_the_readme_names_the_programs_own_commands() -> None:
    told = set(re.findall(r"main\.py ([a-z]+)", README))
    assert told <= set(subcommands())
    assert {"playground", "audit", "run"} <= told


def test_the_readme_names_every_setting_and_no_other() -> None:
    assert set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)) == SETTINGS


def test_the_example_environment_names_every_setting_and_no_other() -> None:
    named = set(re.findall(r"^#?([A-Z_]+)=", ENV_EXAMPLE, re.MULTILINE))
    assert named - {"POSTGRES_PASSWORD"} == SETTINGS


@pytest.mark.parametrize("name", sorted(SETTINGS))
def test_the_documents_tell_a_settings_default(name: str) -> None:
    default = {one.name: one.default for one in fields(Settings)}[name.lower()]
    if not isinstance(default, str | int):
        return
    told = {True: "on", False: "off"}[default] if isinstance(default, bool) else str(default)
    assert re.search(rf"^\| `{name}` \| `{re.escape(told)}` \|", README, re.MULTILINE)
    assert re.search(rf"^#{name}={re.escape(told)}$", ENV_EXAMPLE, re.MULTILINE)


def test_the_readme_has_examples() -> None:
    assert len(examples()) >= 6


@pytest.mark.parametrize("line", examples())
def test_an_example_of_the_readme_can_be_typed(line: str) -> None:
    circle = Circle(ROSTER, ASHA.id, frozenset({"en"}))
    read = read_split(from_text(line), Currency("INR"), date(2024, 2, 16), circle)
    assert read.amount.minor > 0
    assert not read.doubts, "what the README shows is clear"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files_that_are_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", text) + re.findall(r'src(?:set)?="([^"]+)"', text)
    for target in targets:
        if "://" not in target:
            assert (document.parent / target).exists(), target


def test_make_help_lists_every_target() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert named is not None
    assert set(named[1].split()) == set(re.findall(r"^([a-z]+):.*## ", makefile, re.MULTILINE))


NATURAL = ROOT / "handlers" / "grammar" / "natural"
ROOMS = (
    *("bot", "ledger", "handlers/grammar", "handlers/grammar/natural"),
    *(str(path.parent.relative_to(ROOT)) for path in sorted(NATURAL.glob("*/__init__.py"))),
)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_names_all_that_is_in_it(room: str) -> None:
    named = set(re.findall(r"`([a-z_]+)`", (ROOT / room / "__init__.py").read_text("utf-8")))
    there = {path.stem for path in (ROOT / room).glob("*.py")}
    there |= {path.parent.name for path in (ROOT / room).glob("*/__init__.py")}
    assert there - {"__init__"} <= named


def test_the_privacy_statement_names_every_table_but_those_without_people() -> None:
    derived = {"balances", "debts", "newcomers", "squares"}
    of_the_process = {"leases", "inbox_leases"}
    known = set(re.findall(r"`([a-z_]+)`", (ROOT / "docs" / "privacy.md").read_text("utf-8")))
    assert Base.metadata.tables.keys() - known <= derived | of_the_process


def test_the_service_runs_without_uv_whose_cache_it_may_not_write() -> None:
    assert re.search(r"^    ExecStart=\S+/\.venv/bin/python main\.py run$", README, re.MULTILINE)
    assert "uv run --no-dev" not in README + (ROOT / "docs" / "operations.md").read_text("utf-8")


def test_no_password_breaks_the_address_that_compose_gives() -> None:
    compose_file = (ROOT / "compose.yaml").read_text(encoding="utf-8")
    (address,) = re.findall(r"^ +DATABASE_URL: (.*)$", compose_file, re.MULTILINE)
    assert database_url(address).password is None
    assert compose_file.count("${POSTGRES_PASSWORD:-square}") == 2
    assert "      PGPASSWORD: ${POSTGRES_PASSWORD:-square}\n" in compose_file


def test_the_readme_counts_who_is_in_the_playground() -> None:
    words = {2: "two", 6: "six"}
    world = opening_world()
    groups = [chat for chat in world.chats.values() if chat.id < 0]
    assert f"{words[len(world.people)]} people in {words[len(groups)]} groups" in README
