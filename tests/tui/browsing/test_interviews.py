"""Interviews: noted in a form, their readiness and days, the match with its reasons, cramming, undo."""

import threading
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual import events
from textual.command import CommandPalette
from textual.pilot import Pilot

from interview_coach.coach import interviews
from interview_coach.coach.coach import Coach
from interview_coach.coach.coverage import read_decks
from interview_coach.coach.interviews import Details, Listed
from interview_coach.coach.upcoming import PlanDay
from interview_coach.notes.model import SkillNote
from interview_coach.recall.model import Rating
from interview_coach.store.interviews import Interview
from interview_coach.tui import loading
from interview_coach.tui.draw.interviews import until_then
from interview_coach.tui.screens.brief import BriefScreen
from interview_coach.tui.screens.interviews.cram import CramScreen
from interview_coach.tui.screens.interviews.form import FormScreen
from interview_coach.tui.screens.interviews.interviews import InterviewsScreen
from interview_coach.tui.screens.interviews.skills import InterviewSkillsScreen
from interview_coach.tui.screens.mock.setup import SetupScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.widgets.answer_box import TextBox
from tests.making import FakeClock, note_text, open_at, write_note
from tests.tui.browsing.looking import column, screen_of, shown
from tests.tui.driving import flowing, opened, painted, press, said, settled

AD = "We look for a baker.\nYou know bread baking and proving times.\nClean hands are a plus.\n"


@pytest.fixture
def two(root: Path, clock: FakeClock) -> Coach:
    """Bread baking, one card of it rated, and shop keeping."""
    write_note(root, "shop.md", note_text("Shop Keeping", questions=("How do you close a till?",)))
    coach = open_at(root, clock)
    coach.sync()
    practice = coach.practice()
    practice.rate(Rating.GOOD)
    practice.finish()
    return coach


def noted(coach: Coach, name: str = "Acme", day: date = date(2026, 3, 12), **more: object) -> Interview:
    skills = more.get("skills", ())
    assert isinstance(skills, tuple)
    details = Details(name, day, description=str(more.get("description", "")), skills=skills)
    return interviews.add(coach.database, details, coach.clock())


def standing(coach: Coach) -> list[Listed]:
    return interviews.listed(coach.database, coach.settings, coach.clock())


def keys(text: str) -> list[str]:
    return ["space" if letter == " " else letter for letter in text]


async def test_without_one_it_says_what_one_is_good_for(two: Coach) -> None:
    async with opened(two, "i") as pilot:
        await settled(pilot)
        assert "No interview is noted." in shown(pilot)
        assert "undo" not in said(pilot, "hints")
        await press(pilot, "enter", "e", "b", "m", "p", "d")  # nothing to do any of it to
        screen_of(pilot, InterviewsScreen)
        await press(pilot, "u")
        assert "Nothing was ever done here." in said(pilot, "message")
        await press(pilot, "q")
        screen_of(pilot, TodayScreen)
    two.close()


async def test_one_is_noted_by_its_name_and_its_date(two: Coach) -> None:
    async with opened(two, "i", "a") as pilot:
        await press(pilot, *keys("Acme"), "enter", *keys("in 10 days"))
        assert "Thursday 12 March 2026, in 10 days" in said(pilot, "read")
        await press(pilot, "ctrl+s")
        await settled(pilot)
        screen_of(pilot, InterviewsScreen)
        assert "▸ Acme" in shown(pilot)
        assert "in 10 days" in shown(pilot)
        [row] = standing(two)
        assert (row.interview.details.name, row.days) == ("Acme", 10)
        await press(pilot, "u")
        assert standing(two) == []
        assert "Taken out again: Acme" in said(pilot, "message")
        await press(pilot, "u")
        assert "Acme is back" in said(pilot, "message")
    two.close()


@pytest.mark.parametrize(
    ("name", "day", "told"),
    [("", "friday", "needs a name"), ("Acme", "nonsense", "is no day"), ("Acme", "2026-03-01", "is over")],
)
async def test_what_is_missing_in_the_form_is_told(two: Coach, name: str, day: str, told: str) -> None:
    async with opened(two, "i", "a") as pilot:
        await press(pilot, *keys(name), "tab", *keys(day), "ctrl+s")
        screen_of(pilot, FormScreen)
        assert told in said(pilot, "message")
    assert standing(two) == []
    two.close()


