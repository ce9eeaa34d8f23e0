"""What links in the notes of a law tell of its acts: the id under which they are published, and their titles."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from git_acts import ABOUT_CLOCKS, Repository, meta
from lanterns import built, taken
from lawgraph.intake.corpus import read_manifest
from lawgraph.intake.files import Given
from lawgraph.law.amendments import Dating

LAW = "Z1100000077"
TEXT = {
    "rus": ("# О реках\n\n### Статья 1. Река\n\nРека течет.\n\n> *Сноска. Статья 1 с изменением, внесенным Законом РК от 10.01.2014 {} "
            "(вводится в действие с 01.03.2014).*\n\n### Статья 2. Начало\n\nНастоящий Закон вводится в действие с 1 мая 2011 года.\n"),
    "kaz": ("# Өзендер туралы\n\n### 1-бап. Өзен\n\nӨзен ағады.\n\n> *Ескерту. 1-бапқа өзгеріс енгізілді – ҚР 10.01.2014 {} Заңымен (01.03.2014 бастап "
            "қолданысқа енгізіледі).*\n\n### 2-бап. Басы\n\nОсы Заң 2011 жылғы 1 мамырдан бастап қолданысқа енгізіледі.\n")}
RUS = '[№ 20-V](https://adilet.zan.kz/rus/docs/{}#z1 "О внесении изменений")'
KAZ = '[№ 20-V](https://adilet.zan.kz/kaz/docs/Z1400000020 "Өзгерістер енгізу туралы")'


def act(folder: Path, **links: str) -> tuple[str | None, int | None, dict[str, str]]:
    """Return the id of an act, whether it is guessed, and its titles, of a law whose texts name it by links."""
    (folder / "amendments").mkdir()
    for lang, link in links.items():
        (folder / f"{lang}.md").write_text(TEXT[lang].format(link), encoding="utf-8")
        taken(folder, folder / f"{lang}.md", Given(LAW, lang, "77-IV", date(2011, 3, 3), "law", date(2016, 5, 1)))
    with closing(sqlite3.connect(built(folder))) as conn:
        row = conn.execute("select adilet_id, guessed, title_rus, title_kaz from acts where name = '20-V'").fetchone()
    return row[0], row[1], {lang: title for lang, title in zip(("rus", "kaz"), row[2:], strict=True) if title}


def test_each_text_gives_the_title_in_its_language(tmp_path: Path) -> None:
    assert act(tmp_path, rus=RUS.format("Z1400000020"), kaz=KAZ) == (
        "Z1400000020", 0, {"rus": "О внесении изменений", "kaz": "Өзгерістер енгізу туралы"})


@pytest.mark.parametrize(("link", "told"), [
    ("№ 20-V", (None, None, {})), ("[№ 20-V](/rus/docs/Z1400000020)", ("Z1400000020", 0, {})),
    ('[№ 20-V](https://example.org "Река")', (None, None, {}))])
def test_a_link_without_a_title_or_to_no_act_tells_less(tmp_path: Path, link: str, told: object) -> None:
    assert act(tmp_path, rus=link) == told


def test_two_ids_for_one_act_are_none(tmp_path: Path) -> None:
    assert act(tmp_path, rus=RUS.format("Z140000020V"), kaz=KAZ)[0] is None


CAUSE = "Закон Республики Казахстан от 5 июля 2014 года № 227-V"
NOTE = ("> *Сноска. Статья 1 с изменением, внесенным Законом РК от 05.07.2014 № 227-V (вводится в действие по истечении десяти календарных дней "
        "после дня его первого официального опубликования).*\n\n<a id=\"st2\"></a>")
CAUSED = ABOUT_CLOCKS.format(second="Стрелка – указатель часов.").replace('<a id="st2"></a>', NOTE)
FOLDER = "03-laws/2012/0301-o-chasakh-7001"


def told_of(folder: Path) -> tuple[object, ...]:
    (folder / "amendments").mkdir(exist_ok=True)
    with closing(sqlite3.connect(built(folder))) as conn:
        return tuple(conn.execute("select zan, adilet_id, guessed, title_rus, title_kaz from acts where name = '227-V'").fetchone())


def imported(folder: Path, caused_by: str, **trailers: str) -> Path:
    """Return a folder with the corpus of a repository whose one edition names its cause."""
    repository = Repository(folder / "repository")
    repository.edition("2015-01-01", FOLDER, {"rus.md": CAUSED, "meta.yaml": meta("2015-01-01") + caused_by}, **trailers)
    (folder / "amendments").mkdir(exist_ok=True)
    taken(folder, repository.path, Given())
    return folder


@pytest.mark.parametrize(("more", "told"), [
    ("  title: О поправках\n  link: https://adilet.zan.kz/rus/docs/Z1400000227\n", ("9001", "Z1400000227", 0, "О поправках", None)),
    ("  title: {rus: О поправках, kaz: Түзетулер туралы}\n", ("9001", None, None, "О поправках", "Түзетулер туралы")),
    ("  link: https://zan.gov.kz/client/#!/doc/9001/rus\n", ("9001", None, None, None, None))])
def test_the_cause_of_an_edition_tells_code_id_and_title_of_its_act(tmp_path: Path, more: str, told: object) -> None:
    folder = imported(tmp_path, f"caused_by:\n  code: '9001'\n  requisite: {CAUSE}\n{more}")
    assert told_of(folder) == told


def test_what_facts_leave_open_of_an_act_the_cause_of_an_edition_tells(tmp_path: Path) -> None:
    folder = imported(tmp_path, f"caused_by:\n  code: '9001'\n  requisite: {CAUSE}\n  title: О поправках\n")
    (folder / "amendments" / "227-V.toml").write_text(
        'number = "227-V"\nadopted = 2014-07-05\nrecorded = 2026-11-24\nsource = "invented"\nconfidence = "low"\n\n'
        '[titles]\nkaz = "Түзетулер"\n', encoding="utf-8")
    assert told_of(folder) == ("9001", None, 0, "О поправках", "Түзетулер")


@pytest.mark.parametrize("caused_by", ["caused_by:\n  code: '9001'\n", "caused_by: '9001'\n"])
def test_an_act_once_known_by_its_code_is_the_act_by_its_number(tmp_path: Path, caused_by: str) -> None:
    folder = imported(tmp_path, f"caused_by:\n  code: '9001'\n  requisite: {CAUSE}\n")
    other = Repository(tmp_path / "other")
    told = meta("2015-01-01").replace("7001", "7002").replace("№ 7-V", "№ 8-V")
    other.edition("2015-01-01", FOLDER.replace("7001", "7002"), {"rus.md": CAUSED, "meta.yaml": told + caused_by})
    taken(folder, other.path, Given())
    manifest = read_manifest(folder / "corpus" / "Z1200000008")
    assert (manifest.sources[0].caused_by, manifest.sources[0].dated_by) == ("227-V", Dating.OPERATION)


def test_the_trailers_of_a_commit_tell_the_code_where_the_act_does_not(tmp_path: Path) -> None:
    folder = imported(tmp_path, f"caused_by:\n  requisite: {CAUSE}\n", Cause_Act_Code="9001")
    assert told_of(folder)[0] == "9001"


def test_of_several_causes_none_made_the_edition(tmp_path: Path) -> None:
    folder = imported(tmp_path, f"caused_by:\n- code: '9001'\n  requisite: {CAUSE}\n- code: '9002'\n")
    manifest = read_manifest(folder / "corpus" / "Z1200000007")
    assert (manifest.sources[0].caused_by, manifest.sources[0].dated_by, manifest.causes) == (None, Dating.ADOPTION, ())


@pytest.mark.parametrize("requisite", [
    "Закон Республики Казахстан от 5 июля 2014 года № 227-V, Закон Республики Казахстан от 1 января 2015 года № 300-V",
    "законы Республики Казахстан от 5 июля 2014 года № 227-V и от 1 января 2015 года № 300-V"])
def test_an_edition_that_two_acts_made_is_dated_by_no_operation(tmp_path: Path, requisite: str) -> None:
    folder = imported(tmp_path, f"caused_by:\n  requisite: {requisite}\n")
    manifest = read_manifest(folder / "corpus" / "Z1200000007")
    assert (manifest.sources[0].dated_by, manifest.causes) == (Dating.ADOPTION, ())


def test_fields_that_are_told_for_no_language_are_those_of_each(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "repository")
    repository.edition("2015-01-01", FOLDER, {"rus.md": CAUSED, "meta.yaml": (
        "act_code: '7001'\nrequisite: Закон Республики Казахстан от 1 марта 2012 года № 7-V\ntitle: О часах\nversion_date: 01.02.2015\n")})
    (tmp_path / "amendments").mkdir()
    taken(tmp_path, repository.path, Given())
    assert read_manifest(tmp_path / "corpus" / "Z1200000007").titles == (("rus", "О часах"),)
    assert (tmp_path / "corpus" / "Z1200000007" / "rus-2015-02-01.md").exists()
