"""What the readers of values share: looking at tokens and making a figure of some."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from interview_coach.answers.measure import Figure, Kind
from interview_coach.answers.tokens import Sort, Token, listed

Phrases = Mapping[str, Sequence[tuple[str, ...]]]


def text_at(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def phrases(*texts: str) -> Phrases:
    """Phrases by their first word, for `phrase_at`."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for text in texts:
        words = tuple(text.split())
        index.setdefault(words[0], []).append(words)
    return index


def phrase_at(tokens: Sequence[Token], at: int, known: Phrases) -> tuple[str, ...]:
    """The first of some phrases that stands at a place; () if none does."""
    for words in known.get(text_at(tokens, at), ()):
        if all(text_at(tokens, at + step) == word for step, word in enumerate(words)):
            return words
    return ()


def value_at(tokens: Sequence[Token], at: int) -> float | None:
    return tokens[at].value if at < len(tokens) and tokens[at].sort is Sort.NUMBER else None


def figure_at(
    tokens: Sequence[Token], first: int, last: int, kind: Kind, value: float, unit: str = ""
) -> Figure:
    return Figure(kind, (tokens[first].start, tokens[last - 1].end), value, unit=unit, first=first, last=last)


_REMOVED = listed(
    "cut cutting removed removing dropped dropping eliminated scrapped deleted binned axed retired shed killed"
)


def share(tokens: Sequence[Token], first: int, last: int, part: float) -> Figure:
    found = figure_at(tokens, first, last, Kind.PERCENT, round(100 * part, 9), "%")
    whole = abs(100 * part - round(100 * part)) < 1e-6
    before = text_at(tokens, first - 1)
    gone = before in _REMOVED or (before == "of" and text_at(tokens, first - 2) == "rid")
    shared = text_at(tokens, last) == "of" and before not in {"by", "in"} and not gone
    return replace(found, fraction=True, level=shared, decimals=0 if whole else 4)


NO_NOUN = listed(
    "of in on at to by for from with without and or but the a an this that these those it they we i you"
    " he she was were is are be been had has have did do does not no then than so because while when"
    " where which who whose if as per each every all out over under within before after during since"
    " until up down into onto about around between against across through instead rather compared versus"
    " yeah yes okay right sorry wait above below off worth annually yearly monthly weekly daily quarterly"
    " today tonight yesterday nowadays ever left altogether"
    " vs said told came got went made only just even also now later earlier ago our my your their his"
    " her its them us me there here what how why again plus minus or half percent times more fewer less"
)

COMPARED = listed(
    "as the more faster higher bigger quicker better larger greater longer cheaper what our fewer less"
    " lower slower over growth increase improvement return their its his her my that smaller stronger"
)
_FALLS = (
    "cut cuts cutting reduce reduced reduces reducing decrease decreased dropped drop drops fell fall"
    " fallen falling lowered lower lowering shrank shrink shrunk slashed slash declined decline down"
    " trimmed trim shaved minus less fewer shorter smaller reduction decreases cheaper"
)
_RISES = (
    "up increase increased increases increasing grew grow grown growing growth rose rise risen rising"
    " raised raise gained gain gains boosted boost lifted lift climbed climb jumped jump plus higher"
    " more added larger greater uplift"
)
SIGNS = {**dict.fromkeys(_FALLS.split(), -1), **dict.fromkeys(_RISES.split(), 1)}
