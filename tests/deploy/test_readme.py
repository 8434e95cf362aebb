"""deploy/README.md: what it names is there."""

from __future__ import annotations

import re

from tests.support.app import ROOT
from tests.support.web_servers import DEPLOY, JSON_PATHS, PHP_PATHS

README = (DEPLOY / "README.md").read_text()


def test_every_file_it_names_is_there() -> None:
    named = set(re.findall(r"\b(?:deploy|tests)/[\w./]*\w", README))
    assert len(named) >= 5
    for path in named:
        assert (ROOT / path).exists(), path
    for path in re.findall(r"`((?:nginx|apache|systemd|container)/[\w.]*)`", README):
        assert (DEPLOY / path).exists(), path


def test_every_path_that_goes_to_nonagent_is_listed() -> None:
    for path in (*PHP_PATHS, *JSON_PATHS):
        assert f"`{path.rstrip('/')}`" in README


def test_the_switches_it_speaks_of_are_in_the_files() -> None:
    locations = (DEPLOY / "nginx" / "locations.conf").read_text()
    assert "\nset $nonagent_for everyone;\n" in locations
    assert "nonagent-off\n" in (DEPLOY / "apache" / "nonagent.conf").read_text()
