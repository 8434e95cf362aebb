"""Leads, their numbers, and the lists of numbers that must not be called."""
