"""Which number of a line is its amount.

`places` finds where one may stand, `choices` takes the only one or asks; `extras` are added
to it, and `fractions` are said of it: "half of 500".
"""
