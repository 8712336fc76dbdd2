"""STAR stories, however their parts are marked. Parts are never guessed from text that has no labels."""

from collections.abc import Sequence

from interview_coach.notes.blocks import Block, Rule, Table
from interview_coach.notes.drafts import Draft, Told
from interview_coach.notes.labels import is_bold, labels
from interview_coach.notes.names import close_part, parts_named
from interview_coach.notes.storylines import (
    LETTER,
    LETTERS,
    TITLE,
    Piece,
    is_aside,
    labels_within,
    leads_to_parts,
    pieces_of,
    titled,
)
from interview_coach.notes.storytables import story_rows
from interview_coach.notes.text import (
    Line,
    ends_sentence,
    fold,
    plain,
    unquote,
    without_enumerator,
)
from interview_coach.notes.vocabulary import Part


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
            reader.read(list(pieces_of(block, 7)))
    reader.finish()
    told = [draft.told() for draft in reader.drafts if draft.order]
    if sure:
        return told
    return [each for each in told if _is_clear(each)]


def _is_clear(told: Told) -> bool:
    story = told.story
    present = [part for part in (story.situation, story.task, story.action, story.result) if part]
    return len(present) >= 3 or (len(present) == 2 and bool(story.action and story.result))


class _Reader:
    """Goes through the pieces once; the current story and the part being told are its state."""

    def __init__(self, title: str) -> None:
        self.drafts: list[Draft] = [Draft(title)]
        self.part: Part | None = None
        self.depth: int | None = None  # how deep the first label of the story stood
        self.loose_title: Line | None = None

    @property
    def draft(self) -> Draft:
        return self.drafts[-1]

    def finish(self) -> None:
        """Nothing more comes."""
        self.part = None

    def pause(self) -> None:
        """A horizontal rule: what follows belongs to no part until a label says so."""
        if Part.RESULT in self.draft.parts or Part.LEARNING in self.draft.parts:
            self.part = None

    def read(self, pieces: list[Piece]) -> None:
        """One block's lines."""
        for at, piece in enumerate(pieces):
            if not piece.line.text:
                continue
            split = labels_within(piece.line)
            if split is not None:
                title, parts = split
                if title:
                    self._new(title)
                    self.draft.line = piece.line.line
                for part, text in parts:
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
            self.read(list(pieces_of(table, 7)))
            return
        for title, line, parts in rows:
            self._new(title or ("" if self.draft.order else self.draft.title))
            self.draft.line = line
            for part, text in parts:
                self.draft.order.append(part)
                self.draft.parts[part] = text
        self.part = None

    def _label(self, piece: Piece) -> tuple[tuple[Part, ...], str] | None:
        """The parts that this line's label names, with the text after it."""
        if self.depth is not None and piece.depth > self.depth and self._is_settled():
            return None
        marked = piece.line.marked
        whole = parts_named(piece.line.text)
        if whole and not (len(piece.line.text) == 1 and self.part and not self.draft.parts[self.part]):
            return whole, ""  # a lone letter under a label without text yet is its text
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
        letter = LETTER.match(marked)
        if letter and self._letter_fits(letter[1]):
            return parts_named(letter[1]), letter[2]
        return None

    def _is_settled(self) -> bool:
        """Whether two parts stand at the labels' depth, so that what is deeper belongs to a part."""
        return len(set(self.draft.order)) >= 2 or self.part is None

    def _letter_fits(self, letter: str) -> bool:
        """A lone letter is a label only where the part is the next to come ("A." also numbers a list)."""
        if letter not in LETTERS:
            return False
        if self.part is None or letter == "S":
            return True
        part = parts_named(letter)[0]
        second = part in self.draft.parts and letter in "RT" and Part.RESULT in self.draft.parts
        return second or part not in self.draft.parts

    def _begin(self, parts: tuple[Part, ...], text: str, piece: Piece) -> None:
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
    def _is_letter(piece: Piece) -> bool:
        return bool(LETTER.match(piece.line.marked)) or len(piece.line.text) == 1

    def _append(self, text: str, join: str) -> None:
        if self.part is None:
            return
        told = self.draft.parts[self.part]
        if join == "\n- ":
            self.draft.parts[self.part] = f"{told}\n- {text}" if told else f"- {text}"
        else:
            self.draft.parts[self.part] = f"{told}{join or ' '}{text}" if told else text

    def _more(self, piece: Piece) -> None:
        """A line without a label: more of the current part, or something before the story begins."""
        if is_aside(piece.line) and (self.depth is None or piece.depth <= self.depth):
            self.part = None
        elif self.part is not None:
            text = piece.line.text
            self._append(text.lstrip(":： ") if not self.draft.parts[self.part] else text, piece.join)
        elif self.loose_title is None and piece.join == "\n\n" and _could_be_title(piece.line):
            self.loose_title = piece.line

    def _is_title(self, piece: Piece, after: list[Piece]) -> bool:
        """Whether the line is the title of a story that begins here."""
        text = piece.line.text
        if is_aside(piece.line):
            return False
        if (named := titled(piece.line)) and not self.draft.order:
            self.draft.title, self.draft.line = named, piece.line.line
            return True
        numbered = TITLE.match(text)
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
            and leads_to_parts(after, piece.depth)
        )
        outranks = bold and piece.join != "" and begun and self._has_end() and piece.depth <= (self.depth or 7)
        starts = piece.heading or leads or outranks or (bold and not begun and bool(piece.join))
        if not (starts or (numbered and piece.join and len(text) <= 90 and piece.depth <= (self.depth or 99))):
            return False
        title = numbered[1] if numbered and numbered[1] else text
        title = unquote(without_enumerator(title).rstrip(" :：")) if title else text
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
            self.drafts.append(Draft(title))
        else:
            self.drafts[-1] = Draft(title)
        self.part = None
        self.depth = None
        self.loose_title = None


def _could_be_title(line: Line) -> bool:
    """Whether a plain line before the first part may name the story: short, and no sentence."""
    return len(line.text) <= 90 and not ends_sentence(line.text.rstrip(":")) and not is_aside(line)
