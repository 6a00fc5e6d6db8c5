"""Starts All Square: the composition root and the command line."""

from __future__ import annotations

import argparse
import asyncio
import errno
import gc
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

# Nothing of what is loaded is garbage; to look for some meanwhile takes a tenth of the start.
gc.disable()

import bot  # noqa: F401  # before all others, as it says how they are loaded

# isort: split
from sqlalchemy.exc import SQLAlchemyError

from bot.application import Hooks, Service
from bot.audit_report import (
    aside_line,
    counted,
    failed_line,
    finding_line,
    news_reference,
    posting_reference,
    untold_line,
)
from bot.conversation.app_links import MAIN
from bot.conversation.command_menu import publish_app_button, publish_menu
from bot.conversation.head_counts import ChatSizes
from bot.conversation.said import person_behind
from bot.conversation.turn import Services
from bot.intake.inbox import handle_again, kept_aside, remove
from bot.language.catalogues import language_for
from bot.runtime.logs import configure_logs
from bot.runtime.settings import Settings, SettingsError, load_book_settings, load_settings
from bot.views import brief_answers
from bot.views.reply import Reply
from ledger.core.clock import Clock, MovableClock, SystemClock
from ledger.core.news import NewsId
from ledger.core.schedule import DeliveryId
from ledger.schedules import deliveries, news
from ledger.storage.database import Store, Transaction, book_file, database_url
from ledger.storage.migrating import NewerBookError
from ledger.upkeep.audit import audit, repair
from ledger.upkeep.chat_migration import follow_migration
from ledger.upkeep.group_settings import leave_chat

if TYPE_CHECKING:
    from starlette.types import ASGIApp
    from telegram import Bot, Update

# Nor later: the first look through all of it would take another twentieth.
gc.freeze()
gc.enable()

PLAYGROUND_PORT = 8765
PLAYGROUND_SERVICE_TOKEN = "the-service-token-of-the-playground"  # noqa: S105  # no secret
_LAST_PORT = 65535
_LOOKS_AFTER = 10_000
"""How many more objects there are when garbage is looked for: with the usual 700 that is once
in three commands, a twentieth of their cost, for next to nothing that only it would find."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command of the command line and return the process's exit code."""
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.command(asked))
    except (SettingsError, NewerBookError) as error:
        print(error, file=sys.stderr)
        return 2
    except SQLAlchemyError as error:
        # The driver's own words: SQLAlchemy's would repeat the statement and its values.
        print(f"The database can't be used: {getattr(error, 'orig', error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="main.py", description="All Square keeps a group chat's shared money even."
    )
    parser.set_defaults(command=_run)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    run = commands.add_parser("run", help="run the bot against Telegram (the default)")
    run.set_defaults(command=_run)
    playground = commands.add_parser("playground", help="try the bot in the browser, no token")
    playground.add_argument(
        "--port",
        type=_port,
        default=PLAYGROUND_PORT,
        help=f"where to serve it, else {PLAYGROUND_PORT}; 0 takes a free one",
    )
    playground.add_argument(
        "--bot-api",
        metavar="VERSION",
        help="let the local Telegram be an older server of the Bot API, such as 9.0",
    )
    playground.set_defaults(command=_playground)
    migrate = commands.add_parser("migrate", help="bring the database to this version")
    migrate.set_defaults(command=_migrate)
    check = commands.add_parser("audit", help="derive every balance again and compare")
    check.add_argument("--repair", action="store_true", help="rewrite what is derived")
    check.add_argument(
        "--again", metavar="REFERENCE", help="handle an update that was set aside once more"
    )
    check.add_argument("--drop", metavar="REFERENCE", help="drop an update that was set aside")
    check.set_defaults(command=_audit)
    backup = commands.add_parser("backup", help="copy the book while the bot runs")
    backup.add_argument("file", nargs="?", type=Path, help="what to write; else named by the time")
    backup.add_argument("--to", type=Path, default=Path("backups"), metavar="FOLDER")
    backup.set_defaults(command=_backup)
    return parser


