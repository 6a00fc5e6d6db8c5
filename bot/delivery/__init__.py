"""Messages out: the outbox, Telegram's limits, and chats that can't be written to."""
