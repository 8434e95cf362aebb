"""Phones, their aliases, and the servers that hold them."""
