"""What was read by the rules and can hardly be meant: each other way is offered.

Rules read one word after the other. That somebody who is named would pay nothing, or that a
comma makes somebody a payer, is seen only in what they come to. `asking` refuses it by what
`payers`, `sharers`, `parts` and `amounts` find; `places` is where people stand.
"""
