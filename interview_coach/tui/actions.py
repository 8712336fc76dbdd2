"""The one table of what keys do: bindings, hint lines, help, palette and docs/keys.md are made from it."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType

from interview_coach.tui.stage import Stage


class Where(StrEnum):
    """Where a key holds; the values are the headings of the help screen."""

    EVERYWHERE = "Everywhere"
    TODAY = "Today"
    PRACTICE = "Practice"
    SUMMARY = "Summary"
    NOTES = "Notes that need a look"
    WEAK = "Weak answers"
    PROGRESS = "Progress"
    LIBRARY = "Library"
    CARDS = "Library: cards"
    SEARCH = "Library: search"
    MATCHES = "Library: texts that were edited"
    LINK = "Library: which text a card has now"
    NOTE = "Library: a note"
    INTERVIEWS = "Interviews"
    INTERVIEW_FORM = "Interviews: what one is"
    INTERVIEW_SKILLS = "Interviews: the skills of one"
    COVERAGE = "Coverage"
    MOCK_SETUP = "Mock interview: before it"
    MOCK_SKILLS = "Mock interview: its skills"
    MOCK = "Mock interview"
    MOCK_RESUME = "Mock interview: one that was left"
    MOCK_DEBRIEF = "Mock interview: the debrief"
    MOCK_REPORT = "Mock interview: the report"
    MOCK_PAST = "Mock interviews that were sat"
    BRIEF = "The day before"
    HELP = "Help"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do: `keys` and `do` are Textual's names of keys and of an action.

    `stage` is when the hint line names it, with `label`; `help` stands on the help screen, in the palette and
    in docs/keys.md.
    """

    keys: tuple[str, ...]
    do: str
    label: str
    help: str
    where: Where
    stage: Stage

    @property
    def id(self) -> str:
        """Its name in the whole table: the screen and what it does there."""
        return f"{self.where.name.lower()}.{self.do}"


def _on(where: Where, *rows: tuple[str, str, str, str, Stage]) -> tuple[Action, ...]:
    """The actions of one screen from rows of keys, action, label, help and stage."""
    return tuple(
        Action(tuple(keys.split()), do, label, says, where, stage) for keys, do, label, says, stage in rows
    )


_ALWAYS, _NEVER = Stage.ALWAYS, Stage.NEVER
_ASKED, _SPEAKING, _SHOWN = Stage.ASKED, Stage.SPEAKING, Stage.SHOWN
_AT_REST = Stage.ASKED | Stage.SHOWN
_AT_ALL = Stage.ASKED | Stage.SPEAKING

# What is done to the card at the cursor, wherever the library lists cards.
_WITH_A_CARD = (
    ("s", "suspend", "suspend", "Suspend the card, or take it back in", _ALWAYS),
    ("f", "flag", "flag", "Flag the card as one to work on, or unflag it", _ALWAYS),
    ("x", "reset", "learn anew", "Learn the card anew, as if never seen; u takes it back", _ALWAYS),
    ("n", "note", "note", "Show the note, at the card's line", _ALWAYS),
    ("e", "edit", "edit", "Open the note in your editor at the card's line, then read it again", _ALWAYS),
    ("t", "take_apart", "take apart", "Take the card apart from the text that it was matched with", _ALWAYS),
    ("r", "relink", "relink", "Say which text a card has now that is not in its note any more", _ALWAYS),
    ("u", "undo", "undo", "Take back the last thing done in the library", _ALWAYS),
    ("tab", "detail", "scroll", "Into what stands beside the list, to scroll it, and back", _ALWAYS),
)

