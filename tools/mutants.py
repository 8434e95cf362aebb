"""Mutation testing: puts faults into functions and rules, one at a time, and sees whether a test fails of each.

`make mutants` runs it. The faults are those of tools.mutations, drawn by chance from a seed. Each is tried in a copy
of the repository, by the recorded cases and the tests of what it touches; a fault that no test finds has survived.
Each copy has a MariaDB of its own, which is kept for one fault after another. All tests must pass before: one that
fails anyway would be taken for one that has found a fault. So the report names the test that found it.
"""

from __future__ import annotations

import ast
import compileall
import os
import py_compile
import queue
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import click

from nonagent.api.registry import registered
from nonagent.private_mariadb import PrivateMariaDB, end_with_parent
from tests.conformance import transcript
from tests.support.working_database import WorkingDatabase, frozen_server
from tools.mutations import Mutation, mutations

ROOT = Path(__file__).resolve().parents[1]
MUTATED = ("nonagent/functions", "nonagent/rules")
TESTS = ("tests/functions", "tests/rules", "tests/api")
RECORDED = "tests/conformance/test_transcripts.py"
NOT_COPIED = (".git", ".venv", "var", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info")

PYTEST = ("-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "-o", "addopts=")
#: what pytest's exit codes say of a fault; the others are mistakes of this tool
OUTCOMES = {0: "survived", 1: "killed", 2: "did not import", 3: "did not import", 4: "did not import"}
TIMED_OUT = "timed out"
#: a fault of these is one that the tests find; where the time was up it may be the machine that is slow
FOUND = ("killed", "did not import")
#: what of pytest's output says which test failed
FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.M)
NOT_FOUND = re.compile(r"^ERROR: .*not found", re.M)
#: a test module that names more functions is about all of them
MOST_NAMED = 10
LONGEST_DIFF = 14


class Broken(Exception):
    """The tests do not run as they should even without a fault."""


@dataclass(frozen=True)
class Result:
    """What became of one fault."""

    mutation: Mutation
    diff: str
    outcome: str
    #: the test that failed first, if any
    test: str
    seconds: float


class Reach:
    """Which functions and tests a module has to do with."""

    def __init__(self, root: Path, most: int) -> None:
        """Parameters: root, of the repository; most, functions whose recorded cases are tried of one module."""
        self._root, self._most = root, most
        self._handlers = {each.name: each.module for each in registered().values()}

    def tests(self, module: str) -> list[str]:
        """What is run for a fault in a module: the module's own tests, recorded cases, and tests of the functions."""
        functions = self._functions(module)
        cases = [f"{RECORDED}::test_case[{case}]" for name in functions for case in self._cases[name]]
        own = [path for path in self._test_modules if _dotted(module) in _imported(path.read_text(encoding="utf8"))]
        others = [path for path in self._test_modules if path not in own and self._named(path) & set(functions)]
        # Of modules about every function, the tests that have one of these in their name; all of the others.
        words = [*functions, *(path.stem for path in [*own, *others] if len(self._named(path)) <= MOST_NAMED)]
        files = [[str(path.relative_to(self._root)) for path in paths] for paths in (own, others)]
        return [*files[0], *cases, *files[1], "-k", " or ".join(words)]

    def _functions(self, module: str) -> list[str]:
        """The functions that stand in the module or import it: the nearest first, of these those with few cases."""
        distance = self._distances(_dotted(module))
        near = [name for name, handler in self._handlers.items() if handler in distance and name in self._cases]
        near.sort(key=lambda name: (distance[self._handlers[name]], len(self._cases[name]), name))
        return near[: self._most]

    def _distances(self, module: str) -> dict[str, int]:
        """How many imports lie between a module and those that reach it."""
        found, waiting = {module: 0}, [module]
        for each in waiting:
            for importer in self._importers.get(each, ()):
                if importer not in found:
                    found[importer] = found[each] + 1
                    waiting.append(importer)
        return found

    def _named(self, path: Path) -> set[str]:
        """The functions that a test module names."""
        return self._handlers.keys() & set(re.findall(r"[\"'](\w+)[\"']", path.read_text(encoding="utf8")))

    @cached_property
    def _test_modules(self) -> list[Path]:
        return [path for path in self._sources(*TESTS) if path.name.startswith("test_")]

    @cached_property
    def _importers(self) -> dict[str, list[str]]:
        """The modules that import a module."""
        importers: dict[str, list[str]] = {}
        for path in self._sources("nonagent/functions", "nonagent/rules", "nonagent/api"):
            for name in _imported(path.read_text(encoding="utf8")):
                importers.setdefault(name, []).append(_dotted(str(path.relative_to(self._root))))
        return importers

    @cached_property
    def _cases(self) -> dict[str, list[str]]:
        """The recorded cases of each function by their names."""
        cases: dict[str, list[str]] = {}
        for case in transcript.cases():
            cases.setdefault(case.subject, []).append(case.name)
        return cases

    def _sources(self, *folders: str) -> list[Path]:
        return [path for folder in folders for path in sorted((self._root / folder).rglob("*.py"))]


class Worker:
    """A copy of the repository with a database server, in which one fault after another is tried."""

    def __init__(self, folder: Path, patience: float) -> None:
        """Copy the repository.

        Parameters: folder, made here, with a short path; patience, seconds that the tests of one fault may take.
        """
        self.root, self._temporary, self._patience = folder / "copy", folder / "tmp", patience
        self._temporary.mkdir(parents=True)
        shutil.copytree(ROOT, self.root, ignore=shutil.ignore_patterns(*NOT_COPIED))
        # By its contents and not by its time: a fault may be put in and taken out within a second.
        checked = py_compile.PycInvalidationMode.CHECKED_HASH
        compileall.compile_dir(self.root / "nonagent", quiet=2, invalidation_mode=checked)
        self._mariadb: PrivateMariaDB | None = None
        self._servers = 0
        self._process: subprocess.Popen[str] | None = None

    def check(self) -> None:
        """See that the copy is what is imported, and that its tests pass. Raises: Broken."""
        found = subprocess.run(
            [sys.executable, "-c", "import nonagent; print(nonagent.__file__)"],
            cwd=self.root, env=self._environment(), capture_output=True, text=True, check=True,
        )  # fmt: skip
        if Path(found.stdout.strip()) != self.root / "nonagent" / "__init__.py":
            raise Broken(f"{found.stdout.strip()} is imported and not the copy in {self.root}")
        outcome, output = self._pytest([RECORDED, "-k", "version/"])
        if outcome != "survived":
            raise Broken(f"the tests fail without any fault:\n{output}")

    def tried(self, mutation: Mutation, tests: list[str]) -> Result:
        """Put a fault in, run the tests, take it out. Returns: what became of it."""
        file, began = self.root / mutation.module, time.monotonic()
        source = file.read_bytes()
        try:
            file.write_text(mutation.applied(source.decode()), encoding="utf8")
            outcome, output = self._pytest(tests)
        finally:
            file.write_bytes(source)
        failed = FAILED.search(output) if outcome != "survived" else None
        test, seconds = failed[1] if failed else "", time.monotonic() - began
        return Result(mutation, mutation.diff(source.decode()), outcome, test, seconds)

    def close(self) -> None:
        """Stop the database server."""
        if self._mariadb:
            self._mariadb.stop()
            shutil.rmtree(self._mariadb.folder)
            self._mariadb = None

    def interrupt(self) -> None:
        """End the tests that are running."""
        process = self._process
        if process and process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)

    def _pytest(self, tests: list[str]) -> tuple[str, str]:
        """Run them. Returns: the outcome, and what pytest wrote."""
        self._need_mariadb()
        self._process = process = subprocess.Popen(
            [sys.executable, *PYTEST, *tests],
            cwd=self.root, env=self._environment(), start_new_session=True, preexec_fn=end_with_parent(),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        )  # fmt: skip
        try:
            output, _ = process.communicate(timeout=self._patience)
        except subprocess.TimeoutExpired:
            self.interrupt()
            output, _ = process.communicate()
            # What the test had changed of the server is not put back.
            self.close()
            return TIMED_OUT, output
        finally:
            self._forget_leftovers()
        if process.returncode not in OUTCOMES or NOT_FOUND.search(output):
            raise Broken(f"pytest ended with {process.returncode}:\n{output}")
        return OUTCOMES[process.returncode], output

    def _need_mariadb(self) -> None:
        if self._mariadb is None:
            self._servers += 1
            self._mariadb = frozen_server(self._temporary.parent / f"db{self._servers}")
            self._mariadb.start()
            WorkingDatabase(self._mariadb)

    def _environment(self) -> dict[str, str]:
        kept = {"KEPT_MARIADB": str(self._mariadb.folder)} if self._mariadb else {}
        own = {"PYTHONPATH": str(self.root), "TMPDIR": str(self._temporary), "PYTHONDONTWRITEBYTECODE": "1"}
        # No plugin of pytest is needed, and loading them takes longer than most of the tests.
        return {**os.environ, **own, **kept, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}

    def _forget_leftovers(self) -> None:
        for path in self._temporary.iterdir():
            shutil.rmtree(path, ignore_errors=True)


