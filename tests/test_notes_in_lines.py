"""A note behind text on its line is never sure text of the law, in any format, place or language."""

import pytest

from four_formats import FORMATS, law_in
from lawgraph.law.document import Document, UnreadKind

LANGUAGES = {
    "rus": ("О льде", "Закон Республики Казахстан от 7 апреля 2011 года № 425-IV.", "Статья 1. Лед", "Статья 2. Иней",
            "Сноска. Статья {} в редакции Закона РК от 04.02.2019 № 31-VI (вводится в действие с 01.04.2019).", "Лед блестит."),
    "kaz": ("Мұз туралы", "Қазақстан Республикасының Заңы 2011 жылғы 7 сәуірдегі № 425-IV.", "1-бап. Мұз", "2-бап. Қырау",
            "Ескерту. {}-бап жаңа редакцияда - ҚР 04.02.2019 № 31-VI Заңымен (01.04.2019 бастап қолданысқа енгізіледі).", "Мұз жылтырайды."),
    "eng": ("On ice", "The Law of the Republic of Kazakhstan dated 7 April 2011 № 425-IV.", "Article 1. Ice", "Article 2. Frost",
            "Footnote. Article {} as amended by the Law of the Republic of Kazakhstan dated 04.02.2019 № 31-VI (shall be enforced from 01.04.2019).",
            "Ice shines.")}
PLACES = {
    "a paragraph": ("{article}", "1. {text} {note}", "2. {text}"), "the text": ("{article}", "{text} {note}", "{text}"),
    "a point": ("{article}", "{stem}:", "1) {stem}; {note}", "2) {text}"), "a heading": ("{article}. {note}", "{text}"),
    "brackets": ("{article}", "{text} ({note})"), "a line without its label": ("{article}", "{text} {bare}")}


def doubted(document: Document, kind: UnreadKind) -> set[str]:
    return {str(eid) for each in document.unread if each.kind is kind for eid in each.eids}


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_note_behind_text_leaves_its_article_unsure(lang: str, place: str, form: str) -> None:
    title, number, article, other, note, text = LANGUAGES[lang]
    told = note.format(1)
    lines = [line.format(article=article, text=text, stem=text[:-1], note=told, bare=told.split(". ", 1)[1]) for line in PLACES[place]]
    document = law_in(form, lang, (title, number), [*lines, other, text])
    assert "art_1" in doubted(document, UnreadKind.TEXT)
    assert "art_1" in doubted(document, UnreadKind.NOTE)
    assert "art_2" not in doubted(document, UnreadKind.TEXT) | doubted(document, UnreadKind.NOTE)
    assert document.claims == ()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_note_behind_text_leaves_the_article_unsure_that_it_names(lang: str) -> None:
    title, number, article, other, note, text = LANGUAGES[lang]
    document = law_in("txt", lang, (title, number), [article, f"{text} {note.format(2)}", other, text])
    assert {"art_1", "art_2"} <= doubted(document, UnreadKind.NOTE)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_note_behind_a_break_is_read(lang: str) -> None:
    title, number, article, other, note, text = LANGUAGES[lang]
    document = law_in("html", lang, (title, number), [article, f"{text}<br/>{note.format(1)}", other, text])
    assert [str(claim.target) for claim in document.claims] == ["art_1"]
    assert next(each.text for each in document.provisions if each.eid == "art_1") == text
    assert document.unread == ()


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_several_notes_on_one_line_none_is_lost(lang: str, form: str) -> None:
    title, number, article, other, note, text = LANGUAGES[lang]
    document = law_in(form, lang, (title, number), [article, text, other, text, f"{note.format(1)} {note.format(2)}"])
    assert {"art_1", "art_2"} <= doubted(document, UnreadKind.NOTE) | {str(claim.target) for claim in document.claims}
    assert all(each.text == text for each in document.provisions if each.text)
