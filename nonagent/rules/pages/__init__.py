"""Answers that are HTML: what a browser shows to choose from."""
