"""VICIdial's own rules, shared by functions; each in one module named in its own terms."""
