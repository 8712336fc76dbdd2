"""The page of promises names tests that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = " ".join((ROOT / "docs" / "trust.md").read_text(encoding="utf-8").split())
NAMED = re.findall(r"`(\w+/test_\w+\.py)`(?:: ((?:`\w+`(?:, )?)+))?", PAGE)


def test_the_page_names_many() -> None:
    assert len(NAMED) > 20


@pytest.mark.parametrize(("file", "names"), NAMED)
def test_a_promise_names_tests_that_are_there(file: str, names: str) -> None:
    text = (ROOT / "tests" / file).read_text(encoding="utf-8")
    for name in re.findall(r"\w+", names):
        assert re.search(rf"def test_\w*{name}", text), f"{file} has no test of that name: {name}"
