"""What is posted by time, as one reply each."""

from __future__ import annotations

from bot.language.catalogues import Language
from bot.views import receipts, recurring, reminders, summaries
from bot.views.reply import Reply
from ledger.reports.weekly_summary import PrivateSummary, Summary
from ledger.schedules.notices import CaughtUp, Paused, Posting, Receipt
from ledger.schedules.reminders import Reminder


def posting(say: Language, posting: Posting) -> Reply:
    """Return the message of a posting; a summary's picture takes some milliseconds."""
    match posting.content:
        case Summary() as summary:
            return summaries.weekly(say, summary, posting.today)
        case PrivateSummary() as summary:
            return summaries.private(say, summary)
        case Reminder() as reminder:
            return reminders.reminder(say, reminder)
        case Receipt() as receipt:
            return receipts.receipt(say, receipt.entry, receipt.roster, posting.today)
        case CaughtUp() as caught_up:
            return recurring.caught_up(say, caught_up, posting.today)
        case Paused() as paused:
            return recurring.paused(say, paused, posting.today)
