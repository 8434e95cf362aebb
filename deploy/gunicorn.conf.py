"""gunicorn's settings for nonagent behind a web server: `gunicorn --config deploy/gunicorn.conf.py wsgi:app`."""

from nonagent.gunicorn_defaults import *  # noqa: F403

bind = "127.0.0.1:8080"
# A request waits for the database most of its time, and one that waits costs little: a process per core is enough.
workers = 2
# Longer than the longest report: list resets and exports of big installations take their time.
timeout = 300
# A reload or stop lets begun work end: deleting the leads of a list of a million takes 95 s.
graceful_timeout = 120
