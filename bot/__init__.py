"""Telegram's plumbing: updates in, messages out, and everything between; knows no command.

- The whole: `settings`, `application` (what the bot is made of), `rounds`, `ledger_threads`,
  `errors` and `passing` (what goes wrong), `logs`, `metrics`, `audit_report`, `web`.
- In: `intake` (the inbox, and the order within a chat), `routing`, `context`, `floods`.
- Out: `outbox`, `pacer` (with its `windows`), `http_client`, `heartbeat` (what is due),
  `quiet_chats`; `receipts` and `questions`, which are `posted` and known again.
- What people see: `views`, `language` (with `locales`), `locality`, `places`,
  `command_menu`.
- Of a chat and its messages: `chat_sizes`, `attachments`.
- `playground` is a local Telegram to try the bot in.
"""

import os

# Before telegram is imported anywhere: RetryAfter.retry_after is then a timedelta, without a
# deprecation warning.
os.environ.setdefault("PTB_TIMEDELTA", "1")
