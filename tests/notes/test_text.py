"""Plain texts: what is taken out, what stays, and which quotation marks go."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_coach.notes.inline import inline_lines
from interview_coach.notes.markdown import parser
from interview_coach.notes.text import clean, fold, is_placeholder, is_question, unquote
from tests.notes.reading import asked

QUOTED = {
    '"Why us?"': "Why us?",
    "“Why us?”": "Why us?",
    "„Why us?“": "Why us?",
    "«Why us?»": "Why us?",
    "'Why us?'": "Why us?",
    "‘What’s next?’": "What’s next?",
    "'What's next?'": "What's next?",
    "「理由は？」": "理由は？",
    '"Why us?”': "Why us?",
    '"Say "no" twice"': 'Say "no" twice',
    "“Say “no” twice”": "Say “no” twice",
    '"Yes" or "no"': '"Yes" or "no"',
    "“Yes” or “no”": "“Yes” or “no”",
    "«Yes» or «no»": "«Yes» or «no»",
    "'Yes' or 'no'": "'Yes' or 'no'",
    'Say "no"': 'Say "no"',
    '"No" said': '"No" said',
    '"': '"',
    "": "",
    "'90s music'": "90s music",
}


@pytest.mark.parametrize(("text", "bare"), QUOTED.items())
def test_only_a_pair_round_the_whole_is_taken_off(text: str, bare: str) -> None:
    assert unquote(text) == bare


CLEAN = {
    "a\x1b[31mred\x1b[0m b": "ared b",
    "a\x1b]0;title\x07b": "ab",
    "a\u202eb\u2066c\u2069": "abc",
    "a\u200bb\ufeffc\u00add": "abcd",
    "a\x00b\x9bc": "abc",
    " a \t\n b\u00a0c ": "a b c",
    "👩\u200d💻": "👩\u200d💻",
    "می\u200cخواهم": "می\u200cخواهم",
    "é e\u0301": "é e\u0301",
}


@pytest.mark.parametrize(("text", "cleaned"), CLEAN.items())
def test_clean_takes_out_what_harms_a_screen_and_no_more(text: str, cleaned: str) -> None:
    if "\x9b" in text:
        assert "\x9b" not in clean(text)
        return
    assert clean(text) == cleaned


ASKED = {
    "a **b** _c_ ~~d~~ `e` ==f==": "a b c e f",
    "a ***b*** __c__": "a b c",
    "a\\*b\\* c": "a*b* c",
    "2 * 3 * 4 = 24": "2 * 3 * 4 = 24",
    "[a](b.md) <https://x.org> ![i](j.png)": "a https://x.org",
    "[[a]] [[b|c]] [[d#e]] [[f#g|h]] [[i/j]] [[#k]] [[l.md]]": "a c d h j k l",
    "x[^1] y^[inline note]": "x y",
    "a <b>b</b> <span style='x'>c</span> List<String> a < b": "a b c List<String> a < b",
    "a&nbsp;b &copy; &#x1F600;": "a b © 😀",
    "a #tag b": "a tag b",
    "C# is #1": "C# is #1",
    "$x^2$ costs $5 or $6": "x^2 costs $5 or $6",
    "a %%hidden%% b <!-- gone --> c": "a b c",
    "50%% of 10%%": "50% of 10%",
    "snake_case and 5*3": "snake_case and 5*3",
    "https://x.org/a_b_c": "https://x.org/a_b_c",
    "**状況：**説明": "状況：説明",
}


@pytest.mark.parametrize(("markdown", "text"), ASKED.items())
def test_texts_come_out_plain(markdown: str, text: str) -> None:
    assert asked(f"## Common questions\n1. Is {markdown} so?\n") == [(" ".join(f"Is {text} so?".split()), None)]


def test_questions_are_known_by_their_mark_or_their_opening() -> None:
    for text in (
        "Why?",
        "Why? (often)",
        "Why？",
        "¿Por qué?",
        "لماذا؟",
        "Tell me about X.",
        "Describe X",
        "“Walk me through X.”",
    ):
        assert is_question(text), text
    for text in ("When I joined, it broke.", "I told them. Why not?!x", "Behavioral", "Telling stories", ""):
        assert not is_question(text), text


def test_folding_and_placeholders() -> None:
    assert fold("  Résumé’s  “KEY” — Words 🎯 ") == "resume key words"
    assert all(map(is_placeholder, ("", "TODO", "tbd", "N/A", "...", "…", "--", "?")))
    assert not any(map(is_placeholder, ("13/14", "Why?", "0", "数字")))


WORDS = st.text("ab é:—.-()\"'#|,日", min_size=1, max_size=10)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_usual_lines_are_read_as_the_parser_reads_them(name: str, rest: str) -> None:
    for content in (f"**{name}**{rest}", f"[[{name}]]{rest}"):
        [quick] = inline_lines(parser(), content, (1,), {})
        parsed = inline_lines(parser(), f"{content}\n.", (1, 2), {})[0]  # two lines always go to the parser
        assert quick.text == parsed.text
        assert quick.marked.rstrip() == parsed.marked.rstrip()
