"""gunicorn's settings for `nonagent serve` and `nonagent demo`; options of the command line come over them."""

worker_class = "gthread"
keepalive = 30
control_socket_disable = True  # newer versions share one in the home folder; older ones pass over this name
