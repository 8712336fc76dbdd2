"""What sections and story parts are called, in the languages that notes are written in: data, no rules.

Names are compared folded (no case, accents or punctuation), so they are written that way here.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a section holds. INTERVIEW may hold questions; OTHER is known and holds nothing we read."""

    DESCRIPTION = "description"
    PROFICIENCY = "proficiency"
    SELF_ASSESSMENT = "self-assessment"
    ACCOMPLISHMENTS = "accomplishments"
    METRICS = "quantified results"
    RESUME = "resume phrasing"
    VARIATIONS = "variations by context"
    PITCH = "pitch"
    PROJECTS = "projects"
    RELATED = "related skills"
    QUESTIONS = "common questions"
    STORY = "STAR story"
    KEYWORDS = "keywords"
    INTERVIEW = "interview notes"
    OTHER = "other"


class Part(StrEnum):
    """A part of a STAR story. CONTEXT stands for the situation, CHALLENGE for the situation or the task, as
    the story's other labels show."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"
    LEARNING = "learning"
    CONTEXT = "context"
    CHALLENGE = "challenge"


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one kind: those that are sure, those that could mean other things too, and words that
    tell a heading by themselves unless one of `unless` is there as well."""

    sure: str
    unsure: str = ""
    words: str = ""
    unless: str = ""


