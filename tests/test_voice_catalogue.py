"""The catalogues of messages: whole, nothing stale, with the same places in every language."""

import re
from collections.abc import Iterator
from functools import cache
from gettext import c2py
from io import BytesIO
from pathlib import Path
from string import Formatter

import messages
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from lawgraph.database.schema import TABLES
from lawgraph.voice.speaking import Locale, voice_of

TONGUES = [Locale.RUSSIAN, Locale.KAZAKH]
PLACE = re.compile(r"%\((\w+)\)s")
LETTERS = re.compile(r"[^\W\d_]")
CYRILLIC = re.compile(r"[А-Яа-яЁёӘәІіҢңҒғҮүҰұҚқӨөҺһ]")
VALUES_TOLD = {each.meaning for table in TABLES for each in table.columns}
"""What is told of columns names their values, which are data."""
NAMES = re.compile(r"--[\w-]+|\b(?:DAY|LAW|CODE|day|PEM|XML|DOCTYPE|OASIS|shallow|content|amendments|SQL|Datasette|verify)\b|lawgraph (?:fetch --code CODE --editions|instructions|check|lint|build)|dask scheduler|dask worker|Dask|Akoma Ntoso|apt-get install chromium|Chromium|Debian|docx|pagefind\[bin\]|Pagefind|reftable|files|\bgit\b|lawgraph|manifest\.toml|true|false|mailto|https|iconv -f windows-1251 -t utf-8|documents/CODE/LANGUAGE|"
                   r"windows-1251|UTF-8|YAML|TOML|Z100000271_|adilet\.zan\.kz|zan\.gov\.kz|'content'|pagesCount|versionDate|version_date|rus\.md|kaz\.md|"
                   r"manifest(?:\.toml)?|\bid\b|0x|lawgraph|Atom|JSON|CSV|SHA-256|№ 124-V|\.json|\.txt|\beng\b|\brus\b|\bkaz\b|124-V|%%")
KAZAKH_LETTER = re.compile(r"[ӘәІіҢңҒғҮүҰұҚқӨөҺһ]")


@pytest.fixture(scope="module", params=TONGUES)
def locale(request: pytest.FixtureRequest) -> Locale:
    given = request.param
    assert isinstance(given, Locale)
    return given


@cache
def held(locale: Locale) -> Catalog:
    """Read a catalogue, once for all tests."""
    return messages.catalogue_of(locale)


@cache
def said() -> Catalog:
    """Read what the program and its templates say, once for all tests."""
    return messages.template()


def entries(locale: Locale) -> list[Message]:
    return [each for each in held(locale) if each.id]


def forms(entry: Message) -> Iterator[tuple[str, str]]:
    """Give each form of a message with its translation; forms beyond the second are those of the plural."""
    if isinstance(entry.id, str):
        yield entry.id, str(entry.string)
    else:
        for place, string in enumerate(entry.string or ()):
            yield entry.id[min(place, 1)], string


def test_every_message_that_is_said_has_a_translation_and_none_is_stale(locale: Locale) -> None:
    wanted = {(each.id, each.context) for each in said() if each.id}
    translated = {(each.id, each.context) for each in entries(locale)}
    assert len(wanted) > 300
    assert not sorted(map(str, wanted - translated)), "make messages, and translate them"
    assert not sorted(map(str, translated - wanted)), "make messages"
    assert not [each.id for each in entries(locale) if not all(string.strip() for _, string in forms(each))]
    assert not [each.id for each in entries(locale) if each.fuzzy]


def test_the_script_keeps_every_message_with_its_translation(locale: Locale) -> None:
    """Held against each other as messages: how a file is laid out is a matter of babel's release."""
    written = read_po(BytesIO(messages.updated(locale)), locale=str(locale))
    assert _translations(written) == _translations(held(locale)), "make messages"


def _translations(catalogue: Catalog) -> dict[tuple[str, str | None], tuple[tuple[str, str], ...]]:
    return {(str(each.id), each.context): tuple(forms(each)) for each in catalogue if each.id}


def test_every_message_says_where_it_stands_and_what_its_places_hold(locale: Locale) -> None:
    """For those who check the words: the place, and an example of each value in their own language."""
    assert not [each.id for each in entries(locale) if not each.auto_comments]
    told = next(each for each in entries(locale) if each.id == "The law was in operation %(as_on)s.")
    assert [each.startswith("%(as_on)s: ") and "20 " in each for each in told.auto_comments] == [False, True]


@pytest.mark.parametrize(("language", "numbers"), [
    (Locale.RUSSIAN, ((1, 21, 101, 1001), (2, 3, 4, 22, 34, 102), (0, 5, 11, 12, 14, 20, 25, 100, 111, 112, 1011))),
    (Locale.KAZAKH, ((1,), (0, 2, 5, 11, 21, 101))),
])
def test_the_rule_of_a_language_says_which_form_goes_with_a_number(
        language: Locale, numbers: tuple[tuple[int, ...], ...]) -> None:
    rule = messages.PLURALS[language]
    catalogue = held(language)
    assert (catalogue.plural_forms, catalogue.num_plurals) == (rule, len(numbers))
    form_of = c2py(rule.partition("plural=")[2].rstrip(";"))
    assert [{form_of(number) for number in each} for each in numbers] == [{place} for place in range(len(numbers))]


