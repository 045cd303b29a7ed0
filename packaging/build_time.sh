#!/usr/bin/env bash
# What a build costs without the compiler cache: core-seconds (user + system), seconds by folder and the twenty dearest
# steps. It builds apart from everything else, in build/time. A figure above its limit is a failure: --limit, or the
# project's own (CONTRIBUTING.md). For figures to compare, leave the machine idle.
#   packaging/build_time.sh [--programs | --everything] [--limit CORE-SECONDS] [--preset NAME] [--no-install]
#   packaging/build_time.sh --log build/release      # no build: folders and dearest steps of one that was made
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

what=programs
limit=
log=
rest=()
while [ $# -gt 0 ]; do
    case "$1" in
    --programs) what=programs ;;
    --everything) what=everything ;;
    --limit | --log)
        [ $# -ge 2 ] || die "$1 needs a value."
        if [ "$1" = --limit ]; then limit=$2; else log=$2; fi
        shift
        ;;
    *) rest+=("$1") ;;
    esac
    shift
done
read_arguments "${rest[@]+"${rest[@]}"}"
preset=${preset:-release}

# steps_of FOLDER: "seconds<TAB>output" of the last time that each output was made, from ninja's log.
steps_of() {
    awk -F "\t" 'NR > 1 && $4 !~ /^\/|timestamp$/ { last[$4] = ($2 - $1) / 1000 } END { for (o in last) printf "%.1f\t%s\n", last[o], o }' \
        "$1/.ninja_log"
}

# "core/CMakeFiles/kinelens_data.dir/dataset/x.cpp.o" lies in core/dataset; what CMake and Qt generate lies with its target.
folder_of_outputs() {
    sed -E 's#/CMakeFiles/[^/]*\.dir/#/#; s#^CMakeFiles/[^/]*\.dir/##; s#/[^/\t]*_autogen/[^\t]*$#/(made by Qt)#' |
        awk -F '\t' '{ n = split($2, part, "/"); folder = part[1]; for (i = 2; i < n && i <= 3; i++) folder = folder "/" part[i]
                       sum[folder] += $1; count[folder]++ }
                     END { for (f in sum) printf "%8.0f s %5d steps  %s\n", sum[f], count[f], f }' | sort -rn
}

tell_steps() {
    [ -f "$1/.ninja_log" ] || die "$1 holds no log of ninja; was it built?"
    step "seconds by folder (of one job each; where jobs wait for each other these are more than core-seconds)"
    steps_of "$1" | folder_of_outputs | head -n 45
    step "the twenty dearest steps"
    steps_of "$1" | sort -rn | head -n 20 | awk -F '\t' '{ printf "%8.1f s  %s\n", $1, $2 }'
}

if [ -n "$log" ]; then
    tell_steps "$log"
    exit
fi

targets=()
if [ $what = programs ]; then
    limit=${limit:-1100}
    targets=(--target kinelens kinelens-cli)
    prepare_preset core desktop
else
    limit=${limit:-2000}
    prepare_preset core desktop tests
fi

build="$root_folder/build/time"
rm -rf "$build"
need_space 3000
cd "$root_folder"
cmake --preset "$preset" -B "$build" -DKINELENS_USE_CCACHE=OFF >build/configure.log 2>&1 ||
    { tail -n 20 build/configure.log >&2; die "configuring failed; the whole log is build/configure.log."; }
step "building $what, $(build_jobs) at a time, without the compiler cache"
began=$SECONDS
# Of children that ended and were waited for: the compilers, and those that ran them.
TIMEFORMAT='%U %S'
spent=$({ time cmake --build "$build" -j "$(build_jobs)" "${targets[@]}" >build/build.log 2>&1; } 2>&1) ||
    { grep -E 'error|FAILED' -A 5 build/build.log | head -n 60 >&2; die "the build failed; the whole log is build/build.log."; }
core_seconds=$(awk '{ printf "%.0f", $1 + $2 }' <<<"$spent")
tell_steps "$build"
step "$what: $core_seconds core-seconds, $((SECONDS - began)) s with $(build_jobs) at a time (limit $limit core-seconds)"
[ "$core_seconds" -le "$limit" ] || die "building $what takes $core_seconds core-seconds; the limit is $limit."
