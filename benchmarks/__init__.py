"""What All Square costs, measured: `make bench` writes docs/benchmarks.md.

Each module measures one thing and returns rows for the one table; `telegram_server` and
`bare_bot` are processes of their own, so that neither shares an interpreter with the bot.
Seeds are fixed. Nothing here runs inside the tests.
"""
