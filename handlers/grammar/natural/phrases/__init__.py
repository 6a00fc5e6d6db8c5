"""Who and what is named at a word of a line.

Everything above asks `Phrases`. Its floors are

- `runs`: what words mean in the languages of a line; `days`: when it was;
- `persons`: who is named, as `somebody`; `parts_behind`: with which part;
- `new_names`: words that could be names of people whom we don't know yet;
- `phrases`: lists of all of them.

`headcounts` are for how many something was, `sets` names of several people, `strangers` those
of nobody. `taking` is what the readers of `payers`, `sharers` and `debts` share: the words,
and what was read of them so far.
"""
