"""One open book: its session, its people, who is recognised, and what is derived."""
