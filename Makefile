# Everything a person needs: `make site` publishes, `make test` tests, `make serve` previews. All set themselves up.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help site check format serve test bench campaign audit dist browser lock clean

help: ## List what can be made
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' $(MAKEFILE_LIST) | expand -t 16

site: .venv/site ## Check the content and publish site/; INTEGRITY=1 for a server only
	$(BIN)/factsheets build $(if $(INTEGRITY),--integrity)

check: .venv/site ## List what is wrong with the content
	$(BIN)/factsheets check

format: .venv/site ## Write all of the content in the one form
	$(BIN)/factsheets format

serve: .venv/site ## Preview the site, again after each change in content/
	$(BIN)/factsheets serve

test: .venv/test browser ## Lint, check the types and run all tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest

bench: .venv/test ## Print how the program's time grows with the content
	$(BIN)/python -m tests.bench

campaign: .venv/campaign browser ## Try for most of an hour to break every promise
	$(BIN)/python -m tests.campaigns

audit: .venv/audit ## Look for known vulnerabilities in the packages used
	$(BIN)/python -m tests.audit

dist: .venv/site ## Build the package of a release: the same bytes from the same commit
	rm -rf dist && mkdir dist
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(BIN)/python -c 'from hatchling import build; build.build_sdist("dist"); build.build_wheel("dist")'
	cd dist && sha256sum -- *.tar.gz *.whl > SHA256SUMS

browser: .venv/test
	$(BIN)/python -m tests.browser.chromium

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "Python 3.11 or newer is needed; name it as in: make PYTHON=python3.12 site" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python's venv is missing; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

.venv/site: .venv/bin/python requirements.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/test: .venv/site requirements-test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@

.venv/campaign: .venv/test requirements-campaign.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-campaign.txt
	@touch $@

.venv/audit: .venv/site requirements-audit.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-audit.txt
	@touch $@

lock: ## Pin the newest versions of everything, with hashes
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet uv
	.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --upgrade --group build pyproject.toml -o requirements.txt
	.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --extra test --group build pyproject.toml -c requirements.txt -o requirements-test.txt
	.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --upgrade --group audit -c requirements-test.txt -o requirements-audit.txt
	.venv-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --upgrade --group campaign -o requirements-campaign.txt
	rm -rf .venv-lock

clean: ## Remove everything that was made
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find site -mindepth 1 -not -name .gitignore -delete
