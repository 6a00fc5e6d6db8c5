"""Membership: who is found by a name, and who is added, removed, promoted or merged."""