def _port(written: str) -> int:
    """Read a port; 0 is a free one. Raises argparse's error, which it tells by itself."""
    try:
        port = int(written)
    except ValueError:
        port = -1
    if not 0 <= port <= _LAST_PORT:
        raise argparse.ArgumentTypeError(f"must be a number up to {_LAST_PORT}, such as 8765")
    return port


def compose(settings: Settings, store: Store) -> Service:
    """Put the bot together: its plumbing, and everything it answers."""
    # Here and not above: they are a third of all that is loaded, which the database's work need
    # not wait for, and commands that answer nobody need not load.
    import handlers
    from handlers.grammar.category_guess import guessed_category

    service = Service(
        settings,
        store,
        Hooks(
            apology=_apology,
            kept=_kept,
            migrated=follow_migration,
            gone=leave_chat,
            started=partial(_settle_in, settings),
            guess_category=guessed_category,
        ),
    )
    services = Services(
        settings,
        service.threads,
        service.outbox,
        ChatSizes(service.threads),
        service.boards,
        service.memory,
    )
    for route in handlers.routes(services):
        service.application.add_handler(route)
    return service


async def _settle_in(settings: Settings, us: Bot) -> None:
    # Once more, for what was loaded only now: the HTTP API is half as much as all the rest.
    gc.freeze()
    await publish_menu(us, over_http=settings.has_api)
    await publish_app_button(us, settings.app_address)


async def _apology(update: Update, reference: str) -> Reply | None:
    person = person_behind(update)
    return brief_answers.apology(language_for(person.language if person else None), reference)


def _kept(update: Update) -> Reply | None:
    person, message = person_behind(update), update.effective_message
    said = (
        (getattr(message, "text", None) or getattr(message, "caption", None) or "")
        if message
        else ""
    )
    if person is None or not (update.callback_query or said.startswith("/")):
        return None
    return brief_answers.kept(language_for(person.language))


def _run(asked: argparse.Namespace) -> int:
    settings = load_settings()
    configure_logs(settings.log_level, settings.log_format, settings.token)
    return asyncio.run(_serve(settings, SystemClock()))


async def _serve(
    settings: Settings, clock: Clock, mount_api: Callable[[ASGIApp], None] | None = None
) -> int:
    store = Store(settings.database_url, clock)
    try:
        migrating = asyncio.get_running_loop().run_in_executor(None, store.migrate)
        gc.disable()  # as above
        service = compose(settings, store)
        service.mount_api = mount_api
        # What the process has loaded stays; looking through it for garbage would only cost time.
        gc.freeze()
        gc.enable()
        gc.set_threshold(_LOOKS_AFTER)
        await migrating
        return await service.run()
    finally:
        store.dispose()


def _playground(asked: argparse.Namespace) -> int:
    # Here and not above: nobody else should have to load it.
    from bot.playground.api_versions import NEWEST, read_version
    from bot.playground.folder import own_folder

    try:
        version = read_version(asked.bot_api) if asked.bot_api else NEWEST
    except ValueError as error:
        print(f"--bot-api: {error}", file=sys.stderr)
        return 2
    # Its messages count from 1 at every start, so its book begins anew as well.
    with own_folder() as folder:
        return asyncio.run(_play(asked.port, folder / "playground.db", version))


