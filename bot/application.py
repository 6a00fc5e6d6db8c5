"""The bot as a whole: what it is made of, and the order in which it starts and stops."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import ssl
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import structlog
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from telegram import Bot, LinkPreviewOptions, Message, Update
from telegram.constants import UpdateType
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError
from telegram.ext import ApplicationBuilder, Defaults

from bot.conversation import answered_commands, open_questions
from bot.conversation.app_links import AppLinks
from bot.conversation.boards import Boards
from bot.conversation.error_handler import ErrorHandler
from bot.delivery import chat_memory
from bot.delivery.chat_memory import ChatMemory
from bot.delivery.outbox import Address, ChatHooks, Outbox
from bot.delivery.pacer import Pacer
from bot.delivery.rate_windows import TELEGRAM_LIMITS
from bot.delivery.server_memory import ServerMemory
from bot.delivery.text_bot import TextBot
from bot.heartbeat import Heartbeat
from bot.intake.inbox import Raw
from bot.intake.parsing import AnyApplication, RowHandler
from bot.intake.pipeline import Intake
from bot.intake.poller import SILENCE_SECONDS, Poller, SilenceError, WrongTokenError
from bot.intake.storable import storable_update
from bot.runtime.http_client import HttpClient, certificate_check
from bot.runtime.ledger_threads import LedgerThreads
from bot.runtime.settings import Settings
from bot.runtime.supervised_loops import note_bug
from bot.runtime.transient_errors import patience_seconds
from bot.views.reply import Reply
from ledger.storage.database import Store, Transaction

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from bot.web.server import WebServer

_log = structlog.get_logger(__name__)

ALLOWED_UPDATES: Final = (
    UpdateType.MESSAGE,
    UpdateType.EDITED_MESSAGE,
    UpdateType.CALLBACK_QUERY,
    UpdateType.MY_CHAT_MEMBER,
    UpdateType.CHAT_MEMBER,
)
"""Every kind of update that a handler may be for; others never leave Telegram."""

_WEBHOOK_CONNECTIONS: Final = 100
_STOP_SECONDS: Final = 9.0
"""Within which the process ends, as those who run it kill it after ten."""
_LAST_SECONDS: Final = 1.0
"""Kept of those for what comes after the updates: Telegram's connections, and the threads."""
_START_PAUSE_SECONDS: Final = 8.0
_HEALTH_SECONDS: Final = 3.0


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the plumbing asks of those who know the commands, the texts and the book.

    `apology` is the answer to an update that met a bug, with the reference to be shown.
    `kept` is the answer to an update that has waited ten seconds for the database, which it
    can't ask; None where nobody waits for an answer (no command, no press).
    `migrated(tx, old, new)` and `gone(tx, chat_id)` write down what became of a group.
    `started` is called once the bot is connected, and may take its time.
    `guess_category` tells which category an expense's words speak of, None where none.
    """

    apology: Callable[[Update, str], Awaitable[Reply | None]]
    kept: Callable[[Update], Reply | None]
    migrated: Callable[[Transaction, int, int], None]
    gone: Callable[[Transaction, int], None]
    started: Callable[[Bot], Awaitable[None]] | None = None
    guess_category: Callable[[str], str | None] = lambda _words: None


class Service:
    """One running bot.

    Build it, register handlers on `application`, then `await run()`; or `start()` and
    `stop()` where somebody else keeps the process alive, as in tests. The store is the
    caller's: migrated before, disposed of after.
    """

    def __init__(self, settings: Settings, store: Store, hooks: Hooks) -> None:
        self._settings = settings
        self._clock = store.clock
        self._hooks = hooks
        self.threads = LedgerThreads(store)
        self.memory = ChatMemory(self.threads)
        self._verify = certificate_check(settings.telegram_api_url)
        self.application = _application(settings, self._verify)
        self.bot: TextBot = self.application.bot
        self._server = ServerMemory(self.threads, settings.telegram_api_url)
        hooks_of_chats = ChatHooks(self._migrated, self._gone)
        self.outbox = Outbox(self.bot, hooks_of_chats, self.memory, self._server)
        self.application.add_error_handler(ErrorHandler(self._apologise))
        self._intake = Intake(
            self.threads,
            RowHandler(self.application, ALLOWED_UPDATES),
            self._tell_kept,
            shared=settings.webhook_url is not None and not store.is_sqlite,
        )
        app_link = AppLinks(settings).of_bot(self.bot)
        self.boards = Boards(self.threads, self.outbox, app_link, self._intake.is_asked)
        self.heartbeat = Heartbeat(
            self.threads, self.outbox, self.boards, store.clock, shared=not store.is_sqlite
        )
        self._poller: Poller | None = None
        self._polling: asyncio.Task[None] | None = None
        self._settling_in: asyncio.Task[None] | None = None
        self._stop = asyncio.Event()
        self.web: WebServer | None = None
        self.mount_api: Callable[[ASGIApp], None] | None = None
        """Takes the HTTP API where somebody else serves it, as the playground does."""

    async def run(self) -> int:
        """Run until SIGTERM or SIGINT and return 0; return 1 when it can't go on."""
        loop = asyncio.get_running_loop()
        for sign in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(sign, self._stop.set)
        stopping = asyncio.create_task(self._stop.wait())
        starting = asyncio.create_task(self.start())
        try:
            await asyncio.wait([starting, stopping], return_when=asyncio.FIRST_COMPLETED)
            if not starting.done():
                starting.cancel()
                await asyncio.gather(starting, return_exceptions=True)
                return 0
            starting.result()
            serving = self.web.serving if self.web is not None else None
            working = [task for task in (self._polling, serving) if task is not None]
            await asyncio.wait([stopping, *working], return_when=asyncio.FIRST_COMPLETED)
            if not self._stop.is_set():
                for task in working:
                    if task.done():
                        task.result()
                _log.critical("stopped_serving", hint="the process ends")
                return 1
        except WrongTokenError:
            _log.critical("wrong_token", hint="Telegram does not know TELEGRAM_BOT_TOKEN")
            return 1
        except SilenceError:
            _log.critical("telegram_silent", seconds=SILENCE_SECONDS, hint="the process ends")
            return 1
        finally:
            stopping.cancel()
            await self.stop()
            for sign in (signal.SIGTERM, signal.SIGINT):
                loop.remove_signal_handler(sign)
        return 0

    async def start(self) -> None:
        """Connect, take up what was left behind, then let new updates in.

        Waits as long as it takes for a network that is not there yet; raises WrongTokenError
        when Telegram does not know the token.
        """
        self.threads.start()
        await self._connect()
        await self.outbox.api.recall()
        await self.application.start()
        await self._intake.start()
        await self._start_web()
        if self._settings.webhook_url is None:
            await self._until_reached(self.bot.delete_webhook)
            self._poller = Poller(
                self.bot.base_url,
                ALLOWED_UPDATES,
                self._intake.accept_batch,
                self._intake.room,
                self._verify,
            )
            self._polling = asyncio.create_task(self._poller.run(), name="polling")
        else:
            await self._until_reached(self._set_webhook)
        assert self.application.job_queue is not None
        self.heartbeat.start(self.application.job_queue)
        self.boards.start()
        self._settling_in = asyncio.create_task(self._settle_in(), name="settling in")
        _log.info("started", bot=self.bot.username, webhook=self._poller is None)

    async def stop(self) -> None:
        """Stop intake, finish what runs, leave the rest in the inbox; within ten seconds."""
        began = time.monotonic()

        def left(kept: float = 0.0) -> float:
            return max(0.1, began + _STOP_SECONDS - kept - time.monotonic())

        self._intake.finish_up()
        if self._settling_in is not None:
            self._settling_in.cancel()
            await asyncio.gather(self._settling_in, return_exceptions=True)
        if self._polling is not None:
            self._polling.cancel()
            await asyncio.gather(self._polling, return_exceptions=True)
        if self.web is not None:
            await self.web.stop()
        patience = left(2 * _LAST_SECONDS)
        await asyncio.gather(
            self._intake.stop(patience), self.heartbeat.stop(patience), self.boards.stop()
        )
        await self._server.stop()
        if self._poller is not None:
            await self._poller.close(min(1.0, left(_LAST_SECONDS)))
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(left(_LAST_SECONDS)):
                if self.application.running:
                    await self.application.stop()
                await self.application.shutdown()
                # A start that failed leaves its connections to whoever opened them.
                await self.bot.shutdown()
        await self.threads.stop(left())
        self._polling = self._settling_in = self._poller = self.web = None
        _log.info("stopped", seconds=round(time.monotonic() - began, 2))

    async def settled(self) -> None:
        """Wait until all updates taken in so far are answered and done with."""
        await self._intake.settled()

    async def health(self) -> Mapping[str, bool]:
        """Return the parts of the bot with whether each works: database and intake."""
        return {"database": await self._database_answers(), "intake": self._intake_works()}

    # Starting

    async def _connect(self) -> None:
        try:
            await self._until_reached(self.application.initialize)
        except InvalidToken:
            raise WrongTokenError from None

    async def _until_reached(self, call: Callable[[], Awaitable[object]]) -> None:
        pause = 0.5
        while True:
            try:
                await call()
            except RetryAfter as error:
                await asyncio.sleep(patience_seconds(error))
            except NetworkError as error:
                _log.warning("telegram_not_reached", error=type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(pause * 2, _START_PAUSE_SECONDS)
            else:
                return

    async def _set_webhook(self) -> None:
        secret = self._settings.webhook_secret
        assert self._settings.webhook_url is not None
        assert secret is not None
        await self.bot.set_webhook(
            self._webhook_url,
            secret_token=secret.get_secret_value(),
            allowed_updates=list(ALLOWED_UPDATES),
            max_connections=_WEBHOOK_CONNECTIONS,
        )

    @property
    def _webhook_url(self) -> str:
        """The webhook's address: as set, or with a path of ours where it has none."""
        url = self._settings.webhook_url or ""
        return url if urlsplit(url).path else f"{url}/telegram"

    async def _start_web(self) -> None:
        api = await self._api()
        if api is not None and self.mount_api is not None:
            self.mount_api(api)
        port = self._settings.serves_on
        if port is None:
            return
        # Here and not above: who polls and shows no health need not load a web server.
        from bot.web.endpoints import Webhook, web_application
        from bot.web.server import WebServer

        webhook = None
        if self._settings.webhook_url is not None and self._settings.webhook_secret is not None:
            secret = self._settings.webhook_secret.get_secret_value()
            webhook = Webhook(urlsplit(self._webhook_url).path, secret, self._intake.accept_one)
        own = api if self._settings.serves_api else None
        self.web = WebServer(web_application(self.health, webhook, own), port)
        await self.web.start()

    async def _api(self) -> ASGIApp | None:
        if not self._settings.serves_api and self.mount_api is None:
            return None
        # Here and not above: nobody else should have to load it.
        from bot.web.api.serving import served_api

        guess = self._hooks.guess_category
        return await served_api(self.threads, self._settings, self._clock, self.bot, guess)

    async def _settle_in(self) -> None:
        try:
            if self._hooks.started is not None:
                await self._hooks.started(self.bot)
        except TelegramError as error:
            # The bot answers without its menu; the next start registers it.
            _log.warning("not_settled_in", error=type(error).__name__)
        except Exception as error:  # noqa: BLE001  # nobody waits for it
            note_bug(error)

    # Health

    async def _database_answers(self) -> bool:
        try:
            async with asyncio.timeout(_HEALTH_SECONDS):
                await self.threads.run(lambda tx: tx.connection.execute(text("SELECT 1")).scalar())
        except (SQLAlchemyError, TimeoutError):
            return False
        return True

    def _intake_works(self) -> bool:
        if self._poller is None:
            return self._settings.webhook_url is not None
        answered = self._poller.answered_at
        return answered is not None and time.monotonic() - answered < SILENCE_SECONDS

    # Hooks

    async def _migrated(self, old: int, new: int) -> None:
        def follow(tx: Transaction) -> None:
            self._hooks.migrated(tx, old, new)
            chat_memory.follow(tx, old, new)
            answered_commands.forget_chat(tx, old)
            open_questions.forget_chat(tx, old)

        await self.threads.run(follow)

    async def _gone(self, chat_id: int) -> None:
        def leave(tx: Transaction) -> None:
            self._hooks.gone(tx, chat_id)
            chat_memory.forget_chat(tx, chat_id)
            answered_commands.forget_chat(tx, chat_id)
            open_questions.forget_chat(tx, chat_id)

        await self.threads.run(leave)

    async def _apologise(self, update: Update, reference: str) -> None:
        reply = await self._hooks.apology(update, reference)
        if update.callback_query is not None:
            await self.outbox.answer(update.callback_query.id)
        await self._answer(update, reply)

    async def _tell_kept(self, raw: Raw) -> None:
        try:
            update = Update.de_json(storable_update(raw), self.bot)
            await self._answer(update, self._hooks.kept(update))
        except TelegramError as error:
            _log.warning("not_told_kept", error=type(error).__name__)
        except Exception as error:  # noqa: BLE001  # courtesy must not stop anything
            _log.error("not_told_kept", exc_info=error)

    async def _answer(self, update: Update, reply: Reply | None) -> None:
        message = update.effective_message
        if reply is None or message is None:
            return
        thread = None
        if isinstance(message, Message) and message.is_topic_message:
            thread = message.message_thread_id
        reply_to = None if update.callback_query else message.message_id or None
        await self.outbox.send(Address(message.chat.id, thread), reply, reply_to)


def _application(settings: Settings, verify: ssl.SSLContext | bool) -> AnyApplication:
    """Return python-telegram-bot's application, without its Updater."""
    bot = TextBot(
        settings.token,
        base_url=f"{settings.telegram_api_url}/bot",
        base_file_url=f"{settings.telegram_api_url}/file/bot",
        request=HttpClient(settings.telegram_api_url, verify),
        # Nobody uses this one: updates come by a poller of our own.
        get_updates_request=HttpClient(settings.telegram_api_url, verify),
        rate_limiter=Pacer(TELEGRAM_LIMITS if settings.telegram_limits else None),
        defaults=Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)),
    )
    builder = ApplicationBuilder().bot(bot).updater(None)
    application: Any = builder.build()
    return application  # type: ignore[no-any-return]  # the builder's generics say less
