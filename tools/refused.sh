#!/bin/sh
# Each line of tools/refused.cpp behind a macro is a mistake; the house stands only while none of them compiles.
set -eu
cd "$(dirname "$0")/.."
compile() { g++ -std=c++20 -fsyntax-only -Wall -Wextra -Werror -Isrc -I"${BUILD_DIR:-build}" "$@" tools/refused.cpp >/dev/null 2>&1; }
compile || { echo "FAILED: tools/refused.cpp does not compile without a mistake"; exit 1; }
passed=0
for mistake in PRINT OTHER_ID OTHER_ACTION FORGE IGNORED NO_ACTION BARE; do
    if compile "-D$mistake"; then echo "FAILED: the mistake $mistake compiles"; exit 1; fi
    passed=$((passed + 1))
done
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
for mistake in 'tr("Vul een naam inn.")' 'tr(sentence)'; do
    echo "auto wrong = $mistake;" > "$work/wrong.cpp"
    if bin/texts --check "$work/wrong.cpp" >/dev/null; then echo "FAILED: the sentence $mistake builds"; exit 1; fi
    passed=$((passed + 1))
done
echo "$passed passed, 0 failed"
