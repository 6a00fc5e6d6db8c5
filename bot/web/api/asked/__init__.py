"""From bodies to the ledger's values: what is said of an entry, as a line of the chat says it."""
