"""Leads that are added and cancelled by JSON. Source: spec/json-lead-submission.md."""
