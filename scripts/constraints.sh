#!/bin/sh
# Writes constraints.txt anew: the newest versions that pyproject.toml allows, in an environment of its own.
set -eu
cd "$(dirname "$0")/.."
. scripts/python.sh

python=$(find_python)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$python" -m venv "$scratch/venv"
echo "Installing the newest allowed versions into a scratch environment ..." >&2
"$scratch/venv/bin/python" -m pip install --quiet --disable-pip-version-check '.[dev]'
"$scratch/venv/bin/python" -m pip freeze --exclude interview-coach --exclude setuptools >"$scratch/frozen"
{
    grep '^#' constraints.txt
    LC_ALL=C sort -f "$scratch/frozen"
} >"$scratch/constraints.txt"
mv "$scratch/constraints.txt" constraints.txt
git --no-pager diff --stat -- constraints.txt 2>/dev/null || :
