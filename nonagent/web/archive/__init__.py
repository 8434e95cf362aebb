"""The lead archive endpoint, versions 1 and 2. Source: docs/lead-archive.md."""