SECTIONS: dict[Kind, Names] = {
    Kind.OTHER: Names(
        sure="questions to ask|questions to ask them|questions for them|questions for interviewer"
        "|questions i ask|questions for interviewers|questions for employer|questions to ask interviewer"
        "|questions i should ask|questions for company|questions for hiring manager|open questions"
        "|unanswered questions|reverse interview|questions i want to ask|appears in|used in|resume presence in"
        "|follow up questions to ask|further reading|resources|references|links|see also|sources|reading list"
        "|todo|to do|next steps|action items|changelog|learning resources|learning plan|development plan"
        "|growth plan|certifications|tools|courses|books|evidence & proof points|evidence and proof points"
        "|proof points|log|footnotes|notes to self|feedback|tips|red flags|pitfalls|follow ups|practice log"
        "|last practiced|skill gaps|gaps|preguntas para el entrevistador|fragen an den interviewer|ruckfragen",
    ),
    Kind.QUESTIONS: Names(
        sure="caste otazky|caste dotazy|otazky|otazky u pohovoru|typicke otazky|pytania na rozmowie|"
        "typowe pytania|pytania rekrutacyjne|اسئلة المقابلة|اسئلة متكررة|שאלות ראיון|שאלות|"
        "साक्षात्कार प्रश्न|प्रश्न|अक्सर पूछे जाने वाले प्रश्न|frequently asked|domande|"
        "interview qs|common qs|asked a lot|"
        "questions i dread|dreaded questions|questions i fear|tough questions|hard questions|tricky questions|"
        "common questions|common question|interview questions|interview question|questions i get asked"
        "|questions i get|questions they ask|questions i keep getting|common interview questions"
        "|likely questions|typical questions|frequent questions|frequently asked questions|frequently asked"
        "|practice questions|sample questions|example questions|possible questions|expected questions"
        "|questions to prepare|interview qs|questions to practice|questions to practise|questions to expect"
        "|behavioral questions|behavioural questions|technical questions|situational questions"
        "|screening questions|potential questions|probable questions|questions asked|questions ive been asked"
        "|question bank|prep questions|interview q&a|q&a|q & a|q and a|questions and answers"
        "|questions & answers|questions with answers|top questions|key questions|qs|asked|what they ask"
        "|what do they ask|what interviewers ask|what they might ask|what ill be asked|what i get asked"
        "|things they ask|questions theyll ask|questions they will ask|questions they might ask"
        "|questions ill get|what theyll ask|things i get asked|they always ask|often asked|commonly asked"
        "|commonly asked questions|haufige fragen|typische fragen|interviewfragen|mogliche fragen"
        "|bewerbungsfragen|fragen im interview|fragen im vorstellungsgesprach|questions frequentes"
        "|questions courantes|questions dentretien|questions types|questions recurrentes|preguntas frecuentes"
        "|preguntas comunes|preguntas de entrevista|preguntas tipicas|preguntas habituales|perguntas comuns"
        "|perguntas frequentes|perguntas de entrevista|domande comuni|domande frequenti|domande di colloquio"
        "|domande tipiche|veelgestelde vragen|veelvoorkomende vragen|interviewvragen|sollicitatievragen"
        "|частые вопросы|вопросы на собеседовании|типичные вопросы|вопросы на интервью|よくある質問|面接質問"
        "|想定質問|面接での質問|質問集|常见问题|面试问题|常見問題|面試問題|자주 묻는 질문|면접 질문|예상 질문"
        "|czeste pytania|pytania rekrutacyjne|vanliga fragor|yleisia kysymyksia|sik sorulan sorular"
        "|mulakat sorulari|اسئلة شائعة|الأسئلة الشائعة|שאלות נפוצות|सामान्य प्रश्न",
        unsure="questions|question|faq|faqs|prompts|fragen|preguntas|perguntas|domande|vragen|вопросы|質問"
        "|问题|問題|질문|pytania|fragor|sorular|الأسئلة|שאלות",
        words="questions|question|qs|faq|q&a|fragen|preguntas|perguntas|domande|вопросы|質問|问题|질문",
        unless="ask them|to ask|for them|for the|i ask|open|unanswered|for interviewer|for hiring|for company"
        "|research|i have|for us|asking|questioning|for recruiter|reverse",
    ),
    Kind.STORY: Names(
        sure="pribeh star|star pribeh|przyklad star|قصة star|نموذج star|סיפור star|"
        "דוגמת star|star कहानी|स्टार कहानी|"
        "star story|star stories|star|star example|star examples|star answer|star answers|star method"
        "|star format|star response|star responses|starl|star l|star r|star + l|star+l|starl story|starr"
        "|star narrative|s t a r|star stories i use|star story bank|story bank|car story|car stories|car"
        "|par story|par stories|par|ccar story|ccar|soar story|soar|soar stories|car example|par example"
        "|car answer|par answer|behavioral story|sar story|behavioral example|behavioural example"
        "|interview story|interview stories|signature story|go to story|go to stories|war story|war stories"
        "|key story|best story|main story|primary story|hero story|star geschichte|star beispiel|star methode"
        "|histoire star|exemple star|recit star|methode star|historia star|ejemplo star|metodo star"
        "|relato star|exemplo star|storia star|esempio star|star verhaal|star voorbeeld|история star"
        "|пример star|star история|starストーリー|star エピソード|starエピソード|star法|star故事|star 故事"
        "|star法则|star法則|star 스토리|star 사례|historia star|star berattelse",
        unsure="قصة|قصتي|סיפור|הסיפור שלי|कहानी|मेरी कहानी|pribeh|muj pribeh|opowiesc|przyklad|"
        "story|stories|example story|example|examples|anecdote|anecdotes|case|case study"
        "|situation task action result|geschichte|histoire|historia|storia|история|エピソード|故事|사례"
        "|beispiel|exemple|ejemplo|esempio",
        words="star|story|stories|starl|ccar|soar",
        unless="user|rating|team|north",
    ),
    Kind.METRICS: Names(
        sure="meritelne vysledky|cisla|klicova cisla|metriky|kluczowe liczby|liczby|"
        "wskazniki|mierzalne rezultaty|النتائج القابلة للقياس|نتائج قابلة للقياس|الارقام|مؤشرات|"
        "مؤشرات الاداء|מדדים|תוצאות מדידות|מספרים|मापने योग्य परिणाम|मापनीय परिणाम|आँकड़े|"
        "मेट्रिक्स|"
        "quantifiable results|quantified results|quantitative results|measurable results"
        "|quantifiable impact|quantified impact|metrics|key metrics|key numbers|numbers|by the numbers"
        "|in numbers|key figures|figures|kpis|kpi|results and metrics|impact metrics|results & metrics"
        "|metrics & results|metrics and results|hard numbers|measurable impact|measurable outcomes"
        "|quantified outcomes|quantifiable outcomes|business impact|data points|quantifiable metrics"
        "|quantifiable achievements|quantified achievements|stats|statistics|numbers that matter"
        "|numbers to remember|numbers to know|numbers to land|key stats|key results|proof in numbers"
        "|performance metrics|quantified evidence|headline numbers|impact numbers|success metrics"
        "|metrics that matter|impact in numbers|kennzahlen|zahlen|messbare ergebnisse"
        "|quantifizierbare ergebnisse|zahlen & fakten|zahlen und fakten|resultats quantifiables"
        "|resultats chiffres|resultats mesurables|chiffres cles|indicateurs|metriques"
        "|resultados cuantificables|resultados medibles|metricas|cifras clave|cifras|indicadores"
        "|resultados quantificaveis|resultados mensuraveis|numeros chave|risultati quantificabili"
        "|risultati misurabili|metriche|numeri|numeri chiave|meetbare resultaten|kerncijfers|cijfers"
        "|измеримые результаты|метрики|цифры|показатели|ключевые показатели|定量的成果|定量的な成果|数値実績"
        "|成果数値|実績数値|数字|量化成果|量化结果|關鍵數據|关键数据|量化指标|정량적 성과|수치 성과|지표"
        "|mierzalne wyniki|matbara resultat|nyckeltal",
        unsure="数据|データ|データで見る|데이터|data|dane|wyniki|vysledky|النتائج|תוצאות|परिणाम|"
        "results|result|impact|impacts|outcomes|outcome|ergebnisse|resultats|resultados|risultati"
        "|resultaten|результаты|成果|结果|성과|results & impact|results and impact|impact & results"
        "|impact and results",
        words="metrics|kpis|quantifiable|quantified|measurable|numbers|quantitative|figures|statistics",
        unless="to learn|story|phone",
    ),
    Kind.ACCOMPLISHMENTS: Names(
        sure="uspechy|الانجازات|انجازات|הישגים|उपलब्धियाँ|उपलब्धियां|"
        "specific accomplishments|accomplishments|key accomplishments|achievements|key achievements"
        "|highlights|specific achievements|career highlights|wins|key wins|notable wins|what i accomplished"
        "|what i achieved|what ive done|notable achievements|notable accomplishments|major accomplishments"
        "|top accomplishments|success stories|successes|brag list|brag sheet|contributions"
        "|selected achievements|erfolge|leistungen|wichtigste erfolge|realisations|realisations cles|reussites"
        "|accomplissements|logros|logros clave|logros especificos|conquistas|realizacoes|traguardi|successi"
        "|risultati raggiunti|prestaties|достижения|ключевые достижения|実績|主な実績|成就|主要成就|业绩|成绩"
        "|업적|주요 성과|osiagniecia|prestationer",
        unsure="proof|evidence",
        words="accomplishments|achievements|wins|achieved",
    ),
    Kind.RESUME: Names(
        sure="v zivotopise|zivotopis|formulace do zivotopisu|w cv|السيرة الذاتية|קורות חיים|बायोडाटा|"
        "रिज्यूमे|"
        "resume presence|resume phrasing|resume phrase|resume line|resume lines|resume bullet"
        "|resume bullets|resume wording|resume language|resume statement|resume version|resume entry|resume"
        "|cv phrasing|cv line|cv lines|cv bullets|cv bullet|cv wording|cv|on my resume|on resume|on cv"
        "|on my cv|how i typically phrase this skill|how i typically phrase this|how i phrase this skill"
        "|how i phrase this|how i phrase it|how i typically phrase it|how i describe this skill"
        "|how i describe it|how i put it|how i say it|"
        "how id say it|how id put it|how i would say it|typical phrasing|phrasing|phrasings|standard phrasing"
        "|default phrasing|how i word this|how i word it|how it reads on my resume|one liner"
        "|how it appears on my resume|linkedin line|lebenslauf|im lebenslauf|formulierung im lebenslauf"
        "|formulierung|formulierungen|lebenslauf formulierung|sur mon cv|sur le cv|formulation cv|formulation"
        "|formulations|en mi cv|frase de cv|frase para el cv|redaccion|no curriculo|nel cv|op mijn cv|резюме"
        "|в резюме|формулировка для резюме|формулировка|履歴書|職務経歴書|履歴書での表現|简历|简历表述|簡歷"
        "|이력서|이력서 문구",
        words="resume|phrasing|phrase",
    ),
    Kind.VARIATIONS: Names(
        sure="podle publika|varianty podle publika|warianty|حسب الجمهور|לפי קהל|श्रोता के अनुसार|"
        "variations by context|variations|variations by audience|variation by context"
        "|phrasing by audience|by audience|by context|audience variations|context variations|audiences"
        "|for different audiences|framing by audience|framing|framings|phrasing variations|variants|versions"
        "|versions by audience|alternate phrasings|alternative phrasings|phrasing by context|resume variations"
        "|how to frame it|how i frame it|talking points by audience|tailored versions|tailored phrasing"
        "|je nach publikum|varianten|varianten nach kontext|nach zielgruppe|variations par contexte|variantes"
        "|selon le public|selon le contexte|variaciones|variaciones por contexto|segun el publico"
        "|segun la audiencia|variacoes|variacoes por contexto|varianti|variaties|варианты"
        "|варианты по контексту|варианты для аудитории|文脈別|相手別|不同场合|按受众|상황별|대상별",
        words="audience|audiences|variations",
    ),
    Kind.PITCH: Names(
        sure="elevator pitch|pitch|30 second pitch|30 sec pitch|thirty second pitch|60 second pitch"
        "|one minute pitch|short pitch|soundbite|sound bite|30 second version|kurzprasentation|pitch eclair"
        "|discurso de ascensor|自己pr|电梯演讲|엘리베이터 피치",
        words="pitch",
        unless="sales|pitching",
    ),
    Kind.PROJECTS: Names(
        sure="المشاريع|مشاريع|פרויקטים|परियोजनाएँ|परियोजनाएं|प्रोजेक्ट|"
        "demonstrated in projects|demonstrated in|projects|related projects|project evidence"
        "|evidence in projects|projects demonstrating this skill|projects that show this|projects that show it"
        "|where i used it|where ive used it|where i used this|where ive used this|seen in|shown in"
        "|relevant projects|example projects|key projects|applied in|used in projects|project|project examples"
        "|supporting projects|projekte|projets|projets associes|projets lies|proyectos|proyectos relacionados"
        "|projetos|projetos relacionados|progetti|projecten|проекты|プロジェクト|関連プロジェクト|项目"
        "|相关项目|專案|프로젝트|projekty",
        words="projects",
    ),
    Kind.RELATED: Names(
        sure="souvisejici dovednosti|powiazane umiejetnosci|مهارات ذات صلة|כישורים קשורים|"
        "संबंधित कौशल|"
        "related skills|related|related notes|connected skills|adjacent skills|sibling skills|sub skills"
        "|parent skills|complementary skills|skill map|skill relationships|verwandte fahigkeiten"
        "|verwandte skills|competences liees|habilidades relacionadas|competencias relacionadas"
        "|competenze correlate|gerelateerde vaardigheden|связанные навыки|смежные навыки|関連スキル|相关技能"
        "|관련 기술",
    ),
    Kind.KEYWORDS: Names(
        sure="klicova slova|الكلمات المفتاحية|كلمات مفتاحية|מילות מפתח|मुख्य शब्द|कीवर्ड|hashtags|"
        "ats keywords|ats|keywords|key words|ats key words|ats terms|resume keywords|search terms"
        "|buzzwords|keywords for ats|job description keywords|jd keywords|linkedin keywords|keyword list"
        "|key terms|terminology|schlagworter|schlusselworter|stichworter|stichworte|ats schlagworter"
        "|ats stichworter|mots cles|mots cles ats|palabras clave|palabras clave ats|palavras chave"
        "|palavras chave ats|parole chiave|trefwoorden|ключевые слова|キーワード|atsキーワード|ats キーワード"
        "|关键词|關鍵詞|关键字|關鍵字|ats关键词|키워드|ats 키워드|slowa kluczowe|nyckelord|anahtar kelimeler",
        words="keywords|ats",
    ),
    Kind.DESCRIPTION: Names(
        sure="description|what it is|what it means|what this is|definition|skill description"
        "|what this skill is",
        unsure="popis|الوصف|وصف|תיאור|विवरण|overview|summary|about|introduction|intro|beschreibung|uberblick|descripcion|resumen|descricao"
        "|resumo|descrizione|beschrijving|описание|概要|説明|描述|简介|概述|설명|개요|apercu|presentation|opis",
    ),
    Kind.PROFICIENCY: Names(
        sure="proficiency breakdown|proficiency|proficiency level|proficiency levels|skill level|skill levels"
        "|level|proficiency assessment|proficiency matrix|competency|competency breakdown|ratings|skill rating"
        "|kompetenzniveau|niveau|niveau de maitrise|nivel|nivel de dominio|livello|уровень|уровень владения"
        "|習熟度|熟练度|숙련도",
        words="proficiency",
    ),
    Kind.SELF_ASSESSMENT: Names(
        sure="sebehodnoceni|samoocena|التقييم الذاتي|הערכה עצמית|स्व मूल्यांकन|"
        "self assessment|self rating|self evaluation|my assessment|selbsteinschatzung|auto evaluation"
        "|autoevaluation|autoevaluacion|autoavaliacao|autovalutazione|zelfbeoordeling|самооценка|自己評価"
        "|自我评估|자기 평가",
    ),
    Kind.INTERVIEW: Names(
        sure="pohovor|rozmowa kwalifikacyjna|المقابلة|ראיון|साक्षात्कार|"
        "interview notes|interview|interviews|interview prep|interview preparation|interview practice"
        "|prep|interview material|interview ready|in interviews|for interviews|interview section"
        "|interview talking points|vorstellungsgesprach|bewerbungsgesprach|entretien|entrevista"
        "|notas de entrevista|colloquio|sollicitatie|собеседование|интервью|面接|面接メモ|面试|面試|면접",
        words="interview",
    ),
}

