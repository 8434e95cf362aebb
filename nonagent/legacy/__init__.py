"""The plain-text protocol of non_agent_api.php, the same for every function."""
