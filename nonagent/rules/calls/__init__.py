"""When and by whom leads are called: call times, hopper, callbacks, live agents, counts."""