ACTIONS = (
    *_on(
        Where.TODAY,
        ("enter space", "start", "start", "Start today's practice", _ALWAYS),
        ("m", "mock", "mock", "Sit a mock interview against the clock", _ALWAYS),
        ("a", "more_new", "more new", "Take five more new cards, over the day's limit", _ALWAYS),
        (
            "n",
            "notes",
            "notes to look at",
            "List the notes in which something is odd, with the remedies",
            _ALWAYS,
        ),
        ("u", "undo", "undo", "Take back the last step, and go on from there", _ALWAYS),
        ("w", "weak", "weak", "List the answers that need work, and drill them", _ALWAYS),
        ("l", "library", "library", "Look through skills and cards, and search them", _ALWAYS),
        ("p", "progress", "progress", "Show what practice has come to", _ALWAYS),
        ("i", "interviews", "interviews", "The interviews to come, and the skills they ask for", _ALWAYS),
        ("b", "brief", "brief", "What to read the day before an interview", _ALWAYS),
        ("c", "coverage", "coverage", "Which question has which story, and what is missing", _ALWAYS),
        ("r", "sync", "read notes again", "Read the notes again", _ALWAYS),
        ("q", "leave", "quit", "Leave the program", _ALWAYS),
    ),
    *_on(
        Where.PRACTICE,
        (
            "space",
            "go",
            "go on",
            "Begin the answer; mark where its next part begins; tick a point. Show it, on other cards",
            _NEVER,
        ),
        (
            "enter ctrl+s",
            "done",
            "done",
            "End the answer, or show the note's without giving one; ctrl+s from a box too",
            _NEVER,
        ),
        ("w", "way", "another way", "Another way to answer: speak, four boxes, free text, in the head", _NEVER),
        ("a tab", "answer_box", "write", "Write an answer, if you like; tab or escape leaves the box", _NEVER),
        ("h", "hint", "hint", "Uncover one more number; it is recorded as a hint", _ASKED | _SPEAKING),
        ("backspace", "take_back", "take back", "While you speak: take the last mark back", _NEVER),
        (
            "1",
            "digit(1)",
            "Again",
            "Again: it did not come. Before that 1 to 5 predict; in the rubric, grade",
            _NEVER,
        ),
        ("2", "digit(2)", "Hard", "Hard: it came, with effort; this is a pass", _NEVER),
        ("3", "digit(3)", "Good", "Good: it came", _NEVER),
        ("4", "digit(4)", "Easy", "Easy: it came at once", _NEVER),
        ("5", "digit(5)", "5", "The best that a prediction or a line of the rubric can be", _NEVER),
        ("x", "tick", "tick", "Tick a point that you said, or untick it, and go to the next", _SHOWN),
        ("up k", "move(-1)", "above", "The point above, or the line; before the answer, scroll up", _NEVER),
        ("down j", "move(1)", "below", "The point below, or the line; before the answer, scroll down", _NEVER),
        (
            "g",
            "rubric",
            "rubric",
            "Grade an answer line by line, if you like; g goes back to the ticks",
            _SHOWN,
        ),
        ("r", "redo", "redo", "Answer the same question again at once", _SHOWN),
        ("d", "detail", "details", "How each fact was obtained, and what is usual", _SHOWN),
        ("n", "onward", "on", "From the ticks to the rubric, and back; no, where something is asked", _NEVER),
        ("y", "yes", "yes", "Yes, where something is asked", _NEVER),
        ("t", "keep", "keep words", "Keep the words of your answers, in data/, or keep them no more", _NEVER),
        ("u", "undo", "undo", "Take back the last rating or other step, as often as you like", _AT_REST),
        (
            "e",
            "edit",
            "edit",
            "Open the note in your editor at the card's line, then read it again",
            _AT_REST,
        ),
        ("s", "suspend", "suspend", "Suspend: the card comes up no more", _AT_REST),
        ("f", "flag", "flag", "Flag the card as one to work on, or unflag it", _AT_REST),
        ("b", "bury", "tomorrow", "Put the card off till tomorrow", _AT_REST),
        ("escape", "leave_box", "leave", "Leave the answer: a box keeps its text, the clock stops", _SPEAKING),
        ("q", "leave", "finish", "End the sitting; all of it is saved already", _ALWAYS),
    ),
    *_on(
        Where.SUMMARY,
        ("enter escape", "today", "Today", "Back to Today", _ALWAYS),
        ("m a n", "more", "more now", "Go on with what today still holds", _ALWAYS),
        ("u", "undo", "undo", "Take back the last step, and go on from there", _ALWAYS),
        ("q", "leave", "quit", "Leave the program", _ALWAYS),
    ),
    *_on(
        Where.NOTES,
        ("enter e", "edit", "open in editor", "Open the note in your editor at that line", _ALWAYS),
        ("r", "sync", "read again", "Read the notes again", _ALWAYS),
        ("q escape", "leave", "back", "Back to Today", _ALWAYS),
    ),
    *_on(
        Where.WEAK,
        ("enter", "drill", "drill", "Drill the answer at what it is weak in", _ALWAYS),
        ("1", "drill_at(1)", "the numbers", "Drill the numbers only", _NEVER),
        ("2", "drill_at(2)", "the opener", "Drill the beginning: which story, in ten seconds", _NEVER),
        ("3", "drill_at(3)", "the Result", "Drill the Result only", _NEVER),
        ("4", "drill_at(4)", "thirty seconds", "Drill the same answer in thirty seconds", _NEVER),
        ("5", "drill_at(5)", "the whole", "Drill the whole answer", _NEVER),
        ("6", "drill_at(6)", "the ladder", "Drill the whole answer in 2:00, then 1:00, then 0:30", _NEVER),
        ("f", "flag", "flag", "Flag the answer as one to work on, or unflag it", _ALWAYS),
        ("e", "edit", "edit", "Open the note in your editor at the answer's line, then read it again", _ALWAYS),
        ("s", "skill", "skill", "Only the answers of one skill, then of the next, then all", _ALWAYS),
        ("r", "reason", "reason", "Only the answers weak for one reason, then for the next, then all", _ALWAYS),
        ("tab", "detail", "scroll", "Into what stands beside the list, to scroll it, and back", _ALWAYS),
        ("u", "undo", "undo", "Take back what was done here last: a flag, or the rating of a drill", _ALWAYS),
        ("q escape", "leave", "back", "Back to Today", _ALWAYS),
    ),
    *_on(
        Where.PROGRESS,
        ("tab right", "turn(1)", "next", "The next section", _ALWAYS),
        ("shift+tab left", "turn(-1)", "before", "The section before", _NEVER),
        ("1", "section(1)", "Days", "Study days, the streak, time spent", _NEVER),
        ("2", "section(2)", "Recall", "How much came of what was tried, against the target", _NEVER),
        ("3", "section(3)", "Ahead", "What the next 30 days bring", _NEVER),
        ("4", "section(4)", "Skills", "How ready each skill is", _NEVER),
        ("5", "section(5)", "Mocks", "Mock interviews over time", _NEVER),
        ("6", "section(6)", "Judgement", "Your predictions against your grades", _NEVER),
        ("q escape", "leave", "back", "Back to Today", _ALWAYS),
    ),
    *_on(
        Where.LIBRARY,
        ("enter", "cards", "its cards", "List the skill's cards", _ALWAYS),
        ("slash", "search", "search", "Search skills, questions, answers and notes as you type", _ALWAYS),
        ("a", "every", "all cards", "List the cards of all skills", _ALWAYS),
        ("o", "order", "order", "The least ready skills first, or by their names", _ALWAYS),
        ("n", "note", "note", "Show the note", _ALWAYS),
        ("e", "edit", "edit", "Open the note in your editor, then read it again", _ALWAYS),
        ("c", "coverage", "coverage", "Which question has which story, and what is missing", _ALWAYS),
        ("m", "matches", "edited texts", "List the cards that go on under an edited text", _ALWAYS),
        ("u", "undo", "undo", "Take back the last thing done in the library", _ALWAYS),
        ("q escape", "leave", "back", "Back to Today", _ALWAYS),
    ),
    *_on(
        Where.CARDS,
        ("enter", "open", "open", "The card over the whole width; again, back to the list", _ALWAYS),
        *_WITH_A_CARD,
        ("v", "which", "which", "All cards, then those due, new, suspended, flagged, missing", _ALWAYS),
        ("slash", "search", "search", "Search skills, questions, answers and notes as you type", _ALWAYS),
        ("q escape", "leave", "back", "Back to the list, then to the skills", _ALWAYS),
    ),
    *_on(
        Where.SEARCH,
        ("enter", "open", "open", "The card over the whole width; again, back to the list", _ALWAYS),
        ("slash", "search", "search", "Back into the box; tab, enter or escape leaves it", _ALWAYS),
        *_WITH_A_CARD,
        ("escape", "leave_box", "back", "Out of the box, then back to the library", _NEVER),
        ("q", "leave", "back", "Back to the list, then to the library", _ALWAYS),
    ),
    *_on(
        Where.MATCHES,
        ("t enter", "take_apart", "take apart", "Make two cards of it again", _ALWAYS),
        ("n", "note", "note", "Show the note that has the text now", _ALWAYS),
        ("tab", "detail", "scroll", "Into what stands beside the list, to scroll it, and back", _ALWAYS),
        ("u", "undo", "undo", "Take back what was taken apart here last", _ALWAYS),
        ("q escape", "leave", "back", "Back to the library", _ALWAYS),
    ),
    *_on(
        Where.LINK,
        ("enter", "choose", "this one", "The card's history goes on under this text", _ALWAYS),
        ("tab", "detail", "scroll", "Into what stands beside the list, to scroll it, and back", _ALWAYS),
        ("q escape", "leave", "back", "Back, and nothing is linked", _ALWAYS),
    ),
    *_on(
        Where.NOTE,
        ("e enter", "edit", "open in editor", "Open the note in your editor, then read it again", _ALWAYS),
        ("q escape n", "leave", "back", "Back to where you were", _ALWAYS),
    ),
    *_on(
        Where.INTERVIEWS,
        ("enter", "skills", "skills", "Which skills it asks for and why; add some, take some out", _ALWAYS),
        ("a", "add", "add", "Note an interview", _ALWAYS),
        ("e", "edit", "edit", "Change its name, its date, its job description", _ALWAYS),
        ("b", "brief", "brief", "What to read the day before it", _ALWAYS),
        ("m", "mock", "mock", "Sit a mock interview about it", _ALWAYS),
        ("p", "cram", "cram", "Cram its skills now; the schedule stays as it is", _ALWAYS),
        ("d", "remove", "remove", "Remove it; u brings it back", _ALWAYS),
        ("u", "undo", "undo", "Take back the last change to an interview; once more, and it is back", _ALWAYS),
        ("tab", "detail", "scroll", "Into what stands beside the list, to scroll it, and back", _ALWAYS),
        ("q escape", "leave", "back", "Back to Today", _ALWAYS),
    ),
    *_on(
        Where.INTERVIEW_FORM,
        ("ctrl+s", "keep", "keep", "Keep the interview", _ALWAYS),
        ("tab", "next", "next line", "To the next line", _ALWAYS),
        ("escape", "leave_box", "leave", "Leave; where something was written, pressed twice", _ALWAYS),
        ("q", "leave", "leave", "Leave, where no line has the keys", _NEVER),
    ),
    *_on(
        Where.INTERVIEW_SKILLS,
        ("space x", "tick", "in or out", "Add the skill to the interview, or take it out", _ALWAYS),
        ("a", "every", "all", "It is about all skills; none is ticked then", _ALWAYS),
        ("s", "suggested", "as described", "Tick what the job description asks for, and nothing else", _ALWAYS),
        ("u", "undo", "undo", "Take back the last change; once more, and it is back", _ALWAYS),
        ("tab", "detail", "scroll", "Into what stands beside the list, to scroll it, and back", _ALWAYS),
        ("q escape enter", "leave", "back", "Back to the interviews", _ALWAYS),
    ),
    *_on(
        Where.COVERAGE,
        ("enter e", "edit", "edit", "Open the note in your editor at that line", _ALWAYS),
        ("right", "turn(1)", "next", "What is missing, then the questions, then the stories", _ALWAYS),
        ("left", "turn(-1)", "before", "The section before", _NEVER),
        ("1", "section(1)", "Missing", "What is missing, in words", _NEVER),
        ("2", "section(2)", "Questions", "The questions, each with its stories", _NEVER),
        ("3", "section(3)", "Stories", "The stories, each with its questions", _NEVER),
        ("n", "note", "note", "Show the note at that line", _ALWAYS),
        ("tab", "detail", "scroll", "Into what stands beneath the list, to scroll it, and back", _ALWAYS),
        ("r", "sync", "read again", "Read the notes again", _ALWAYS),
        ("q escape", "leave", "back", "Back to where you were", _ALWAYS),
    ),
    *_on(
        Where.MOCK_SETUP,
        (
            "enter",
            "begin",
            "begin",
            "Begin with what is chosen, which is what was chosen the last time",
            _ALWAYS,
        ),
        (
            "right space",
            "change(1)",
            "change",
            "The next choice in the line; the digits type a number of your own",
            _ALWAYS,
        ),
        ("left", "change(-1)", "change", "The choice before", _NEVER),
        ("backspace", "rub_out", "rub out", "Rub out the last digit of a number that you type", _NEVER),
        ("s", "skills", "skills", "Choose skills one by one, or those of an interview to come", _ALWAYS),
        ("p", "past", "past interviews", "List the mock interviews that were sat", _ALWAYS),
        ("x", "left_out", "left out", "List the questions that cannot be asked, and why", _ALWAYS),
        ("q escape", "leave", "back", "Back to Today", _ALWAYS),
    ),
    *_on(
        Where.MOCK_SKILLS,
        (
            "space x",
            "tick",
            "tick",
            "Tick a skill or untick it; an interview ticks its own and no others",
            _ALWAYS,
        ),
        ("a", "every", "all", "Ask about all skills", _ALWAYS),
        ("enter q escape", "leave", "done", "Back, with what is ticked; nothing ticked means all", _ALWAYS),
    ),
    *_on(
        Where.MOCK,
        (
            "space",
            "go",
            "go on",
            "Begin the answer; while you speak, mark where its next part begins; go back into the box",
            _NEVER,
        ),
        ("enter ctrl+s", "done", "done", "End the answer, or begin it; ctrl+s from a box too", _NEVER),
        (
            "w",
            "way",
            "another way",
            "Another way to answer, before it has begun: speak, four boxes, free text",
            _ASKED,
        ),
        ("p", "pause", "pause", "The clock stands still, or runs on", _AT_ALL),
        ("b", "back", "back to think", "Back to thinking, for as long as is left of it", _SPEAKING),
        ("s", "skip", "skip", "Go on without an answer; it asks first", _AT_ALL),
        ("backspace", "take_back", "take back", "While you speak: take the last mark back", _NEVER),
        (
            "escape",
            "leave_box",
            "leave the box",
            "Out of the box, so that the other keys work; the clock runs on",
            _NEVER,
        ),
        ("y", "yes", "yes", "Yes, where something is asked", _NEVER),
        ("n", "no", "no", "No, where something is asked", _NEVER),
        ("e", "end", "end", "Where leaving is asked: no more questions, and on to the debrief", _NEVER),
        ("q", "leave", "leave", "Leave, to be gone on with later; all of it is saved", _ALWAYS),
    ),
    *_on(
        Where.MOCK_RESUME,
        ("enter space", "resume", "go on", "Go on at the very question, with the time used", _ALWAYS),
        ("e", "end", "end it", "End that interview; what was answered is kept", _ALWAYS),
        ("q escape", "leave", "not now", "Leave it for later", _ALWAYS),
    ),
    *_on(
        Where.MOCK_DEBRIEF,
        ("enter ctrl+s", "done", "go on", "On: past the prediction, to the rubric, to the next answer", _NEVER),
        ("1", "digit(1)", "1", "Predict or grade, from 1 to 5", _NEVER),
        ("2", "digit(2)", "2", "Predict or grade 2", _NEVER),
        ("3", "digit(3)", "3", "Predict or grade 3", _NEVER),
        ("4", "digit(4)", "4", "Predict or grade 4", _NEVER),
        ("5", "digit(5)", "5", "Predict or grade 5", _NEVER),
        ("space x", "tick", "tick", "Tick a point that you said, or untick it, and go to the next", _SHOWN),
        ("up k", "move(-1)", "above", "The point above, or the line of the rubric", _NEVER),
        ("down j", "move(1)", "below", "The point below, or the line of the rubric", _NEVER),
        ("g", "rubric", "rubric", "Grade line by line; g goes back to the ticks", _SHOWN),
        ("d", "detail", "details", "How each fact was obtained, and what is usual", _SHOWN),
        ("t", "keep", "keep words", "Keep the words of your answers, in data/, or keep them no more", _NEVER),
        ("y", "yes", "yes", "Yes, where something is asked", _NEVER),
        ("n escape", "no", "no", "No, where something is asked", _NEVER),
        ("e", "end", "to the report", "Go through no more of them; asks first", _ALWAYS),
        ("q", "leave", "later", "Leave the rest for later; all of it is saved", _ALWAYS),
    ),
    *_on(
        Where.MOCK_REPORT,
        (
            "s",
            "send",
            "send weak ones",
            "Send the weak answers to today's practice, or take them back",
            _ALWAYS,
        ),
        ("o", "open", "open the file", "Write the report as Markdown, and open it in your editor", _ALWAYS),
        ("a", "again", "sit it again", "Sit the same questions again, by the same seed", _ALWAYS),
        ("p", "past", "past interviews", "List the mock interviews that were sat", _ALWAYS),
        ("enter q escape", "leave", "back", "Back", _ALWAYS),
    ),
    *_on(
        Where.MOCK_PAST,
        ("enter", "open", "report", "Open the report again", _ALWAYS),
        ("a", "again", "sit it again", "Sit the same questions again, by the same seed", _ALWAYS),
        ("q escape", "leave", "back", "Back", _ALWAYS),
    ),
    *_on(
        Where.BRIEF,
        ("right space", "change(1)", "next", "The next interview, or skill", _ALWAYS),
        ("left", "change(-1)", "before", "The one before", _NEVER),
        ("s", "skills", "skills", "Choose a set of skills", _ALWAYS),
        ("m", "mock", "mock interview", "Sit a mock interview about it", _ALWAYS),
        ("q escape enter", "leave", "back", "Back to Today", _ALWAYS),
    ),
    *_on(Where.HELP, ("q escape question_mark", "leave", "back", "Back to where you were", _ALWAYS)),
    *_on(
        Where.EVERYWHERE,
        ("j down", "screen.scroll(1)", "scroll", "A line down", _NEVER),
        ("k up", "screen.scroll(-1)", "scroll", "A line up", _NEVER),
        ("pagedown", "screen.scroll_page(1)", "page", "A page down", _NEVER),
        ("pageup", "screen.scroll_page(-1)", "page", "A page up", _NEVER),
        ("ctrl+p", "command_palette", "commands", "Everything by its name, and the themes", _NEVER),
        ("question_mark", "help", "help", "What the keys do, and how it works", _ALWAYS),
        ("ctrl+q", "quit", "quit", "Leave the program", _NEVER),
        (
            "ctrl+z",
            "suspend_process",
            "to the shell",
            "Back to the shell for a while; fg comes back here",
            _NEVER,
        ),
    ),
)

