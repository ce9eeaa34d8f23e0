"""Footnotes and editorial lines: what each form says, and what of it does not fit."""
# ruff: noqa: ISC004 - a note reads best on the line it is printed on

import pytest

from growth import is_linear, processor
from lawgraph.languages.tables import NoteKind
from lawgraph.law.amendments import Action, RuleKind
from lawgraph.law.authors import ActKind
from lawgraph.law.document import Span
from lawgraph.law.eid import Eid
from lawgraph.parsing.doubtful import note_kind
from lawgraph.parsing.footnotes.doubts import NotePlace, NoteReading
from lawgraph.parsing.footnotes.notes import read_editorial, read_note

_KNOWN = frozenset(map(Eid, {"art_3", "art_4", "art_4-1", "art_5", "art_5__point_2", "art_5__para_2", "art_5__para_2__point_7", "chp_2", "annex_1",
                    "preamble", "para_5", "para_5__al_2", "para_6", "art_9-1"}))

# Each note, the unit it stands in, and its claims: target, action, act.
NOTES = """
eng art_5 | Footnote. Article 5 as amended by Law of the Republic of Kazakhstan № 372-IV dated 29.12.2010 (shall be enforced from 01.01.2016); № 547-IV dated 18.01.2012; dated 17.07.2025 № 213-VIII.
  art_5 modification 372-IV 2010-12-29 / art_5 modification 547-IV 2012-01-18 / art_5 modification 213-VIII 2025-07-17
eng art_9-1 | Footnote. Chapter 2 is supplemented by Article 9-1 in accordance with Law of the Republic of Kazakhstan № 562-IV dated 16.02.2012; as amended by Law of the Republic of Kazakhstan № 124-V dated 03.07.2013.
  art_9-1 insertion 562-IV 2012-02-16 / art_9-1 modification 124-V 2013-07-03
eng art_5 | Footnote. Article 5 in the new wording of Law of the Republic of Kazakhstan № 248-V dated 07.11.2014; as amended by the Law of the Republic of Kazakhstan dated 06.10.2020 № 365-VI.
  art_5 substitution 248-V 2014-11-07 / art_5 modification 365-VI 2020-10-06
eng art_5 | Footnote. The heading of Article 5 is as amended by the Law of the Republic of Kazakhstan dated 06.10.2020 № 365-VI.
  art_5__heading modification 365-VI 2020-10-06
eng art_5 | Footnote. Title of the Article 5 as amended by Law of the Republic of Kazakhstan dated. 19.06.2024 № 94-VIII.
  art_5__heading modification 94-VIII 2024-06-19
eng art_5 | Footnote. Article 5 is excluded by Law of the Republic of Kazakhstan No 124-V dated 03.07.2013.
  art_5 exclusion 124-V 2013-07-03
eng art_5 | Footnote. Article 5 has become invalid in accordance with the Law of the Republic of Kazakhstan dated 24.05.2018 № 156-VI.
  art_5 exclusion 156-VI 2018-05-24
eng art_5 | Footnote. Paragraph 2 of Article 5 is supplemented with subparagraph 7) in accordance with the Law of the RK dated 24.05.2018 № 156-VI ZRK.
  art_5__para_2__point_7 insertion 156-VI 2018-05-24
eng art_5 | Footnote. Sub-paragraph 2) as amended by the Law of the Republic of Kazakhstan of 10 July 2009 No. 191-IV; sub-paragraph 7) excluded by the Law of the Republic of Kazakhstan of 12 July 2009 No. 193-IV.
  art_5__point_2 modification 191-IV 2009-07-10 / art_5__para_2__point_7 exclusion 193-IV 2009-07-12
eng art_5 | Footnote. Articles 3 - 5 are excluded by the Law of the Republic of Kazakhstan dated 24.05.2018 № 156-VI.
  art_3 exclusion 156-VI 2018-05-24 / art_4 exclusion 156-VI 2018-05-24 / art_4-1 exclusion 156-VI 2018-05-24 / art_5 exclusion 156-VI 2018-05-24
eng art_5 | Footnote. Articles 4 - 5 as amended by the Law of the Republic of Kazakhstan dated 24.05.2018 № 156-VI.
  art_4 modification 156-VI 2018-05-24 / art_4-1 modification 156-VI 2018-05-24 / art_5 modification 156-VI 2018-05-24
rus art_5 | Сноска. Статьи 4 – 5 с изменениями, внесенными Законом РК от 24.05.2018 № 156-VI.
  art_4 modification 156-VI 2018-05-24 / art_4-1 modification 156-VI 2018-05-24 / art_5 modification 156-VI 2018-05-24
eng art_5 | Footnote. The operation of Article 5 is suspended until 01.01.2021 by the Law of the Republic of Kazakhstan dated 03.07.2013 № 124-V.
  art_5 suspension 124-V 2013-07-03
eng - | The document ceased to be valid since May 20, 2024 according to Item 2 of the Order of the Minister of Tourism of the Republic of Kazakhstan of April 3, 2024 No. 88
  law repeal 88 2024-04-03
eng - | Footnote. The title is in a new version, the preamble is excluded, throughout the text the words "by Decree”, “of Decree” shall be replaced by the words "by the Law”, “of the Law” -by the Law of the Republic of Kazakhstan, dated 9 February 2001 No 148 (see Art. 2).
  law__heading substitution 148 2001-02-09 / preamble exclusion 148 2001-02-09 / law text_substitution 148 2001-02-09
eng - | Footnote. The Law is supplemented by preamble in accordance with the Law of the Republic of Kazakhstan dated 17.12.2010 No. 361-IV.
  preamble insertion 361-IV 2010-12-17
eng para_5 | Footnote. Paragraph 5 - as reworded by Order No. 147 of the Minister of Culture and Sports of the Republic of Kazakhstan dated 21.05.2019 (shall be enacted ten calendar days after the date of its first official publication).
  para_5 substitution 147 2019-05-21
rus art_5 | Сноска. Статья 5 в редакции Закона РК от 03.07.2013 № 124-V; с изменениями и дополнениями, внесенными законами РК от 18.01.2012 № 547-IV (вводится в действие с 01.01.2015); от 29.12.2014 № 269-V.
  art_5 substitution 124-V 2013-07-03 / art_5 modification 547-IV 2012-01-18 / art_5 modification 269-V 2014-12-29
rus art_5 | Сноска. Глава 2 дополнена статьями 9-1 и 9-2 в соответствии с Законом РК от 03.07.2013 № 124-V.
  art_9-1 insertion 124-V 2013-07-03 / art_9-2 insertion 124-V 2013-07-03
rus art_5 | Сноска. Глава 2 дополнена параграфом 3 в соответствии с Законом РК от 03.07.2013 № 124-V.
  chp_2__sec_3 insertion 124-V 2013-07-03
rus art_5 | Сноска. Подпункты 1), 2) и 3-1) пункта 2 статьи 5 исключены Законом РК от 03.07.2013 № 124-V.
  art_5__para_2__point_1 exclusion 124-V 2013-07-03 / art_5__para_2__point_2 exclusion 124-V 2013-07-03 / art_5__para_2__point_3-1 exclusion 124-V 2013-07-03
rus art_5 | Сноска. Часть вторая статьи 5 исключена Законом РК от 03.07.2013 № 124-V.
  art_5__al_2 exclusion 124-V 2013-07-03
rus art_5 | Сноска. Статья 5 с изменением, внесенным Законом РК от 03.07.2013 № 124-V; дополнена пунктом 4 в соответствии с Законом РК от 05.08.2014 № 269-V.
  art_5 modification 124-V 2013-07-03 / art_5__para_4 insertion 269-V 2014-08-05
rus art_5 | Сноска. В статье 5 слова "а" заменены словами "б" Законом РК от 03.07.2013 № 124-V.
  art_5 modification 124-V 2013-07-03
rus - | Сноска. В заголовок и по всему тексту слова "а" заменены словами "б" Законом РК от 03.07.2013 № 124-V.
  law__heading modification 124-V 2013-07-03 / law text_substitution 124-V 2013-07-03
rus - | Настоящий приказ утратил силу с 06.03.2022 г. в соответствии с приказом Министра сельского хозяйства РК от 16.02.2022 г. № 52
  law repeal 52 2022-02-16
rus para_5 | Сноска. Пункт 5 – в редакции приказа и.о. Министра юстиции РК от 03.07.2013 № 124; с изменениями, внесенными постановлением акимата Северо-Казахстанской области от 21.05.2019 № 417.
  para_5 substitution 124 2013-07-03 / para_5 modification 417 2019-05-21
rus annex_1 | Сноска. Правый верхний угол приложения 1 – в редакции приказа Министра юстиции РК от 03.07.2013 № 124.
  annex_1__heading substitution 124 2013-07-03
kaz art_5 | Ескерту. 5-бап жаңа редакцияда – ҚР 03.07.2013 № 124-V Заңымен; өзгерістер енгізілді – ҚР 18.01.2012 № 547-IV (01.01.2015 бастап қолданысқа енгiзiледi), 29.12.2014 № 269-V Заңдарымен.
  art_5 substitution 124-V 2013-07-03 / art_5 modification 547-IV 2012-01-18 / art_5 modification 269-V 2014-12-29
kaz art_5 | Ескерту. 2-тарау 9-1 және 9-2-баптармен толықтырылды – ҚР 03.07.2013 № 124-V Заңымен.
  art_9-1 insertion 124-V 2013-07-03 / art_9-2 insertion 124-V 2013-07-03
kaz art_5 | Ескерту. 5-баптың 2-тармағының 7) тармақшасы алып тасталды – ҚР 03.07.2013 № 124-V Заңымен.
  art_5__para_2__point_7 exclusion 124-V 2013-07-03
kaz art_3 | Ескерту. 3-баптың тақырыбына өзгеріс енгізілді – ҚР 25.11.2020 № 372-VI Заңымен.
  art_3__heading modification 372-VI 2020-11-25
kaz art_5 | Ескерту. 5-баптың екінші бөлігі алып тасталды – ҚР 03.07.2013 № 124-V Заңымен.
  art_5__al_2 exclusion 124-V 2013-07-03
rus art_5 | Сноска. Статья 5 дополнена пунктом 4-1 в соответствии с Законом РК от 03.07.2013 № 124-V; с изменениями, внесенными Законом РК от 29.09.2014 № 239-V.
  art_5__para_4-1 insertion 124-V 2013-07-03 / art_5 modification 239-V 2014-09-29
kaz art_5 | Ескерту. 5-бап 4-1-тармақпен толықтырылды – ҚР 03.07.2013 № 124-V Заңымен; өзгеріс енгізілді – ҚР 29.09.2014 № 239-V Заңымен.
  art_5__para_4-1 insertion 124-V 2013-07-03 / art_5 modification 239-V 2014-09-29
rus annex_1 | Сноска. Правила дополнены пунктом 5 в соответствии с приказом Министра юстиции РК от 03.07.2013 № 124.
  annex_1__para_5 insertion 124 2013-07-03
rus annex_1 | Сноска. Правила – в редакции приказа Министра юстиции РК от 03.07.2013 № 124.
  annex_1 substitution 124 2013-07-03
kaz - | ҚР 2025 жылғы 20 қарашадағы № 231-VIII Заңымен 2026 ж 1 қаңтардан бастап күші жойылды
  law repeal 231-VIII 2025-11-20
rus art_5 | Сноска. Статья 5 дополнена частью первой Законом РК от 03.07.2013 № 124-V.
  art_5 modification 124-V 2013-07-03
rus art_5 | Сноска. Пункт 2 дополнен абзацем первым в соответствии с Законом РК от 03.07.2013 № 124-V.
  art_5__para_2 modification 124-V 2013-07-03
rus art_5 | Сноска. Часть первую статьи 5 считать частью второй в соответствии с Законом РК от 03.07.2013 № 124-V.
  art_5 modification 124-V 2013-07-03 / art_5__al_2 modification 124-V 2013-07-03
eng art_5 | Footnote. Article 5 is supplemented with part one by the Law of the Republic of Kazakhstan dated 03.07.2013 № 124-V.
  art_5 modification 124-V 2013-07-03
eng art_5 | Footnote. Paragraph 2 of Article 5 is supplemented with part one by the Law of the Republic of Kazakhstan dated 03.07.2013 № 124-V.
  art_5__para_2 modification 124-V 2013-07-03
kaz art_5 | Ескерту. 5-бап бірінші бөлікпен толықтырылды – ҚР 03.07.2013 № 124-V Заңымен.
  art_5 modification 124-V 2013-07-03
kaz art_5 | Ескерту. 5-баптың 2-тармағы бірінші бөлікпен толықтырылды – ҚР 03.07.2013 № 124-V Заңымен.
  art_5__para_2 modification 124-V 2013-07-03
kaz para_6 | Ескерту. 6-тармаққа өзгеріс енгізілді – Абай облысы Көлді аудандық мәслихатының 17.12.2020 № 498 шешімімен.
  para_6 modification 498 2020-12-17
"""

