"""The names of acts inside a wording: grammar as data, and its reading.

An act is cited by number and day ("Law … dated 3 June 2009 No. 166-IV"), by title ("Law … “On honey and wax”"), or by a
name of its own: the Constitution and the codes, which Russian and Kazakh inflect. "The Laws of the Republic" cites
none. A number is the surest name, then a name of its own, then a title.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lawgraph.authors import Act, ActKind
from lawgraph.footnotes.references import find_days, find_numbers
from lawgraph.grammar.scanner import level

_QUOTED = r"«[^«»]{3,400}»|\"[^\"]{3,400}\""
_NUMBER = r"(?:№|No\.?|N)\s?[0-9]{1,6}(?:\s?[-–]\s?[IVXІХ]{1,8})?(?:\s?(?:ZRK|ЗРК|ҚРЗ))?(?![\w-])"
_MONTHS = {
    "eng": ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December"),
    "rus": ("январ", "феврал", "март", "апрел", "ма[яй]", "июн", "июл", "август", "сентябр", "октябр", "ноябр",
            "декабр"),
    "kaz": ("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша",
            "желтоқсан"),
}
_MONTH = {lang: f"(?:{'|'.join(names)})" for lang, names in _MONTHS.items()}
_DAYS = {
    "eng": rf"[0-9]{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH['eng']},?\s[0-9]{{4}}"
           rf"|{_MONTH['eng']}\s[0-9]{{1,2}},?\s[0-9]{{4}}",
    "rus": rf"[0-9]{{1,2}}\s{_MONTH['rus']}\w*\s[0-9]{{4}}(?:\s(?:года|г\.))?",
    "kaz": rf"[0-9]{{4}}\s(?:жылғы|ж\.)\s[0-9]{{1,2}}\s{_MONTH['kaz']}\w*",
}
_DAY = {lang: rf"(?:[0-9]{{1,2}}\.[0-9]{{1,2}}\.[0-9]{{4}}|{written})" for lang, written in _DAYS.items()}
_COUNTRY = {
    "eng": r"\s+of\s+the\s+(?:Republic\s+of\s+Kazakhstan|RK)",
    "rus": r"\s+(?:Республики\s+Казахстан|РК)",
    "kaz": r"(?:Қазақстан\s+Республикасы(?:ның)?|ҚР)",
}
_UNQUOTED = {
    "eng": r"(?i:on\s+administrative\s+[a-z]+|on\s+marriage\s+\(matrimony\)\s+and\s+family"
           r"|on\s+taxes\s+and\s+other\s+[a-z]+\s+payments\s+to\s+(?:the\s+)?budget"
           r"|on\s+(?:public|people[’']s)\s+health\s+and\s+(?:the\s+)?health\s?care\s+system)",
    "rus": r"(?:об\s+административных\s+правонарушениях|о\s+браке\s+\(супружестве\)\s+и\s+семье"
           r"|о\s+налогах\s+и\s+других\s+обязательных\s+платежах\s+в\s+бюджет"
           r"|о\s+здоровье\s+народа\s+и\s+системе\s+здравоохранения)",
    "kaz": r"(?:[Әә]кімшілік\s+құқық\s+бұзушылық\s+туралы)",
}
_PARTS = {
    "eng": rf"(?:{_COUNTRY['eng']}|,?\s+(?:dated|of|from)\s+{_DAY['eng']}|,?\s+{_NUMBER}|,?\s+(?:{_QUOTED})"
           rf"|\s+{_UNQUOTED['eng']})",
    "rus": rf"(?:{_COUNTRY['rus']}|,?\s+от\s+{_DAY['rus']}|,?\s+{_NUMBER}|,?\s+(?:{_QUOTED})"
           rf"|\s+{_UNQUOTED['rus']})",
    "kaz": rf"(?:(?:{_COUNTRY['kaz']}|Президентінің|Үкіметінің|{_DAY['kaz']}|{_NUMBER}|{_QUOTED}"
           rf"|{_UNQUOTED['kaz']}),?\s+)",
}
_CODES_ENG = ("Penal", "Criminal", "Criminal Procedure", "Criminal Procedural", "Criminal Executive", "Civil",
              "Civil Procedure", "Civil Procedural", "Labor", "Labour", "Land", "Tax", "Budget", "Water", "Forest",
              "Environmental", "Ecological", "Entrepreneurial", "Entrepreneurship", "Customs", "Social",
              "Administrative Procedural")
_CODES_RUS = (("Уголовно-исполнительн", "ый"), ("Уголовно-процессуальн", "ый"), ("Уголовн", "ый"), ("Гражданск", "ий"),
              ("Трудов", "ой"), ("Земельн", "ый"), ("Лесн", "ой"), ("Водн", "ый"), ("Налогов", "ый"), ("Бюджетн", "ый"),
              ("Экологическ", "ий"), ("Предпринимательск", "ий"), ("Социальн", "ый"), ("Таможенн", "ый"))
_CODES_KAZ = ("Қылмыстық-атқару", "Қылмыстық-процестік", "Қылмыстық", "Азаматтық процестік", "Азаматтық", "Еңбек",
              "Салық", "Жер", "Су", "Орман", "Бюджет", "Экология", "Кәсіпкерлік", "Әлеуметтік",
              "Әкімшілік рәсімдік-процестік")

_ENDING = "(?:ый|ий|ой|ого|ому|ым|им|ом)"


def _spaced(words: str) -> str:
    return words.replace(" ", r"\s+")


@dataclass(frozen=True, slots=True)
class OwnName:
    """Tell that what matches `word` bears a name of its own, however it is inflected."""

    lang: str
    word: str
    name: str
    example: str


OWN_NAMES = (
    OwnName("eng", r"Constitution(?!\w|\s+Law)", "Constitution of the Republic of Kazakhstan",
            "Constitution of the Republic of Kazakhstan"),
    OwnName("eng", r"Code\s.*\bon\s+administrative\s+(?i:infra?ctions|infarctions|offen[cs]es|violations)",
            "Code of the Republic of Kazakhstan on administrative infractions",
            "Code of the Republic of Kazakhstan on administrative infarctions"),
    *(OwnName("eng", rf"{_spaced(name)}\s+Code", f"{name} Code of the Republic of Kazakhstan",
              f"{name} Code of the Republic of Kazakhstan") for name in _CODES_ENG),
    OwnName("rus", r"Конституци(?:я|и|ю|ей)(?!\w)", "Конституция Республики Казахстан",
            "Конституции Республики Казахстан"),
    OwnName("rus", r"Кодекс\w*\s.*(?i:об\s+административных\s+правонарушениях)",
            "Кодекс Республики Казахстан об административных правонарушениях",
            "Кодексом Республики Казахстан «Об административных правонарушениях»"),
    OwnName("rus", rf"Гражданск{_ENDING}\s+процессуальн{_ENDING}\s+кодекс",
            "Гражданский процессуальный кодекс Республики Казахстан",
            "Гражданского процессуального кодекса Республики Казахстан"),
    *(OwnName("rus", rf"{stem}{_ENDING}\s+кодекс", f"{stem}{ending} кодекс Республики Казахстан",
              f"{stem}ого кодекса Республики Казахстан") for stem, ending in _CODES_RUS),
    OwnName("kaz", r"Конституциясы", "Қазақстан Республикасының Конституциясы",
            "Қазақстан Республикасының Конституциясына"),
    OwnName("kaz", r"(?i:әкімшілік\s+құқық\s+бұзушылық\s+туралы).*\bкодекс",
            "Қазақстан Республикасының Әкімшілік құқық бұзушылық туралы кодексі",
            "«Әкімшілік құқық бұзушылық туралы» Қазақстан Республикасының кодексінде"),
    *(OwnName("kaz", rf"{_spaced(name)}\s+кодекс", f"Қазақстан Республикасының {name} кодексі",
              f"Қазақстан Республикасының {name} кодексінің") for name in _CODES_KAZ),
)


@dataclass(frozen=True, slots=True)
class ActRule:
    """Read the citation of one kind of act: `head` is the word for it, around which number, day and title stand."""

    lang: str
    kind: ActKind
    head: str
    example: str

    def pattern(self) -> re.Pattern[str]:
        """act = head *part; in Kazakh: *part head; part = country / day / number / title"""
        parts = f"{_PARTS[self.lang]}*"
        text = f"{parts}(?:{self.head})" if self.lang == "kaz" else f"(?:{self.head})(?!\\w){parts}"
        return re.compile(rf"(?<![\w-]){text}(?!\w)")


_CODES = {lang: "|".join(_spaced(name) for name in sorted(names, key=len, reverse=True))
          for lang, names in (("eng", _CODES_ENG), ("kaz", _CODES_KAZ))}
_CODE_RUS = "|".join((rf"Гражданск{_ENDING}\s+процессуальн", *(stem for stem, _ in _CODES_RUS)))
ACT_RULES = (
    ActRule("eng", ActKind.UNSTATED, r"Constitution(?!\s+Law)", "Constitution of the Republic of Kazakhstan"),
    ActRule("eng", ActKind.LAW, r"(?<!Constitutional )(?<!Constitution )Law",
            "Law of the Republic of Kazakhstan dated 3 June 2009 No. 166-IV “On honey and wax”"),
    ActRule("eng", ActKind.CONSTITUTIONAL_LAW, r"Constitution(?:al)?\s+Law",
            "Constitutional Law of the Republic of Kazakhstan “On elections in the Republic of Kazakhstan”"),
    ActRule("eng", ActKind.CODE, rf"(?:(?:{_CODES['eng']})\s+)?Code", "Penal Code of the Republic of Kazakhstan"),
    ActRule("eng", ActKind.DECREE, r"(?:Edict|Decree)\s+of\s+the\s+President",
            "Decree of the President of the Republic of Kazakhstan dated 9 February 2011 No. 1154"),
    ActRule("eng", ActKind.RESOLUTION, r"(?:Resolution|Decree)\s+of\s+the\s+Government",
            "Resolution of the Government of the Republic of Kazakhstan dated 14.12.2020 No. 340"),
    ActRule("eng", ActKind.ORDER, r"[Oo]rder\s+of\s+the\s+(?:[Aa]cting\s+)?Minister(?:,?\s+[\w’]+){0,14}?"
            r"(?=\s+of\s+the\s+(?:Republic|RK)|,?\s+(?:dated|No|№))",
            "order of the Minister of Culture and Sports of the Republic of Kazakhstan dated 14.12.2020 No. 340"),
    ActRule("rus", ActKind.UNSTATED, r"Конституци(?:я|и|ю|ей)", "Конституции Республики Казахстан"),
    ActRule("rus", ActKind.LAW, r"Закон(?:а|у|ом|е)?", "Закона Республики Казахстан от 23 января 2001 года № 148-II"),
    ActRule("rus", ActKind.CONSTITUTIONAL_LAW, r"[Кк]онституционн(?:ый|ого|ому|ым|ом)\s+закон(?:а|у|ом|е)?",
            "Конституционного закона Республики Казахстан «О выборах в Республике Казахстан»"),
    ActRule("rus", ActKind.CODE, rf"(?:Кодекс|(?:{_CODE_RUS}){_ENDING}\s+кодекс)(?:а|у|ом|е)?",
            "Уголовно-исполнительным кодексом Республики Казахстан"),
    ActRule("rus", ActKind.DECREE, r"Указ(?:а|у|ом|е)?\s+Президента",
            "Указом Президента Республики Казахстан от 9 февраля 2011 года № 1154"),
    ActRule("rus", ActKind.RESOLUTION, r"[Пп]остановлени(?:е|я|ю|ем|и)\s+Правительства",
            "постановлением Правительства Республики Казахстан от 14 декабря 2020 года № 340"),
    ActRule("rus", ActKind.ORDER, r"[Пп]риказ(?:а|у|ом|е)?\s+(?:и\.о\.\s+)?Министра(?:,?\s+[а-яё]+){0,12}?"
            r"(?=\s+(?:Республики|РК|от|№))",
            "приказом Министра внутренних дел Республики Казахстан от 14 декабря 2020 года № 340"),
    ActRule("kaz", ActKind.UNSTATED, r"Конституциясы\w*", "Қазақстан Республикасының Конституциясына"),
    ActRule("kaz", ActKind.LAW, r"Заңы\w*", "«Халықтың көші-қоны туралы» Қазақстан Республикасының Заңына"),
    ActRule("kaz", ActKind.CONSTITUTIONAL_LAW, r"Конституциялық\s+[Зз]аңы\w*",
            "«Қазақстан Республикасындағы сайлау туралы» Қазақстан Республикасының Конституциялық заңында"),
    ActRule("kaz", ActKind.CODE, rf"(?:(?:{_CODES['kaz']})\s+кодекс|[Кк]одекс)і\w*",
            "Қазақстан Республикасының 2015 жылғы 23 қарашадағы № 414-V Еңбек кодексінің"),
    ActRule("kaz", ActKind.DECREE, r"Жарлығы\w*",
            "Қазақстан Республикасы Президентінің 2011 жылғы 9 ақпандағы № 1154 Жарлығымен"),
    ActRule("kaz", ActKind.RESOLUTION, r"[Ққ]аулысы\w*",
            "Қазақстан Республикасы Үкіметінің 2020 жылғы 14 желтоқсандағы № 340 қаулысымен"),
)
_PATTERNS = {rule: rule.pattern() for rule in ACT_RULES}
_TITLE = re.compile(_QUOTED)


@dataclass(frozen=True, slots=True)
class Named:
    """Hold the citation of an act; `name` is its short name, name of its own, or title."""

    start: int
    end: int
    name: str


def acts_of(rule: ActRule, text: str) -> Iterable[Named]:
    """Read all acts of one rule in a text; "the Laws of the Republic" and the like name none."""
    spans = (match.span() for match in _PATTERNS[rule].finditer(level(text)))
    named = ((start, end, _name(text[start:end], rule)) for start, end in spans)
    return (Named(start, end, name) for start, end, name in named if name)


def read_acts(text: str, lang: str) -> list[Named]:
    """Read every act that a text names in one language, in no order."""
    return [each for rule in ACT_RULES if rule.lang == lang for each in acts_of(rule, text)]


def own_name(printed: str, lang: str) -> str | None:
    """Return the one name of an act that bears its own: the Constitution, a code."""
    return next((each.name for each in OWN_NAMES if each.lang == lang and re.search(each.word, printed)), None)


def _name(printed: str, rule: ActRule) -> str | None:
    plain = level(printed)
    title, untitled = _TITLE.search(plain), _TITLE.sub(" ", plain)
    if numbers := find_numbers(untitled):
        day = next((each.day for each in find_days(untitled, rule.lang)), None)
        return Act(numbers[0].number, day, rule.kind).name
    own = own_name(plain, rule.lang)
    return own or (" ".join(printed[title.start() + 1 : title.end() - 1].split()) if title else None)
