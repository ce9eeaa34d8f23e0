"""How Kazakh wordings cite units and acts: the larger before the smaller, the number before the word."""

from lawgraph.languages.citing import (
    ACT_NUMBER,
    QUOTED,
    ActRule,
    BareRule,
    Citing,
    OwnName,
    ThisRule,
    UnitRule,
    spaced,
)
from lawgraph.languages.state import COUNTRIES
from lawgraph.law.authors import ActKind
from lawgraph.law.eid import Kind

_MONTH = "(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)"
_WRITTEN = rf"[0-9]{{4}}\s(?:жылғы|ж\.)\s[0-9]{{1,2}}\s{_MONTH}\w*"
_DAY = rf"(?:[0-9]{{1,2}}\.[0-9]{{1,2}}\.[0-9]{{4}}|{_WRITTEN})"
_COUNTRY = COUNTRIES["kaz"]
_UNQUOTED = r"(?:[Әә]кімшілік\s+құқық\s+бұзушылық\s+туралы)"
_PARTS = (rf"(?:(?:{_COUNTRY}|Президентінің|Үкіметінің|{_DAY}|{ACT_NUMBER}|{QUOTED}"
          rf"|{_UNQUOTED}),?\s+)")
_CODES = ("Қылмыстық-атқару", "Қылмыстық-процестік", "Қылмыстық", "Азаматтық процестік", "Азаматтық", "Еңбек",
          "Салық", "Жер", "Су", "Орман", "Бюджет", "Экология", "Кәсіпкерлік", "Әлеуметтік",
          "Әкімшілік рәсімдік-процестік")
_ANY_CODE = "|".join(spaced(name) for name in sorted(_CODES, key=len, reverse=True))
_POINT, _PARAGRAPH = (Kind.POINT, Kind.SUBPOINT), (Kind.PARAGRAPH,)
_PART = (Kind.ALINEA, Kind.PARAGRAPH)

CITING = Citing(
    units=(
        UnitRule((Kind.SECTION,), r"бөлімдер\w*", r"бөлім(?!дер|ше)\w*", "2-бөлімінің"),
        UnitRule((Kind.CHAPTER,), r"тараулар\w*", r"тарау(?!лар)\w*", "3-тарауында"),
        UnitRule((Kind.ARTICLE,), r"баптар\w*", r"ба(?:п(?!тар)|б)\w*", "5 және 9-1-баптарында"),
        UnitRule((Kind.ANNEX,), r"қосымшалар\w*", r"қосымша(?!лар)\w*", "1-қосымшаға"),
        UnitRule(_PARAGRAPH, r"тармақтар\w*", r"тарма(?:қ(?!тар|ша)|ғ)\w*", "2-тармағының"),
        UnitRule(_POINT, r"тармақшалар\w*", r"тармақша(?!лар)\w*", "1), 2) және 4-1) тармақшалары"),
        UnitRule(_PART, r"бөліктер\w*", r"бөлі(?:к(?!тер)|г)\w*", "екінші бөлігінде", counted=True),
        UnitRule((), r"абзацтар\w*", r"абзац(?!тар)\w*", "үшінші абзацында", counted=True),
    ),
    bare=(
        BareRule(Kind.PREAMBLE, r"кіріспе\w*|преамбула\w*", "кіріспесінде"),
        BareRule(Kind.HEADING, r"тақырып\w*|тақырыб\w*", "тақырыбы"),
    ),
    these=(
        ThisRule(Kind.LAW, r"(?:конституциялық\s+)?заң\w*|кодекс\w*|қағида\w*|бұйры\w*|жарлы\w*|ереже\w*",
                 "осы Заңның"),
        ThisRule(Kind.CHAPTER, r"тарау\w*", "осы тараудың"),
        ThisRule(Kind.ARTICLE, r"ба[пб]\w*", "осы баптың"),
        ThisRule(Kind.PARAGRAPH, r"тарма(?:қ(?!ша)|ғ)\w*", "осы тармақтың"),
    ),
    acts=(
        ActRule(ActKind.UNSTATED, r"Конституциясы\w*", "Қазақстан Республикасының Конституциясына"),
        ActRule(ActKind.LAW, r"Заңы\w*", "«Халықтың көші-қоны туралы» Қазақстан Республикасының Заңына"),
        ActRule(ActKind.CONSTITUTIONAL_LAW, r"Конституциялық\s+[Зз]аңы\w*",
                "«Қазақстан Республикасындағы сайлау туралы» Қазақстан Республикасының Конституциялық заңында"),
        ActRule(ActKind.CODE, rf"(?:(?:{_ANY_CODE})\s+кодекс|[Кк]одекс)і\w*",
                "Қазақстан Республикасының 2015 жылғы 23 қарашадағы № 414-V Еңбек кодексінің"),
        ActRule(ActKind.DECREE, r"Жарлығы\w*",
                "Қазақстан Республикасы Президентінің 2011 жылғы 9 ақпандағы № 1154 Жарлығымен"),
        ActRule(ActKind.RESOLUTION, r"[Ққ]аулысы\w*",
                "Қазақстан Республикасы Үкіметінің 2020 жылғы 14 желтоқсандағы № 340 қаулысымен"),
    ),
    own_names=(
        OwnName(r"Конституциясы", "Қазақстан Республикасының Конституциясы",
                "Қазақстан Республикасының Конституциясына"),
        OwnName(r"(?i:әкімшілік\s+құқық\s+бұзушылық\s+туралы).{0,300}\bкодекс",
                "Қазақстан Республикасының Әкімшілік құқық бұзушылық туралы кодексі",
                "«Әкімшілік құқық бұзушылық туралы» Қазақстан Республикасының кодексінде"),
        *(OwnName(rf"{spaced(name)}\s+кодекс", f"Қазақстан Республикасының {name} кодексі",
                  f"Қазақстан Республикасының {name} кодексінің") for name in _CODES),
    ),
    ordinals=("бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші", "сегізінші", "тоғызыншы",
              "оныншы"),
    separator=r"\s*,\s*(?:(?:және|немесе)\s+)?|\s+(?:және|немесе)\s+",
    joint=r"\s+",
    this="осы",
    parts=_PARTS,
    typed="заңы?|кодексі|бұйрығы",
    filling=r"осы|заңның|заңы",
    act_last=True,
)
