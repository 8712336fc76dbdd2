"""The lights of an answer's clock."""

from dataclasses import replace

import pytest

from interview_coach.coach.lights import Light, lights_of
from interview_coach.settings import DEFAULTS


@pytest.mark.parametrize(
    ("seconds", "light"),
    [
        (0, Light.NONE),
        (59.9, Light.NONE),
        (60, Light.GREEN),
        (90, Light.YELLOW),
        (119.9, Light.YELLOW),
        (120, Light.RED),
        (150, Light.OVERTIME),
        (9999, Light.OVERTIME),
    ],
)
def test_a_light_shines_from_its_second_on(seconds: float, light: Light) -> None:
    assert lights_of(DEFAULTS).at(seconds) is light


def test_the_next_light_is_the_first_still_to_come() -> None:
    lights = lights_of(DEFAULTS)
    assert lights.after(60) == (Light.YELLOW, 90)
    assert lights.after(150) is None


def test_the_settings_choose_the_lights_and_a_profile_goes_before_them() -> None:
    settings = replace(DEFAULTS, answer_profile="deep", deep_lights=(100, 110, 120, 130))
    assert lights_of(settings).green == 100
    assert lights_of(settings, "thirty").red == DEFAULTS.thirty_lights[2]


def test_only_what_is_past_the_red_light_is_over() -> None:
    assert [lights_of(DEFAULTS).over(ms) for ms in (0, 120_000, 121_500)] == [0, 0, 1500]
