# Functions shared by run.sh and test.sh: saying steps, installing packages, configuring and building.
# Sourced, not run.

root_folder="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
started_at=$SECONDS
export LC_ALL=C.UTF-8

step() { printf '[%4ds] %s\n' "$((SECONDS - started_at))" "$*"; }

die() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

# read_arguments "$@": sets preset (empty: none was asked for) and install; --help prints the comment that heads
# the script.
read_arguments() {
    preset=
    install=yes
    while [ $# -gt 0 ]; do
        case "$1" in
        --preset)
            [ $# -ge 2 ] || die "--preset needs a name."
            preset=$2
            shift
            ;;
        --cuda) preset=cuda ;;
        --no-install) install=no ;;
        --help)
            sed -n '2,/^[^#]/s/^# *//p' "$0"
            exit 0
            ;;
        *) die "unknown option $1; see --help." ;;
        esac
        shift
    done
}

# Nothing below works with less: packages take 3 GB, the build 1.5 GB.
need_space() {
    local free_mib
    free_mib=$(df --output=avail -m "$root_folder" | tail -n 1)
    [ "$free_mib" -ge "$1" ] || die "only $free_mib MiB are free on the disk of $root_folder, $1 MiB are needed."
}

packages_of() {
    local group
    for group in "$@"; do awk -v group="$group" '$1 == group { print $2 }' "$root_folder/packaging/packages.txt"; done
}

missing_packages() {
    local package
    for package in $(packages_of "$@"); do
        dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || echo "$package"
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "packages are missing and this is neither root nor is sudo there: as root, run apt-get install $missing"
    fi
}

install_packages() {
    command -v dpkg-query >/dev/null || die "this script knows Debian's packages only; see CONTRIBUTING.md for a build by hand."
    missing=$(missing_packages "$@" | tr '\n' ' ')
    if [ -z "$missing" ]; then
        step "packages: all there"
        return
    fi
    need_space 5000
    step "packages: installing $(wc -w <<<"$missing") ($missing)"
    local log
    log=$(mktemp)
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >"$log" 2>&1 ||
        { tail -n 5 "$log" >&2; die "the package lists could not be fetched; is the network there?"; }
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >"$log" 2>&1 ||
        { tail -n 15 "$log" >&2; die "a package could not be installed; the lines above are apt's."; }
    rm -f "$log"
    step "packages: installed"
}

has_nvidia_driver() { [ -e /proc/driver/nvidia/version ] || ldconfig -p | grep -q 'libcuda\.so\.1'; }

# fetch_cuda_torch: the wheels of torch-cuda.txt into build/torch-cuda, which is there whole or not at all.
fetch_cuda_torch() {
    local wanted="$root_folder/packaging/torch-cuda.txt" site="$root_folder/build/torch-cuda" log
    if cmp -s "$wanted" "$site/torch-cuda.txt"; then
        step "LibTorch for NVIDIA GPUs: there"
        return
    fi
    need_space 13000
    step "LibTorch for NVIDIA GPUs: fetching $(grep -c '==' "$wanted") packages from PyPI (3 GB, 6 GB unpacked)"
    log=$(mktemp)
    mkdir -p "$root_folder/build"
    rm -rf "$site" "$site.part"
    python3 -m pip install --quiet --no-compile --no-deps --no-cache-dir --only-binary=:all: \
        --target "$site.part" -r "$wanted" >"$log" 2>&1 ||
        { tail -n 5 "$log" >&2; die "LibTorch for GPUs could not be fetched; the lines above are pip's."; }
    rm -f "$log"
    cp "$wanted" "$site.part/"
    mv "$site.part" "$site"
    step "LibTorch for NVIDIA GPUs: fetched"
}

# prepare_preset GROUP...: packages, and the LibTorch of the preset cuda.
prepare_preset() {
    local groups=("$@")
    [ "$preset" = cuda ] && groups+=(cuda)
    [ "$install" = no ] || install_packages "${groups[@]}"
    [ "$preset" != cuda ] || fetch_cuda_torch
}

# A LibTorch file takes about 1.5 GiB to compile: as many jobs as cores, but no more than memory holds.
build_jobs() {
    local by_memory cores
    by_memory=$(awk '/MemAvailable/ { print int($2 / 1572864) }' /proc/meminfo)
    cores=$(nproc)
    [ "$by_memory" -lt "$cores" ] && cores=$by_memory
    [ "$cores" -lt 1 ] && cores=1
    echo "$cores"
}

# configure_and_build PRESET [TARGET...]: without targets, everything.
configure_and_build() {
    local preset=$1
    shift
    need_space 2000
    mkdir -p "$root_folder/build"
    step "configure: preset $preset"
    (cd "$root_folder" && cmake --preset "$preset" >"build/configure.log" 2>&1) ||
        { tail -n 20 "$root_folder/build/configure.log" >&2; die "configuring failed; the whole log is build/configure.log."; }
    step "build: $(build_jobs) at a time"
    local targets=("$@")
    [ $# = 0 ] || targets=(--target "$@")
    (cd "$root_folder" && cmake --build "build/$preset" -j "$(build_jobs)" "${targets[@]}" >"build/build.log" 2>&1) ||
        { grep -E 'error|FAILED' -A 5 "$root_folder/build/build.log" | head -n 60 >&2
          die "the build failed; the whole log is build/build.log."; }
    step "build: done"
}
