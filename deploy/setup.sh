#!/bin/sh
# Prepares this folder once: system packages, .venv from the lock, the three commands.
#
#   deploy/setup.sh            prepare (does nothing when nothing has changed)
#   deploy/setup.sh packages   print the system packages, one line
#
# SIGNPOST_FOR=kiosk   the system packages of a real screen instead of those that tests need
# SIGNPOST_PYTHON=...  use this Python instead of looking for one
# SIGNPOST_WHEELS=...  take Python packages from this folder (filled by `make wheels`), no network
set -eu

cd "$(dirname "$0")/.."
HOUSE=$(pwd)
VENV="$HOUSE/.venv"
STAMP="$VENV/.signpost-ready"

say() { printf '%s\n' "signpost: $*"; }
stop() { printf '%s\n' "signpost: $*" >&2; exit 1; }

listed_packages() {
    awk -v place="${SIGNPOST_FOR:-test}" \
        '!/^#/ && ($2 == "run" || $2 == place) { print $1 }' packages.apt
}

missing_packages() {
    for package in $(listed_packages); do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$state" = installed ] || printf '%s ' "$package"
    done
}

install_packages() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "This is not Debian or Ubuntu. Install yourself what these packages hold:" \
            "$(listed_packages | tr '\n' ' ')"
        return
    fi
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        stop "These system packages are missing. Install them, then run this again:
  sudo apt-get install -y $missing"
    fi
    say "Installing system packages: $missing"
    # A third-party list that cannot be reached must not stop us: what counts is the install.
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null ||
        say "Some package lists could not be refreshed. Trying with what is there."
    # shellcheck disable=SC2086  # a list of names, split on purpose
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        $missing </dev/null >/dev/null ||
        stop "apt-get could not install: $missing. Its own words stand above."
}

fits() {
    "$1" -c '
import sqlite3, sys
import ensurepip, venv
fits = (3, 11) <= sys.version_info[:2] <= (3, 13) and sqlite3.sqlite_version_info >= (3, 37)
sys.exit(0 if fits else 1)' >/dev/null 2>&1
}

find_python() {
    for python in ${SIGNPOST_PYTHON:-python3 python3.11 python3.12 python3.13 /usr/bin/python3}; do
        if fits "$python"; then
            command -v "$python"
            return
        fi
    done
    stop "No Python 3.11, 3.12 or 3.13 with venv was found (Kivy 2.3.1 has no package for others);" \
        "name one with SIGNPOST_PYTHON=/path/to/python make setup"
}

fingerprint() {
    {
        printf '%s %s\n' "$HOUSE" "${SIGNPOST_FOR:-test}"
        cat requirements.lock packages.apt pyproject.toml deploy/setup.sh
    } | sha256sum | cut -d ' ' -f 1
}

pip_install() {
    "$VENV/bin/python" -m pip install --quiet --no-input --disable-pip-version-check "$@"
}

from_where() {
    [ -z "${SIGNPOST_WHEELS:-}" ] || printf '%s\n' "--no-index --find-links $SIGNPOST_WHEELS"
}

install_python_packages() {
    # setuptools comes first, by its hash, so that a package that must be built is built by it
    # and never by something fetched unseen.
    builder="$VENV/.signpost-builder"
    awk '/^[a-z]/ { on = /^setuptools==/ } on' requirements.lock >"$builder"
    for list in "$builder" requirements.lock; do
        # shellcheck disable=SC2046  # two options or none, split on purpose
        pip_install --require-hashes --use-pep517 --no-build-isolation $(from_where) -r "$list" ||
            stop "The Python packages could not be installed (pip's words stand above)." \
                "The network is needed this once, or SIGNPOST_WHEELS=folder."
    done
    rm -f "$builder"
    pip_install --no-deps --no-build-isolation --no-index --editable "$HOUSE" ||
        stop "Signpost itself could not be installed into .venv (pip's words stand above)."
}

isolate_commands() {
    # -I: no variable of the shell and no file beside a program decides what Python loads. A path
    # too long for this line keeps pip's own; the screen then starts itself once more with -I.
    sed -i '1s|^#!\(/.*/python[0-9.]*\)$|#!\1 -I|' "$VENV"/bin/signpost*
}

keep_what_a_kiosk_needs() {
    # No tools of tests, of the office or of Kivy's developers (inspector, console, web debugger).
    beyond=$("$VENV/bin/python" deploy/beyond_kiosk.py)
    # shellcheck disable=SC2086  # a list of names, split on purpose
    "$VENV/bin/python" -m pip uninstall --quiet --yes --disable-pip-version-check $beyond
    find "$VENV"/lib/python3*/site-packages/kivy/modules -name '*.py' ! -name '__init__.py' -delete
    find "$VENV"/lib/python3*/site-packages/kivy -name '__pycache__' -prune -exec rm -rf {} +
    rm -f "$VENV/bin/signpost"
}

prepare() {
    key=$(fingerprint)
    if [ -x "$VENV/bin/python" ] && [ "$(cat "$STAMP" 2>/dev/null)" = "$key" ]; then
        return
    fi
    install_packages
    if ! fits "$VENV/bin/python"; then
        python=$(find_python)
        say "Making .venv with $("$python" --version) ($python)"
        "$python" -m venv --clear "$VENV" || stop "$python could not make .venv."
    fi
    rm -f "$STAMP"
    say "Installing Python packages from requirements.lock, each checked by its hash"
    install_python_packages
    isolate_commands
    [ "${SIGNPOST_FOR:-}" != kiosk ] || keep_what_a_kiosk_needs
    printf '%s\n' "$key" >"$STAMP"
    say "Ready. From here on no network is needed."
}

case "${1:-}" in
    "") prepare ;;
    packages) listed_packages | tr '\n' ' ' && echo ;;
    *) stop "usage: deploy/setup.sh [packages]" ;;
esac