_SHOWN_AS = {
    "question_mark": "?",
    "slash": "/",
    "pagedown": "page down",
    "pageup": "page up",
    "escape": "esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def actions_of(where: Where) -> tuple[Action, ...]:
    """The actions of one screen, in the table's order."""
    return tuple(action for action in ACTIONS if action.where is where)


def bindings_of(where: Where) -> list[BindingType]:
    """Textual's bindings for one screen."""
    return [
        Binding(",".join(action.keys), action.do, action.label, show=False, id=action.id)
        for action in actions_of(where)
    ]


def hints_of(where: Where, stage: Stage = Stage.ALWAYS, without: Collection[str] = ()) -> list[Action]:
    """What the hint line of a screen names, in order: the rarest last, then how to leave, then help."""
    now = stage.value  # flags themselves are slow to combine, and this is asked for with every card
    chosen = [action for action in actions_of(where) if action.do not in without and action.stage.value & now]
    if where is Where.HELP:
        return chosen
    return [*chosen, *(action for action in actions_of(Where.EVERYWHERE) if action.stage.value & now)]


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
    for where in (*(each for each in Where if each is not Where.EVERYWHERE), Where.EVERYWHERE):
        lines += ["", f"## {where.value}", "", "| keys | what they do |", "|---|---|"]
        lines += [f"| {keys_of(action)} | {action.help} |" for action in actions_of(where)]
    return "\n".join(lines) + "\n"