async def test_what_was_written_is_thrown_away_only_when_asked_twice(two: Coach) -> None:
    async with opened(two, "i", "a") as pilot:
        await press(pilot, "escape")
        screen_of(pilot, InterviewsScreen)  # nothing was written
        await press(pilot, "a", *keys("qed"), "escape")
        screen_of(pilot, FormScreen)
        assert "esc again" in said(pilot, "message")
        await press(pilot, "escape")
        screen_of(pilot, InterviewsScreen)
    assert standing(two) == []
    two.close()


async def test_what_was_written_after_the_question_is_asked_about_again(two: Coach) -> None:
    async with opened(two, "i", "a") as pilot:
        await press(pilot, *keys("qed"), "escape")
        box = screen_of(pilot, FormScreen).query_one("#description", TextBox)
        box.focus()
        await press(pilot, *keys("bread"), "escape")
        assert box.text == "bread"
        screen_of(pilot, FormScreen)
        assert "esc again" in said(pilot, "message")
        await press(pilot, "escape")
        screen_of(pilot, InterviewsScreen)
    two.close()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """The reading of the notes waits for this."""
    go_on = threading.Event()

    def slowly(decks: Path) -> Sequence[SkillNote]:
        assert go_on.wait(10)
        return read_decks(decks)

    for module in ("form", "skills"):
        monkeypatch.setattr(f"interview_coach.tui.screens.interviews.{module}.read_decks", slowly)
    return go_on


async def filled(pilot: Pilot[None]) -> FormScreen:
    """The form with all that it asks for."""
    await press(pilot, *keys("Acme"), "tab", *keys("friday"))
    form = screen_of(pilot, FormScreen)
    form.query_one("#description", TextBox).text = AD
    return form


async def test_what_is_written_while_the_description_is_matched_is_not_lost(
    two: Coach, held: threading.Event
) -> None:
    async with opened(two, "i", "a") as pilot:
        form = await filled(pilot)
        await pilot.press("ctrl+s", "shift+tab", *keys(" Ltd"))
        held.set()
        await settled(pilot)
        assert screen_of(pilot, FormScreen) is form
        assert standing(two) == []
        assert "ctrl+s" in said(pilot, "message")
        await press(pilot, "ctrl+s")
        assert standing(two)[0].interview.details.name == "Acme Ltd"
    two.close()


async def test_what_lies_over_the_form_when_its_description_is_matched_is_not_closed(
    two: Coach, held: threading.Event
) -> None:
    async with opened(two, "i", "a") as pilot:
        form = await filled(pilot)
        await pilot.press("ctrl+s", "ctrl+p")
        palette = screen_of(pilot, CommandPalette)
        held.set()
        await settled(pilot)
        assert screen_of(pilot, CommandPalette) is palette
        await press(pilot, "escape")
        assert screen_of(pilot, FormScreen) is form
        await press(pilot, "ctrl+s")
        screen_of(pilot, InterviewSkillsScreen)
        assert [row.interview.details.name for row in standing(two)] == ["Acme"]
    two.close()


async def test_a_pasted_description_brings_its_skills_with_the_reasons(two: Coach) -> None:
    async with opened(two, "i", "a", size=(100, 30)) as pilot:
        await press(pilot, *keys("Acme"), "tab", *keys("12 Mar"))
        box = pilot.app.screen.query_one("#description", TextBox)
        box.focus()
        box.post_message(events.Paste(AD))
        await pilot.pause()
        await press(pilot, "ctrl+s")
        await settled(pilot)
        screen_of(pilot, InterviewSkillsScreen)
        assert standing(two)[0].interview.details.skills == ("Bread Baking",)
        text = shown(pilot)
        assert "▸ [✓] Bread Baking" in text
        assert "line 2: title Bread Baking" in text
        assert "bread baking" in column(pilot, 1)
        await press(pilot, "u")  # the interview itself was noted elsewhere
        assert "Nothing was changed here" in said(pilot, "message")
        await press(pilot, "down", "space")
        assert standing(two)[0].interview.details.skills == ("Bread Baking", "Shop Keeping")
        await press(pilot, "u")
        assert standing(two)[0].interview.details.skills == ("Bread Baking",)
        await press(pilot, "a")
        assert "about all of them" in said(pilot, "message")
        assert standing(two)[0].interview.details.skills == ()
        await press(pilot, "s")
        assert standing(two)[0].interview.details.skills == ("Bread Baking",)
        await press(pilot, "q")
        await settled(pilot)
        assert "1 skill" in shown(pilot)
    two.close()


