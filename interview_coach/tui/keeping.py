"""Whether the words of answers are kept: asked once, changed by a key after that."""

from interview_coach.coach.answering import KEEP_FACT, keeping
from interview_coach.coach.coach import Coach

QUESTION = "Keep the words of your answers, in data/? y or n; t changes it later."
KEPT = "Kept, from this answer on."
NOT_KEPT = "Only counts are kept, no words."
IN_SETTINGS = "The settings say that already: keep_answers is {choice}."


def keeps_words(coach: Coach) -> bool:
    """Whether they are kept: only where the person said so."""
    return keeping(coach.settings, coach.fact(KEEP_FACT)) == "yes"


def asks_now(coach: Coach) -> bool:
    """Whether it is to be asked now, which it is once: whoever goes on without a word says no for now."""
    if keeping(coach.settings, coach.fact(KEEP_FACT)) != "ask":
        return False
    coach.remember(KEEP_FACT, "no")
    return True


def choose(coach: Coach, *, keep: bool) -> str:
    """They are kept from here on, or not; gives what is to be said of that."""
    if coach.settings.keep_answers != "ask":
        return IN_SETTINGS.format(choice=coach.settings.keep_answers)
    coach.remember(KEEP_FACT, "yes" if keep else "no")
    return KEPT if keep else NOT_KEPT
