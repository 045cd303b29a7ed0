#!/usr/bin/env bash
# Brings .ts files up to date with the words in the sources: new ones stand there unfinished, those that are gone are
# dropped. Without files: all of this folder.
#   translations/update.sh [FILE.ts...]
set -euo pipefail
files=()
for file in "$@"; do files+=("$(realpath "$file")"); done
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ ${#files[@]} -gt 0 ] || files=(translations/kinelens_*.ts)

# Headers are found by their path from the root. The core knows no Qt: it marks the texts of its options for the window.
"$(qtpaths6 --query QT_INSTALL_BINS)/lupdate" -silent -I . -locations none -no-obsolete \
    -tr-function-alias QT_TRANSLATE_NOOP+=KINELENS_TEXT \
    ui viz app/desktop core/options core/import core/export core/synthesis -ts "${files[@]}"
