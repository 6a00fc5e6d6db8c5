"""What changes an entry.

`below` are the sentences that people write below a receipt: `told_words` has their words, and
`meanings` what they change. `named` has what a change names before it says it, `said` what it says, `joining` who joins or
leaves and `parts_told` one person's part; `corrections` are expenses that only put the last
one right, and `replies` answers to a receipt, which change its entry where they say nothing else.
"""
