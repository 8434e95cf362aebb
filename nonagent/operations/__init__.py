"""What those who run nonagent look at: probes, metrics, and a line in the log for every request."""
