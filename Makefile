# The two commands: `make serve` and `make test`. `make help` lists the others.

PYTHON ?= python3
PORT ?= 8001
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed-serve
TEST_INSTALLED := $(VENV)/.installed-test
BENCH_INSTALLED := $(VENV)/.installed-bench
UV := build/uv/bin/uv

# The clock is read here, at the edge, and nowhere in the program.
TODAY ?= $(shell date +%F)
SOURCES := $(shell find src corpus amendments site_templates tests/legislature/figures.json -type f -not -name '*.pyc')
DATABASE := build/lawgraph.db
# The sample is invented: texts of tests/invented/sails, taken in as any others.
SAILS := tests/invented/sails
# A law of which one edition and the eight acts that amended it are held.
SUNDIALS := tests/replay/sundials
SAMPLED := build/sample/lawgraph.db
ifdef SAMPLE
SERVED := $(SAMPLED)
OF_SAMPLE := --db $(SAMPLED) --corpus build/sample/corpus --amendments $(SAILS)/amendments
endif
# The pages say for which day they were built, so another day makes them anew.
SITE := build/.site-$(TODAY)
SERVED ?= $(DATABASE) $(SITE)

VALIDATOR := build/vnu/node_modules/vnu-jar/build/dist/vnu.jar
# Young CSS: the mark in the contents where one reads, folded lists on paper. Files have no origin, so no 'self' either.
NOT_FAULTS := .*(scroll-target-group|target-current|details-content|violates Content Security Policy).*

.PHONY: help serve test build site messages validate pictures bench attack oracle mutants ledger explore lock update newest clean FORCE

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(SERVED) ## build all and serve it on 127.0.0.1 (PORT=8001); SAMPLE=1: an invented code and order
	$(BIN)/lawgraph serve --port $(PORT) --today $(TODAY) $(OF_SAMPLE)

test: $(TEST_INSTALLED) ## run the linter, the types and all tests
	$(BIN)/ruff check .
	$(BIN)/mypy
	@if sh .ci/browser || [ "$${CI:-}" = true ]; then export LAWGRAPH_REQUIRE_BROWSER=1; fi; \
	set -x; $(BIN)/pytest --numprocesses auto $(PYTEST)

.PHONY: replay
replay: $(INSTALLED) ## apply amending acts to a law, compare with its editions (REPLAY="EDITIONS ACTS DAY")
	$(BIN)/python -m benchmarks.replay $(REPLAY)

.PHONY: coverage
coverage: ## the same with branch coverage, which takes twice as long
	$(MAKE) test PYTEST='--cov --cov-report=term'

build: $(DATABASE) ## make the database build/lawgraph.db

site: $(SITE) ## make the static site build/site

messages: $(TEST_INSTALLED) ## bring the catalogues of messages up to date (site_templates/messages)
	$(BIN)/python scripts/messages.py

validate: $(SITE) $(VALIDATOR) ## hold every static page and the style against the standards (needs java and npm)
	java -jar $(VALIDATOR) --also-check-css --skip-non-html --Werror --filterpattern '$(NOT_FAULTS)' build/site

pictures: $(TEST_INSTALLED) ## take pictures of every kind of page; the chosen ones go to docs/pictures
	$(BIN)/python scripts/pictures.py

bench: $(BENCH_INSTALLED) ## measure the program, and write benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks

attack: $(INSTALLED) ## attack the running tool; print what each class took, in seconds and megabytes
	@set -x; $(BIN)/python -m benchmarks.attack; missed=$$?; $(BIN)/python tests/pumps.py whole && exit $$missed

oracle: $(TEST_INSTALLED) ## try the rules of evidence on invented histories (HISTORIES=30000); what was stopped goes on
	$(BIN)/python tests/long_run.py $(or $(HISTORIES),30000) --figures tests/legislature/figures.json

mutants: $(TEST_INSTALLED) ## break one rule of the engine at a time; writes docs/mutants.md
	$(BIN)/python scripts/mutants.py

ledger: $(TEST_INSTALLED) ## write the ledger of sure answers anew (tests/ledger); say in the commit why it changed
	LAWGRAPH_LEDGER=write $(BIN)/pytest tests/test_ledger.py

explore: $(TEST_INSTALLED) ## try the property tests with examples that nobody has seen
	$(BIN)/pytest --numprocesses auto -m hypothesis --hypothesis-profile explore

lock: $(UV) ## add what pyproject.toml asks for to the locks; what is locked stays
	$(PYTHON) scripts/lock.py $(UV)

update: $(UV) ## renew the locks with the newest versions that pyproject.toml allows, and run everything
	$(PYTHON) scripts/lock.py $(UV) --upgrade
	$(MAKE) test site

newest: ## run everything with the newest allowed versions, in an environment of its own, and say what broke
	$(PYTHON) scripts/newest.py

clean: ## throw away what was built, the virtual environment too
	rm -rf build dist .coverage htmlcov .pytest_cache .mypy_cache .ruff_cache .hypothesis $(VENV)

$(DATABASE): $(INSTALLED) $(SOURCES)
	@mkdir -p $(@D)
	$(BIN)/lawgraph build --db $@

$(SITE): $(DATABASE)
	$(BIN)/lawgraph site --db $(DATABASE) --out build/site --today $(TODAY)
	@rm -f build/.site-* && touch $@

$(SAMPLED): $(INSTALLED) $(SOURCES) $(shell find $(SAILS) $(SUNDIALS) -type f)
	@rm -rf $(@D) && mkdir -p $(@D)
	$(BIN)/lawgraph import $(SAILS)/code --law K1200000030 --corpus $(@D)/corpus
	$(BIN)/lawgraph import $(SAILS)/order --corpus $(@D)/corpus
	@sh scripts/sundials.sh $(BIN)/lawgraph $(SUNDIALS) $(@D)/corpus
	$(BIN)/lawgraph build --db $@ --corpus $(@D)/corpus --amendments $(SAILS)/amendments

$(VALIDATOR):
	@mkdir -p build/vnu
	npm install --silent --no-fund --no-audit --prefix build/vnu vnu-jar@26.9.27

# Asked each time, and quick where nothing is to be done: the stamp of a kind of install changes only with an install.
$(INSTALLED) $(TEST_INSTALLED) $(BENCH_INSTALLED): $(VENV)/.installed-%: FORCE
	@sh scripts/environment.sh $* $(PYTHON)

$(UV):
	$(PYTHON) -m venv --clear build/uv
	build/uv/bin/python -m pip install --quiet --disable-pip-version-check uv

FORCE:
