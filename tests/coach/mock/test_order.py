"""The order of an interview: its roles, its lot, its stories."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.coach.mock.order import Candidate, Order, Role, make_order, roles_of


def question(number: int, **facts: object) -> Candidate:
    """A question of a skill of its own that was never answered."""
    known = {"key": f"note-{number}.md#{number}", "skill": f"Skill {number}", **facts}
    return Candidate(card_id=number, **known)  # type: ignore[arg-type] # facts by name, as tests give them


@st.composite
def questions(draw: st.DrawFn) -> list[Candidate]:
    return [
        Candidate(
            number,
            f"{number}",
            draw(st.sampled_from("ABC")),
            draw(st.frozensets(st.sampled_from("uvwxyz"), max_size=2)),
            draw(st.none() | st.floats(0, 1)),
            draw(st.integers(0, 3)),
            draw(st.integers(0, 9)),
            draw(st.integers(0, 3)),
            draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 14)))
    ]


def ids(order: Order) -> list[int]:
    return [each.card_id for each in order.asked]


def by_role(order: Order, role: Role) -> int:
    return next(each.card_id for each in order.asked if each.role is role)


def test_five_questions_have_the_five_roles_in_their_order() -> None:
    assert roles_of(5) == (Role.WARM_UP, Role.STRONG, Role.WEAK, Role.LEAST, Role.TROUBLE)
    assert roles_of(8) == (*roles_of(5), Role.STRONG, Role.WEAK, Role.LEAST)
    assert roles_of(3) == (Role.WARM_UP, Role.WEAK, Role.TROUBLE)


def test_each_role_gets_the_question_that_fits_it() -> None:
    order = make_order(
        [
            question(1, strength=0.9, answered=3, skill_answered=3),
            question(2, strength=0.1, answered=3, skill_answered=3),
            question(3, strength=0.5, answered=9, skill_answered=9),
            question(4, skill_answered=0),
            question(5, strength=0.4, answered=2, skill_answered=2, trouble=True),
            question(6, strength=0.5, answered=3, skill_answered=3),
        ],
        5,
        seed=1,
    )
    assert [each.role for each in order.asked] == list(roles_of(5))
    assert ids(order) == [3, 1, 2, 4, 5]
    assert not order.lacks_trouble


@given(questions(), st.integers(1, 20), st.integers(0, 2**32))
def test_no_question_comes_twice_and_as_many_as_there_are(
    candidates: list[Candidate], number: int, seed: int
) -> None:
    order = make_order(candidates, number, seed)
    assert len(set(ids(order))) == len(order.asked) == min(number, len(candidates))
    for each in order.asked:
        if each.role is Role.TROUBLE:
            assert candidates[each.card_id].trouble


@given(questions(), st.integers(1, 9), st.integers(0, 2**32), st.randoms())
def test_the_order_hangs_on_the_seed_and_the_facts_alone(
    candidates: list[Candidate], number: int, seed: int, shuffled: object
) -> None:
    again = list(candidates)
    shuffled.shuffle(again)  # type: ignore[attr-defined] # hypothesis gives a random.Random
    assert make_order(candidates, number, seed) == make_order(again, number, seed)


def test_the_order_is_the_same_in_another_process_whatever_its_hashes() -> None:
    program = (
        "from interview_coach.coach.mock.order import Candidate, make_order\n"
        "asked = [Candidate(n, f'{n}', 'AB'[n % 2], frozenset({f's{n % 4}'})) for n in range(12)]\n"
        "made = make_order(asked, 8, 7)\n"
        "print([each.card_id for each in made.asked], [each.repeats for each in made.asked])"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": hashes},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for hashes in ("1", "2")
    }
    assert said == {"[8, 11, 9, 6, 4, 0, 1, 3] [False, False, False, False, True, True, True, True]\n"}, (
        "it may not change with a version of Python: an interview of the same seed would be another one"
    )


def test_seeds_differ() -> None:
    candidates = [question(number) for number in range(12)]
    assert len({tuple(ids(make_order(candidates, 5, seed))) for seed in range(20)}) > 10


def test_a_question_that_was_never_answered_is_not_called_strong_or_weak() -> None:
    order = make_order([question(number) for number in range(9)], 5, 1)
    assert {each.role for each in order.asked} == {Role.WARM_UP, Role.LEAST}


# -- stories


def told_with(stories: list[frozenset[str]]) -> int:
    """By trying all: with how many stories of their own the questions can be answered."""
    if not stories:
        return 0
    first, *rest = stories
    with_own = [1 + told_with([each - {name} for each in rest]) for name in first]
    return max([told_with(rest), *with_own])


@given(st.lists(st.frozensets(st.sampled_from("xyz"), max_size=2), max_size=4), st.integers(0, 99))
def test_a_story_repeats_only_where_it_must_and_then_it_is_told(
    stories: list[frozenset[str]], seed: int
) -> None:
    candidates = [question(number, stories=each) for number, each in enumerate(stories)]
    order = make_order(candidates, len(candidates), seed)
    asked = [stories[each.card_id] for each in order.asked]
    needing = sum(bool(each) for each in asked)
    assert sum(each.repeats for each in order.asked) == needing - told_with(asked)


def test_a_question_with_a_story_of_its_own_goes_before_one_whose_story_was_told() -> None:
    candidates = [question(number, stories=frozenset({"the same"}), skill="A") for number in range(3)]
    candidates += [question(number, stories=frozenset({f"story {number}"}), lately=3) for number in (7, 8)]
    order = make_order(candidates, 3, seed=4)
    assert {7, 8} < set(ids(order))
    assert not any(each.repeats for each in order.asked)


def test_with_one_story_for_all_each_but_the_first_says_so() -> None:
    candidates = [question(number, stories=frozenset({"the one"}), skill="A") for number in range(3)]
    assert [each.repeats for each in make_order(candidates, 5, 0).asked] == [False, True, True]


@given(questions(), st.integers(1, 5), st.integers(0, 2**32))
def test_no_story_is_told_again_while_another_is_untold(
    candidates: list[Candidate], number: int, seed: int
) -> None:
    order = make_order(candidates, number, seed)
    repeats = [each.repeats for each in order.asked]
    assert repeats == sorted(repeats)
    told: list[frozenset[str]] = []
    for each in order.asked:
        before, mine = told_with(told), candidates[each.card_id].stories
        assert each.repeats == (bool(mine) and told_with([*told, mine]) == before)
        told.append(mine)


def test_of_two_skills_with_a_story_each_both_are_told_before_one_is_told_again() -> None:
    plan = [question(each, stories=frozenset({"the oven"}), skill="Baking") for each in range(3)]
    plan += [question(each, stories=frozenset({"the stall"}), skill="Selling", trouble=True) for each in (3, 4)]
    for seed in range(20):
        order = make_order(plan, 3, seed)
        first, second = (plan[each].skill for each in ids(order)[:2])
        assert first != second
        assert [each.repeats for each in order.asked] == [False, False, True]


def test_an_interview_that_is_sat_again_keeps_its_order_whatever_came_to_be_known_of_orders() -> None:
    plan = [question(each, stories=frozenset({"the oven"})) for each in range(2)]
    plan.append(question(2, stories=frozenset({"the stall"})))
    again = [(0, Role.WARM_UP), (1, Role.LEAST), (2, Role.LEAST)]
    order = make_order(plan, 3, 5, again)
    assert [(each.card_id, each.role) for each in order.asked] == again
    assert [each.repeats for each in order.asked] == [False, True, False]


# -- what was asked lately, one skill after the other


def test_what_was_not_asked_lately_goes_first() -> None:
    candidates = [question(number, lately=3 if number < 5 else 0, strength=number / 10) for number in range(10)]
    assert set(ids(make_order(candidates, 5, 1))) == {5, 6, 7, 8, 9}


def test_no_skill_takes_the_interview_for_itself() -> None:
    candidates = [question(number, skill="Loud", strength=0.01 * number) for number in range(20)]
    candidates += [question(number, skill="Quiet", strength=0.5) for number in range(20, 30)]
    taken = [candidates[card_id].skill for card_id in ids(make_order(candidates, 8, 3))]
    assert taken.count("Loud") == taken.count("Quiet") == 4


@pytest.mark.parametrize("number", [3, 4, 5, 8])
def test_that_there_is_no_question_about_a_failure_is_said(number: int) -> None:
    order = make_order([question(each) for each in range(9)], number, 1)
    assert order.lacks_trouble
    assert Role.TROUBLE not in [each.role for each in order.asked]
    assert len(order.asked) == number


def test_one_question_about_a_failure_is_enough() -> None:
    candidates = [question(each, trouble=each == 4) for each in range(12)]
    order = make_order(candidates, 12, 1)
    assert not order.lacks_trouble
    assert by_role(order, Role.TROUBLE) == 4


def test_no_interview_begins_with_a_failure_where_it_can_be_helped() -> None:
    candidates = [question(each, trouble=each != 4) for each in range(9)]
    assert ids(make_order(candidates, 5, 1))[0] == 4
