"""Books that come in from files and go out into them.

`formats` read the files of other expense apps, and our own, into one neutral value, the
foreign book; `documents` write our own. Neither knows a database.
"""
