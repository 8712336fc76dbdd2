"""The clock of a spoken answer: large digits, the lights in words and shapes, the parts as they were marked."""

from collections.abc import Sequence
from itertools import groupby

from textual.content import Content

from interview_coach.answers.profiles import Light, Profile
from interview_coach.coach.speech import STAR, Speech
from interview_coach.tui.draw.basics import BLANK, QUIET
from interview_coach.tui.text import cut, wrapped

_GLYPHS = {
    "0": ("█▀█", "█ █", "▀▀▀"),
    "1": ("▀█ ", " █ ", "▀▀▀"),
    "2": ("▀▀█", "█▀▀", "▀▀▀"),
    "3": ("▀▀█", " ▀█", "▀▀▀"),
    "4": ("█ █", "▀▀█", "  ▀"),
    "5": ("█▀▀", "▀▀█", "▀▀▀"),
    "6": ("█▀▀", "█▀█", "▀▀▀"),
    "7": ("▀▀█", "  █", "  ▀"),
    "8": ("█▀█", "█▀█", "▀▀▀"),
    "9": ("█▀█", "▀▀█", "▀▀▀"),
    ":": ("▄", "▄", " "),
}
# What a light says, so that its colour need not.
LIGHT_WORDS = {
    Light.GREEN: "long enough",
    Light.YELLOW: "land the result",
}
LIGHT_STYLES = {
    Light.NONE: "",
    Light.GREEN: "$text-success",
    Light.YELLOW: "$text-warning",
    Light.RED: "$text-error",
    Light.OVERTIME: "$text-error",
}
ON, OFF = "●", "○"
DIGIT_ROWS = 3
RESTING = "space starts the clock, then marks where Task, Action and Result begin; enter ends."
RESTING_WHOLE = "space starts the clock, and ends it."
LEAST_SPAN = 60  # seconds that a bar without lights is long


def minutes(seconds: float) -> str:
    """A length as a clock shows it: "1:05"."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def clock(
    speech: Speech | None, profile: Profile, now: float, width: int, height: int, *, parts: bool = True
) -> list[Content]:
    """The clock as it runs, or at rest where there is no speech yet; less of it where there is less room.

    Without `parts` none are marked in it: what is told is one piece.
    """
    seconds = 0.0 if speech is None else speech.seconds(now)
    face = _face(seconds, profile, width)
    track = _track(speech, seconds, profile, now, width)[: None if parts else 1]
    if height < len(face) + len(track) or width < face[0].cell_length:
        return [_one_line(seconds, profile, width), *reversed(track)][: max(0, height)]
    lines = [*face, *([BLANK] if height > len(face) + len(track) else []), *track]
    if speech is not None:
        return lines
    resting = [
        BLANK,
        *(Content.styled(line, QUIET) for line in wrapped(RESTING if parts else RESTING_WHOLE, width)),
    ]
    return [*lines, *resting] if height >= len(lines) + len(resting) else lines


def large(text: str) -> list[str]:
    """A time in digits of three rows."""
    return [" ".join(_GLYPHS[each][row] for each in text) for row in range(DIGIT_ROWS)]


def lamps(profile: Profile) -> tuple[tuple[Light, int], ...]:
    """The three lights that are shown, with the seconds at which they come on; none where no time is set."""
    if not profile.timed:
        return ()
    return (Light.GREEN, profile.green), (Light.YELLOW, profile.yellow), (Light.RED, profile.red)


def light_words(seconds: float, profile: Profile) -> str:
    """What the clock says now: "green in 0:12", "yellow: land the result", "over by 0:31"."""
    if not profile.timed:
        return ""
    if seconds >= profile.red:
        return f"over by {minutes(seconds - profile.red)}"
    light = profile.light(seconds)
    if light is Light.NONE:
        return f"green in {minutes(profile.green - int(seconds))}"
    return f"{light}: {LIGHT_WORDS[light]}"


def _face(seconds: float, profile: Profile, width: int) -> list[Content]:
    """The digits with the lights beside them, a row each; the one that shines now says what it means."""
    if not profile.timed:
        return [Content.styled(row, "bold") for row in large(minutes(seconds))]
    shining = profile.light(seconds)
    here = Light.RED if shining is Light.OVERTIME else shining
    rows = []
    for row, (light, begins) in zip(large(minutes(seconds)), lamps(profile), strict=True):
        on = seconds >= begins
        words = f"over by {minutes(seconds - profile.red)}" if light is Light.RED else LIGHT_WORDS[light]
        line = Content.assemble(
            (row, f"bold {LIGHT_STYLES[shining]}".strip()),
            (f"   {ON if on else OFF} {light:<6} {minutes(begins):>5}", LIGHT_STYLES[light] if on else QUIET),
        )
        said = Content.assemble(line, (f"  {words}", "bold"))
        wanted = (said, line) if light is here else (line,)
        rows.append(next((each for each in wanted if each.cell_length <= width), Content(row)))
    return rows


def _track(speech: Speech | None, seconds: float, profile: Profile, now: float, width: int) -> list[Content]:
    """The time so far as a bar filled with the letters of the parts, and the seconds of each beneath it."""
    return [_bar(speech, seconds, profile, now, width), _parts(speech, now, width)]


def _bar(speech: Speech | None, seconds: float, profile: Profile, now: float, width: int) -> Content:
    whole = max(float(profile.overtime if profile.timed else LEAST_SPAN), seconds)
    marks = {min(width - 1, int(begins * width / whole)): light for light, begins in lamps(profile)}
    cells: list[tuple[str, str]] = []
    ends, total = [], 0.0
    for length in speech.lengths(now) if speech is not None else ():
        total += length
        ends.append(total * width / whole)
    filled = seconds * width / whole
    for cell in range(width):
        if cell < filled:
            part = next((i for i, end in enumerate(ends) if cell < end), len(ends) - 1)
            letter = STAR[part].value[0].upper() if speech is not None and speech.marks else "━"
            cells.append((letter, LIGHT_STYLES[profile.light(cell * whole / width)] or "$text-primary"))
        elif cell in marks:
            cells.append(("┊", LIGHT_STYLES[marks[cell]]))
        else:
            cells.append(("─", "$line"))
    # In stretches of one kind: a span for each cell would cost more than all else of a card.
    runs = [list(run) for _, run in groupby(cells)]
    return Content.assemble(*((run[0][0] * len(run), run[0][1]) for run in runs))


def _parts(speech: Speech | None, now: float, width: int) -> Content:
    lengths = () if speech is None else speech.lengths(now)
    for short in (False, True):
        line = Content("  ").join(_part(index, lengths, short=short) for index in range(len(STAR)))
        if line.cell_length <= width:
            return line
    return line.truncate(width)


def _part(index: int, lengths: Sequence[float], *, short: bool) -> Content:
    name = STAR[index].value.capitalize()
    here = index == len(lengths) - 1
    time = minutes(lengths[index]) if index < len(lengths) else "-"
    return Content.assemble(
        ("▸" if here else " ", "bold $text-primary"),
        (name[0] if short else name, "bold" if here else QUIET),
        (f" {time}", "bold" if here else "" if index < len(lengths) else QUIET),
    )


def _one_line(seconds: float, profile: Profile, width: int) -> Content:
    shapes = "".join(ON if seconds >= begins else OFF for _, begins in lamps(profile))
    said = cut(" ".join(filter(None, (minutes(seconds), shapes, light_words(seconds, profile)))), width)
    return Content.styled(said, f"bold {LIGHT_STYLES[profile.light(seconds)]}".strip())
