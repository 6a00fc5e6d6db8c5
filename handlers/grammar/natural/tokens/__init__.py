"""The words of a line as they are written: those written as one, and those that say nothing.

`marks` and `glued` take names and numbers apart that marks hold together, `guests` whom somebody
brings, `attached` what a language writes as one with a name; `small_talk` drops greetings and
thanks.
"""
