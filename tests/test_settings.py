"""A settings file does what its lines say, or is refused with the file, the name and the remedy."""

from dataclasses import Field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.errors import CoachError
from interview_coach.settings import DEFAULTS, FILE_NAME, as_toml, described, load
from scripts import settings_doc


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    (folder / FILE_NAME).write_bytes(text.encode(encoding))
    return folder


def refusal(folder: Path, text: str) -> CoachError:
    with pytest.raises(CoachError) as caught:
        load(write(folder, text))
    assert str(folder / FILE_NAME) in caught.value.message
    return caught.value


def test_a_workspace_without_a_file_has_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path) == DEFAULTS


def test_an_empty_file_has_the_defaults(tmp_path: Path) -> None:
    assert load(write(tmp_path, "# nothing chosen yet\n")) == DEFAULTS


def test_what_is_chosen_is_taken_and_the_rest_stays(tmp_path: Path) -> None:
    chosen = load(
        write(
            tmp_path,
            """
            new_per_day = 0
            retention = 0.85
            learning_steps = [5]
            cards = ["metric", "opener"]
            bury_siblings = false
            theme = "nord"
            """,
        )
    )
    assert chosen.new_per_day == 0
    assert chosen.retention == 0.85
    assert chosen.learning_steps == (5,)
    assert chosen.cards == ("metric", "opener")
    assert chosen.bury_siblings is False
    assert chosen.theme == "nord"
    assert chosen.reviews_per_day == DEFAULTS.reviews_per_day


def test_a_byte_order_mark_and_windows_line_ends_are_no_obstacle(tmp_path: Path) -> None:
    assert load(write(tmp_path, "new_per_day = 3\r\nrollover_hour = 5\r\n", "utf-8-sig")).rollover_hour == 5


@pytest.mark.parametrize(
    ("line", "named", "remedy"),
    [
        ("new_per_days = 5", "new_per_days", "did you mean new_per_day?"),
        ("colour = 1", "colour", "new_per_day, reviews_per_day"),
        ("new_per_day = -1", "new_per_day cannot be -1", "from 0 to 9999"),
        ("new_per_day = 2.5", "new_per_day cannot be 2.5", "from 0 to 9999"),
        ("new_per_day = true", "new_per_day cannot be true", "like 5"),
        ('new_per_day = "ten"', 'new_per_day cannot be "ten"', "like 5"),
        ("rollover_hour = 24", "rollover_hour cannot be 24", "from 0 to 23"),
        ("retention = 1.0", "retention cannot be 1.0", "from 0.7 to 0.97"),
        ("retention = nan", "retention cannot be nan", "from 0.7 to 0.97"),
        ("interleave = 1", "interleave cannot be 1", "like true"),
        ("learning_steps = 10", "learning_steps cannot be 10", "like [1, 10], from 1 to 1439"),
        ("learning_steps = [0]", "learning_steps cannot be [0]", "from 1 to 1439"),
        ('learning_steps = ["1m"]', 'learning_steps cannot be ["1m"]', "like [1, 10]"),
        ('cards = "question"', 'cards cannot be "question"', 'like ["question", "story part", "metric"]'),
        ('cards = ["essay"]', "'essay'", "question, story part, metric, phrasing, opener"),
        ("answer_lights = [60, 90]", "answer_lights cannot be [60, 90]", "like [60, 90, 120, 150]"),
        ("answer_lights = [60, 90, 90, 150]", "answer_lights cannot be", "each larger than the one before"),
        ("part_shares = [50, 50]", "part_shares cannot be [50, 50]", "like [15, 10, 55, 20]"),
        ('answer_profile = "long"', "'long'", "the choices are answer, introduction, deep, thirty"),
        ("theme = 3", "theme cannot be 3", 'like "coach-dark"'),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_name_and_what_it_takes(
    tmp_path: Path, line: str, named: str, remedy: str
) -> None:
    error = refusal(tmp_path, line)
    assert named in error.message
    assert remedy in error.hint


def test_a_broken_line_is_refused_with_its_number(tmp_path: Path) -> None:
    error = refusal(tmp_path, "new_per_day = 3\nretention 0.9\n")
    assert "line 2" in error.message
    assert "name = value" in error.hint


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe\x00theme")
    with pytest.raises(CoachError, match="could not be read"):
        load(tmp_path)


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(CoachError, match="could not be read"):
        load(tmp_path)


def test_the_defaults_written_out_are_accepted_and_are_the_defaults(tmp_path: Path) -> None:
    lines = "\n".join(f"{each.name} = {as_toml(each.default)}" for each in described())
    assert load(write(tmp_path, lines)) == DEFAULTS


@given(value=st.integers(1, 36500))
def test_a_whole_number_in_its_bounds_arrives_as_written(
    value: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("workspace")
    assert load(write(folder, f"maximum_interval = {value}")).maximum_interval == value


@pytest.mark.parametrize("setting", described(), ids=lambda setting: setting.name)
def test_every_setting_says_what_it_means_and_where_its_default_comes_from(setting: Field[Any]) -> None:
    metadata = setting.metadata
    assert metadata["meaning"].endswith(".")
    assert metadata["source"].endswith(".")


def test_the_settings_page_is_up_to_date() -> None:
    assert settings_doc.PAGE.read_text(encoding="utf-8") == settings_doc.page(), "run `make docs`"
