# The two to know: `make demo` and `make test`. Both set up what they need, on a fresh Debian or Ubuntu too.

PORT ?= 8080
PROCESSES ?= 2
MINUTES ?= 60
FUZZ_SEED ?= $(shell date +%s)
MUTANTS ?= 300
MUTANTS_SEED ?= $(shell date +%s)

BIN := .venv/bin
# Which Python is chosen without it: tools/setup.sh.
export PYTHON

.PHONY: help demo demo-reset test fuzz faults mutants benchmark lint format conformance docs setup clean

help:
	@echo "make demo         run the API with a sample call centre on http://127.0.0.1:$(PORT) until Ctrl-C (PORT=...)"
	@echo "make demo-reset   the same, starting over with the sample rows"
	@echo "make test         lint, types, unit tests and conformance"
	@echo "make conformance  the recorded cases alone"
	@echo "make fuzz         hostile requests for an hour, other ones each time (MINUTES=..., FUZZ_SEED=...)"
	@echo "make faults       processes killed, disks full and the like, under load; the table of docs/reliability.md"
	@echo "make mutants      faults put into the code, one at a time: which ones no test finds (MUTANTS=..., MUTANTS_SEED=...)"
	@echo "make benchmark    requests a second, and how many times a yardstick's (YARDSTICK=its folder, OPTIONS=...)"
	@echo "make lint         ruff and mypy; make format rewrites what ruff can"
	@echo "make docs         rewrite the parts of the documents that are made from the code"
	@echo "make clean        remove what these made: .venv, var, caches"

demo: setup
	@exec $(BIN)/nonagent demo --port $(PORT)

demo-reset: setup
	@exec $(BIN)/nonagent demo --port $(PORT) --reset

test: lint
	@tools/setup.sh tests
	$(BIN)/python -m pytest -n $(PROCESSES)

conformance: setup
	$(BIN)/python -m pytest -n $(PROCESSES) tests/conformance

fuzz: setup
	FUZZ_SEED=$(FUZZ_SEED) FUZZ_SECONDS=$$(($(MINUTES) * 60)) $(BIN)/python -m pytest -s tests/fuzz

faults: setup
	FAULTS=all $(BIN)/python -m pytest tests/faults

mutants: setup
	$(BIN)/python -m tools.mutants --number $(MUTANTS) --seed $(MUTANTS_SEED) $(OPTIONS)

benchmark: setup
	$(BIN)/python benchmarks/ratios.py $(if $(YARDSTICK),--yardstick $(YARDSTICK)) $(OPTIONS)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: setup
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

docs: setup
	$(BIN)/python -m tools.document

setup:
	@tools/setup.sh

clean:
	@! test -e var/lock || flock --nonblock var/lock true || { echo "a demo is running in var; stop it first"; exit 1; }
	rm -rf .venv var build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find nonagent tests -name __pycache__ -prune -exec rm -rf {} +
