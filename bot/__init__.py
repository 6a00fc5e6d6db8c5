"""Telegram's plumbing: updates in, messages out, and everything between; knows no command.

`application` is what the bot is made of, `heartbeat` what goes out by time, `audit_report` what
an operator is told. The rooms, each importing only those below it:

- `playground`: a local Telegram to try the bot in.
- `web`: webhook, health and metrics; `web.api`: the HTTP API.
- `conversation`: one turn of it, what leads to which answer, our own messages known again.
- `intake`: updates in: the inbox, and the order within a chat.
- `delivery`: messages out: the outbox and Telegram's limits.
- `views`: finished values into replies.
- `language`: catalogues, and what a language says of a place.
- `runtime`: lean modules, settings, a kept secret, logs, metrics, threads, connections and loops.
"""

import os
import sys
from typing import Any

from bot.runtime.lean_modules import leave_out_docstrings, only_named, put_off

# Before telegram is imported anywhere: RetryAfter.retry_after is then a timedelta, without a
# deprecation warning.
os.environ.setdefault("PTB_TIMEDELTA", "1")

leave_out_docstrings()

# structlog loads these where some other tool has brought them along, for colours and greenlets
# that nobody asks for here. Meanwhile they are as if not installed, which they need not be.
_loaded: dict[str, Any] = sys.modules
_unwanted = [name for name in ("greenlet", "rich") if name not in _loaded]
_loaded.update(dict.fromkeys(_unwanted))
import structlog  # noqa: E402, F401

for _name in _unwanted:
    del _loaded[_name]

# aiohttp's lists that can be closed are written in C++ too, whose library takes a megabyte.
os.environ.setdefault("FROZENLIST_NO_EXTENSIONS", "1")

# aiohttp reads all of the machine's certificates twice while it is loaded, for whoever brings no
# TLS context along: 2 MiB, and a twentieth of the start. Ours brings one
# (`bot.runtime.http_client.certificate_check`); by those of aiohttp's nobody would be trusted.
_certificates = {name: os.environ.get(name) for name in ("SSL_CERT_FILE", "SSL_CERT_DIR")}
os.environ.update(dict.fromkeys(_certificates, os.devnull))
import aiohttp  # noqa: E402, F401

for _name, _place in _certificates.items():
    if _place is None:
        del os.environ[_name]
    else:
        os.environ[_name] = _place

# What these three can do and are not asked for: to connect by httpx, to let processes work, and
# to serve metrics themselves. The modules for it would be two megabytes.
with only_named(
    {
        "httpx": ("AsyncClient", "Proxy", "URL"),
        "multiprocessing": (),
        "concurrent.futures.process": ("BrokenProcessPool",),
        "http.server": ("BaseHTTPRequestHandler",),
        "socketserver": ("ThreadingMixIn",),
        "wsgiref.simple_server": ("WSGIRequestHandler", "WSGIServer", "make_server"),
    }
):
    import prometheus_client  # noqa: F401
    import telegram.ext  # noqa: F401  # with APScheduler

# SQLAlchemy loads a dialect for every driver of the kind of database that is used.
put_off(
    "sqlalchemy.dialects.postgresql.asyncpg",
    "sqlalchemy.dialects.postgresql.pg8000",
    "sqlalchemy.dialects.postgresql.psycopg2",
    "sqlalchemy.dialects.postgresql.psycopg2cffi",
    "sqlalchemy.dialects.sqlite.aiosqlite",
    "sqlalchemy.dialects.sqlite.pysqlcipher",
)
