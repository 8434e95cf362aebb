"""The lead archive endpoint, versions 1 and 2. Source: spec/json-lead-archive.md."""
