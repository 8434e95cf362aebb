"""Campaigns: settings, agents, URLs, presets and caller ids."""
