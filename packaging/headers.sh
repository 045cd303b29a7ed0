#!/usr/bin/env bash
# Every header that the build read comes with a package of packages.txt or with one that such a package depends on:
# what somebody installed by hand is not on the next machine. After a build.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
cd "$root_folder"

# One package a line; a header that belongs to none stands for itself. CUDA is compiled only where nvcc brought it.
packages_of_headers() {
    ninja -C build/release -t deps | awk '/^[^ ]/ { cuda = $1 ~ /\.cu\.o:$/ } !cuda && $1 ~ /^\// { print $1 }' |
        xargs realpath -m | sort -u |
        grep -v "^$root_folder/" | { xargs dpkg-query -S 2>&1 || true; } |
        sed -n 's#^dpkg-query: no path found matching pattern ##p; t; s#^\([^ /:,]*\)[:,].*#\1#p' | sort -u
}

# Those of packages.txt, with all they depend on.
packages_installed() {
    local named
    named=$(packages_of core desktop tests)
    # shellcheck disable=SC2086
    apt-cache depends --recurse --installed --no-{recommends,suggests,conflicts,breaks,replaces,enhances} $named |
        sed -n 's/^\([^ <:]*\).*/\1/p' | sort -u
}

step "packages of the headers"
packages_of_headers >build/packages-of-headers.txt
packages_installed >build/packages-installed.txt
grep -qx nlohmann-json3-dev build/packages-of-headers.txt || die "build/release tells no headers; was it built?"
missing=$(comm -23 build/packages-of-headers.txt build/packages-installed.txt)
[ -z "$missing" ] || die "headers come from what packages.txt does not install:" $missing
step "packages of the headers: all $(wc -l <build/packages-of-headers.txt) are in packages.txt or come with those"
