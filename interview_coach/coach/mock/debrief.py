"""After the last question: answer by answer, what was found and what the person says of it.

In this order: predict a grade, see the facts, tick the points, read the note, grade by the rubric, take one
thing to fix. Each step is saved as it is taken.
"""

from collections.abc import Mapping
from dataclasses import replace

from interview_coach.answers import rubric
from interview_coach.answers.facts import Fact
from interview_coach.answers.fix import Fix
from interview_coach.answers.profiles import Profile
from interview_coach.answers.rubric import Cap
from interview_coach.coach.looking import Judged, judge
from interview_coach.coach.mock.followups import FollowUp
from interview_coach.coach.mock.interview import Interview
from interview_coach.coach.mock.recalled import card_of, looked_again
from interview_coach.coach.mock.state import Planned, Stage, State
from interview_coach.store.attempts import Attempt, Given, Ticked


class Debrief:
    """The answer that is gone through now; `current` is False once there is none left.

    `text` is the answer itself where this sitting heard it, or where words are kept, else "".
    """

    def __init__(self, interview: Interview) -> None:
        self._interview = interview
        self._given: dict[int, Given] = {}
        self._followed: dict[int, Given] = {}
        for each in interview.book.answers():
            number = each.attempt.number or 0
            (self._followed if each.attempt.asked else self._given)[number] = each
        self._overruled: set[str] = set()
        self._turn_to()

    def _turn_to(self) -> None:
        self._overruled.clear()
        if not self.current:
            return
        given = self._given[self.number]
        self.card = card_of(self._interview.book.card(self.planned), self.planned, given.attempt)
        heard = self._interview.heard.get(given.attempt_id)
        if heard is None:
            self.text = given.attempt.text or ""
            self.looked = looked_again(given.attempt, self.card, self._interview.settings, self.profile)
        else:
            self.text, self.looked = heard[0].text, heard[1]
        ticked = zip(self.looked.ticked, given.attempt.points, strict=True)
        points = tuple(replace(one, hit=said.hit, decided_by=said.decided_by) for one, said in ticked)
        self._given[self.number] = replace(given, attempt=replace(given.attempt, points=points))

    # -- what there is to see

    @property
    def current(self) -> bool:
        """Whether there is an answer to go through."""
        return self._interview.stage is Stage.DEBRIEF

    @property
    def number(self) -> int:
        """Which question it answers, counted from 1."""
        return self._interview.number

    @property
    def place(self) -> tuple[int, int]:
        """Which answer it is, counted from 1, and of how many."""
        answered = self._interview.state.answered
        return answered.index(self.number) + 1, len(answered)

    @property
    def planned(self) -> Planned:
        """The question."""
        return self._interview.plan[self.number - 1]

    @property
    def attempt(self) -> Attempt:
        """The answer as it is kept, with what was said of it so far."""
        return self._given[self.number].attempt

    @property
    def profile(self) -> Profile:
        """The clock that it was timed by."""
        return self._interview.profile_of(None)

    def profile_of(self, follow: FollowUp) -> Profile:
        """The shorter clock that the answer to a follow-up was timed by."""
        return self._interview.profile_of(follow)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What was measured outside its quiet band."""
        return self._interview.state.facts.get(self.number, ())

    @property
    def ticked(self) -> tuple[Ticked, ...]:
        """The points, as far as they are decided."""
        return self.attempt.points

    @property
    def judged(self) -> Judged:
        """The one thing to fix and the caps, as the ticks stand."""
        return judge(self.looked, self.ticked, self._interview.settings, self.profile)

    @property
    def fix(self) -> Fix | None:
        """The one thing to fix."""
        return self.judged.fix

    @property
    def grades(self) -> Mapping[str, int]:
        """The grades by the rubric's lines, none above a cap that stands."""
        return self.attempt.rubric

    @property
    def follow_up(self) -> tuple[FollowUp, Attempt, str] | None:
        """What was asked on, the answer to it, and its words where they are known."""
        follow, given = self._interview.state.follow_ups.get(self.number), self._followed.get(self.number)
        if follow is None or given is None:
            return None
        heard = self._interview.heard.get(given.attempt_id)
        return follow, given.attempt, heard[0].text if heard is not None else given.attempt.text or ""

    # -- what a person says of it

    def predict(self, level: int) -> None:
        """A grade from 1 to 5, before anything is shown."""
        self._put(replace(self.attempt, predicted=level))

    def tick(self, index: int) -> None:
        """Turns a point over: said, or not; the person's word from here on. Grades follow their caps."""
        points = list(self.ticked)
        points[index] = replace(points[index], hit=not points[index].hit, decided_by="self")
        self._put(replace(self.attempt, points=tuple(points)))
        self._put(replace(self.attempt, rubric=self._capped(self.grades)))

    def grade(self, line: str, level: int) -> Cap | None:
        """A grade from 1 to 5 for a line of the rubric; gives the cap that held it down, if one did."""
        self._put(replace(self.attempt, rubric=self._capped({**self.grades, line: level})))
        return None if self.grades[line] == level else self.cap_of(line)

    def cap_of(self, line: str) -> Cap | None:
        """The cap that stands on a line."""
        return next(
            (each for each in self.judged.caps if each.line == line and line not in self._overruled), None
        )

    def overrule(self, line: str, level: int) -> None:
        """The person grades above the cap all the same."""
        self._overruled.add(line)
        self.grade(line, level)

    def done(self) -> None:
        """Goes on to the next answer; after the last the interview is over."""
        fix, state = self.fix, self._interview.state
        attempt = replace(self.attempt, fix="" if fix is None else fix.code)
        fixes = dict(state.fixes) if fix is None else {**state.fixes, self.number: fix.text}
        facts = {number: found for number, found in state.facts.items() if number != self.number}
        self._put(attempt, replace(state, fixes=fixes, facts=facts).to_debrief(self.number))
        self._turn_to()

    def leave_the_rest(self) -> None:
        """Goes through no more of them: the interview is over."""
        while self.current:
            self.done()

    def _capped(self, grades: Mapping[str, int]) -> dict[str, int]:
        return rubric.capped(grades, self.judged.caps, self._overruled)

    def _put(self, attempt: Attempt, state: State | None = None) -> None:
        interview, number = self._interview, self.number
        given = self._given[number]
        interview.said(given.attempt_id, attempt, state or interview.state)
        self._given[number] = replace(given, attempt=attempt)
