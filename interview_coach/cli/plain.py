"""Practice on plain lines: nothing moves, nothing is overwritten; for screen readers and scripts."""

from collections.abc import Iterable, Iterator

from interview_coach.cards.model import Card, CardKind, PointKind
from interview_coach.cards.prompts import masked
from interview_coach.cli.listing import say_why_nothing
from interview_coach.cli.output import one_line, plural, say
from interview_coach.cli.plain_answer import PlainAnswer
from interview_coach.coach.answering import takes_an_answer
from interview_coach.coach.coach import Coach
from interview_coach.coach.day import Choice
from interview_coach.coach.practice import Attempt, Practice, Showing, Ticked
from interview_coach.coach.summary import Summary
from interview_coach.recall.model import Rating

NAMES = {Rating.AGAIN: "Again", Rating.HARD: "Hard", Rating.GOOD: "Good", Rating.EASY: "Easy"}
HELP = (
    "Empty line: show the answer. 1 Again, 2 Hard, 3 Good, 4 Easy: rate it. t 1 3: tick points 1 and 3. "
    "h: a hint. u: undo. s: suspend. b: not today. f: flag. q: leave. Anything else is your answer."
)


def practise(coach: Coach, choice: Choice, lines: Iterable[str]) -> None:
    """A whole sitting. The end of the input or ctrl+c leaves it, with everything rated so far saved."""
    practice = coach.practice(choice)
    session = _Plain(coach, practice, (line.rstrip("\r\n") for line in lines))
    if practice.current is None:
        _say_nothing_due(coach)
        if not session.goes_back():
            return
    try:
        while not session.run():
            _say_summary(practice.finish())
            if not session.goes_back():
                return
    except KeyboardInterrupt:
        _say_summary(practice.finish())
        raise
    _say_summary(practice.finish())


class _Plain:
    """The state of the dialogue about one card, over a sitting that keeps all the rest."""

    def __init__(self, coach: Coach, practice: Practice, lines: Iterator[str]) -> None:
        self._coach = coach
        self._practice = practice
        self._lines = lines
        self._begin()

    def _begin(self) -> None:
        """A card has come up: nothing is answered, shown, hinted or ticked yet."""
        self._revealed = False
        self._answer: list[str] = []
        self._duration = 0
        self._hinted: set[int] = set()
        self._ticked: set[int] = set()
        self._own: set[int] = set()  # the ticks that are the person's
        self._looked: PlainAnswer | None = None
        if self._practice.notice:
            say(self._practice.notice)
        if self._practice.current is not None:
            _say_prompt(self._practice, self._practice.current)

    def run(self) -> bool:
        """Reads lines until the cards end, or until the person or the input leaves; gives whether they did."""
        while self._practice.current is not None:
            line = next(self._lines, None)
            if line is None or line.strip().casefold() == "q":
                return True
            self._take(line, self._practice.current)
        return False

    def goes_back(self) -> bool:
        """Where no card is left: whether the person takes back the last step and so goes on."""
        if not self._practice.can_undo:
            return False
        say("u undoes the last step; an empty line leaves.")
        if next(self._lines, "").strip().casefold() != "u":
            return False
        self._undo()
        return True

    def _take(self, line: str, showing: Showing) -> None:
        word = line.strip().casefold()
        if word in {"u", "s", "b", "f", "?", "h"}:
            self._act(word, showing)
        elif not self._revealed:
            self._before_answer(line, word, showing)
        elif word in {"1", "2", "3", "4"}:
            self._rate(Rating(int(word)), showing)
        elif word.split(maxsplit=1)[:1] == ["t"]:
            self._tick(word.split()[1:], showing.stored.card)
        else:
            say("No key is called that; ? lists them." if word else "Rate it:")
            say(_choices(self._practice))

    def _before_answer(self, line: str, word: str, showing: Showing) -> None:
        if not word:
            self._revealed = True
            self._duration = self._practice.milliseconds_on_show()
            self._look(showing.stored.card)
            _say_answer(showing.stored.card)
            if self._looked is not None:
                self._looked.tell()
            say(_choices(self._practice))
        elif word in {"1", "2", "3", "4"} and not self._answer:
            say("First an empty line, which shows the answer; then 1 to 4 rate it.")
        else:
            self._answer.append(line)

    def _look(self, card: Card) -> None:
        """Looks at what was typed to a question; it is on disk before anything is said of it."""
        if takes_an_answer(card) and any(line.strip() for line in self._answer):
            self._looked = PlainAnswer(self._coach, card, self._answer, self._duration, self._hinted)
            self._ticked |= self._looked.found
            self._practice.answered(self._attempt(card))

    def _act(self, word: str, showing: Showing) -> None:
        if word == "?":
            say(HELP)
        elif word == "h":
            self._hint(showing.stored.card)
        elif word == "f":
            say("Flagged." if self._practice.flag() else "No flag any more.")
        elif word == "u":
            self._undo()
        elif word == "s":
            self._practice.suspend()
            say("Suspended: it will not come up until you take it back in. u undoes.")
            self._begin()
        else:
            self._practice.bury()
            say("Not today: it comes back tomorrow. u undoes.")
            self._begin()

    def _undo(self) -> None:
        deed = self._practice.undo()
        if deed is None:
            say("There is nothing to undo.")
            return
        rating = self._practice.taken_back
        say(f"Undone: {deed.value}{'' if rating is None else f' {NAMES[rating]}'}.")
        if self._practice.current is not None:
            self._practice.again()  # the card is answered anew here, and what was typed before stays
        self._begin()

    def _hint(self, card: Card) -> None:
        covered = [number for number in _metric_points(card) if number not in self._hinted]
        if self._revealed or not covered:
            say("There is no more hint.")
            return
        self._hinted.add(covered[0])
        point = card.points[covered[0]]
        say(f"Hint: {point.label}: {point.expected}")

    def _tick(self, words: list[str], card: Card) -> None:
        numbers = {int(word) - 1 for word in words if word.isdecimal() and 0 < int(word) <= len(card.points)}
        self._ticked ^= numbers
        self._own |= numbers
        held = ", ".join(card.points[number].label for number in sorted(self._ticked))
        say(f"Ticked: {held}." if held else "Nothing is ticked.")

    def _rate(self, rating: Rating, showing: Showing) -> None:
        attempt = self._attempt(showing.stored.card)
        interval = self._practice.intervals[rating]
        self._practice.rate(rating, attempt)
        if not self._practice.notice:
            say(f"{NAMES[rating]}: again in {interval}. Saved.")
        say()
        self._begin()

    def _attempt(self, card: Card) -> Attempt:
        if self._looked is not None:
            return self._looked.attempt(self._ticked, self._hinted, self._own)
        words = sum(len(line.split()) for line in self._answer)
        return Attempt(
            way="typed" if words else "head",
            duration=self._duration,
            words=words,
            points=tuple(
                Ticked(point, number in self._ticked, number in self._hinted)
                for number, point in enumerate(card.points)
            ),
        )


