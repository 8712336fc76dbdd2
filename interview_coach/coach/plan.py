"""What a look at the notes finds to do, and what doing it changed."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from interview_coach import __version__
from interview_coach.notes.files import Found
from interview_coach.settings import Settings
from interview_coach.store.notes import FileRecord

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a look at the notes changed, in cards."""

    new: int = 0
    kept: int = 0
    relinked: int = 0
    missing: int = 0
    revived: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done: files to look into, files that have gone, and what is known of them all."""

    changed: tuple[Found, ...]
    vanished: frozenset[str]
    known: Mapping[str, FileRecord]


def made_with(settings: Settings) -> str:
    """What cards are made with; where it changes, notes are read again though their files did not change."""
    return json.dumps([__version__, settings.cards])
