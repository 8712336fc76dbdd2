"""How a note phrases its skill, and for whom."""

from collections.abc import Iterator, Sequence

from interview_coach.notes.blocks import Block, Heading, Item, Listing, Para, Quote, Table
from interview_coach.notes.labels import is_bold, labels
from interview_coach.notes.model import Phrasing
from interview_coach.notes.names import section_named
from interview_coach.notes.prose import joined
from interview_coach.notes.text import Line, fold, is_placeholder, listed, plain, unquote
from interview_coach.notes.vocabulary import Kind

RESUME_LINE = "resume line"

_LEADERSHIP = listed(
    "leadership|leader|leaders|executive|executives|exec|execs|c suite|csuite|management|board|director"
    "|directors|vp|ceo|cto|strategic|fuhrung|fuhrungskrafte|direction|liderazgo|lideranca|руководство"
    "|руководителей|経営層|管理職|领导|领导层|리더십|경영진|directivos|dirigeants"
)
_TECHNICAL = listed(
    "technical|engineer|engineers|engineering|developer|developers|technically|tech|technisch|technique"
    "|technisches|techniques|tecnico|tecnica|tecnicos|tech audience|техническая|технической|технарей"
    "|技術者|技術|技术|기술|ingenieurs|entwickler"
)
_PLAIN = listed(
    "non technical|nontechnical|non tech|not technical|nicht technisch|non technique|no tecnic|nao tecnic"
    "|non tecnic|нетехническ|не техническ|非技術|非技术|비기술|layperson|lay audience"
)
_RESUME = frozenset({"resume", "cv", "lebenslauf", "curriculum", "resume line", "linkedin"})
_AUDIENCE = listed(
    "audience|context|who|for|role|listener|when|situation|zielgruppe|kontext|publikum|contexto|publico"
    "|contexte|public|аудитория|контекст|相手|文脈|场合|受众|대상|type|version|job type"
)
_TEXT = listed(
    "framing|phrasing|phrase|text|wording|how|how i say it|line|bullet|resume line|what i say|version"
    "|statement|pitch|formulierung|formulation|formulacion|formulacao|формулировка|表現|表述|표현"
    "|framing statement"
)
_ASIDE = listed("appears in|used in|frequency|note|notes|tip|tips|variants|last updated|where|todo")


def audience_of(name: str) -> str:
    """The audience that a name means: one of the four known ones, else the name as written."""
    folded = fold(name)
    words = set(folded.split())
    section = section_named(name)
    if section is not None and section.kind is Kind.RESUME:
        return RESUME_LINE
    if any(each in folded for each in _PLAIN) or folded.startswith("non "):
        return "non-technical"
    if not _TECHNICAL.isdisjoint(words):
        return "technical"
    if not _LEADERSHIP.isdisjoint(words) or "c suite" in folded:
        return "leadership"
    if not _RESUME.isdisjoint(words):
        return RESUME_LINE
    return name.strip(" :：")


def read_phrasings(blocks: Sequence[Block], audience: str, *, varied: bool = True) -> list[Phrasing]:
    """The phrasings of a section; `audience` is whom they are for where nothing says otherwise.

    Where they are `varied` by audience, any short label is an audience; elsewhere only a known one.
    """
    found: list[Phrasing] = []
    current = audience
    for block in blocks:
        if isinstance(block, Heading):
            current = audience_of(block.title.text)
        elif isinstance(block, Table):
            found += _table(block, current)
        elif isinstance(block, Listing):
            for item in block.items:
                found += read_phrasings(_opened(item), current, varied=varied)
        elif isinstance(block, Quote):
            title = block.title.text if block.title else ""
            found += read_phrasings(block.blocks, audience_of(title) if title else current, varied=varied)
        elif isinstance(block, Para):
            if names_audience(block.lines):
                current = audience_of(block.lines[0].text)
            else:
                found += _paragraph(block, current, varied)
    return found


def names_audience(lines: Sequence[Line]) -> bool:
    """Whether a paragraph only says for whom the next phrasing is."""
    first = lines[0]
    return len(lines) == 1 and (
        first.text.endswith((":", "：")) or (is_bold(first.marked) and len(first.text) <= 40)
    )


def _opened(item: Item) -> Sequence[Block]:
    """An item's blocks; a short first line with more under it names the audience."""
    head, *nested = item.blocks or (Para(()),)
    if nested and isinstance(head, Para) and len(head.lines) == 1 and len(head.lines[0].text) <= 40:
        return (Heading(6, head.lines[0]), *nested)
    return item.blocks


def _paragraph(block: Para, audience: str, varied: bool) -> Iterator[Phrasing]:
    """One phrasing, or one for each line that says for whom it is."""
    labelled = [_labelled(line, varied) for line in block.lines]
    if not any(labelled):
        text = unquote(joined(block.lines))
        if not is_placeholder(text):
            yield Phrasing(audience, text, block.lines[0].line)
        return
    for line, label in zip(block.lines, labelled, strict=True):
        name, text = label or (audience, line.text)
        text = unquote(text)
        if fold(name) not in _ASIDE and not is_placeholder(text):
            yield Phrasing(audience_of(name), text, line.line)


def _labelled(line: Line, varied: bool) -> tuple[str, str] | None:
    """The audience and the phrasing of a line such as "Technical audience: ..."."""
    if unquote(line.text) != line.text:
        return None
    for label in labels(line.marked):
        rest = plain(label.rest)
        if not rest or len(label.name) > 45 or len(label.name.split()) > 5:
            continue
        known = audience_of(label.name) != label.name.strip(" :：") or fold(label.name) in _ASIDE
        short = label.colon and len(label.name.split()) <= 3
        addressed = fold(label.name).startswith(("for ", "to ", "fur ", "pour ", "para ")) and label.bold
        if known or addressed or (varied and (label.bold or short or unquote(rest) != rest)):
            return label.name, rest
    return None


def _table(block: Table, audience: str) -> list[Phrasing]:
    heads = [fold(cell.text) for cell in block.header]
    rows = [row for row in block.rows if any(cell.text for cell in row)]
    if block.header and not any(head in _AUDIENCE or head in _TEXT for head in heads):
        first = block.header[0].text
        if audience_of(first) != first and len(block.header[-1].text.split()) > 4:
            rows, heads = [block.header, *rows], []
    width = max(map(len, rows), default=0)
    name_at = next((at for at, head in enumerate(heads) if head in _AUDIENCE), None)
    text_at = next((at for at, head in enumerate(heads) if head in _TEXT and at != name_at), None)
    if text_at is None:
        lengths = [
            (sum(len(row[at].text) for row in rows if at < len(row)), at)
            for at in range(width)
            if at != name_at
        ]
        text_at = max(lengths, default=(0, None))[1]
    if name_at is None:
        name_at = next((at for at in range(width) if at != text_at), None)
    found: list[Phrasing] = []
    for row in rows:
        text = unquote(row[text_at].text) if text_at is not None and text_at < len(row) else ""
        name = row[name_at].text if name_at is not None and name_at < len(row) else ""
        if not is_placeholder(text):
            found.append(Phrasing(audience_of(name) or audience, text, row[0].line))
    return found
