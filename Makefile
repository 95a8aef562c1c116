# Northwatch. `make help` lists the verbs.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
SWIFT ?= swift
# On a terminal the compiler would be told to use colours, which to SwiftPM is another build: piping the output into a
# file would build everything anew.
PLAIN := --no-color-diagnostics
SOURCES := Package.swift Sources Tests Benchmarks
RELEASE := .build/release/northwatch
# apt-get wants root; a container's user often is.
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

.PHONY: help
help: ## list these verbs
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: build ## build it and open the dashboard on a simulated account
	@exec $(RELEASE) demo

# The Swift runtime is linked in, and ncurses, tinfo and SQLite too: the linker takes the first directory that has a library,
# and .build/static has only the static ones. What nothing uses is left out.
STATIC := .build/static
LIBDIR := /usr/lib/$(shell dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || gcc -print-multiarch)
RELEASE_FLAGS := $(PLAIN) -c release --product northwatch --static-swift-stdlib \
	-Xlinker -L$(abspath $(STATIC)) -Xlinker --gc-sections -Xlinker --no-export-dynamic

.PHONY: build
build: libraries ## a release build in .build/release
	@mkdir -p $(STATIC)
	@for library in ncursesw tinfo sqlite3; do ln -sf $(LIBDIR)/lib$$library.a $(STATIC)/lib$$library.a; done
	$(SWIFT) build $(RELEASE_FLAGS)

# What lives on real time (sockets, terminals, processes) is tested one at a time, so that no test takes the machine
# from another; the rest all at once.
REAL_TIME := ^(JourneyTests|EndToEndTests|PTYTests|NorthflankAPITests|NorthflankSimulatorTests)\.

.PHONY: test
test: libraries test-tools ## all tests, those in a real terminal included
	$(SWIFT) test $(PLAIN) --skip '$(REAL_TIME)'
	$(SWIFT) test $(PLAIN) --no-parallel --filter '$(REAL_TIME)'

.PHONY: bench-refresh
bench-refresh: ## how the hour's requests are spent, beside other ways and the bound; JSON=1 for JSON lines
	@$(SWIFT) build $(PLAIN) -c release --product RefreshBench >&2
	@JSON=$(JSON) SWIFT_DETERMINISTIC_HASHING=1 .build/release/RefreshBench

.PHONY: lint
lint: ## the formatter's rules, strictly
	$(SWIFT) format lint --strict --recursive $(SOURCES)

.PHONY: format
format: ## rewrite the sources as the formatter wants them
	$(SWIFT) format --in-place --recursive $(SOURCES)

# Where each shell looks for what it completes, below PREFIX.
COMPLETIONS := share/bash-completion/completions/northwatch share/zsh/site-functions/_northwatch \
	share/fish/vendor_completions.d/northwatch.fish

.PHONY: install
install: dist man completions ## one binary that needs no Swift, its manual pages and completions, in PREFIX
	install -d $(addprefix "$(DESTDIR)$(PREFIX)"/,bin share/man/man1 $(dir $(COMPLETIONS)))
	install -m 755 dist/northwatch "$(DESTDIR)$(PREFIX)/bin/northwatch"
	install -m 644 dist/man/*.1 "$(DESTDIR)$(PREFIX)/share/man/man1/"
	for file in $(COMPLETIONS); do install -m 644 "dist/$$file" "$(DESTDIR)$(PREFIX)/$$file"; done

.PHONY: man
man: build ## the manual pages, in dist/man
	mkdir -p dist/man
	$(RELEASE) man --directory dist/man

.PHONY: completions
completions: build ## what bash, zsh and fish complete, in dist/share
	mkdir -p $(addprefix dist/,$(dir $(COMPLETIONS)))
	$(RELEASE) --generate-completion-script bash > dist/share/bash-completion/completions/northwatch
	$(RELEASE) --generate-completion-script zsh > dist/share/zsh/site-functions/_northwatch
	$(RELEASE) --generate-completion-script fish > dist/share/fish/vendor_completions.d/northwatch.fish

.PHONY: dist
dist: build ## one stripped binary for hosts without Swift, in dist/
	mkdir -p dist
	strip -o dist/northwatch $(RELEASE)
	@ls -lh dist/northwatch | awk '{ print "dist/northwatch: " $$5 "; it needs:" }'
	@ldd dist/northwatch | awk '{ print "  " $$1 }'

.PHONY: bench-store
bench-store: libraries ## how long it takes to read what was known at the last start
	$(SWIFT) run $(PLAIN) -c release store-bench

.PHONY: bench-update
bench-update: ## how long a key or an answer keeps the main thread, with 20,000 services and a log of 200,000 lines
	@$(SWIFT) build $(PLAIN) -c release --product update-bench >&2
	@.build/release/update-bench

.PHONY: bench-start
bench-start: build ## how long a start takes until the first frame is complete, from what was known at the last one
	python3 Benchmarks/TerminalBench/start_bench.py $(RELEASE)

.PHONY: bench-terminal
bench-terminal: build ## what a key and idling cost, beside other programs in terminals that are installed
	python3 Benchmarks/TerminalBench/terminal_bench.py $(RELEASE)

.PHONY: screenshots
screenshots: build test-tools ## take the pictures of the README anew
	python3 Scripts/screenshots.py $(RELEASE) screenshots
	python3 Scripts/recording.py $(RELEASE) screenshots/recording.svg

.PHONY: clean
clean: ## remove what was built
	rm -rf .build dist

# Debian's names. What is there is not asked for again, so that nothing needs the network or sudo in vain.
.PHONY: libraries
libraries:
	@$(call need,libncursesw5-dev,/usr/include/ncurses.h)
	@$(call need,zlib1g-dev,/usr/include/zlib.h)
	@$(call need,libsqlite3-dev,/usr/include/sqlite3.h)

.PHONY: test-tools
test-tools:
	@$(call need,tmux,$(shell command -v tmux || echo /usr/bin/tmux))
	@$(call need,curl,$(shell command -v curl || echo /usr/bin/curl))

define need
if [ ! -e "$(2)" ]; then \
  echo "Installing $(1) …"; \
  $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q --no-install-recommends $(1); \
fi
endef
