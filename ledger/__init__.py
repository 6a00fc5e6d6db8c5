"""The book of All Square: who paid what for whom, and who owes whom.

The ledger knows nothing of Telegram and holds no user-facing text. Its rooms, each importing
only those below it, which pyproject.toml holds as contracts:

- `upkeep`: settings, moved chats, personal data, the audit.
- `schedules`: recurring expenses, reminders, summaries, and how what fell due is delivered.
- `exchange`: books that come in from files of other apps, and go out into files.
- `currencies`: what other currencies are worth in the group's, and turning them into it.
- `accounts`: people over HTTP, what opens an account, and the groups that it reaches.
- `reports`: what only reads: balances, who owes whom, history, a week.
- `journal`: what changes the book: a line is resolved, recorded, corrected and posted.
- `book`: one open book; its people: met, found by what people write, added, removed, merged; and
  what is derived from its entries.
- `storage`: the tables and all SQL.
- `core`: values and arithmetic; `core.answers` are the finished values that use cases return.
"""
