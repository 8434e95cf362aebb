"""Users of the system and remote agents."""
