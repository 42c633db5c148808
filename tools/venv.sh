#!/bin/sh
# Makes or completes a virtual environment: tools/venv.sh FOLDER LOCKFILE
# A stamp with the lock's hash skips this the next time, also without a network. An interrupted
# installation leaves no stamp and starts over.
set -eu
venv=$1
lock=$2

fitting_python() {
    for candidate in "${PYTHON:-}" python3.13 python3.12 python3.11 python3; do
        [ -n "$candidate" ] || continue
        command -v "$candidate" >/dev/null 2>&1 || continue
        "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null || continue
        echo "$candidate"
        return
    done
}

hash=$(sha256sum "$lock" | cut -c1-16)
stamp="$venv/.installed-$lock-$hash"
[ -f "$stamp" ] && exit 0

if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    python=$(fitting_python)
    if [ -z "$python" ]; then
        echo "Es fehlt Python 3.11, 3.12 oder 3.13. Debian und Ubuntu: apt install python3 python3-venv" >&2
        exit 2
    fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        echo "Es fehlt das Modul venv von $python. Debian und Ubuntu: apt install python3-venv" >&2
        exit 2
    fi
    rm -rf "$venv"
    "$python" -m venv "$venv"
fi

echo "Pakete aus $lock werden installiert (einmalig, etwa eine Minute) ..."
quiet="-q"
[ -t 1 ] && quiet=""
# shellcheck disable=SC2086
if ! "$venv/bin/python" -m pip --disable-pip-version-check install $quiet --require-hashes -r "$lock"; then
    echo "Die Installation ist nicht fertig geworden. Bitte Netz oder Paketquelle (pip config) prüfen und neu starten." >&2
    exit 1
fi
rm -f "$venv/.installed-$lock-"*
: >"$stamp"
