"""A small law of 1 February 2017 in three languages, and what is said of its units where an odd source is held."""

from datetime import date

from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.law.acts import LawNotes
from lawgraph.law.authors import Act, ActKind, Record
from lawgraph.law.versions import Version
from lawgraph.parsing.document import parse
from lawgraph.reading.opening import read
from lawgraph.timeline.history import History, trace
from lives import version_on

ADOPTED, EARLY, LATE = date(2017, 2, 1), date(2018, 1, 1), date(2021, 1, 1)
HEADS = {
    "rus": "О фонарях\n\nЗакон Республики Казахстан от 1 февраля 2017 года № 5-VI.\n\n",
    "eng": "On lanterns\n\nThe Law of the Republic of Kazakhstan dated 1 February, 2017 No. 5-VI.\n\n",
    "kaz": "Шамдар туралы\n\nҚазақстан Республикасының 2017 жылғы 1 ақпандағы № 5-VI Заңы.\n\n",
}
ARTICLE_1 = {
    "rus": "Статья 1. Фонарь\n\n1. Светит.\n\n2. Горит.\n\n3. Гаснет.\n\n",
    "eng": "Article 1. Lantern\n\n1. It shines.\n\n2. It burns.\n\n3. It goes out.\n\n",
    "kaz": "1-бап. Шам\n\n1. Жарық береді.\n\n2. Жанады.\n\n3. Сөнеді.\n\n",
}
ARTICLE_2 = {
    "rus": "Статья 2. Масло\n\nМасло льют.\n\n",
    "eng": "Article 2. Oil\n\nOil is poured.\n\n",
    "kaz": "2-бап. Май\n\nМай құйылады.\n\n",
}
ARTICLE_3 = {
    "rus": "Статья 3. Крюк\n\nКрюк держит.\n\n",
    "eng": "Article 3. Hook\n\nA hook holds.\n\n",
    "kaz": "3-бап. Ілгек\n\nІлгек ұстайды.\n\n",
}
CLOSING = {
    "rus": "Статья 4. Начало\n\nНастоящий Закон вводится в действие с 1 марта 2017 года.\n",
    "eng": "Article 4. Start\n\nThis Law shall be enforced from 1 March 2017.\n",
    "kaz": "4-бап. Бастау\n\nОсы Заң 2017 жылғы 1 наурыздан бастап қолданысқа енгізіледі.\n",
}


def law(body: str, lang: str = "rus", above: str = "") -> str:
    """Return the text of the law with a body between its requisite and its closing article."""
    return f"{HEADS[lang]}{above}{body}{CLOSING[lang]}"


def whole(lang: str = "rus") -> str:
    """Return the body of the law as everybody prints it."""
    return ARTICLE_1[lang] + ARTICLE_2[lang] + ARTICLE_3[lang]


def life(*texts: str, lang: str = "rus", first: date | None = EARLY) -> History:
    """Return what is known from an edition without a day, or from official ones of 2018, unless told otherwise, and 2021."""
    days = (None,) if len(texts) == 1 else (first, LATE)
    editions = tuple(Edition(lang, f"{place}.txt", parse(read(text.encode(), "law"), lang), official=True, day=day,
                             retrieved=None if day else LATE) for place, (text, day) in enumerate(zip(texts, days, strict=True)))
    notes = LawNotes(LATE, Record("a source of the test", "high", LATE)) if len(texts) > 1 else LawNotes()
    return trace(LawSources("Z1", "5-VI", ADOPTED, Act("5-VI", ADOPTED, ActKind.LAW), editions, (), notes), lang)


def on(lived: History, eid: str, day: date = LATE) -> Version:
    """Return the version of a unit on a day."""
    version = version_on(next(each.versions for each in lived.timelines if each.unit.eid == eid), day)
    assert version is not None, f"{eid} has no version on {day}"
    return version


def answer(lived: History, eid: str, day: date = LATE) -> str:
    """Return what is said of a unit on a day in two words, `unheard` where no source is known to print it."""
    if all(each.unit.eid != eid for each in lived.timelines):
        return "unheard"
    version = on(lived, eid, day)
    return f"{version.in_operation} {version.wording}" if version.wording else str(version.in_operation)
