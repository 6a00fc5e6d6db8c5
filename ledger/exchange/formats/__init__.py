"""The files of expense apps, each read by one module into a foreign book.

A reader takes what the file is made of (a table's rows, or JSON) and returns None where it is
not its app's; `recognition` asks them in turn. Nothing here knows a database.
"""
