#!/usr/bin/env bash
# Files are compiled in groups (packaging/cmake/KinelensLayer.cmake); each must also stand alone, with all that it
# includes. Checks those that the last commits changed, or with --all every one, which takes some minutes.
#   packaging/alone.sh [--all | --since COMMIT] [--no-install]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
cd "$root_folder"

since=HEAD~10
rest=()
while [ $# -gt 0 ]; do
    case "$1" in
    --all) since= ;;
    --since)
        [ $# -ge 2 ] || die "--since needs a commit."
        since=$2
        shift
        ;;
    *) rest+=("$1") ;;
    esac
    shift
done
read_arguments "${rest[@]+"${rest[@]}"}"
[ "$install" = no ] || install_packages core desktop tests

chosen() {
    if [ -n "$since" ] && git rev-parse --quiet --verify "$since^{commit}" >/dev/null; then
        git diff --name-only --diff-filter=d "$since" -- 'core/*.cpp' 'viz/*.cpp' 'ui/*.cpp' 'app/*.cpp'
    else
        git ls-files 'core/*.cpp' 'viz/*.cpp' 'ui/*.cpp' 'app/*.cpp'
    fi
}

alone="$root_folder/build/alone"
cmake --preset release -B "$alone" -DKINELENS_UNITE=OFF -DKINELENS_USE_CCACHE=OFF -DKINELENS_BUILD_TESTS=OFF \
    >build/configure.log 2>&1 || { tail -n 20 build/configure.log >&2; die "configuring failed; see build/configure.log."; }
files=$(chosen)
step "alone: $(wc -w <<<"$files") files"
if grep -q '/learning/' <<<"$files"; then # they read LibTorch from its precompiled header
    ninja -C "$alone" core/learning/CMakeFiles/kinelens_learning.dir/cmake_pch.hxx.gch >build/alone.log
fi
commands=$(mktemp)
trap 'rm -f "$commands"' EXIT
for file in $files; do # "command": "…c++ … -o x.o -c FILE"
    sed -n "s#^ *\"command\": \"\(.*\) -o [^ ]* -c $root_folder/$file\",\{0,1\}\$#\1 -fsyntax-only $root_folder/$file#p" \
        "$alone/compile_commands.json" | sed 's#\\\(.\)#\1#g' | head -n 1
done | sed "s#^#cd '$alone' \&\& #" >"$commands"
tr '\n' '\0' <"$commands" | xargs -0 -P "$(nproc)" -I '{}' bash -c '{}' >build/alone.log 2>&1 ||
    { grep -m 20 -A 3 'error:' build/alone.log >&2; die "a file does not stand alone; the whole log is build/alone.log."; }
step "alone: every one compiles by itself"