PARTS: dict[Part, str] = {
    Part.CONTEXT: "background|context|backstory|kontext|contexte|contexto|contesto|контекст|предыстория|背景"
    "|배경|kontekst|hintergrund",
    Part.SITUATION: "situace|وضع|السياق|רקע|परिस्थिति|स्थिति|"
    "situation|situations|s|scenario|setting|setup|set up|scene|circumstances|ausgangslage"
    "|ausgangssituation|situacion|situacao|situazione|situatie|ситуация|状況|情境|情况|情況|상황|sytuacja"
    "|durum|الموقف|מצב|tilanne|стан|स्थिति",
    Part.TASK: "ukol|cil|الهدف|מטרה|लक्ष्य|"
    "task|tasks|t|goal|goals|objective|objectives|mission|assignment|responsibility"
    "|my responsibility|responsibilities|aim|my role|my task|hindrance|what i had to do|what was needed|my job"
    "|aufgabe|aufgaben|ziel|tache|taches|objectif|tarea|objetivo|tarefa|compito|obiettivo|taak|doel|задача"
    "|задачи|цель|課題|タスク|目標|任务|任務|目标|과제|목표|업무|zadanie|cel|uppgift|gorev|المهمة|משימה"
    "|tehtava|कार्य",
    Part.CHALLENGE: "التحدي|אתגר|चुनौती|"
    "challenge|challenges|c|problem|problems|p|obstacle|obstacles|o|complication|issue"
    "|difficulty|pain|pain point|dilemma|herausforderung|hindernis|probleme|defi|obstacle|desafio|reto"
    "|problema|obstaculo|sfida|ostacolo|uitdaging|probleem|проблема|вызов|препятствие|問題|困難|挑战|挑戰|问题"
    "|문제|도전|wyzwanie|utmaning|haaste",
    Part.ACTION: "akce|postup|reseni|الاجراءات|الإجراءات|צעדים|कदम|"
    "action|actions|a|approach|steps|steps taken|action taken|actions taken|what i did"
    "|what we did|how|response|solution|intervention|execution|behavior|behaviour|activities|my actions"
    "|handlung|handlungen|aktion|aktionen|massnahme|massnahmen|maßnahmen|maßnahme|vorgehen|umsetzung|losung"
    "|demarche|accion|acciones|enfoque|acao|acoes|azione|azioni|actie|acties|aanpak|действие|действия|решение"
    "|что я сделал|что я сделала|行動|アクション|取り組み|対応|行动|行動|做法|措施|행동|조치|dzialanie"
    "|dzialania|atgard|handling|eylem|الإجراء|פעולה|toiminta|कार्रवाई",
    Part.RESULT: "vysledek|vysledky|rezultaty|wyniki|النتائج|תוצאות|नतीजा|परिणाम|"
    "result|results|r|outcome|outcomes|impact|impacts|effect|what happened|end result|conclusion"
    "|results & impact|result & impact|result impact|results impact|outcome & impact|result and impact"
    "|results and impact|payoff|resolution|ergebnis|ergebnisse|resultat|resultate|resultats|wirkung|resultado"
    "|resultados|risultato|risultati|resultaat|resultaten|результат|результаты|итог|結果|成果|结果|효과|결과"
    "|성과|wynik|rezultat|efekt|sonuc|النتيجة|תוצאה|tulos|परिणाम",
    Part.LEARNING: "pouceni|ponauceni|الدرس|الدروس المستفادة|לקח|לקחים|सीख|"
    "learning|learnings|l|lesson|lessons|lesson learned|lessons learned|lessons learnt"
    "|lesson learnt|reflection|reflections|takeaway|takeaways|take away|key takeaway|key takeaways"
    "|what i learned|what i learnt|what ive learned|insight|insights|evaluation|retrospective|hindsight"
    "|in hindsight|next time|what id do differently|what i would do differently|what i took from it|moral"
    "|growth|applied|learned|learnt|lerneffekt|erkenntnis|fazit|erkenntnisse|reflexion|lecon|lecons"
    "|apprentissage|enseignements|bilan|leccion|lecciones|aprendizaje|aprendizajes|aprendizado|licao|licoes"
    "|lezione|lezioni|apprendimento|les|lessen|вывод|выводы|урок|уроки|рефлексия|学び|教訓|振り返り|学习|收获"
    "|反思|经验|教訓|배운 점|교훈|회고|wniosek|wnioski|lardom|oppi",
}
