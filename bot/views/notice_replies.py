"""What is posted by time, as one reply each."""

from __future__ import annotations

from bot.language.catalogues import Language
from bot.views import expense_receipt, recurring_list, reminder_texts, summary_texts
from bot.views.reply import Reply
from ledger.reports.weekly_summary import PrivateSummary, Summary
from ledger.schedules.notices import CaughtUp, Paused, Posting, Receipt
from ledger.schedules.reminders import Reminder


def posting(say: Language, posting: Posting) -> Reply:
    """Return the message of a posting; a summary's picture takes some milliseconds."""
    match posting.content:
        case Summary() as summary:
            return summary_texts.weekly(say, summary, posting.today)
        case PrivateSummary() as summary:
            return summary_texts.private(say, summary)
        case Reminder() as reminder:
            return reminder_texts.reminder(say, reminder)
        case Receipt() as receipt:
            return expense_receipt.receipt(say, receipt.entry, receipt.roster, posting.today)
        case CaughtUp() as caught_up:
            return recurring_list.caught_up(say, caught_up, posting.today)
        case Paused() as paused:
            return recurring_list.paused(say, paused, posting.today)
