"""A bill of several lines, each an item with its amount and whose it is.

`rows` cuts a message into its lines, `items` reads one as a small line of its own, `shares` tells
what each person's items come to, `checks` whether the total that is said fits, and `bill` makes
one line of the grammar of it all.
"""
