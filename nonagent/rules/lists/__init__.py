"""Lists, and who may see which."""
