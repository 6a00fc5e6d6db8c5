"""Mistakes in words: what was understood, what is wrong, and a line that works."""
