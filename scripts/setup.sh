#!/bin/sh
# Sets up .venv with the pinned, hashed dependencies and this checkout: scripts/setup.sh [dev]
# What Qt needs from the system is installed if it is missing and can be; otherwise it is named.
set -eu
cd "$(dirname "$0")/.."
wanted=requirements.txt
[ "${1:-}" = dev ] && wanted=requirements-dev.txt

sound() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    for name in "${PYTHON:-}" python3 python3.13 python3.12 python3.11; do
        if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && sound "$name"; then
            command -v "$name"
            return
        fi
    done
}

install_packages() {
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "Please install with your system's package manager: $*" >&2
        return 1
    fi
    as_root=""
    if [ "$(id -u)" != 0 ]; then
        if ! command -v sudo >/dev/null 2>&1; then
            echo "Please run as root: apt-get install $*" >&2
            return 1
        fi
        as_root=sudo
    fi
    echo "Installing from the system's packages: $*"
    $as_root apt-get update -qq || true
    if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null; then
        echo "Please run: sudo apt-get install $*" >&2
        return 1
    fi
}

python=$(find_python)
if [ -z "$python" ]; then
    install_packages python3 python3-venv || exit 1
    python=$(find_python)
fi
if [ -z "$python" ]; then
    echo "Annotator needs Python 3.11 or newer with its venv module; please install it." >&2
    exit 1
fi

if [ "$(uname)" = Linux ]; then
    missing=$("$python" scripts/missing_libraries.py)
    # shellcheck disable=SC2086 # one package a word
    [ -z "$missing" ] || install_packages $missing || exit 1
fi

stamp=.venv/.installed-$wanted
if [ ! -x .venv/bin/python ] || ! .venv/bin/python -c '' 2>/dev/null; then
    rm -rf .venv
    "$python" -m venv .venv
fi
if [ ! -e "$stamp" ] || [ "$wanted" -nt "$stamp" ] || [ pyproject.toml -nt "$stamp" ]; then
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$wanted"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
    touch "$stamp"
fi
