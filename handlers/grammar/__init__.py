"""What people type, read into values of the ledger.

Pure: text and entities in, values or a `LedgerError` out. `lexer` makes a message's words,
`literals` reads what stands in a line, `splits` an expense's line and `commands` all others,
`printer` writes a line back in the grammar's own form, and `repair` changes an expense that
the book refused until it fits.

Every error raised here carries `examples`: a tuple of whole lines to copy, best first, each
right in what the error is about; none for /edit where only the entry's own line would do.
"""
