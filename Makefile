# Every target works where uv is missing: it is then installed into .venv-uv.
# `make help` lists the targets.

SHELL := /bin/bash
.DEFAULT_GOAL := help

UV := $(shell uv --version >/dev/null 2>&1 && echo uv || echo .venv-uv/bin/uv)
# Empty where uv is on the path, so that nothing is made then.
UV_MADE := $(filter .venv-uv/bin/uv,$(UV))

.PHONY: help run playground migrate test fuzz mutants check format bench torture messages pictures

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(UV_MADE) ## Run the bot against Telegram (needs TELEGRAM_BOT_TOKEN)
	$(UV) run main.py run

playground: $(UV_MADE) ## Run the bot in a local chat page, without Telegram
	$(UV) run main.py playground

migrate: $(UV_MADE) ## Bring the database up to date (run does so by itself)
	$(UV) run main.py migrate

test: $(UV_MADE) ## Run the tests
	$(UV) run pytest

fuzz: $(UV_MADE) ## Search the properties and the API with many other examples in every run
	$(UV) run pytest -m hypothesis --hypothesis-profile=fuzz tests/ledger tests/handlers
	$(UV) run pytest --hypothesis-profile=fuzz tests/bot/web/api/test_described.py \
		tests/handlers/grammar/natural/test_plain_lines.py

# Of some functions only: make mutants OF='ledger.core.splitting*'
OF := ledger.core.* ledger.journal.*
mutants: $(UV_MADE) ## Change the ledger's rules one by one and see whether a test fails
	$(UV) run mutmut run --max-children 2 $(foreach functions,$(OF),'$(functions)')
	$(UV) run mutmut results
	$(UV) run mutmut export-cicd-stats
	$(UV) run python -m tests.mutants

check: $(UV_MADE) ## Run the linters, the types and the import contracts
	$(UV) run ruff check
	$(UV) run ruff format --check
	$(UV) run mypy
	$(UV) run lint-imports

format: $(UV_MADE) ## Format the code and repair what the linter can
	$(UV) run ruff check --fix
	$(UV) run ruff format

bench: $(UV_MADE) ## Measure the bot and write docs/benchmarks.md
	$(UV) run python -m benchmarks

torture: $(UV_MADE) ## Kill, cut and flood the bot for half an hour, into docs/reliability.md
	$(UV) run python -m tests.torture

messages: $(UV_MADE) ## Bring the message catalogues in line with the code
	$(UV) run pybabel -q extract -F pyproject.toml -k say -k plain -k stored -k n:1,2 -k sayCount:1,2 -k N_ \
		--no-location --sort-output --omit-header -o .messages.pot bot handlers
	$(UV) run pybabel -q update -i .messages.pot -d bot/language/locales -D all_square \
		--no-fuzzy-matching --ignore-obsolete --width 100
	@# Dates and addresses in the head would change with every run and say nothing.
	sed -i -E '/^"(Report|POT|PO|Last|Language-Team|Generated)[A-Za-z-]*: /d' \
		bot/language/locales/*/LC_MESSAGES/all_square.po
	rm .messages.pot

pictures: $(UV_MADE) ## Take the README's pictures of the chat page again
	ALL_SQUARE_PICTURES=$(CURDIR)/docs/pictures $(UV) run pytest tests/browser/test_pictures.py \
		tests/browser/test_time_pictures.py

# A current pip first: older ones may not know uv's wheels.
.venv-uv/bin/uv:
	python3 -m venv .venv-uv
	.venv-uv/bin/python -m pip install --quiet --upgrade pip
	.venv-uv/bin/python -m pip install --quiet uv
