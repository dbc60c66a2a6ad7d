# Python 3.11 or newer and make are all that is needed: the rest is installed into .venv,
# in the versions of constraints.txt. To change the interpreter: make clean, then make PYTHON=...
PYTHON ?= python3

BIN     := .venv/bin
PLUGINS := $(sort $(patsubst %/,%,$(wildcard plugins/*/)))
PIP     := $(BIN)/python -m pip --disable-pip-version-check --quiet install -c constraints.txt
PYTEST  := $(BIN)/python -m pytest -q
# Examples of a page use what earlier ones defined, so that the pages run in one process.
PAGES_TESTED := $(PYTEST) docs
TESTED  := $(PYTEST) -n 2 --ignore docs src/emulrules tests plugins
# Warnings fail the documentation once every page that docs/index.md names is written.
PAGES   := $(addprefix docs/,$(addsuffix .md,first-decision season-format ruleset-format council-format hooks record-format glossary))
STRICT  := $(if $(filter-out $(wildcard $(PAGES)),$(PAGES)),,--fail-on-warning)

.DELETE_ON_ERROR:
.PHONY: help demo test check bench deep matrix mutants codes schemas docs clean
unexport PYTHONHOME PYTHONPATH

help:
	@echo "make demo    decide a published year"
	@echo "make test    run the tests"
	@echo "make check   style, types, architecture and dependencies"
	@echo "make deep    run the tests with more than a hundred times as many examples a law"
	@echo "make matrix  decide and replay all cases on each Python that is promised, and compare"
	@echo "make mutants change the exact modules line by line: some test must fail each time"
	@echo "make bench   measure decisions and start-up against their bounds"
	@echo "make schemas write the schemas that are shipped, after the model or a format page has changed"
	@echo "make codes   write the page of codes anew, after a sentence has changed"
	@echo "make docs    build the documentation into build/docs"
	@echo "make clean   remove .venv, caches and what was built"

demo: .venv/installed
	@$(BIN)/emulrules decide rulesets/emulrules_rulesets/ict-departments/cases/2021-cluster-8.toml

test: .venv/installed
	$(PAGES_TESTED)
	$(TESTED)

check: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@set -e; for plugin in $(PLUGINS); do echo "mypy $$plugin"; $(BIN)/mypy $$plugin; done
	$(BIN)/lint-imports --no-logo
	$(BIN)/deptry src
	@set -e; for plugin in $(PLUGINS); do echo "deptry $$plugin"; $(BIN)/deptry --config $$plugin/pyproject.toml $$plugin/src; done

deep: .venv/installed
	EMULRULES_DEPTH=deep $(TESTED)

matrix: .venv/installed
	$(BIN)/python tests/matrix.py

bench: .venv/installed
	@cd tests; status=0; for each in decide council growth years replays start; do ../$(BIN)/python -m bench.$$each || status=1; done; exit $$status

# It lists what survives; docs/mutants.md says why that may.
mutants: .venv/installed-mutants
	rm -rf mutants
	$(BIN)/mutmut run >/dev/null && $(BIN)/mutmut results

schemas: .venv/installed
	@cd tests && ../$(BIN)/python -m schema_making

# The page of all codes; a test fails where it is not what the catalogue says.
codes: .venv/installed
	@$(BIN)/emulrules explain-code --all > docs/codes.md

docs: .venv/installed-docs
	$(BIN)/python -m sphinx $(STRICT) -q -b html docs build/docs

clean:
	rm -rf .venv build dist mutants .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests docs rulesets plugins -name __pycache__ -type d -prune -exec rm -rf {} +

# The build tools come first and builds are not isolated, so that constraints.txt pins them too.
.venv/installed: constraints.txt pyproject.toml rulesets/pyproject.toml $(PLUGINS:%=%/pyproject.toml)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "emulrules needs Python 3.11 or newer: name one with make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(PIP) hatchling editables
	$(PIP) --no-build-isolation -e '.[dev]' -e rulesets $(PLUGINS:%=-e %)
	$(BIN)/python -m compileall -q src plugins rulesets
	@touch $@

.venv/installed-mutants: .venv/installed
	$(PIP) --no-build-isolation -e '.[mutants]'
	@touch $@

.venv/installed-docs: .venv/installed
	$(PIP) --no-build-isolation -e '.[docs]'
	@touch $@
