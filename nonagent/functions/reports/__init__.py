"""Reports over call and agent logs."""
