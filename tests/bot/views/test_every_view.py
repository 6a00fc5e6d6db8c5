"""Every answer, in every language, with the worst names: Telegram would take each of them."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.language.catalogues import Language, language
from bot.language.offered import OFFERED
from bot.views import (
    access_tokens,
    brief_answers,
    command_list,
    guidance,
    linked_account,
    member_list,
    news_texts,
    privacy_statement,
    refused_messages,
    settings_menu,
    settings_overview,
    settings_panels,
)
from bot.views.refused_messages import Obstacle
from bot.views.reply import MAX_ALERT, Reply
from ledger.core.accounts import Account, AccountId, PersonalToken, PublicId, Scope
from ledger.core.answers.entry_changes import Written
from ledger.core.answers.footprint import Footprint
from ledger.core.answers.member_changes import Added, MemberList, Merged
from ledger.core.answers.reminding import Reminding, Wishes
from ledger.core.answers.settings_overview import SettingsOverview
from ledger.core.answers.standings import GroupStanding
from ledger.core.answers.told_news import GroupNews, ManyNews
from ledger.core.entries import Action
from ledger.core.exchange_rate import Rate, RateSource
from ledger.core.groups import Group
from ledger.core.member_sets import MemberSet
from ledger.core.members import GroupId, Member, MemberKind, Role, Roster, UserId
from ledger.core.money import Currency, Money
from ledger.core.news import Alteration, Setting
from ledger.core.schedule import Kind
from tests.bot.views.speaking import (
    ASHA,
    BOB,
    ENGLISH,
    INR,
    NOW,
    ROSTER,
    TODAY,
    dinner,
    entry,
    labels,
    lines,
    member,
    placeholder,
    schedule,
    shown,
)

HOSTILE = member(9, "</b><a href='x'>&amp;{0}{name}%s" + "क्षि" * 20, "\u202e<i>", role=Role.ADMIN)
CROWD = tuple(
    member(number, f"{'W' * 60}<{number}>", active=number % 7 != 0) for number in range(10, 260)
)
GROUP = Group(GroupId(1), "Goa <3", INR, "Asia/Kolkata", None, simplify=True, entries=0)
PLAIN = Group(GroupId(1), "x", Currency("KWD"), "UTC", "en", simplify=False, entries=3)
DELETED = entry(12, dinner(description="<s>x</s>"), action=Action.DELETE, by=BOB, revision=2)
RESTORED = entry(12, dinner(), action=Action.RESTORE, by=BOB, revision=3)

OPEN = tuple(
    GroupStanding(
        Group(GroupId(number), "<b>" * 80, INR, "UTC", None, simplify=True, entries=1),
        (Money(-100, INR), Money(5, Currency("EUR"))),
    )
    for number in range(250)
)


def listed(*members: Member) -> MemberList:
    roster = Roster(members)
    return MemberList(roster, {members[0].id: (Money(-100, INR), Money(5, Currency("EUR")))})


def changed(now: object) -> Written:
    return Written(now, ROSTER, (), (), {}, before=entry(12, dinner()).revision)  # type: ignore[arg-type]


SETTINGS = SettingsOverview(
    GROUP,
    None,
    Reminding(None, Money(50_000, INR), Wishes(muted=False, not_before=None)),
    (HOSTILE, *CROWD),
    Roster((HOSTILE, *CROWD)),
    NOW,
    TODAY,
)

OTHERWISE = replace(
    SETTINGS, group=PLAIN, weekly=schedule(kind=Kind.WEEKLY), roster=ROSTER, debtors=(BOB,)
)

KEYS = tuple(
    PersonalToken(number, "<b>" * 21, list(Scope)[number % 2], NOW, NOW if number % 3 else None)
    for number in range(20)
)
ACCOUNT = Account(
    *(AccountId(1), PublicId("x"), UserId(1), "Asha <3", f"{'<' * 200}@example.org", None),
    has_password=True,
    language=None,
    created_at=NOW,
    updated_at=NOW,
)
NAMELESS = replace(ACCOUNT, email=None)
EURO = Rate(Currency("EUR"), INR, Decimal("90.5"), RateSource.OWN, TODAY)
ALTERED = GroupNews(
    by=HOSTILE.id,
    altered=Alteration(
        added=tuple(one.id for one in CROWD),
        removed=tuple(one.id for one in CROWD),
        roles=(HOSTILE.id,),
        weights=(HOSTILE.id,),
        settings=tuple(Setting),
    ),
    members={one.id: one for one in (HOSTILE, *CROWD)},
    roster=Roster((HOSTILE, *CROWD)),
    overview=SETTINGS,
    recurring=(),
    merged=tuple(Merged(one, HOSTILE) for one in CROWD),
    rates={EURO.base: EURO, Currency("USD"): None},
    sets={"flat2": MemberSet("flat2", tuple(one.id for one in CROWD)), "x": None},
)
BURST = ManyNews(
    new=(RESTORED,) * 5,
    changed_now=(DELETED,) * 5,
    more=90,
    group=(replace(ALTERED, by=None), replace(ALTERED, by=None)),
    roster=Roster((*ROSTER, HOSTILE, *CROWD)),
    changed=(),
)

VIEWS: dict[str, Callable[[Language], Reply]] = {
    "welcome": lambda say: guidance.welcome(say, GROUP),
    "welcome back": lambda say: guidance.welcome(say, GROUP, back=True),
    "taken over": lambda say: guidance.taken_over(say, PLAIN, 1),
    "key in a group": lambda say: access_tokens.in_private_only(say, "all_square_bot"),
    "no keys": lambda say: access_tokens.tokens(say, (), TODAY, "https://example.org"),
    "keys": lambda say: access_tokens.tokens(say, KEYS, TODAY, "https://example.org"),
    "key asked for": lambda say: access_tokens.ask_scope(say, "<b>" * 80),
    "key": lambda say: access_tokens.made(say, KEYS[0], "asq_x", None),
    "no API": access_tokens.no_api,
    "code for an account": lambda say: linked_account.code(say, "ABCDEFGHJK", None),
    "account": lambda say: linked_account.linked(say, ACCOUNT),
    "account without an address": lambda say: linked_account.linked(say, NAMELESS),
    "unlink?": lambda say: linked_account.ask_unlink(say, ACCOUNT),
    "unlinked": linked_account.unlinked,
    "news of a group": lambda say: news_texts.of_group(say, ALTERED, TODAY),
    "a burst of news": lambda say: news_texts.many(say, BURST, TODAY),
    "start in a group": lambda say: guidance.start_group(say, PLAIN),
    "start": lambda say: guidance.start_private(say, "all_square_bot"),
    "start of a nameless bot": lambda say: guidance.start_private(say, None),
    "help in a group": guidance.help_group,
    "help": lambda say: guidance.help_private(say, "all_square_bot"),
    "belongs in a group": lambda say: guidance.belongs_in_group(say, "all_square_bot"),
    "question": guidance.ask_expense,
    "question of a refund": guidance.ask_refund,
    "cannot write": lambda say: refused_messages.in_private(say, "<Goa>", Obstacle.MUTED, None),
    "cannot write in General": lambda say: refused_messages.in_private(
        say, "<Goa>", Obstacle.GENERAL_CLOSED, guidance.ask_expense(say)
    ),
    "cannot pay for writing": lambda say: refused_messages.in_private(
        say, "<Goa>", Obstacle.PAID, None
    ),
    "cannot write nobody knows why": lambda say: refused_messages.in_private(
        say, "<Goa>", Obstacle.UNKNOWN, None
    ),
    "told in private": lambda say: refused_messages.in_private(
        say, "<Goa>", None, guidance.ask_expense(say)
    ),
    "what waited": lambda say: refused_messages.waited(say, 3),
    "no pictures": lambda say: Reply(refused_messages.no_pictures(say)),
    "members": lambda say: member_list.members(say, listed(HOSTILE, placeholder(8, "x"), ASHA)),
    "crowd": lambda say: member_list.members(say, listed(*CROWD)),
    "last page of a crowd": lambda say: member_list.members(say, listed(*CROWD), 99),
    "added": lambda say: member_list.added(say, Added((HOSTILE, *CROWD), (ASHA,), (BOB,))),
    "added one unmet": lambda say: member_list.added(say, Added((placeholder(8, "x"),), (), ())),
    "removed": lambda say: member_list.removed(say, HOSTILE),
    "promoted": lambda say: member_list.role(say, HOSTILE),
    "demoted": lambda say: member_list.role(say, BOB),
    "merged": lambda say: member_list.merged(say, Merged(HOSTILE, ASHA)),
    "currency set": lambda say: settings_menu.currency_set(say, Currency("KWD")),
    "time zone set": lambda say: settings_menu.timezone_set(say, "America/New_York", NOW),
    "my language": settings_menu.my_language,
    "language set": settings_menu.language_set,
    "settings": lambda say: settings_overview.overview(say, SETTINGS),
    **{
        f"settings: {name}": lambda say, name=name: settings_panels.panel(say, SETTINGS, name)  # type: ignore[misc]
        for name in settings_overview.PANELS
    },
    "settings: the other way": lambda say: settings_panels.panel(say, OTHERWISE, "simplify"),
    "settings: the summary as it was set": lambda say: settings_panels.panel(
        say, OTHERWISE, "weekly"
    ),
    "settings: whom to remind": lambda say: settings_panels.panel(say, OTHERWISE, "remind"),
    "settings: the last admins": lambda say: settings_panels.panel(say, SETTINGS, "admins", 99),
    "privacy": lambda say: privacy_statement.kept(say, private=True, bot_username="all_square_bot"),
    "privacy in a group": lambda say: privacy_statement.kept(say, private=False, bot_username=None),
    "my data": lambda say: privacy_statement.record(say, b"{}"),
    "forget me?": lambda say: privacy_statement.ask_forget(say, Footprint(250, OPEN)),
    "forget a stranger?": lambda say: privacy_statement.ask_forget(say, Footprint(0, ())),
    "forgotten": privacy_statement.forgotten,
    "apology": lambda say: brief_answers.apology(say, "a1b2c3"),
    "kept": brief_answers.kept,
    "too many": lambda say: brief_answers.too_many(say, 1),
    "deleted": lambda say: brief_answers.change_answer(say, changed(DELETED)),
    "restored": lambda say: brief_answers.change_answer(say, changed(RESTORED)),
    "changed": lambda say: brief_answers.change_answer(say, changed(entry(12, dinner()))),
    "nothing changed": lambda say: brief_answers.nothing_changed(say, DELETED, ROSTER),
    "undo?": lambda say: brief_answers.ask_undo(say, entry(12, dinner()), ROSTER, TODAY),
}


@pytest.mark.parametrize("code", OFFERED)
@pytest.mark.parametrize("view", VIEWS)
def test_telegram_takes_it(view: str, code: str) -> None:
    reply = VIEWS[view](language(code))
    assert shown(reply)
    assert len(brief_answers.alert(reply)) <= MAX_ALERT


@pytest.mark.parametrize("view", [name for name in VIEWS if name != "crowd"])
def test_hindi_is_not_english(view: str) -> None:
    assert shown(VIEWS[view](language("hi"))) != shown(VIEWS[view](ENGLISH))


@pytest.mark.parametrize("view", VIEWS)
def test_no_username_rings_outside_code(view: str) -> None:
    text = re.sub(r"<code>.*?</code>", "", str(VIEWS[view](ENGLISH).text))
    assert "@" not in text


def test_members_are_listed_with_role_state_and_balance() -> None:
    gone = member(4, "Dia", active=False)
    grandma = member(7, "Grandma", kind=MemberKind.GUEST)
    reply = member_list.members(ENGLISH, listed(ASHA, gone, placeholder(8, "chen_x"), grandma))
    assert lines(reply) == [
        "3 members",
        "Asha (admin)  −₹1, +€0.05",
        "@chen_x (not met yet)  square",
        "Grandma (guest)  square",
        "Dia (not sharing)  square",
    ]
    assert labels(reply) == [["I'm in"]]


def test_the_welcome_offers_to_join_and_what_was_guessed() -> None:
    reply = guidance.welcome(ENGLISH, GROUP)
    assert "/split 1200 dinner" in lines(reply)
    assert labels(reply) == [
        ["Join", "Show the board"],
        ["Currency: INR", "Time zone: Kolkata"],
    ]


def test_a_bare_split_asks_with_a_forced_reply() -> None:
    reply = guidance.ask_expense(ENGLISH)
    assert shown(reply) == "How much, and what for?"
    assert reply.asks == "1200 dinner with bob"


def test_an_added_stranger_is_told_apart_from_people_met() -> None:
    reply = member_list.added(ENGLISH, Added((BOB, placeholder(8, "chen_x")), (), ()))
    assert lines(reply) == [
        "Added: Bob.",
        "Added: @chen_x. I'll know them as soon as they write here or press a button.",
    ]


def test_undo_of_an_old_entry_asks_first() -> None:
    old = entry(12, dinner(on=TODAY - timedelta(days=4)))
    reply = brief_answers.ask_undo(ENGLISH, old, ROSTER, TODAY)
    assert shown(reply) == (
        "Your latest entry here is #12 dinner (₹1,200), of Feb 16. Take it back?"
    )
    assert labels(reply) == [["Undo"]]


def test_toasts_say_in_or_out() -> None:
    assert brief_answers.toast_in(ENGLISH, entry(12, dinner()), ASHA) == "You're in."
    assert brief_answers.toast_in(ENGLISH, entry(12, dinner()), member(4, "Dia")) == "You're out."


@pytest.mark.parametrize("code", OFFERED)
@pytest.mark.parametrize("scope", command_list.Scope)
def test_telegram_takes_the_command_menu(code: str, scope: command_list.Scope) -> None:
    commands = command_list.menu(language(code), scope)
    assert 3 <= len(commands) <= 100
    for name, description in commands:
        # Bot API, BotCommand.
        assert 1 <= len(name) <= 32
        assert name == name.lower()
        assert 1 <= len(description) <= 256
