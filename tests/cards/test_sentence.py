import pytest

from interview_coach.cards.sentence import first_sentence


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The oven failed. We had five hours.", "The oven failed."),
        ("We lost two, e.g. Acme and Umbra. Then a third.", "We lost two, e.g. Acme and Umbra."),
        ("I served in the U.S. Army for a year. Then I left.", "I served in the U.S. Army for a year."),
        ("Sales grew 1.5 times. Costs fell.", "Sales grew 1.5 times."),
        ("Dr. Lee said no. I asked again.", "Dr. Lee said no."),
        ("It was ticket No. 5 of the day. More came.", "It was ticket No. 5 of the day."),
        ("J. Osei led it. I followed.", "J. Osei led it."),
        ("It broke at 2 a.m. on a Sunday. Nobody was up.", "It broke at 2 a.m. on a Sunday."),
        ("Plans, budgets, etc. Nothing held.", "Plans, budgets, etc."),
        ("We moved to version 2. It held.", "We moved to version 2."),
        ("It failed! Then what?", "It failed!"),
        ("He said “stop.” We stopped.", "He said “stop.”"),
        ("Wait… what happened? This.", "Wait… what happened?"),
        ("数据坏了。我们修好了。", "数据坏了。"),
        ("「だめだ。」と言われた。", "「だめだ。」"),
        ("First line\nSecond line", "First line"),
        ("No stop at all", "No stop at all"),
        ("  Spaces around.  ", "Spaces around."),
        ("", ""),
    ],
)
def test_a_first_sentence_ends_where_a_reader_ends_it(text: str, first: str) -> None:
    assert first_sentence(text) == first
