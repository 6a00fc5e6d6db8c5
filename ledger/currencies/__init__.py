"""Several currencies in one book: what they are worth in the group's, and turning them into it."""
