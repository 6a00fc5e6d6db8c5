"""What people type, read into values of the ledger.

Pure: text and entities in, values or a `LedgerError` out. A line goes through these:

- `message` and `lexer`: its words, with the people whom it marks.
- `natural`: what people write without marks, in the words of their languages (`vocabulary`),
  turned into the grammar's own; `circle` knows whom a name means, also bent (`inflection`) or
  in another alphabet (`sounds`, `spellings`), and `keywords` which words are no description.
- `clauses`, and in them `literals`: what the line says, each clause present or not.
- `commands`: the value of each command's line; `command_names` are those read as people write.

Back to people go lines to copy: `printer` writes a value in the grammar's own form,
`suggestions` what a refused line could have meant, `proposals` only those that work, and
`repair` an expense that the book refused, changed until it fits. `ways` are the buttons for all
that a line may mean, and `category_guess` offers what nobody wrote.

Every error raised here carries `examples`: a tuple of whole lines to copy, best first, each
right in what the error is about; none for /edit where only the entry's own line would do.
"""
