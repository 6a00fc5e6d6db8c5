"""Literals: the amounts, dates, parts and rules that stand in a line."""
