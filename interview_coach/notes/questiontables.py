"""Common questions in tables: which column asks, and which answers."""

from collections.abc import Sequence

from interview_coach.notes.blocks import Table
from interview_coach.notes.text import Line, fold, is_placeholder, is_question, listed, unquote

_ASKS = frozenset(
    {
        "question",
        "questions",
        "q",
        "prompt",
        "common question",
        "common questions",
        "interview question",
        "asked",
    }
)
_ANSWERS = listed(
    "answer|answers|a|my answer|response|how i answer|key points|talking points|answer outline"
    "|what i say|what to say|reply|sample answer|short answer|answer notes|points|approach"
    "|bullet points|antwort|respuesta|reponse|risposta|resposta|ответ|回答|答案|답변"
)
_ASKS_ELSEWHERE = listed("frage|pregunta|domanda|pergunta|вопрос|質問|问题|問題|질문|vraag")


_NO_ANSWER = listed(
    "type|category|difficulty|level|source|frequency|asked|asked by|asked at|status|confidence|story"
    "|stories|tags|tag"
    "|date|company|priority|round|times asked|link|links|stage|interviewer|kind|topic|rating"
    "|last practiced|star story"
)


def question_rows(table: Table) -> list[tuple[str, int, str]]:
    """Each question of a table as marked text, with its line and its answer ("" for none)."""
    heads = [fold(cell.text) for cell in table.header]
    rows: list[Sequence[Line]] = list(table.rows)
    asks_at = next((at for at, head in enumerate(heads) if head in _ASKS or head in _ASKS_ELSEWHERE), None)
    if asks_at is None and table.header and any(is_question(unquote(cell.text)) for cell in table.header):
        rows.insert(0, table.header)
        heads = []
    if asks_at is None:
        asks_at = _asking_column(rows)
    if asks_at is None:
        return []
    answer_at = next((at for at, head in enumerate(heads) if head in _ANSWERS and at != asks_at), None)
    if answer_at is None:
        heads += [""] * (max(map(len, rows), default=0) - len(heads))
        others = [at for at, head in enumerate(heads) if at != asks_at and head not in _NO_ANSWER]
        answer_at = next((at for at in others if _is_prose(rows, at)), None)
    return [
        (row[asks_at].marked, row[asks_at].line, _cell(row, answer_at))
        for row in rows
        if asks_at < len(row) and not is_placeholder(row[asks_at].text)
    ]


def _is_prose(rows: Sequence[Sequence[Line]], at: int) -> bool:
    """Whether a column holds words rather than numbers or marks."""
    cells = [row[at].text for row in rows if at < len(row) and row[at].text]
    return bool(cells) and sum(len(text.split()) >= 2 for text in cells) * 2 >= len(cells)


def _cell(row: Sequence[Line], at: int | None) -> str:
    return row[at].marked if at is not None and at < len(row) else ""


def _asking_column(rows: Sequence[Sequence[Line]]) -> int | None:
    """The first column in which at least half the cells are questions."""
    for at in range(max(map(len, rows), default=0)):
        cells = [row[at].text for row in rows if at < len(row) and row[at].text]
        asking = sum(is_question(unquote(text), loose=True) or unquote(text) != text for text in cells)
        if cells and asking * 2 >= len(cells):
            return at
    return None
