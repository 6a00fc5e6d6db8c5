"""Pictures: charts drawn without a screen or any shared state."""
