"""What bodies and answers look like: none of them is a value of the ledger's."""
