"""Delivers updates to the bot's webhook, as Telegram does.

https://core.telegram.org/bots/api#setwebhook: anything but 2xx is delivered again, at most
`max_connections` at a time, begun in order, the secret token in a header.
"""

from __future__ import annotations

import asyncio

import httpx

from bot.playground.updates import Update
from bot.playground.world import World

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
FIRST_PAUSE_SECONDS = 0.05
LONGEST_PAUSE_SECONDS = 1.0


class Postman:
    """Carries updates to the webhook for as long as one is set."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._on_the_way: dict[asyncio.Task[None], Update] = {}

    async def work(self) -> None:
        """Deliver until cancelled."""
        # Most worlds never have a webhook, and a client costs 50 ms (its TLS context).
        while not self._world.webhook.url:
            await self._world.updates.arrival()
        async with httpx.AsyncClient(timeout=60, trust_env=False) as client:
            try:
                while True:
                    arrival = self._world.updates.arrival()
                    self._set_out(client)
                    await asyncio.wait(
                        {arrival, *self._on_the_way}, return_when=asyncio.FIRST_COMPLETED
                    )
                    arrival.cancel()
                    for task in [task for task in self._on_the_way if task.done()]:
                        del self._on_the_way[task]
            finally:
                for task in self._on_the_way:
                    task.cancel()
                await asyncio.gather(*self._on_the_way, return_exceptions=True)

    def _set_out(self, client: httpx.AsyncClient) -> None:
        webhook = self._world.webhook
        if not webhook.url:
            return
        under_way = set(self._on_the_way.values())
        for update in self._world.updates.pending:
            if len(self._on_the_way) >= webhook.max_connections:
                return
            if update not in under_way:
                task = asyncio.create_task(self._deliver(client, update))
                self._on_the_way[task] = update

    async def _deliver(self, client: httpx.AsyncClient, update: Update) -> None:
        pause = FIRST_PAUSE_SECONDS
        while url := self._world.webhook.url:
            secret = self._world.webhook.secret_token
            headers = {SECRET_HEADER: secret} if secret else {}
            update.deliveries += 1
            try:
                answer = await client.post(url, json=update.body, headers=headers)
                if answer.is_success:
                    self._world.updates.finish(update)
                    return
                trouble = f"Wrong response from the webhook: {answer.status_code}"
            except httpx.HTTPError as error:
                trouble = f"Connection failed: {type(error).__name__}"
            self._world.webhook.last_error = trouble
            self._world.webhook.last_error_date = self._world.timestamp
            self._world.journal.stir()
            await asyncio.sleep(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
