#!/bin/sh
# Makes .venv and installs the project into it, unless that is done already.
#   sh scripts/environment.sh runtime|dev
# PYTHON names the interpreter to use; without it the first that runs and is new enough is taken.
# The stamp holds what was installed from, and where: changed dependencies and a moved folder install
# again. A run that was cut short leaves `installing` behind, and pip cannot tell a half-written package
# from a whole one, so the next run starts with a new .venv.
set -eu
cd "$(dirname "$0")/.."
. scripts/python.sh

wanted=$1
venv=.venv
here=$(pwd)

inputs() { # the tools' own settings, at the end of pyproject.toml, install nothing
    echo "$here"
    sed '/^\[tool\./,$d' pyproject.toml
    cat constraints.txt
}

installed() { # the stamp says that this much is there, from these very files, in this very place
    [ -x $venv/bin/python ] && inputs | cmp -s - "$venv/$1.installed"
}

sound() { # .venv can be installed into as it is; one made by hand has no `place`
    [ ! -e $venv/installing ] &&
        { [ ! -e $venv/place ] || [ "$(cat $venv/place)" = "$here" ]; } &&
        usable $venv/bin/python && $venv/bin/python -c 'import pip' 2>/dev/null
}

as_asked() { # no interpreter was asked for, or .venv has the same version
    [ -z "${PYTHON:-}" ] || [ "$(version_of "$PYTHON")" = "$(version_of $venv/bin/python)" ]
}

running() { # a process with this number is at work; one that has ended but was not collected is not
    kill -0 "$1" 2>/dev/null || return 1
    case $(ps -o stat= -p "$1" 2>/dev/null) in Z*) return 1 ;; esac
}

if as_asked && { installed "$wanted" || installed dev; }; then
    exit 0
fi

if [ -e $venv/installing ] && running "$(cat $venv/installing)"; then
    fail "another make (process $(cat $venv/installing)) is installing into $venv" \
        "wait until it is done; if there is none, remove $venv"
fi

if ! sound || ! as_asked; then
    python=$(find_python)
    echo "Making $venv with $("$python" --version) ..." >&2
    rm -rf $venv
    mkdir $venv
    echo $$ >$venv/installing
    "$python" -m venv $venv
fi

echo $$ >$venv/installing
trap 'exit 130' INT TERM HUP
echo "$here" >$venv/place
rm -f $venv/*.installed
case $wanted in
    dev) what='.[dev]' ;;
    *) what=. ;;
esac
echo "Installing into $venv; a first time takes about a minute ..." >&2
status=0
$venv/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e "$what" || status=$?
if [ $status -ge 128 ]; then
    exit $status
fi
if [ $status -ne 0 ]; then
    rm -f $venv/installing # pip gave up by itself, and tidied up after itself
    fail "the packages could not be installed" "pip says above what stood in the way; then run make again"
fi
inputs >"$venv/$wanted.installed"
rm -f $venv/installing
