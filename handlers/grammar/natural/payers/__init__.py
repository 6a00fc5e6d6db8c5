"""Who paid: `payers` asks the others.

A word before the name says so (`said_before`), or the verb behind it, which is last in some
languages (`verb_last`, and with numbers `parted`); several paid alike (`halves`), and who
treats is asked about (`treats`). `amounts_paid` takes down who it was, and how much;
`beside_parts` tells that from their shares.
"""
