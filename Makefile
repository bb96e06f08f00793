# `make demo` shows Signpost; `make test` proves it. Each prepares what it needs by itself.

.DEFAULT_GOAL := help
.PHONY: help setup packages wheels demo tour pictures test lint faults bench audit gallery schemas messages clean

BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest

help:
	@echo "make demo    see it: opens the kiosk, or without a display draws the whole circle"
	@echo "make test    prove it: lint, then every test (under 8 minutes)"
	@echo "make setup   only prepare: system packages, .venv, commands (needs the network once)"
	@echo "make lint    formatting, style, types, who may import whom"
	@echo "make tour    the whole circle once, off screen, with a picture of each step"
	@echo "make pictures take the front page's pictures from a new tour"
	@echo "make faults  every broken stick, kill point, full disk and wrong clock"
	@echo "make bench   the figures: start, touch, search, save, take in, collect"
	@echo "make audit   every screen, size, theme and language against the rules, with one report"
	@echo "make gallery every screen in every size and theme on one page"
	@echo "make schemas write what each kind of entry may hold into docs/schemas/"
	@echo "make messages collect the words of the screens into locales/"
	@echo "make wheels  fetch the Python packages into build/wheels, for a machine without network"

setup:
	@deploy/setup.sh

packages:
	@deploy/setup.sh packages

wheels: setup
	$(BIN)/python -m pip download --quiet --require-hashes --no-deps --no-build-isolation \
		--dest build/wheels --requirement requirements.lock
	@echo "On the other machine: SIGNPOST_WHEELS=build/wheels make setup"

demo: setup
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		$(BIN)/python -m tests.journeys.demo; \
	else \
		echo "No display here, so the tour is drawn instead."; \
		$(BIN)/python -m tests.journeys.tour && \
		echo "The pictures are in $(CURDIR)/build/tour (open index.html)."; \
	fi

tour: setup
	$(BIN)/python -m tests.journeys.tour

pictures: tour
	$(BIN)/python -m tests.journeys.pictures

lint: setup
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

test: lint
	$(PYTEST) -n 2 --dist loadfile --no-loadscope-reorder -m "not slow"

faults: setup
	$(PYTEST) -n 2 -m "faults or slow" --every-point

bench: setup
	$(PYTEST) tests/benchmarks -m "" -s -o python_files="bench_*.py"

audit: setup
	$(BIN)/python -m tests.audit

gallery: setup
	$(BIN)/python -m tests.audit.gallery

schemas: setup
	$(BIN)/python -m admin_tools.authoring.schemas docs/schemas

messages: setup
	$(BIN)/python locales/collect.py

clean:
	rm -rf build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
