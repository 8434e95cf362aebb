"""Version, audio store, and the lists that admin pages choose from."""
