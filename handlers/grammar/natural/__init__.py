"""What people write without @ and marks, turned into the words that `clauses` reads.

Rewriting changes words in place: a name becomes `@name`, "paid by" becomes `paid`, "except
bob" becomes `-@bob`, and the amount moves to the front. A line written in the grammar's own
form passes through unchanged.
"""
