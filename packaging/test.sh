#!/usr/bin/env bash
# Installs what is missing (Debian 12), builds everything and runs every test.
#   packaging/test.sh [--preset NAME] [--no-install]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

preset=release
install=yes
while [ $# -gt 0 ]; do
    case "$1" in
    --preset) preset=${2:?--preset needs a name}; shift ;;
    --no-install) install=no ;;
    --help) sed -n '2,3s/^# *//p' "$0"; exit 0 ;;
    *) die "unknown option $1; see --help." ;;
    esac
    shift
done

[ "$install" = no ] || install_packages core desktop tests
configure_and_build "$preset"

step "tests"
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(mktemp -d)}"
cd "$root_folder/build/$preset"
ctest --output-on-failure -j "$(nproc)"
step "all tests passed"
