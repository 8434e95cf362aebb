"""Inbound numbers (DIDs)."""
