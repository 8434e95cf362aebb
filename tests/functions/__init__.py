"""Tests of the API functions: what recorded cases cannot show."""
