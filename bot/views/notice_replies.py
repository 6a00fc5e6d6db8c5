"""What is posted by time, as the messages it takes."""

from __future__ import annotations

from bot.language.catalogues import Language
from bot.views import expense_receipt, recurring_list, reminder_texts, summary_texts
from bot.views.reminder_texts import Part
from bot.views.reply import Reply
from ledger.core.answers.due_notices import CaughtUp, Notice, Paused, Receipt, Single
from ledger.core.answers.reminding import Reminder
from ledger.core.answers.weeks import PrivateSummary, Summary


def posting(say: Language, posting: Notice) -> tuple[Part, ...]:
    """Return the messages of a posting; a summary's picture takes some milliseconds."""
    content = posting.content
    if isinstance(content, Reminder):
        return reminder_texts.reminder(say, content)
    return (Part(_single(say, posting, content)),)


def _single(say: Language, posting: Notice, content: Single) -> Reply:
    match content:
        case Summary() as summary:
            return summary_texts.weekly(say, summary, posting.today)
        case PrivateSummary() as summary:
            return summary_texts.private(say, summary)
        case Receipt() as receipt:
            return expense_receipt.receipt(say, receipt.entry, receipt.roster, posting.today)
        case CaughtUp() as caught_up:
            return recurring_list.caught_up(say, caught_up, posting.today)
        case Paused() as paused:
            return recurring_list.paused(say, paused, posting.today)
