# make run    start the bot            make test   everything a change must pass
# make check  the quick loop           make lock   rewrite both lock files
# make bundle wheels for a machine without a package index

SHELL := /bin/sh
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check
# Tests of one file stay together; the slowest files stand at the end, and begin in the order of their names.
TESTS = $(PY) -m pytest -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.PHONY: run test check lock bundle venv venv-dev clean

run: venv
	@exec $(PY) -m bot run

test: venv-dev
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy --strict bot
	@env -u BOT_CASEWORKER $(TESTS)

check: venv-dev
	@$(PY) -m ruff check .
	@$(PY) -m mypy --strict bot
	@$(TESTS) -m "not slow" -x

venv:
	@sh tools/venv.sh $(VENV) requirements.lock

venv-dev: venv
	@sh tools/venv.sh $(VENV) requirements-dev.lock

lock:
	@python3 -m venv .lock-venv && .lock-venv/bin/python -m pip --disable-pip-version-check install -q uv
	@.lock-venv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate -q -o requirements.lock pyproject.toml
	@.lock-venv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate -q -c requirements.lock -o requirements-dev.lock pyproject.toml --extra dev
	@rm -rf .lock-venv

bundle: venv
	@$(PIP) download -q --only-binary :all: --require-hashes -r requirements.lock -d wheels
	@echo "Alle Pakete liegen in wheels/. Auf dem anderen Rechner: PIP_NO_INDEX=1 PIP_FIND_LINKS=wheels make run"

clean:
	@rm -rf $(VENV)
