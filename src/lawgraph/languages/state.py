"""What is particular to the state whose laws are read: the Republic of Kazakhstan.

Its rules on publication and commencement are those that were read, with the day since which they are known to hold:

- Law No. 480-V of 6 April 2016, in operation from 19 April 2016: an act is published within 30 calendar days of its
  signature (article 37); a law that says nothing else starts ten calendar days after its first official publication,
  any other normative act after 21 (article 42);
- Law No. 213-I of 24 March 1998, article 36: ten calendar days for laws. It started itself by 4 May 1998 at the latest.

What was not read is no rule: an act of another kind or time starts on an unknown day from its adoption on.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lawgraph.law.amendments import OperationRule, RuleKind
from lawgraph.law.authors import Act, ActKind, Texts

_LAW_OF_2016, _LAW_OF_1998 = date(2016, 4, 19), date(1998, 5, 4)
_LAWS = {ActKind.LAW, ActKind.CONSTITUTIONAL_LAW, ActKind.CODE}
_OTHER = {ActKind.DECREE, ActKind.EDICT, ActKind.RESOLUTION, ActKind.ORDER, ActKind.DECISION}
PUBLICATION_TERM = 30
"""Calendar days from signature to first official publication."""


@dataclass(frozen=True, slots=True)
class Term:
    """Hold the calendar days within which an act must be published; `presumed` where the rule is later than the act."""

    days: int
    presumed: bool


def term_of_publication(act: Act) -> Term | None:
    """Return the term of publication of an act, `None` where no rule was read for its kind."""
    if act.adopted is None or not is_law(act):
        return None
    return Term(PUBLICATION_TERM, presumed=act.adopted < _LAW_OF_2016)


def default_start(act: Act) -> OperationRule | None:
    """Return the rule of commencement of an act that says nothing of it, `None` where no rule was read."""
    if act.adopted is None:
        return None
    if is_law(act) and act.adopted >= _LAW_OF_1998:
        return OperationRule(RuleKind.AFTER_PUBLICATION, days=10)
    if act.kind in _OTHER and act.adopted >= _LAW_OF_2016:
        return OperationRule(RuleKind.AFTER_PUBLICATION, days=21)
    return None


def is_law(act: Act) -> bool:
    """Tell whether an act is a law: by its kind, or by the convocation in its number."""
    convocation = act.number is not None and "-" in act.number
    return act.kind in _LAWS or (act.kind is ActKind.UNSTATED and convocation)


_OF_CONVOCATION = re.compile(r"(\d{1,4})-([IVX]{1,5})")
_CONVOCATIONS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def adopted_later(number: str, than: str) -> bool:
    """Tell whether a law was adopted later than another one, as far as their numbers tell: each convocation counts."""
    ranks = [(_CONVOCATIONS.index(match[2]), int(match[1])) for each in (number, than)
             if (match := _OF_CONVOCATION.fullmatch(each)) and match[2] in _CONVOCATIONS]
    return len(ranks) == 2 and ranks[0] > ranks[1]


COUNTRIES = {
    "eng": r"(?:Republic\s+of\s+Kazakhstan|RK)",
    "rus": r"(?:Республики\s+Казахстан|РК)",
    "kaz": r"(?:Қазақстан\s+Республикасы(?:ның)?|ҚР)",
}
"""The name of the state as its acts bear it, as a pattern for each language."""

COUNTRY = "kz"
"""The state as addresses of Akoma Ntoso name it (ISO 3166)."""

CODES = {
    "226-V": r"УК|ҚК|criminal code|уголовн\w+ кодекс\w*|қылмыстық кодекс\w*",
    "231-V": r"УПК|ҚПК|criminal procedur\w+ code|code of criminal procedure|уголовно-процессуальн\w+ кодекс\w*"
             r"|қылмыстық-процестік кодекс\w*",
    "234-V": r"УИК|ҚАК|(?:criminal|penal) executive code|уголовно-исполнительн\w+ кодекс\w*|қылмыстық-атқару кодекс\w*",
    "235-V": r"КоАП|ӘҚБтК|ӘҚтК|code (?:of|on) administrative (?:offences|infractions)"
             r"|кодекс\w* об административных правонарушениях|әкімшілік құқық бұзушылық туралы кодекс\w*",
    "268-XIII": r"ГК|civil code|гражданск\w+ кодекс\w*|азаматтық кодекс\w*",
    "377-V": r"ГПК|АПК|civil procedur\w+ code|code of civil procedure|гражданск\w+ процессуальн\w+ кодекс\w*"
             r"|азаматтық процестік кодекс\w*",
    "414-V": r"ТК|ЕК|labou?r code|трудов\w+ кодекс\w*|еңбек кодекс\w*",
    "442-II": r"ЗК|ЖК|land code|земельн\w+ кодекс\w*|жер кодекс\w*",
    "375-V": r"ПК|КК|entrepreneurial code|предпринимательск\w+ кодекс\w*|кәсіпкерлік кодекс\w*",
    "350-VI": r"АППК|ӘРПК|administrative procedur\w+ code|административн\w+ процедурно-процессуальн\w+ кодекс\w*"
              r"|әкімшілік рәсімдік-процестік кодекс\w*",
    "400-VI": r"ЭК|environmental code|экологическ\w+ кодекс\w*|экология\w* кодекс\w*",
    "224-VII": r"СК|ӘК|social code|социальн\w+ кодекс\w*|әлеуметтік кодекс\w*",
}
"""How people call a code in place of its number, in three languages, as patterns; only those that bear one number."""

COUNTRY_TYPED = r"РК|ҚР|RK|Республик\w+ Казахстан|Қазақстан Республикасы\w*|(?:of )?(?:the )?Republic of Kazakhstan"
"""How people type the name of the state beside a code."""

MISSING = "не найден|табылмады"
"""What the public system says of a page that it does not have."""

AS_OF = "документы по состоянию на|құжаттар|documents as of"
"""How the public system tells, in the footer of a page, as of which day its documents stand there."""

_ADILET = re.compile(r"[A-Z]\d{2}[0-9A-Z]{6,9}_?")
_LATIN = str.maketrans("АВСЕНКМОРТХЗ", "ABCEHKMOPTXZ")
HISTORY = "history"
"""The last step of the address of the list of a document's editions in the public system."""


