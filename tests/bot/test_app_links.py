"""Links into the Mini App: they name a group, are known for ours, and can't be forged."""

from __future__ import annotations

import re
import uuid

import pytest

from bot.conversation.app_links import AppLinks, group_of_ref, ref_of
from bot.runtime.settings import Settings, SettingsError, load_settings
from ledger.core.accounts import PublicId

TOKEN = "123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
GROUP = PublicId("0b8f4f5e-3c0a-4c57-9d0e-6a3d7e0c1f2a")


def served(**more: object) -> Settings:
    given = {
        "telegram_bot_token": TOKEN,
        "webhook_url": "https://example.org/telegram",
        "webhook_secret": "secret",
        **more,
    }
    return load_settings(**given)


def test_a_ref_leads_back_to_its_group() -> None:
    for group in (GROUP, *(PublicId(str(uuid.uuid4())) for _ in range(50))):
        ref = ref_of(group, TOKEN)
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,512}", ref)
        assert group_of_ref(ref, TOKEN) == group


def test_no_sign_of_a_ref_can_be_another_one() -> None:
    ref = ref_of(GROUP, TOKEN)
    for place, sign in enumerate(ref):
        forged = ref[:place] + ("A" if sign != "A" else "B") + ref[place + 1 :]
        assert group_of_ref(forged, TOKEN) is None
    other = ref_of(PublicId(str(uuid.uuid4())), TOKEN)
    assert group_of_ref(ref[:20] + other[20:], TOKEN) is None


@pytest.mark.parametrize(
    "ref",
    [
        "",
        "A",
        "=",
        "====",
        "a b",
        "٣٣٣٣",
        "\0",
        "\ud800",
        "0b8f4f5e3c0a4c579d0e6a3d7e0c1f2a",
        GROUP,
        "A" * 600,
    ],
)
def test_what_is_no_ref_of_ours_names_nothing(ref: str) -> None:
    assert group_of_ref(ref, TOKEN) is None


def test_a_ref_of_another_bot_names_nothing() -> None:
    assert group_of_ref(ref_of(GROUP, "1:other"), TOKEN) is None


def test_the_links_are_telegrams_in_groups_and_ours_in_private() -> None:
    links = AppLinks(served(mini_app="main"))
    assert links.private == "https://example.org/app"
    ref = ref_of(GROUP, TOKEN)
    assert links.in_group("sq_bot", GROUP) == f"https://t.me/sq_bot?startapp={ref}"
    named = AppLinks(served(mini_app="square"))
    assert named.in_group("sq_bot", GROUP) == f"https://t.me/sq_bot/square?startapp={ref}"


@pytest.mark.parametrize(
    "settings",
    [
        {"mini_app": None},
        {"mini_app": "main", "webhook_url": None},
        {"mini_app": "main", "webhook_url": None, "port": 8080},
        {"mini_app": "main", "api": False},
    ],
)
def test_there_are_no_links_where_nobody_could_open_them(settings: dict[str, object]) -> None:
    links = AppLinks(served(**settings))
    assert links.private is None
    assert links.in_group("sq_bot", GROUP) is None


def test_another_public_address_goes_before_the_webhooks() -> None:
    settings = served(mini_app="main", public_url="https://sq.example.org/book/")
    assert AppLinks(settings).private == "https://sq.example.org/book/app"


def test_a_wrong_name_ends_the_start() -> None:
    with pytest.raises(SettingsError, match="MINI_APP must be main"):
        load_settings(telegram_bot_token=TOKEN, mini_app="t.me/x")
