"""The process that fits: histories on its standard input, what it is at and what it found on its output.

The package that fits holds Python's lock for as long as it computes, and could take a program down with it.
"""

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict


def main() -> None:
    """Reads one JSON object and writes a line of JSON for each stage, the last with the fit."""
    from interview_coach.recall.fitting import fit

    with suppress(OSError):
        os.nice(10)
    given = json.load(sys.stdin)
    found = fit(given["histories"], given["current"], lambda stage: _tell({"stage": stage}))
    _tell({"fit": asdict(found)})


def _tell(what: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
