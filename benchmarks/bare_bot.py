"""The bot to compare with: python-telegram-bot and nothing else.

It fetches with PTB's own Updater and answers every /split with a constant text: it reads
nothing, records nothing and forgets what a crash interrupts. No bot on this library that
does its work can be faster.
"""

from __future__ import annotations

import argparse

from telegram import Update
from telegram.ext import Application, CommandHandler, ContextTypes

RECEIPT = "🧾 #12 dinner — ₹1,200\nAsha paid. ₹400 each: Asha, Bob, Chen."


async def _split(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    await update.message.reply_text(RECEIPT)


def main() -> None:
    """Run until the process is ended."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--api-url", required=True)
    parser.add_argument("--token", required=True)
    parser.add_argument("--concurrent-updates", type=int, required=True)
    options = parser.parse_args()
    application = (
        Application.builder()
        .token(options.token)
        .base_url(f"{options.api_url}/bot")
        .concurrent_updates(options.concurrent_updates)
        .build()
    )
    application.add_handler(CommandHandler("split", _split))
    application.run_polling()


if __name__ == "__main__":
    main()