BROKEN = """
eng | Footnote. Article 5 as amended by the Law of the Republic of Kazakhstan dated 12.05.2014.                     | missing_number
eng | Footnote. Article 5 as amended by the Law of the Republic of Kazakhstan dated 31.02.2014 № 181-V.             | impossible_day
eng | Footnote. Article 5 as amended by the Law of the Republic of Kazakhstan № 181-V.                              | missing_day
eng | Footnote. Article 58 as amended by the Law of the Republic of Kazakhstan dated 04.07.2016 No. 11-VI.          | unknown_target
eng | Footnote. Article 5 as amended by the Law of the RK dated 04.12.2015 № 437-V (shall be enforced from 01.01.2016. | unclosed_bracket
eng | Footnote. Article 5 as amended by the Law of the RK dated 04.12.2015 № 437-V (shall be enforced in the established manner). | unread_clause
eng | Footnote. Article 5 – the same.                                                                               | no_act
eng | Footnote. Article 5 was put upside down by the Law of the Republic of Kazakhstan dated 04.12.2015 № 437-V.    | unread_footnote
rus | Сноска. Статья 5 с изменениями, внесенными Законом РК от 12.05.2014.                                           | missing_number
rus | Сноска. Статья 5 с изменениями, внесенными Законом РК от 10.06.2014 № 210-V (вводится в действие в установленном порядке). | unread_clause
rus | Сноска. Статья 5 с изменениями, внесенными Законом РК от 10.06.2014 № 210-V (вводится в действие с 01.01.2015, за исключением пункта 3, который вводится в действие с 01.01.2016). | unread_clause
eng | Footnote. Article 5 as amended by the Law of the RK dated 04.12.2015 № 4е7-V. | odd_number
eng | Footnote. Chapter 2 is supplemented by Article 9-1 by the Law of the RK dated 04.12.2015 № 437-V; dated 05.12.2016 № 438-V. | inserted_twice
eng | Footnote. Article 5 as amended by the Law of the RK dated 04.12.2015 № 437-V (shall be enforced from 31.02.2016). | impossible_day
kaz | Ескерту. 5-бапқа өзгеріс енгізілді – ҚР 12.05.2014 Заңымен.                                                    | missing_number
kaz | Ескерту. 55-бапқа өзгеріс енгізілді – ҚР 12.05.2014 № 181-V Заңымен.                                           | unknown_target
"""

