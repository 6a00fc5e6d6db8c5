"""Updates in: nothing lost, nothing twice.

Telegram's updates are written into the inbox before Telegram is told that we have them,
handled in order within a chat and side by side across chats, and taken out of the inbox
when they are answered. What is left in it when the process ends is handled at the next start.
"""

from bot.intake.handling import afterwards, arrived_at, later, was_answered

__all__ = ["afterwards", "arrived_at", "later", "was_answered"]
