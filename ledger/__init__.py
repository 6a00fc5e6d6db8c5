"""The book of All Square: who paid what for whom, and who owes whom.

The ledger knows nothing of Telegram and holds no user-facing text. Its rooms, each importing
only those below it, which pyproject.toml holds as contracts:

- `schedules`: recurring expenses, reminders, summaries, and how what fell due is delivered.
- `upkeep`: settings, moved chats, personal data, the audit.
- `reports`: what only reads: balances, who owes whom, history, a week.
- `journal`: what changes the book: a line is resolved, recorded, corrected and posted.
- `people`: finding members by what people write; adding, removing and merging them.
- `book`: one open book, its people, and what is derived from its entries.
- `storage`: the tables and all SQL.
- `core`: values and arithmetic.
"""
