"""The page of an act whose text is held: each instruction beside what it did, linked to its place; what is not applied, and why."""

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import html5lib
import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator

import lawgraph.replay
from lawgraph.commands.cli import main
from lawgraph.database.build import build
from lawgraph.database.freshness import Folders
from lawgraph.database.opening import connect
from lawgraph.printout.exports import EVERY_ANSWER, schema_of
from lawgraph.queries.answers import instructions_of
from lawgraph.site.building import build_site
from lawgraph.site.pages.act import ActPage, ShownInstruction, act_page
from lawgraph.site.pages.expression import open_expression
from lawgraph.site.pages.history import history_page
from lawgraph.site.render import Host, PageSetting, render
from lawgraph.site.showing import Showing
from lawgraph.voice.names import not_applied
from lawgraph.voice.speaking import ENGLISH, Locale, voice_of
from test_replay_worlds import built, files, world

TODAY = date(2021, 1, 1)
LAW = """# О кострах

### Статья 1. Кострище

Костер жгут на кострище.

Кострище обкладывают камнем.

### Статья 2. Сторож

Сторож:

1) носит дрова;

2) следит за огнем.

Огонь он гасит водой.

3) метет кострище.

Сторож не спит.

### Статья 3. Огонь

1. Огонь зажигают днем. Огонь гасят вечером.

2. Огонь не зажигают в лесу.

### Статья 4. Введение в действие

Настоящий Закон вводится в действие с 1 марта 2012 года.
"""
ACT = """О внесении изменений и дополнений

Статья 1. Внести изменения и дополнения в следующие законодательные акты Республики Казахстан:

3. В Закон Республики Казахстан от 7 февраля 2012 года «О кострах»:

1) часть вторую статьи 1 изложить в следующей редакции:

«Кострище обкладывают камнем и глиной.»;

2) в статье 2:

слово «Сторож» заменить словом «Смотритель»;

в подпункте 2):

слово «огнем» заменить словами «огнем и дымом»;

часть вторую исключить;

3) в статье 3:

в пункте 2 слово «лесу» заменить словами «лесу и в поле»;

дополнить пунктом 3 следующего содержания:

«3. Пепел уносят.».

Статья 2. Настоящий Закон вводится в действие с 1 января 2016 года.
"""


