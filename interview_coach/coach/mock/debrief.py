"""After the last question: answer by answer, what was found and what the person says of it.

In this order: predict a grade, see the facts, tick the points, read the note, grade by the rubric, take one
thing to fix. Each step is saved as it is taken.
"""

from collections.abc import Sequence
from dataclasses import replace

from interview_coach.answers.facts import Fact
from interview_coach.answers.fix import Fix
from interview_coach.answers.profiles import Profile
from interview_coach.answers.rubric import Cap, Grades
from interview_coach.coach.looking import Judged, judge
from interview_coach.coach.mock.followups import FollowUp
from interview_coach.coach.mock.interview import Interview
from interview_coach.coach.mock.recalled import card_of, looked_again
from interview_coach.coach.mock.state import Planned, Stage, State
from interview_coach.store.attempts import Attempt, Given, Ticked


class Debrief:
    """The answer that is gone through now; `current` is False once there is none left.

    `text` is the answer itself where this sitting heard it, or where words are kept, else "". `grades` are
    those of the rubric.
    """

    def __init__(self, interview: Interview) -> None:
        self._interview = interview
        self._given: dict[int, Given] = {}
        self._followed: dict[int, Given] = {}
        for each in interview.book.answers():
            number = each.attempt.number or 0
            (self._followed if each.attempt.asked else self._given)[number] = each
        self._gone_through = False
        self._turn_to()

    def _turn_to(self) -> None:
        self._gone_through = False
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
        self.grades = Grades.kept(given.attempt.rubric, self.judged.caps)

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
    def own(self) -> frozenset[int]:
        """The indexes of the points of which the person said whether they were told."""
        return frozenset(
            index
            for index, (each, found) in enumerate(zip(self.ticked, self.looked.ticked, strict=True))
            if each.decided_by == "self" and (each.hit or found.decided_by == "auto")
        )

    @property
    def judged(self) -> Judged:
        """The one thing to fix and the caps, as the ticks stand."""
        return self._judged(self.ticked)

    def _judged(self, ticked: Sequence[Ticked]) -> Judged:
        """What nobody decided before the points were gone through is not to be fixed."""
        pairs = zip(ticked, self.looked.ticked, strict=True)
        decided = [
            each
            for each, found in pairs
            if self._gone_through or each.hit or "auto" in (each.decided_by, found.decided_by)
        ]
        return judge(self.looked, decided, self._interview.settings, self.profile)

    @property
    def fix(self) -> Fix | None:
        """The one thing to fix."""
        return self.judged.fix

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
        self._graded(self.grades.under(self._judged(points).caps), replace(self.attempt, points=tuple(points)))

    def went_through(self) -> None:
        """All points were looked at: what is not ticked was not said."""
        self._gone_through = True

    def grade(self, line: str, level: int) -> Cap | None:
        """A grade from 1 to 5 for a line of the rubric; gives the cap that held it down, if one did.

        The same grade once more overrules that cap.
        """
        caps = self.judged.caps
        self._graded(self.grades.graded(line, level, caps), self.attempt)
        held = self.grades.wished == (line, level)
        return next((cap for cap in caps if cap.line == line), None) if held else None

    def keep_words(self, *, keep: bool) -> None:
        """The words of answers are kept from here on, those of this one too; or no more."""
        self._interview.keep_words = keep
        self._put(replace(self.attempt, text=(self.text or None) if keep else None))

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

    def _graded(self, grades: Grades, attempt: Attempt) -> None:
        self._put(replace(attempt, rubric=grades.by_line))
        self.grades = grades

    def _put(self, attempt: Attempt, state: State | None = None) -> None:
        interview, number = self._interview, self.number
        given = self._given[number]
        interview.said(given.attempt_id, attempt, state or interview.state)
        self._given[number] = replace(given, attempt=attempt)
