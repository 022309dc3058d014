# What a developer repeats. `make` alone sets up an environment; everything else runs inside it.
BIN ?= .venv/bin

.PHONY: setup test slow check taal gemaakt

setup:
	python3 -m venv .venv
	.venv/bin/pip install --editable '.[dev]'

test:
	$(BIN)/pytest -q -n auto

slow:
	$(BIN)/pytest -q -n auto -m slow

check:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# click's own words in Dutch: compile the catalogue after a change in the .po file.
taal:
	$(BIN)/pybabel compile --domain policygen --directory policygen/locale --locale nl

# What is made from other files: Word templates, JSON Schema, the table of keys in HANDLEIDING.md.
gemaakt:
	$(BIN)/python -m tools
