"""Whether two words of different form are one: of one root, one cut short, one mistyped, one written as two."""

from interview_coach.answers.tokens import listed

_ENDINGS = listed(
    "s es e ed d r rs er ers or ors ing ings ion ions y ies ied al als ally ly ive able ment ments ful"
    " ness th ance ances ence ences ency ity ant ants ent ents age ages ery eries en ens ening ened"
    " ration est ship ships"
)
# Of roots that change as they take an ending: resolve and resolution, admit and admission, satisfy and so on.
_CHANGED = listed(
    "ation ations ative ator ators ition itions ution utions ve ved ves ving sion sions ssion ssions"
    " tion tions ted tted t ts ting tting fy fied fies fying faction fication fications cation cations"
    " sh shed shes shing ure ures ility bility le bilities se ses ded d ds ding nse nses nd nds ism"
    " eeism ptions ption be bed bing bers ber acy cy ated ates ating ate ied ies"
)
_SHORTEST = 4
_OTHER_WORDS = (
    "contact",
    "contract",
    "complian",
    "complain",
    "casual",
    "trail",
    "trial",
)  # alike, yet no slips
_TAILS = (
    "time",
    "around",
    "over",
    "line",
    "out",
    "board",
    "load",
    "flow",
    "log",
    "back",
    "off",
    "down",
    "ups",
    "up",
)


def related(left: str, right: str) -> bool:
    """Whether two words in small letters are of one root."""
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    common = 0
    for one, other in zip(short, long, strict=False):
        if one != other:
            break
        common += 1
    if common < min(_SHORTEST, len(short)) or common < 3:
        return False
    for stem in range(common, max(common - 3, 2), -1):
        rests = (short[stem:], long[stem:])
        if stem >= min(_SHORTEST, len(short)) and all(not rest or rest in _ENDINGS for rest in rests):
            return True
        if stem >= _SHORTEST and all(not rest or rest in _ENDINGS or rest in _CHANGED for rest in rests):
            return True
        if all(_ends(rest, short[stem - 1]) for rest in rests):
            return True
    return False


def _ends(rest: str, last: str) -> bool:
    """Whether it is an ending, perhaps after a doubled letter: "stopped"."""
    return not rest or rest in _ENDINGS or (rest[0] == last and rest[1:] in _ENDINGS)


def opened(word: str) -> str:
    """What stands first where a word made of two is written as two: turn of turnaround, run of runtime."""
    tail = next((each for each in _TAILS if word.endswith(each)), "")
    return word.removesuffix(tail) if tail and len(word) - len(tail) >= 3 else ""


def is_clipped(short: str, long: str) -> bool:
    """Whether a word is another cut short: defib."""
    return len(short) >= 5 and len(long) >= len(short) + 4 and long.startswith(short)


def is_slip(typed: str, meant: str) -> bool:
    """Whether a word is another with a letter left out, or two changed about: "wating", "recieve"."""
    short, long = sorted((typed, meant), key=len)
    if len(short) < 6 or len(long) - len(short) > 1 or short[0] != long[0]:
        return False
    if any(word.startswith(_OTHER_WORDS) for word in (short, long)):
        return False
    at = next(
        (place for place, (one, other) in enumerate(zip(short, long, strict=False)) if one != other), len(short)
    )
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return (
        at + 1 < len(short)
        and short[at : at + 2] == long[at + 1] + long[at]
        and short[at + 2 :] == long[at + 2 :]
    )
