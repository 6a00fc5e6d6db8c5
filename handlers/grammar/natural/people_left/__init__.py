"""What is said of people and was not read: each way in which it may be meant is offered.

"dee doesn't drink" behind an amount says that she does not share, or nothing at all; booked
without a word it would be one of them. `asking` goes through all kinds: `guests` are those who
came along with members, `numbers` perhaps somebody's part, `belongings` whose something is,
`buyers` who perhaps paid, `sayings` what people did or are to do, and `unread` any word of who
shares or pays that stayed in the description. Each kind is a function of what is `left` of a line.
"""
