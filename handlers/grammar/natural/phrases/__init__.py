"""Who and what is named at a word of a line.

`runs` tells what words mean in the languages of a line and `days` when it was; `phrases` adds
who is named, in which list and with which part, `headcounts` for how many something was.
`sets` are names of several people, `strangers` those of nobody. `taking` is what the readers
of `payers`, `sharers` and `debts` share: the words, and what was read of them so far.
"""
