"""The whole journey of an invented law in three languages, four formats of source and four dated editions.

    git repository (Russian, four editions)  ─┐
    page as HTML (Kazakh)                     ├─ lawgraph import ─► corpus ─► build ─► text, check, site
    plain text (English, a lagging translation) ┘
"""

import json
import os
import re
import shutil
import subprocess
from contextlib import closing
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import html5lib
import pytest
from click.testing import CliRunner, Result

from lawgraph.commands.cli import main
from lawgraph.database.opening import connect
from lawgraph.site.pages.provision import ProvisionOnDayPage
from lawgraph.site.pages.routes import answer
from lawgraph.site.pages.section import Moved, PageContext, PageRequest
from lawgraph.site.render import Host, PageSetting, render
from lawgraph.voice.speaking import Locale, voice_of

MILLS = Path(__file__).parent / "invented" / "mills"
EDITIONS = ("2010-02-01", "2012-03-05", "2015-01-01", "2019-08-20")
LAW = "Z100000077_"


def run(*words: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(each) for each in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in (0, 1), result.output
    return result


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a git repository with one commit for each edition, as the public one has."""
    folder = tmp_path_factory.mktemp("repository")
    act = folder / "laws" / "2010" / "0115-o-vetryanyh-melnicah-77"
    act.mkdir(parents=True)
    _git(folder, "init", "--quiet")
    for day in EDITIONS:
        shutil.copytree(MILLS / day, act, dirs_exist_ok=True)
        _git(folder, "add", "--all")
        _git(folder, "-c", "user.name=nobody", "-c", "user.email=nobody@example.org", "commit", "--quiet", "--message",
             f"Edition of {day}", "--date", f"{day}T12:00:00Z")
    return folder


def _git(folder: Path, *words: str) -> None:
    subprocess.run(["git", *words], cwd=folder, check=True, env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull})


@pytest.fixture(scope="module")
def held(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """Return the options that name the corpus, the facts and the database of the invented law."""
    folder = tmp_path_factory.mktemp("mills")
    corpus = folder / "corpus"
    run("import", repository, "--corpus", corpus)
    run("import", MILLS / "kaz.html", "--corpus", corpus)
    run("import", MILLS / "eng.txt", "--law", LAW, "--lang", "eng", "--kind", "law", "--corpus", corpus)
    shutil.copy(MILLS / "notes.toml", corpus / LAW)
    options = ("--corpus", str(corpus), "--amendments", str(MILLS / "amendments"), "--db", str(folder / "mills.db"))
    run("build", *options)
    return options


def test_every_edition_has_its_place_in_the_corpus(held: tuple[str, ...]) -> None:
    names = {each.name for each in (Path(held[1]) / LAW).iterdir()}
    assert names == {"manifest.toml", "notes.toml", "kaz.html", "eng.txt", *(f"rus-{day}.md" for day in EDITIONS)}


def test_to_import_again_changes_nothing(held: tuple[str, ...], repository: Path) -> None:
    before = {each: each.read_bytes() for each in Path(held[1]).rglob("*") if each.is_file()}
    run("import", repository, "--corpus", held[1])
    assert {each: each.read_bytes() for each in Path(held[1]).rglob("*") if each.is_file()} == before


@pytest.mark.parametrize(("eid", "day", "told"), [
    ("art_2__point_2", "2010-06-01", "yes attested поворачивает крылья против ветра;"),
    ("art_2__point_2", "2012-03-20", "yes attested поворачивает крылья против ветра;"),
    ("art_2__point_2", "2012-03-21", "yes attested поворачивает крылья против ветра не реже двух раз в день;"),
    ("art_2__point_3", "2019-08-19", "yes attested звонит в колокол на рассвете;"),
    ("art_2__point_3", "2019-08-20", "no None None"),
    ("art_3-1", "2014-12-31", "no None None"),
    ("art_3-1", "2015-01-01", "yes attested Ночью мельница молчит."),
    ("art_5__heading", "2019-08-19", "yes attested Введение в действие"),
    ("art_5__heading", "2019-08-20", "yes attested Порядок введения в действие настоящего вымышленного Закона"),
    ("art_4", "2012-03-21", "no None None"),
])
def test_wordings_of_earlier_days_are_known_from_the_editions_of_those_days(held: tuple[str, ...], eid: str, day: str,
                                                                            told: str) -> None:
    result = run("text", LAW, eid, "--on", day, "--lang", "rus", "--format", "json", *held)
    own = next(each for each in json.loads(result.stdout)["provisions"] if each["eid"] == eid)
    assert f"{own['in_operation']} {own['wording']} {own['text']}" == told


def test_an_edition_dated_by_adoption_moves_no_day_of_operation(held: tuple[str, ...]) -> None:
    """The second edition is dated 2012-03-05, when № 120-IV was adopted; it took effect on 2012-03-21."""
    result = run("history", LAW, "art_2__point_2", "--format", "json", *held)
    starts = {each["from"]["latest"] for each in json.loads(result.stdout)["versions"]}
    assert "2012-03-21" in starts
    assert "2012-03-05" not in starts


def test_the_languages_are_held_against_each_other(held: tuple[str, ...]) -> None:
    """The English text lags: it still prints point 3, which № 300-VI excluded."""
    found = json.loads(run("check", "--format", "json", *held).stdout)
    conflicts = [each for each in found if each["kind"] == "editions_disagree"]
    assert [each["eid"] for each in conflicts] == ["art_2__point_3"]
    assert "excludes art_2__point_3 by № 300-VI" in conflicts[0]["message"]
    assert not [each for each in found if "rus-2010-02-01.md does not show" in each["message"]]
    assert not [each for each in found if each["severity"] == "error"]


def test_a_page_shows_the_languages_side_by_side(held: tuple[str, ...]) -> None:
    conn = connect(Path(held[5]))
    page = answer(PageContext(conn, PageRequest(f"/law/{LAW}/eng/art_2/on/2020-01-01"), date(2026, 11, 24)))
    assert isinstance(page, ProvisionOnDayPage)
    assert page.parallel_texts is not None
    assert [each.lang for each in page.parallel_texts.columns] == ["eng", "rus", "kaz"]
    rows = [tuple(f"{cell.label} {cell.text}".strip() for cell in row) for row in page.parallel_texts.rows]
    assert rows[:3] == [
        ("Article 2. Duties of the miller", "Статья 2. Обязанности мельника", "2-бап. Диірменшінің міндеттері"),
        ("The miller shall:", "Мельник:", "Диірменші:"),
        ("1) grease the axle;", "1) смазывает ось;", "1) білікті майлайды;")]


def page_of(held: tuple[str, ...], path: str, locale: Locale = Locale.ENGLISH) -> str:
    voice, today = voice_of(locale), date(2026, 11, 24)
    with closing(connect(Path(held[5]))) as conn:
        page = answer(PageContext(conn, PageRequest(path), today, voice))
    assert not isinstance(page, Moved)
    return render(page, PageSetting(Host.SERVER, today, voice, lambda target: target))


@pytest.mark.parametrize("rest", [
    "", "/on/2020-01-01", "/art_2", "/art_2/on/2020-01-01", "/diff", "/diff/2015-01-01/2019-08-20", "/acts",
])
def test_every_page_of_the_law_leads_to_itself_in_the_other_languages_of_the_text(held: tuple[str, ...],
                                                                                 rest: str) -> None:
    shown = page_of(held, f"/law/{LAW}/rus{rest}")
    switch = shown.partition('<nav aria-label="Language of the text">')[2].partition("</nav>")[0]
    assert re.findall('href="(.*?)"', switch) == [f"/law/{LAW}/kaz{rest}", f"/law/{LAW}/eng{rest}"]
    assert '<span aria-current="true">Russian</span>' in switch


@pytest.mark.parametrize(("locale", "told"), [
    (Locale.ENGLISH, "The English text does not yet show № 300-VI (from 20 August 2019)."),
    (Locale.RUSSIAN, "В английском тексте еще не отражены изменения, внесенные Законом № 300-VI (с 20 августа 2019 года)."),
    (Locale.KAZAKH, "Ағылшын тіліндегі мәтінде № 300-VI Заңымен енгізілген өзгерістер әлі көрсетілмеген"),
])
def test_a_translation_that_lags_says_so_at_the_top(held: tuple[str, ...], locale: Locale, told: str) -> None:
    for rest in ("", "/on/2019-08-20", "/art_5/on/2019-08-20"):
        assert told in page_of(held, f"/law/{LAW}/eng{rest}", locale).replace("\xa0", " "), rest
    for quiet in ("eng/on/2019-08-19", "eng/art_1/on/2019-08-20", "rus/on/2019-08-20"):
        assert told not in page_of(held, f"/law/{LAW}/{quiet}", locale).replace("\xa0", " "), quiet


def test_beyond_what_the_sources_tell_no_part_is_called_held(held: tuple[str, ...]) -> None:
    beyond = page_of(held, f"/law/{LAW}/eng/art_2/on/2026-11-24")
    assert "5 of its 6 provisions are as sure as the law as a whole" in beyond
    assert "no further than the law as a whole is sure" in beyond


def test_the_static_site_is_whole_in_all_languages(held: tuple[str, ...], tmp_path: Path) -> None:
    run("site", "--out", tmp_path / "site", "--today", "2026-11-24", *held)
    for locale in ("", "ru/", "kk/"):
        for lang in ("eng", "rus", "kaz"):
            path = tmp_path / "site" / f"{locale}law/{LAW}/{lang}/art_2/index.html"
            html5lib.HTMLParser(strict=True).parse(path.read_text(encoding="utf-8"))
    assert not broken_links(tmp_path / "site")[:5]


def broken_links(site: Path) -> list[str]:
    """Return the links of a static site that lead to no page of it."""
    return [f"{page.relative_to(site)}: {link}" for page in site.rglob("law/**/index.html")
            for link in set(re.findall(r'<a [^>]*href="([^"#:]+/)[#"]', page.read_text(encoding="utf-8")))
            if not (page.parent / unquote(link) / "index.html").is_file()]
