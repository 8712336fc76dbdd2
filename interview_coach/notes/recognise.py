"""Is this file a skill note? And if not, why not, in words for the person whose file it is."""

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from interview_coach.notes.head import Head
from interview_coach.notes.outline import Section
from interview_coach.notes.patterns import regex
from interview_coach.notes.text import clean, fold
from interview_coach.notes.vocabulary import Kind

_TEMPLATER = regex(r"<%[^%\n]{0,300}%>")
_MUSTACHE = regex(r"\{\{[^{}\n]{0,120}\}\}")
_CORE_TEMPLATE = regex(r"\{\{\s*(?:title|date|time|name|skill|vdate)\b[^{}\n]{0,60}\}\}", re.IGNORECASE)
_TO_FILL = regex(
    (
        r"\[[A-Z][^\[\]\n]{2,60}\](?![(\[:])|<[a-z][a-z ]{3,40}>|\bTODO\b|\bTBD\b|\bXX+\b|_{3,}"
        r"|\.\.\.(?=\s*$)|…(?=\s*$)"
    ),
    re.MULTILINE,
)
_BODY_TAG = regex(r"(?<![\w#/])#skills?(?:/[\w/\-]+)?(?![\w/\-])", re.IGNORECASE)
_BODY_TYPE = regex(r"^\s*[\[(]?(?:\*\*)?type(?:\*\*)?::\s*(.{1,60}?)[\])]?\s*$", re.IGNORECASE | re.MULTILINE)

_CORE = frozenset({Kind.QUESTIONS, Kind.STORY, Kind.METRICS, Kind.RESUME, Kind.VARIATIONS, Kind.KEYWORDS})
_FURTHER = _CORE | {
    Kind.PROFICIENCY,
    Kind.SELF_ASSESSMENT,
    Kind.ACCOMPLISHMENTS,
    Kind.PROJECTS,
    Kind.RELATED,
    Kind.PITCH,
    Kind.DESCRIPTION,
}


def says_skill(head: Head, body: str) -> bool | str:
    """True where frontmatter, a tag or a field says that this is a skill note.

    Else the type that it says instead, or False where nothing is said.
    """
    types = [fold(text) for text in head.texts("type", "kind", "note type", "notetype")]
    types = types or [fold(text) for text in _BODY_TYPE.findall(body[:4000])]
    named = [text for text in types if {"skill", "skills"} & set(text.split())]
    if any("template" not in text.split() for text in named):
        return True
    tags = [
        tag.strip().lstrip("#").casefold()
        for text in head.texts("tags", "tag")
        for tag in re.split(r"[,\s]+", text)
    ]
    if any(tag.split("/")[0] in ("skill", "skills") for tag in tags):
        return True
    said = head.text("type", "note type", "notetype") or (types[0] if types else "")
    if said:
        return clean(said)[:60]
    return bool(_BODY_TAG.search(body[:2000]))


def has_sections(sections: Iterable[Section]) -> bool:
    """Whether a note without a type has the sections of a skill note, with something in them."""
    filled = [section for section in sections if section.kind in _FURTHER and (section.blocks or section.extra)]
    sure = {section.kind for section in filled if section.sure}
    known = {section.kind for section in filled}
    if len(sure & _CORE) >= 2:
        return True
    if Kind.QUESTIONS in sure and len(known) >= 2:
        return True
    return (Kind.QUESTIONS in known and Kind.STORY in sure) or (
        Kind.STORY in sure and len(sure) >= 2 and bool(known & _CORE - {Kind.STORY})
    )


def template_reason(path: str, head: str, body: str) -> str:
    """Why the file is a template rather than a note, or ""."""
    parts = PurePosixPath(path.replace("\\", "/")).parts
    in_folder = any(
        fold(part) in ("template", "templates", "vorlagen", "plantillas", "modeles") for part in parts[:-1]
    )
    named = "template" in fold(parts[-1] if parts else "").split()
    if "<%" in head or "<%" in body:
        found = _TEMPLATER.search(head) or _TEMPLATER.search(body)
        if found:
            return f"a template: it holds the placeholder {clean(found.group())[:60]}"
    if "{{" in head or "{{" in body:
        opening = head + "\n".join(line for line in body.split("\n", 30)[:30] if line.startswith("#"))
        found = (
            _CORE_TEMPLATE.search(opening)
            or _MUSTACHE.search(head)
            or (_CORE_TEMPLATE.search(body) if in_folder or named else None)
        )
        found = found or (
            _MUSTACHE.search(body) if in_folder or named or len(_MUSTACHE.findall(body)) >= 3 else None
        )
        if found:
            return f"a template: it holds the placeholder {clean(found.group())[:60]}"
    if in_folder or named:
        found = _TO_FILL.search(body)
        if found and len(_TO_FILL.findall(body)) >= 3:
            return f"a template: it holds the placeholder {clean(found.group())[:60]}"
    return ""