async def _play(port: int, book: Path, version: tuple[int, int]) -> int:
    from bot.playground.limits import Limits
    from bot.playground.opening import opening_world
    from bot.playground.server import Playground

    clock = MovableClock()
    world = opening_world(clock)
    world.bot_api = version
    playground = Playground(world, port=port)
    try:
        await playground.start()
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        what = "is taken" if taken else f"can't be opened: {error.strerror}"
        other = port + 1 if taken and port < _LAST_PORT else PLAYGROUND_PORT
        hint = f"Try: uv run main.py playground --port {other}"
        print(f"Port {port} {what}. {hint}", file=sys.stderr)
        return 2
    settings = load_settings(
        telegram_bot_token=world.token,
        telegram_api_url=playground.url,
        database_url=f"sqlite:///{book}",
        webhook_url=None,
        port=None,
        # Served on the playground's own port instead, where everybody may try everything.
        api=False,
        api_service_token=PLAYGROUND_SERVICE_TOKEN,
        public_url=playground.url,
        mini_app=MAIN,
    )
    # Both sides or neither: a bot that doesn't pace itself would only be refused.
    world.limits = Limits(on=settings.telegram_limits)
    configure_logs(settings.log_level, settings.log_format, settings.token)

    def open_all(api: ASGIApp) -> None:
        playground.mount_api(api)
        url = playground.url
        print(f"The playground is open: {url}  (Ctrl+C ends it)")
        print(f"The HTTP API is beside it: {url}/api, its page: {url}/api/docs")
        print(f"A token that may do everything there: {PLAYGROUND_SERVICE_TOKEN}")

    try:
        return await _serve(settings, clock, open_all)
    finally:
        await playground.stop()


def _migrate(asked: argparse.Namespace) -> int:
    store = Store(load_book_settings().database_url, SystemClock())
    try:
        store.migrate()
        print("The database is up to date.")
        return 0
    finally:
        store.dispose()


def _audit(asked: argparse.Namespace) -> int:
    url = load_book_settings().database_url
    book = book_file(database_url(url))
    # Opening one that is not there would make an empty one, without findings.
    if book is not None and not book.is_file():
        print(f"There is no book at {book}.", file=sys.stderr)
        return 1
    store = Store(url, SystemClock())
    try:
        store.migrate()
        if not (
            _deal_with(store, asked.again, handle_again, deliveries.send_again, news.tell_again)
            and _deal_with(store, asked.drop, remove, deliveries.drop, news.told)
        ):
            return 2
        findings = repair(store) if asked.repair else audit(store)
        with store.transaction() as tx:
            aside, failed, now = kept_aside(tx), deliveries.failed(tx), tx.now
            untold = news.untold(tx)
    finally:
        store.dispose()
    for finding in findings:
        print(finding_line(finding))
    for row in aside:
        print(aside_line(row, now))
    for posting in failed:
        print(failed_line(posting, now))
    for change in untold:
        print(untold_line(change, now))
    unsent = f", {counted(len(failed), 'posting', 'postings')} not sent" if failed else ""
    unsent += f", {counted(len(untold), 'change', 'changes')} not told" if untold else ""
    print(
        f"{counted(len(findings), 'finding', 'findings')}, "
        f"{counted(len(aside), 'update', 'updates')} set aside{unsent}.".capitalize()
    )
    return 1 if findings else 0


def _deal_with(
    store: Store,
    reference: str | None,
    deal: Callable[[Transaction, list[int]], None],
    deal_with_posting: Callable[[Transaction, list[DeliveryId]], None],
    deal_with_news: Callable[[Transaction, list[NewsId]], None],
) -> bool:
    """Deal with the update, posting or news of a reference that met a bug; say if there is none."""
    if reference is None:
        return True
    with store.transaction() as tx:
        found = [row.update_id for row in kept_aside(tx) if row.reference == reference]
        if found:
            deal(tx, found)
        unsent = [one.id for one in deliveries.failed(tx) if posting_reference(one) == reference]
        if unsent:
            deal_with_posting(tx, unsent)
        untold = [one.id for one in news.untold(tx) if news_reference(one) == reference]
        if untold:
            deal_with_news(tx, untold)
    if not found and not unsent and not untold:
        print(f"Nothing was set aside as {reference}.", file=sys.stderr)
    return bool(found or unsent or untold)


def _backup(asked: argparse.Namespace) -> int:
    # Here and not above: it brings SQLite along, which a bot over a server has no use for.
    from ledger.storage.backup import BackupError, back_up, default_name

    url = load_book_settings().database_url
    target = asked.file or asked.to / default_name(url, SystemClock().now())
    try:
        back_up(url, target)
    except BackupError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"Backup written: {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
