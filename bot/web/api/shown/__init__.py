"""From the ledger's finished values to the schemas of answers; never a session."""
