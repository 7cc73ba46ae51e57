# Two commands are enough: `make review` and `make test`. Everything is installed into .venv.
VENV ?= .venv
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: review build test test-slow lint format types docs clean

review: $(VENV)/installed ## review the article in seeds/: 1 is "found something", only 2 is a failure
	@$(BIN)/sverka check; status=$$?; [ $$status -le 1 ]

build: $(VENV)/installed ## build the localized articles
	$(BIN)/sverka build

test: lint types ## everything that must hold
	$(BIN)/python -m pytest -q -n auto -m "not slow"

test-slow: $(VENV)/equipped ## what takes minutes: fuzzing, crash safety, clusters
	$(BIN)/python -m pytest -q -n auto -m slow

lint: $(VENV)/equipped
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/equipped
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(VENV)/equipped
	$(BIN)/mypy -p sverka

clean:
	rm -rf $(VENV) build dist .sverka_cache

$(VENV)/bin/python:
	@[ -n "$(PYTHON)" ] || { echo "Sverka needs Python 3.11 or newer; none was found" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml $(VENV)/bin/python
	$(PIP) install --editable .
	@touch $@

$(VENV)/equipped: pyproject.toml $(VENV)/bin/python
	$(PIP) install --editable '.[dev]'
	@touch $@ $(VENV)/installed

docs: $(VENV)/equipped ## write docs/rules.md and the README's picture anew
	PYTHONPATH=tools $(BIN)/python -m tests.docs.pages
