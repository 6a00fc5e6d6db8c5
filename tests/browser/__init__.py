"""The chat page in a real browser, the whole application behind it."""
