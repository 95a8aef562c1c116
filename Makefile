# Northwatch. `make help` lists the verbs.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
SWIFT ?= swift
SOURCES := Package.swift Sources Tests
RELEASE := .build/release/northwatch
# apt-get wants root; a container's user often is.
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

.PHONY: help
help: ## list these verbs
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: build ## build it and open the dashboard on a simulated account
	@exec $(RELEASE) demo

.PHONY: build
build: libraries ## a release build in .build/release
	$(SWIFT) build -c release --product northwatch

.PHONY: test
test: libraries test-tools ## all tests, those in a real terminal included
	$(SWIFT) test

.PHONY: lint
lint: ## the formatter's rules, strictly
	$(SWIFT) format lint --strict --recursive $(SOURCES)

.PHONY: format
format: ## rewrite the sources as the formatter wants them
	$(SWIFT) format --in-place --recursive $(SOURCES)

.PHONY: install
install: dist ## one binary that needs no Swift, in PREFIX/bin
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 dist/northwatch "$(DESTDIR)$(PREFIX)/bin/northwatch"

# The Swift runtime is linked in. So are ncurses and tinfo: the linker takes the first directory that has a library,
# and this one has only the static ones.
STATIC := .build/static
LIBDIR := $(shell dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || gcc -print-multiarch 2>/dev/null)
DIST_FLAGS := -c release --product northwatch --static-swift-stdlib \
	-Xlinker -L$(abspath $(STATIC)) -Xlinker --gc-sections -Xlinker -s

.PHONY: dist
dist: libraries ## one stripped binary for hosts without Swift, in dist/
	mkdir -p $(STATIC) dist
	for library in ncursesw tinfo; do \
	  ln -sf /usr/lib/$(LIBDIR)/lib$$library.a $(STATIC)/lib$$library.a; \
	done
	$(SWIFT) build $(DIST_FLAGS)
	install -m 755 "$$($(SWIFT) build $(DIST_FLAGS) --show-bin-path)/northwatch" dist/northwatch
	@ls -lh dist/northwatch | awk '{ print "dist/northwatch: " $$5 }'
	@echo "It needs:"; ldd dist/northwatch | awk '{ print "  " $$1 }'

.PHONY: screenshots
screenshots: build test-tools ## take the pictures of the README anew
	python3 Scripts/screenshots.py $(RELEASE) screenshots

.PHONY: clean
clean: ## remove what was built
	rm -rf .build dist

# Debian's names. What is there is not asked for again, so that nothing needs the network or sudo in vain.
.PHONY: libraries
libraries:
	@$(call need,libncursesw5-dev,/usr/include/ncurses.h)
	@$(call need,zlib1g-dev,/usr/include/zlib.h)

.PHONY: test-tools
test-tools:
	@$(call need,tmux,$(shell command -v tmux || echo /usr/bin/tmux))

define need
if [ ! -e "$(2)" ]; then \
  echo "Installing $(1) …"; \
  $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q --no-install-recommends $(1); \
fi
endef