async def test_a_description_comes_from_a_file(two: Coach, tmp_path: Path) -> None:
    file = tmp_path / "ad.txt"
    file.write_text(AD, encoding="utf-8")
    async with opened(two, "i", "a") as pilot:
        await press(pilot, *keys("Acme"), "tab", *keys("friday"))
        pilot.app.screen.query_one("#description", TextBox).text = f"{file}x"
        await press(pilot, "ctrl+s")
        assert "no such file" in flowing(said(pilot, "message"))
        pilot.app.screen.query_one("#description", TextBox).text = str(file)
        await press(pilot, "ctrl+s")
        await settled(pilot)
        assert standing(two)[0].interview.details.description == AD.strip()
    two.close()


async def test_after_a_complaint_the_keys_are_in_the_line_at_fault(two: Coach) -> None:
    async with opened(two, "i", "a") as pilot:
        form = screen_of(pilot, FormScreen)
        await press(pilot, "ctrl+s")
        assert form.focused is form.query_one("#name")
        await press(pilot, *keys("Acme"), "ctrl+s")
        assert form.focused is form.query_one("#date")
        await press(pilot, *keys("friday"))
        form.query_one("#description", TextBox).text = "./there-is-no-such-file.txt"
        await press(pilot, "ctrl+s")
        assert "no such file" in said(pilot, "message")
        assert form.focused is form.query_one("#description")
    assert standing(two) == []
    two.close()


async def test_an_edit_keeps_what_was_put_right(two: Coach) -> None:
    noted(two, description="Shop keeping.", skills=("Bread Baking",))  # shops were taken out, bread put in
    async with opened(two, "i") as pilot:
        await settled(pilot)
        await press(pilot, "e")
        pilot.app.screen.query_one("#description", TextBox).text = "Shop keeping, with care."
        await press(pilot, "end", *keys(" Ltd"), "ctrl+s")
        await settled(pilot)
        details = standing(two)[0].interview.details
        assert (details.name, details.skills) == ("Acme Ltd", ("Bread Baking",))
    two.close()


async def test_readiness_on_the_day_and_the_days_until_then(two: Coach) -> None:
    noted(two, skills=("Bread Baking", "Juggling"))
    async with opened(two, "i", size=(100, 40)) as pilot:
        await settled(pilot)
        await settled(pilot)
        text = shown(pilot)
        [ready] = [each for each in two.readiness(date(2026, 3, 12)) if each.skill == "Bread Baking"]
        assert f"{round(ready.readiness.readiness * 100)} % ready" in text
        assert f"{len(ready.readiness.below)} of 10 cards will be below 90 %" in text
        assert "Not in your notes: Juggling" in text
        assert "Minutes a day, from today to the eve: what practice brings today, then what is needed." in text
        assert "the schedule stays as it is" in text
    two.close()


async def test_the_day_of_the_plan_is_that_of_today_and_stands_above_the_fold(two: Coach) -> None:
    noted(two)
    async with opened(two) as pilot:
        day = two.today()
        assert f"{day.total} cards today" in said(pilot)
        await press(pilot, "i")
        await settled(pilot)
        above = flowing(" ".join(row[row.rfind("│") + 1 :] for row in painted(pilot)))
        brings = f"1 review and {day.new} new today, {day.minutes} minutes"
        assert (day.learning, day.due) == (1, 0)
        assert f"Of its cards practice brings {brings}. The days after need" in above
        assert "practice may bring less of that, within its limits." in above
        assert "lines more" in above
    two.close()


def test_what_is_needed_on_the_days_after_is_said_as_far_as_there_is_any() -> None:
    def told(*days: tuple[int, int, float]) -> str:
        plan = [PlanDay(date(2026, 3, 2) + timedelta(days=at), *each) for at, each in enumerate(days)]
        return flowing(" ".join(line.plain for line in until_then(plan, 200)))

    assert told((1, 0, 20)) == "Until then Of its cards practice brings 1 review today, less than a minute."
    assert told((0, 0, 0)) == "Until then Of its cards practice brings none today."
    assert told((2, 1, 90), (0, 0, 0)).endswith(
        "2 reviews and 1 new today, 2 minutes. The days after need none."
    )
    assert "need 1 review in all, less than a minute a day;" in told((0, 0, 0), (1, 0, 20))
    assert "need about 3 minutes each, 5 on Wednesday 4 March;" in told((0, 0, 0), (2, 0, 60), (9, 0, 300))


async def test_one_that_is_over_is_listed_last(two: Coach, clock: FakeClock) -> None:
    noted(two, "Past")
    clock.pass_time(days=20)
    noted(two, "Coming", date(2026, 4, 1))
    async with opened(two, "i") as pilot:
        await settled(pilot)
        left = column(pilot, 0)
        assert left.index("Coming") < left.index("Past")
        await press(pilot, "down", "p")
        assert "That one is over." in said(pilot, "message")
        assert "10 days ago" in shown(pilot)
    two.close()


