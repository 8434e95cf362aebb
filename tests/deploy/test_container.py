"""deploy/container/: what a machine without a container engine can tell; its steps are run as a script."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from nonagent import schema
from nonagent.settings import Settings
from tests.conftest import NewMariaDB
from tests.support.app import ROOT
from tests.support.web_servers import free_port

CONTAINER = ROOT / "deploy" / "container"


def instructions() -> list[tuple[str, str]]:
    """The instructions of the Containerfile, each with its arguments in one line."""
    text = (CONTAINER / "Containerfile").read_text().replace("\\\n", " ")
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1]) for line in lines if line and not line.startswith("#")]


def stages() -> list[list[tuple[str, str]]]:
    found: list[list[tuple[str, str]]] = []
    for name, arguments in instructions():
        if name == "FROM":
            found.append([])
        found[-1].append((name, arguments))
    return found


def test_the_image_runs_as_somebody_without_rights_and_tells_its_health() -> None:
    final = dict(stages()[-1])
    assert re.fullmatch(r"[1-9]\d{3,}:[1-9]\d{3,}", final["USER"])
    assert "/healthz" in final["HEALTHCHECK"]
    assert json.loads(final["CMD"])[0] == "gunicorn"
    names = [name for name, _ in instructions()]
    assert "ADD" not in names
    assert all(re.search(r":[\w.-]*\d", arguments) for name, arguments in instructions() if name == "FROM")


def test_nothing_is_installed_in_the_final_image_beside_what_was_built() -> None:
    assert len(stages()) == 2
    assert "RUN" not in dict(stages()[-1])


def test_everything_that_is_copied_passes_the_ignore_file() -> None:
    kept = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    copied = {
        source.rstrip("/")
        for name, arguments in instructions()
        if name == "COPY" and not arguments.startswith("--from")
        for source in arguments.split()[:-1]
    }
    assert copied == kept
    assert all((ROOT / source).exists() for source in copied)


def test_what_is_copied_is_enough_to_build_and_start(tmp_path: Path) -> None:
    work, final = tmp_path / "build", tmp_path / "final"
    for stage, folder in zip(stages(), (work, final), strict=True):
        folder.mkdir()
        for name, arguments in stage:
            if name != "COPY" or arguments.startswith("--from"):
                continue
            *sources, _ = arguments.split()
            for source in sources:
                path = ROOT / source
                if path.is_dir():
                    shutil.copytree(path, folder / path.name, ignore=shutil.ignore_patterns("__pycache__"))
                else:
                    shutil.copy(path, folder)
    installed = tmp_path / "installed"
    # What `pip install .` puts into the image, without the download of what it needs: that is installed here already.
    built = subprocess.run(
        [sys.executable, "-c", "import setuptools; setuptools.setup()", "build", "--build-lib", str(installed)],
        cwd=work, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    assert (installed / "nonagent" / "api" / "parameters.tsv").exists()
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(installed)}
    looked = subprocess.run(
        [sys.executable, "-c", "import nonagent; print(nonagent.__file__)"],
        cwd=final, env=environment, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert looked.stdout.startswith(str(installed))
    _start_and_ask_for_health(final, environment)


def _start_and_ask_for_health(folder: Path, environment: dict[str, str]) -> None:
    port = str(free_port())
    _, start = stages()[-1][-1]
    serve = [sys.executable, "-m", *json.loads(start.replace("0.0.0.0:8080", f"127.0.0.1:{port}"))]
    probe = json.loads(dict(stages()[-1])["HEALTHCHECK"].partition("CMD ")[2].replace("8080", port))
    assert probe.pop(0) == "python"
    healthy = [False]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(serve, cwd=folder, env=environment, stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + 60
        while not healthy[-1] and time.monotonic() < deadline:
            time.sleep(0.2)
            asked = subprocess.run([sys.executable, *probe], capture_output=True, timeout=60)
            healthy.append(asked.returncode == 0)
    finally:
        process.terminate()
        process.wait(60)
    assert healthy[-1], (folder / "log").read_text()
    ended = subprocess.run([sys.executable, *probe], capture_output=True, timeout=60)
    assert ended.returncode != 0


def compose() -> str:
    return (CONTAINER / "compose.yaml").read_text()


def test_the_compose_file_names_what_is_there_and_no_password() -> None:
    for path in re.findall(r"- (\.\.?/[^:]+):", compose()):
        assert (CONTAINER / path).exists(), path
    assert (ROOT / re.findall(r"dockerfile: (.+)", compose())[0]).exists()
    passwords = re.findall(r"PASSWORD: (.+)", compose())
    assert len(passwords) == 3
    assert all(value.startswith("${") and ":?" in value for value in passwords)
    assert set(re.findall(r'"([\d.]+):\d+:\d+"', compose())) == {"127.0.0.1"}


def test_every_setting_in_the_compose_file_is_one() -> None:
    given = dict(re.findall(r"^      (NONAGENT_\w+): (.+)$", compose(), re.MULTILINE))
    settings = Settings.from_environment({**given, "NONAGENT_ASTGUICLIENT_CONF": os.devnull})
    assert settings.db_host == "mariadb"
    assert [str(network) for network in settings.trusted_proxies] == ["172.31.250.1/32"]


def test_the_compose_file_keeps_nonagent_in_its_box() -> None:
    for line in ("read_only: true", "- ALL", "- no-new-privileges:true", "condition: service_healthy"):
        assert line in compose()


def test_load_sh_loads_the_sample_call_centre(new_mariadb: NewMariaDB) -> None:
    server = new_mariadb("--sql-mode=NO_ENGINE_SUBSTITUTION", freeze=False)
    with server.connect() as connection, connection.cursor() as cursor:
        cursor.execute("CREATE DATABASE asterisk CHARACTER SET utf8mb3 COLLATE utf8mb3_unicode_ci")
        environment = {
            **os.environ,
            "SCHEMA": str(ROOT / "nonagent" / "schema"),
            "MARIADB_ROOT_PASSWORD": "",
            "MARIADB_DATABASE": "asterisk",
            "MARIADB_SOCKET": str(server.socket),
        }
        loaded = subprocess.run([CONTAINER / "load.sh"], env=environment, capture_output=True, text=True, timeout=120)
        assert loaded.returncode == 0, loaded.stderr
        cursor.execute("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'asterisk'")
        assert _number(cursor.fetchone()) == schema.tables_sql().count("CREATE TABLE `")
        cursor.execute("SELECT COUNT(*) FROM asterisk.vicidial_users WHERE user = '6666'")
        assert _number(cursor.fetchone()) == 1


def _number(row: object) -> int:
    values = row.values() if isinstance(row, dict) else row
    return int(next(iter(values)))  # type: ignore[call-overload]
