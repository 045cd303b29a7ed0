#!/usr/bin/env bash
# Installs what is missing (Debian 12), builds everything and runs every test.
# --cuda does so with the LibTorch for NVIDIA GPUs that run.sh fetches.
#   packaging/test.sh [--cuda | --preset NAME] [--no-install]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

read_arguments "$@"

preset=${preset:-release}
prepare_preset core desktop tests
configure_and_build "$preset"

step "tests"
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(mktemp -d)}"
cd "$root_folder/build/$preset"
ctest --output-on-failure -j "$(nproc)" | tee ../test.log
step "all tests passed"