async def test_cramming_asks_its_skills_and_leaves_the_schedule_as_it_is(two: Coach) -> None:
    noted(two, skills=("Shop Keeping",))
    before = [each.stored for each in two.cards()]
    async with opened(two, "i") as pilot:
        await settled(pilot)
        await press(pilot, "p")
        screen_of(pilot, CramScreen)
        assert "Cramming for Acme: the schedule stays as it is" in said(pilot, "aim")
        assert "Shop Keeping" in said(pilot, "head")
        await press(pilot, "enter", "3", "q")
        await settled(pilot)
        screen_of(pilot, InterviewsScreen)
        assert "Crammed 1 card: 1 of 1 answer came; the schedule stays as it is." in said(pilot, "message")
    assert [each.stored for each in two.cards()] == before
    two.close()


async def test_cramming_does_not_wait_for_what_is_still_worked_out(
    two: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(two, skills=("Shop Keeping",))
    monkeypatch.setattr("interview_coach.tui.screens.interviews.interviews.MOST", 0)
    async with opened(two, "i", "p") as pilot:
        screen_of(pilot, CramScreen)
        assert "Shop Keeping" in said(pilot, "head")
    two.close()


async def test_while_the_notes_are_read_nothing_is_said_of_what_the_description_asks_for(
    two: Coach, held: threading.Event
) -> None:
    noted(two, description=AD)
    async with opened(two, "i") as pilot:
        await pilot.press("enter", "s")
        await pilot.pause()
        assert said(pilot, "message") == ""
        assert "as described" not in said(pilot, "hints")
        held.set()
        await settled(pilot)
        assert "as described" in said(pilot, "hints")
        await press(pilot, "s")
        assert standing(two)[0].interview.details.skills == ("Bread Baking",)
    two.close()


async def test_work_that_was_begun_anew_is_not_told_of_for_ever(
    two: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "SAID_AFTER", 0.01)
    monkeypatch.setattr(loading, "SAID_EVERY", 0.01)
    async with opened(two, "i", "a") as pilot:
        await press(pilot, *keys("Acme"), "tab", *keys("friday"), "ctrl+s")  # both keep it and come back look
        await settled(pilot)
        screen_of(pilot, InterviewsScreen).say("")
        await pilot.pause(0.1)
        assert said(pilot, "message") == ""
    two.close()


async def test_cramming_neither_suspends_nor_puts_off(two: Coach) -> None:
    noted(two, skills=("Shop Keeping",))
    async with opened(two, "i", "p") as pilot:
        cram = screen_of(pilot, CramScreen)
        shown_before = cram.practice.current
        for key, told in (("s", "Suspending is for practice"), ("b", "Nothing here moves a card")):
            await press(pilot, key)
            assert told in said(pilot, "message")
        await press(pilot, "enter")
        assert cram.practice.current == shown_before
        assert "suspend" not in said(pilot, "hints")
        assert "tomorrow" not in said(pilot, "hints")
    assert two.database.connection.execute("SELECT count(*) FROM marks").fetchone() == (0,)
    two.close()


async def test_its_brief_and_its_mock_interview_are_about_its_skills(two: Coach) -> None:
    noted(two, skills=("Shop Keeping",))
    async with opened(two, "i") as pilot:
        await settled(pilot)
        await press(pilot, "b")
        await settled(pilot)
        screen_of(pilot, BriefScreen)
        assert "Acme" in said(pilot, "head")
        await press(pilot, "q", "m")
        await settled(pilot)
        screen_of(pilot, SetupScreen)
        assert "Acme" in shown(pilot)
    two.close()


async def test_one_is_removed_and_brought_back(two: Coach) -> None:
    noted(two)
    async with opened(two, "i") as pilot:
        await settled(pilot)
        await press(pilot, "d")
        assert standing(two) == []
        assert "Removed: Acme" in said(pilot, "message")
        await press(pilot, "u")
        await settled(pilot)
        assert "▸ Acme" in shown(pilot)
    two.close()


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_they_stand_at_other_sizes(two: Coach, size: tuple[int, int]) -> None:
    noted(two, description=AD, skills=("Bread Baking",))
    async with opened(two, "i", size=size) as pilot:
        await settled(pilot)
        assert "▸ Acme" in shown(pilot)
        await press(pilot, "enter")
        await settled(pilot)
        assert "Bread Baking" in shown(pilot)
        await press(pilot, "q", "e")
        await settled(pilot)
        assert "Job description" in shown(pilot)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert len(painted(pilot)) == 24
        assert "2026-03-12" in shown(pilot)
    two.close()
