"""What gunicorn loads: `gunicorn wsgi:app`."""

import sys

from nonagent import create_app
from nonagent.settings import SettingsError

try:
    app = create_app()
except SettingsError as error:
    sys.exit(f"nonagent: {error}")
