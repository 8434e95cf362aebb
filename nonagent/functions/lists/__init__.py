"""Lists of leads and their custom fields."""
