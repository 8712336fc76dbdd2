"""The command that opens a note at its line in the person's own editor."""

from pathlib import Path

import pytest

from interview_coach.coach.editor import editor_command
from interview_coach.errors import CoachError

NOTE = Path("/decks/a note's; $(name).md")


def nowhere(name: str) -> None:
    return None


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        ("vim", ["vim", "+7", str(NOTE)]),
        ("nvim -n", ["nvim", "-n", "+7", str(NOTE)]),
        ("/usr/bin/nano", ["/usr/bin/nano", "+7", str(NOTE)]),
        ("emacsclient -t", ["emacsclient", "-t", "+7", str(NOTE)]),
        ("kak", ["kak", "+7", str(NOTE)]),
        ("micro", ["micro", "+7", str(NOTE)]),
        ("gvim", ["gvim", "--nofork", "+7", str(NOTE)]),
        ("hx", ["hx", f"{NOTE}:7"]),
        ("code", ["code", "--wait", "-g", f"{NOTE}:7"]),
        ("code --wait", ["code", "--wait", "-g", f"{NOTE}:7"]),
        ("cursor -w", ["cursor", "-w", "-g", f"{NOTE}:7"]),
        ("'/Applications/My Editors/codium'", ["/Applications/My Editors/codium", "--wait", "-g", f"{NOTE}:7"]),
        ("subl", ["subl", "--wait", f"{NOTE}:7"]),
        ("zed -n", ["zed", "-n", "--wait", f"{NOTE}:7"]),
        ("my-own-editor --flag", ["my-own-editor", "--flag", str(NOTE)]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(chosen: str, expected: list[str]) -> None:
    assert editor_command({"EDITOR": chosen}, NOTE, 7, nowhere) == expected


def test_visual_goes_before_editor_and_an_empty_one_counts_for_nothing() -> None:
    assert editor_command({"VISUAL": "vim", "EDITOR": "nano"}, NOTE, 1, nowhere)[0] == "vim"
    assert editor_command({"VISUAL": " ", "EDITOR": "nano"}, NOTE, 1, nowhere)[0] == "nano"


def test_without_a_choice_the_first_usual_editor_there_is() -> None:
    assert editor_command({}, NOTE, 1, lambda name: f"/bin/{name}")[0] == "nano"
    assert editor_command({}, NOTE, 1, lambda name: "/bin/vim" if name == "vim" else None)[0] == "vim"
    assert editor_command({}, NOTE, 1, nowhere)[0] == "vi"


def test_a_line_before_the_first_is_the_first() -> None:
    assert editor_command({"EDITOR": "vim"}, NOTE, 0, nowhere)[1] == "+1"


def test_a_variable_that_is_no_command_is_named() -> None:
    with pytest.raises(CoachError, match="VISUAL") as raised:
        editor_command({"VISUAL": "vim 'unclosed"}, NOTE, 1, nowhere)
    assert "VISUAL=" in raised.value.hint
