"""What a line of several amounts tells of each: whose it is, who paid it, and if they add up.

`pieces` are what stands in a line: `people_reader` finds the people, `piece_reader` all else,
`counted` tells numbers of things from money, and `clauses` cuts where something else is said.
`owners` tells whose each number may be, and `outcomes` what comes of that: parts of a total or
things of their own (`shared`), sums that several paid (`paid_apart`), as the `line_maker` makes
lines of them. `reading` takes the only one that can be meant, or asks; `loosely` finds the ways
of a line that neither can tell, of its `loose_pieces` as
the `loose_reader` finds them.
"""
