"""Every setting: its default, what it means, and where the default comes from.

A workspace's settings are in `settings.toml` beside `decks/`, all optional. `docs/settings.md` is made
from the descriptions here, and a test holds the two together.
"""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any

from interview_coach.errors import CoachError

FILE_NAME = "settings.toml"


def _setting(default: Any, meaning: str, source: str, low: float = 0, high: float = 1e9) -> Any:
    """A setting with its documentation; `low` and `high` bound a number, or each number of a list."""
    return field(default=default, metadata={"meaning": meaning, "source": source, "low": low, "high": high})


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can choose. Lengths are in the unit that each meaning names."""

    cards: tuple[str, ...] = _setting(
        ("question", "story part", "metric"),
        "The kinds of card that notes are made into: question, story part, metric, phrasing, opener. "
        "A note's own `cards:` goes first.",
        "The story, its parts and its numbers are what an answer is made of.",
    )
    new_per_day: int = _setting(
        5,
        "New cards on one study day, over all decks.",
        "Design choice: about ten minutes a day.",
        0,
        9999,
    )
    reviews_per_day: int = _setting(
        100, "Reviews of known cards on one study day, over all decks.", "Design choice.", 0, 9999
    )
    session_cards: int = _setting(
        12,
        "Cards in one sitting; the summary offers to go on.",
        "Design choice: ten minutes or 12 cards.",
        1,
        9999,
    )
    retention: float = _setting(
        0.9,
        "The recall that the schedule aims at when a card comes back.",
        "FSRS's own default.",
        0.7,
        0.97,
    )
    learning_steps: tuple[int, ...] = _setting(
        (1, 10), "Minutes between the first showings of a new card.", "FSRS's own default.", 1, 1439
    )
    relearning_steps: tuple[int, ...] = _setting(
        (10,), "Minutes until a forgotten card is shown again.", "FSRS's own default.", 1, 1439
    )
    learn_ahead: int = _setting(
        20,
        "Minutes before its time that a learning card may be shown, when nothing else is left.",
        "Anki's default; it lets a sitting come to an end.",
        0,
        1439,
    )
    maximum_interval: int = _setting(
        365,
        "The longest interval, in days.",
        "Design choice: a story unspoken for over a year has changed.",
        1,
        36500,
    )
    rollover_hour: int = _setting(
        4,
        "The hour, local time, at which the study day turns.",
        "Late evenings count as the same day.",
        0,
        23,
    )
    bury_siblings: bool = _setting(
        True,
        "Cards of one note that give each other away wait for another day.",
        "A story just read is not recalled but repeated.",
    )
    interleave: bool = _setting(
        True, "Cards of different skills follow each other.", "Mixed practice; an interview mixes too."
    )
    theme: str = _setting(
        "coach-dark",
        "The theme of the screens; ctrl+p lists them, and the choice is kept.",
        "Made for these screens, its texts at least 4.5:1; coach-light is its sister.",
    )


DEFAULTS = Settings()


def described() -> tuple[Field[Any], ...]:
    """The settings in order, each with `metadata` meaning, source, low and high."""
    return fields(Settings)


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
        values[name] = _checked(known[name], value, path)
    return Settings(**values)


def _checked(setting: Field[Any], value: Any, path: Path) -> Any:
    """The value in the setting's own type, or CoachError saying what it takes."""
    default = setting.default
    low, high = setting.metadata["low"], setting.metadata["high"]
    wanted = f"like {as_toml(default)}"
    if isinstance(default, tuple):
        item = type(default[0])
        fits = isinstance(value, list) and all(_fits(each, item, low, high) for each in value)
        result: Any = tuple(value) if fits else None
    else:
        fits = _fits(value, type(default), low, high)
        result = float(value) if fits and isinstance(default, float) else value
    if not isinstance(default, bool | str) and not (isinstance(default, tuple) and isinstance(default[0], str)):
        wanted += f", from {low:g} to {high:g}"
    if not fits:
        raise CoachError(f"{path}: {setting.name} cannot be {as_toml(value)}", f"give it a value {wanted}")
    if setting.name == "cards":
        _check_kinds(result, path)
    return result


def _fits(value: Any, kind: type, low: float, high: float) -> bool:
    if kind is bool or isinstance(value, bool):
        return kind is bool and isinstance(value, bool)
    if kind is str:
        return isinstance(value, str)
    if kind is float:
        return isinstance(value, int | float) and low <= value <= high
    return isinstance(value, int) and low <= value <= high


def _check_kinds(kinds: tuple[str, ...], path: Path) -> None:
    known = ("question", "story part", "metric", "phrasing", "opener")
    for kind in kinds:
        if kind not in known:
            raise CoachError(f"{path}: cards has no kind {kind!r}", f"the kinds are {', '.join(known)}")


def as_toml(value: Any) -> str:
    """The value as it is written in a settings file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        import json

        return json.dumps(value, ensure_ascii=False)  # a JSON string is a TOML string too
    if isinstance(value, tuple | list):
        return "[" + ", ".join(as_toml(each) for each in value) + "]"
    return str(value)
