"""The core: pure values and arithmetic, without a database; it imports nothing above itself."""
