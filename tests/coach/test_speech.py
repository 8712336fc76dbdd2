"""An answer that is spoken: marks, and the time that each part took."""

from hypothesis import given
from hypothesis import strategies as st

from interview_coach.cards.model import PointKind
from interview_coach.coach.speech import STAR, Speech
from interview_coach.store.attempts import Part

BEGAN = 1000.0


def test_each_mark_begins_the_next_part_and_the_last_part_has_none() -> None:
    speech = Speech(BEGAN)
    parts = [speech.part]
    for second in (10, 18, 70):
        speech = speech.marked(BEGAN + second)
        parts.append(speech.part)
    assert tuple(parts) == STAR
    assert speech.next_part is None
    assert speech.marked(BEGAN + 80) is speech
    assert speech.stopped(BEGAN + 95).parts() == (
        Part("situation", 10_000),
        Part("task", 8_000),
        Part("action", 52_000),
        Part("result", 25_000),
    )


def test_the_last_mark_can_be_taken_back() -> None:
    speech = Speech(BEGAN).marked(BEGAN + 5).marked(BEGAN + 6).unmarked()
    assert (speech.part, speech.lengths(BEGAN + 9)) == (PointKind.TASK, (5.0, 4.0))
    assert Speech(BEGAN).unmarked() == Speech(BEGAN)


def test_what_was_not_marked_is_not_measured() -> None:
    assert Speech(BEGAN).stopped(BEGAN + 90).parts() == ()
    assert Speech(BEGAN).marked(BEGAN + 9).parts() == ()  # it still runs


def test_once_over_it_stays_as_it_was() -> None:
    over = Speech(BEGAN).marked(BEGAN + 5).stopped(BEGAN + 60)
    assert over.seconds(BEGAN + 600) == 60
    assert over.stopped(BEGAN + 90) is over
    assert over.marked(BEGAN + 90) is over
    assert over.unmarked() is over


@given(
    st.lists(st.tuples(st.sampled_from("mu"), st.floats(-5, 100)), max_size=20),
    st.floats(-5, 100),
)
def test_the_parts_always_add_up_to_the_whole(steps: list[tuple[str, float]], last: float) -> None:
    speech, now = Speech(BEGAN), BEGAN
    for step, seconds in steps:
        now += seconds
        speech = speech.marked(now) if step == "m" else speech.unmarked()
    over = speech.stopped(now + last)
    assert all(length >= 0 for length in over.lengths(now))
    assert abs(sum(over.lengths(now)) - over.seconds(now)) < 1e-6
    parts = over.parts()
    assert all(part.milliseconds is not None and part.milliseconds >= 0 for part in parts)
    if parts:
        assert sum(part.milliseconds or 0 for part in parts) == round(over.seconds(now) * 1000)
