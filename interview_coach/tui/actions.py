"""The one table of what keys do: bindings, hint lines, help, palette and docs/keys.md are made from it."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType


class Where(StrEnum):
    """Where a key holds; the values are the headings of the help screen."""

    EVERYWHERE = "Everywhere"
    TODAY = "Today"
    PRACTICE = "Practice"
    SUMMARY = "Summary"
    NOTES = "Notes that need a look"
    HELP = "Help"


class Stage(StrEnum):
    """When the hint line of a screen names an action: always, never, or at one stage of a card."""

    ALWAYS = "always"
    NEVER = "never"
    ASKED = "asked"  # the prompt is on show
    TYPING = "typing"  # the answer box has the keys
    SHOWN = "shown"  # the answer is on show


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do: `do` is Textual's name of the action, `keys` are Textual's names of keys.

    `label` stands on the hint line, `help` on the help screen. An action is named by its keys alone where
    `label` is short for several actions of the same kind.
    """

    id: str
    keys: tuple[str, ...]
    do: str
    label: str
    help: str
    where: Where
    stage: Stage = Stage.ALWAYS


ACTIONS = (
    Action("start", ("enter", "space"), "start", "practise", "Start today's practice", Where.TODAY),
    Action(
        "more_new",
        ("m",),
        "more_new",
        "more new cards",
        "Take five more new cards, over the day's limit",
        Where.TODAY,
        Stage.NEVER,
    ),
    Action(
        "notes",
        ("n", "p"),
        "notes",
        "notes to look at",
        "List the notes in which something is odd, with the remedies",
        Where.TODAY,
    ),
    Action("sync", ("r",), "sync", "read notes again", "Read the notes again", Where.TODAY),
    Action("leave", ("q",), "leave", "quit", "Leave the program", Where.TODAY),
    Action(
        "reveal",
        ("space",),
        "reveal",
        "show the answer",
        "Show the answer; once it is shown, tick a point and go to the next",
        Where.PRACTICE,
        Stage.NEVER,
    ),
    Action(
        "answer",
        ("a", "tab"),
        "answer_box",
        "write",
        "Go into the answer box, if you like to write; tab leaves it again, as escape does",
        Where.PRACTICE,
        Stage.ASKED,
    ),
    Action(
        "submit",
        ("enter", "ctrl+s", "ctrl+enter"),
        "reveal_now",
        "show the answer",
        "Show the answer; the last two also from inside the answer box",
        Where.PRACTICE,
        Stage.NEVER,
    ),
    Action(
        "hint",
        ("h",),
        "hint",
        "hint",
        "Before the answer: uncover one more number, which is recorded as a hint",
        Where.PRACTICE,
        Stage.ASKED,
    ),
    Action("again", ("1",), "rate(1)", "Again", "It did not come", Where.PRACTICE, Stage.NEVER),
    Action("hard", ("2",), "rate(2)", "Hard", "It came, with effort: a pass", Where.PRACTICE, Stage.NEVER),
    Action("good", ("3",), "rate(3)", "Good", "It came", Where.PRACTICE, Stage.NEVER),
    Action("easy", ("4",), "rate(4)", "Easy", "It came at once", Where.PRACTICE, Stage.NEVER),
    Action(
        "tick",
        ("x",),
        "tick",
        "tick",
        "Tick or untick a point that your answer held, and go to the next",
        Where.PRACTICE,
        Stage.SHOWN,
    ),
    Action("up", ("up",), "move(-1)", "point", "The point above", Where.PRACTICE, Stage.NEVER),
    Action("down", ("down",), "move(1)", "point", "The point below", Where.PRACTICE, Stage.NEVER),
    Action("undo", ("u",), "undo", "undo", "Take back the last rating or other step", Where.PRACTICE),
    Action("suspend", ("s",), "suspend", "suspend", "Take the card out until you take it back", Where.PRACTICE),
    Action("bury", ("b",), "bury", "tomorrow", "Put the card off till tomorrow", Where.PRACTICE),
    Action("flag", ("f",), "flag", "flag", "Flag the card as one to work on, or unflag it", Where.PRACTICE),
    Action("edit", ("e",), "edit", "edit", "Open the note in your editor, at the card's line", Where.PRACTICE),
    Action("scroll_down", ("j",), "scroll(1)", "scroll", "Scroll down a line", Where.PRACTICE, Stage.NEVER),
    Action("scroll_up", ("k",), "scroll(-1)", "scroll", "Scroll up a line", Where.PRACTICE, Stage.NEVER),
    Action(
        "page_down", ("pagedown",), "scroll_page(1)", "page", "Scroll down a page", Where.PRACTICE, Stage.NEVER
    ),
    Action("page_up", ("pageup",), "scroll_page(-1)", "page", "Scroll up a page", Where.PRACTICE, Stage.NEVER),
    Action("finish", ("q",), "leave", "finish", "End the sitting; everything is saved", Where.PRACTICE),
    Action("today", ("enter", "escape"), "today", "back to Today", "Back to Today", Where.SUMMARY),
    Action(
        "more",
        ("m", "n"),
        "more",
        "more now",
        "Go on with what today still holds",
        Where.SUMMARY,
        Stage.NEVER,
    ),
    Action(
        "undo_last",
        ("u",),
        "undo",
        "undo",
        "Take back the last rating or other step, and go on from there",
        Where.SUMMARY,
        Stage.NEVER,
    ),
    Action("quit_done", ("q",), "leave", "quit", "Leave the program", Where.SUMMARY),
    Action("open_note", ("enter", "e"), "edit", "open in editor", "Open the note in your editor", Where.NOTES),
    Action("sync_notes", ("r",), "sync", "read again", "Read the notes again", Where.NOTES),
    Action("close_notes", ("q", "escape"), "leave", "back", "Back to Today", Where.NOTES),
    Action(
        "close_help", ("q", "escape", "question_mark"), "leave", "back", "Back to where you were", Where.HELP
    ),
    Action("help_down", ("j", "down"), "scroll(1)", "scroll", "Scroll down a line", Where.HELP),
    Action("help_up", ("k", "up"), "scroll(-1)", "scroll", "Scroll up a line", Where.HELP, Stage.NEVER),
    Action(
        "help_page_down",
        ("pagedown", "space"),
        "scroll_page(1)",
        "page",
        "Scroll down a page",
        Where.HELP,
        Stage.NEVER,
    ),
    Action("help_page_up", ("pageup",), "scroll_page(-1)", "page", "Scroll up a page", Where.HELP, Stage.NEVER),
    Action("help", ("question_mark",), "help", "help", "What the keys do, and how it works", Where.EVERYWHERE),
    Action(
        "palette",
        ("ctrl+p",),
        "command_palette",
        "commands",
        "Everything by name, and the themes",
        Where.EVERYWHERE,
        Stage.NEVER,
    ),
    Action(
        "quit", ("ctrl+q",), "quit", "quit", "Leave the program from anywhere", Where.EVERYWHERE, Stage.NEVER
    ),
)

