"""Who owes whom.

`owing` reads it within an expense. Lines that say nothing else are `debts`, by the `sentences`
of a language, and `to_several`; `bought_for` is what one paid for another.
"""
