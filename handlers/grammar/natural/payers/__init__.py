"""Who paid: `payers`, how much each where the verb is last (`parted`), and `treats`."""