KINDS = """
eng | -            | footnote     | Footnote: Through the whole text of the Law:
eng | -            | footnote     | Throughout the text, the word “(toll)” is excluded - by the Law of the Republic of Kazakhstan, dated 2 July 2004, No 571.
eng | footnote     | continuation | the words “clock body” are substituted by the words “body” by the Law of the Republic of Kazakhstan dated 22.12.2014 No. 268-V;
eng | -            | footnote     | The Law is amended by:
eng | footnote     | continuation | 4 ) Law No. 52 of 11th May 2005 of the Republic of Kazakhstan. (Articles: 3, 4, 7). Effective 20, May 2005;
eng | -            | note         | Note of RCLI!
eng | -            | note         | Note of RCLI! The order of enforcement of the Rules on tower clocks, see Art. 11
eng | note         | note         | See Article 12 for the enactment procedure of the Law of the Republic of Kazakhstan.
eng | note         | footnote     | Article 1 is provided to be amended by the Law of the Republic of Kazakhstan dated 19.05.2015 No. 317-V.
eng | -            | footnote     | Note of RCLI! Article 10 is provided to be excluded by the Law of the Republic of Kazakhstan dated 21.02.2018 No. 139-VI.
eng | -            | note         | Unofficial translation
eng | -            | note         | (as amended on 17-11-2015)
eng | note         | -            | This Law regulates assistance provided to beekeepers under the Law of the Republic of Kazakhstan dated 3 June 2009 No. 166-IV.
eng | -            | -            | Article 4 of this Law shall not apply to the registration of school apiaries.
eng | -            | -            | 30 calendar days before the winter the watchmaker shall oil the works.
eng | footnote     | -            | Relations on honey shall be governed by the Law of the Republic of Kazakhstan dated 3 June 2009 No. 166-IV.
eng | -            | -            | Note. The table does not apply to kites.
rus | -            | footnote     | Утратил силу Законом РК от 30 декабря 2025 года № 247-VIII
rus | footnote     | continuation | слова "настила" заменены словами "пола" Законом РК от 27.06.2012 № 22-V.
rus | -            | note         | Примечание ИЗПИ!
rus | note         | footnote     | Пункт 2 предусматривается исключить Законом РК от 13.01.2026 № 258-VIII.
rus | note         | footnote     | С 01.07.2026 пункт 2 предусматривается исключить Законом РК от 13.01.2026 № 258-VIII.
rus | note         | footnote     | Подпункт 2) действует до 01.01.2030 в соответствии с Законом РК от 13.01.2026 № 258-VIII.
rus | -            | footnote     | Примечание РЦПИ! Подпункт 2) вводится в действие с 01.01.2014 (см. ст. 15 Закона РК от 05.07.2012 № 29-V).
rus | -            | note         | Для удобства пользования ИЗПИ создано Содержание
rus | -            | -            | Статья 3 настоящего Закона не применяется к временным мосткам.
rus | -            | -            | Примечание. Книгой считается и тетрадь.
kaz | -            | footnote     | Күші жойылды - Көлді аудандық мәслихатының 2024 жылғы 6 наурыздағы № 306 шешiмiмен
kaz | footnote     | continuation | "ауылдың (селоның)" деген сөздер "ауылдың" деген сөзбен ауыстырылды – ҚР 08.07.2013 № 126-V Заңымен.
kaz | -            | note         | ЗҚАИ-ның ескертпесі!
kaz | note         | footnote     | 6-бапқа өзгерістер енгізу көзделген – ҚР 13.01.2026 № 258-VIII Заңымен.
kaz | -            | note         | (2025.09.12. берілген өзгерістер мен толықтырулармен)
kaz | -            | -            | Осы Заңның 5-бабы балдың сапасына қолданылмайды.
"""

