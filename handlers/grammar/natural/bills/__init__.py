"""A bill of several lines, each an item with its amount and whose it is.

`one_line` finds items that are written in one line. `rows` cuts a message into its lines, and
`sorting` tells the heading, the items, the total and the clauses apart. `items` reads one as a
small line of its own, with its `numbers` and `counts`, and `whose` it is, `new_names` too;
`plain_items` need no rules. `shares` tells what each person's items come to, `checks` whether the
total that is said fits, `strangers` asks who a new name is, and `bill` makes one line of the
grammar of it all.
"""
