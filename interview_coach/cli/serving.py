"""`serve`: the screens in a browser, on this computer alone unless told otherwise."""

import os
import shlex
import sys
from typing import TYPE_CHECKING

import click

from interview_coach.cli.group import group, meant, workspace_option
from interview_coach.errors import CoachError

if TYPE_CHECKING:
    from interview_coach.workspace import Workspace

LOOPBACK = "127.0.0.1"
WITH_THE_EXTRA = frozenset({"textual_serve", "aiohttp"})  # what the extra "web" brings that is imported first


@group.command("serve")
@click.option("--host", default=LOOPBACK, metavar="ADDRESS", help=f"The address to listen on ({LOOPBACK}).")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, metavar="N", help="The port (8000).")
@workspace_option
@click.pass_context
def serve_command(context: click.Context, host: str, port: int, workspace: str | None) -> None:
    """Open the screens in a browser on this computer. Needs the extra "web".

    Whoever can reach the address can practise as you, and read and change what is kept: a --host other than
    this computer's own is for a network that you trust.
    """
    from interview_coach.cli.output import say, tell

    place = meant(context, workspace)
    if not place.exists and not place.is_users_own:
        raise CoachError(
            f"{place.root}: no workspace here", "interview-coach init makes one, with a sample note in decks/"
        )
    try:
        from interview_coach.web.server import serve
    except ImportError as error:
        if (error.name or "").partition(".")[0] not in WITH_THE_EXTRA:
            raise
        raise CoachError(
            "the browser needs the package textual-serve, which is not installed",
            "install it beside the program: pip install 'interview-coach[web]', or from a checkout"
            " pip install '.[web]'",
        ) from error
    if not _is_loopback(host):
        tell(f"Careful: everyone who can reach {host}:{port} can practise as you and read what is kept.")
    say(f"Open http://{_in_url(host)}:{port} in a browser; ctrl+c here ends it.")
    serve(_command(place), host, port)


def _command(place: "Workspace") -> str:
    """This very program on the same workspace, as a shell takes it."""
    words = [sys.executable, "-m", "interview_coach"]
    if not place.is_users_own:
        words += ["--workspace", os.fspath(place.root)]
    return shlex.join(words)


def _is_loopback(host: str) -> bool:
    from ipaddress import ip_address

    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