def _hold(folder: Path, text: str, name: str, manifest: str) -> None:
    folder.mkdir(parents=True)
    (folder / name).write_text(text, encoding="utf-8")
    sha = hashlib.sha256(text.encode()).hexdigest()
    source = f'[[source]]\nfile = "{name}"\nlang = "rus"\nstanding = "official"\nretrieved = 2020-12-01\nsha256 = "{sha}"\n'
    (folder / "manifest.toml").write_text(manifest + source + ("day = 2012-04-01\n" if "md" in name else ""), encoding="utf-8")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a database of an invented law and one act on it."""
    folder = tmp_path_factory.mktemp("fires")
    _hold(folder / "corpus" / "Z1200000009", LAW, "rus.md",
          'id = "Z1200000009"\nnumber = "9-V"\nadopted = 2012-02-07\nkind = "law"\n[titles]\nrus = "О кострах"\n')
    _hold(folder / "corpus" / "Z1500000400", ACT, "rus.txt",
          'id = "Z1500000400"\nnumber = "400-V"\nadopted = 2015-11-02\nkind = "law"\namends = [2012-02-07]\n')
    (folder / "corpus" / "Z1200000009" / "notes.toml").write_text(
        'law = "Z1200000009"\nrecorded = 2020-12-02\n[acts_complete_until]\nday = 2020-12-01\nsource = "invented"\nconfidence = "high"\n', encoding="utf-8")
    (folder / "amendments").mkdir()
    build(Folders(folder / "corpus", folder / "amendments"), folder / "law.db", iter)
    return folder / "law.db"


@pytest.fixture
def conn(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(database)) as opened:
        yield opened


@pytest.fixture
def page(conn: sqlite3.Connection) -> ActPage:
    return act_page(conn, "400-V")


def shown(page: ActPage) -> dict[str, ShownInstruction]:
    return {each.source.text: each for law in page.laws for each in law.instructions}


def html(page: ActPage, locale: Locale = Locale.ENGLISH) -> str:
    return render(page, PageSetting(Host.FILES, TODAY, voice_of(locale), lambda path: path))


def test_each_instruction_stands_between_what_was_and_what_came(page: ActPage) -> None:
    made = shown(page)["в пункте 2 слово «лесу» заменить словами «лесу и в поле»;"]
    effect, = made.effects
    assert effect.before
    assert effect.after
    assert (effect.before.day, effect.before.block.text) == (date(2015, 12, 31), "Огонь не зажигают в лесу.")
    assert (effect.after.day, effect.after.block.text) == (date(2016, 1, 1), "Огонь не зажигают в лесу и в поле.")
    (difference,) = effect.marks.values()
    assert [each.after.strip() for each in difference.changes if each.kind != "equal"] == ["и в поле"]


def test_what_is_brought_in_was_not_there_before(page: ActPage) -> None:
    effect, = shown(page)["дополнить пунктом 3 следующего содержания:"].effects
    assert effect.before
    assert effect.after
    assert effect.before.block.answer.grade == "absent"
    assert effect.after.block.text == "Пепел уносят."


def test_an_instruction_names_its_place_in_the_act_and_in_the_file(conn: sqlite3.Connection) -> None:
    said = instructions_of(conn, "400-V")
    assert [each.place for each in said][:2] == [("1", "3", "1", "1–2"), ("1", "3", "2", "2")]
    assert all(ACT[slice(*each.span)].startswith(each.text) for each in said)
    assert all(ACT.splitlines()[each.line - 1].endswith(each.text) for each in said)


def test_what_is_not_applied_says_why_and_shows_both_readings_side_by_side(page: ActPage, conn: sqlite3.Connection) -> None:
    made = shown(page)["часть вторую исключить;"]
    assert made.refused == ("it can mean several units",)
    assert [[each.text for each in units] for units in made.readings] == [["art_2__al_2"], ["art_2__point_2__al_2"]]
    assert shown(page)["слово «Сторож» заменить словом «Смотритель»;"].refused == (
        "the words that it searches for stand there more than once",)
    told = " ".join(message for message, in conn.execute("select message from findings where kind = 'not_applied'"))
    assert "may mean art_2__al_2 or art_2__point_2__al_2" in told


def test_every_reason_not_to_apply_has_a_sentence() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in Path(*lawgraph.replay.__path__).glob("*.py"))
    words = set(re.findall(r'Unplaced\("(\w+)"\)|return "([a-z]+_[a-z_]+)"|Unplaced\("(\w+)" if \w+ else "(\w+)"\)|"(overlap)"', source))
    reasons = {each for found in words for each in found if each} - {"law"}
    assert len(reasons) > 15
    assert all(not_applied(each, ENGLISH) for each in reasons)


def test_the_data_of_the_page_hold_the_instructions_with_their_spans(page: ActPage) -> None:
    data = json.loads(page.data("0" * 64))
    Draft202012Validator(schema_of(EVERY_ANSWER["act"])).validate(data)
    told = data["instructions"]
    assert (told[0]["form"], told[0]["units"], told[0]["refused"]) == ("F1", ["art_1__al_2"], None)
    assert all(ACT[each["start"]:each["end"]].startswith(each["text"]) for each in told)


def test_the_list_of_acts_holds_the_same_instructions(database: Path, page: ActPage) -> None:
    asked = ["acts", "--db", str(database), "--corpus", str(database.parent / "corpus"),
             "--amendments", str(database.parent / "amendments"), "--format", "json"]
    every, of_law = (json.loads(CliRunner().invoke(main, told, catch_exceptions=False).stdout) for told in (asked, [*asked, "9-V"]))
    act, = (each for each in every if each["name"] == "400-V")
    assert act["instructions"] == json.loads(page.data(None))["instructions"]
    assert next(each for each in of_law if each["name"] == "400-V") == act


def test_the_life_of_a_provision_quotes_the_instruction_and_leads_to_it(conn: sqlite3.Connection) -> None:
    life = history_page(conn, open_expression(conn, "9-V", "rus", TODAY), next(
        each.eid for each in open_expression(conn, "9-V", "rus", TODAY).places if each.eid == "art_3__para_2"))
    source, = (each for change in life.evidence.changes for each in change.sources if "«лесу»" in each.text)
    assert source.text == "в пункте 2 слово «лесу» заменить словами «лесу и в поле»;"
    line = 1 + ACT.splitlines().index(source.text)
    assert source.path == f"/act/400-V#rus-{line}"
    assert f'id="rus-{line}"' in html(act_page(conn, "400-V"))


@pytest.mark.parametrize(("locale", "told"), [
    (Locale.ENGLISH, "In its own words"), (Locale.RUSSIAN, "Словами самого акта"), (Locale.KAZAKH, "Актінің өз сөзімен")])
def test_the_page_speaks_three_languages_and_is_sound(conn: sqlite3.Connection, locale: Locale, told: str) -> None:
    text = html(act_page(conn, "400-V", voice_of(locale)), locale)
    html5lib.HTMLParser(strict=True).parse(text)
    assert told in text
    assert len(set(re.findall(r'\sid="([^"]+)"', text))) == len(re.findall(r'\sid="([^"]+)"', text))


def test_the_static_site_links_instructions_to_pages_that_are_there(database: Path) -> None:
    out = database.parent / "site"
    build_site(database, out, Showing(TODAY))
    act = (out / "act" / "400-V" / "index.html").read_text(encoding="utf-8")
    for target in re.findall(r'<td>\s*<p><a href="([^"#]+)(?:#[^"]*)?"', act):
        assert (out / "act" / "400-V" / target).resolve().exists(), target


def test_what_an_act_does_to_one_unit_stands_in_the_order_of_its_days(tmp_path: Path) -> None:
    with closing(connect(built(tmp_path, files(world("107"))))) as opened:
        page = act_page(opened, "388-V")
    days = [effect.after.day for law in page.laws for each in law.instructions for effect in each.effects
            if effect.after and effect.target.text == "Article 3, point 1"]
    assert days == [date(2017, 1, 1), date(2018, 1, 1)]


def test_what_an_act_says_is_quoted_without_the_mark_that_ends_its_step(page: ActPage) -> None:
    assert "заменить словами «лесу и в поле»</q>" in html(page)
