"""Anki's package of cards, as every Anki since 2.1 reads it: a zip file around an SQLite database.

The tables and the JSON beside them are those of Anki's collection of schema 11, which its own export for
older versions writes too.
"""

import json
import sqlite3
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

NEW, LEARNING, REVIEW, RELEARNING = range(4)  # a card's `type`, and its `queue` while it is not suspended
SUSPENDED = -1  # as a `queue`
NO_FACTOR = 0
EASE = 2500  # per mille: what a card's ease starts at in Anki; FSRS has none of its own

_NOTE_TYPE = 1772409600001  # any number does; the same one keeps one note type over many exports
_FIRST_DECK = 1772409600100

_SCHEMA = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
    ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
    models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
    usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
    flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
    mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL,
    due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
    lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL,
    flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
    ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
    type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
"""
_FIELDS = ("Prompt", "Before", "Answer", "Points", "Skill", "Kind", "Source")
_FRONT = (
    "<p class=skill>{{Skill}}</p>{{#Before}}<div class=before>{{Before}}</div>{{/Before}}<h3>{{Prompt}}</h3>"
)
_BACK = (
    "{{FrontSide}}<hr id=answer>{{Answer}}{{#Points}}<ul>{{Points}}</ul>{{/Points}}"
    "<p class=source>{{Source}}</p>"
)
_CSS = """.card { font-family: sans-serif; font-size: 18px; line-height: 1.5; text-align: left; max-width: 40em;
margin: 0 auto; } .skill, .source, .before { color: gray; font-size: 15px; }"""


@dataclass(frozen=True, slots=True)
class AnkiReview:
    """One line of Anki's log. `at` is milliseconds since 1970, `took` milliseconds.

    Intervals are days, or seconds below nought for a learning step; `factor` is FSRS's difficulty as Anki
    keeps it there (100 to 1100); `kind` is the card's type before: LEARNING, REVIEW or RELEARNING.
    """

    at: int
    rating: int
    interval: int
    last_interval: int
    factor: int
    took: int
    kind: int


@dataclass(frozen=True, slots=True)
class AnkiCard:
    """One card with its note. `fields` are HTML: prompt, before, answer, points, skill, kind, source.

    `due` is its place among the new ones, a moment in seconds for a learning step, else the day counted from
    `crt`; `interval` is in days, `data` holds FSRS's memory.
    """

    guid: str
    deck: str
    fields: tuple[str, ...]
    type: int
    queue: int
    due: int
    interval: int
    factor: int
    reps: int
    lapses: int
    steps_left: int
    flag: int
    data: dict[str, Any]
    reviews: tuple[AnkiReview, ...]


def write_package(path: Path, cards: Iterable[AnkiCard], crt: int, offset: int, now: int) -> None:
    """Writes the package. `crt` is the moment (in seconds) at which day 0 of `due` begins, at an `offset` in
    minutes east of UTC; `now` is in seconds.
    """
    with TemporaryDirectory() as folder:
        collection = Path(folder) / "collection.anki2"
        connection = sqlite3.connect(collection)
        try:
            connection.executescript(_SCHEMA)
            decks = _write_cards(connection, cards, now)
            _write_collection(connection, decks, crt, offset, now)
            connection.commit()
        finally:
            connection.close()
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.write(collection, "collection.anki2")
            package.writestr("media", "{}")


def _write_cards(connection: sqlite3.Connection, cards: Iterable[AnkiCard], now: int) -> dict[str, int]:
    """Writes notes, cards and log; gives the decks by name."""
    decks: dict[str, int] = {}
    taken: dict[int, int] = {}
    for number, card in enumerate(cards):
        key = now * 1000 + number
        deck = decks.setdefault(card.deck, _deck_id(card.deck))
        first = card.fields[0]
        connection.execute(
            "INSERT INTO notes VALUES (?, ?, ?, ?, -1, '', ?, ?, ?, 0, '')",
            (key, card.guid, _NOTE_TYPE, now, "\x1f".join(card.fields), first, _checksum(first)),
        )
        connection.execute(
            "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)",
            (
                key, key, deck, now, card.type, card.queue, card.due, card.interval, card.factor, card.reps,
                card.lapses, card.steps_left, card.flag, json.dumps(card.data),
            ),
        )  # fmt: skip
        connection.executemany(
            "INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, ?, ?, ?)",
            [(_free(one.at, taken), key, *_logged(one)) for one in card.reviews],
        )
    return decks


def _logged(review: AnkiReview) -> Sequence[int]:
    return (review.rating, review.interval, review.last_interval, review.factor, review.took, review.kind)


def _free(at: int, taken: dict[int, int]) -> int:
    """Anki's log goes by milliseconds: a second review within one takes the next that is free.

    `taken` leads from each moment in use to one after it, as near to the next free one as was found before.
    """
    free = at
    while free in taken:
        free = taken[free]
    taken[at] = taken[free] = free + 1
    return free


def _write_collection(
    connection: sqlite3.Connection, decks: dict[str, int], crt: int, offset: int, now: int
) -> None:
    conf = {"schedVer": 2, "sched2021": True, "creationOffset": -offset, "nextPos": 1, "activeDecks": [1],
            "curDeck": 1, "curModel": _NOTE_TYPE}  # fmt: skip
    plain = {"mod": now, "usn": -1, "collapsed": False, "desc": "", "dyn": 0, "conf": 1, "extendNew": 0,
             "extendRev": 0, "newToday": [0, 0], "revToday": [0, 0], "lrnToday": [0, 0],
             "timeToday": [0, 0]}  # fmt: skip
    named = {1: "Default", **{number: name for name, number in decks.items()}}
    connection.execute(
        "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
        (
            crt,
            now * 1000,
            now * 1000,
            json.dumps(conf),
            json.dumps({str(_NOTE_TYPE): _note_type(now)}),
            json.dumps({str(number): {**plain, "id": number, "name": name} for number, name in named.items()}),
            json.dumps({"1": _OPTIONS}),
        ),
    )


def _note_type(now: int) -> dict[str, Any]:
    return {
        "id": _NOTE_TYPE, "name": "Interview coach", "type": 0, "mod": now, "usn": -1, "sortf": 0, "did": 1,
        "tmpls": [
            {"name": "Card", "ord": 0, "qfmt": _FRONT, "afmt": _BACK, "did": None, "bqfmt": "", "bafmt": ""}
        ],
        "flds": [
            {"name": name, "ord": number, "sticky": False, "rtl": False, "font": "Arial", "size": 20}
            for number, name in enumerate(_FIELDS)
        ],
        "css": _CSS, "latexPre": "", "latexPost": "", "req": [[0, "any", [0]]], "tags": [], "vers": [],
    }  # fmt: skip


# Anki's own defaults, under the number of the options that every collection has.
_OPTIONS = {
    "id": 1, "mod": 0, "name": "Default", "usn": 0, "maxTaken": 60, "autoplay": True, "timer": 0,
    "replayq": True, "dyn": False,
    "new": {
        "bury": False, "delays": [1.0, 10.0], "initialFactor": EASE, "ints": [1, 4, 0], "order": 1,
        "perDay": 20,
    },
    "rev": {"bury": False, "ease4": 1.3, "ivlFct": 1.0, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2},
    "lapse": {"delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0},
}  # fmt: skip


def _deck_id(name: str) -> int:
    """The same number for the same name, so that a second import goes into the same deck."""
    return _FIRST_DECK + int.from_bytes(sha1(name.encode(), usedforsecurity=False).digest()[:4])


def _checksum(field: str) -> int:
    """What Anki finds duplicates by: the first eight hex digits of the first field's SHA-1."""
    return int(sha1(field.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:8], 16)
