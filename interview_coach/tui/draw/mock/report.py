"""What a mock interview came to, on one screen: each answer against the clock, figures, rubric, what next."""

from collections.abc import Sequence
from statistics import fmean

from textual.content import Content

from interview_coach.answers import rubric
from interview_coach.answers.profiles import Light, Profile
from interview_coach.coach.mock.drawn import how_given
from interview_coach.coach.mock.report import Answer, Report
from interview_coach.coach.speech import STAR
from interview_coach.settings import Settings
from interview_coach.tui.draw.basics import (
    BLANK,
    QUIET,
    button,
    clickable,
    counted,
    day_name,
    fitting,
    labelled,
    spread,
)
from interview_coach.tui.draw.clock import LIGHT_STYLES, minutes
from interview_coach.tui.draw.mock.in_full import LABEL, in_full
from interview_coach.tui.text import cut, padded, width_of, wrapped

WIDE = 72  # cells from which the bars stand beside the questions
SIDES = 72  # and from which the rubric stands beside the figures
TIME, FIGURES, GRADE = 6, 9, 6  # cells of the columns at the right
ASIDE = TIME + FIGURES + GRADE


def head(report: Report, width: int) -> Content:
    """When it was, its seed, how much of it was answered."""
    day = f"{day_name(report.started_at)} {report.started_at:%H:%M}"
    left = Content.assemble(("Mock interview", "bold $text-primary"), (f" · {day}", QUIET))
    answered = f"seed {report.seed} · {len(report.answered)} of {len(report.answers)} answered"
    return spread(left, Content.styled(cut(answered, max(8, width // 2)), QUIET), width)


def lines(report: Report, steps: Sequence[str], settings: Settings, width: int, height: int) -> list[Content]:
    """The report: what fits one screen first, each answer in full beneath it."""
    over_all = [*_answers(report, settings, width), BLANK, *_sides(report, width)]
    said = _steps(steps, width, height - len(over_all) - 2)
    following = [BLANK, Content.styled("What to do next", f"italic {QUIET}"), *said] if said else []
    return [*over_all, *following, *in_full(report, width)]


# -- the answers against the clock


def _answers(report: Report, settings: Settings, width: int) -> list[Content]:
    """A line for each: the question, its time as a bar in the letters of its parts, figures, grade."""
    profile = report.answers[0].profile if report.answers else None
    if profile is None:
        return [Content.styled("Nothing was asked.", QUIET)]
    longest = max((each.seconds or 0 for each in report.answers), default=0)
    whole = max(profile.overtime, longest)
    asked = max(12, (width - ASIDE) * 2 // 5) if width >= WIDE else max(6, width - ASIDE - 14)
    room = width - asked - ASIDE - 1
    titles = f"{minutes(profile.red):>{TIME}}{'figures':>{FIGURES}}{'grade':>{GRADE}}"
    aim = _bar(_shared(settings, profile.red), profile, whole, room, aim=True)
    head = Content.assemble((padded("to aim at", asked + 1), QUIET), aim, (titles, QUIET))
    answers = (_answer(each, report.last_time(each), whole, asked, room) for each in report.answers)
    return [head, *answers]


def _answer(answer: Answer, before: Answer | None, whole: float, asked: int, room: int) -> Content:
    number = f"{answer.planned.number} "
    prompt = padded(f"{number}{' '.join(answer.planned.prompt.split())}", asked)
    if answer.is_skipped:
        return Content.assemble((prompt + " ", QUIET), (padded(how_given(answer), room + ASIDE), QUIET))
    seconds = answer.seconds or 0
    parts = [seconds * each.share / 100 for each in answer.shares] or [float(seconds)]
    light = answer.light
    time = f"{'~' if answer.is_predicted else ''}{minutes(seconds)}" if answer.seconds is not None else "-"
    drawn = _bar(parts, answer.profile, whole, room, lettered=bool(answer.shares))
    return Content.assemble(
        prompt,
        " ",
        drawn,
        (f"{time:>{TIME}}", LIGHT_STYLES[light] if light in (Light.RED, Light.OVERTIME) else ""),
        f"{_said(answer):>{FIGURES}}",
        (f"{_grade(answer, before):>{GRADE}}", "bold"),
    )


def _bar(
    parts: Sequence[float],
    profile: Profile,
    whole: float,
    room: int,
    *,
    aim: bool = False,
    lettered: bool = True,
) -> Content:
    """Seconds as cells: the letter of each part, a plain line where none were marked, the red light's place."""
    ends, total = [], 0.0
    for seconds in parts:
        total += seconds
        ends.append(total * room / whole)
    red = min(room - 1, int(profile.red * room / whole))
    cells: list[tuple[str, str]] = []
    for cell in range(room):
        if cell + 0.5 < total * room / whole:
            part = next((index for index, end in enumerate(ends) if cell + 0.5 < end), len(ends) - 1)
            letter = STAR[part].value[0].upper() if lettered else "━"
            over = cell >= red
            style = QUIET if aim else "$text-error" if over else "$text-primary"
            cells.append((letter, style))
        elif cell == red:
            cells.append(("┊", "$text-error"))
        else:
            cells.append(("·" if cell < red else " ", "$line"))
    return Content.assemble(*cells)


def _shared(settings: Settings, seconds: float) -> list[float]:
    whole = sum(settings.part_shares) or 1
    return [seconds * share / whole for share in settings.part_shares]


def _said(answer: Answer) -> str:
    if not answer.figures:
        return "-"
    later = sum(each.said_when_asked and not each.said for each in answer.figures)
    said = f"{sum(each.said for each in answer.figures)}/{len(answer.figures)}"
    return f"{said}+{later}" if later else said


def _grade(answer: Answer, before: Answer | None) -> str:
    if answer.grade is None:
        return "part" if answer.grades else "-"
    if before is None or before.grade is None or round(answer.grade - before.grade, 1) == 0:
        return f"{answer.grade:.1f}"
    return f"{answer.grade:.1f}{'↑' if answer.grade > before.grade else '↓'}"


# -- the rubric beside the figures


def _sides(report: Report, width: int) -> list[Content]:
    graded = _rubric(report, width if width < SIDES else width // 2 - 1)
    counts = _counts(report, width if width < SIDES else width - width // 2 - 1)
    if not graded:
        return counts
    if width < SIDES:
        return [*counts, BLANK, *graded]
    half = width // 2
    rows = max(len(graded), len(counts))
    left = [*graded, *[BLANK] * (rows - len(graded))]
    right = [*counts, *[BLANK] * (rows - len(counts))]
    return [
        Content.assemble(mine, " " * (half + 1 - mine.cell_length), other)
        for mine, other in zip(left, right, strict=True)
    ]


def _rubric(report: Report, width: int) -> list[Content]:
    """A bar for each line that was graded, with what it was the last time."""
    names = max(width_of(line.name) for line in rubric.LINES) + 1
    result = []
    for line in rubric.LINES:
        grade = report.grades.get(line.code)
        if grade is None:
            continue
        then = None if report.before is None else report.before.grades.get(line.code)
        beside = "" if then is None else f" ({grade - then:+.1f})"
        cells = int(grade + 0.5)  # 2.5 and 3.5 are drawn one apart
        result.append(
            Content.assemble(
                (padded(line.name, min(names, width - 12)), QUIET),
                ("■" * cells, "$text-primary"),
                ("□" * (len(rubric.LEVELS) - cells), "$line"),
                f" {grade:.1f}",
                (beside, QUIET),
            )
        )
    return result


def _counts(report: Report, width: int) -> list[Content]:
    said, later, all_figures = report.figures
    before = report.before
    result = []
    if all_figures:
        then = "" if before is None or not before.figures[2] else f", last time {before.figures[0]}"
        words = f"{said} of {all_figures} said" + (f", {later} more when asked" if later else "") + then
        room = min(all_figures, width - LABEL)
        filled = round(said * room / all_figures)
        half = round(later * room / all_figures)
        drawn = Content.assemble(
            ("■" * filled, "$text-success"),
            ("◪" * half, "$text-accent"),
            ("□" * (room - filled - half), "$line"),
        )
        result += [Content.assemble(("Figures".ljust(LABEL), QUIET), drawn)]
        result += labelled(" ", words, width, LABEL)
    lights = _lights(report)
    if lights:
        result += labelled("Lights", lights, width, LABEL)
    if report.predictions:  # the mean of both over the answers that have both
        predicted, graded = (fmean(each) for each in zip(*report.predictions, strict=True))
        result += labelled("Predicted", f"{predicted:.1f}, graded {graded:.1f}", width, LABEL)
    if before is not None:
        mean = "" if before.grade is None else f", graded {before.grade:.1f}"
        result += labelled("Last time", f"{day_name(before.started_at)}{mean}", width, LABEL)
    return result


def _lights(report: Report) -> str:
    """How many answers ended in which light; nothing where all ended before red."""
    found = [each.light for each in report.answered if each.seconds is not None]
    late = [(light, found.count(light)) for light in (Light.RED, Light.OVERTIME) if light in found]
    short = sum(light is Light.NONE for light in found)
    words = {Light.RED: "past red", Light.OVERTIME: "in overtime"}
    said = [f"{number} {words[light]}" for light, number in late]
    if short:
        said.append(f"{short} before green")
    return ", ".join(said)


# -- what next


def _steps(steps: Sequence[str], width: int, room: int) -> list[Content]:
    """The steps, what matters most first: all where they fit, else each on as few lines as it takes."""
    whole = [_step(number, step, width, 9) for number, step in enumerate(steps, 1)]
    if sum(map(len, whole)) <= max(room, 3):
        return [line for step in whole for line in step]
    short = [_step(number, step, width, 2) for number, step in enumerate(steps, 1)]
    return [line for step in short for line in step]


def _step(number: int, text: str, width: int, most: int) -> list[Content]:
    body = wrapped(text, width - 3)
    if len(body) > most:
        body = [*body[: most - 1], cut(" ".join(body[most - 1 :]), width - 3)]
    return [
        Content.assemble((f"{number}. " if index == 0 else "   ", "bold $text-accent"), line)
        for index, line in enumerate(body)
    ]


def keys(report: Report, width: int) -> Content:
    """What can be done with it."""
    parts = [clickable(button("enter", "Done"), "screen.leave")]
    weak = report.to_work_on
    if report.sent:
        parts.append(clickable(button("s", f"Take {report.sent} back from today", QUIET), "screen.send"))
    elif weak:
        send = f"Send {counted(len(weak), 'weak one')} to today's practice"
        parts.append(clickable(button("s", send, "$text-success"), "screen.send"))
    parts.append(clickable(button("o", "Open the file", QUIET), "screen.open"))
    parts.append(clickable(button("a", "Sit it again", QUIET), "screen.again"))
    return fitting(parts, width)
