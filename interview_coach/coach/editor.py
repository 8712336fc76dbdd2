"""Which command opens a note at a line in the person's own editor."""

import shlex
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath

from interview_coach.errors import CoachError

# Tried in this order where neither VISUAL nor EDITOR is set; vi is on every POSIX system.
USUAL = ("nano", "vim", "vi")

_PLUS_LINE = frozenset(
    {"vi", "vim", "nvim", "view", "gvim", "mvim", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "joe"}
)
_GOTO = frozenset({"code", "code-insiders", "codium", "vscodium", "cursor", "windsurf"})
_COLON_WAIT = frozenset({"subl", "sublime_text", "zed", "zeditor"})
_COLON = frozenset({"hx", "helix"})
# These return at once when another window of theirs is open, unless they are told to wait.
_WAITS = {"gvim": "--nofork", "mvim": "--nofork"}


def editor_command(
    environ: Mapping[str, str],
    path: Path,
    line: int,
    find: Callable[[str], str | None] = shutil.which,
) -> list[str]:
    """The words of a command that opens `path` at `line` (from 1) and returns when the person is done.

    VISUAL goes before EDITOR; without either, the first of nano, vim and vi that `find` finds. An editor
    that is not known gets the file alone. Raises CoachError where the variable cannot be read as a command.
    """
    words = _chosen(environ) or [next((name for name in USUAL if find(name)), USUAL[-1])]
    name = PurePath(words[0]).name.removesuffix(".exe").casefold()
    file = str(path)
    place = f"{file}:{max(1, line)}"
    if name in _PLUS_LINE:
        return [*_with(words, _WAITS.get(name)), f"+{max(1, line)}", file]
    if name in _GOTO:
        return [*_with(words, "--wait", "-w"), "-g", place]
    if name in _COLON_WAIT:
        return [*_with(words, "--wait", "-w"), place]
    if name in _COLON:
        return [*words, place]
    return [*words, file]


def _chosen(environ: Mapping[str, str]) -> list[str]:
    for variable in ("VISUAL", "EDITOR"):
        text = environ.get(variable, "").strip()
        if not text:
            continue
        try:
            return shlex.split(text)
        except ValueError as error:
            raise CoachError(
                f"{variable} is {text!r}, which is no command: {error}", f"set it like {variable}='vim -n'"
            ) from error
    return []


def _with(words: list[str], option: str | None, short: str | None = None) -> list[str]:
    """The words with an option, unless it is there already."""
    if option is None or option in words or short in words:
        return words
    return [*words, option]
