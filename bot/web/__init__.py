"""Everything the bot serves over HTTP: the webhook, health, metrics, the API, the Mini App."""
