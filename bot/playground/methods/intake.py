"""Methods by which the bot takes updates, and answers pressed buttons."""

from __future__ import annotations

import asyncio
import re
from urllib.parse import urlsplit

from bot.playground.state import Answer, Webhook
from bot.playground.updates import BATCH
from bot.playground.wire import ApiError, Call, Json, bad_request
from bot.playground.world import World

MOST_ANSWER = 200
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LOCAL = {"127.0.0.1", "localhost", "::1"}
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def get_updates(world: World, call: Call) -> list[Json]:
    """https://core.telegram.org/bots/api#getupdates: one at a time, the newer call wins."""
    if world.webhook.url:
        raise ApiError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    if world.poll is not None and not world.poll.done():
        world.poll.set_result(None)
    poll = world.poll = asyncio.get_running_loop().create_future()
    _allow(world, call)
    offset = call.number("offset")
    limit = min(max(call.number("limit", BATCH), 1), BATCH)
    batch = world.updates.take(offset, limit)
    timeout = call.number("timeout")
    if not batch and timeout > 0:
        await _wait_for_update(world, poll, timeout)
        if poll.done():
            raise ApiError(
                409,
                "Conflict: terminated by other getUpdates request; "
                "make sure that only one bot instance is running",
            )
        batch = world.updates.take(offset, limit)
    if world.poll is poll:
        world.poll = None
    return [update.body for update in batch]


def set_webhook(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#setwebhook; plain HTTP only to this machine."""
    url = call.text("url")
    if url:
        address = urlsplit(url)
        is_local = address.scheme == "http" and address.hostname in _LOCAL
        if address.scheme != "https" and not is_local:
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = call.text("secret_token")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _allow(world, call)
    if call.flag("drop_pending_updates"):
        world.updates.drop()
    most = min(max(call.number("max_connections", 40), 1), 100)
    world.webhook = Webhook(url, secret, most)
    world.updates.stir()
    return True


def delete_webhook(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#deletewebhook."""
    if call.flag("drop_pending_updates"):
        world.updates.drop()
    world.webhook = Webhook()
    world.updates.stir()
    return True


def get_webhook_info(world: World, call: Call) -> Json:
    """https://core.telegram.org/bots/api#getwebhookinfo."""
    webhook = world.webhook
    described: Json = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending),
    }
    if webhook.url:
        described["max_connections"] = webhook.max_connections
    if webhook.last_error:
        described["last_error_date"] = webhook.last_error_date
        described["last_error_message"] = webhook.last_error
    if world.updates.allowed:
        described["allowed_updates"] = list(world.updates.allowed)
    return described


def answer_callback_query(world: World, call: Call) -> bool:
    """https://core.telegram.org/bots/api#answercallbackquery: once, in time, 200 characters."""
    press = world.presses.get(call.text("callback_query_id"))
    if press is None or press.expired or press.answer is not None:
        raise bad_request(_TOO_OLD)
    text = call.text("text")
    if len(text) > MOST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answer = Answer(text, call.flag("show_alert"), call.text("url") or None)
    world.journal.record("answer", {"press": press})
    return True


def _allow(world: World, call: Call) -> None:
    """Remember allowed_updates; where it is not given the last one stays in force."""
    allowed = call.value("allowed_updates")
    if isinstance(allowed, list):
        world.updates.allowed = tuple(allowed) or None


async def _wait_for_update(world: World, poll: asyncio.Future[None], seconds: float) -> None:
    """Wait until an update comes, a newer call takes over, or the time is up."""
    arrival = world.updates.arrival()
    world.journal.stir()
    try:
        if not world.journal.closed:
            await asyncio.wait(
                {arrival, poll}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED
            )
    finally:
        arrival.cancel()
