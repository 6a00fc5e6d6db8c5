"""Turns of phrase, in words that the rules know: `line` reads each kind in order.

`pronouns` become names first. `parts`, `within`, `ratios`, `twice` and `others` say whose part
something is, `halves` and `together` who shares, `less` who pays so much less, `paying` who put in
what, `who_paid` that somebody did by what else they do and `cards` whose card it was, `owing` who
owes it, `having` what they had, `leaving_out` who does not share, `so_many` how many we were and
`guests` whom somebody brought; `names` only look like sums, and `sums` are told by words; how often
`several` had something, people `beyond_us`, `covering` somebody, and `unclear` turns, are asked
about. A kind is a function of `said` and an index; its words are the vocabulary's `TurnWords`.
"""
