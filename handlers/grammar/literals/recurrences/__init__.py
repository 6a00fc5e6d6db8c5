"""Rules of what comes again: `reading` reads those that begin a line.

`days` are on which day, `spans` from when and until when, and `behind` what of it stands behind
the expense; `read` is what was read so far.
"""
