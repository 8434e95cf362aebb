"""The keys that JSON endpoints are opened with."""
