"""What people see: finished values of the ledger become a `Reply`.

A view is a plain function `(say, value, …) -> Reply`: it is never given a session, decides
nothing, and records nothing. Its text comes from the catalogue, whole messages at a time.
"""
