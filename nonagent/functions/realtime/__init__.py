"""What agents and queues are doing now."""
