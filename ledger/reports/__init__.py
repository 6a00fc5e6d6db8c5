"""What only reads the book: balances, plans, history, and what a week came to."""
