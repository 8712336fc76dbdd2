"""A mock interview on plain lines: nothing moves, nothing is overwritten; for screen readers and scripts."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interview_coach.answers import rubric
from interview_coach.answers.facts import clock
from interview_coach.cli import mock_lines as lines_of
from interview_coach.cli.mock_waiting import wait_for_line
from interview_coach.cli.output import plural, say, shown
from interview_coach.coach.answering import KEEP_FACT, Measured, Way, keeping, written
from interview_coach.coach.coach import Coach
from interview_coach.coach.mock import past, starting
from interview_coach.coach.mock.debrief import Debrief
from interview_coach.coach.mock.interview import Interview
from interview_coach.coach.mock.markdown import write_report
from interview_coach.coach.mock.setup import Setup, qualifying
from interview_coach.coach.mock.state import REPEATS, Stage
from interview_coach.errors import CoachError
from interview_coach.notes.text import without_controls

END = "."
KEYS = frozenset("seq?")  # in place of an answer
HELP = (
    "Type the answer, or say it aloud; a line with a single dot ends it. In place of an answer: s skips the "
    "question, e ends the interview and goes through what was answered, q leaves, to be gone on with."
)


class _LeftError(Exception):
    """The input ended, or the person leaves."""


def sit(coach: Coach, setup: Setup, lines: Iterable[str]) -> None:
    """A whole interview. The end of the input or ctrl+c leaves it with all that was answered saved."""
    dialogue = _Dialogue(coach, iter(lines))
    interview: Interview | None = None
    try:
        interview = dialogue.begun(setup)
        dialogue.asks(interview)
        dialogue.goes_through(interview)
        dialogue.reports(interview)
    except _LeftError:
        if interview is not None:
            dialogue.leaves(interview)
    except KeyboardInterrupt:
        if interview is not None:
            dialogue.leaves(interview)
        raise


@dataclass(slots=True)
class _Dialogue:
    coach: Coach
    lines: Iterator[str]

    @property
    def _on_terminal(self) -> bool:
        return sys.stdin is not None and sys.stdin.isatty()

    def _line(self) -> str:
        line = next(self.lines, None)
        if line is None:
            raise _LeftError
        return without_controls(line.rstrip("\r\n"))

    def _word(self) -> str:
        word = self._line().strip().casefold()
        if word == "q":
            raise _LeftError
        return word

    # -- the beginning

    def begun(self, setup: Setup) -> Interview:
        """The interview that was left, where the person goes on with it; else a new one."""
        coach = self.coach
        keeps = _keeps_words(coach)
        left = starting.unfinished(coach.database)
        if left is not None:
            place = (
                "its answers are to be gone through"
                if left.stage is Stage.DEBRIEF
                else f"it stands at question {left.number} of {left.total}"
            )
            say(f"A mock interview was left, seed {left.seed}: {place}, {left.answered} answered.")
            say("An empty line goes on with it; n begins a new one, and gives that one up.")
            if self._word() != "n":
                interview = starting.resume(
                    coach.database, coach.settings, coach.clock, left.mock_id, keep_words=keeps
                )
                interview.carry_on()
                return interview
        interview = starting.begin(coach.database, coach.settings, coach.clock, setup, keep_words=keeps)
        _say_beginning(interview)
        lines_of.say_qualifying(qualifying(coach.database, setup.skills), setup.questions)
        say(HELP)
        return interview

    # -- the questions

    def asks(self, interview: Interview) -> None:
        """Question after question, and no word about an answer."""
        said = 0
        while interview.stage in (Stage.THINK, Stage.ANSWER, Stage.FOLLOW_UP):
            if interview.stage is Stage.FOLLOW_UP:
                say()
                say(f"Follow-up: {interview.asked}")
            elif interview.number != said:
                said = interview.number
                _say_question(interview)
            if interview.stage is Stage.THINK:
                self._thinks(interview)
            else:
                self._answers(interview)

    def _thinks(self, interview: Interview) -> None:
        if self._on_terminal:
            say(f"Think: {clock(interview.timer.left)}. An empty line begins your answer.")
            if wait_for_line(interview.timer.left):
                line = self._line()
                if line.strip().casefold() in KEYS:
                    self._obeys(interview, line.strip().casefold())
                    return
                interview.answer_now()
                if line.strip():  # whoever types an answer has begun it
                    interview.running(Way.TEXT, (line,))
                return
        interview.answer_now()

    def _answers(self, interview: Interview) -> None:
        running = interview.state.running
        said = list(running.texts[:1]) if running.way == Way.TEXT.value else []
        if said:
            say(f"So far: {said[0]}")
        profile = interview.profile
        say(f"Answer, {clock(profile.red)}:")
        while True:
            line = self._line()
            if line.strip() == END:
                break
            if not said and line.strip().casefold() in KEYS:
                self._obeys(interview, line.strip().casefold())
                if line.strip() == "?":
                    continue
                return
            said.append(line)
            interview.running(Way.TEXT, ("\n".join(said),))
        text = "\n".join(said).strip()
        milliseconds = round(interview.timer.used * 1000)
        if text:
            interview.answered(written(text, milliseconds))
        elif self._on_terminal:
            interview.answered(Measured(Way.SPOKEN, milliseconds))
        else:
            interview.skip()
        say("Saved.")

    def _obeys(self, interview: Interview, word: str) -> None:
        if word == "q":
            raise _LeftError
        if word == "s":
            interview.skip()
            say("Skipped.")
        elif word == "e":
            interview.end()
        else:
            say(HELP)

    # -- the debrief

    def goes_through(self, interview: Interview) -> None:
        """Answer by answer: predict, facts, ticks, note, rubric, one thing to fix."""
        if interview.stage is not Stage.DEBRIEF:
            return
        debrief = Debrief(interview)
        say()
        say(f"That was the last question. Now your {plural(debrief.place[1], 'answer')}, one after the other.")
        lines_of.say_rubric()
        while debrief.current:
            self._goes_through(debrief)

    def _goes_through(self, debrief: Debrief) -> None:
        place, number = debrief.place
        say()
        say(f"Answer {place} of {number}. {debrief.planned.prompt}")
        if debrief.attempt.predicted is None:
            say("How good was it, 1 to 5? (an empty line: no guess)")
            word = self._word()
            if word in {"1", "2", "3", "4", "5"}:
                debrief.predict(int(word))
        lines_of.say_facts(debrief)
        lines_of.say_points(debrief)
        say("What else was said, or was not? Numbers turn points over; an empty line goes on.")
        while word := self._word():
            self._turns_over(debrief, word)
        debrief.went_through()
        lines_of.say_follow_up(debrief)
        lines_of.say_note(debrief)
        self._grades(debrief)
        if debrief.fix is not None:
            say(f"One thing to fix: {debrief.fix.text}")
        debrief.done()

    def _turns_over(self, debrief: Debrief, word: str) -> None:
        """Turns points over, and says how those now stand."""
        most = len(debrief.ticked)
        for each in dict.fromkeys(word.replace(",", " ").split()):
            if each.isdecimal() and 0 < int(each) <= most:
                debrief.tick(int(each) - 1)
                lines_of.say_point(debrief, int(each) - 1)
            else:
                say(f"There is no point {each}: 1 to {most}, or an empty line.")

    def _grades(self, debrief: Debrief) -> None:
        names = ", ".join(line.name for line in rubric.LINES)
        say(f"Grades from 1 to 5: {names}. Five figures in this order; an empty line: none.")
        while word := self._word():
            figures = word.replace(",", " ").split() if " " in word or "," in word else list(word)
            if len(figures) == len(rubric.LINES) and all(each in {"1", "2", "3", "4", "5"} for each in figures):
                break
            say("Five figures from 1 to 5, like 4 3 3 4 5; an empty line: no grades.")
        if not word:
            return
        for line, figure in zip(rubric.LINES, figures, strict=True):
            cap = debrief.grade(line.code, int(figure))
            if cap is not None:
                say(
                    f"{line.name} is held at {cap.most}: {cap.reason}. {figure} overrules that, an empty line "
                    "does not."
                )
                if self._word() == figure:
                    debrief.grade(line.code, int(figure))

    # -- the end

    def reports(self, interview: Interview) -> None:
        """The report, on the lines and as a file; then what is weak can go to today's practice."""
        coach, mock_id = self.coach, interview.book.mock_id
        report = past.report(coach.database, coach.settings, coach.clock, mock_id)
        if not report.answered:
            say("The interview is over; nothing was answered in it.")
            return
        lacks = qualifying(coach.database, interview.setup.skills).lacks_trouble
        say()
        lines_of.say_report(report, coach.settings, lacks_trouble=lacks)
        say()
        try:
            path = write_report(coach.workspace, report, coach.settings, lacks_trouble=lacks)
            say(f"Written to {shown(path)}")
        except CoachError as error:  # what is weak can be sent to practice all the same
            say(f"Not written: {error}")
        weak = [each.card_id for each in report.to_work_on]
        if not weak:
            return
        say(f"w sends {plural(len(weak), 'answer')} to work on to today's practice; an empty line leaves.")
        if next(self.lines, "").strip().casefold() != "w":
            return
        sent = past.send(coach.database, coach.settings, coach.clock, mock_id, weak)
        say(f"{plural(sent, 'card')} wanted today. u takes that back; an empty line leaves.")
        if next(self.lines, "").strip().casefold() == "u":
            taken = past.take_back_sent(coach.database, coach.clock, mock_id)
            say(f"Taken back: {plural(taken, 'card')}.")

    def leaves(self, interview: Interview) -> None:
        """Left before its end."""
        interview.leave()
        if interview.stage is not Stage.DONE:
            say()
            saved = plural(len(interview.state.answered), "answer")
            say(f"Saved: {saved}. To go on with it: interview-coach mock --plain")


def _keeps_words(coach: Coach) -> bool:
    """Only where the person said so; plain lines do not ask, since scripts would have to answer."""
    return keeping(coach.settings, coach.fact(KEEP_FACT)) == "yes"


def _say_beginning(interview: Interview) -> None:
    setup = interview.setup
    follow = "with follow-ups" if setup.follow_ups else "without follow-ups"
    if setup.tough and setup.follow_ups:
        follow += " put by somebody who doubts"
    say(
        f"Mock interview, seed {interview.seed}: {plural(interview.total, 'question')}, {setup.think} seconds "
        f"to think, red light at {clock(interview.profile.red)}, {follow}."
    )


def _say_question(interview: Interview) -> None:
    planned = interview.planned
    say()
    say(f"Question {interview.number} of {interview.total}, {planned.skill}")
    say(interview.asked)
    if planned.repeats:
        say(f"({REPEATS})")
