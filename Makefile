# Everything here needs Python 3.11 or newer and make; the rest is installed into .venv on first use.
# Another Python: make test PYTHON=python3.12

PYTHON =
BIN = .venv/bin
RUNTIME = @PYTHON="$(PYTHON)" sh scripts/environment.sh runtime
DEV = @PYTHON="$(PYTHON)" sh scripts/environment.sh dev

# The tests start the program some hundred times: where nothing compiled were kept, each would compile it anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test lint format bench screenshots docs constraints clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: ## open the app on the sample decks
	$(RUNTIME)
	@$(BIN)/interview-coach --workspace .

test: lint ## every check, the tests last
	@$(BIN)/python -m pytest

lint: ## style, types and which part may import which
	$(DEV)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: ## put the code into the project's style
	$(DEV)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# Anki is what the store is measured against. It is AGPL: it lives in an environment of its own, and where
# it cannot be installed its figures are left out.
.benchmarks/anki:
	@$(BIN)/python -m venv $@ && $@/bin/python -m pip install -q anki || rm -rf $@

bench: ## measure the speed, as ratios
	$(DEV)
	@$(MAKE) --no-print-directory .benchmarks/anki
	@$(BIN)/python -m benchmarks

screenshots: ## make the README's pictures again
	$(DEV)
	@$(BIN)/python scripts/screenshots.py

docs: ## make the pages that the program itself knows best again
	$(DEV)
	@$(BIN)/python scripts/settings_doc.py
	@$(BIN)/python scripts/keys_doc.py

constraints: ## renew the exact versions in constraints.txt
	@PYTHON="$(PYTHON)" sh scripts/constraints.sh

clean: ## remove .venv and what the tools leave behind; never your data
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist build
	@find interview_coach tests benchmarks scripts -name __pycache__ -type d -prune -exec rm -rf {} +
