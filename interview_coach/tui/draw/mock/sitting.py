"""A question of a mock interview and its clock: to think, to answer, to answer on. No word of how it goes."""

from dataclasses import dataclass

from textual.content import Content

from interview_coach.answers.profiles import Light, Profile
from interview_coach.coach.mock.state import REPEATS, Stage
from interview_coach.coach.speech import Speech
from interview_coach.tui.draw.basics import BLANK, PROGRESS, QUIET, Share, bar, counted, spread
from interview_coach.tui.draw.clock import DIGIT_ROWS, LIGHT_STYLES, clock, large, light_words, minutes
from interview_coach.tui.text import cut, wrapped

STAGES = {Stage.THINK: "think", Stage.ANSWER: "answer", Stage.FOLLOW_UP: "follow-up"}
SOON = 5  # seconds before the think time is over from which it says so
TO_THINK = "to think: which story, which figure, which first sentence"
PAUSED = "The clock stands still."
BAR_MOST = 72
FULL = 12  # rows in which a clock is drawn whole: its bar is the last but one


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an interview stands: the stage, the question's number and of how many, its seed."""

    stage: Stage
    number: int
    total: int
    seed: int
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked now. `before` is the question that a follow-up goes on from, "" where there is none."""

    text: str
    before: str = ""
    repeats: bool = False


def head(standing: Standing, width: int) -> Content:
    """The stage at the left; the place among the questions at the right."""
    place = f"{standing.number} of {standing.total} "
    done, _, rest = PROGRESS
    shares = [
        Share(standing.number, done, "$text-primary"),
        Share(standing.total - standing.number, rest, "$line"),
    ]
    right = Content.assemble((place, QUIET), bar(shares, min(16, max(0, width // 6))))
    seeded = Content.assemble((f"seed {standing.seed}   ", QUIET), right)
    stage = "paused" if standing.paused else STAGES.get(standing.stage, "")
    left = Content.assemble(("Mock interview", "bold $text-primary"), (f" · {stage}", QUIET))
    fits = left.cell_length + seeded.cell_length + 2 <= width
    return spread(left, seeded if fits else right, width)


def question(asked: Asked, width: int, *, roomy: bool) -> list[Content]:
    """The question, which stays there; under a follow-up the question before it, lesser."""
    lines = [BLANK] if roomy else []
    if asked.before:
        lines += [Content.styled(line, QUIET) for line in wrapped(asked.before, width)[:2]]
        lines += [BLANK] if roomy else []
    lines += [
        Content.assemble(("▌ ", "$text-primary"), (line, "bold")) for line in wrapped(asked.text, width - 2)
    ]
    if asked.repeats:
        lines += [Content.styled(f"  {line}", QUIET) for line in wrapped(REPEATS, width - 2)]
    return lines


def thinking(used: float, seconds: int, width: int, height: int, *, paused: bool = False) -> list[Content]:
    """The think time that is left, in large digits, and as a bar that grows shorter."""
    left = max(0.0, seconds - used)
    shown = -(-int(left * 10) // 10)  # a second that has begun counts
    soon = 0 < left <= SOON
    style = QUIET if paused else "$text-warning" if soon or not left else "$text-primary"
    words = PAUSED if paused else _think_words(left, seconds)
    room = min(width, BAR_MOST)
    filled = 0 if not seconds else round(left / seconds * room)
    track = Content.assemble(("━" * filled, style), ("─" * (room - filled), "$line"))
    said = Content.styled(cut(words, width), "bold" if soon or not left else QUIET)
    if height < DIGIT_ROWS + 2:
        short = cut(f"{minutes(shown)} {words}", width)
        return [Content.styled(short, f"bold {style}"), track][: max(0, height)]
    digits = [Content.styled(row, f"bold {style}") for row in large(minutes(shown))]
    gap = [BLANK] if height > DIGIT_ROWS + 2 else []
    return [*digits, *gap, track, said]


def _think_words(left: float, seconds: int) -> str:
    if not seconds:
        return "No think time was chosen; take what you need."
    if not left:
        return "The think time is over. Begin when you are ready."
    return "The answer begins now." if left <= SOON else TO_THINK


def speaking(
    speech: Speech, profile: Profile, used: float, width: int, height: int, *, on: bool, paused: bool
) -> list[Content]:
    """The clock of a spoken answer. Answered `on`, to a follow-up, it has no parts to mark."""
    lines = clock(speech, profile, used, width, height if on else height - 1 if paused else height)
    if on and len(lines) > 1:
        lines = lines[:-1]
    return [*lines, Content.styled(cut(PAUSED, width), QUIET)] if paused else lines


@dataclass(frozen=True, slots=True)
class Written:
    """A written answer as it stands: its words, the seconds that they take said aloud and took to write."""

    words: int
    spoken: float
    took: float


def writing(written: Written, profile: Profile, width: int, height: int, *, paused: bool) -> list[Content]:
    """The lights of a written answer go by the time it would take to say, as its length is judged by that."""
    said = "said aloud" if width < 60 else "said aloud, as the lights have it"
    took = f"{minutes(written.took)} writing"
    words = f"{counted(written.words, 'word')}: {minutes(written.spoken)} {said} · {took}"
    now = Content.assemble(
        (minutes(written.spoken), f"bold {LIGHT_STYLES[profile.light(written.spoken)]}".strip()),
        f"  {light_words(written.spoken, profile)}",
    )
    track = clock(Speech(0.0), profile, written.spoken, width, FULL)[-2]
    line = Content.styled(cut(PAUSED if paused else words, width), QUIET)
    return [now.truncate(width, ellipsis=True), track, line][: max(0, height)]


def light_turned(before: Light, now: Light) -> bool:
    """Whether another light has come on."""
    return before is not now and now is not Light.NONE
