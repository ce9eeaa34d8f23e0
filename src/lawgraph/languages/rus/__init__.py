"""Russian: nouns are bent, so patterns end in cases."""

from lawgraph.languages.spoken import DayForm, Language, Ordinals, PlaceNesting, Speech
from lawgraph.law.eid import Kind

_MONTHS = ("января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
           "декабря")
_FEMININE = ("первая", "вторая", "третья", "четвертая", "пятая", "шестая", "седьмая", "восьмая", "девятая", "десятая")
_MASCULINE = ("первый", "второй", "третий", "четвертый", "пятый", "шестой", "седьмой", "восьмой", "девятый",
              "десятый")
_GENITIVES = {
    "статья": "статьи", "часть": "части", "пункт": "пункта", "подпункт": "подпункта", "абзац": "абзаца", "глава": "главы",
    "раздел": "раздела", "подраздел": "подраздела", "параграф": "параграфа", "приложение": "приложения",
    "примечание": "примечания", "таблица": "таблицы", "преамбула": "преамбулы", "заголовок": "заголовка",
    **{each: f"{each[:-2]}ой" for each in _FEMININE}, "третья": "третьей", "я": "й",
    **{each: f"{each[:-2]}ого" for each in _MASCULINE}, "третий": "третьего", "й": "го",
}
_CASES = ("", "а", "у", "ом", "е")
_SPEECH = Speech(
    units={Kind.SECTION: "Раздел {}.", Kind.SUBSECTION: "Подраздел {}.", Kind.CHAPTER: "Глава {}.",
           Kind.ARTICLE: "Статья {}.", Kind.ANNEX: "Приложение {}.", Kind.NOTE: "Примечание {}."},
    ordinals={Kind.ALINEA: Ordinals(_FEMININE, "я"), Kind.INDENT: Ordinals(_MASCULINE, "й")},
    amounts={
        1: "одного", 2: "двух", 3: "трех", 4: "четырех", 5: "пяти", 6: "шести", 7: "семи", 8: "восьми", 9: "девяти",
        10: "десяти", 15: "пятнадцати", 20: "двадцати", 30: "тридцати", 60: "шестидесяти", 90: "девяноста",
    },
    nesting=PlaceNesting(_GENITIVES),
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
    fixed=(rf" (?:(?<=№ )|(?=– )|(?<=\d )(?=(?:{'|'.join(_MONTHS)})\b)|(?<=\d{{4}} )(?=год(?:а|у)?\b)"
           r"|(?<=\bст\. )(?=\d))"),
    law=tuple(f"Закон{case}" for case in _CASES),
    other_kinds={kind: tuple(f"{noun}{case}" for case in _CASES) for kind, noun in (
        ("code", "Кодекс"), ("decree", "Указ"), ("edict", "Указ"), ("order", "Приказ"), ("resolution", "Акт"),
        ("decision", "Акт"))},
)

LANGUAGE = Language("rus", "ru", "Russian", "Русский", f"{__name__}.grammar", _SPEECH, letters="а-яё")
