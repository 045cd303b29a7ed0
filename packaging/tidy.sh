#!/usr/bin/env bash
# clang-tidy over everything that does not see LibTorch (a file that does takes a minute), after a build.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
cd "$root_folder"
install_packages checks

step "tidy"
git ls-files 'core/*.cpp' 'viz/*.cpp' 'ui/*.cpp' 'app/*.cpp' | grep -v '/learning/' |
    xargs -P "$(nproc)" -n 4 clang-tidy -p build/release --quiet --extra-arg=-Wno-unknown-warning-option \
        >build/tidy.log 2>&1 ||
    { grep -A 2 'error:' build/tidy.log >&2; die "clang-tidy objects; the whole log is build/tidy.log."; }
step "tidy: nothing found"