def _metric_points(card: Card) -> list[int]:
    """The points that are masked while the answer is given. A metric card's own value is its answer."""
    if card.kind is CardKind.METRIC:
        return []
    return [number for number, point in enumerate(card.points) if point.kind is PointKind.METRIC]


def _say_prompt(practice: Practice, showing: Showing) -> None:
    card = showing.stored.card
    marks = "".join(f", {word}" for word in showing.marks)
    say(f"{card.skill}, {card.kind.value}, {practice.number} of {practice.total}{marks}")
    say(card.prompt)
    for passage in card.cue:
        say(f"{passage.label}: {passage.text}" if passage.label else passage.text)
    metrics = [masked(card.points[number]) for number in _metric_points(card)]
    if metrics:
        named = "; ".join(f"{name} ({context})" if context else name for name, context in metrics)
        say(f"Numbers to land: {named}. h gives a hint.")


def _say_answer(card: Card) -> None:
    for passage in card.passages:
        say(f"{passage.label}: {passage.text}" if passage.label else passage.text)
    if not card.passages:
        say(card.answer or "The note has no answer to this yet.")
    if card.points:
        say("Points:")
    for number, point in enumerate(card.points, start=1):
        if point.kind is PointKind.METRIC:
            say(
                f"  {number} {point.label}: {point.expected}" + (f" ({point.context})" if point.context else "")
            )
        else:
            say(f"  {number} {point.label}")


def _choices(practice: Practice) -> str:
    return "  ".join(f"{rating.value} {NAMES[rating]} {text}" for rating, text in practice.intervals.items())


def _say_nothing_due(coach: Coach) -> None:
    say("Nothing is due now.")
    say_why_nothing(coach.today())


def _say_summary(summary: Summary) -> None:
    say()
    if not summary.reviews:
        say("Nothing was rated.")
    else:
        _say_ratings(summary)
    for prompt in summary.again:
        say(f"Once more: {one_line(prompt, 11)}")
    if summary.left:
        when = "" if summary.ready_at is None else f", the next ready at {summary.ready_at:%H:%M}"
        say(f"Today still holds {plural(summary.left, 'card')}{when}.")
    tomorrow = [f"{plural(summary.tomorrow, 'card')} due"] if summary.tomorrow else []
    tomorrow += [f"{summary.new_tomorrow} new"] if summary.new_tomorrow else []
    say(f"Tomorrow: {' and '.join(tomorrow) or 'nothing is due'}.")


def _say_ratings(summary: Summary) -> None:
    say(
        f"{plural(summary.cards, 'card')}, {plural(summary.reviews, 'rating')}: recalled {summary.recalled} of "
        f"{summary.reviews}, in {_length(summary.seconds)}."
    )
    say(", ".join(f"{NAMES[rating]} {number}" for rating, number in summary.ratings.items()) + ".")
    if summary.learnt:
        say(f"Learnt: {plural(summary.learnt, 'new card')}.")


def _length(seconds: int) -> str:
    return plural(seconds, "second") if seconds < 60 else plural(round(seconds / 60), "minute")
