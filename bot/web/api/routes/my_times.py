"""What the caller is sent by time: their own weekly summary, and reminders of what they owe."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter
from starlette.responses import Response

from bot.web.api.asked.settings import days_of
from bot.web.api.books import change_group, read_group
from bot.web.api.calls import CallRoute
from bot.web.api.changes import Once
from bot.web.api.context import Api, Here
from bot.web.api.errors import conflict
from bot.web.api.schemas.envelope import Data
from bot.web.api.schemas.my_times import ChangedReminding, MyReminders, MyWeekly, Wanted
from bot.web.api.schemas.settings import ChangedWeekly
from bot.web.api.who import Known
from ledger.accounts import showing
from ledger.book.open_book import Book
from ledger.core.accounts import Account, PublicId
from ledger.core.recurrence import Rule, every_week
from ledger.core.schedule import is_on
from ledger.schedules import reminders, weekly_setting
from ledger.storage import people_rows
from ledger.storage.database import Transaction

router = APIRouter(prefix="/api/me", tags=["Me"], route_class=CallRoute)


@router.get("/weekly", summary="When I am sent a summary")
async def weekly(caller: Known, api: Here) -> Data[MyWeekly]:
    """Return when the bot sends me the summary of all my groups, in private."""
    account = caller.require_person()
    return await api.threads.read(lambda tx: Data(data=_weekly(tx, api, account)))


@router.patch("/weekly", response_model=Data[MyWeekly], summary="Say when I am sent a summary")
async def set_weekly(body: ChangedWeekly, caller: Known, api: Here, change: Once) -> Response:
    """Turn my summary on or off, or choose its days; what is left out stays.

    The bot must be allowed to write to me (409).
    """
    account = caller.require_person()

    def use_case(tx: Transaction) -> Data[MyWeekly]:
        _set_weekly(tx, api, account, body)
        return Data(data=_weekly(tx, api, account))

    return await change.run(use_case)


def _set_weekly(tx: Transaction, api: Api, account: Account, said: ChangedWeekly) -> None:
    found = weekly_setting.mine(tx, account.user_id)
    if said.on is False:
        weekly_setting.stop_mine(tx, account.user_id)
    elif said.on or is_on(found):
        if not _may_be_written_to(tx, account):
            raise conflict("not_started", "The bot may not write to you: press Start in its chat.")
        before = every_week() if found is None else found.rule
        rule = every_week(before.weekdays[0], said.at or before.at)
        days = tuple(said.weekdays or days_of(before))
        weekly_setting.set_mine(
            tx,
            people_rows.person(tx.connection, account.user_id),
            replace(rule, weekdays=days),
            api.settings.default_timezone,
        )


def _weekly(tx: Transaction, api: Api, account: Account) -> MyWeekly:
    found = weekly_setting.mine(tx, account.user_id)
    rule: Rule = every_week() if found is None else found.rule
    zone = weekly_setting.zone_of(tx, account.user_id, api.settings.default_timezone)
    username = api.chats.bot_username
    return MyWeekly(
        on=is_on(found),
        weekdays=list(days_of(rule)),
        at=f"{rule.at:%H:%M}",
        timezone=zone if found is None else found.zone,
        reachable=_may_be_written_to(tx, account),
        chat=None if username is None else f"https://t.me/{username}?start=app",
    )


def _may_be_written_to(tx: Transaction, account: Account) -> bool:
    row = people_rows.account(tx.connection, account.user_id)
    return account.in_telegram and row is not None and bool(row.started)


@router.get("/reminders", summary="Which groups may remind me")
async def my_reminders(caller: Known, api: Here) -> Data[list[MyReminders]]:
    """Return of each of my groups whether I want to be reminded of what I owe there."""
    account = caller.require_person()

    def use_case(tx: Transaction) -> Data[list[MyReminders]]:
        cards = showing.my_cards(tx, account.user_id)
        books = ((card.public_id, read_group(tx, caller, card.public_id)) for card in cards)
        return Data(data=[_wish(book, public_id) for public_id, book in books])

    return await api.threads.read(use_case)


@router.put(
    "/reminders/{group_id}",
    response_model=Data[MyReminders],
    summary="Say whether a group may remind me",
)
async def set_reminders(
    group_id: str, body: ChangedReminding, caller: Known, change: Once
) -> Response:
    """Be reminded of what I owe in a group, not before in a week, or not at all."""
    caller.require_person()

    def use_case(book: Book) -> Data[MyReminders]:
        if body.wanted is Wanted.LATER:
            reminders.mute(book, muted=False)
            reminders.snooze(book)
        else:
            reminders.mute(book, muted=body.wanted is Wanted.OFF)
        public_id = showing.ids_of_groups(book.tx, [book.group.id])[book.group.id]
        return Data(data=_wish(book, public_id))

    return await change.run(
        lambda tx: change_group(tx, caller, group_id, use_case, may_have_left=True)
    )


def _wish(book: Book, public_id: PublicId) -> MyReminders:
    wishes = reminders.wishes(book, book.require_actor().id)
    wanted = Wanted.OFF if wishes.muted else Wanted.LATER if wishes.not_before else Wanted.ON
    return MyReminders(
        group_id=public_id, name=book.group.title, wanted=wanted, until=wishes.not_before
    )
