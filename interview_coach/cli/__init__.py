"""The commands. Only a command that opens the screens imports Textual."""

import os
import sys
from types import TracebackType

# Beside 0 done, 1 problems found and 2 wrong use or unusable input, which other programs rely on.
FAULT = 70  # of the program itself: EX_SOFTWARE in sysexits.h
INTERRUPTED = 130  # by ctrl+c, as shells say it
READER_GONE = 141  # the other end of a pipe, as shells say it


def main() -> None:
    """What `interview-coach` runs; leaves with one of the exit statuses above."""
    import click

    from interview_coach.cli.commands import group
    from interview_coach.cli.output import ReaderGoneError, explain, prepare_streams, tell_wrong_use
    from interview_coach.errors import CoachError

    sys.excepthook = _fault
    try:
        prepare_streams()
        result = group.main(prog_name="interview-coach", standalone_mode=False)
        status = result if isinstance(result, int) else 0
    except click.ClickException as error:
        tell_wrong_use(error)
        status = 2
    except CoachError as error:
        explain(error)
        status = 2
    except (click.Abort, KeyboardInterrupt):
        status = INTERRUPTED
    except ReaderGoneError:
        status = READER_GONE
    _leave(status)


def _leave(status: int) -> None:
    """Ends the process without a last attempt to write what nobody can take."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    sys.exit(status)


def _fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A fault of the program: told in full, with a status that no finding of a command has."""
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(FAULT)
