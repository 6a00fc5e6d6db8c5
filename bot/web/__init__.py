"""Everything the bot serves over HTTP: the webhook, health and metrics."""