def test_the_places_of_values_are_the_same(locale: Locale) -> None:
    for entry in entries(locale):
        for said, string in forms(entry):
            # In Russian «положение» may stand for "this point": a past verb would have to know its gender.
            spared = {"this"} if locale is Locale.RUSSIAN and "положение" in string else set()
            assert set(PLACE.findall(said)) - spared == set(PLACE.findall(string)) - spared, said
            assert _braces(said) == _braces(string), said
            assert not re.search(r"%(?!\(\w+\)s|%)", string), string


def _braces(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_translation_is_in_the_letters_of_its_language(locale: Locale) -> None:
    for entry in entries(locale):
        for said, string in forms(entry):
            if LETTERS.search(PLACE.sub("", NAMES.sub("", said))):
                assert CYRILLIC.search(PLACE.sub("", string)) or PLACE.fullmatch(string), said
            left = set(re.findall(r"[A-Za-z]{2,}", PLACE.sub("", NAMES.sub("", re.sub(r"\{\w+\}", "", string)))))
            assert not left - (set(re.findall("[A-Za-z]+", said)) if said in VALUES_TOLD else set()), string


def test_kazakh_is_not_russian_left_standing() -> None:
    russian = {(each.id, each.context): tuple(forms(each)) for each in entries(Locale.RUSSIAN)}
    same = [each.id for each in entries(Locale.KAZAKH) if len(str(each.string).split()) > 2
            and tuple(forms(each)) == russian[each.id, each.context] and CYRILLIC.search(PLACE.sub("", str(each.string)))]
    assert not same


@pytest.mark.parametrize("never", [
    r"сохранил", r"сақталма", r"заң күші(?! жой)", r"[ёЁ]", "—", r"не в действии", r"в действии ли",
    r"осы күні", r"осы күнгі", r"неизвестны\b", r"өзгерткен акт\w* белгісіз", r"[Уу]чтен", r"[Тт]іркелген", r"доходят",
    r"вводная часть", r"кіріспе бөлік", r"по аналогии", r"ұқсастық", r"[Сс]обран", r"[Жж]иналған", r"[Бб]асылған жері",
    r"[Нн]апечатано:", r"Что утратило", r"[Нн]аименование",
])
def test_what_lawyers_took_amiss_is_said_no_more(locale: Locale, never: str) -> None:
    """The State lost no law: we have no text of it. Legal force is «заңдық күш»; official texts have neither ё nor —."""
    assert not [string for each in entries(locale) for _, string in forms(each) if re.search(never, string)
                and (locale is Locale.RUSSIAN or never not in {"—", "[ёЁ]"})]


@pytest.mark.parametrize("never", [
    r"№(?! )", r'["“”]', r"\d – \d", r" - ", r"\.\.\.", r"(?<!\w)(?:ст|гл|п)\.(?! )", "  ", "кешіктірмей",
])
def test_signs_are_set_as_official_texts_set_them(locale: Locale, never: str) -> None:
    """A space behind №, «…» and „…“ for quotations, – for a dash; a range of figures has no spaces."""
    assert not [string for each in entries(locale) for _, string in forms(each) if re.search(never, string)]


PARTICLES = ("мен", "бен", "пен", "ма", "ме", "ба", "бе", "па", "пе", "да", "де", "та", "те")
NOUNS = re.compile(r"-(?:бап|тармақ|бөлі[кмг]|кіші|тарау|параграф|ескертпе|қосымша|кесте|жол|абзац|беті)")


def test_no_kazakh_ending_hangs_on_a_value() -> None:
    """Which ending a value takes its last sound decides, so a noun behind it carries the ending: «№ 124-V Заңымен»."""
    told = [string for each in entries(Locale.KAZAKH) for _, string in forms(each)]
    hung = [string for string in told for behind in re.findall(r"(?:%\(\w+\)s|\{\w+\})(-?[^\W\d_]+)", string)
            if not NOUNS.match(behind)]
    parted = [string for string in told if re.search(rf"%\(\w+\)s (?:{'|'.join(PARTICLES)})\b", string)]
    assert not hung + parted


def test_a_russian_sentence_does_not_begin_with_a_small_preposition() -> None:
    begun = [str(each.string) for each in entries(Locale.RUSSIAN) if re.match(r"%\((as_on|until|from_day|when)\)s", str(each.string))]
    assert not begun


def test_russian_sources_cover_a_time_up_to_a_day() -> None:
    """«По» a day goes with «время»: sources do not «доходить по 2 марта»."""
    for each in entries(Locale.RUSSIAN):
        if "%(until)s" in str(each.string):
            assert re.search(r"время (?:только )?%\(until\)s", str(each.string)), each.string


def test_russian_has_no_kazakh_letters() -> None:
    assert not [string for each in entries(Locale.RUSSIAN) for _, string in forms(each) if KAZAKH_LETTER.search(string)]


@pytest.mark.parametrize("number", range(25))
def test_every_number_has_its_form(locale: Locale, number: int) -> None:
    voice = voice_of(locale)
    for entry in entries(locale):
        if not isinstance(entry.id, str):
            one, many = entry.id
            assert len(entry.string or ()) == held(locale).num_plurals
            assert CYRILLIC.search(voice.messages.ngettext(one, many, number))


def test_a_message_of_a_table_is_found_where_it_stands() -> None:
    places = {each.id: {file for file, _ in each.locations} for each in said()}
    assert places["newly worded"] == {"src/lawgraph/voice/names.py"}
    assert "site_templates/pages/_grades.html" in places["Held"]
    assert Path(messages.ROOT / "Makefile").read_text(encoding="utf-8").count("scripts/messages.py") == 1
