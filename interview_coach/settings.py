"""Every setting: its default, what it means, and where the default comes from.

A workspace's settings are in `settings.toml` beside `decks/`, all optional. `docs/settings.md` is made
from the descriptions here, and a test holds the two together.
"""

from collections.abc import Mapping
from dataclasses import Field, dataclass, fields
from pathlib import Path
from typing import Any

from interview_coach.choices import as_toml, checked, setting
from interview_coach.errors import CoachError

__all__ = ["BUILT_IN", "DEFAULTS", "FILE_NAME", "Settings", "as_toml", "described", "load"]

FILE_NAME = "settings.toml"
BUILT_IN = "built-in"  # in a list of words: the program's own entries


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can choose. Lengths are in the unit that each meaning names."""

    cards: tuple[str, ...] = setting(
        ("question", "story part", "metric"),
        "The kinds of card that notes are made into: question, story part, metric, phrasing, opener. "
        "A note's own `cards:` goes first.",
        "The story, its parts and its numbers are what an answer is made of.",
        one_of=("question", "story part", "metric", "phrasing", "opener"),
    )
    new_per_day: int = setting(
        5,
        "New cards on one study day, over all decks.",
        "Design choice: about ten minutes a day.",
        0,
        9999,
    )
    reviews_per_day: int = setting(
        100, "Reviews of known cards on one study day, over all decks.", "Design choice.", 0, 9999
    )
    session_cards: int = setting(
        12,
        "Cards in one sitting; the summary offers to go on.",
        "Design choice: ten minutes or 12 cards.",
        1,
        9999,
    )
    retention: float = setting(
        0.9,
        "The recall that the schedule aims at when a card comes back.",
        "FSRS's own default.",
        0.7,
        0.97,
    )
    learning_steps: tuple[int, ...] = setting(
        (1, 10), "Minutes between the first showings of a new card.", "FSRS's own default.", 1, 1439
    )
    relearning_steps: tuple[int, ...] = setting(
        (10,), "Minutes until a forgotten card is shown again.", "FSRS's own default.", 1, 1439
    )
    learn_ahead: int = setting(
        20,
        "Minutes before its time that a learning card may be shown, when nothing else is left.",
        "Anki's default; it lets a sitting come to an end.",
        0,
        1439,
    )
    maximum_interval: int = setting(
        365,
        "The longest interval, in days.",
        "Design choice: a story unspoken for over a year has changed.",
        1,
        36500,
    )
    rollover_hour: int = setting(
        4,
        "The hour, local time, at which the study day turns.",
        "Late evenings count as the same day.",
        0,
        23,
    )
    bury_siblings: bool = setting(
        True,
        "Cards of one note that give each other away wait for another day.",
        "A story just read is not recalled but repeated.",
    )
    interleave: bool = setting(
        True, "Cards of different skills follow each other.", "Mixed practice; an interview mixes too."
    )
    answer_profile: str = setting(
        "answer",
        "The clock that answers are held to at first: answer (two minutes), introduction, deep or thirty "
        "(seconds). Its four lights are the next settings.",
        "A usual question asks for a usual answer.",
        one_of=("answer", "introduction", "deep", "thirty"),
    )
    answer_lights: tuple[int, ...] = setting(
        (60, 90, 120, 150),
        "Seconds until the green, yellow and red light and overtime. Nothing is said of a time between the "
        "middle of green and yellow and the middle of red and overtime: here 75 to 135 seconds, or 180 to 320 "
        "words. Under two thirds of those words (120) an answer is thin.",
        "Toastmasters' Table Topics; guides to interviews say from 45 seconds to 5 minutes.",
        1,
        3600,
        rising=True,
    )
    introduction_lights: tuple[int, ...] = setting(
        (45, 75, 90, 120), "The same for an introduction.", "Toastmasters' convention.", 1, 3600, rising=True
    )
    deep_lights: tuple[int, ...] = setting(
        (120, 150, 180, 210),
        "The same for a question that asks for more.",
        "Toastmasters' convention.",
        1,
        3600,
        rising=True,
    )
    thirty_lights: tuple[int, ...] = setting(
        (20, 25, 30, 40),
        "The same for an answer in thirty seconds.",
        "Toastmasters' convention, with less grace.",
        1,
        3600,
        rising=True,
    )
    words_per_minute: int = setting(
        140,
        "Words a minute at which the speaking time of a text is predicted.",
        "People speak at 110 to 150 in interviews; typing runs near 52 (Dhakal et al. 2018).",
        60,
        300,
    )
    quiet_pace: tuple[int, ...] = setting(
        (120, 160),
        "Words a minute between which nothing is said of the pace of a transcript with a time.",
        "Guides to speaking, which range from 110 to 190.",
        40,
        400,
        rising=True,
    )
    part_shares: tuple[int, ...] = setting(
        (15, 10, 55, 20),
        "The shares of Situation, Task, Action and Result, in percent, that are shown to compare with.",
        "Guides: the Action 50 to 60, the Result 10 to 25; no trial was found.",
        0,
        100,
        as_many=True,
    )
    longest_start: int = setting(
        35,
        "The percentage of an answer up to which nothing is said of Situation and Task together.",
        "Real answers spend too long there (Bangerter et al. 2014); the figure is the guides'.",
        0,
        100,
    )
    shortest_result: int = setting(
        10,
        "The percentage of an answer from which nothing is said of the Result.",
        "Real answers spend too little there (Bangerter et al. 2014); the figure is the guides'.",
        0,
        100,
    )
    quiet_fillers: float = setting(
        2.0,
        "Fillers a minute in a transcript up to which nothing is said of them.",
        "Vendors' figures; some 6 slips in 100 words are normal speech (Lickley 2017), so it is a trend.",
        0,
        100,
    )
    many_fillers: float = setting(
        5.0,
        "Fillers a minute in a transcript from which they are called many.",
        "Vendors' figures: the average is 5.",
        0,
        100,
    )
    ambiguous_fillers: bool = setting(
        False,
        "Whether so, like, well, right, okay, actually, just, anyway and obviously count as fillers too.",
        "Most often they mean something.",
    )
    fillers: tuple[str, ...] = setting(
        (BUILT_IN,),
        'The words and phrases that count as fillers. "built-in" stands for the program\'s own list, '
        '"-basically" takes an entry out of it, and any other text comes in beside it.',
        "What people say for want of a word; a list of the program's own.",
    )
    hedges: tuple[str, ...] = setting(
        (BUILT_IN,),
        "The same for hedges, such as maybe and i guess.",
        "What makes a statement weaker; a list of the program's own.",
    )
    theoretical: tuple[str, ...] = setting(
        (BUILT_IN,),
        "The same for wording that stands in the place of an event, such as i would and i usually.",
        "Only 23 % of answers about the past told an event (Bangerter et al. 2014).",
    )
    vague: tuple[str, ...] = setting(
        (BUILT_IN,),
        "The same for words of size that tell nothing in a sentence without a figure, such as many and faster.",
        "A figure says what they leave open; a list of the program's own.",
    )
    action_verbs: tuple[str, ...] = setting(
        (BUILT_IN,),
        "The same for past forms that do not end in -ed and count as an action behind I or we, such as led.",
        "One study of 138 interviews rated more we higher (Naim et al. 2015), so the counts are only shown.",
    )
    state_verbs: tuple[str, ...] = setting(
        (BUILT_IN,),
        "The same for past forms in -ed that are no action, such as wanted.",
        "What one felt or knew is not what one did.",
    )
    rubric_bands: tuple[int, ...] = setting(
        (3, 4),
        "The grades of the rubric, 1 to 5, from which an answer is workable and from which it is ready. "
        "One with a line below is weak.",
        "Anchored scales are what tells answers about the past apart (Taylor and Small 2002).",
        1,
        5,
        rising=True,
    )
    calibration_answers: int = setting(
        10,
        "Answers with a prediction and a grade before the two are compared.",
        "With fewer, chance alone moves the mean by more than calibration_band.",
        1,
        1000,
    )
    calibration_band: float = setting(
        0.3,
        "The mean difference of prediction and grade up to which a prediction is about right.",
        "Design choice: a third of a grade.",
        0,
        4,
    )
    keep_answers: str = setting(
        "ask",
        "Whether the words of written answers are kept in the database: yes, no, or ask, which asks once, "
        "after the first of them, and remembers what you said.",
        "They are yours, and what is counted in them serves practice as well.",
        one_of=("ask", "yes", "no"),
    )
    mock_questions: int = setting(
        5,
        "Questions of a mock interview: 3, 5 and 8 are on the keys, and a command takes any number.",
        "Interviews ask 3 to 10 of this kind.",
        1,
        20,
    )
    mock_think: int = setting(
        30,
        "Seconds to think before each answer of a mock interview: 0, 10, 30 and 60 are on the keys.",
        "30 seconds are typical of recorded interviews.",
        0,
        600,
    )
    mock_follow_ups: bool = setting(
        True,
        "Whether each answer of a mock interview is followed up by one question, chosen by rule from what was "
        "measured.",
        "Interviewers ask on; and a follow-up asks for what the answer lacked, where it is still to be had.",
    )
    mock_tough: bool = setting(
        False,
        "Whether follow-ups are put as somebody would who has doubts.",
        "Off: it is not for the first time.",
    )
    mock_bell: bool = setting(
        False,
        "Whether the bell rings when the light of a mock interview turns.",
        "Off: there are others in the room.",
    )
    mock_cut_off: bool = setting(
        False,
        "Whether an answer of a mock interview ends at overtime by itself.",
        "Off: a clock that cuts off is what people complain of; it counts the overtime instead.",
    )
    mock_probes: tuple[str, ...] = setting(
        (BUILT_IN,),
        'The probes that a strong answer of a mock interview may be followed up by. "built-in" stands for the '
        'program\'s own, "-price" takes the one called price out of them, and any other text is a question of '
        "yours, in which {skill}, {metric} and {story} stand for what the note calls them.",
        "The program's own are in interview_coach/answers/probes.toml.",
    )
    story_questions: int = setting(
        3,
        "Questions that one story may answer; with more it is noted as overused.",
        "Design choice: an interview asks five, and a story is told once in it.",
        1,
        99,
    )
    stories_to_hold: tuple[int, ...] = setting(
        (5, 8, 12),
        "How many stories to hold over all notes: fewer than the first is noted, the second is the aim, more "
        "than the third is noted.",
        "Guides ask for 3 to 20; a weak source, so it is a note and no more.",
        1,
        999,
        rising=True,
    )
    fit_from: int = setting(
        1000,
        "Reviews in the log from which `optimize` fits the schedule to your own forgetting.",
        "Below 1,000 reviews a fit lost to the defaults on held-back reviews.",
        200,
        1_000_000,
    )
    weak_window: int = setting(
        3,
        "The last answers that are looked at for a figure or the Result missed, and for overtime.",
        "Design choice: once is chance, twice in three is a habit.",
        1,
        20,
    )
    weak_misses: int = setting(
        2,
        "An answer is weak where it missed a key metric or the Result, or ran over its time, this often among "
        "them.",
        "Design choice, as above.",
        1,
        20,
    )
    key_metrics: int = setting(
        3,
        "How many of the metrics that an answer calls for, from the top of the note's table, are key to it.",
        "Design choice: more figures than three do not fit into two minutes.",
        0,
        99,
    )
    weak_lapses: int = setting(
        4,
        "An answer is weak once it was forgotten this often after it was learnt.",
        "Design choice; Anki speaks of a leech from 8 on.",
        1,
        99,
    )
    weak_recall: float = setting(
        0.7,
        "An answer is weak where its predicted recall is below this now.",
        "The lowest retention that FSRS is asked to aim at.",
        0.1,
        0.99,
    )
    weak_good_days: int = setting(
        2,
        "A weak answer leaves the list after good answers, one after the other, on this many study days.",
        "Design choice: one good answer may be what was just read.",
        1,
        9,
    )
    intervals_before: tuple[int, ...] = setting(
        (2, 3, 5),
        "The longest interval, in days, of a card that is wanted in an interview 7, 14 and 30 days away.",
        "Interpolated from Cepeda et al. 2008: the best gap is 20 to 40 % of a week, 5 to 10 % of a year.",
        1,
        30,
        as_many=True,
    )
    theme: str = setting(
        "coach-dark",
        "The theme of the screens; ctrl+p lists them, and the choice is kept.",
        "Made for these screens, its texts at least 4.5:1; coach-light is its sister.",
    )

    # Not chosen but fitted to the log of reviews, and kept beside it: no line of the file.
    parameters: tuple[float, ...] | None = None


DEFAULTS = Settings()


def described() -> tuple[Field[Any], ...]:
    """The settings in order, each with `metadata` meaning, source, low, high, one_of and rising."""
    return tuple(each for each in fields(Settings) if each.metadata)


def load(workspace: Path) -> Settings:
    """The settings of a workspace; the defaults where it has no file of its own.

    Raises CoachError naming the file, the setting and what it takes where one cannot be used.
    """
    path = workspace / FILE_NAME
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return DEFAULTS
    except (OSError, UnicodeDecodeError) as error:
        raise CoachError(
            f"{path}: the settings could not be read: {error}", "make the file readable text"
        ) from error
    import tomllib

    try:
        chosen = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CoachError(f"{path}: {error}", "each line reads: name = value; see docs/settings.md") from error
    return _from_mapping(chosen, path)


def _from_mapping(chosen: Mapping[str, Any], path: Path) -> Settings:
    known = {setting.name: setting for setting in described()}
    values: dict[str, Any] = {}
    for name, value in chosen.items():
        if name not in known:
            import difflib

            close = difflib.get_close_matches(name, known, n=1)
            hint = f"did you mean {close[0]}?" if close else f"the settings are {', '.join(known)}"
            raise CoachError(f"{path}: there is no setting {name!r}", hint)
        values[name] = checked(known[name], value, path)
    return Settings(**values)
