"""The table of actions: every key does something, no key does two things, none is one a terminal swallows."""

from collections import Counter

import pytest

from interview_coach.tui.actions import ACTIONS, Where, actions_of, bindings_of, hints_of, key_name
from interview_coach.tui.app import CoachApp
from interview_coach.tui.screens.base import CoachScreen
from interview_coach.tui.screens.brief import BriefScreen
from interview_coach.tui.screens.coverage import CoverageScreen
from interview_coach.tui.screens.help import HelpScreen
from interview_coach.tui.screens.interviews.form import FormScreen
from interview_coach.tui.screens.interviews.interviews import InterviewsScreen
from interview_coach.tui.screens.interviews.skills import InterviewSkillsScreen
from interview_coach.tui.screens.library.cards import CardsScreen
from interview_coach.tui.screens.library.linking import LinkScreen
from interview_coach.tui.screens.library.matches import MatchesScreen
from interview_coach.tui.screens.library.note import NoteScreen
from interview_coach.tui.screens.library.search import SearchScreen
from interview_coach.tui.screens.library.skills import LibraryScreen
from interview_coach.tui.screens.mock.debrief import DebriefScreen
from interview_coach.tui.screens.mock.interview import MockScreen
from interview_coach.tui.screens.mock.past import PastScreen
from interview_coach.tui.screens.mock.report import ReportScreen
from interview_coach.tui.screens.mock.resume import ResumeScreen
from interview_coach.tui.screens.mock.setup import SetupScreen
from interview_coach.tui.screens.mock.skills import SkillsScreen
from interview_coach.tui.screens.notes import NotesScreen
from interview_coach.tui.screens.practice import PracticeScreen
from interview_coach.tui.screens.progress import ProgressScreen
from interview_coach.tui.screens.summary import SummaryScreen
from interview_coach.tui.screens.today import TodayScreen
from interview_coach.tui.screens.weak import WeakScreen
from interview_coach.tui.stage import Stage

SCREENS: tuple[type[CoachScreen], ...] = (
    WeakScreen,
    ProgressScreen,
    TodayScreen,
    PracticeScreen,
    SummaryScreen,
    NotesScreen,
    SetupScreen,
    SkillsScreen,
    MockScreen,
    ResumeScreen,
    DebriefScreen,
    ReportScreen,
    PastScreen,
    BriefScreen,
    LibraryScreen,
    CardsScreen,
    SearchScreen,
    MatchesScreen,
    LinkScreen,
    NoteScreen,
    InterviewsScreen,
    FormScreen,
    InterviewSkillsScreen,
    CoverageScreen,
    HelpScreen,
)
SWALLOWED = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"}  # backspace, tab, newline and enter to a terminal


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_a_screen_can_do_what_its_keys_say(screen: type[CoachScreen]) -> None:
    for action in actions_of(screen.WHERE):
        assert hasattr(screen, f"action_{action.do.partition('(')[0]}"), action
    for action in actions_of(Where.EVERYWHERE):
        owner = screen if action.do.startswith("screen.") else CoachApp
        assert hasattr(owner, f"action_{action.do.removeprefix('screen.').partition('(')[0]}"), action


@pytest.mark.parametrize("where", Where)
def test_no_key_does_two_things_on_a_screen(where: Where) -> None:
    keys = Counter(key for action in actions_of(where) for key in action.keys)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_is_one_that_a_terminal_takes_for_another() -> None:
    assert not SWALLOWED & {key for action in ACTIONS for key in action.keys}


def test_q_leaves_every_screen_and_ctrl_q_the_program() -> None:
    for screen in SCREENS:
        assert any("q" in action.keys and action.do == "leave" for action in actions_of(screen.WHERE))
    assert any(action.keys == ("ctrl+q",) and action.do == "quit" for action in actions_of(Where.EVERYWHERE))


def test_nothing_is_on_escape_alone_but_leaving_an_answer() -> None:
    alone = [action.do for action in ACTIONS if action.keys == ("escape",)]
    assert set(alone) == {"leave_box"}


@pytest.mark.parametrize("where", [where for where in Where if where not in (Where.EVERYWHERE, Where.HELP)])
@pytest.mark.parametrize("stage", Stage)
def test_help_is_the_last_hint_and_every_hint_has_its_binding(where: Where, stage: Stage) -> None:
    hints = hints_of(where, stage)
    assert hints[-1].do == "help"
    bound = {binding.action for binding in bindings_of(where) if not isinstance(binding, tuple)}
    assert {action.do for action in hints[:-1]} <= bound


def test_keys_are_named_as_on_the_keyboard() -> None:
    assert [key_name(key) for key in ("question_mark", "pagedown", "x")] == ["?", "page down", "x"]


def test_each_binding_has_a_name_of_its_own_that_says_its_screen_once() -> None:
    ids = [b.id for where in Where for b in bindings_of(where) if not isinstance(b, tuple)]
    assert len(set(ids)) == len(ids) == len(ACTIONS)
    assert "today.start" in ids
