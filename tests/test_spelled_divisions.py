"""Sections and parts whose numbers are written out as words, with chapters that count anew in them, in every format."""

import pytest

from four_formats import FORMATS, law_in
from lawgraph.parsing.headings import read_heading, read_part_of_code

SECTIONS = {
    "rus": ("О кострах", "Закон Республики Казахстан от 7 апреля 2011 года № 425-IV.", "Глава {}. Дрова", "Статья {}. Огонь", "Огонь горит.",
            ("РАЗДЕЛ {}. СВЕТ", "Раздел {}. Свет"), ("ПЕРВЫЙ", "ВТОРОЙ", "ТРЕТИЙ", "ЧЕТВЕРТЫЙ", "ПЯТЫЙ", "ШЕСТОЙ", "СЕДЬМОЙ", "ВОСЬМОЙ", "ДЕВЯТЫЙ", "ДЕСЯТЫЙ",
             "ОДИННАДЦАТЫЙ", "ДВЕНАДЦАТЫЙ", "ТРИНАДЦАТЫЙ", "ЧЕТЫРНАДЦАТЫЙ", "ПЯТНАДЦАТЫЙ", "ШЕСТНАДЦАТЫЙ", "СЕМНАДЦАТЫЙ", "ВОСЕМНАДЦАТЫЙ",
             "ДЕВЯТНАДЦАТЫЙ", "ДВАДЦАТЫЙ", "ДВАДЦАТЬ ПЕРВЫЙ")),
    "kaz": ("От туралы", "Қазақстан Республикасының Заңы 2011 жылғы 7 сәуірдегі № 425-IV.", "{}-тарау. Отын", "{}-бап. От", "От жанады.",
            ("{} БӨЛІМ. ЖАРЫҚ", "{} бөлім. Жарық"), ("БІРІНШІ", "ЕКІНШІ", "ҮШІНШІ", "ТӨРТІНШІ", "БЕСІНШІ", "АЛТЫНШЫ", "ЖЕТІНШІ", "СЕГІЗІНШІ", "ТОҒЫЗЫНШЫ",
             "ОНЫНШЫ", "ОН БІРІНШІ", "ОН ЕКІНШІ", "ОН ҮШІНШІ", "ОН ТӨРТІНШІ", "ОН БЕСІНШІ", "ОН АЛТЫНШЫ", "ОН ЖЕТІНШІ", "ОН СЕГІЗІНШІ",
             "ОН ТОҒЫЗЫНШЫ", "ЖИЫРМАСЫНШЫ", "ЖИЫРМА БІРІНШІ"))}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("letters", ["large", "small"])
@pytest.mark.parametrize("lang", SECTIONS)
def test_sections_by_words_and_their_chapters_have_addresses_of_their_own(lang: str, letters: str, form: str) -> None:
    title, number, chapter, article, text, (capitals, small), ordinals = SECTIONS[lang]
    lines = []
    for place, ordinal in enumerate(ordinals, 1):
        section = capitals.format(ordinal) if letters == "large" else small.format(ordinal.capitalize() if lang == "kaz" else ordinal.lower())
        lines += [section, chapter.format(1), article.format(place), text]
    document = law_in(form, lang, (title, number), lines)
    places = range(1, len(ordinals) + 1)
    assert [str(each.eid) for each in document.provisions] == [
        eid for place in places for eid in (f"sec_{place}", f"sec_{place}__chp_1", f"art_{place}")]
    assert [each.within for each in document.provisions if each.kind == "article"] == [f"sec_{place}__chp_1" for place in places]
    assert document.unread == ()


@pytest.mark.parametrize(("lang", "line", "number"), [("rus", "ЧАСТЬ ПЕРВАЯ", "1"), ("rus", "ЧАСТЬ ВТОРАЯ. ВЕЩИ", "2"), ("kaz", "БІРІНШІ БӨЛІК", "1"),
                                                      ("kaz", "ЕКІНШІ БӨЛІК", "2"), ("kaz", "Екінші бөлік", None), ("rus", "Часть первая", None)])
def test_a_part_of_a_code_by_its_ordinal_is_in_capitals(lang: str, line: str, number: str | None) -> None:
    part = read_part_of_code(line, lang)
    assert (part and part.number) == number


@pytest.mark.parametrize(("lang", "line"), [("rus", "Раздел двенадцатый настоящего Закона не применяется."), ("kaz", "Он екінші бөлім бойынша от жағылады."),
                                            ("rus", "Раздел двадцать."), ("kaz", "Он бөлім.")])
def test_a_sentence_that_begins_with_an_ordinal_is_no_heading(lang: str, line: str) -> None:
    assert read_heading(line, lang) is None
