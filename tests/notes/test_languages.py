"""Notes in the languages that people write them in: sections, parts of stories and figures are found."""

import pytest

from interview_coach.notes.text import is_question
from tests.notes.reading import read

# Headings of questions, story, metrics and keywords; the four parts; a question without a question mark.
LANGUAGES = {
    "English": (
        "Interview questions|My story|Key numbers|Keywords",
        "Situation|Task|Action|Result",
        "Tell us more",
    ),
    "German": (
        "Häufige Fragen|Meine STAR-Geschichte|Kennzahlen|Stichworte",
        "Ausgangslage|Aufgabe|Vorgehen|Ergebnis",
        "Erzählen Sie von einem Konflikt",
    ),
    "French": (
        "Questions fréquentes|Récit STAR|Résultats chiffrés|Mots-clés",
        "Situation|Tâche|Action|Résultat",
        "Parlez-moi d'un échec",
    ),
    "Spanish": (
        "Preguntas frecuentes|Mi historia|Cifras|Palabras clave",
        "Situación|Tarea|Acción|Resultado",
        "Cuéntame una vez que perdiste un cliente",
    ),
    "Portuguese": (
        "Perguntas comuns|História STAR|Métricas|Palavras-chave",
        "Situação|Tarefa|Ação|Resultado",
        "Conte sobre um conflito",
    ),
    "Italian": (
        "Domande frequenti|Storia STAR|Risultati misurabili|Parole chiave",
        "Situazione|Compito|Azione|Risultato",
        "Mi parli di un errore",
    ),
    "Dutch": (
        "Veelgestelde vragen|STAR verhaal|Kerncijfers|Trefwoorden",
        "Situatie|Taak|Actie|Resultaat",
        "Vertel over een project dat mislukte",
    ),
    "Polish": (
        "Częste pytania|Moja historia|Wyniki|Słowa kluczowe",
        "Sytuacja|Zadanie|Działanie|Wynik",
        "Opowiedz o porażce",
    ),
    "Czech": (
        "Časté otázky|Příběh STAR|Měřitelné výsledky|Klíčová slova",
        "Situace|Úkol|Akce|Výsledek",
        "Popište riziko, které jste podcenil",
    ),
    "Russian": (
        "Частые вопросы|История STAR|Показатели|Ключевые слова",
        "Ситуация|Задача|Действия|Результат",
        "Расскажите о провале",
    ),
    "Japanese": (
        "よくある質問|STARエピソード|定量的成果|キーワード",
        "状況|課題|行動|結果",
        "失敗について教えてください",
    ),
    "Chinese": ("常见问题|STAR故事|关键数据|关键词", "情境|任务|行动|结果", "请介绍一个失败的项目"),
    "Korean": ("예상 질문|STAR 스토리|지표|키워드", "상황|과제|행동|결과", "실패 경험을 말해 주세요"),
    "Arabic": (
        "الأسئلة الشائعة|قصة STAR|النتائج القابلة للقياس|الكلمات المفتاحية",
        "الموقف|المهمة|الإجراء|النتيجة",
        "حدثنا عن موقف صعب",
    ),
    "Hebrew": ("שאלות נפוצות|סיפור STAR|מדדים|מילות מפתח", "מצב|משימה|פעולה|תוצאה", "ספר על כישלון"),
    "Hindi": (
        "सामान्य प्रश्न|STAR कहानी|मापने योग्य परिणाम|कीवर्ड",
        "स्थिति|कार्य|कार्रवाई|परिणाम",
        "अपनी असफलता के बारे में बताइए",
    ),
}


@pytest.mark.parametrize("label", ["## {}", "**{}:**", "> [!note] {}"])
@pytest.mark.parametrize(("headings", "parts", "asked"), LANGUAGES.values(), ids=LANGUAGES.keys())
def test_reads_a_note(headings: str, parts: str, asked: str, label: str) -> None:
    questions, story, metrics, keywords = headings.split("|")
    texts = ["w x", "y z", "v w", "t u"]
    bodies = {
        questions: f"1. {asked}.\n2. Why?\n",
        story: "".join(f"- **{part}:** {text}\n" for part, text in zip(parts.split("|"), texts, strict=True)),
        metrics: "- NPS: 72\n",
        keywords: "a1, b2\n",
    }
    before = "> " if label.startswith(">") else ""
    note = read(
        "# N\n\n"
        + "\n\n".join(
            f"{label.format(name)}\n" + "".join(f"{before}{line}\n" for line in body.splitlines())
            for name, body in bodies.items()
        )
    )
    assert [each.text for each in note.questions] == [f"{asked}.", "Why?"]
    assert [[each.situation, each.task, each.action, each.result] for each in note.stories] == [texts]
    assert [(each.name, each.value) for each in note.metrics] == [("NPS", "72")]
    assert note.keywords == ("a1", "b2")
    assert note.problems == ()


@pytest.mark.parametrize("asked", [asked for _, _, asked in LANGUAGES.values()], ids=LANGUAGES.keys())
def test_a_request_is_a_question_without_its_mark(asked: str) -> None:
    assert is_question(asked)
    assert is_question(f"{asked}.")


FIGURES = {
    "- De 90 a 45 días de ciclo de venta": ("ciclo de venta", "De 90 a 45 días"),
    "- Rotación: del 18 % al 6 %": ("Rotación", "del 18 % al 6 %"),
    "- Ø 4 Tage bis zur Einigung": ("bis zur Einigung", "Ø 4 Tage"),
    "- с 40 до 200 слушателей": ("слушателей", "с 40 до 200"),
    "- 11 z 12 rizik ošetřeno": ("rizik ošetřeno", "11 z 12"),
    "- Konwersja: z 12% do 19%": ("Konwersja", "z 12% do 19%"),
    "- שביעות רצון: 4.5 מתוך 5": ("שביעות רצון", "4.5 מתוך 5"),
    "- التسليم في الموعد: ٩٥٪": ("التسليم في الموعد", "٩٥٪"),
    "・更新率：17件中15件": ("更新率", "17件中15件"),
    "平均解决时间：约10天": ("平均解决时间", "约10天"),
}


@pytest.mark.parametrize(("line", "expected"), FIGURES.items())
def test_reads_a_figure(line: str, expected: tuple[str, str]) -> None:
    assert [(each.name, each.value) for each in read(f"## Metrics\n{line}\n").metrics] == [expected]
