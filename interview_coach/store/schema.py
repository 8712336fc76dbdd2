"""The tables, version by version, in SQL.

Moments are milliseconds since 1970 (UTC), days are days since 1970-01-01 (study days), both integers;
`offset` is minutes east of UTC. What is a JSON text says so. STRICT tables refuse a wrong type.
"""

APPLICATION_ID = 0x49436F61  # "ICoa": tells our files from other programs' databases

VERSION_1 = (
    """
    CREATE TABLE notes (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE,      -- inside decks/, with forward slashes
        title TEXT NOT NULL DEFAULT '',
        hash TEXT NOT NULL DEFAULT '',  -- of the bytes last read
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        seen_at INTEGER NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('read', 'ignored', 'failed', 'missing')),
        reason TEXT NOT NULL DEFAULT '',
        problems TEXT NOT NULL DEFAULT '[]'  -- JSON: [line, severity, message, hint] each
    ) STRICT
    """,
    """
    CREATE TABLE cards (
        id INTEGER PRIMARY KEY,
        note_id INTEGER NOT NULL REFERENCES notes (id),
        kind TEXT NOT NULL,
        slot TEXT NOT NULL,
        position INTEGER NOT NULL,      -- among the cards of its note
        skill TEXT NOT NULL,
        prompt TEXT NOT NULL,
        answer TEXT NOT NULL,
        detail TEXT NOT NULL,           -- JSON: cue, passages, points
        line INTEGER NOT NULL,
        prompt_print TEXT NOT NULL,
        answer_print TEXT NOT NULL,
        seed INTEGER NOT NULL,          -- what the schedule's fuzz derives from; never changes
        created_at INTEGER NOT NULL,
        phase TEXT NOT NULL DEFAULT 'new',   -- from here to lapses: a cache, replaying the log gives it
        step INTEGER,
        stability REAL,
        difficulty REAL,
        due_at INTEGER,
        due_day INTEGER,
        last_at INTEGER,
        last_day INTEGER,
        reps INTEGER NOT NULL DEFAULT 0,
        lapses INTEGER NOT NULL DEFAULT 0,
        suspended INTEGER NOT NULL DEFAULT 0,
        buried_until INTEGER NOT NULL DEFAULT 0,  -- the study day on which it comes back
        flagged INTEGER NOT NULL DEFAULT 0,
        missing_since INTEGER,
        answer_changed_at INTEGER
    ) STRICT
    """,
    # Each index holds just the cards that can be asked for, and all that the queue needs to know of
    # them, so that building a queue touches no prompt and no answer. The columns that pick the cards
    # stand in it too: without them SQLite does not see that the index has all it needs.
    """
    CREATE INDEX cards_on_days ON cards (due_day, last_day, stability, note_id, kind, slot, buried_until,
                                          phase, suspended, missing_since)
        WHERE phase = 'review' AND suspended = 0 AND missing_since IS NULL
    """,
    """
    CREATE INDEX cards_in_steps ON cards (due_at, note_id, kind, slot, buried_until,
                                          phase, suspended, missing_since)
        WHERE phase IN ('learning', 'relearning') AND suspended = 0 AND missing_since IS NULL
    """,
    """
    CREATE INDEX cards_unseen ON cards (note_id, position, kind, slot, buried_until,
                                        phase, suspended, missing_since)
        WHERE phase = 'new' AND suspended = 0 AND missing_since IS NULL
    """,
    "CREATE INDEX cards_of_note ON cards (note_id)",
    "CREATE INDEX cards_missing ON cards (missing_since) WHERE missing_since IS NOT NULL",
    """
    CREATE TABLE algorithms (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        parameters TEXT NOT NULL,       -- JSON: everything the schedule was computed with
        UNIQUE (name, parameters)
    ) STRICT
    """,
    """
    CREATE TABLE sessions (
        id INTEGER PRIMARY KEY,
        mode TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        offset INTEGER NOT NULL,
        study_day INTEGER NOT NULL,
        ended_at INTEGER
    ) STRICT
    """,
    # The log: a row is written once. Only `undone_at` is ever set afterwards.
    """
    CREATE TABLE reviews (
        id INTEGER PRIMARY KEY,
        card_id INTEGER NOT NULL REFERENCES cards (id),
        session_id INTEGER REFERENCES sessions (id),
        at INTEGER NOT NULL,
        offset INTEGER NOT NULL,
        study_day INTEGER NOT NULL,
        rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
        mode TEXT NOT NULL,
        duration INTEGER NOT NULL,      -- milliseconds from prompt to rating
        phase TEXT NOT NULL,            -- of the card before: what the daily limits count
        before TEXT NOT NULL,           -- JSON: the card's memory as an array, before and after
        after TEXT NOT NULL,
        algorithm_id INTEGER NOT NULL REFERENCES algorithms (id),
        prompt TEXT NOT NULL,           -- as it was shown
        undone_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX reviews_of_card ON reviews (card_id, at)",
    "CREATE INDEX reviews_of_day ON reviews (study_day, card_id, phase, undone_at)",
    "CREATE INDEX reviews_of_session ON reviews (session_id)",
    # What a person does to a card besides rating it; a log too, so that it can be undone.
    """
    CREATE TABLE marks (
        id INTEGER PRIMARY KEY,
        card_id INTEGER NOT NULL REFERENCES cards (id),
        session_id INTEGER REFERENCES sessions (id),
        at INTEGER NOT NULL,
        mark TEXT NOT NULL CHECK (mark IN ('suspended', 'buried_until', 'flagged')),
        before INTEGER NOT NULL,
        after INTEGER NOT NULL,
        undone_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX marks_of_session ON marks (session_id)",
    """
    CREATE TABLE attempts (
        id INTEGER PRIMARY KEY,
        card_id INTEGER NOT NULL REFERENCES cards (id),
        session_id INTEGER REFERENCES sessions (id),
        review_id INTEGER REFERENCES reviews (id),
        at INTEGER NOT NULL,
        study_day INTEGER NOT NULL,
        way TEXT NOT NULL,              -- head, typed
        duration INTEGER NOT NULL,      -- milliseconds from prompt to reveal
        words INTEGER NOT NULL DEFAULT 0,
        hints INTEGER NOT NULL DEFAULT 0,
        rubric TEXT,                    -- JSON: line of the rubric -> 1 to 5
        text TEXT                       -- the answer itself, only where the person chose to keep it
    ) STRICT
    """,
    "CREATE INDEX attempts_of_card ON attempts (card_id, at)",
    "CREATE INDEX attempts_of_review ON attempts (review_id)",
    """
    CREATE TABLE points (
        attempt_id INTEGER NOT NULL REFERENCES attempts (id),
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        label TEXT NOT NULL,
        expected TEXT NOT NULL,
        hit INTEGER NOT NULL,
        hinted INTEGER NOT NULL DEFAULT 0,
        decided_by TEXT NOT NULL CHECK (decided_by IN ('auto', 'self')),
        evidence TEXT,                  -- JSON: [start, end] each, in characters of the answer
        PRIMARY KEY (attempt_id, number)
    ) STRICT
    """,
    """
    CREATE TABLE interviews (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        day INTEGER NOT NULL,
        skills TEXT NOT NULL DEFAULT '[]'  -- JSON: titles
    ) STRICT
    """,
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
)

# The order of what a person did, across both logs and whatever the clock said: `turn` is the moment `at`,
# or one more than the last turn where the clock stood still or was set back. Two machines' logs can be
# joined by it. Rows from before get theirs from the order in which each log was written.
_TURNS = """
    WITH logged AS (
        SELECT 0 AS log, id, max(at) OVER (ORDER BY id) AS at FROM reviews
        UNION ALL SELECT 1, id, max(at) OVER (ORDER BY id) FROM marks
    ), numbered AS (
        SELECT log, id, at, row_number() OVER (ORDER BY at, log, id) AS number FROM logged
    ), turned AS (
        SELECT log, id, max(at - number) OVER (ORDER BY number) + number AS turn FROM numbered
    )
"""

SET_TURNS = (
    _TURNS + "UPDATE reviews SET turn = turned.turn FROM turned WHERE log = 0 AND turned.id = reviews.id",  # noqa: S608 - own text
    _TURNS + "UPDATE marks SET turn = turned.turn FROM turned WHERE log = 1 AND turned.id = marks.id",  # noqa: S608 - own text
)

VERSION_2 = (
    "ALTER TABLE reviews ADD COLUMN turn INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE marks ADD COLUMN turn INTEGER NOT NULL DEFAULT 0",
    *SET_TURNS,
    "CREATE INDEX reviews_by_turn ON reviews (turn)",
    "CREATE INDEX marks_by_turn ON marks (turn)",
    "DROP INDEX reviews_of_card",
    "CREATE INDEX reviews_of_card ON reviews (card_id, turn)",
)

# By what a card was known again where its text or its note changed, so that it can be taken apart.
VERSION_3 = (
    """
    CREATE TABLE links (
        id INTEGER PRIMARY KEY,
        card_id INTEGER NOT NULL REFERENCES cards (id),
        at INTEGER NOT NULL,
        turn INTEGER NOT NULL,          -- the last one before it: later reviews are of the new text
        how TEXT NOT NULL,              -- new text, close, moved, by hand
        old_note_id INTEGER NOT NULL REFERENCES notes (id),
        new_note_id INTEGER NOT NULL REFERENCES notes (id),
        old TEXT NOT NULL,              -- JSON: columns of the card before; texts only where they changed
        new TEXT NOT NULL,              -- JSON: prompt and answer after, where they changed
        other_id INTEGER REFERENCES cards (id),  -- by hand: the card that the texts were exchanged with
        given TEXT NOT NULL DEFAULT '{}',        -- JSON: ids of the reviews and attempts that came from it
        taken_apart_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX links_of_card ON links (card_id)",
)

# New cards are taken from all skills in turn.
VERSION_4 = (
    "DROP INDEX cards_unseen",
    """
    CREATE INDEX cards_unseen ON cards (position, note_id, kind, slot, buried_until,
                                        phase, suspended, missing_since)
        WHERE phase = 'new' AND suspended = 0 AND missing_since IS NULL
    """,
)

# Each index is a page more to write with each rating, and these two served nothing that a person waits for.
VERSION_5 = (
    "DROP INDEX reviews_of_session",
    "DROP INDEX attempts_of_review",
)

# What makes an answer worth looking at again. A query must say it in these words for SQLite to see that the
# index serves it.
TELLING = "(missed > 0 OR over > 0 OR abandoned = 1 OR rubric IS NOT NULL)"

# An answer is looked at, an interview is sat, a skill is wanted on a date.
VERSION_6 = (
    """
    CREATE TABLE mocks (
        id INTEGER PRIMARY KEY,
        session_id INTEGER REFERENCES sessions (id),
        started_at INTEGER NOT NULL,
        offset INTEGER NOT NULL,
        study_day INTEGER NOT NULL,
        seed INTEGER NOT NULL,
        setup TEXT NOT NULL,            -- JSON: what was chosen
        plan TEXT NOT NULL,             -- JSON: the questions in their order
        state TEXT NOT NULL,            -- JSON: where it stands, so that it can be gone on with
        ended_at INTEGER,
        abandoned INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    "CREATE INDEX mocks_unended ON mocks (id) WHERE ended_at IS NULL",
    # A card that a person wants on a study day, whatever its schedule says.
    """
    CREATE TABLE wanted (
        id INTEGER PRIMARY KEY,
        card_id INTEGER NOT NULL REFERENCES cards (id),
        study_day INTEGER NOT NULL,
        source TEXT NOT NULL,           -- what sent it: mock, weak
        at INTEGER NOT NULL,
        undone_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX wanted_on_days ON wanted (study_day, card_id, undone_at)",
    "ALTER TABLE attempts ADD COLUMN mode TEXT NOT NULL DEFAULT 'practice'",  # practice, drill, mock
    "ALTER TABLE attempts ADD COLUMN mock_id INTEGER REFERENCES mocks (id)",
    "ALTER TABLE attempts ADD COLUMN number INTEGER",  # its place in the mock, from 1
    # The answer that this one comes after: as a redo of it, or as the answer to a follow-up.
    "ALTER TABLE attempts ADD COLUMN follows_id INTEGER REFERENCES attempts (id)",
    "ALTER TABLE attempts ADD COLUMN asked TEXT",  # the words of a follow-up or a drill; NULL: the card's
    "ALTER TABLE attempts ADD COLUMN aim TEXT",  # what a drill aims at
    "ALTER TABLE attempts ADD COLUMN think INTEGER NOT NULL DEFAULT 0",  # milliseconds before the answer
    "ALTER TABLE attempts ADD COLUMN profile TEXT",  # the answer profile that it was timed by
    # Milliseconds past the red light: as the clock had it, or as predicted of a written answer.
    "ALTER TABLE attempts ADD COLUMN over INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE attempts ADD COLUMN parts TEXT",  # JSON: [part, milliseconds or null, words or null] each
    "ALTER TABLE attempts ADD COLUMN predicted INTEGER",  # 1 to 5, before anything was shown
    "ALTER TABLE attempts ADD COLUMN signals TEXT",  # JSON: counts
    "ALTER TABLE attempts ADD COLUMN fix TEXT",  # the one thing to fix, by its code
    "ALTER TABLE attempts ADD COLUMN abandoned INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE interviews ADD COLUMN company TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE interviews ADD COLUMN role TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE interviews ADD COLUMN description TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE interviews ADD COLUMN made_at INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE interviews ADD COLUMN removed_at INTEGER",
)

# Weak answers and statistics read the log in the order of an index, and no row of it.
VERSION_7 = (
    # How many of its metrics and Results an answer did not hold; NULL where that is not known, as of one in the
    # head without a tick. It leads to the answers worth looking at; the points say which.
    "ALTER TABLE attempts ADD COLUMN missed INTEGER",
    """
    UPDATE attempts SET missed = (
        SELECT count(*) FROM points WHERE attempt_id = attempts.id AND hit = 0 AND kind IN ('metric', 'result')
    )
    WHERE way <> 'head' OR rubric IS NOT NULL
       OR EXISTS (SELECT 1 FROM points WHERE attempt_id = attempts.id AND hit = 1)
    """,
    f"""
    CREATE INDEX attempts_telling ON attempts (card_id, study_day, missed, over, abandoned) WHERE {TELLING}
    """,
    "CREATE INDEX attempts_of_mock ON attempts (mock_id, number) WHERE mock_id IS NOT NULL",
    "DROP INDEX reviews_of_card",
    """
    CREATE INDEX reviews_of_card ON reviews (card_id, turn, study_day, rating, phase, mode, undone_at)
    """,
    "DROP INDEX reviews_of_day",
    """
    CREATE INDEX reviews_of_day ON reviews (study_day, card_id, turn, rating, phase, mode, duration, undone_at)
    """,
)

# Thousands of cards can be suspended at once: what the log of marks says of one is found without reading all.
VERSION_8 = ("CREATE INDEX marks_of_card ON marks (card_id, mark, turn)",)

VERSIONS = (VERSION_1, VERSION_2, VERSION_3, VERSION_4, VERSION_5, VERSION_6, VERSION_7, VERSION_8)
CURRENT = len(VERSIONS)
