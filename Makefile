# What a developer repeats. `make` alone sets up an environment; everything else runs inside it.
BIN ?= .venv/bin

.PHONY: setup test slow check taal sleutels

setup:
	python3 -m venv .venv
	.venv/bin/pip install --editable '.[dev]'

test:
	$(BIN)/pytest -q

slow:
	$(BIN)/pytest -q -m slow

check:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# click's own words in Dutch: compile the catalogue after a change in the .po file.
taal:
	$(BIN)/pybabel compile --domain policygen --directory policygen/locale --locale nl

# The table of all keys in HANDLEIDING.md, after a change in policygen/profile/.
sleutels:
	$(BIN)/python -m tools.handleiding
