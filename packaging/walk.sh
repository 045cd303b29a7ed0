#!/usr/bin/env bash
# Walks through the window at random, the same way for one seed, while a training runs: modes, docks, sizes, files, keys,
# buttons, undo, restarts, on three screens. What is out of place, cut or gone is told, with pictures in build/walk/.
#   packaging/walk.sh [--seed N] [--seconds S] [--language L] [--screen WxH[@SCALE]]... [--preset NAME] [--no-install]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

seed=1
seconds=180
language=en
screens=()
rest=()
while [ $# -gt 0 ]; do
    case "$1" in
    --seed | --seconds | --language | --screen)
        [ $# -ge 2 ] || die "$1 needs a value."
        case "$1" in
        --seed) seed=$2 ;;
        --seconds) seconds=$2 ;;
        --language) language=$2 ;;
        --screen) screens+=("$2") ;;
        esac
        shift
        ;;
    *) rest+=("$1") ;;
    esac
    shift
done
read_arguments "${rest[@]+"${rest[@]}"}"
preset=${preset:-release}
[ ${#screens[@]} -gt 0 ] || screens=(1280x720 1440x900 1440x900@2)

prepare_preset core desktop tests
configure_and_build "$preset" kinelens_walk kinelens-cli
programs="$root_folder/build/$preset"

walk="$root_folder/build/walk"
rm -rf "$walk"
mkdir -p "$walk"
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(mktemp -d)}"
cli="$programs/bin/kinelens-cli"
"$cli" synthesize --sequences 12 --output "$walk/trimmed.h5" --quiet
"$cli" synthesize --sequences 4 --untrimmed --output "$walk/untrimmed.h5" --quiet
head -c 2000 "$walk/trimmed.h5" >"$walk/torn.h5"
printf '0 0 0\n' >"$walk/S001C001P001R001A001.skeleton"

failed=0
for screen in "${screens[@]}"; do
    size=${screen%@*}
    scale=1
    [[ $screen == *@* ]] && scale=${screen#*@}
    step "walk: seed $seed, $size at scale $scale, $seconds s"
    pixels="$((${size%x*} * scale))x$((${size#*x} * scale))x24"
    # One that hangs is a fault; xvfb-run's own trouble in putting its files away is none: the walk's last line decides.
    QT_SCALE_FACTOR=$scale timeout $((seconds + 300)) xvfb-run -a -s "-screen 0 $pixels" "$programs/tests/walk" \
        --seed "$seed" --seconds "$seconds" --language "$language" --pictures "$walk/$screen" --open "$walk/trimmed.h5" \
        --open "$walk/untrimmed.h5" --open "$walk/torn.h5" --open "$walk/S001C001P001R001A001.skeleton" \
        >"$walk/$screen.txt" 2>"$walk/$screen.log" || true
    cat "$walk/$screen.txt"
    grep -q ' 0 faults$' "$walk/$screen.txt" && continue
    failed=1
    grep -q 'faults$' "$walk/$screen.txt" || tail -n 40 "$walk/$screen.log" # it fell or hung
done
[ $failed = 0 ] || die "the window does not hold together; pictures and logs are in build/walk."
step "walk: the window holds together"