def page_of(document: str, lang: str) -> str:
    """Return the address of a document in the public system, by its id there."""
    return f"https://adilet.zan.kz/{lang}/docs/{document}"


def bank_page(code: str, lang: str) -> str:
    """Return the address of a document in the official bank, by its code there."""
    return f"https://zan.gov.kz/client/#!/doc/{code}/{lang}"


def ids_typed(word: str) -> tuple[str, ...]:
    """Return the ids of the public system that a word may stand for; some of its letters look as Cyrillic ones do."""
    told = word.upper().translate(_LATIN)
    return (told, f"{told}_") if is_adilet_id(told) else ()


def is_adilet_id(text: str | None) -> bool:
    """Tell whether a text has the form of an id of the public system."""
    return text is not None and _ADILET.fullmatch(text) is not None


LISTED = ("eng", "rus", "kaz")
"""The languages of its laws in the order in which they are listed; any other one comes behind."""

FIRST = LISTED[0]
"""The language that is meant where nobody says another one, and in which facts are told."""

OFFICIAL_LANGUAGES = ("rus", "kaz")
"""The languages in which a text is the law; a text in another one is a translation."""


def titled(titles: Texts, wanted: Iterable[str]) -> tuple[str, str] | None:
    """Return a language and the title in it: the first one wanted, else one that is official, else any that there is."""
    known = dict(titles)
    lang = next((each for each in (*wanted, *OFFICIAL_LANGUAGES, *known) if each in known), None)
    return (lang, known[lang]) if lang else None
