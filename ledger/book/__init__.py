"""One open book: its session, its people (met, found, added, merged), and what is derived."""
