"""Kazakh: endings are added, numbers stand before their words, the larger unit before the smaller."""

from lawgraph.languages.spoken import DayForm, Endings, Language, Ordinals, PlaceNesting, Speech
from lawgraph.law.eid import Kind

_MONTHS = ("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша",
           "желтоқсан")
_ORDINALS = Ordinals(
    ("бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші", "сегізінші", "тоғызыншы", "оныншы"),
    "ші", dict.fromkeys((6, 9, 10, 20, 30, 40, 60, 90), "шы"))
_NESTING = PlaceNesting(
    {"бап": "баптың", "тармақ": "тармақтың", "тармақша": "тармақшаның", "бөлік": "бөліктің", "абзац": "абзацтың",
     "тарау": "тараудың", "бөлім": "бөлімнің", "параграф": "параграфтың", "қосымша": "қосымшаның",
     "ескертпе": "ескертпенің", "кесте": "кестенің", "кіріспе": "кіріспенің", "тақырып": "тақырыптың"},
    {"бап": "бабы", "тармақ": "тармағы", "тармақша": "тармақшасы", "бөлік": "бөлігі", "абзац": "абзацы", "тарау": "тарауы",
     "бөлім": "бөлімі", "параграф": "параграфы", "қосымша": "қосымшасы", "ескертпе": "ескертпесі", "кесте": "кестесі",
     "кіріспе": "кіріспесі", "тақырып": "тақырыбы"},
    {"ы": "ның", "і": "нің"})
_SPEECH = Speech(
    units={Kind.SECTION: "{}-бөлім.", Kind.SUBSECTION: "{}-бөлімше.", Kind.CHAPTER: "{}-тарау.",
           Kind.ARTICLE: "{}-бап.", Kind.ANNEX: "{}-қосымша.", Kind.NOTE: "Ескертпе {}."},
    ordinals={Kind.ALINEA: _ORDINALS, Kind.INDENT: _ORDINALS},
    amounts={
        1: "бір", 2: "екі", 3: "үш", 4: "төрт", 5: "бес", 6: "алты", 7: "жеті", 8: "сегіз", 9: "тоғыз", 10: "он",
        15: "он бес", 20: "жиырма", 30: "отыз", 60: "алпыс", 90: "тоқсан",
    },
    nesting=_NESTING,
    months=_MONTHS,
    day="{year} жылғы {day} {month}",
    forms={
        DayForm.PLAIN: "{day}", DayForm.ON: "{day}{where}", DayForm.AS_ON: "{day}{where}{of} жағдай бойынша",
        DayForm.FROM: "{day}{whence} бастап", DayForm.OF: "{day}{where}{of}",
        DayForm.UNTIL: "{day}{whither} дейін (осы күнді қоса алғанда)",
        DayForm.NOT_BEFORE: "{day}{whence} ерте емес", DayForm.NOT_AFTER: "{day}{whence} кешіктірілмей",
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

LANGUAGE = Language("kaz", "kk", "Kazakh", "Қазақша", f"{__name__}.grammar", _SPEECH, letters="а-яёәғқңөұүһі")
