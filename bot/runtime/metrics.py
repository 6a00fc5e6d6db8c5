"""What the process counts, for Prometheus (`/metrics`)."""

from __future__ import annotations

from typing import Final

from prometheus_client import Counter, Gauge, Histogram

UPDATES: Final = Counter("all_square_updates", "Updates accepted, by what they are", ["kind"])
HANDLED: Final = Counter(
    "all_square_handled", "Updates handled: answered, put off, or set aside", ["outcome"]
)
HANDLING: Final = Histogram(
    "all_square_handling_seconds",
    "From an update's acceptance to the end of its answer",
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300),
)
CALLS: Final = Counter("all_square_calls", "Bot API calls that succeeded", ["method"])
RETRIES: Final = Counter(
    "all_square_retries", "Bot API calls made again, by what they met", ["reason"]
)
POSTINGS: Final = Counter(
    "all_square_postings",
    "Due postings: sent, put off, dropped, failed, or nothing to say",
    ["outcome"],
)
ERRORS: Final = Counter("all_square_errors", "Bugs that somebody met")
USE_CASES: Final = Histogram(
    "all_square_use_case_seconds",
    "From asking the ledger to its committed answer",
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 10),
)
INBOX_ROWS: Final = Gauge("all_square_inbox_rows", "Updates in memory waiting to be handled")
INBOX_AGE: Final = Gauge(
    "all_square_inbox_age_seconds", "How long the oldest waiting update has waited"
)
