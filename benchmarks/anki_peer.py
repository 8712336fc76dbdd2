"""The same work done by Anki's own backend. Runs in an environment of its own, never in ours: it is AGPL.

python anki_peer.py fill FILE CARDS REVIEWS     makes a collection as months of practice leave it
python anki_peer.py first FILE                  seconds from opening it to the first due card
python anki_peer.py review FILE COUNT           seconds of each review, as many as a line of its input says,
                                                COUNT of them in all
"""

import json
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anki.collection import Collection


def fill(path: str, cards: int, reviews: int) -> None:
    """The same number of cards and reviews, the same shares due and new, FSRS switched on."""
    from anki.collection import Collection

    rng = random.Random(20260301)  # noqa: S311 - data for a benchmark
    for suffix in ("", "-wal", "-shm"):
        Path(path + suffix).unlink(missing_ok=True)
    collection = Collection(path)
    collection.set_config("fsrs", True)
    model = collection.models.by_name("Basic")
    now = int(time.time())
    today = collection.sched.today
    answer = "what happened there and then " * 24
    notes, rows, log = [], [], []
    for number in range(cards):
        key = now * 1000 - cards * 10 + number * 10
        text = f"Tell me about the time when matter {number} came up and had to be settled.\x1f{answer}"
        notes.append((key, f"g{number}", model["id"], now, -1, "", text, text[:40], 0, 0, ""))
        stability, draw = rng.uniform(3, 200), rng.random()
        data = json.dumps({"s": round(stability, 2), "d": 5.0, "dr": 0.9})
        if rng.random() < 0.1:
            rows.append((key, key, 1, 0, now, -1, 0, 0, number, 0, 0, 0, 0, 0, 0, 0, 0, "{}"))
            continue
        ahead = 0 if draw < 0.02 else -rng.randint(1, 20) if draw < 0.03 else rng.randint(1, 120)
        interval = max(1, round(stability))
        rows.append((key, key, 1, 0, now, -1, 2, 2, today + ahead, interval, 2500, 13, 1, 0, 0, 0, 0, data))
        for nth in range(round(reviews / cards / 0.9)):
            at = (now - 86_400 * (nth * 3 + 1)) * 1000 + number % 86_000_000
            log.append((at, key, -1, 3, interval, interval, 2500, 30_000, 1))
    database = collection.db
    database.execute("begin")
    database.executemany(f"INSERT INTO notes VALUES ({','.join('?' * 11)})", notes)  # noqa: S608
    database.executemany(f"INSERT INTO cards VALUES ({','.join('?' * 18)})", rows)  # noqa: S608
    database.executemany(f"INSERT OR IGNORE INTO revlog VALUES ({','.join('?' * 9)})", log)  # noqa: S608
    database.execute("commit")
    _limit(collection, 100)  # as our own settings
    collection.close()


def _limit(collection: "Collection", reviews: int) -> None:
    options = collection.decks.config_dict_for_deck_id(1)
    options["new"]["perDay"], options["rev"]["perDay"] = 5, reviews
    collection.decks.update_config(options)


def first(path: str) -> float:
    """Seconds from opening the collection to the first card of the queue."""
    from anki.collection import Collection

    began = time.perf_counter()
    collection = Collection(path)
    queued = collection.sched.get_queued_cards(fetch_limit=1)
    seconds = time.perf_counter() - began
    if not queued.cards:
        raise SystemExit("Anki found no card due")
    collection.close()
    return seconds


def review(path: str, count: int) -> None:
    """Seconds of each review rated Good, from the answer to the next card in hand with its intervals."""
    from anki.collection import Collection
    from anki.scheduler.v3 import CardAnswer

    from anki.cards import Card  # isort: skip - importing it first runs into a circle of imports of Anki's own

    collection = Collection(path)
    _limit(collection, count + 10)
    one = collection.sched.get_queued_cards(fetch_limit=1).cards[0]
    for line in sys.stdin:
        seconds = []
        for _ in range(int(line)):
            card = Card(collection, backend_card=one.card)
            card.start_timer()
            began = time.perf_counter()
            answer = collection.sched.build_answer(card=card, states=one.states, rating=CardAnswer.GOOD)
            collection.sched.answer_card(answer)
            one = collection.sched.get_queued_cards(fetch_limit=1).cards[0]
            seconds.append(time.perf_counter() - began)
        sys.stdout.write(json.dumps(seconds) + "\n")
        sys.stdout.flush()
    collection.close()


def main() -> None:
    """One of the three; figures go to standard output as JSON."""
    verb, path, *figures = sys.argv[1:]
    if verb == "first":
        sys.stdout.write(json.dumps(first(path)) + "\n")
    elif verb == "fill":
        fill(path, *map(int, figures))
    else:
        review(path, int(figures[0]))


if __name__ == "__main__":
    main()
