"""DIDs: the numbers that are called."""
