"""Leads: adding, changing, finding, and the do-not-call numbers they are checked against."""
