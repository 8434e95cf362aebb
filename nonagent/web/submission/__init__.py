"""Leads that are added and cancelled by JSON. Source: docs/lead-submission.md."""
