"""A description is matched by whole words, whatever their endings, and each match says why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_coach.cards.matching import Source, match_skills
from interview_coach.cards.terms import Text, stem
from interview_coach.notes.model import SkillNote

ESCALATION = SkillNote(
    "escalation.md",
    "Escalation Management",
    aliases=("Save Motions", "On-call"),
    keywords=("Customer Escalations", "Risk Mitigation", "Communication", "Churn Prevention"),
)
SPEAKING = SkillNote("speaking.md", "Public Speaking", keywords=("Communication", "Toastmasters"))
CODING = SkillNote("coding.md", "Programming", keywords=("C++", "C#", "SLA", "IT", "Kubernetes"))
NOTES = (ESCALATION, SPEAKING, CODING)


def found(description: str, term: str) -> str | None:
    place = Text(description).find(term)
    return None if place is None else description[place.start : place.end]


@pytest.mark.parametrize(
    "family",
    [
        "manage management managing manager managers managed",
        "escalate escalation escalations escalated",
        "organise organisation organization organizing",
        "lead leader leadership leading",
        "plan plans planned planning",
        "engineer engineers engineering",
        "strategy strategies",
        "prioritise prioritization prioritizing",
        "behaviour behavior",
        "process processes",
        "analyse analyze analysis analyses analyzing",
        "reduce reduction reducing reduced",
        "production produce",
        "crisis crises",
    ],
)
def test_the_words_of_a_family_have_one_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("customer", "custom"), ("news", "new"), ("business", "busy"), ("class", "clas")]
)
def test_words_that_only_look_alike_keep_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("description", "term", "said"),
    [
        ("You manage executive escalations.", "Escalation Management", "manage executive escalations"),
        (
            "management of\ndifficult escalations",
            "Escalation Management",
            "management of\ndifficult escalations",
        ),
        ("Manage people. Escalations too.", "Escalation Management", None),
        ("Escalation-management", "escalation management", "Escalation-management"),
        ("deescalation", "Escalation", None),
        ("ESCALATIONS", "escalation", "ESCALATIONS"),
        ("Café-Führung", "cafe fuhrung", "Café-Führung"),
        ("C++, C# and SLAs", "C++", "C++"),
        ("C++, C# and SLAs", "C#", "C#"),
        ("C++, C# and SLAs", "C", None),
        ("C++, C# and SLAs", "SLA", "SLAs"),
        ("it is for us", "IT", None),
        ("our IT team", "IT", "IT"),
        ("Give them a call", "On-call", None),
        ("an on call rota", "On-call", "on call"),
        ("customer escaltion work", "Customer Escalation", "customer escaltion"),
        ("contact us", "Contract", None),
        ("", "Escalation", None),
        ("anything", "the", None),
    ],
)
def test_a_term_is_found_by_its_words(description: str, term: str, said: str | None) -> None:
    assert found(description, term) == said


@pytest.mark.parametrize(
    ("description", "term", "said"),
    [
        ("Write blameless post-mortems.", "Postmortem", "post-mortems"),
        ("Write blameless postmortems.", "Post-mortem", "postmortems"),
        ("You bring ecommerce experience.", "E-commerce", "ecommerce"),
        ("At the post, mortems are rare.", "Postmortem", None),
    ],
)
def test_a_hyphen_makes_no_other_term(description: str, term: str, said: str | None) -> None:
    assert found(description, term) == said


def test_of_a_title_its_own_word_is_enough_and_its_common_one_is_not() -> None:
    (match,) = match_skills("Lead the response to customer issues.\nOwn their escalations.", [ESCALATION])
    assert [(hit.term, hit.said, hit.source) for hit in match.hits] == [
        ("Escalation Management", "escalations", Source.TITLE)
    ]
    assert match.likely
    assert match_skills("Management of the kitchen.", [ESCALATION]) == ()
    assert match_skills("Management of the kitchen.", [SkillNote("time.md", "Time Management")]) == ()
    assert match_skills("Prevention of fire.", [ESCALATION]) == (), "a keyword stands there whole"


DESCRIPTIONS = {
    "Escalation Management": """
        Technical Account Manager. You are the single point of contact of our strategic accounts.
        - Lead the response to customer escalations, with engineering, product and support
        - Document root cause analyses; reduce churn in at-risk accounts
        5+ years in customer success; Salesforce and Jira; calm under pressure.
    """,
    "Public Speaking": """
        Developer Advocate. You speak in public at some twenty conferences a year, write guides and samples,
        and bring what developers say back to our product teams. Strong communication skills.
    """,
    "Programming": """
        Site Reliability Engineer. We run Kubernetes on AWS and deploy 40 times a day.
        Requirements: Linux, Terraform, CI/CD, some C++. Able to explain, to plan and to present results.
    """,
    "": """
        Marketing Analyst. Build reports in Looker, write SQL, design A/B tests and present what you found
        to stakeholders and senior leadership. You manage your own projects and deliver on time.
        Strong communication, problem solving and people skills in a fast-paced team.
    """,
}


@pytest.mark.parametrize(("skill", "description"), DESCRIPTIONS.items(), ids=list(DESCRIPTIONS))
def test_a_description_as_companies_write_them_asks_for_the_skill_it_is_about(
    skill: str, description: str
) -> None:
    likely = [match.skill for match in match_skills(description, NOTES) if match.likely]
    assert likely == ([skill] if skill else [])


def test_a_match_says_which_words_and_where() -> None:
    description = "About you\n\n- mitigate risk of churn\n- lead customer escalations"
    (match,) = match_skills(description, NOTES)
    assert match.skill == "Escalation Management"
    assert match.likely
    told = {(hit.term, hit.source, hit.said, hit.line) for hit in match.hits}
    assert ("Risk Mitigation", Source.KEYWORD, "mitigate risk", 3) in told
    assert ("Customer Escalations", Source.KEYWORD, "customer escalations", 4) in told
    assert all(description[hit.start : hit.end] == hit.said for hit in match.hits)


def test_two_words_beat_a_single_generic_one() -> None:
    first, *rest = match_skills("Strong communication. Churn prevention.", NOTES)
    assert (first.skill, first.hits[0].term) == ("Escalation Management", "Churn Prevention")
    assert [(match.skill, match.likely) for match in rest] == [("Public Speaking", False)]


def test_a_single_word_that_few_texts_have_is_enough() -> None:
    (match,) = match_skills("Runs on Kubernetes", NOTES)
    assert (match.skill, match.likely) == ("Programming", True)


def test_a_title_is_enough_though_it_is_generic() -> None:
    (match,) = match_skills("leadership", [SkillNote("a.md", "Leadership")])
    assert match.likely


def test_a_term_that_several_skills_have_says_less_of_each() -> None:
    other = SkillNote("other.md", "Other", keywords=("Churn Prevention",))
    alone = match_skills("churn prevention", [ESCALATION])[0].weight
    assert match_skills("churn prevention", [ESCALATION, other])[0].weight < alone


@given(description=st.text(max_size=300), term=st.text(min_size=1, max_size=30))
def test_any_text_can_be_matched(description: str, term: str) -> None:
    note = SkillNote("a.md", term, aliases=(term,), keywords=(term, "x"))
    for match in match_skills(description, [note]):
        assert all(description[hit.start : hit.end] == hit.said for hit in match.hits)


@given(words=st.lists(st.sampled_from(["risk", "churn", "customer", "lead", "manage"]), max_size=12))
def test_a_term_that_stands_there_is_always_found(words: list[str]) -> None:
    description = " ".join([*words, "churn prevention", *words])
    assert found(description, "Churn Prevention") is not None
