"""Languages: one place for all that is particular to one, so that a new one is one module."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import lawgraph.languages
from lawgraph.languages.spoken import codes, spoken
from lawgraph.law.amendments import Action, OperationRule, RuleKind
from lawgraph.law.authors import Act, ActKind
from lawgraph.parsing.document import parse_law
from lawgraph.parsing.footnotes.enactment import own_rules
from lawgraph.parsing.headings import read_heading
from lawgraph.reading.opening import read

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "lawgraph"
LETTERS = re.compile(r"[\u0400-\u052f]")
NAMES = {name for code in codes() for name in (code, spoken(code).tag)}

# What stays outside of languages/, with the reason.
ALLOWED = {
    "voice/speaking.py": "the languages of the interface: those that have a catalogue of messages",
    "parsing/citations/resolving.py": "an example of what people type, in a message",
    "database/schema.py": "what columns hold, told to people who read tables",
    "facts/acts.py": "what a key means, told with the words that it is about",
}


def _said(path: Path) -> Iterator[tuple[int, str]]:
    """Give the strings of a module that the program uses: not its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value


def _outside() -> Iterator[Path]:
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        if not place.startswith(("languages/", *ALLOWED)):
            yield path


@pytest.mark.parametrize("path", tuple(_outside()), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_other_module_names_a_language_or_holds_its_letters(path: Path) -> None:
    named = [f"{path.name}:{line} {text!r}" for line, text in _said(path)
             if text in NAMES or LETTERS.search(text)]
    assert not named, f"it belongs into languages/: {', '.join(named)}"


@pytest.mark.parametrize("place", ALLOWED)
def test_the_exceptions_are_still_there(place: str) -> None:
    files = sorted((PACKAGE / place).rglob("*.py")) or [PACKAGE / place]
    assert any(text in NAMES or LETTERS.search(text) for path in files for _, text in _said(path) if path.is_file())


LAW = """\
Զանգերու օրենու

2010/02/03 № 77-IV օրենու

1-գլուխու. Սկիզբու

1-կամու. Խոսքեր

Այս օրենու խոսքեր ունի:
1) զանգու;
2) հանված № 12-V 2014/05/06 օրենուով;
2-1) դռնու.

Նշում. 1-կամուում 2-1) կետուով լցված № 12-V 2014/05/06 օրենուով (2015 գարու 4-ից գործում).

2-կամու. Զանգերու տեր

1. Տերու զանգու ունի.
2. Այս օրենու տպումից տասու օրու անց գործում.

Նշում. 2-կամուում 1-պարու փոխված № 13-V 2016/01/02 օրենուով (տպումից երկու օրու անց գործում).
"""


@pytest.fixture
def fourth(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the one module of a fourth language where languages are found."""
    folder = str(Path(__file__).parent / "fourth_language")
    monkeypatch.setattr(lawgraph.languages, "__path__", [*lawgraph.languages.__path__, folder])
    codes.cache_clear()
    yield
    monkeypatch.undo()
    codes.cache_clear()


@pytest.mark.usefixtures("fourth")
def test_a_law_in_a_language_of_one_new_module_is_read() -> None:
    law = parse_law(read(LAW.encode(), "law.txt"), "zyl", "law.txt")
    assert (law.number, law.adopted) == ("77-IV", date(2010, 2, 3))
    assert [each.eid for each in law.provisions] == [
        "chp_1", "art_1", "art_1__point_1", "art_1__point_2", "art_1__point_2-1", "art_2", "art_2__para_1",
        "art_2__para_2"]
    assert [(each.heading, each.excluded) for each in law.provisions if each.heading or each.excluded] == [
        ("Սկիզբու", False), ("Խոսքեր", False), (None, True), ("Զանգերու տեր", False)]
    twelfth, thirteenth = (Act(number, day, ActKind.LAW) for number, day in (
        ("12-V", date(2014, 5, 6)), ("13-V", date(2016, 1, 2))))
    assert [(each.target, each.action, each.act, each.operation) for each in law.claims] == [
        ("art_1__point_2", Action.EXCLUSION, twelfth, OperationRule(RuleKind.UNSTATED)),
        ("art_1__point_2-1", Action.INSERTION, twelfth, OperationRule(RuleKind.ON_DAY, day=date(2015, 3, 4))),
        ("art_2__para_1", Action.MODIFICATION, thirteenth, OperationRule(RuleKind.AFTER_PUBLICATION, days=2)),
    ]
    assert own_rules([law]) == (OperationRule(RuleKind.AFTER_PUBLICATION, days=10),)
    assert law.findings == ()


@pytest.mark.usefixtures("fourth")
def test_the_new_language_is_offered_where_languages_are_named() -> None:
    assert codes() == ("eng", "rus", "kaz", "zyl")
    assert spoken("zyl").name == "Zylish"


def test_a_language_that_nobody_wrote_is_none() -> None:
    with pytest.raises(KeyError):
        spoken("nul")


@pytest.mark.parametrize(("lang", "line", "number"), [
    ("rus", "Статья 9 бис. Стекло", "9-1"), ("rus", "Статья 9 тер. Стекло", "9-2"), ("rus", "Статья 10а. Масло", "10-1"),
    ("rus", "Статья 10б. Масло", "10-2"), ("rus", "Статья 11¹. Крюк", "11-1"), ("rus", "Статья 11¹². Крюк", "11-12"),
    ("rus", "Статья 12.1. Столб", "12-1"), ("rus", "Cтатья 2. Масло", "2"), ("rus", "Ст. 11. Крюк", "11"),
    ("rus", "Гл. 3. Масло", "3"), ("rus", "Р А З Д Е Л 1", "1"), ("rus", "С т а т ь я 4. Столб", "4"),
    ("rus", "Статья 15–1. Тире", "15-1"), ("rus", "Статья XIV. Дворник", "14"), ("rus", "Статья 5. 2 лампы", "5"),
    ("eng", "Article 1A. Wicks", "1-1"), ("eng", "Article 2 bis. Glass", "2-1"), ("eng", "Art. 7. Oil", "7"),
    ("eng", "Article 12.1. Poles", "12-1"), ("eng", "C h a p t e r 2. Oil", "2"), ("eng", "Article 5¹. Oil", "5-1"),
    ("kaz", "9¹-бап. Шыны", "9-1"), ("kaz", "9 бис-бап. Шыны", "9-1"), ("kaz", "9-1-бап. Шыны", "9-1"),
    ("kaz", "10а-бап. Май", "10-1"), ("rus", "Статья 6. Щётки “Ёж”", "6"), ("rus", "Раздел 2. М А С Л О", "2"),
    ("rus", "С т а т ь я 8. С т о л б", "8"), ("kaz", "3-бап. «С у» мен М А Й", "3"),
])
def test_the_number_of_a_heading_is_read_however_it_is_printed(lang: str, line: str, number: str) -> None:
    heading = read_heading(line, lang)
    assert heading is not None
    assert heading.number == number
    assert heading.rest == line[heading.offset:]


@pytest.mark.parametrize(("lang", "line"), [
    ("rus", "Ст. 5 Закона применяется"), ("rus", "статья 5 настоящего Закона"), ("rus", "Статьями 5а занимается"),
    ("eng", "Article 5 of this Law"), ("eng", "art. 5 of this Law"), ("kaz", "5-баптың екінші бөлігі"),
])
def test_a_sentence_about_an_article_is_no_heading(lang: str, line: str) -> None:
    assert read_heading(line, lang) is None


def test_a_raised_number_behind_a_number_is_that_of_an_insertion() -> None:
    page = ("<html><body><div class='container_gamma text'><h3>Статья 12. Часы</h3><p>Часы.</p><h3>Статья 12<sup>1</sup>. "
            "Бой</h3><p>Бьют.</p></div><div class='aftertext'></div></body></html>")
    markdown = "# О часах\n\n### Статья 12. Часы\n\nЧасы.\n\n### Статья 12<sup>1</sup>. Бой\n\nБьют.\n"
    for name, text in (("law.html", page), ("law.md", markdown)):
        law = parse_law(read(text.encode(), name), "rus", name)
        assert [each.eid for each in law.provisions] == ["art_12", "art_12-1"]
