"""Where the book is kept: tables, the store that opens them, and all SQL of the book."""
