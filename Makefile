# make demo   set up, read the sample reports, print the brief, write demo/brief.html
# make test   set up, run every check and test
# Both need python3 (3.11 or later) with venv, and the Python package registry on the first run.

# make test-cluster   the same archives by all engines, on a Ray cluster of two nodes on this machine

PYTHON ?= python3
VENV   := .venv
CLUSTER := .venv-cluster
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help demo test test-cluster check format eval eval-errors bench screenshots clean

help:
	@sed -n 's/^# \(make .*\)/  \1/p' Makefile
	@echo "  make check  lint, types and the import contract alone"
	@echo "  make eval   accuracy against gold, one table;  make eval-errors  every miss in context"
	@echo "  make bench  speed as ratios;  make format  tidy the code;  make clean  remove what was built"
	@echo "  make screenshots  the pictures of the desk in docs/img; needs Chromium"

# The stamps hold what was installed: a changed lock sets up anew, an unchanged one costs nothing.
$(VENV)/runtime.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Verbale needs Python 3.11 or later; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up in $(VENV) (once; a minute or two) ..."
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/runtime.stamp requirements-dev.lock
	@echo "Installing the development tools ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

demo: $(VENV)/runtime.stamp
	@$(BIN)/verbale demo demo

check: $(VENV)/dev.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

# Two processes, a file of tests in one of them: fixtures of a module are made once.
test: check
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

# Daft wants an older Arrow than all else, so it has a place of its own.
$(CLUSTER)/stamp: requirements-cluster.lock pyproject.toml
	@test -x $(CLUSTER)/bin/python || $(PYTHON) -m venv $(CLUSTER)
	@echo "Setting up Daft and Ray in $(CLUSTER) (once; a minute or two) ..."
	@$(CLUSTER)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r requirements-cluster.lock
	@$(CLUSTER)/bin/python -m pip --disable-pip-version-check --quiet install --no-deps --editable .
	@touch $@

test-cluster: $(CLUSTER)/stamp
	@$(CLUSTER)/bin/python -m pytest tests/archive/engines

format: $(VENV)/dev.stamp
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

eval: $(VENV)/dev.stamp
	@$(BIN)/python -m eval.run

eval-errors: $(VENV)/dev.stamp
	@$(BIN)/python -m eval.errors --out build/eval-errors

bench: $(VENV)/dev.stamp
	@$(BIN)/python -m eval.bench

screenshots: $(VENV)/dev.stamp
	@$(BIN)/python -m eval.screenshots

clean:
	rm -rf $(VENV) $(CLUSTER) build demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
