"""What all tests share: how long properties are searched."""

from hypothesis import settings

# Shared machines pause now and then, which is no failure, so no example has a deadline.
settings.register_profile("ci", deadline=None, max_examples=60)
settings.load_profile("ci")
