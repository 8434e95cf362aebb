"""The life of a request, the same for every door: who sent it, its id, its line in the log, its counts."""
