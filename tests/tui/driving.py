"""Driving the app in tests: opening it, waiting for it, reading what it shows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from interview_coach.coach.coach import Coach
from interview_coach.tui.app import CoachApp, Start
from interview_coach.tui.widgets.drawn import Line, Pane

SMALL = (80, 24)


@asynccontextmanager
async def opened(
    coach: Coach, *keys: str, size: tuple[int, int] = SMALL, start: Start = "today"
) -> AsyncIterator[Pilot[None]]:
    """The app with its notes read and some keys pressed."""
    app = CoachApp(coach, start)
    async with app.run_test(size=size, notifications=True) as pilot:
        await settled(pilot)
        if keys:
            await press(pilot, *keys)
        yield pilot


async def settled(pilot: Pilot[None]) -> None:
    """Waits until nothing is being read any more and everything is painted."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Presses keys one after the other and waits until all that the last one began is done and painted."""
    await pilot.press(*keys)
    await settled(pilot)


def said(pilot: Pilot[None], *ids: str) -> str:
    """What the screen on show says in its lines and panes (or in those named), from top to bottom."""
    widgets = [
        widget
        for widget in pilot.app.screen.query("Line, Pane")
        if isinstance(widget, Line | Pane) and widget.display and (not ids or widget.id in ids)
    ]
    return "\n".join(widget.render().plain for widget in widgets)


def flowing(text: str) -> str:
    """A text as it reads, without the lines' ends and the bar beside a prompt."""
    return " ".join(text.replace("▌", " ").split())


def painted(pilot: Pilot[None]) -> list[str]:
    """The rows of the terminal as they are painted, cell by cell; Textual gives them by no public name."""
    strips = pilot.app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]
