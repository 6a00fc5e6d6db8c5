"""What happens to a bot in production, on purpose: small here, long by `make torture`."""
