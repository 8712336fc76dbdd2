"""A mock interview on plain lines: how its report, its debrief and a brief read, line by line."""

from collections.abc import Sequence

from interview_coach.answers import rubric
from interview_coach.cli.output import one_line, plural, say
from interview_coach.coach.brief import Brief
from interview_coach.coach.mock.advice import next_steps, role_words
from interview_coach.coach.mock.debrief import Debrief
from interview_coach.coach.mock.drawn import answer_lines, how_given, summary_lines
from interview_coach.coach.mock.past import Past
from interview_coach.coach.mock.report import Answer, Report
from interview_coach.coach.mock.setup import Qualifying
from interview_coach.settings import Settings

LISTED = 5  # questions that were left out, by name


def say_qualifying(found: Qualifying, wanted: int) -> None:
    """How many questions can be asked, which cannot and why, and what all of them lack."""
    say(f"{plural(len(found.candidates), 'question qualifies', 'questions qualify')}.")
    for why, number in found.counted().items():
        say(f"Left out: {number}, {why.value}.")
        for each in [each for each in found.left_out if each.why is why][:LISTED]:
            say(f"  {each.skill}: {one_line(each.prompt, len(each.skill) + 4)}")
    if len(found.candidates) < wanted:
        say(f"So there are {len(found.candidates)} and not {wanted}.")
    if found.lacks_trouble:
        say("None of them asks for a failure or a conflict, and interviewers do: add one to a note.")


def say_facts(debrief: Debrief) -> None:
    """What was measured outside its quiet band, each with how it was obtained."""
    for fact in debrief.facts:
        band = f"; quiet: {fact.band}" if fact.band else ""
        how = f" ({fact.how}{band})" if fact.how != "not measured" else ""
        say(f"- {fact.text}{how}.")
    if not debrief.facts:
        say("- Nothing measured lay outside its quiet band.")


def say_point(debrief: Debrief, index: int) -> None:
    """A point with its tick; the person's own words where they prove it."""
    each = debrief.ticked[index]
    label = f"{each.point.label}: {each.point.expected}" if each.point.expected else each.point.label
    said = [debrief.text[start:end] for start, end in each.evidence[:1]] if each.hit else []
    proof = f"  you said “{one_line(said[0])[:60]}”" if said and each.point.kind.value == "metric" else ""
    say(f"  {index + 1} {'[x]' if each.hit else '[ ]'} {label}{proof}")


def say_points(debrief: Debrief) -> None:
    """The points with their ticks, and the figures to ask about."""
    for index in range(len(debrief.ticked)):
        say_point(debrief, index)
    for landing in debrief.looked.doubtful:
        say(f"  You said “{landing.said}”. Is that {landing.sought.name}? The note has {landing.sought.value}.")


def say_follow_up(debrief: Debrief) -> None:
    """What was asked on, and which figures came only then."""
    if debrief.follow_up is None:
        return
    follow, attempt, _ = debrief.follow_up
    hits = {(each.point.label, each.point.expected) for each in attempt.points if each.hit}
    before = {(each.point.label, each.point.expected) for each in debrief.ticked if each.hit}
    then = [f"{name} {value}" for name, value in sorted(hits - before) if value]
    became = "skipped" if attempt.abandoned else plural(attempt.words, "word") if attempt.words else "answered"
    say(f"Asked on: {follow.text} ({became})")
    if then:
        say(f"  Said only then: {'; '.join(then)}.")


def say_note(debrief: Debrief) -> None:
    """What the note has."""
    say("The note:")
    for passage in debrief.card.passages:
        say(f"  {passage.label}: {passage.text}" if passage.label else f"  {passage.text}")


def say_rubric() -> None:
    """Each line of the rubric with what its levels look like."""
    say("The rubric, 1 to 5 on each line:")
    for line in rubric.LINES:
        levels = "; ".join(f"{level} {line.anchor(level)}" for level in rubric.LEVELS)
        say(f"  {line.name}: {levels}")


def say_report(report: Report, settings: Settings, *, lacks_trouble: bool = False) -> None:
    """The story of an interview, and what to do next."""
    say(f"Mock interview of {report.started_at:%Y-%m-%d %H:%M}, seed {report.seed}")
    if report.before is not None:
        say(f"Beside the last time, {report.before.started_at:%Y-%m-%d %H:%M}")
    for line in summary_lines(report):
        say(f"  {line}")
    for answer in report.answers:
        _say_answer(answer)
    steps = next_steps(report, settings, lacks_trouble=lacks_trouble)
    if steps:
        say()
        say("What to do next")
        for number, step in enumerate(steps, 1):
            say(f"  {number}. {step}")


def _say_answer(answer: Answer) -> None:
    planned = answer.planned
    say()
    say(f"{planned.number}. {planned.prompt}")
    say(f"   {planned.skill}, {role_words(answer)}; {how_given(answer)}")
    for line in answer_lines(answer):
        say(f"   {line}")
    if answer.fix:
        say(f"   To fix: {answer.fix}")
    if answer.asked_on is not None:
        became = "answered" if answer.asked_on.answered else "not answered"
        say(f"   Asked on, since {answer.asked_on.why}: {answer.asked_on.text} ({became})")


def say_past(found: Sequence[Past]) -> None:
    """The interviews that were sat, a line each."""
    for each in found:
        grade = "not graded" if each.grade is None else f"graded {each.grade:.1f}"
        left = "" if each.is_over else ", not finished"
        line = (
            f"{each.mock_id:>4}  {each.started_at:%Y-%m-%d %H:%M}  seed {each.seed}, "
            f"{each.answered} of {each.questions} answered, {grade}{left}  "
        )
        say(line + one_line(", ".join(each.skills), len(line)))
    if found:
        say("To read one again: interview-coach mock --report NUMBER. To sit it again: mock --seed SEED")
    else:
        say("No mock interview was sat yet. interview-coach mock --plain begins one.")


def say_brief(brief: Brief) -> None:
    """The brief, at most a screen of 80 columns and 24 lines."""
    when = ""
    if brief.day is not None and brief.days is not None:
        away = "today" if brief.days == 0 else "tomorrow" if brief.days == 1 else f"in {brief.days} days"
        when = f", {brief.day.isoformat()}, {away}" if brief.days >= 0 else f", {brief.day.isoformat()}, over"
    say(one_line(f"{brief.title}{when}: {brief.seconds} seconds to read", 0))
    if brief.openers:
        say("Your stories open")
    for opener in brief.openers:
        say(one_line(f"  {opener.called}: {opener.text}", 0))
    if brief.numbers:
        say("Your numbers")
    for each in brief.numbers:
        figures = "; ".join(f"{name} {value}" for name, value in each.figures)
        say(one_line(f"  {each.skill}: {figures}", 0))
    if brief.weakest:
        say("What went worst")
    for number, point in enumerate(brief.weakest, 1):
        say(one_line(f"  {number} {point.prompt}: {point.why}", 0))
    if not (brief.openers or brief.numbers):
        say("There is nothing to read yet: write questions, a STAR story and results into a note.")
    elif any(brief.more):
        said = [plural(brief.more[0], "story", "stories")] if brief.more[0] else []
        said += [plural(brief.more[1], "number")] if brief.more[1] else []
        say(f"More in the notes: {' and '.join(said)}.")
