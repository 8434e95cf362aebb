"""The dialling hopper."""
