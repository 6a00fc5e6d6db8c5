"""What changes an entry.

`named` has what a change names before it says it, `said` what it says, `joining` who joins or
leaves and `parts_told` one person's part; `corrections` are expenses that only put the last
one right, and `replies` answers to a receipt, which change its entry where they say nothing else.
`below` reads these as whole sentences: `told_words` has their words, `meanings` what they change.
`ways_below` has what some of them may mean, each a button, and `fixed_parts` how others share
where parts do not add up any more.
`people_counted` has how many people there were, `repaid` what was handed over for an entry, and
`amount_alone` reads a reply of nothing but an amount, which may answer a question.
"""
