"""What a setting takes: its documentation and bounds, and whether a value from a file fits."""

from dataclasses import Field, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from interview_coach.errors import CoachError


def setting(
    default: Any,
    meaning: str,
    source: str,
    low: float = 0,
    high: float = 1e9,
    *,
    one_of: tuple[str, ...] = (),
    as_many: bool = False,
    rising: bool = False,
) -> Any:
    """A setting with its documentation.

    `low` and `high` bound a number, or each number of a list; `one_of` are the words that a text, or each
    text of a list, may be; `as_many` wants as many as the default has, and `rising` numbers are each larger
    than the one before as well.
    """
    metadata = {
        "meaning": meaning,
        "source": source,
        "low": low,
        "high": high,
        "one_of": one_of,
        "as_many": as_many or rising,
        "rising": rising,
    }
    return field(default=default, metadata=metadata)


def checked(chosen: Field[Any], value: Any, path: Path) -> Any:
    """The value in the setting's own type. Raises CoachError naming the file and what the setting takes."""
    default: Any = chosen.default
    low, high = chosen.metadata["low"], chosen.metadata["high"]
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
    if chosen.metadata["as_many"]:
        fits = fits and len(result) == len(default)
    if chosen.metadata["rising"]:
        fits = fits and all(one < other for one, other in pairwise(result))
        wanted += ", each larger than the one before"
    if not fits:
        raise CoachError(f"{path}: {chosen.name} cannot be {as_toml(value)}", f"give it a value {wanted}")
    _check_words(chosen, result, path)
    return result


def _fits(value: Any, kind: type, low: float, high: float) -> bool:
    if kind is bool or isinstance(value, bool):
        return kind is bool and isinstance(value, bool)
    if kind is str:
        return isinstance(value, str)
    if kind is float:
        return isinstance(value, int | float) and low <= value <= high
    return isinstance(value, int) and low <= value <= high


def _check_words(chosen: Field[Any], result: Any, path: Path) -> None:
    known = chosen.metadata["one_of"]
    if not known:
        return
    what = "kinds" if chosen.name == "cards" else "choices"
    for word in result if isinstance(result, tuple) else (result,):
        if word not in known:
            raise CoachError(
                f"{path}: {chosen.name} has no {what[:-1]} {word!r}", f"the {what} are {', '.join(known)}"
            )


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
