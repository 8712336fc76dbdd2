"""The help screen's body: the keys of the screen it was opened from, and what a new user needs to know."""

from pathlib import Path

from textual.content import Content

from interview_coach.answers.profiles import profile_of
from interview_coach.settings import FILE_NAME, Settings
from interview_coach.tui.actions import Where, actions_of, keys_of
from interview_coach.tui.draw.basics import BLANK, labelled
from interview_coach.tui.draw.clock import lamps, minutes
from interview_coach.workspace import Workspace

COLUMN = 20


def help_lines(where: Where, workspace: Workspace, settings: Settings, width: int) -> list[Content]:
    """The whole body."""
    lines: list[Content] = []
    for place in (where, Where.EVERYWHERE):
        lines += [Content.styled(place.value, "bold $text-primary"), BLANK]
        for action in actions_of(place):
            lines += labelled(keys_of(action), action.help, width, COLUMN)
        lines.append(BLANK)
    lines += [Content.styled("How it works", "bold $text-primary"), BLANK]
    for title, text in _ideas(settings):
        lines += [*labelled(title, text, width, COLUMN), BLANK]
    lines += [Content.styled("Where things are", "bold $text-primary"), BLANK]
    for title, path in _places(workspace):
        lines += labelled(title, str(path), width, COLUMN)
    return lines


def _ideas(settings: Settings) -> tuple[tuple[str, str], ...]:
    hour = f"{settings.rollover_hour:02d}:00"
    profile = profile_of(settings)
    green, yellow, red = (f"{light} at {minutes(begins)}" for light, begins in lamps(profile))
    lights = f"{green}, {yellow}, {red}, overtime at {minutes(profile.overtime)}".capitalize()
    return (
        (
            "The grades",
            "You grade yourself. Again: it did not come. Hard: it came, with effort; this is a pass. Good: it "
            "came. Easy: it came at once. Each key says when the card would come back.",
        ),
        (
            "Say it aloud",
            "Answer before you look: recalling is what makes it stay, said or typed more than thought (d = "
            "0.43, Tauber et al. 2018). w goes through the ways: speak with a clock, four boxes, free text, "
            "in the head.",
        ),
        (
            "The clock",
            f"{lights}, as the lights of Toastmasters' Table Topics. space marks where the next part of the "
            "story begins; what is not marked is not measured. The clock never cuts you off.",
        ),
        (
            "Before you look",
            "Say from 1 to 5 how good it was, if you like. People judge their own interviews badly; what you "
            "predict against what you grade afterwards shows you by how much.",
        ),
        (
            "What is said of it",
            "Counts and times, only where they lie outside what is usual; d says how each was obtained. A "
            "written answer is held to the time it would take to say, at "
            f"{settings.words_per_minute} words a minute. Figures are looked for in your words; your own tick "
            "goes first. There is no score.",
        ),
        (
            "The rubric",
            "Five lines from 1 to 5, each level in words (anchored scales: Taylor and Small 2002). A cap says "
            "what speaks against a grade; the same key on that line once more overrules it. All five lines are "
            "an answer's grade; some of them stand for themselves.",
        ),
        (
            "Your words",
            "They are kept only if you say so, which is asked once; t changes it, where your words stand after "
            "an answer. Counts and ticks are kept either way. keep_answers in the settings goes first.",
        ),
        (
            "The study day",
            f"It turns at {hour}, so that a late evening counts for the day it belongs to.",
        ),
        (
            "Cards that wait",
            "A question shows the story and the numbers of its note, so the other kinds of card from that note "
            "wait for another day.",
        ),
        (
            "Your notes",
            "They are read, never written. Edit them as you like: a card whose words change keeps its "
            "history, and one that was gone comes back with it.",
        ),
        (
            "What is saved",
            "Each answer as it ends, each tick as it is made, each rating before the next card comes up. You "
            "can close the terminal at any moment. u takes back step by step; the log keeps what was undone.",
        ),
    )


def _places(workspace: Workspace) -> tuple[tuple[str, Path], ...]:
    return (
        ("notes", workspace.decks),
        ("database", workspace.database),
        ("settings", workspace.root / FILE_NAME),
    )
