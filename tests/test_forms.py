"""Forms of notes that people meet: ranges, exceptions, temporary and retroactive changes, renumbering, abbreviations.

Each row is a note under Article 5 and what it says: target, action, rule of operation; `…` stands for the usual words.
"""

import pytest

from lawgraph.law.document import Claim, Span
from lawgraph.law.eid import Eid
from lawgraph.parsing.footnotes.doubts import NotePlace
from lawgraph.parsing.footnotes.notes import read_note

WORDS = {"eng": "the Law of the Republic of Kazakhstan dated 10.01.2014 № 160-V",
         "rus": "Законом РК от 10.01.2014 № 160-V", "kaz": "ҚР 10.01.2014 № 160-V Заңымен"}
LABELS = {"eng": "Footnote. ", "rus": "Сноска. ", "kaz": "Ескерту. "}
KNOWN = frozenset(map(Eid, ["chp_1", "chp_2", "chp_3", "art_3", "art_4", "art_5", "art_5__para_1", "art_5__para_2", "art_5__para_3", "art_5__para_2__point_1", "art_5__para_2__point_2", "art_5__para_2__point_3", "art_5__para_3__point_1", "art_6", "art_7", "art_8", "art_9-1", "art_9-2", "art_9-3", "art_10"]))
ON = "on_day 2014-02-01"
FORMS = """
eng | Articles 3-5 as amended by … (shall be enforced from 01.02.2014). | art_3 modification ON; art_4 modification ON; art_5 modification ON
eng | Articles 6 through 8 are excluded by … (shall be enforced from 01.02.2014). | art_6 exclusion ON; art_7 exclusion ON; art_8 exclusion ON
eng | Articles 9-1 – 9-3 in the wording of … (shall be enforced from 01.02.2014). | art_9-1 substitution ON; art_9-2 substitution ON; art_9-3 substitution ON
eng | Chapters 1 to 3 as amended by … (shall be enforced from 01.02.2014). | chp_1 modification ON; chp_2 modification ON; chp_3 modification ON
eng | Subparagraphs 1)-3) of paragraph 2 as amended by … (shall be enforced from 01.02.2014). | art_5__para_2__point_1 modification ON; art_5__para_2__point_2 modification ON; art_5__para_2__point_3 modification ON
eng | Paragraph 2 of Article 5 as amended by … (shall be enforced from 01.02.2014). | art_5__para_2 modification ON
rus | Статьи 3-5 изменены … (вводится в действие с 01.02.2014). | art_3 modification ON; art_4 modification ON; art_5 modification ON
rus | Статьи с 6 по 8 исключены … (вводится в действие с 01.02.2014). | art_6 exclusion ON; art_7 exclusion ON; art_8 exclusion ON
rus | Статьи 6–8 исключены … (вводится в действие с 01.02.2014). | art_6 exclusion ON; art_7 exclusion ON; art_8 exclusion ON
rus | Статья 9-1 исключена … (вводится в действие с 01.02.2014). | art_9-1 exclusion ON
rus | Пункт 2 статьи 5 изменен … (вводится в действие с 01.02.2014). | art_5__para_2 modification ON
rus | Пункт 2 статьи 9-1 исключен … (вводится в действие с 01.02.2014). | art_9-1__para_2 exclusion ON
rus | Главы 1-3 изменены … (вводится в действие с 01.02.2014). | chp_1 modification ON; chp_2 modification ON; chp_3 modification ON
rus | Подпункты 1)-3) пункта 2 изменены … (вводится в действие с 01.02.2014). | art_5__para_2__point_1 modification ON; art_5__para_2__point_2 modification ON; art_5__para_2__point_3 modification ON
kaz | 3-5-баптар өзгертілді – … (01.02.2014 бастап қолданысқа енгізіледі). | art_3 modification ON; art_4 modification ON; art_5 modification ON
kaz | 9-1-бап алып тасталды – … (01.02.2014 бастап қолданысқа енгізіледі). | art_9-1 exclusion ON
kaz | 1-3-тараулар өзгертілді – … (01.02.2014 бастап қолданысқа енгізіледі). | chp_1 modification ON; chp_2 modification ON; chp_3 modification ON
eng | Article 5 as amended by … (shall be enforced from 01.02.2014 until 01.01.2017). | art_5 modification ON until 2017-01-01
eng | Article 5 as amended by … (shall be enforced from 01.02.2014 and is valid until 01.01.2017). | art_5 modification ON until 2017-01-01
rus | Статья 5 изменена … (вводится в действие с 01.02.2014 до 01.01.2017). | art_5 modification ON until 2017-01-01
rus | Статья 5 изменена … (вводится в действие с 01.02.2014 и действует до 01.01.2017). | art_5 modification ON until 2017-01-01
rus | Статья 5 изменена … (действует с 01.02.2014 по 31.12.2016). | art_5 modification ON until 2017-01-01
kaz | 5-бап өзгертілді – … (01.02.2014 бастап 01.01.2017 дейін қолданыста). | art_5 modification ON until 2017-01-01
eng | Article 5 as amended by … (shall apply to relations that arose from 01.01.2013). | art_5 modification unstated applies_from 2013-01-01
eng | Article 5 as amended by … (shall be enforced from 01.02.2014 and applies to legal relations arising since January 1, 2013). | art_5 modification ON applies_from 2013-01-01
rus | Статья 5 изменена … (распространяется на отношения, возникшие с 01.01.2013). | art_5 modification unstated applies_from 2013-01-01
rus | Статья 5 изменена … (вводится в действие с 01.02.2014 и распространяется на правоотношения, возникшие после 1 января 2013 года). | art_5 modification ON applies_from 2013-01-01
kaz | 5-бап өзгертілді – … (01.02.2014 бастап қолданысқа енгізіледі және 01.01.2013 бастап туындаған қатынастарға қолданылады). | art_5 modification ON applies_from 2013-01-01
eng | Article 5 as amended by … (shall be enforced from 01.02.2014, except for paragraph 2, which shall be enforced from 01.07.2016). | art_5 modification ON; art_5__para_2 modification on_day 2016-07-01
rus | Статья 5 изменена … (вводится в действие с 01.02.2014, за исключением пункта 2, который вводится в действие с 01.07.2016). | art_5 modification ON; art_5__para_2 modification on_day 2016-07-01
rus | Статья 5 изменена … (вводится в действие с 01.02.2014, за исключением пунктов 1 и 2, вводимых в действие с 01.07.2016). | art_5 modification ON; art_5__para_1 modification on_day 2016-07-01; art_5__para_2 modification on_day 2016-07-01
kaz | 5-бап өзгертілді – … (01.07.2016 бастап қолданысқа енгізілетін 2-тармақты қоспағанда, 01.02.2014 бастап қолданысқа енгізіледі). | art_5 modification ON; art_5__para_2 modification on_day 2016-07-01
eng | Article 10 is renumbered as Article 7 by … (shall be enforced from 01.02.2014). | art_10 renumbering to art_7 ON
rus | Статья 10 считается статьей 7 в соответствии с … (вводится в действие с 01.02.2014). | art_10 renumbering to art_7 ON
rus | Пункты 2 и 3 считать соответственно пунктами 1 и 2 в соответствии с … (вводится в действие с 01.02.2014). | art_5__para_2 renumbering to art_5__para_1 ON; art_5__para_3 renumbering to art_5__para_2 ON
kaz | 10-бап 7-бап деп есептелсін – … (01.02.2014 бастап қолданысқа енгізіледі). | art_10 renumbering to art_7 ON
eng | Article 5 is clarified by … (shall be enforced from 01.02.2014). | art_5 modification ON
rus | Статья 5 уточнена … (вводится в действие с 01.02.2014). | art_5 modification ON
rus | Ст. 5 с изм. и доп., внес. … (вводится в действие с 01.02.2014). | art_5 modification ON
rus | Ст. 5 - в ред. … (вводится в действие с 01.02.2014). | art_5 substitution ON
rus | Статья 5 у.с. … (вводится в действие с 01.02.2014). | art_5 exclusion ON
rus | П. 2 ст. 5 в новой ред. … (вводится в действие с 01.02.2014). | art_5__para_2 substitution ON
rus | Статья 5 изменена … (вводится в действие с 01.02.2014); c изменениями, внесенными Законом РК от 10.01.2014 № 160-V (вводится в действие с 01.02.2014). | art_5 modification ON; art_5 modification ON
kaz | 5-бап нақтыланды – … (01.02.2014 бастап қолданысқа енгізіледі). | art_5 modification ON
"""
UNCLEAR = """
eng | Article 5 as amended by … (shall be enforced from 01.02.2014, except for the provisions on bells, which shall be enforced from 01.07.2016). | unread_clause
rus | Статья 5 изменена … (вводится в действие с 01.02.2014, за исключением положений о бое, которые вводятся в действие с 01.07.2016). | unread_clause
kaz | 5-бап өзгертілді – … (01.07.2016 бастап қолданысқа енгізілетін ережелерді қоспағанда, 01.02.2014 бастап қолданысқа енгізіледі). | unread_clause
eng | Article 5 as amended by … (shall be enforced not earlier than 01.02.2014). | unread_footnote
rus | Статья 5 изменена … (вводится в действие не ранее 01.02.2014). | unread_footnote
kaz | 5-бап өзгертілді – … (01.02.2014 ерте емес қолданысқа енгізіледі). | unread_footnote
rus | Статья 5 изменена … (вводится в действие с 01.02.2010). | operation_before_adoption
"""


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