def every_mutation(root: Path, only: str) -> list[Mutation]:
    """Every fault of functions and rules whose name holds that text, in the order of their files."""
    files = [path for folder in MUTATED for path in sorted((root / folder).rglob("*.py"))]
    found = [mutations(str(path.relative_to(root)), path.read_text(encoding="utf8")) for path in files]
    return [each for of_file in found for each in of_file if only in each.name]


def report(results: list[Result], possible: int, seed: int) -> str:
    """The score, and whatever was not killed by a test, with the change of each that survived."""
    counts = Counter(each.outcome for each in results)
    score = 100 * sum(counts[outcome] for outcome in FOUND) / max(len(results), 1)
    lines = [f"{len(results)} mutants of {possible}, seed {seed}: {score:.1f} % found"]
    lines += [f"{counts[outcome]:5} {outcome}" for outcome in ("killed", "did not import", TIMED_OUT, "survived")]
    for each in sorted(results, key=lambda result: result.mutation.name):
        if each.outcome not in FOUND:
            lines += ["", f"{each.outcome}: {each.mutation.name}", *each.diff.splitlines()[:LONGEST_DIFF]]
    lines += ["", "found:"]
    lines += sorted(f"{r.mutation.name}: {r.outcome} {r.test}" for r in results if r.outcome in FOUND)
    return "\n".join(lines) + "\n"


