#!/usr/bin/env bash
# How long the tree's files, functions and classes are, and how much of it is tests. Needs a compiler and nothing else.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
mkdir -p "$root_folder/build"
program="$root_folder/build/tree_figures"
c++ -std=c++20 -O1 -I"$root_folder" -DKINELENS_SOURCE_FOLDER="\"$root_folder\"" \
    "$root_folder/tests/architecture/tree_figures.cpp" -o "$program"
"$program"
