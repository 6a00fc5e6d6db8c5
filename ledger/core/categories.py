"""Categories: a word behind a #, the same in any case."""

from __future__ import annotations


def category_key(category: str | None) -> str | None:
    """Return a category without its #, in lower case as hashtags are the same in any case."""
    return (category or "").lstrip("#").strip().casefold() or None
