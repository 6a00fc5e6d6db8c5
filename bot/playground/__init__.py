"""A local Telegram: a Bot API server and a chat page, to try the bot and to test it."""
