"""The stages that a card goes through on the screen."""

from enum import Flag, auto


class Stage(Flag):
    """One stage, or several; a key or a hint may hold at some of them only."""

    ASKED = auto()  # the prompt is on show; an answer may be being written
    SPEAKING = auto()  # the clock runs
    PREDICTING = auto()  # the answer has ended, and nothing of it is shown yet
    SHOWN = auto()  # the note's answer is on show, to tick and to rate
    GRADING = auto()  # the rubric is open

    BEFORE = ASKED | SPEAKING
    LEVELS = PREDICTING | GRADING  # 1 to 5 are levels
    REVEALED = SHOWN | GRADING

    NEVER = 0
    ALWAYS = ASKED | SPEAKING | PREDICTING | SHOWN | GRADING
