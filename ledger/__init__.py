"""The book of All Square: who paid what for whom, and who owes whom.

The ledger knows nothing of Telegram and holds no user-facing text. Its rooms:

- The pure core computes on immutable values. What there is: `money`, `members`, `groups`,
  `entries`, `expense_line`, `timetable`, `errors`, `clock`. What is computed: `splitting` and
  `rounding`, `balances` and `pair_parts`, `settling`, `recurrence`, `merging`, `worth`.
- The use cases load, decide and append, one transaction each. A book is opened by `visits`
  and `book`, its people are `people`, `meeting` and `membership`, and its chats `chats`.
  Entries are made and changed by `recording`, `corrections`, `composing` and `writing`, with
  `derived` moving the balances along; `said_again` tells an entry as a line. What is asked:
  `statements`, `plans`, `history`, `summaries`, `personal_record`. What is set:
  `preferences`, `privacy`. What comes by time: `scheduling`, `recurring`, `kept_lines`,
  `reminders`, `weekly`, `deliveries`, `postings`. `audit` derives everything again.
- `storage` has the tables and all SQL of the book.

pyproject.toml holds the arrows between them as import contracts.
"""
