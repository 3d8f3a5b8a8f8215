# make run serves the example; make test runs every check; make help lists the rest.
# PORT, DATA and NEO4J_* from the environment, from .env or after the target (make run PORT=9000) reach the program.

# The first Python that is new enough; name another with: make run PYTHON=/path/to/python
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
UV := $(shell uv --version >/dev/null 2>&1 && echo uv)
BIN := .venv/bin
ARGS ?=

# Like pip, let uv trust the system's certificates: those of a company's own proxy are there.
export UV_SYSTEM_CERTS ?= 1

ifdef UV
  VENV = uv venv -q --no-project --allow-existing --python "$(PYTHON)" .venv
  PIP = uv pip install -q --python $(BIN)/python
else
  VENV = "$(PYTHON)" -m venv .venv
  PIP = $(BIN)/python -m pip install -q --disable-pip-version-check
endif

.DEFAULT_GOAL := help
.PHONY: run test soak lock docs compare benchmark wheel clean help python chromium
.DELETE_ON_ERROR:

run: .venv/installed  ## serve the example on 127.0.0.1:8000 (Ctrl-C ends it)
	@exec $(BIN)/policy-graph serve --load examples

test: .venv/installed-dev chromium  ## lint, types, import contracts, dependencies and all tests (ARGS="-k name" for some)
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-cache >.venv/lint-imports.log || { cat .venv/lint-imports.log; exit 1; }
	@$(BIN)/deptry . 2>.venv/deptry.log || { cat .venv/deptry.log; exit 1; }
	@$(BIN)/pytest -q $(WORKERS) $(ARGS)
# One a core; more than four would have nothing of their own to wait for.
WORKERS = --numprocesses auto --maxprocesses 4

# What make test does a few times is done as often as SOAK says: minutes to an hour.
soak: .venv/installed-dev  ## the tests of faults, long: a hundred kills on each server (SOAK=100), 5,000 requests by the OpenAPI, 60,000 damaged files
	@SOAK=$(SOAK) $(BIN)/pytest -q $(WORKERS) tests/faults tests/api/test_by_schema.py tests/reading/test_fuzz.py $(ARGS)
SOAK ?= 100

lock:  ## resolve the versions of requirements*.lock anew (needs uv)
	@uv --version >/dev/null 2>&1 || { echo "make lock needs uv: pip install uv"; exit 1; }
	@$(LOCK) --group build pyproject.toml -o requirements.lock
	@$(LOCK) --group build --extra mcp -c requirements.lock pyproject.toml -o requirements-mcp.lock
	@$(LOCK) --group build --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock
LOCK = uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
  --custom-compile-command "make lock"

docs: .venv/installed-dev  ## write the generated parts of README and docs
	@$(BIN)/python docs/generate.py

# BASE is any revision, FOLDER any folder of documents; ALL=1 prints every difference.
compare: .venv/installed-dev  ## what the reader gains and loses against a revision (BASE=HEAD FOLDER=examples ALL=1)
	@$(BIN)/python -m benchmarks.compare --base "$(BASE)" $(if $(FOLDER),"$(FOLDER)") $(if $(ALL),--all) $(ARGS)
BASE ?= HEAD

# WHAT is accuracy (docs/accuracy.md), speed_parse, store, sizes, service, two_loaders, graph_page (docs/performance.md,
# docs/scale.md) or reliability (docs/reliability.md); ARGS goes to it: make benchmark WHAT=store ARGS="--neo4j 2g".
benchmark: .venv/installed-dev  ## measure WHAT=accuracy, store, sizes, service, two_loaders, graph_page … into docs (LABELS=folder TEXTS=folder ARGS=…)
	@$(BIN)/python -m benchmarks.$(WHAT) $(if $(LABELS),--labels "$(LABELS)") $(if $(TEXTS),--texts "$(TEXTS)") $(ARGS)
WHAT ?= accuracy

wheel: .venv/installed  ## build the wheel into dist/
	@$(BIN)/python -m hatchling build -t wheel

clean:  ## remove the environment and everything built (not the data folder)
	@rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache tests/neo4j/lib

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

python:
	@test -n "$(PYTHON)" || { echo "policy-graph needs Python 3.11 or newer, and $$(python3 --version 2>/dev/null || echo no Python) is" \
	  "what was found. Install one, or name it: make run PYTHON=/path/to/python3.11"; exit 1; }

.venv/installed: requirements.lock pyproject.toml | python
	@$(call install,requirements.lock)

.venv/installed-dev: requirements-dev.lock pyproject.toml | python
	@$(call install,requirements-dev.lock)
	@touch .venv/installed

define install
echo "Installing $(1) into .venv ..."
$(VENV) || { echo "No environment could be made with $(PYTHON): install its venv module (Debian: python3-venv) or uv."; exit 1; }
$(PIP) --require-hashes -r $(1)
$(PIP) --no-deps --no-build-isolation -e .
touch $@
endef

# The browser tests use an installed Chromium or Playwright's own; without either, one is installed.
chromium: .venv/installed-dev
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	ls $${PLAYWRIGHT_BROWSERS_PATH:-$$HOME/.cache/ms-playwright} 2>/dev/null | grep -q chromium || \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium ..."; apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium fonts-noto-cjk >/dev/null; \
	else $(BIN)/playwright install chromium; fi || echo "No Chromium could be installed: the browser tests will say so."
