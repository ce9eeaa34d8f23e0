"""Russian: nouns are bent, so patterns end in cases."""

from lawgraph.languages.rus.amending import AMENDING
from lawgraph.languages.rus.citing import CITING
from lawgraph.languages.rus.notes import NOTES
from lawgraph.languages.speech import DayForm, Speech
from lawgraph.languages.tables import Clauses, Language, Layout, Nesting, NumberPlace, UnitWord, Words
from lawgraph.law.eid import Kind

_MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
           "декабря")
_WORDS = Words(
    nesting=Nesting.SMALLER_FIRST,
    number=NumberPlace.BEHIND_WORD,
    months=tuple((name, place) for place, name in enumerate(
        ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"), 1)),
    tens=(("двадцати", 20), ("двадцать", 20), ("тридцати", 30), ("тридцать", 30), ("сорока", 40), ("сорок", 40), ("пятидесяти", 50),
          ("пятьдесят", 50), ("шестидесяти", 60), ("шестьдесят", 60), ("семидесяти", 70), ("семьдесят", 70), ("восьмидесяти", 80),
          ("восемьдесят", 80), ("девяноста", 90), ("девяносто", 90)),
    ones=(("одного", 1), ("один", 1), ("двух", 2), ("два", 2), ("трех", 3), ("три", 3), ("четырех", 4), ("четыре", 4), ("пяти", 5), ("пять", 5),
          ("шести", 6), ("шесть", 6), ("семи", 7), ("семь", 7), ("восьми", 8), ("восемь", 8), ("девяти", 9), ("девять", 9), ("десяти", 10),
          ("десять", 10), ("одиннадцати", 11), ("двенадцати", 12), ("тринадцати", 13), ("четырнадцати", 14), ("пятнадцати", 15),
          ("шестнадцати", 16), ("семнадцати", 17), ("восемнадцати", 18), ("девятнадцати", 19)),
    ordinals=tuple((stem + case, value) for value, (stem, cases) in enumerate((
        ("перв", "hard"), ("втор", "hard"), ("трет", "soft"), ("четверт", "hard"), ("пят", "hard"), ("шест", "hard"), ("седьм", "hard"), ("восьм", "hard"),
        ("девят", "hard"), ("десят", "hard")), 1)
        for case in {"hard": ("ая", "ой", "ую", "ый", "ого", "ым", "ому", "ые"), "soft": ("ья", "ьей", "ью", "ий", "ьего", "ьим", "ьему", "ьи")}[cases]),
    joint="и",
    through="по",
    inclusive=r"\bпо\s",
    begins_run="со?",
    plural=r"(?:стать(?:и|ями|ям|ях)|статей|(?:под)?пункт(?:ы|ов|ами|ам|ах)|пп\.|глав(?:ы|ами|ам|ах)?(?!\w)|раздел(?:ы|ов|ами|ам|ах)|"
           r"част(?:и|ей|ями|ям|ях)|абзац(?:ы|ев|ами|ам|ах)|приложени(?:я|й|ями|ям|ях)|параграф(?:ы|ов|ами|ам|ах))",
)
_LAYOUT = Layout(
    units=(
        UnitWord("раздел", Kind.SECTION, plural="разделы"),
        UnitWord("подраздел", Kind.SUBSECTION, nested=True),
        UnitWord("глава", Kind.CHAPTER, plural="главы", short="гл."),
        UnitWord("параграф", Kind.SECTION, nested=True),
        UnitWord("§", Kind.SECTION, nested=True),
        UnitWord("статья", Kind.ARTICLE, plural="статьи", short="ст."),
    ),
    annex=r"(?i:приложение)\s*(?:№|N)?\s*{annex_number}?\s*(?:\.?$|к\b)",
    approval=r"(?i:утвержден[аоы]?|утверждён)(?:$|\s)",
    annexed=r"(?:приложение|утвержд[её]н[аоы]?)\b",
    annexed_within=r"\bк\s+(?:настоящ\w+\s+)?(?:\w+\s+)?(?:правил|положени|инструкци|регламент|методик|стандарт|порядк"
                   r"|требовани|програм|перечн|устав)",
    contents="содержание|оглавление",
    about="об?|обо",
    part_of_code="(?:общая|особенная) часть",
    of_act=r"(?:конституционный |совместн\w{1,9} |нормативное )?"
           r"(?:закон|кодекс|указ|приказ|постановление|решение|распоряжение)\b(?! РК от)",
    signer=r"(?:и\. ?о\. )?(?:президент|премьер|заместитель|первый|министр|председател|аким|руководител|секретар)",
    formula=(r"формул\w*[^:]{0,60}:$", r"где\b"),
    open_ends=("; и", "; или"),
    further=("бис", "тер", "кватер"),
    alphabets=("абвгдежзиклмнопрстуфхцчшщэюя",),
    lookalikes=("aceopxy", "асеорху"),
    abbreviations=("ст", "гл", "разд"), labels=("сноска",), remarks=("примечание", "примечания"),
)
_CLAUSES = Clauses(
    own=r"Настоящ\w+ (?!стать|глав|раздел|пункт|подпункт|част|норм).{0,60}\b(?:ввод\w+ в действие|вступа\w+ в силу)",
    own_part=r"настоящ\w+\s+(?:стать|глав|раздел|пункт|подпункт|част|норм|положени)\w*"
             r"|(?:подпункт|пункт|стать|глав|раздел|част|абзац)\w*\s+[^.;]{0,120}?\bнастоящ\w+\s+"
             r"(?:закон|кодекс|стать|приказ|указ|правил|постановлени)",
    own_bracket=r"\((?:ввод\w+|введ\w+|вступа\w+|действ\w+)\s[^()]{1,120}\)",
    this=r"^(?:настоящ|данн)\w+$",
    this_unit=r"\b(?:настоящ|данн)\w+\s+стать\w+",
    exception=r"за исключением|кроме",
    speaks=r"\b(?:введени\w+|введен\w*|вводи\w*|вводя\w*|ввести)\s+(?:\w+\s+){0,4}в\s+действие"
           r"|\b(?:вступлени\w+|вступа\w+|вступил\w*)\s+(?:\w+\s+){0,4}в\s+силу",
    start=r"(?:сноска\.\s+)?(?:(?:настоящ\w+\s+)?(?:закон|кодекс|указ|приказ|постановление)\s+)?(?:ввод\w+|введен\w*|вступ\w+)"
          r"\s+в\s+(?:действие|силу)\s+(?:с|со)\s+[^();]{6,40}?(?:\s+в\s+соответствии\s+с\w*\s+[^();]{1,60}|\s+\(см\.[^();]{1,60}\)|\s*[-–]\s+[^();]{1,60})?\.?$",
    gone=r"Утратил[аои]?\s+силу",
)
_SPEECH = Speech(
    units={Kind.SECTION: "Раздел {}.", Kind.CHAPTER: "Глава {}.", Kind.ARTICLE: "Статья {}.",
           Kind.ANNEX: "Приложение {}.", Kind.NOTE: "Примечание {}."},
    months=_MONTHS,
    day="{day} {month} {year} года",
    forms={
        DayForm.PLAIN: "{day}", DayForm.ON: "{day}", DayForm.AS_ON: "на {day}", DayForm.FROM: "{since} {day}",
        DayForm.OF: "от {day}", DayForm.UNTIL: "по {day}", DayForm.NOT_BEFORE: "не ранее {day}",
        DayForm.NOT_AFTER: "не позднее {day}",
        DayForm.BEFORE: "до {day}",
    },
    between_in_one_year="между {first} {first_month} и {last} {last_month} {year} года",
    between="между {one} и {other}",
    span="{since} {first} по {last}",
    today="сегодня",
    unknown="в день, который не известен",
    since={2: "со"},
    usual_since="с",
)

LANGUAGE = Language("rus", "ru", "Russian", "Русский", _WORDS, NOTES, _LAYOUT, _CLAUSES, CITING, _SPEECH, AMENDING)
