"""How Kazakh words amendments: the larger unit first, numbers before their nouns, the verb last."""

from lawgraph.languages.amending import Amending, Case, Level, Sense, UnitForms
from lawgraph.languages.state import COUNTRIES
from lawgraph.law.authors import ActKind


def _forms(level: Level, stem: str, plural: str) -> tuple[UnitForms, ...]:
    return tuple(UnitForms(level, case, rf"(?:{stem}){ending}", rf"(?:{stem}){plural}.*") for case, ending in (
        (Case.WHERE, r"\w*[дт][ае](?:ғы|гі)?"), (Case.OF, r"\w*[ндт][ыі]ң"), (Case.WITH, r"\w*[мбп]ен"), (Case.OBJECT, r"\w*")))


_COUNTRY = COUNTRIES["kaz"].replace(r"\s+", r"\s*")

AMENDING = Amending(
    units=(
        *_forms(Level.SECTION, "бөлім(?!ше)", "дер"), *_forms(Level.CHAPTER, "тарау", "лар"), *_forms(Level.SUBCHAPTER, "параграф", "тар"),
        *_forms(Level.ARTICLE, "бап|баб", "тар"), *_forms(Level.ANNEX, "қосымша", "лар"), *_forms(Level.POINT, "тармақша", "лар"),
        *_forms(Level.PARAGRAPH, "тармақ(?!ша)|тармағ", "тар"), *_forms(Level.PART, "бөлік|бөліг", "тер"), *_forms(Level.INDENT, "абзац", "тар"),
        *_forms(Level.SENTENCE, "сөйлем", "дер"), *_forms(Level.HEADING, "тақырып|тақырыб", "тар"), *_forms(Level.NOTE, "ескертпе|ескерту", "лер"),
        *_forms(Level.PREAMBLE, "кіріспе|преамбула", "лер"), *_forms(Level.CONTENTS, "мазмұны", "лар"), *_forms(Level.TABLE, "кесте", "лер"),
        *_forms(Level.ROW, "жол", "дар"), *_forms(Level.COLUMN, "баған", "дар"), *_forms(Level.LAW, "заң|кодекс", "дар"),
    ),
    phrases=(
        (Sense.RESTATE, r"мынадай\s+редакцияда\s+жазылсын"), (Sense.STRIKE, r"алып\s+тасталсын"), (Sense.FOLLOWING, r"мынадай\s+мазмұндағы"),
        (Sense.THROUGHOUT, r"(?:бүкіл\s+)?мәтін(?:і|інде|де)?(?:\s+бойынша)?"),
        (Sense.REPEAL, r"күші\s+жойылды\s+деп\s+танылсын"), (Sense.RENUMBER, r"деп\s+(?:есепте|сана)лсын"),
        (Sense.AFTER, r"деген\s+(?:сөз|цифр|белгі|сан)\w*н(?:\s+кейін)"), (Sense.BEFORE, r"деген\s+(?:сөз|цифр|белгі|сан)\w*\s+ал(?:дынан|дына)"),
        (Sense.PUT, r"деген\s+(?:сөз|цифр|белгі|сан|аббревиатура)\w*[мбп]ен"), (Sense.SEARCHED, r"деген\s+(?:сөз|цифр|белгі|сан|аббревиатура)\w*"),
    ),
    words=((Sense.SUPPLEMENT, "толықтырылсын"), (Sense.REPLACE, "ауыстырылсын"), (Sense.RESPECTIVELY, "тиісінше"), (Sense.AND, "және|мен|пен|бен"),
           (Sense.FILLER, "осы|жаңа")),
    ordinals=(("бірінші", 1), ("екінші", 2), ("үшінші", 3), ("төртінші", 4), ("бесінші", 5), ("алтыншы", 6), ("жетінші", 7), ("сегізінші", 8),
              ("тоғызыншы", 9), ("оныншы", 10), ("жиырмасыншы", 20), ("отызыншы", 30), ("қырқыншы", 40), ("елуінші", 50), ("алпысыншы", 60)),
    tens=(("он", 10), ("жиырма", 20), ("отыз", 30), ("қырық", 40), ("елу", 50), ("алпыс", 60), ("жетпіс", 70), ("сексен", 80), ("тоқсан", 90)),
    lead_in=r"(?:жазылсын|толықтырылсын)\s{0,3}:",
    reads_on=r"\s{0,9}(?:$|[;.,:)]|(?:деген|және|тиісінше|мен)\b)",
    no_step=r"\s{0,3}(?:тарма|,|және\s)",
    article=r"(?P<number>\d{1,4}(?:-\d{1,3})?)-бап\s?\.",
    preamble=r".{5,2000}?\sенгізілсін\s?:",
    many=r"заңнамалық\s{1,3}актілеріне",
    kinds=(
        (ActKind.CONSTITUTIONAL_LAW, r"Конституциялық\s{1,3}[Зз]аңына"), (ActKind.LAW, r"Заңына"), (ActKind.CODE, r"\b(?:(?!Республикасы)[А-ЯӘІҢҒҮҰҚӨҺа-яәіңғүұқөһ-]{2,25}\s{1,3}){0,2}[Кк]одексіне"),
        (ActKind.EDICT, r"Жарлығына"),
    ),
    title_begins=r"[А-ЯӘІҢҒҮҰҚӨҺ].{2,400}туралы",
    target_words=rf"{_COUNTRY}|Президентінің|мынадай\s{{1,3}}(?:өзгеріс\w{{0,6}}|толықтыру\w{{0,6}})(?:\s{{1,3}}(?:мен|және)\s{{1,3}}(?:өзгеріс|толықтыру)\w{{0,6}})?\s{{1,3}}енгізілсін|Заң\s{{1,3}}күші\s{{1,3}}бар",
    gazettes=r"\((?=[^()]{0,80}Жаршысы|ҚР\s)",
    entry=r"(?:(?P<organ>[^;№\d]{3,90}Жаршысы),?\s*)?(?:(?P<year>\d{4})\s?ж\.,?\s*)?(?:№\s*(?P<issues>[^;]{1,60}?),?\s*)?(?P<articles>\d{1,4}(?:-\d{1,3})?(?:,\s?\d{1,4}(?:-\d{1,3})?){0,40})-құжат(?:тар)?",
    named_act=r"\d{4}\s+жылғы\s",
    partial=r"бөлігінде\b(?=\s*,|\s+(?:қатысты|қоспағанда))",
    operates=r"қолданысқа\s{1,3}енгізіл",
    since_start=r"осы\s{1,3}заң\w*\s{1,3}қолданысқа\s{1,3}енгізілген",
    draft=r"(?:заң\w{0,4}\s{1,3})?жоба\w{0,3}\b",
    applies=r"\bқолданыла\w{0,5}\b|\bбелгілен\w{2,6}\b",
    suspends=r"тоқтатыла\s{1,3}тұр|дейін\s{1,3}қолданыста",
    role_behind=True,
)
