"""Users, their groups and phones, and what they may see."""
