# Needs make and Python 3.11 or newer (with venv and pip). Everything else goes into .venv.
# The tests of the Neo4j store also need a JDK of Java 17 or 21 and Maven; without them they are left out by name.
#   make PYTHON=/path/to/python ...   chooses the interpreter .venv is made with
.POSIX:
.SUFFIXES:

PYTHON ?=
VENV = .venv
RUN = $(VENV)/bin/python

# Wheels only: a source distribution would fetch a build tool of its own, outside the hashes.
INSTALL = $(RUN) -m pip install --quiet --disable-pip-version-check --no-input
# Compiling what is never imported would take half of the time.
PINNED = $(INSTALL) --no-compile --only-binary=:all: --require-hashes
PROJECT = $(INSTALL) --no-deps --no-build-isolation --editable .

# One version for every Python and platform (`fewest`), so that two offices get the same figures.
UV = 0.13.8
PIN = .cache/pins/bin/uv pip compile --no-config --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--upgrade --generate-hashes --no-header --no-annotate

help:
	@echo 'make demo      set up, then run the demonstration'
	@echo 'make serve     set up, then the API on this machine over a sample province, with an account a role'
	@echo 'make test      every test, with small numbers of trials'
	@echo 'make check     format, lint, strict types, layers, documentation'
	@echo 'make bench     the benchmarks'
	@echo 'make nightly   every test with the long numbers (docs/reliability.md)'
	@echo 'make docs      write the documents that follow from the code anew'
	@echo 'make format    put the source into the form that check asks for'
	@echo 'make pins      resolve the pinned requirements anew'
	@echo 'make clean     remove .venv and everything generated'

demo: $(VENV)/.runtime
	$(VENV)/bin/network-service demo

serve: $(VENV)/.runtime
	$(VENV)/bin/network-service serve --sample

test: $(VENV)/.dev
	@$(RUN) -m tests.neo4j_server
	$(RUN) -m pytest --numprocesses=logical --maxprocesses=4 --dist=loadgroup

check: $(VENV)/.dev
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports
	$(RUN) -m pytest --quiet tests/house/test_documentation.py network_service visualizations

bench: $(VENV)/.dev
	$(RUN) -m benchmarks

# Four hours for one test: the longest gate is a soak of one hour.
nightly: $(VENV)/.dev
	@$(RUN) -m tests.neo4j_server
	NETWORK_SERVICE_NIGHTLY=1 $(RUN) -m pytest --timeout=14400

docs: $(VENV)/.dev
	$(RUN) -m docs.generator

format: $(VENV)/.dev
	$(RUN) -m ruff check --fix .
	$(RUN) -m ruff format .

pins: $(VENV)/.created
	$(RUN) -m venv .cache/pins
	.cache/pins/bin/python -m pip install --quiet --disable-pip-version-check --only-binary=:all: uv==$(UV)
	$(PIN) --all-extras --output-file requirements-dev.txt pyproject.toml
	$(PIN) --extra build --constraint requirements-dev.txt --output-file requirements.txt pyproject.toml

clean:
	rm -rf $(VENV) .cache build dist demo-output .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.created:
	@candidates='$(PYTHON)'; found=''; \
	for python in $${candidates:-python3.13 python3.12 python3.11 python3}; do \
	    if "$$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	    then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	    echo "No Python 3.11 or newer with venv among: $${candidates:-python3.13 python3.12 python3.11 python3}." >&2; \
	    echo "Install one (Debian, Ubuntu: python3-venv) or name it: make PYTHON=/path/to/python" >&2; exit 1; \
	fi; \
	echo "Setting up $(VENV) with $$("$$found" --version) ..."; \
	"$$found" -m venv --clear $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.created requirements.txt pyproject.toml
	$(PINNED) --requirement requirements.txt
	$(PROJECT)
	@touch $@

# The development requirements hold the runtime ones at the same versions: one installation serves both.
$(VENV)/.dev: $(VENV)/.created requirements-dev.txt pyproject.toml
	$(PINNED) --requirement requirements-dev.txt
	$(PROJECT)
	@touch $(VENV)/.runtime $@

.PHONY: help demo serve test check bench nightly docs format pins clean
