#!/bin/sh
# Pins every dependency with its hashes, for all systems and Python versions at once.
set -eu
cd "$(dirname "$0")/.."
pin() {
    .venv/bin/python -m uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
        --no-header --no-annotate --python-version 3.11 --extra build --extra french pyproject.toml "$@"
}
pin --output-file requirements.txt
pin --extra dev --output-file requirements-dev.txt