def run(drawn: list[Mutation], workers: int, most: int, patience: float) -> Iterator[Result]:
    """Try the faults in so many copies at once. Returns: the results as they come. Raises: Broken."""
    waiting: queue.SimpleQueue[Mutation] = queue.SimpleQueue()
    for each in drawn:
        waiting.put(each)
    done: queue.SimpleQueue[Result | BaseException] = queue.SimpleQueue()
    begun: list[Worker] = []
    ending = threading.Event()

    def work(folder: Path) -> None:
        try:
            worker = Worker(folder, patience)
            begun.append(worker)
            try:
                worker.check()
                reach = Reach(worker.root, most)
                while not ending.is_set():
                    mutation = waiting.get_nowait()
                    done.put(worker.tried(mutation, reach.tests(mutation.module)))
            finally:
                worker.close()
        except queue.Empty:
            pass
        except BaseException as error:
            done.put(error)

    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        threads = [threading.Thread(target=work, args=(Path(folder) / str(each),)) for each in range(workers)]
        for thread in threads:
            thread.start()
        try:
            for _ in drawn:
                result = done.get()
                if isinstance(result, BaseException):
                    raise result
                yield result
        finally:
            ending.set()
            for worker in begun:
                worker.interrupt()
            for thread in threads:
                thread.join()


@click.command(help=(__doc__ or "").split("\n")[0])
@click.option("--number", default=300, show_default=True, help="How many are drawn.")
@click.option("--seed", default=1, show_default=True, help="What the draw follows from.")
@click.option("--workers", default=2, show_default=True, help="How many are tried at once.")
@click.option("--only", default="", help="Draw of those alone whose name has this text, a file's for example.")
@click.option("--functions", default=8, show_default=True, help="Functions whose cases are tried at most.")
@click.option("--patience", default=600.0, show_default=True, help="Seconds for the tests of one.")
@click.option("--minutes", default=600.0, show_default=True, help="When to end; the rest is not tried.")
@click.option("--report", "file", default="var/mutants.txt", show_default=True, help="Where the report is written.")
def main(
    number: int, seed: int, workers: int, only: str, functions: int, patience: float, minutes: float, file: str
) -> None:
    """Draw, try and report."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    possible = every_mutation(ROOT, only)
    drawn = random.Random(seed).sample(possible, min(number, len(possible)))
    deadline, results = time.monotonic() + minutes * 60, list[Result]()
    path = ROOT / file
    path.parent.mkdir(exist_ok=True)
    running = run(drawn, workers, functions, patience)
    try:
        for result in running:
            results.append(result)
            told = f"{len(results)}/{len(drawn)} {result.outcome:8} {result.seconds:4.0f} s  {result.mutation.name}"
            click.echo(f"{told}  {result.test}")
            path.write_text(report(results, len(possible), seed), encoding="utf8")
            if time.monotonic() > deadline:
                break
    except Broken as error:
        raise click.ClickException(str(error)) from None
    finally:
        running.close()  # type: ignore[attr-defined]
    click.echo(report(results, len(possible), seed).partition("\nfound:")[0])
    click.echo(f"all of it: {path}")


def _dotted(file: str) -> str:
    return file.removesuffix(".py").replace("/", ".")


def _imported(text: str) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


if __name__ == "__main__":
    main()
