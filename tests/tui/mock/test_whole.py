"""A whole mock interview by its keys, in each way to answer: five questions, follow-ups, debrief, report."""

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from interview_coach.coach.coach import Coach
from interview_coach.tui.screens.mock.debrief import DebriefScreen
from interview_coach.tui.screens.mock.interview import MockScreen
from interview_coach.tui.screens.mock.report import ReportScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.widgets.answer_box import TextBox
from tests.making import METRICS, FakeClock
from tests.tui.driving import flowing, painted, press, said
from tests.tui.mock.sitting import FERRY_METRICS, Ticks, head, opened_coach, passes, sat, ticks
from tests.tui.test_hostile import check

__all__ = ["ticks"]

FIGURES = [value for _, value, _ in (*METRICS, *FERRY_METRICS)]


async def speak(pilot: Pilot[None], ticks: Ticks) -> None:
    for seconds in (12, 9, 40):
        await passes(pilot, ticks, seconds)
        await press(pilot, "space")
    await passes(pilot, ticks, 14)
    await press(pilot, "enter")


async def fill_boxes(pilot: Pilot[None], ticks: Ticks) -> None:
    for text in ("The oven failed", "Bread by seven", "I moved it all"):
        await put(pilot, text)
        await press(pilot, "tab")
    await passes(pilot, ticks, 90)
    await put(pilot, "We sold 47 of 50")
    await press(pilot, "ctrl+s")


async def write(pilot: Pilot[None], ticks: Ticks) -> None:
    await passes(pilot, ticks, 60)
    await put(pilot, "I moved the dough and sold most of it")
    await press(pilot, "ctrl+s")


async def put(pilot: Pilot[None], text: str) -> None:
    """Its first letter typed and the rest pasted: a key takes the pilot as long as a page."""
    await press(pilot, text[0])
    pilot.app.screen.post_message(events.Paste(text[1:]))
    await pilot.pause()


WAYS = {"spoken": speak, "boxes": fill_boxes, "text": write}


@pytest.mark.parametrize("way", WAYS)
async def test_a_whole_interview(tmp_path: Path, clock: FakeClock, ticks: Ticks, way: str) -> None:
    coach = opened_coach(tmp_path, clock)
    async with sat(coach, way=way, seeded=True) as pilot:
        for number in range(1, 6):
            await one_question(pilot, ticks, way, number)
        await the_debrief(pilot, 2 if way == "boxes" else 1)
        report = pilot.app.screen
        assert isinstance(report, ReportScreen)
        assert "5 of 5 answered" in head(pilot)
        assert "seed 7" in head(pilot)
        body = said(pilot, "body")
        assert "Specific" in body
        assert "■■■■□ 4.0" in body
        path = tmp_path / "data" / "reports"
        assert str(next(path.iterdir()).name) in said(pilot, "message")
        check(pilot)
        await press(pilot, "q")
        assert isinstance(pilot.app.screen, TodayScreen)
    kept(coach, way)
    coach.close()


async def one_question(pilot: Pilot[None], ticks: Ticks, way: str, number: int) -> None:
    screen = pilot.app.screen
    assert isinstance(screen, MockScreen)
    assert f"{number} of 5" in head(pilot)
    assert "think" in head(pilot)
    question = screen.interview.asked
    await passes(pilot, ticks, 8)
    assert question in flowing(said(pilot, "question"))
    await press(pilot, "space")
    assert "answer" in head(pilot)
    if number == 3:
        for width, height in ((60, 20), (120, 40), (80, 24)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            check(pilot)
            assert question in flowing(said(pilot, "question")), "the question stays on the screen"
    await WAYS[way](pilot, ticks)
    assert "follow-up" in head(pilot)
    asked = screen.interview.asked
    assert asked in flowing(said(pilot, "question"))
    assert question in flowing(said(pilot, "question"))
    no_feedback(pilot, screen)
    await passes(pilot, ticks, 11)
    assert isinstance(screen.focused, TextBox) == (way != "spoken")
    if way != "spoken":
        await put(pilot, "In the autumn")
    await press(pilot, "ctrl+s")


def no_feedback(pilot: Pilot[None], screen: MockScreen) -> None:
    text = "\n".join(painted(pilot))
    follow = screen.interview.asked
    for figure in FIGURES:
        assert figure not in text.replace(follow, ""), "nothing of the note is told"
    for word in ("landed", "missed", "Your note", "→"):
        assert word not in text


async def the_debrief(pilot: Pilot[None], gone_through: int) -> None:
    """Answer by answer, or so many of them and no more."""
    for number in range(1, gone_through + 1):
        assert isinstance(pilot.app.screen, DebriefScreen)
        assert f"{number} of 5" in head(pilot)
        assert "how good was it" in said(pilot, "page")
        await press(pilot, "3")
        if "Keep the words" in said(pilot, "message"):
            await press(pilot, "n")
        assert "What you said" in said(pilot, "side")
        await press(pilot, "pagedown", "pagedown", "pagedown")
        assert "Then you were asked" in said(pilot, "page")
        await press(pilot, "x", "enter")
        for _ in range(5):
            await press(pilot, "4", "4")  # the second overrules a cap, or grades the next line
        await press(pilot, "enter")
    await press(pilot, "e", "y")


def kept(coach: Coach, way: str) -> None:
    """Ten answers, each under its question, none of them a review of its card."""
    connection = coach.database.connection
    rows = connection.execute("SELECT way, number, asked, text FROM attempts ORDER BY id").fetchall()
    assert [number for _, number, _, _ in rows] == [number for number in range(1, 6) for _ in range(2)]
    assert [bool(asked) for _, _, asked, _ in rows] == [False, True] * 5
    assert {each for each, _, asked, _ in rows if not asked} == {way}
    assert all(text is None for _, _, _, text in rows), "the words were not to be kept"
    assert connection.execute("SELECT count(*) FROM reviews").fetchone() == (0,)
    assert connection.execute("SELECT count(*) FROM mocks WHERE ended_at IS NOT NULL").fetchone() == (1,)