def _told(claim: Claim) -> str:
    rule = claim.operation
    days = ((rule.kind, rule.day), ("until", rule.until), ("applies_from", rule.applies_from))
    told = [f"{word} {day}" if day else str(word) for word, day in days if day or word == rule.kind]
    return " ".join((claim.target, claim.action, *(("to", claim.to) if claim.to else ()), *told)).replace(ON, "ON")


@pytest.mark.parametrize(("lang", "note", "said"), _rows(FORMS))
def test_a_note_of_this_form_says(lang: str, note: str, said: str) -> None:
    place = NotePlace(Eid("art_5"), None, Span(0, 0, 1), KNOWN)
    reading = read_note((LABELS[lang] + note.replace("…", WORDS[lang]),), (place,), lang)
    assert "; ".join(_told(claim) for claim in reading.claims) == said
    assert [each for each in reading.findings if each.kind not in {"unknown_target", "other_article"}] == []


@pytest.mark.parametrize(("lang", "note", "kind"), _rows(UNCLEAR))
def test_what_is_not_clear_in_a_clause_is_a_finding_that_names_the_article(lang: str, note: str, kind: str) -> None:
    """No day of the exception is taken for that of the whole; a bound from one side is no day."""
    place = NotePlace(Eid("art_5"), None, Span(0, 0, 1), KNOWN)
    reading = read_note((LABELS[lang] + note.replace("…", WORDS[lang]),), (place,), lang)
    assert (kind, "art_5") in {(each.kind, each.eid) for each in reading.findings}
    assert {str(each.operation.day) for each in reading.claims} <= {"2014-02-01", "2010-02-01", "None"}
