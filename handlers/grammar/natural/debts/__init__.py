"""Who owes whom.

`owing` reads it within an expense. Lines that say nothing else are `debts`, by the `sentences`
of a language in `pieces` of a line, and `to_several`; `bought_for` is what one paid for another,
of `own_things`.
"""
