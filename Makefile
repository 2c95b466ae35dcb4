# Every target sets up what it needs first.
.PHONY: run test check bench messages models opinions requirements clean
PYTHON_OF_VENV = .venv/bin/python

run:
	@scripts/setup.sh
	@$(PYTHON_OF_VENV) -m annotator $(PROJECT)

test:
	@scripts/setup.sh dev
	@QT_QPA_PLATFORM=offscreen $(PYTHON_OF_VENV) -m pytest -q -n auto

check:
	@scripts/setup.sh dev
	@scripts/check.sh

bench:
	@scripts/setup.sh dev
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=.:tests PYTHONDONTWRITEBYTECODE= $(PYTHON_OF_VENV) -m benchmarks

# Brings the catalogue of translations up to date with the texts of the program, and compiles it.
messages:
	@scripts/setup.sh dev
	@$(PYTHON_OF_VENV) scripts/messages.py

# Rebuilds the shipped weights from models/assets, in an environment of its own.
models: WORKFLOW = all
# Rebuilds models/assets/opinions.npz, which takes longer.
opinions: WORKFLOW = opinions
opinions: MORE = -r models/requirements-opinions.txt
models opinions:
	@scripts/setup.sh dev
	@test -d models/.venv || python3 -m venv models/.venv
	@models/.venv/bin/python -m pip install -q -r models/requirements.txt $(MORE) -e .
	@PATH=$(CURDIR)/models/.venv/bin:$$PATH $(PYTHON_OF_VENV) -m spacy project run $(WORKFLOW) models

# Resolves the dependencies anew for all systems and Python versions; names no download host.
requirements:
	@scripts/setup.sh dev
	@scripts/pin.sh

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
