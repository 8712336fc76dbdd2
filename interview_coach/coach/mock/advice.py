"""What to do after an interview: a few things in their order, each from what was found in it, none made up."""

from collections.abc import Iterator

from interview_coach.answers.fix import quoted
from interview_coach.answers.profiles import Light
from interview_coach.coach.mock.order import Role
from interview_coach.coach.mock.report import Answer, Report
from interview_coach.settings import Settings

MOST = 5
_AGAIN = 2  # answers with the same, from which it is the same


def next_steps(report: Report, settings: Settings, *, lacks_trouble: bool = False) -> tuple[str, ...]:
    """What to do next, what matters most first; at most five things.

    `lacks_trouble` says that no question of all that qualify asks for a failure or a conflict.
    """
    steps = [
        *_worst(report),
        *_figures(report),
        *_length(report),
        *_starts(report, settings),
        *_story(report),
        *_trouble(lacks_trouble),
        *_prediction(report, settings),
    ]
    return tuple(steps[:MOST])


def _worst(report: Report) -> Iterator[str]:
    first = next((each for each in report.to_work_on if not each.is_skipped), None)
    if first is not None:
        fix = first.fix or f"{_capital(first.reasons[0])}."
        asked = quoted(first.planned.prompt.removesuffix("."))
        yield f"Give answer {first.planned.number} again, “{asked}”. {fix}"
    skipped = [
        str(each.planned.number) for each in report.answers if each.attempt is not None and each.is_skipped
    ]
    if skipped:
        yield f"Have an answer ready to {_numbered('question', skipped)}, which you skipped."


def _figures(report: Report) -> Iterator[str]:
    """The key figures that were said in no answer, once each."""
    figures = [(each, figure) for each in report.answered for figure in each.figures]
    said = {(each.planned.skill, figure.name, figure.value) for each, figure in figures if figure.said}
    missed = {
        (each.planned.skill, figure.name, figure.value): f"{figure.name} {figure.value}"
        for each, figure in figures
        if any(f"key figure, {figure.value}," in reason for reason in each.reasons)
    }
    named = [text for known, text in missed.items() if known not in said]
    if named:
        yield f"Learn the figures to say: {'; '.join(dict.fromkeys(named[:4]))}."


def _length(report: Report) -> Iterator[str]:
    over = [str(each.planned.number) for each in report.answered if each.light is Light.OVERTIME]
    if len(over) >= _AGAIN:
        yield f"Shorten: {_numbered('answer', over)} ran into overtime."


def _starts(report: Report, settings: Settings) -> Iterator[str]:
    measured = [each for each in report.answered if each.shares]
    late = [
        str(each.planned.number)
        for each in measured
        if sum(part.share for part in each.shares[:2]) > settings.longest_start
    ]
    if len(late) >= _AGAIN:
        yield (
            f"Come to the Action sooner: in {_numbered('answer', late)} Situation and Task took over "
            f"{settings.longest_start} %."
        )
    short = [str(each.planned.number) for each in measured if each.shares[3].share < settings.shortest_result]
    if len(short) >= _AGAIN:
        yield (
            f"Give the Result its time: it took under {settings.shortest_result} % in "
            f"{_numbered('answer', short)}."
        )


def _story(report: Report) -> Iterator[str]:
    again = [str(each.planned.number) for each in report.answers if each.planned.repeats]
    if again:
        yield (
            f"Write another story into your notes: {_numbered('question', again)} could only be answered with "
            "one that an earlier question may have used."
        )


def _trouble(lacks: bool) -> Iterator[str]:
    if lacks:
        yield "No question asks for a failure or a conflict, and interviewers do: add one to a note."


def _prediction(report: Report, settings: Settings) -> Iterator[str]:
    counted = report.predictions
    if len(counted) < _AGAIN:
        return
    off = sum(predicted - grade for predicted, grade in counted) / len(counted)
    if abs(off) > settings.calibration_band:
        way = "above" if off > 0 else "below"
        yield f"You predicted {abs(off):.1f} {way} what you graded, over {len(counted)} answers."


def role_words(answer: Answer) -> str:
    """Why a question was asked, for people."""
    words = {
        Role.WARM_UP: "warm-up",
        Role.STRONG: "one that goes well",
        Role.WEAK: "one that goes badly",
        Role.LEAST: "little practised",
        Role.TROUBLE: "a failure or a conflict",
    }
    return words[answer.planned.role]


def _numbered(what: str, numbers: list[str]) -> str:
    if len(numbers) == 1:
        return f"{what} {numbers[0]}"
    return f"{what}s {', '.join(numbers[:-1])} and {numbers[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
