"""Turns of phrase, in words that the rules know."""
