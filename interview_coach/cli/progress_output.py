"""`weak` and `stats` for people: each figure with its sentence, bars of at most 80 columns."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from interview_coach.cards.prompts import without_skill
from interview_coach.cli.output import one_line, plural, say
from interview_coach.recall.readiness import percent

if TYPE_CHECKING:
    from interview_coach.coach.progress import Statistics
    from interview_coach.coach.weak import Look, WeakAnswer, WeakList

_WEEKS, _COMING, _LATEST_MOCKS = 6, 14, 10
_RATINGS = ("", "Again", "Hard", "Good", "Easy")


def print_weak(found: "WeakList") -> None:
    """Each answer with its reasons, when it was last seen and what its last answers held."""
    if not found.answers:
        say("No answer is weak now.")
    else:
        say(f"{plural(len(found.answers), 'answer needs', 'answers need')} work.")
    for each in found.answers:
        say()
        say(f"{each.skill}, {each.kind.value}, card {each.card_id}")
        say(f"  {one_line(without_skill(each.prompt, each.skill), 2)}")
        for reason in each.reasons:
            say(f"  - {reason.text}")
        say(f"  {_seen(each)} {_row(each)}")
        if each.looks:
            say(f"  Last answers: {', '.join(_told(look) for look in each.looks[-5:])}.")
        say(f"  To drill: {each.to_drill}")
    if found.left_today:
        say()
    for each in found.left_today:
        days = plural(each.good_days, "study day")
        say(f"Left the list today, good on {days} one after the other: {one_line(each.prompt, 60)}")


def _seen(answer: "WeakAnswer") -> str:
    return f"Last seen {answer.looks[-1].day.isoformat()}." if answer.looks else "Not answered yet."


def _row(answer: "WeakAnswer") -> str:
    """How far it is from leaving; one that has its good days and stays is held by its flag or its recall."""
    of = f" of {answer.good_days}" if answer.good_in_a_row < answer.good_days else ""
    return f"Good days in a row: {answer.good_in_a_row}{of}."


def _told(look: "Look") -> str:
    if look.abandoned:
        return "broken off"
    if look.grades:
        return look.graded
    if look.asked:
        return look.said or f"{look.landed} of {look.asked} key points"
    return "not rated" if look.rating is None else _RATINGS[look.rating]


def print_stats(found: "Statistics") -> None:
    """Every figure of `stats --json` but the ids of cards."""
    if not found.reviews:
        say("Nothing was rated yet. interview-coach practice begins.")
    else:
        _say_days(found)
        _say_retention(found)
    _say_forecast(found)
    _say_skills(found)
    _say_mocks(found)
    for line in found.calibration:
        say(f"From {plural(line.answers, 'answer')}: {line.text}.")
    if found.fit.sentence:
        say(found.fit.sentence)
    if found.answers_lacking and found.answers_lacking < 10:
        more = plural(found.answers_lacking, "more answer")
        say(f"After {more} with a prediction and a grade, the two are compared here.")


def _say_days(found: "Statistics") -> None:
    from interview_coach.coach.progress import streak_rule

    rated = sum(day.reviews > 0 for day in found.days)
    say(f"{plural(found.reviews, 'rating')} on {plural(rated, 'study day')}.")
    today = "" if found.streak.today_counts else ", today not counted yet"
    say(f"Streak: {plural(found.streak.current, 'day')}{today}; the longest was {found.streak.longest}.")
    say(f"  {streak_rule(today_counts=found.streak.today_counts)}")
    spent = [_length(each) for each in (found.time.last_7, found.time.last_30, found.time.total)]
    say(f"Time spent: {spent[0]} in the last 7 days, {spent[1]} in 30, {spent[2]} in all.")
    _say_weeks({day.day: day.reviews for day in found.days}, found.study_day)


def _say_weeks(reviews: dict[date, int], today: date) -> None:
    say()
    say("Ratings by week:    Mon  Tue  Wed  Thu  Fri  Sat  Sun")
    monday = today - timedelta(days=today.weekday() + 7 * (_WEEKS - 1))
    weeks = [
        [reviews.get(day, 0) for day in (monday + timedelta(days=7 * week + index) for index in range(7))]
        for week in range(_WEEKS)
    ]
    most = max(sum(week) for week in weeks)
    for number, week in enumerate(weeks):
        first = monday + timedelta(days=7 * number)
        cells = "".join(f"{count or '.':>5}" for count in week)
        say(f"  {first.isoformat()}      {cells}  {sum(week):>4} {_bar(sum(week), most, 17)}".rstrip())


def _say_retention(found: "Statistics") -> None:
    say()
    say(f"True retention: of what was tried from memory, how much came. The target is {percent(found.target)}.")
    for each in found.retention:
        name = f"  {each.days:>2} days  "
        if each.rate is None:
            say(f"{name}    -  nothing was tried")
        else:
            said = f"{each.passed} of {plural(each.reviews, 'card')}"
            say(f"{name}{percent(each.rate):>5}  {_bar(each.rate, 1, 40):<40}  {said}")


def _say_forecast(found: "Statistics") -> None:
    due = [load.due for load in found.forecast]
    say()
    say(
        f"Coming back: {plural(due[0], 'card')} today, {sum(due[1:7])} in the six days after, {sum(due)} in "
        f"{len(due)} days; new ones are not among them."
    )
    if found.of_today.sentence:
        say(found.of_today.sentence)
    for load in found.forecast[:_COMING] if any(due) else ():
        say(f"  {load.day.isoformat()}  {load.due:>4} {_bar(load.due, max(due), 40)}".rstrip())


def _say_skills(found: "Statistics") -> None:
    if not found.skills:
        return
    say()
    day = found.skills[0].readiness.day
    when = "today" if day == found.study_day else f"on {day.isoformat()} if nothing more is done"
    say(f"Readiness {when}: the mean predicted recall; a card never practised counts as nothing.")
    for skill in found.skills:
        ready = skill.readiness
        recall = "" if ready.recall is None else f", {percent(ready.recall)} on those practised"
        say(f"  {percent(ready.readiness):>5} {_bar(ready.readiness, 1, 20):<20}  {one_line(skill.skill, 29)}")
        below = plural(len(ready.below), "card")
        say(f"        {ready.cards - ready.unseen} of {plural(ready.cards, 'card')} practised{recall}; "
            f"{below} below {percent(found.target)}")  # fmt: skip


def _say_mocks(found: "Statistics") -> None:
    if not found.mocks:
        return
    say()
    ended = sum(mock.finished for mock in found.mocks)
    say(f"Mock interviews: {len(found.mocks)} begun, {ended} finished. The mean grade of each, of 5:")
    for mock in found.mocks[-_LATEST_MOCKS:]:
        answers = plural(mock.answers, "answer")
        grade = "   -" if mock.grade is None else f"{mock.grade:>4.1f}"
        say(f"  {mock.day.isoformat()} {grade} {_bar(mock.grade or 0, 5, 30):<30}  {answers}")


def _bar(value: float, most: float, width: int) -> str:
    """A bar of whole characters; something that is more than nothing shows at least one."""
    if not most or value <= 0:
        return ""
    return "#" * max(1, round(width * min(value, most) / most))


def _length(seconds: int) -> str:
    if seconds < 60:
        return plural(seconds, "second")
    minutes = round(seconds / 60)
    return plural(minutes, "minute") if minutes < 120 else f"{minutes / 60:.1f} hours"