_SHOWN_AS = {
    "question_mark": "?",
    "pagedown": "page down",
    "pageup": "page up",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
}


def actions_of(where: Where) -> tuple[Action, ...]:
    """The actions of one screen, in the table's order."""
    return tuple(action for action in ACTIONS if action.where is where)


def bindings_of(where: Where) -> list[BindingType]:
    """Textual's bindings for one screen."""
    return [
        Binding(
            ",".join(action.keys), action.do, action.label, show=False, id=f"{where.name.lower()}.{action.id}"
        )
        for action in actions_of(where)
    ]


def hints_of(where: Where, stage: Stage = Stage.ALWAYS, without: Collection[str] = ()) -> list[Action]:
    """What the hint line of a screen names, in order; help is always the last of it."""
    chosen = [
        action
        for action in actions_of(where)
        if action.stage in (Stage.ALWAYS, stage) and action.id not in without
    ]
    if where is Where.HELP:
        return chosen
    return [*chosen, *(action for action in actions_of(Where.EVERYWHERE) if action.stage is Stage.ALWAYS)]


def hint_of(action: Action) -> tuple[str, str, str]:
    """An action as the hint line has it: its first key, its label, and what a click on it does."""
    owner = "app" if action.where is Where.EVERYWHERE else "screen"
    return key_name(action.keys[0]), action.label, f"{owner}.{action.do}"


def key_name(key: str) -> str:
    """A key as a person would name it."""
    return _SHOWN_AS.get(key, key)


def keys_of(action: Action) -> str:
    """All the keys of an action, as a person would name them."""
    return ", ".join(key_name(key) for key in action.keys)


def keys_page() -> str:
    """docs/keys.md, whole."""
    lines = [
        "# Keys",
        "",
        "Made from the table of actions in `interview_coach/tui/actions.py` by `make docs`. While the answer",
        "box has the keys, plain keys type; tab, ctrl+s, ctrl+p and ctrl+q hold there too.",
    ]
    for where in (Where.TODAY, Where.PRACTICE, Where.SUMMARY, Where.NOTES, Where.HELP, Where.EVERYWHERE):
        lines += ["", f"## {where.value}", "", "| keys | what they do |", "|---|---|"]
        lines += [f"| {keys_of(action)} | {action.help} |" for action in actions_of(where)]
    return "\n".join(lines) + "\n"
