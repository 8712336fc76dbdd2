"""Notes, workspaces and clocks for the tests."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from interview_coach.cards.model import Point
from interview_coach.coach.coach import Coach
from interview_coach.coach.practice import Attempt, Ticked
from interview_coach.recall.model import NEW, Memory, Rating
from interview_coach.recall.schedule import Schedule
from interview_coach.settings import DEFAULTS, Settings
from interview_coach.store import log
from interview_coach.workspace import Workspace

START = datetime.fromisoformat("2026-03-02T08:00:00+01:00")

QUESTIONS = (
    "Tell me about a night the bakery nearly did not open.",
    "How do you plan for a flour delivery that comes late?",
    "When do you throw a batch away?",
)
METRICS = (
    ("Batches sold", "47/50", "On opening day"),
    ("Waste", "-38%", "Against the year before"),
    ("Proving time", "~9 hours", "Cold, overnight"),
)
STORY = {
    "Situation": "The oven failed at two in the morning, five hours before opening day",
    "Task": "Have bread on the shelves at seven, without a second oven",
    "Action": "Moved the dough to a friend's pizzeria in three runs and reshaped it for stone",
    "Result": "Opened on time and sold 47 of 50 batches",
}

# Two stories for one question: what came of one is a figure of the note, what came of the other is none.
WON = {"Situation": "The oven failed", "Action": "Moved the dough", "Result": "Sold 47 of 50 batches"}
LOST = {
    "Situation": "I bought cheap flour",
    "Action": "Told the owner that the fault was mine",
    "Result": "We threw 300 loaves away",
}


def note_text(
    title: str = "Bread Baking",
    questions: Sequence[str] = QUESTIONS,
    metrics: Sequence[tuple[str, str, str]] = METRICS,
    story: dict[str, str] | None = None,
    head: str = "type: skill",
) -> str:
    """A skill note in the usual shape."""
    lines = ["---", head, "---", "", f"# {title}", "", "## Quantifiable Results", ""]
    lines += ["| Metric | Value | Context |", "|---|---|---|"]
    lines += [f"| {' | '.join(row)} |" for row in metrics]
    lines += ["", "## Interview Notes", "", "**Common questions about this skill:**", ""]
    lines += [f'{number}. "{question}"' for number, question in enumerate(questions, 1)]
    lines += ["", "**Your STAR story:**", ""]
    lines += [f"- **{part}:** {text}" for part, text in (STORY if story is None else story).items()]
    return "\n".join(lines) + "\n"


@dataclass
class FakeClock:
    """A clock that stands still until it is moved."""

    now: datetime = field(default=START)

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, **units: float) -> None:
        """Moves on by a timedelta's units."""
        self.now += timedelta(**units)


def with_stories(text: str, *stories: Mapping[str, str]) -> str:
    """A note's text that has no story yet, with some, each under a heading of its own."""
    told = "".join(
        f"\n### STAR story: Number {number}\n\n"
        + "".join(f"- **{part}:** {words}\n" for part, words in story.items())
        for number, story in enumerate(stories, 1)
    )
    return text.replace("**Your STAR story:**\n", told)


def write_note(root: Path, name: str = "bread.md", text: str | None = None) -> Path:
    """A note in the workspace's decks."""
    path = root / "decks" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(note_text() if text is None else text, encoding="utf-8")
    return path


def open_at(root: Path, clock: FakeClock, settings: Settings = DEFAULTS) -> Coach:
    """The workspace at `root`, opened."""
    return Coach(Workspace(root), settings, clock)


def ratings_of(coach: Coach, card_id: int) -> list[tuple[Rating, datetime, date]]:
    """A card's ratings that stand, oldest first, as a schedule replays them."""
    return [(rated.rating, rated.at, rated.day) for rated in log.standing(coach.database.connection, card_id)]


def replayed(schedule: Schedule, ratings: Iterable[tuple[Rating, datetime, date]], seed: int) -> Memory:
    """The memory that ratings, oldest first, leave: one after the other by the plain schedule."""
    memory = NEW
    for rating, now, day in ratings:
        memory = schedule.after(memory, rating, now, day, seed)
    return memory


def answered(points: Sequence[Point], *said: int, hinted: Collection[int] = ()) -> Attempt:
    """A typed answer of forty words that said the points with these indexes."""
    ticked = (Ticked(point, index in said, index in hinted) for index, point in enumerate(points))
    return Attempt("typed", 9_000, 40, tuple(ticked))
