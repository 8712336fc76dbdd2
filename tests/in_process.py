"""Commands run in the process of the test, as the simulated month asks for them."""

from collections.abc import Mapping, Sequence

from click.testing import CliRunner

from interview_coach.cli.commands import group


def by_runner(words: Sequence[str], environ: Mapping[str, str], text: str) -> str:
    """What a command says, which is to go well; `text` is its standard input."""
    done = CliRunner().invoke(group, list(words), input=text, env=dict(environ))
    assert done.exit_code == 0, done.output
    return done.stdout
