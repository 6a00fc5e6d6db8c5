"""What people type, read into values of the ledger.

Pure: text and entities in, values or a `LedgerError` out. `words` makes a message's words,
`splits`, `settlements`, `amendments`, `filters`, `names`, `numbers` and `choices` read the
commands, `writing` writes a line back in the grammar's own form, and `mending` changes an
expense that the book refused until it fits.

Every error raised here carries `examples`: a tuple of whole lines to copy, best first, each
right in what the error is about; none for /edit where only the entry's own line would do.
"""
