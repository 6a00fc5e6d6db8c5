"""What use cases answer: finished values, which views show without a session."""
