"""Who shares: `sharers` asks those who are `listed`, and those who are `left_out`.

`shares_said` are shares in words, `ratios` such as `60/40` and how many ways a bill is split.
`presents` are shared by those who give them. `named_once` takes what is said twice of somebody
together.
"""
