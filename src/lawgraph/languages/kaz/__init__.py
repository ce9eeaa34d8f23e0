"""Kazakh: endings are added, numbers stand before their words, the larger unit before the smaller."""

from lawgraph.languages.kaz.amending import AMENDING
from lawgraph.languages.kaz.citing import CITING
from lawgraph.languages.kaz.notes import NOTES
from lawgraph.languages.speech import DayForm, Endings, Speech
from lawgraph.languages.tables import Clauses, Language, Layout, Nesting, NumberPlace, UnitWord, Words
from lawgraph.law.eid import Kind

_MONTHS = ("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша",
           "желтоқсан")
_WORDS = Words(
    nesting=Nesting.LARGER_FIRST,
    number=NumberPlace.BEFORE_WORD,
    months=(("қаңтар", 1), ("ақпан", 2), ("наурыз", 3), ("сәуір", 4), ("мамыр", 5), ("маусым", 6), ("шілде", 7), ("тамыз", 8),
            ("қыркүйек", 9), ("қыркүйег", 9), ("қазан", 10), ("қараша", 11), ("желтоқсан", 12)),
    tens=(("он", 10), ("жиырма", 20), ("отыз", 30), ("қырық", 40), ("елу", 50), ("алпыс", 60), ("жетпіс", 70), ("сексен", 80), ("тоқсан", 90)),
    ones=(("бір", 1), ("екі", 2), ("үш", 3), ("төрт", 4), ("бес", 5), ("алты", 6), ("жеті", 7), ("сегіз", 8), ("тоғыз", 9)),
    ordinals=(("бірінші", 1), ("екінші", 2), ("үшінші", 3), ("төртінші", 4), ("бесінші", 5), ("алтыншы", 6), ("жетінші", 7), ("сегізінші", 8),
              ("тоғызыншы", 9), ("оныншы", 10)),
    joint="және|мен",
    through="",
    plural=r"(?:баптар|бабтар|тараулар|бөлімдер|бөліктер|тармақ(?:ша)?(?:лар|тар)|абзацтар|қосымшалар|параграфтар)\w*",
    added_by=("мен", "бен", "пен"),
)
_LAYOUT = Layout(
    units=(
        UnitWord("бөлім", Kind.SECTION, plural="бөлімдер"),
        UnitWord("бөлімше", Kind.SUBSECTION, nested=True),
        UnitWord("кіші бөлім", Kind.SECTION, nested=True),
        UnitWord("тарау", Kind.CHAPTER, plural="тараулар"),
        UnitWord("параграф", Kind.SECTION, nested=True),
        UnitWord("§", Kind.SECTION, nested=True),
        UnitWord("бап", Kind.ARTICLE, plural="баптар"),
    ),
    annex=r"(?:.*\s)?(?:{annex_number}\s?-?\s?)?(?i:қосымша)(?:сы)?\.?$",
    approval=r".*(?i:бекітілген|бекiтiлген)\.?$",
    annexed=".*(?:қосымша|бекітілген|бекiтiлген)",
    annexed_within=r"\b(?:қағида|ереже|нұсқаулық|регламент|әдістеме|стандарт|тәртіб|талап|бағдарлама|тізбе|жарғы)\w*(?:на|не|ға|ге"
                   r"|ына|іне)\s",
    contents="мазмұны",
    part_of_code="(?:жалпы|ерекше) бөлік",
    of_act=r".{0,250}\b(?:заңы|кодексі|жарлығы|бұйрығы|қаулысы|шешімі|өкімі)\b",
    signer="қазақстан республикасы|(?:сессия|мәслихат|төраға|министр|әкім)",
    omitted=r"(?:(?:тармақша|тармақ|бап|бөлік|тарау|абзац) )?(?:\d.{5,25} (?:бастап|дейін) )?(?:келтірілме(?:ген|йді)|түсіріліп қалдырылған|қолданылмайды|қолданыста емес"
            r"|(?:(?:күші|күшін) )?жой(?:ыл)?(?:ды|ған|ылсын)|(?:алып|алынып|шығарып) таста(?:лды|лған)|шығарылды|жарамсыз|резервтелген)",
    extract=r"(?:(?:заң|кодекс|бұйры[қғ])\w{0,4} )?(?:үзінді(?:лер)?|қысқартылған(?: мәтін)?|қысқартылып берілген|ықшамдалған)",
    formula=(r"формула\w*[^:]{0,60}:$", r"(?:мұнда|мұндағы|бұл жерде)\b"),
    open_ends=("; және", "; немесе"),
    further=("бис", "тер"),
    alphabets=("аәбвгғдежзиклмнопрстуфхцчшщэюя", "абвгдежзиклмнопрстуфхцчшщэюя"),
    lookalikes=("aceopxy", "асеорху"),
    abbreviations=("б", "т"), labels=("ескерту",), no_label=r"ескерту\s+(?:жаса|бер|не\b|немесе\b)", remarks=("ескертпе", "ескертпелер"),
    bare_unit=r"(?:осы )?(?:тармақша|тармақ|бап|бөлік|тарау|абзац|кіріспе|тармаққа|бапқа|тармақшаға|бөлікке|тарауға)(?:сы|қа)? ",
    earlier=r"(?:бұрынғы|ескі|алдыңғы)\s+редакция(?:сы|да)?\s?(?:\([^()]{1,60}\)\s?)?[:.–—-]",
    names_point=r"\d{1,3}(?:-\d{1,3})?\)\sтармақша(?:сы)?\s[«\"“]",
    plural_marks=((r"-?\s?(?i:тармақша[лт]ар)(?=\s)", Kind.POINT), (r"-?\s?(?i:тармақ[лт]ар)(?=\s)", Kind.PARAGRAPH)),
)
_CLAUSES = Clauses(
    own=r"Осы (?!бап|тармақ|тарау|бөлім|норма).{0,200}\b(?:қолданысқа енг[іi]з[іi]л|күш[іi]не ен)",
    own_part=r"осы\s+(?:бап|тармақ|тарау|бөлім|норма)\w*|осы\s+(?:заң|кодекс|бұйры|жарлы|қағида)\w*\s+[^.;]{0,120}?"
             r"(?:бап|баб|тарма|тарау|бөлі)\w*",
    own_bracket=r"\((?!\d+(?:-\d+)*\)?\s?-?\s?(?:бап|баб|тарма|тарау|бөлі))[^()]{1,120}\s(?:енгізіледі|қолданыста\s\w+|қолданылады|күшіне\s\w+)\)",
    this="^осы$",
    this_unit=r"\bосы\s+бап\w*",
    exception="қоспағанда",
    speaks=r"\bқолданысқа\s+енг[іi]з[іi]\w*|\bкүшіне\s+ен\w*",
    start=r"(?:ескерту\.\s+)?(?:осы\s+)?(?:(?:заң|кодекс|жарлық|бұйрық|қаулы)\s+)?[^();]{6,40}?\s+бастап\s+(?:қолданысқа\s+енг[іi]з[іi]\w*|күшіне\s+ен\w*)"
          r"(?:\s+\([^();]{1,60}\))?\.?$",
    gone=r"Күші\s+(?:жойылды|жойылған)",
)
_SPEECH = Speech(
    units={Kind.SECTION: "{}-бөлім.", Kind.CHAPTER: "{}-тарау.", Kind.ARTICLE: "{}-бап.", Kind.ANNEX: "{}-қосымша.",
           Kind.NOTE: "Ескертпе {}."},
    months=_MONTHS,
    day="{year} жылғы {day} {month}",
    forms={
        DayForm.PLAIN: "{day}", DayForm.ON: "{day}{where}", DayForm.AS_ON: "{day}{where}{of} жағдай бойынша",
        DayForm.FROM: "{day}{whence} бастап", DayForm.OF: "{day}{where}{of}", DayForm.UNTIL: "{day}{whither} дейін",
        DayForm.NOT_BEFORE: "{day}{whence} ерте емес", DayForm.NOT_AFTER: "{day}{whence} кешіктірмей",
        DayForm.BEFORE: "{day}{whence} бұрын",
    },
    between_in_one_year="{year} жылғы {first} {first_month} {joined} {last} {last_month} аралығында",
    between="{one} {joined} {other} аралығында",
    span="{first} – {last}",
    today="бүгін",
    unknown="белгісіз күні",
    endings=(
        Endings("да", "дан", "ға", "ғы", "мен"), Endings("да", "нан", "ға", "ғы", "мен"),
        Endings("да", "дан", "ға", "ғы", "бен"), Endings("де", "ден", "ге", "гі", "мен"),
        Endings("да", "дан", "ға", "ғы", "мен"), Endings("да", "нан", "ға", "ғы", "мен"),
        Endings("де", "ден", "ге", "гі", "мен"), Endings("да", "дан", "ға", "ғы", "бен"),
        Endings("те", "тен", "ке", "гі", "пен"), Endings("да", "нан", "ға", "ғы", "мен"),
        Endings("да", "дан", "ға", "ғы", "мен"), Endings("да", "нан", "ға", "ғы", "мен"),
    ),
)

LANGUAGE = Language("kaz", "kk", "Kazakh", "Қазақша", _WORDS, NOTES, _LAYOUT, _CLAUSES, CITING, _SPEECH, AMENDING)
