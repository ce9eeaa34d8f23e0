#!/bin/sh
# Make .venv hold what a lock names, and the project itself: sh scripts/environment.sh serve|test|bench [PYTHON]
#
# Each of the three holds the one before it. An environment that does not run, was brought from elsewhere, was cut off
# while it was made, or holds other versions is made anew. Where nothing is to be done, pip is not called.
set -eu
cd "$(dirname "$0")/.."
wanted=$1 python=${2:-python3} venv=.venv

origin() {
    pwd -P
    echo "$python"
    cat locks/*.txt
}

# A link is somebody else's environment: the link goes, what it leads to stays as it is.
as_it_should_be() {
    [ ! -L $venv ] && [ ! -e $venv/.unfinished ] && origin | cmp -s - $venv/.origin && $venv/bin/python -c '' 2> /dev/null
}

stop() {
    echo "$1" >&2
    exit 1
}

# What a program says is held back until it has failed by itself: one that Ctrl+C ends shows a Python traceback.
quietly() {
    said=$("$@" 2>&1) || { echo "$said" >&2; return 1; }
}

pip_install() {
    quietly $venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"
}

trap 'echo >&2; echo "Interrupted. Nothing is broken: the same command goes on." >&2; exit 130' INT

if ! as_it_should_be; then
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null ||
        stop "$python is not there or older than Python 3.11: name another one, as in: make serve PYTHON=python3.12"
    rm -rf $venv
    quietly "$python" -m venv $venv ||
        stop "$python cannot make a virtual environment: install what it lacks (Debian: sudo apt-get install python3-venv)"
    origin > $venv/.origin
fi

cmp -s pyproject.toml "$venv/.installed-$wanted" && exit 0

touch $venv/.unfinished
pip_install --require-hashes --only-binary :all: --requirement "locks/$wanted.txt"
pip_install --no-deps --no-build-isolation --editable .
for each in serve test bench; do
    cmp -s pyproject.toml $venv/.installed-$each || cp pyproject.toml $venv/.installed-$each
    [ $each = "$wanted" ] && break
done
rm $venv/.unfinished
