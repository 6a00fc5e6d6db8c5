"""Whose part a number is.

`before` has parts that stand before their names, `fractions` those of the whole, `counted` how
many things each had, `together` what several share, `dashes` what may be a part or a minus,
`alone` a line of nothing but parts.
"""
