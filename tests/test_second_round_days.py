"""The second round of real files, what it says of days: each kind in Russian and Kazakh, in every format."""

from datetime import date

import pytest

from four_formats import FORMATS, law_in
from lawgraph.evidence.sources import Edition, LawSources
from lawgraph.law.authors import Act, ActKind
from lawgraph.law.document import Document
from lawgraph.law.eid import Eid
from lawgraph.law.versions import Presence, Wording
from lawgraph.parsing.footnotes.enactment import own_rules
from lawgraph.timeline.history import History, start_of, trace
from lives import told, version_on
from test_second_round import ARTICLES, FROM_DAY, FRONT, LANGUAGES, NOTE

ADOPTED = date(2011, 4, 7)
STARTS = {"rus": "Настоящий Закон вводится в действие с 1 июля 2011 года.", "kaz": "Осы Заң 2011 жылғы 1 шілдеден бастап қолданысқа енгізіледі."}


def sources(lang: str, *editions: tuple[Document, date | None], kind: ActKind = ActKind.LAW) -> LawSources:
    """Return a law with official editions, each of a stated day."""
    named = tuple(Edition(lang, f"{lang}-{place}.txt", document, official=True, day=day) for place, (document, day) in enumerate(editions))
    return LawSources("Z1", "425-IV", ADOPTED, Act("425-IV", ADOPTED, kind), named)


def said(life: History, eid: str, day: date) -> tuple[Presence, Wording | None, str | None]:
    """Return what a life says of a provision on a day."""
    timeline = next(each for each in life.timelines if each.unit.eid == Eid(eid))
    version = version_on(timeline.versions, day)
    assert version is not None
    return version.in_operation, version.wording, version.text


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_edition_dated_a_day_before_the_act_that_it_shows_attests_no_text_on_that_day(lang: str, form: str) -> None:
    note = NOTE[lang].format(day="22.06.2017", number="89-VI", start=FROM_DAY[lang])
    heading, text, *more = ARTICLES[lang]
    old = law_in(form, lang, FRONT[lang], [heading, text, *more, STARTS[lang]])
    new = law_in(form, lang, FRONT[lang], [heading, more[-1], note, *more, STARTS[lang]])
    life = trace(sources(lang, (old, date(2015, 1, 1)), (new, date(2017, 7, 31))), lang)
    assert said(life, "art_1", date(2017, 7, 31))[2] == text
    assert said(life, "art_1", date(2017, 8, 1)) == (Presence.PRESUMED, Wording.PRESUMED, more[-1])
    assert said(life, "art_1", date(2015, 1, 1)) == (Presence.YES, Wording.ATTESTED, text)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", ["heading", "last sentence", "article", "bare"])
def test_a_sentence_on_the_start_forbids_the_default_wherever_it_stands(place: str, lang: str, form: str) -> None:
    first, text, second, other = ARTICLES[lang]
    number = second.split(". ")[0]
    lines = {"heading": [first, text, f"{number}. {STARTS[lang]}"], "last sentence": [first, text, second, f"{other} {STARTS[lang]}"],
             "article": [first, text, second, STARTS[lang]], "bare": [first, text, number, STARTS[lang]]}[place]
    document = law_in(form, lang, FRONT[lang], lines)
    life = sources(lang, (document, date(2020, 1, 1)))
    assert told(start_of(life, own_rules([document]))) == "2011-07-01"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", [ActKind.RESOLUTION, ActKind.ORDER, ActKind.DECISION, ActKind.DECREE])
def test_an_act_of_the_government_that_says_nothing_has_no_default_of_ten_days(kind: ActKind, lang: str, form: str) -> None:
    document = law_in(form, lang, FRONT[lang], ARTICLES[lang])
    start = start_of(sources(lang, (document, None), kind=kind), own_rules([document]))
    assert (start.earliest, start.latest) == (ADOPTED, None)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_provisions_stand_in_the_order_of_print(lang: str, form: str) -> None:
    lines = {"rus": ("Статья 1. Печь", "Печь греет.", "Она греет всех.", "1. Печь топят.", "2. Печь чистят:", "1) весной;", "2) осенью.", "Зимой печь не чистят.",
                     "Статья 3. Дым", "Дым идет.", "Статья 2. Дрова", "Дрова сухи."),
             "kaz": ("1-бап. Пеш", "Пеш жылытады.", "Ол бәрін жылытады.", "1. Пеш жағылады.", "2. Пеш тазаланады:", "1) көктемде;", "2) күзде.", "Қыста пеш тазаланбайды.",
                     "3-бап. Түтін", "Түтін шығады.", "2-бап. Отын", "Отын құрғақ.")}[lang]
    document = law_in(form, lang, FRONT[lang], lines)
    printed = [each.eid for each in document.provisions]
    assert printed == ["art_1", "art_1__al_2", "art_1__para_1", "art_1__para_2", "art_1__para_2__point_1", "art_1__para_2__point_2", "art_1__para_2__al_2",
                       "art_3", "art_2"]
    life = trace(sources(lang, (document, date(2020, 1, 1))), lang)
    order = [each.unit.eid for each in life.timelines]
    assert [eid for eid in order if eid in printed] == printed


BEFORE = {"rus": "Настоящий Закон вводится в действие с 1 января 2011 года.", "kaz": "Осы Заң 2011 жылғы 1 қаңтардан бастап қолданысқа енгізіледі."}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_head_and_units_of_a_law_agree_where_it_is_put_into_operation_before_its_adoption(lang: str, form: str) -> None:
    first, text, second, _ = ARTICLES[lang]
    document = law_in(form, lang, FRONT[lang], [first, text, second, BEFORE[lang]])
    life = trace(sources(lang, (document, date(2020, 1, 1))), lang)
    timeline = next(each for each in life.timelines if each.unit.eid == Eid("art_1"))
    assert (life.days.start.earliest, life.days.start.latest) == (date(2011, 1, 1), None)
    assert timeline.versions[0].start.earliest == date(2011, 1, 1)
    assert {each.in_operation for each in timeline.versions} == {Presence.POSSIBLE}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_a_repeal_told_below_the_title_ends_the_law(form: str, lang: str) -> None:
    gone = {"rus": "Утратил силу Законом Республики Казахстан от 1 апреля 2020 года № 300-VI (вводится в действие с 01.05.2020).",
            "kaz": "Күші жойылды - Қазақстан Республикасының 2020 жылғы 1 сәуірдегі № 300-VI Заңымен (01.05.2020 бастап қолданысқа енгізіледі)."}[lang]
    title, number = FRONT[lang]
    document = law_in(form, lang, (title, f"{number} {gone}"), [*ARTICLES[lang], STARTS[lang]])
    assert [(claim.target, claim.action, claim.act and claim.act.number, str(claim.operation.day)) for claim in document.claims] == [
        ("law", "repeal", "300-VI", "2020-05-01")]
    life = trace(sources(lang, (document, date(2020, 4, 15))), lang)
    assert [said(life, "art_1", day)[0] for day in (date(2020, 4, 15), date(2020, 5, 1))] == [Presence.YES, Presence.NO]
