#!/usr/bin/env bash
# Installs what is missing (Debian 12), builds, and opens the workbench on the built-in demo with a pretraining
# going. Without a display the same happens under Xvfb and leaves pictures and a summary in build/demo/.
# With --cuda, and by itself where an NVIDIA driver is found, it builds against a LibTorch for GPUs from PyPI;
# --preset release does not.
#   packaging/run.sh [--cuda | --preset NAME] [--no-install]
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

read_arguments "$@"

if [ -z "$preset" ]; then
    preset=release
    has_nvidia_driver && preset=cuda
fi
prepare_preset core desktop
programs="$root_folder/build/$preset/bin"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    configure_and_build "$preset" kinelens kinelens-cli
    step "opening the workbench on the demo"
    exec "$programs/kinelens" --demo
fi
configure_and_build "$preset" kinelens kinelens-cli kinelens-tour

demo="$root_folder/build/demo"
rm -rf "$demo"
mkdir -p "$demo"
export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-$(mktemp -d)}"
step "no display: the workbench runs under Xvfb"
xvfb-run -a -s "-screen 0 1600x1000x24" "$programs/kinelens-tour" --demo --capture "$demo" \
    --runs "$demo/runs" --data-dir "$demo/data" >"$demo/log.txt" 2>&1 ||
    { tail -n 20 "$demo/log.txt" >&2; die "the workbench ended badly; its log is build/demo/log.txt."; }
step "pictures and the run's summary are in build/demo:"
ls "$demo"
