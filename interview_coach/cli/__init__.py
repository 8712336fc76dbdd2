"""The commands. Only a command that opens the screens imports Textual."""

import sys


def main() -> None:
    """What `interview-coach` runs. Exit status: 0 done, 1 problems found, 2 wrong use or unusable input."""
    from interview_coach.cli.commands import group
    from interview_coach.errors import CoachError

    try:
        group.main(prog_name="interview-coach")
    except CoachError as error:
        from interview_coach.cli.output import explain

        explain(error)
        sys.exit(2)
    except BrokenPipeError:
        # The reader (head, less) has gone. Closing standard error keeps the interpreter from complaining.
        sys.stderr.close()
        sys.exit(1)
