"""STAR stories, however their parts are marked. Parts are never guessed from text that has no labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from interview_coach.notes.labels import is_bold, labels
from interview_coach.notes.markdown import Block, Heading, Listing, Para, Quote, Rule, Table
from interview_coach.notes.model import Story
from interview_coach.notes.names import Part, close_part, parts_named
from interview_coach.notes.prose import prose
from interview_coach.notes.storytables import story_rows
from interview_coach.notes.text import (
    Line,
    ends_sentence,
    fold,
    is_placeholder,
    listed,
    make_line,
    plain,
    unquote,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A story as found, with the parts that its own scheme does without (CAR has no Task), the labels
    that were read as misspelt ones, and the part names whose labels stand without text."""

    story: Story
    complete: frozenset[Part]
    misspelt: tuple[tuple[int, str, Part], ...] = ()


@dataclass(slots=True)
class _Draft:
    title: str = ""
    line: int = 0
    parts: dict[Part, str] = field(default_factory=dict)
    order: list[Part] = field(default_factory=list)
    shared: set[Part] = field(default_factory=set)  # covered by a label such as "Situation/Task"
    misspelt: list[tuple[int, str, Part]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One line of a story's text: how deep it stands, and how it joins what was before it."""

    line: Line
    depth: int  # a heading's level, 7 for paragraphs, more for each list around it
    join: str  # "" for a wrapped line, else "\n\n" or "\n- "
    heading: bool = False
    leads: bool = False  # an item with more blocks under it


def read_stories(blocks: Sequence[Block], title: str = "", *, sure: bool = True) -> list[Told]:
    """The stories told by these blocks; `sure` where a heading says that they are stories.

    Where nothing says so, a story must have three labelled parts, or two of which one is the result.
    """
    reader = _Reader(title)
    for block in blocks:
        if isinstance(block, Table):
            reader.table(block)
        elif isinstance(block, Rule):
            reader.pause()
        else:
            reader.read(list(_pieces(block, 7)))
    reader.finish()
    told = [_told(draft) for draft in reader.drafts if draft.order]
    if sure:
        return told
    return [each for each in told if _is_clear(each)]


def _is_clear(told: Told) -> bool:
    story = told.story
    present = [part for part in (story.situation, story.task, story.action, story.result) if part]
    return len(present) >= 3 or (len(present) == 2 and bool(story.action and story.result))


def _pieces(block: Block, depth: int) -> Iterator[_Piece]:
    """The lines of a block in their order, quotations and callouts opened."""
    if isinstance(block, Heading):
        yield _Piece(block.title, block.level, "\n\n", heading=True)
    elif isinstance(block, Para):
        for at, line in enumerate(block.lines):
            yield _Piece(line, depth, "\n\n" if at == 0 else "")
    elif isinstance(block, Quote):
        if block.title and block.title.text:
            yield _Piece(block.title, depth, "\n\n", heading=True)
        for inner in block.blocks:
            yield from _pieces(inner, depth)
    elif isinstance(block, Listing):
        for item in block.items:
            for at, inner in enumerate(item.blocks):
                for nth, piece in enumerate(_pieces(inner, depth + 1)):
                    if at == 0 and nth == 0:
                        leads = len(item.blocks) > 1
                        yield _Piece(piece.line, depth + 1, "\n- ", piece.heading, leads)
                    else:
                        yield piece
    elif isinstance(block, Table):
        yield _Piece(make_line(prose([block]), block.line), depth, "\n\n")


_ASIDE = listed(
    "skills|skills shown|skills demonstrated|skills used|tags|tag|tip|tips|note|notes|time|duration"
    "|length|company|employer|role|when|where|date|year|use for|used for|good for|follow up|follow ups"
    "|follow up questions|keywords|themes|theme|competency|competencies|source|questions|answers"
    "|use it for|works for|delivery|timing|metrics|links|related|status|industry|location|team|project"
    "|difficulty|confidence|last told|last practiced|rating"
)
_TITLE = re.compile(
    r"^(?:(?:my|the|first|second|third)\s+)?(?:star\s+)?(?:story|example|situation example|case|anecdote|scenario|geschichte|beispiel|histoire|exemple"
    r"|historia|ejemplo|storia|esempio|verhaal|история|пример|エピソード|例|故事|사례)\s*(?:#|nr\.?|no\.?|№)?\s*(?:\d{1,2}|[A-Z]|one|two|three)?\s*"
    r"(?:[:：.)\-–—|]+\s*|$)(.*)$",
    re.IGNORECASE,
)
_LETTER = re.compile(
    r"^[\x02\s(\[]*([STARLCPO])[)\]]?[\x03\s]*(?:[:：.)=|]|[-–—](?=[\s\x03])|—|–)[\s\x03]*(.*)$", re.DOTALL
)
_ORDER = "SCPOTARL"
_INLINE = re.compile(
    r"(?:^|(?<=[.;!?。；])|\s[|/·•→]\s|\s)\s*\x02*((?:[A-Z][a-zA-Z]{3,10}|[STARLCPO]))\x03*\s*[:：]\x03*\s*"
)
_BOLD_WITHIN = re.compile(r"\x02+([^\x02\x03]{1,40})\x03+")


class _Reader:
    """Goes through the pieces once; the current story and the part being told are its state."""

    def __init__(self, title: str) -> None:
        self.drafts: list[_Draft] = [_Draft(title)]
        self.part: Part | None = None
        self.depth: int | None = None  # how deep the first label of the story stood
        self.loose_title: Line | None = None

    @property
    def draft(self) -> _Draft:
        return self.drafts[-1]

    def finish(self) -> None:
        """Nothing more comes."""
        self.part = None

    def pause(self) -> None:
        """A horizontal rule: what follows belongs to no part until a label says so."""
        if Part.RESULT in self.draft.parts or Part.LEARNING in self.draft.parts:
            self.part = None

    def read(self, pieces: list[_Piece]) -> None:
        """One block's lines."""
        for at, piece in enumerate(pieces):
            if not piece.line.text:
                continue
            split = _labels_within(piece.line)
            if split is not None:
                for part, text in split:
                    self._begin((part,), text, piece)
                continue
            found = self._label(piece)
            if found is not None:
                self._begin(found[0], found[1], piece)
            elif not self._is_title(piece, pieces[at + 1 :]):
                self._more(piece)

    def table(self, table: Table) -> None:
        """A table whose rows or columns are the parts."""
        rows = story_rows(table)
        if not rows:
            self.read(list(_pieces(table, 7)))
            return
        for title, line, parts in rows:
            self._new(title or ("" if self.draft.order else self.draft.title))
            self.draft.line = line
            for part, text in parts:
                self.draft.order.append(part)
                self.draft.parts[part] = text
        self.part = None

    def _label(self, piece: _Piece) -> tuple[tuple[Part, ...], str] | None:
        """The parts that this line's label names, with the text after it."""
        if self.depth is not None and piece.depth > self.depth and self._is_settled():
            return None
        marked = piece.line.marked
        whole = parts_named(piece.line.text)
        if whole:
            return whole, ""
        for label in labels(marked):
            named = parts_named(label.name)
            if named:
                if len(fold(label.name)) == 1 and not self._letter_fits(label.name.strip("() []").upper()):
                    continue
                return named, label.rest
            if (
                label.bold
                and label.colon
                and (near := close_part(label.name)) is not None
                and near not in self.draft.parts
            ):
                self.draft.misspelt.append((piece.line.line, label.name, near))
                return (near,), label.rest
        letter = _LETTER.match(marked)
        if letter and self._letter_fits(letter[1]):
            return parts_named(letter[1]), letter[2]
        return None

    def _is_settled(self) -> bool:
        """Whether two parts stand at the labels' depth, so that what is deeper belongs to a part."""
        return len(set(self.draft.order)) >= 2 or self.part is None

    def _letter_fits(self, letter: str) -> bool:
        """A lone letter is a label only where the part is the next to come ("A." also numbers a list)."""
        if letter not in _ORDER:
            return False
        if self.part is None or letter == "S":
            return True
        part = parts_named(letter)[0]
        second = part in self.draft.parts and letter in "RT" and Part.RESULT in self.draft.parts
        return second or part not in self.draft.parts

    def _begin(self, parts: tuple[Part, ...], text: str, piece: _Piece) -> None:
        part = parts[0]
        draft = self.draft
        if part in draft.parts or part in draft.order:
            letter_again = (
                part in (Part.RESULT, Part.TASK) and Part.RESULT in draft.order and self._is_letter(piece)
            )
            if letter_again and Part.LEARNING not in draft.order:
                part = Part.LEARNING  # the second R of STARR (reflection), the second T of START (takeaway)
            elif part in (Part.SITUATION, Part.CONTEXT) or (
                part is draft.order[0] and len(set(draft.order)) >= 2
            ):
                self._new(self.loose_title.text if self.loose_title else "")
        draft = self.draft
        if not draft.order:
            draft.line = draft.line or piece.line.line
            self.depth = piece.depth
            if self.loose_title is not None and not draft.title:
                draft.title = self.loose_title.text
                draft.line = self.loose_title.line
        self.loose_title = None
        draft.order.append(part)
        draft.shared.update(parts[1:])
        self.part = part
        draft.parts.setdefault(part, "")
        if body := plain(text):
            self._append(body, "\n\n")

    @staticmethod
    def _is_letter(piece: _Piece) -> bool:
        return bool(_LETTER.match(piece.line.marked)) or len(piece.line.text) == 1

    def _append(self, text: str, join: str) -> None:
        if self.part is None:
            return
        told = self.draft.parts[self.part]
        if join == "\n- ":
            self.draft.parts[self.part] = f"{told}\n- {text}" if told else f"- {text}"
        else:
            self.draft.parts[self.part] = f"{told}{join or ' '}{text}" if told else text

    def _more(self, piece: _Piece) -> None:
        """A line without a label: more of the current part, or something before the story begins."""
        if _is_aside(piece.line) and (self.depth is None or piece.depth <= self.depth):
            self.part = None
        elif self.part is not None:
            self._append(piece.line.text, piece.join)
        elif piece.join == "\n\n" and len(piece.line.text) <= 90 and self.loose_title is None:
            if not ends_sentence(piece.line.text.rstrip(":")) and not _is_aside(piece.line):
                self.loose_title = piece.line

    def _is_title(self, piece: _Piece, after: list[_Piece]) -> bool:
        """Whether the line is the title of a story that begins here."""
        text = piece.line.text
        if _is_aside(piece.line):
            return False
        numbered = _TITLE.match(text)
        bold = is_bold(piece.line.marked)
        begun = bool(self.draft.order)
        if (
            piece.heading
            and not numbered
            and self.part is not None
            and self.depth is not None
            and piece.depth > self.depth
        ):
            return False
        leads = (
            piece.leads
            and (self.depth is None or piece.depth < self.depth)
            and _leads_to_parts(after, piece.depth)
        )
        outranks = bold and piece.join != "" and begun and self._has_end() and piece.depth <= (self.depth or 7)
        starts = piece.heading or leads or outranks or (bold and not begun and bool(piece.join))
        if not (starts or (numbered and piece.join and len(text) <= 90 and piece.depth <= (self.depth or 99))):
            return False
        title = numbered[1] if numbered and numbered[1] else text
        title = unquote(title.rstrip(" :：")) if title else text
        if begun or self.draft.line:
            self._new(title)
        elif not self.draft.title or piece.heading or numbered or leads:
            self.draft.title = title
        self.draft.line = piece.line.line
        return True

    def _has_end(self) -> bool:
        return Part.RESULT in self.draft.order or Part.LEARNING in self.draft.order

    def _new(self, title: str) -> None:
        if self.draft.order:
            self.drafts.append(_Draft(title))
        else:
            self.drafts[-1] = _Draft(title)
        self.part = None
        self.depth = None
        self.loose_title = None


def _is_aside(line: Line) -> bool:
    """Whether the line is a remark about the story ("Use for: conflict questions"), no part of it."""
    return any(label.colon and fold(label.name) in _ASIDE for label in labels(line.marked))


def _leads_to_parts(after: list[_Piece], depth: int) -> bool:
    """Whether labelled parts stand under this item."""
    for piece in after:
        if piece.depth <= depth and piece.join == "\n- ":
            return False
        if parts_named(piece.line.text) or any(parts_named(label.name) for label in labels(piece.line.marked)):
            return True
    return False


def _labels_within(line: Line) -> list[tuple[Part, str]] | None:
    """The parts of a story told on one line: **S:** text **T:** text, or Situation: text. Task: text."""
    marked = line.marked
    if len(marked) < 20 or (":" not in marked and "：" not in marked and "\x02" not in marked):
        return None
    for pattern in (_BOLD_WITHIN, _INLINE):
        found = [
            (match, named[0])
            for match in pattern.finditer(marked)
            if (named := parts_named(match[1].strip(" :：-–—.")))
            and (pattern is _INLINE or _labels_bold(marked, match))
        ]
        parts = [part for _, part in found]
        if len(set(parts)) == len(parts) >= 3 and not plain(marked[: found[0][0].start()]):
            ends = [match.start() for match, _ in found[1:]] + [len(marked)]
            texts = [marked[match.end() : end] for (match, _), end in zip(found, ends, strict=True)]
            return [(part, text.strip(" :：-–—=|/;\x03")) for part, text in zip(parts, texts, strict=True)]
    return None


def _labels_bold(marked: str, match: re.Match[str]) -> bool:
    """A bold word is a label only with a colon or a dash, inside it or after it, or as a lone letter."""
    word = match[1].rstrip()
    return (
        word.endswith((":", "：", "-", "–", "—", "."))
        or marked[match.end() :].lstrip()[:1] in tuple(":：-–—=")
        or len(word) == 1
    )


def _told(draft: _Draft) -> Told:
    """The draft's parts as the story's own four and its learning."""
    parts = {part: "" if is_placeholder(text) else unquote(text.strip()) for part, text in draft.parts.items()}
    covered = set(draft.shared)
    order = set(draft.order)
    if Part.CONTEXT in order:
        texts = (parts.pop(Part.CONTEXT), parts.get(Part.SITUATION, ""))
        parts[Part.SITUATION] = "\n\n".join(filter(None, texts))
        order.add(Part.SITUATION)
        covered.add(Part.TASK)  # a story told as context, action, result is whole
    challenge = parts.pop(Part.CHALLENGE, "")
    if Part.CHALLENGE in order:
        if Part.SITUATION not in order:
            parts[Part.SITUATION] = challenge
            covered.add(Part.TASK)
        elif Part.TASK not in order:
            parts[Part.TASK] = challenge
        else:
            parts[Part.SITUATION] = "\n\n".join(filter(None, (parts.get(Part.SITUATION, ""), challenge)))
    story = Story(
        title=draft.title,
        line=draft.line,
        situation=parts.get(Part.SITUATION, ""),
        task=parts.get(Part.TASK, ""),
        action=parts.get(Part.ACTION, ""),
        result=parts.get(Part.RESULT, ""),
        learning=parts.get(Part.LEARNING, ""),
    )
    return Told(story, frozenset(covered), tuple(draft.misspelt))
