#!/usr/bin/env bash
# Every reader against mutated files, under the sanitizers: a crash, a hang or undefined behaviour ends it. The seeds are
# the files of FOLDER (or those that the tests' folder of cases holds), one program run for each.
#   packaging/fuzz.sh [--count N] [--seed S] [FOLDER | FILE]...
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

count=10000
seed=1
seeds=()
while [ $# -gt 0 ]; do
    case "$1" in
    --count | --seed)
        [ $# -ge 2 ] || die "$1 needs a value."
        if [ "$1" = --count ]; then count=$2; else seed=$2; fi
        shift
        ;;
    --help)
        sed -n '2,/^[^#]/s/^# *//p' "$0"
        exit 0
        ;;
    *) seeds+=("$1") ;;
    esac
    shift
done
[ ${#seeds[@]} -gt 0 ] || seeds=("$root_folder/../shared/cases")

preset=asan
install=yes
prepare_preset core desktop tests
configure_and_build asan fuzz_import
cd "$root_folder"

failed=0
while IFS= read -r file; do
    # Motion without its skeleton is refused at once.
    beside=()
    for skeleton in "$(dirname "$file")"/*.asf; do [ -f "$skeleton" ] && beside=(--beside "$skeleton"); done
    timeout $((60 + count / 20)) build/asan/tests/fuzz_import --count "$count" --seed "$seed" "${beside[@]}" "$file" ||
        { failed=1; cp /dev/shm/kinelens-fuzz-last "build/fuzz-$(basename "$file")"
          step "$file: a fault; the input is build/fuzz-$(basename "$file")"; }
done < <(find "${seeds[@]}" -type f -size -300k ! -name '*.md' ! -name 'expected.json' ! -name '*.tar.*' | sort)
[ "$failed" = 0 ] || die "a reader did not stand mutated files."
step "no fault"
