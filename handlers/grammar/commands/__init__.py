"""The lines of the commands, each read into a value."""
