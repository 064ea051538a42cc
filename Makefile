# Everything runs from a fresh clone: Python 3.11, make, and the package registries.
PYTHON ?= python3
BIN := .venv/bin
SETUP := .venv/.ready

.PHONY: demo test check setup lock knowledge clean

$(SETUP): requirements.lock pyproject.toml
	$(PYTHON) -m venv .uv
	.uv/bin/pip install --quiet "uv>=0.5"
	.uv/bin/uv venv --quiet --allow-existing --python $(PYTHON) .venv
	.uv/bin/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	.uv/bin/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	touch $(SETUP)

setup: $(SETUP)  ## install everything, pinned by hash, into .venv

lock:  ## pin every dependency by version and hash
	.uv/bin/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --no-annotate \
	  --universal --python-version 3.11 --extra dev pyproject.toml --output-file requirements.lock

clean:
	rm -rf .venv .uv build dist .mypy_cache .ruff_cache .pytest_cache
