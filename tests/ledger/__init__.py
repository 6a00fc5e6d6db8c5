"""The book: values, rules and properties."""
