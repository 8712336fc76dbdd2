"""Figures are read as they are meant, and what is no figure is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.answers.figures import Figure, Form, Kind, Near, Role, figures_in
from interview_coach.answers.landing import has_figure
from tests.answers import phrases

NEAR = {Near.EXACT: "", Near.ABOUT: "~", Near.BELOW: "<", Near.ABOVE: ">"}
BETWEEN = {Form.RANGE: "..", Form.PAIR: "~", Form.CHANGE: "->"}
ROLES = {Role.BEFORE: "(before)", Role.AIM: "(aim)", Role.DENIED: "(denied)", Role.REPLACED: "(replaced)"}


def told(figure: Figure) -> str:
    """A figure's meaning as the phrases have it."""
    value, other = f"{figure.value:.10g}", "" if figure.other is None else f"{figure.other:.10g}"
    if figure.kind is Kind.RATIO:
        body = f"{value}/{other}"
    elif figure.kind in {Kind.RANK, Kind.ALWAYS}:
        body = f"#{value}" if figure.kind is Kind.RANK else "24/7"
    else:
        if figure.fraction and figure.decimals:
            value = f"{figure.value:.4f}"
        suffix = {Kind.PERCENT: "%", Kind.POINTS: "pt", Kind.MULTIPLIER: "x"}.get(figure.kind, "")
        if figure.kind in {Kind.MONEY, Kind.DURATION} or figure.unit == "times":
            suffix = f" {figure.unit}"
        if figure.form is Form.CHANGE:
            first = f" {figure.other_unit}" if figure.other_unit != figure.unit else ""
            body = f"{other}{first}->{value}{suffix}"
        elif figure.form is Form.SINGLE:
            body = value + suffix
        else:
            body = f"{value}{BETWEEN[figure.form]}{other}{suffix}"
    sign = {-1: "-", 1: "+"}.get(figure.sign, "")
    rate = f"/{figure.per}" if figure.per else ""
    return f"{sign}{NEAR[figure.near]}{body}{rate}{ROLES.get(figure.role, '')}{'?' if figure.weak else ''}"


def rows(*tables: str) -> list[tuple[str, str]]:
    lines = [line for table in tables for line in table.strip().splitlines()]
    return [(phrase.strip(), meaning.strip()) for phrase, _, meaning in (each.partition("|") for each in lines)]


MEANT = rows(
    phrases.NUMBERS,
    phrases.RATIOS,
    phrases.PERCENTS,
    phrases.MONEY,
    phrases.MULTIPLES,
    phrases.DURATIONS,
    phrases.CHANGES,
    phrases.CLAIMS,
)


@pytest.mark.parametrize(("phrase", "meaning"), MEANT)
def test_a_phrase_is_read_as_it_is_meant(phrase: str, meaning: str) -> None:
    assert "; ".join(map(told, figures_in(phrase))) == meaning


@pytest.mark.parametrize(("phrase", "meaning"), MEANT)
def test_a_phrase_means_the_same_inside_a_dictated_sentence(phrase: str, meaning: str) -> None:
    if phrase[0] in "-−~<#$€£" or phrase.startswith(("x3", "USD", "US$", "93 ", "1 ", "of the")):
        return
    figures = figures_in(f"well I said {phrase} and then we went on")
    assert "; ".join(map(told, figures)) == meaning


@pytest.mark.parametrize("phrase", [phrase for phrase, _ in rows(phrases.NOTHING)])
def test_what_measures_nothing_is_no_figure(phrase: str) -> None:
    assert [told(figure) for figure in figures_in(phrase) if not figure.weak] == []
    assert not has_figure(phrase)


UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelt(number: int, linked: str) -> str:
    """A number in words; `linked` stands between hundreds and the rest: " and ", " "."""
    for size, scale in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= size:
            rest = number % size
            between = linked if rest < 100 else " "
            return f"{spelt(number // size, linked)} {scale}" + (between + spelt(rest, linked) if rest else "")
    if number >= 100:
        below = f"{linked}{spelt(number % 100, linked)}" if number % 100 else ""
        return f"{UNITS.split()[number // 100]} hundred{below}"
    if number >= 20:
        tens = TENS.split()[number // 10 - 2]
        return tens + (f"-{UNITS.split()[number % 10]}" if number % 10 else "")
    return UNITS.split()[number]


@given(st.integers(2, 10**12 - 1), st.sampled_from([" and ", " "]), st.sampled_from(["-", " "]))
def test_any_number_can_be_said_in_words(number: int, linked: str, hyphen: str) -> None:
    said = spelt(number, linked).replace("-", hyphen)
    (figure,) = figures_in(f"we packed {said} parcels")
    assert (figure.value, figure.unit, figure.span) == (number, "parcels", (10, 10 + len(said)))


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["{} of {}", "{} out of the {}", "{}/{}"]))
def test_any_ratio_is_read(one: int, other: int, form: str) -> None:
    part, whole = sorted((one, other))
    (figure,) = figures_in(f"we packed {form.format(part, whole)} well")
    assert (figure.kind, figure.value, figure.other) == (Kind.RATIO, part, whole)


@given(st.integers(0, 999), st.integers(1, 99))
def test_any_decimal_can_be_said_aloud(whole: int, part: int) -> None:
    digits = f"{part:02}".rstrip("0")
    aloud = " ".join("oh" if digit == "0" else UNITS.split()[int(digit)] for digit in digits)
    (figure,) = figures_in(f"it was {spelt(whole, ' and ')} point {aloud} percent")
    assert (figure.kind, figure.value) == (Kind.PERCENT, float(f"{whole}.{digits}"))
