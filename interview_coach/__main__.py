"""`python -m interview_coach` is the same as the `interview-coach` command."""

from interview_coach.cli import main

if __name__ == "__main__":
    main()
