"""Quantified results in tables: which column names, which holds the figure, which gives the context."""

from collections.abc import Sequence

from interview_coach.notes.blocks import Table
from interview_coach.notes.figures import find_figure, has_figure
from interview_coach.notes.model import Metric
from interview_coach.notes.patterns import regex
from interview_coach.notes.text import Line, fold, listed, unquote

_NAME = listed(
    "metric|metrics|measure|measurement|kpi|kpis|name|what|indicator|area|achievement|outcome"
    "|what i measured|item|dimension|category|accomplishment|quantified result|what improved|goal"
    "|kennzahl|metrik|indicateur|metrique|metrica|indicador|indicatore|метрика|показатель|指標|指标|지표"
)
_VALUE = listed(
    "value|values|figure|figures|number|numbers|amount|stat|data|score|%|quantity|measured|how much"
    "|how many|actual|achieved|metric value|the number|magnitude|improvement|change|delta|wert|zahl"
    "|valeur|chiffre|valor|cifra|valore|waarde|значение|цифра|値|数値|数值|值|값|수치"
)
_EITHER = listed("result|results|impact|ergebnis|resultat|resultado|risultato|результат|結果|结果|결과")
_BEFORE = listed("before|from|baseline|start|was|vorher|avant|antes|prima|до|old|previous")
_AFTER = listed("after|to|now|end|is|nachher|apres|despues|dopo|depois|после|new|current")
_PERIOD = regex(r"(?:q[1-4] ?)?(?:fy ?)?(?:(?:19|20)\d\d|\d\d)(?: ?q[1-4])?|q[1-4]")
_NUMBERING = frozenset({"#", "no", "nr", "n"})


def table_metrics(table: Table) -> list[Metric]:
    """The metrics of a table, a row each; rows without any text are left out."""
    rows = [row for row in table.rows if any(cell.text for cell in row)]
    heads = [fold(cell.text) for cell in table.header]
    if len(heads) >= 3 and all(map(_PERIOD.fullmatch, heads[1:])):
        return _over_time(table.header[1:], rows)
    known = _NAME | _VALUE | _EITHER | _BEFORE | _AFTER
    if heads and not any(head in known for head in heads):
        if any(find_figure(cell.text) for cell in table.header):
            rows, heads = [table.header, *rows], []
        elif (
            rows
            and len(heads) >= 2
            and all(find_figure(cell.text) for cell in rows[0] if cell.text)
            and len(rows) <= 2
        ):
            return _turned(table.header, rows)
    width = max((len(row) for row in rows), default=0)
    heads += [""] * (width - len(heads))
    if (heads and heads[0] in _NUMBERING) or (heads and heads[0] == "" and _is_numbering(rows)):
        rows = [row[1:] for row in rows]
        heads, width = heads[1:], width - 1
    return _by_columns(heads, rows, width)


def _is_numbering(rows: Sequence[Sequence[Line]]) -> bool:
    return len(rows) > 1 and all(row[0].text.strip(".)") == str(at) for at, row in enumerate(rows, 1))


def _by_columns(heads: Sequence[str], rows: Sequence[Sequence[Line]], width: int) -> list[Metric]:
    before = next((at for at, head in enumerate(heads) if head in _BEFORE), None)
    after = next((at for at, head in enumerate(heads) if head in _AFTER), None)
    pair = (before, after) if before is not None and after is not None else None
    value_at = None if pair else next((at for at, head in enumerate(heads) if head in _VALUE), None)
    name_at = next((at for at, head in enumerate(heads) if head in _NAME), None)
    either = next((at for at, head in enumerate(heads) if head in _EITHER), None)
    if value_at is None and pair is None:
        value_at = (
            either if either is not None and name_at is not None else _figure_column(rows, width, name_at)
        )
    if name_at is None:
        taken = {value_at, *(pair or ())}
        name_at = either if either is not None and either not in taken else None
        name_at = next((at for at in range(width) if at not in taken), None) if name_at is None else name_at
    found: list[Metric] = []
    for row in rows:
        value = _pair(row, *pair) if pair else _text(row, value_at)
        used = {name_at, value_at, *(pair or ())}
        context = "; ".join(text for at in range(len(row)) if at not in used and (text := _text(row, at)))
        found.append(Metric(_text(row, name_at), value, context, row[0].line))
    return found


def _pair(row: Sequence[Line], before: int, after: int) -> str:
    return " → ".join(filter(None, (_text(row, before), _text(row, after))))


def _text(row: Sequence[Line], at: int | None) -> str:
    return unquote(row[at].text) if at is not None and at < len(row) else ""


def _figure_column(rows: Sequence[Sequence[Line]], width: int, name_at: int | None) -> int | None:
    """The column whose cells are figures more than any other's."""
    best: tuple[float, int] | None = None
    for at in range(width):
        cells = [row[at].text for row in rows if at < len(row)]
        share = sum(_weight(text) for text in cells) / max(len(rows), 1)
        if at != name_at and share > 0 and (best is None or share > best[0]):
            best = (share, at)
    if best is None:
        return next((at for at in range(width) if at not in (name_at, 0)), None)
    return best[1]


def _weight(text: str) -> float:
    """How much of a cell is its figure: "13/14" all of it, "in 2023 across EMEA" little."""
    figure = find_figure(text)
    if figure is None:
        return 0.2 if has_figure(text) and len(text) < 20 else 0.0
    return len(figure.group()) / len(text)


def _over_time(periods: Sequence[Line], rows: Sequence[Sequence[Line]]) -> list[Metric]:
    """A table with a column for each year or quarter: the figures in their order, the periods as context."""
    found: list[Metric] = []
    for row in rows:
        told = [(period.text, cell.text) for period, cell in zip(periods, row[1:], strict=False) if cell.text]
        value, context = " → ".join(cell for _, cell in told), " → ".join(period for period, _ in told)
        found.append(Metric(_text(row, 0), value, context, row[0].line))
    return found


def _turned(header: Sequence[Line], rows: Sequence[Sequence[Line]]) -> list[Metric]:
    """A table whose columns are the metrics: values in its first row, contexts in a second."""
    contexts = rows[1] if len(rows) > 1 else ()
    return [
        Metric(name.text, _text(rows[0], at), _text(contexts, at), rows[0][0].line)
        for at, name in enumerate(header)
        if name.text and at < len(rows[0])
    ]
