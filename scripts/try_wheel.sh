#!/bin/sh
# Builds the wheel, installs it into an empty environment beside the pinned dependencies, and uses it.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
.venv/bin/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir "$work" .
.venv/bin/python -m venv "$work/venv"
# The dependencies are those of .venv; the program itself is the wheel's, as its folder comes first.
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps "$work"/*.whl
site=$("$work/venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))' > "$site/dependencies.pth"
cd "$work"
annotator=$work/venv/bin/annotator
"$annotator" sample try.anno
"$annotator" extract try.anno
"$annotator" export try.anno --format jsonl --include all --output try.jsonl
"$annotator" check try.anno
"$work/venv/bin/python" - <<'PY'
import pathlib, annotator
folder = pathlib.Path(annotator.__file__).resolve().parent
assert "venv" in str(folder), folder
assert (folder / "_data" / "resources" / "codebooks" / "ai-news.toml").is_file()
assert pathlib.Path("try.jsonl").stat().st_size > 1000
PY
echo "wheel: $(ls "$work"/*.whl | xargs -n1 basename) works"
