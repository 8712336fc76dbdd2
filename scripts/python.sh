# For scripts to source: which Python to use. PYTHON names one; without it, plain python3 goes first.

fail() { # what is wrong, and the remedy
    printf 'make: %s\n      %s\n' "$1" "$2" >&2
    exit 2
}

version_of() { # "3.12.1", or nothing where it does not run
    "$1" -c 'import platform; print(platform.python_version())' 2>/dev/null || :
}

usable() { # runs at all (a shim may be there for a version that is not), and is new enough
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    found=
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3 python3.14 python3.13 python3.12 python3.11 python
    fi
    for candidate; do
        if usable "$candidate"; then
            found=$candidate
            break
        fi
    done
    if [ -z "$found" ]; then
        fail "no Python 3.11 or newer was found${PYTHON:+ under the name $PYTHON}" \
            "install one (Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python3), or name it: make test PYTHON=/path/to/python3"
    fi
    if ! "$found" -c 'import ensurepip, venv' 2>/dev/null; then
        fail "$found cannot make virtual environments: its venv or ensurepip module is missing" \
            "Debian, Ubuntu: sudo apt install python3-venv (or python$("$found" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv)"
    fi
    echo "$found"
}
