"""Clauses: what the words of an expense's line say, each clause present or not."""
