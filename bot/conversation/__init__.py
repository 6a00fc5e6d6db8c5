"""The conversation: one turn of it, what leads to which answer, and our own messages."""
