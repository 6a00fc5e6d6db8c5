"""The Mini App: a page inside Telegram over the HTTP API, and the words it says."""
