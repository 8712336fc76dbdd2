"""From screen to screen of the mock interview: where one that was left stands, where the next step leads."""

from contextlib import suppress
from typing import TYPE_CHECKING

from interview_coach.errors import CoachError
from interview_coach.tui.keeping import keeps_words

if TYPE_CHECKING:
    from interview_coach.coach.mock.interview import Interview
    from interview_coach.coach.mock.setup import Setup
    from interview_coach.coach.mock.starting import Unfinished
    from interview_coach.tui.app import CoachApp
    from interview_coach.tui.screens.base import CoachScreen

OPEN = "This one is still open: go on with it, or end it, before another begins."
SLIP = 0.7  # seconds in which a key still means what was on the screen before
LATER_FACT = "mock later"  # the interview that was put off, and the study day on which it was


def open_mock(app: "CoachApp", setup: "Setup | None" = None) -> None:
    """What the key for the mock interview opens: one that was left, else what is chosen before another."""
    from interview_coach.coach.mock import starting

    with app.front.complaining():
        left = starting.unfinished(app.coach.database)
        if left is None:
            open_setup(app, setup)
        else:
            _open_resume(app, left)


def offer_to_go_on(app: "CoachApp") -> None:
    """At the start of the program: offers to go on with an interview that was left, unless put off today.

    Where another window is open the interview may be being sat there, and is not offered.
    """
    with suppress(CoachError):  # Today says what is wrong with the database
        if app.coach.database.was_alone and app.coach.has_left_mock():
            from interview_coach.coach.mock import starting

            left = starting.unfinished(app.coach.database)
            if left is not None and app.coach.fact(LATER_FACT) != put_off(app, left):
                _open_resume(app, left)


def put_off(app: "CoachApp", left: "Unfinished") -> str:
    """How it is remembered that an interview was put off today."""
    from interview_coach.recall.day import study_day

    return f"{left.mock_id} {study_day(app.coach.clock(), app.coach.settings.rollover_hour)}"


def _open_resume(app: "CoachApp", left: "Unfinished", said: str = "") -> None:
    from interview_coach.tui.screens.mock.resume import ResumeScreen

    _show(app, ResumeScreen(left, said))


def open_setup(app: "CoachApp", setup: "Setup | None" = None, said: str = "") -> None:
    """What is chosen before an interview: `setup` at first, or the last choice."""
    from interview_coach.tui.screens.mock.setup import SetupScreen

    _show(app, SetupScreen(setup, said))


def begin(app: "CoachApp", setup: "Setup") -> None:
    """An interview begins, unless one that was left is still open: that one is offered first.

    Raises CoachError where there is nothing to ask.
    """
    from interview_coach.coach.mock import starting

    left = starting.unfinished(app.coach.database)
    if left is not None:
        _open_resume(app, left, OPEN)
        return
    coach, words = app.coach, keeps_words(app.coach)
    go_on(app, starting.begin(coach.database, coach.settings, coach.clock, setup, keep_words=words))


def resume(app: "CoachApp", mock_id: int) -> None:
    """Goes on with an interview where it was left. Raises CoachError where it is over by now."""
    from interview_coach.coach.mock import starting

    coach, words = app.coach, keeps_words(app.coach)
    interview = starting.resume(coach.database, coach.settings, coach.clock, mock_id, keep_words=words)
    coach.remember(LATER_FACT, "")  # "not now" was said of where it stood; left later, it is offered again
    go_on(app, interview)


def leave(app: "CoachApp", interview: "Interview", said: str) -> None:
    """Back to Today for now; where the last of it cannot be saved, that is said there."""
    error = None
    try:
        interview.leave()
    except CoachError as caught:
        error = caught
    app.back_to_today()
    if error is None:
        app.front.say(said)
    else:
        app.front.complain(error)


def go_on(app: "CoachApp", interview: "Interview") -> None:
    """The screen of the stage that an interview has come to, in place of the one before."""
    from interview_coach.coach.mock.state import Stage

    if interview.stage is Stage.DONE:
        if interview.state.answered:
            from interview_coach.tui.screens.mock.report import ReportScreen

            _show(app, ReportScreen(interview.book.mock_id, first=True))
        else:
            app.back_to_today()
            app.front.say("The interview is over; nothing was answered in it.")
    elif interview.stage is Stage.DEBRIEF:
        from interview_coach.tui.screens.mock.debrief import DebriefScreen

        _show(app, DebriefScreen(interview))
    else:
        from interview_coach.tui.screens.mock.interview import MockScreen

        _show(app, MockScreen(interview))


def _show(app: "CoachApp", screen: "CoachScreen") -> None:
    """Puts a screen over Today in place of the one that is there, without Today coming up between them."""
    while len(app.screen_stack) > 2:
        app.pop_screen()
    if len(app.screen_stack) == 2:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)


def open_report(app: "CoachApp", mock_id: int) -> None:
    """What an interview of the past came to."""
    from interview_coach.tui.screens.mock.report import ReportScreen

    app.push_screen(ReportScreen(mock_id))


def open_past(app: "CoachApp") -> None:
    """The interviews that were sat."""
    from interview_coach.tui.screens.mock.past import PastScreen

    app.push_screen(PastScreen())


def open_brief(app: "CoachApp", about: "Setup | None" = None) -> None:
    """What to read the day before an interview: the next one where none and no skills are named."""
    from interview_coach.tui.screens.brief import About, BriefScreen

    named = about is not None and (about.interview or about.skills)
    app.push_screen(BriefScreen(About(about.interview, about.skills) if about and named else None))
