"""One module per API function, in wings by subject; a function's file has the function's name."""
