# Every target first brings the checkout to where it can run; what is done already is not done again.
SHELL := bash
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
  && { command -v $$p; break; }; done)
ATELIER := .venv/bin/atelier
PART ?= gas
NETWORK ?= embedded
export PATH := $(CURDIR)/.setup/bin:$(CURDIR)/node_modules/.bin:$(PATH)

.DEFAULT_GOAL := help
.PHONY: clients help setup setup-test setup-audit run demo test check audit mutate coverage bench doctor deploy clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## prepare this checkout (the other targets do it by themselves)
	@$(if $(PYTHON),,$(error Atelier needs Python 3.11 or newer, and none was found; install one, or say PYTHON=/path/to/python3))$(PYTHON) -m tools.setup

setup-test: # what setup does, and what tests need
	@$(if $(PYTHON),,$(error Atelier needs Python 3.11 or newer, and none was found; install one, or say PYTHON=/path/to/python3))$(PYTHON) -m tools.setup --test

setup-audit: # what setup does, and what the audit bench needs
	@$(if $(PYTHON),,$(error Atelier needs Python 3.11 or newer, and none was found; install one, or say PYTHON=/path/to/python3))$(PYTHON) -m tools.setup --audit

run: setup ## run the whole marketplace at http://localhost:8000
	@exec $(ATELIER) up

demo: setup ## play one work's whole way once, step by step
	@$(ATELIER) demo

test: setup-test ## run all tests: contracts on Anvil, everything else beside them
	@$(PYTHON) -m tools.test

check: setup-test ## format, lint, types, import boundaries, Solidity, ABIs, migrations
	@$(PYTHON) -m tools.check

audit mutate coverage: PART = all
audit: setup-audit ## try the contracts for long: make audit PART=fuzz|invariant|finding|symbolic|slither
	@$(PYTHON) -m tools.audit $(PART)

mutate: setup-audit ## break the contracts on purpose, see whether tests notice: make mutate PART=Market
	@$(PYTHON) -m tools.audit.mutation $(PART)

coverage: setup-audit ## which lines and branches of the contracts the tests reach
	@$(PYTHON) -m tools.audit.coverage

clients: setup ## generate the API's clients from its document
	@$(PYTHON) -m tools.client

bench: setup ## measure something: make bench PART=gas
	@test -f bench/$(PART).py || { echo "bench/$(PART).py is not there; there are: $$(cd bench && ls *.py | sed 's/\.py//' | xargs)"; exit 2; }
	@.venv/bin/python bench/$(PART).py

doctor: ## say what is wrong here and how to mend it
	@test -x $(ATELIER) || { echo "nothing is set up yet: run make setup"; exit 1; }
	@$(ATELIER) doctor

deploy: setup ## put the contracts on a chain: make deploy NETWORK=sepolia ACCOUNT=name
	@$(PYTHON) -m tools.deploy "$(NETWORK)" "$(ACCOUNT)"

clean: ## remove what builds made; your marketplace in data/ stays
	rm -rf build reports .setup/chain .setup/stamps/contracts .setup/stamps/pages \
	  marketplace/web/static/dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
