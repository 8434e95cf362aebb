"""Custom fields: their definitions, their tables custom_NNN, their values."""