EDITORIALS = """
eng | Is excluded by Law of the Republic of Kazakhstan № 159-V (dated 13.01.2014 shall be enforced upon expiry of ten calendar days after its first official publication); | exclusion 159-V 2014-01-13
eng | (excluded);                                                                       | exclusion -
eng | (deleted - No. 258 dated 06/21/2007)                                              | exclusion 258 2007-06-21
eng | No. 401-V ZRK is excluded according to the Law of the Republic of Kazakhstan of 17.11.2015; | exclusion 401-V 2015-11-17
eng | exclude from the register an apiary whose hives have stood empty for two years;  | wording
eng | be excluded from the list of readers at his request.                              | wording
eng | excluded from competition persons shall be heard by the commission;               | wording
rus | исключен Законом РК от 27.06.2012 № 22-V;                                         | exclusion 22-V 2012-06-27
rus | (исключен)                                                                        | exclusion -
rus | Исключен в соответствии с Законом РК от 02.04.18 г. № 148-VI (см. стар. ред.)     | exclusion 148-VI 2018-04-02
rus | Действовал до 01.01.2019 в соответствии с Законом РК от 12.10.2018 № 183-VI (порядок введения в действие см. ст. 21).* | expiry 183-VI 2018-10-12
rus | Утратила силу Законом РК от 15.05.2018 № 153-VI                                   | exclusion 153-VI 2018-05-15
rus | исключает проезд повозок весом свыше одной тонны;                                 | wording
rus | исключение предметов из собрания по решению совета;                               | wording
kaz | алып тасталды – ҚР 08.10.2013 № 143-V Заңымен;                                    | exclusion 143-V 2013-10-08
kaz | алып тасталды - ҚР 2013.10.08 № 143-V (01.01.2014 бастап қолданысқа енгізіледі) Заңымен; | exclusion 143-V 2013-10-08
kaz | (алып тасталды);                                                                  | exclusion -
kaz | екі жыл бойы бос тұрған омартаны тізілімнен шығарады;                             | wording
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _notes() -> list[tuple[str, str, str, list[str]]]:
    lines = NOTES.strip().splitlines()
    told = [(note.split("|"), said.split("/")) for note, said in zip(lines[::2], lines[1::2], strict=True)]
    return [(*head.split(), text.strip(), [each.strip() for each in said]) for (head, text), said in told]  # type: ignore[misc]


def _place(eid: str | None, next_eid: str | None = None) -> NotePlace:
    return NotePlace(Eid(eid) if eid else None, Eid(next_eid) if next_eid else None, Span(0, 0, 1), _KNOWN)


def _read(text: str, lang: str, eid: str | None = "art_5") -> NoteReading:
    return read_note((text,), (_place(eid),), lang)


@pytest.mark.parametrize(("lang", "eid", "text", "said"), _notes())
def test_a_footnote_says(lang: str, eid: str, text: str, said: list[str]) -> None:
    reading = _read(text, lang, None if eid == "-" else eid)
    claims = [f"{claim.target} {claim.action} {claim.act.number} {claim.act.adopted}" for claim in reading.claims if claim.act]
    assert claims == said
    assert [finding for finding in reading.findings if finding.kind != "unknown_target"] == []


@pytest.mark.parametrize(("lang", "text", "kind"), _rows(BROKEN))
def test_what_does_not_fit_is_a_finding(lang: str, text: str, kind: str) -> None:
    assert kind in {finding.kind for finding in _read(text, lang).findings}


@pytest.mark.parametrize(("lang", "before", "kind", "text"), _rows(KINDS))
def test_a_block_is_told_from_wording(lang: str, before: str, kind: str, text: str) -> None:
    told = note_kind(text, lang, None if before == "-" else NoteKind(before))
    assert told == (None if kind == "-" else NoteKind(kind))


@pytest.mark.parametrize(("lang", "rest", "said"), _rows(EDITORIALS))
def test_an_editorial_line_is_told_from_wording(lang: str, rest: str, said: str) -> None:
    reading = read_editorial(rest, (Eid("art_5__point_2"),), _place("art_5"), lang)
    if said == "wording":
        assert reading is None
        return
    assert reading is not None
    (claim,) = reading.claims
    act = f"{claim.act.number} {claim.act.adopted}" if claim.act else "-"
    assert (claim.target, claim.editorial, f"{claim.action} {act}") == ("art_5__point_2", True, said)


def test_what_one_act_brought_a_second_one_changed() -> None:
    reading = _read("Footnote. Chapter 2 is supplemented by Article 9-1 by the Law of the RK dated 04.12.2015 № 437-V; "
                    "dated 05.12.2016 № 438-V.", "eng", "art_9-1")
    assert [each.action for each in reading.claims] == [Action.INSERTION, Action.MODIFICATION]
    assert "art_9-1" in reading.unread[0].eids


def test_two_numbers_on_one_line_are_two_claims() -> None:
    reading = read_editorial("исключены Законом РК от 19.12.2011 № 513-IV;", (Eid("art_2__point_5"), Eid("art_2__point_6")),
                             _place("art_2"), "rus")
    assert reading is not None
    assert [claim.target for claim in reading.claims] == ["art_2__point_5", "art_2__point_6"]


def test_each_act_has_only_its_own_bracket() -> None:
    reading = _read("Footnote. Article 5 as amended by the Laws of the Republic of Kazakhstan dated 04.06.1997 No 118; "
                    "dated 09.02.2001 No 148 (see Art. 2).", "eng")
    assert [(claim.operation.kind, claim.operation.reference) for claim in reading.claims] == [
        (RuleKind.UNSTATED, None), (RuleKind.SEE, "Art. 2")]


def test_a_continued_note_keeps_place_and_text_of_each_block() -> None:
    texts = ("Footnote: Through the whole text of the Law:",
             "the words “a” are substituted by the words “b” by the Law of the RK dated 22.12.2014 No. 268-V;",
             "the words “c” are excluded by the Law of the RK dated 04.07.2016 No. 11-VI.")
    places = tuple(NotePlace(None, None, Span(line, line, line), _KNOWN) for line in (19, 21, 23))
    reading = read_note(texts, places, "eng")
    assert [(claim.target, claim.action, claim.span.line, claim.text) for claim in reading.claims] == [
        ("law", Action.TEXT_SUBSTITUTION, 21, texts[1]), ("law", Action.TEXT_SUBSTITUTION, 23, texts[2])]
    assert reading.findings == ()


def test_a_listed_act_names_its_articles() -> None:
    reading = read_note(("The Law is amended by:", "3) Law No. 171 of 2nd March 2001 of the Republic of Kazakhstan. Concerning "
                         "the Introduction of Amendments. (Articles: 2, 6 replaced, 6-1 introduced). Effective from the 30th of March 2001;"),
                        (_place(None), _place(None)), "eng")
    assert [(claim.target, claim.action) for claim in reading.claims] == [
        ("art_2", Action.MODIFICATION), ("art_6", Action.SUBSTITUTION), ("art_6-1", Action.INSERTION)]


def test_a_foreseen_change_is_pending_and_speaks_of_the_article_it_stands_in() -> None:
    reading = read_note(("Пункт 2 предусматривается исключить Законом РК от 13.01.2026 № 258-VIII.",),
                        (_place("chp_2", "art_5"),), "rus")
    assert [(claim.target, claim.action, claim.pending) for claim in reading.claims] == [
        ("art_5__para_2", Action.EXCLUSION, True)]


def test_a_suspension_has_its_end() -> None:
    (claim,) = _read("Ескерту. 5-баптың қолданылуы 01.01.2021 дейін тоқтатыла тұрды – ҚР 12.10.2018 № 183-VI Заңымен.", "kaz").claims
    assert (claim.action, str(claim.until), claim.operation.kind) == (Action.SUSPENSION, "2021-01-01", RuleKind.UNSTATED)


@pytest.mark.parametrize(("lang", "text"), [
    ("eng", "Footnote. Article 5 reads otherwise since the Law of the Republic of Kazakhstan dated 04.12.2015 № 437-V (shall be enforced from "
            "01.01.2016). The effect of Article 5 is suspended until 01.01.2025 by the Law of the Republic of Kazakhstan dated 20.02.2023 № 45-VII."),
    ("rus", "Сноска. Статья 5 читается иначе Законом РК от 04.12.2015 № 437-V (вводится в действие с 01.01.2016). Действие статьи 5 приостановлено "
            "до 01.01.2025 Законом РК от 20.02.2023 № 45-VII.")])
def test_a_verb_is_not_of_a_sentence_before_its_own(lang: str, text: str) -> None:
    reading = _read(text, lang)
    assert [(claim.action, claim.act_name) for claim in reading.claims] == [(Action.SUSPENSION, "45-VII")]
    assert {finding.kind for finding in reading.findings} == {"unread_footnote"}


def test_a_clause_may_name_the_act_that_puts_a_point_into_operation() -> None:
    (claim,) = _read("Примечание РЦПИ! Подпункт 2) вводится в действие с 01.01.2014 (см. ст. 15 Закона РК от 05.07.2012 № 29-V).", "rus").claims
    assert claim.act is not None
    assert (claim.target, claim.action, claim.act.number, str(claim.operation.day)) == (
        "art_5__point_2", Action.MODIFICATION, "29-V", "2014-01-01")


@pytest.mark.parametrize(("lang", "text"), [
    ("eng", "Footnote. See Resolution of the Constitutional Council of the Republic of Kazakhstan No. 7/1 of November 16, 2001."),
    ("rus", "Сноска. См. нормативное постановление Конституционного Совета РК от 16.11.2001 № 7/1."),
    ("kaz", "Ескерту. ҚР Конституциялық Кеңесінің 16.11.2001 № 7/1 нормативтік қаулысын қараңыз.")])
def test_a_reference_to_the_constitutional_council_claims_nothing(lang: str, text: str) -> None:
    assert _read(text, lang) == NoteReading((), ())


@pytest.mark.parametrize(("lang", "text", "kinds"), [
    ("eng", "Footnote. Article 5 as amended by the Decree of the President of the Republic of Kazakhstan, having the force of the "
            "Law, dated 12 December 1995, No. 2680; by the Law, dated 4 June 1997, No 118.", [ActKind.DECREE, ActKind.LAW]),
    ("rus", "Сноска. Пункт 5 с изменениями, внесенными приказами Министра юстиции РК от 03.07.2013 № 124; от 05.08.2014 № 33.",
     [ActKind.ORDER, ActKind.ORDER]),
    ("kaz", "Ескерту. 5-бапқа өзгерістер енгізілді – ҚР 03.07.2013 № 124-V, 05.07.2014 № 236-V Заңдарымен.", [ActKind.LAW, ActKind.LAW])])
def test_an_act_without_a_word_of_its_own_is_of_the_kind_of_its_neighbour(lang: str, text: str, kinds: list[ActKind]) -> None:
    assert [claim.act.kind for claim in _read(text, lang).claims if claim.act] == kinds


@pytest.mark.parametrize("piece", ["Law ", "order of the Minister ", "№ ", "(", "«", "5, ", "see ", "dated 03.07.2013 ", " "])
@pytest.mark.parametrize(("lang", "label"), [("eng", "Footnote. "), ("rus", "Сноска. "), ("kaz", "Ескерту. ")])
def test_a_note_of_half_a_hundred_thousand_letters_takes_four_times_as_long_as_a_quarter_of_it(
        lang: str, label: str, piece: str) -> None:
    assert is_linear(processor(lambda size: _read(label + piece * (size // len(piece)), lang)), 12_500)
