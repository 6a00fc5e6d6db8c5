"""What people write without @ and marks, turned into the words that `clauses` reads.

Rewriting changes words in place: a name becomes `@name`, "paid by" becomes `paid`, "except
bob" becomes `-@bob`, and the amount moves to the front. A line written in the grammar's own
form passes through unchanged (`plain_lines` tells most of these at once).

The rooms, each importing only those below it:

- `told` is what a line of several amounts tells of each, where no other rule can tell;
- `bills` are bills of several lines, each of which is a small line of its own;
- `how_often` asks whether what is said of every month is to recur;
- `reading` takes a line through all rooms below, `rewriting` goes through it word by word, and
  `people_left`, `left_over` and `numbers_left` ask about what nobody read, `unlikely` about what
  was, and can hardly be meant;
- `turns`: what a language says in other words than the rules know;
- `changes`: what /edit says, and an expense that only puts the last one right;
- `payments`: money handed over, and money that came back;
- `debts`: who owes whom, and what one paid for another;
- `payers`, `sharers`: who paid, and who shares;
- `amounts`: which number is the amount, and what is added to it;
- `parts`: whose part a number is;
- `phrases`: who and what is named at a word. Everything above asks it;
- `figures`: numbers and currencies in words, `tokens`: words that are written as one;
- `crowds` tells lines so long that none of this is asked of them.
"""
