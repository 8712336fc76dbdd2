"""What an interview is: a few lines, and its job description, pasted or from a file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input

from interview_coach.coach import interviews
from interview_coach.coach.coach import Coach
from interview_coach.coach.coverage import read_decks
from interview_coach.coach.interviews import Details, Interview, rematched, suggested
from interview_coach.coach.upcoming import description_meant
from interview_coach.errors import CoachError
from interview_coach.recall.dates import day_meant
from interview_coach.recall.day import study_day
from interview_coach.tui.actions import Where, bindings_of, hints_of
from interview_coach.tui.draw.basics import QUIET
from interview_coach.tui.draw.interviews import day_read
from interview_coach.tui.loading import load
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.text import clean, cut
from interview_coach.tui.widgets.answer_box import TextBox
from interview_coach.tui.widgets.drawn import Line
from interview_coach.tui.widgets.line_box import LineBox

LABELS = {"name": "Name", "date": "Date", "company": "Company", "role": "Role"}
DATES = "like 12 Dec, 2026-12-12, friday or in 2 weeks"
DESCRIPTION = "Job description: paste it, or give the path of a text file"
MATCHED = "The description is matched, but not kept yet: ctrl+s keeps what stands here now."
LEAVES = "What you wrote is not kept yet: ctrl+s keeps it, esc again throws it away."


def _skills(before: Details | None, text: str, coach: Coach) -> tuple[str, ...]:
    decks = read_decks(coach.workspace.decks)
    return suggested(text, decks) if before is None else rematched(before, text, decks)


class FormScreen(CoachScreen):
    """Tab goes through the lines, ctrl+s keeps them."""

    WHERE = Where.INTERVIEW_FORM
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Where.INTERVIEW_FORM)
    CSS = """
    FormScreen {
        #form { padding: 1 2 0 2; height: 1fr; }
        &.-short #form { padding: 0 2; }
        &.-narrow #form { padding: 0 1; }
        .field { height: 1; }
        .field Line { width: 10; padding: 0; }
        #form #read { padding: 0 0 0 10; }
        #description { height: 1fr; min-height: 3; margin-top: 1; }
        &.-short #description { margin-top: 0; }
    }
    """

    def __init__(self, interview: Interview | None, kept: Callable[[Interview, bool], None]) -> None:
        """`kept` is given the interview once it is saved, and whether its skills were looked up anew."""
        super().__init__()
        self._before = interview
        self._kept = kept
        self._first: tuple[str, ...] = ()  # what stood in it when it was opened
        self._asked_about: tuple[str, ...] = ()  # what stood in it when leaving was asked about

    def compose(self) -> ComposeResult:
        details = None if self._before is None else self._before.details
        values = {
            "name": details.name if details else "",
            "date": details.day.isoformat() if details else "",
            "company": details.company if details else "",
            "role": details.role if details else "",
        }
        hints = {"name": "the company, or the round", "date": DATES, "company": "if you like", "role": ""}
        yield Line(id="head")
        with Vertical(id="form"):
            for field in LABELS:
                with Horizontal(classes="field"):
                    yield Line(id=f"label-{field}")
                    yield LineBox(values[field], placeholder=hints[field], id=field)
                if field == "date":
                    yield Line(id="read")
            box = TextBox(DESCRIPTION, id="description")
            box.text = clean(details.description) if details else ""
            yield box
        yield Line(id="message")
        yield Line(id="hints")

    def on_mount(self) -> None:
        said = "An interview" if self._before is None else "The interview"
        title = Content.styled(said, "bold $text-primary")
        self.query_one("#head", Line).show(lambda _: title)
        for field, label in LABELS.items():
            self.query_one(f"#label-{field}", Line).show(partial(_label, label))
        self._first = self._written()
        self._read_date()
        self.show_hints(hints_of(Where.INTERVIEW_FORM)[:-1])
        self._line("name").focus()

    def _line(self, field: str) -> LineBox:
        return self.query_one(f"#{field}", LineBox)

    def _written(self) -> tuple[str, ...]:
        box = self.query_one("#description", TextBox)
        return (*(self._line(field).value for field in LABELS), box.text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """The date is read as it is typed."""
        event.stop()
        if event.input.id == "date":
            self._read_date()

    def _read_date(self) -> None:
        coach, text = self.coach, self._line("date").value
        today = study_day(coach.clock(), coach.settings.rollover_hour)
        day = day_meant(text, today)
        if day is not None and day < today and self._before is None:
            said, style = f"{day_read(day, today)}: that is over", "$text-warning"
        elif day is not None:
            said, style = day_read(day, today), "$text-success"
        else:
            said, style = (DATES if text.strip() else ""), QUIET
        self.query_one("#read", Line).show(lambda width: Content.styled(cut(said, width), style))

    # -- what a person does

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on to the next line."""
        event.stop()
        self.action_next()

    def action_next(self) -> None:
        """To the next line."""
        self.focus_next()

    def action_keep(self) -> None:
        """Keeps the interview; a new description is matched with the skills first."""
        with self.complaining():
            details = self._details()
            before = None if self._before is None else self._before.details
            if details.description and (before is None or details.description != before.description):
                load(
                    self,
                    partial(_skills, before, details.description),
                    partial(self._matched, self._written(), details),
                    "Matching the description",
                )
            else:
                self._save(details, with_skills=False)

    def _details(self) -> Details:
        coach = self.coach
        name, date, company, role, description = self._written()
        if not name.strip():
            self._line("name").focus()
            raise CoachError("an interview needs a name", "call it by the company, or by the round")
        before = None if self._before is None else self._before.details
        if before is not None and date.strip() == before.day.isoformat():
            day = before.day  # also one that is over by now
        else:
            with self._at_fault("date"):
                day = interviews.day_of(date, coach.settings, coach.clock())
        with self._at_fault("description"):
            text = description_meant(clean(description))
        return Details(name, day, company, role, text, before.skills if before else ())

    @contextmanager
    def _at_fault(self, field: str) -> Iterator[None]:
        """What is wrong inside the block is put right in this field: the keys go there."""
        try:
            yield
        except CoachError:
            self.query_one(f"#{field}").focus()
            raise

    def _matched(self, written: tuple[str, ...], details: Details, skills: tuple[str, ...]) -> None:
        """Keeps it, unless it is not what stands there any more, or something else has the keys by now."""
        if self.is_active and self._written() == written:
            self._save(replace(details, skills=skills), with_skills=True)
        else:
            self.say(MATCHED)

    def _save(self, details: Details, *, with_skills: bool) -> None:
        coach = self.coach
        with self.complaining():
            if self._before is None:
                saved = interviews.add(coach.database, details, coach.clock())
            else:
                saved = interviews.edit(coach.database, self._before, details, coach.clock())
            self.coach_app.pop_screen()
            self._kept(saved, with_skills)

    def action_leave_box(self) -> None:
        """Leaves; where something was written, only when asked twice."""
        written = self._written()
        if written in (self._first, self._asked_about):
            self.action_leave()
        else:
            self._asked_about = written
            self.say(LEAVES)

    def action_leave(self) -> None:
        """Back to the interviews, and nothing is kept."""
        self.coach_app.pop_screen()


def _label(label: str, width: int) -> Content:
    return Content.styled(cut(label, width), QUIET)
