"""Numbers as they are said, turned into digits and codes.

`said_amounts` asks them in order: `notes`, `currency_words`, `spoken_numbers` and `thousands`.
"""
