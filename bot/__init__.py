"""Telegram's plumbing: updates in, messages out, and everything between; knows no command.

`application` is what the bot is made of, `heartbeat` what goes out by time, `audit_report` what
an operator is told. The rooms:

- `playground`: a local Telegram to try the bot in.
- `web`: webhook, health and metrics.
- `conversation`: one turn of it, what leads to which answer, our own messages known again.
- `intake`: updates in: the inbox, and the order within a chat.
- `delivery`: messages out: the outbox and Telegram's limits.
- `views`: finished values into replies.
- `language`: catalogues, and what a language says of a place.
- `runtime`: settings, logs, metrics, threads, connections and loops.
"""

import os

# Before telegram is imported anywhere: RetryAfter.retry_after is then a timedelta, without a
# deprecation warning.
os.environ.setdefault("PTB_TIMEDELTA", "1")
