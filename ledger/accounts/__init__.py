"""Accounts: people over HTTP, what opens an account, and the groups that it reaches."""
