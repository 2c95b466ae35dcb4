#!/bin/sh
# The whole gate; stops at the first failure.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
export QT_QPA_PLATFORM=offscreen
step() { echo "== $*"; }

step "formatting";        ruff format --check --quiet .
step "lint";              ruff check --quiet .
step "types";             mypy
step "layers";            lint-imports --no-cache | tail -n 4
step "dead code";         vulture
step "tests";             python -m pytest -q -n auto
step "wheel";             scripts/try_wheel.sh
