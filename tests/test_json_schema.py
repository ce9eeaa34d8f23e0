"""Every JSON that leaves the program holds to the JSON Schema that the program prints, and to no less than that."""

import copy
import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.protocols import Validator
from jsonschema.validators import extend

from built import TODAY, opened
from conftest import FOLDERS, ROOT
from gazette import THREE, folders, simulated
from lawgraph.commands.cli import main
from lawgraph.database.build import build
from lawgraph.database.freshness import Folders
from lawgraph.database.opening import connect
from lawgraph.printout.exports import DIALECT, EVERY_ANSWER, schema_of
from lawgraph.site.pages.page import Page
from lawgraph.site.pages.paths import Format
from lawgraph.site.pages.routes import answer, every_page, every_page_of
from lawgraph.site.pages.section import Moved, PageContext, PageRequest
from lawgraph.site.pages.wrong import Unanswerable, WrongPage

REAL = {
    "text": ("text 271-IV --on 2013-07-20", "text 271-IV --on 2009-01-01", "text 271-IV 5(2) --on 2026-05-01",
             "text 271-IV art_23-1 --on 2026-05-01 --known-on 2026-01-01"),
    "history": ("history 271-IV art_7", "history 271-IV"),
    "diff": ("diff 271-IV 2010-07-01 2026-01-01", "diff 271-IV 2013-07-20 2013-07-20"),
    "acts": ("acts", "acts 271-IV"), "find": ("find probation 271-IV", "find lanterns 271-IV"),
    "check": ("check",),
    "doctor": ("doctor tests/broken", "doctor corpus"),
    "instructions": ("instructions tests/replay/act.rus.txt",),
    "coverage": ("coverage 271-IV", "coverage 271-IV --known-on 2020-01-01"),
    "graph": ("graph", "graph 271-IV"), "cite": ("cite 271-IV art_7 --on 2013-07-20",),
    "parse": ("parse corpus/Z100000271_/eng.txt", *(f"parse {path.relative_to(ROOT)}" for path in sorted(
        (ROOT / "tests" / "golden").glob("eng_*.txt")))),
}
INVENTED = {
    "text": ("text 10-IV --on 2018-01-01", "text 30-VI --on 2018-01-01 --lang rus"),
    "history": ("history 20-V art_2", "history X00000003_"), "diff": ("diff 10-IV 2012-01-01 2018-01-01",),
    "acts": ("acts",), "check": ("check",), "coverage": ("coverage 20-V --lang rus",),
    "graph": ("graph", "graph A1_", "graph C1_ --lang rus"),
}
PAGES = {
    "HomePage": "home", "LawsPage": "laws", "AboutPage": "about", "DataPage": "data", "SearchPage": "search", "ActPage": "act",
    "MatrixPage": "matrix", "ComparisonsPage": "comparisons", "FindingsPage": "check", "LawPage": "text",
    "LawOnDayPage": "text", "ProvisionOnDayPage": "text", "HistoryPage": "history", "DiffPage": "diff",
    "WordsPage": "find", "EffectsPage": "effects",
}
ASKED = (PageRequest("/search", words="bells"), PageRequest("/search", words="art. 7", law="271-IV", lang="eng", on="2013-07-20"),
         PageRequest("/search", words="124-V"), PageRequest("/law/Z100000271_/eng/words", words="probation"), PageRequest("/search"), PageRequest("/search", words="infractions", on="2012-01-01"))
WRONG = (PageRequest("/law/1-I/eng"), PageRequest("/law/Z100000271_/eng/on/2013-02-30"), PageRequest("/nothing"), PageRequest(f"/{'x' * 5000}"))


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> tuple[Folders, Path]:
    at = tmp_path_factory.mktemp("invented")
    source = folders(at, *THREE, *map(simulated, range(6)))
    build(source, at / "law.db", iter)
    return source, at / "law.db"


def strict(name: str) -> Validator:
    """Return what holds JSON against a schema, and refuses fields that the schema does not name.

    The same provision stands on a hundred pages: what was held against a shape once is not held against it again.
    """
    schema = json.loads(CliRunner().invoke(main, ["schema", name]).stdout)
    for shape in schema["$defs"].values():
        shape["additionalProperties"] = False
    seen = set[tuple[str, str]]()

    def once(validator: Validator, shape: str, told: object, within: object) -> Iterator[ValidationError]:
        key = shape, json.dumps(told, sort_keys=True)
        if key not in seen:
            wrong = list(Draft202012Validator.VALIDATORS["$ref"](validator, shape, told, within))
            yield from wrong
            seen.update(() if wrong else (key,))

    kind = extend(Draft202012Validator, {"$ref": once})
    return kind(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("name", EVERY_ANSWER)
def test_each_schema_is_one(name: str) -> None:
    schema = json.loads(CliRunner().invoke(main, ["schema", name]).stdout)
    assert schema["$schema"] == DIALECT
    Draft202012Validator.check_schema(schema)


def test_the_names_are_listed() -> None:
    told = CliRunner().invoke(main, ["schema"]).stdout.splitlines()
    assert [line.split()[0] for line in told] == [*EVERY_ANSWER]


def test_an_unknown_name_is_told_in_one_line() -> None:
    told = CliRunner().invoke(main, ["schema", "song"])
    assert (told.exit_code, told.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("name", REAL)
def test_what_a_command_answers_of_the_real_law(name: str, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for asked in REAL[name]:
        strict(name).validate(told(asked, FOLDERS, database))


@pytest.mark.parametrize("name", INVENTED)
def test_what_a_command_answers_of_invented_laws(name: str, invented: tuple[Folders, Path]) -> None:
    for asked in INVENTED[name]:
        strict(name).validate(told(asked, *invented))


def test_what_the_pages_of_the_real_law_give(database: Path) -> None:
    assert {*given_by_pages(database)} == {*PAGES.values()}


def test_what_the_pages_of_invented_laws_give(invented: tuple[Folders, Path]) -> None:
    assert {*given_by_pages(invented[1])} >= {"home", "laws", "about", "act", "matrix", "text"}


@pytest.mark.parametrize("asked", WRONG, ids=lambda asked: asked.path[:20])
def test_what_is_told_where_there_is_no_page(asked: PageRequest, conn: sqlite3.Connection) -> None:
    with pytest.raises(Unanswerable) as caught:
        answer(PageContext(conn, asked, TODAY))
    assert isinstance(caught.value.page, WrongPage)
    strict("error").validate(json.loads(caught.value.page.data(None)))


@pytest.mark.parametrize("harm", ["without a field", "with another field", "with another word", "with another kind"])
def test_a_schema_bites(harm: str, database: Path) -> None:
    sound = told("text 271-IV art_7 --on 2013-07-20", FOLDERS, database)
    assert isinstance(sound, dict)
    strict("text").validate(sound)
    other = copy.deepcopy(sound)
    provision = other["provisions"][0]
    match harm:
        case "without a field":
            del provision["because"]
        case "with another field":
            provision["song"] = "la"
        case "with another word":
            provision["in_operation"] = "perhaps"
        case _:
            provision["from"]["earliest"] = "20 July 2013"
    with pytest.raises(ValidationError):
        strict("text").validate(other)


def test_what_is_added_breaks_no_schema_that_was_printed_before(database: Path) -> None:
    sound = told("text 271-IV art_7 --on 2013-07-20", FOLDERS, database)
    assert isinstance(sound, dict)
    Draft202012Validator(schema_of(EVERY_ANSWER["text"])).validate(sound | {"more": 1})


def told(asked: str, source: Folders, database: Path) -> object:
    """Return the JSON that a command answers."""
    at = ["--db", str(database), "--corpus", str(source.corpus), "--amendments", str(source.amendments)]
    on = [] if asked.startswith(("parse", "doctor", "instructions")) else at
    return json.loads(CliRunner().invoke(main, [*asked.split(), "--format", "json", *on],
                                         catch_exceptions=False).stdout)


def given_by_pages(database: Path) -> Iterator[str]:
    """Hold the JSON of every page against its schema, and give the names of the schemas."""
    kinds: Mapping[str, Validator] = {name: strict(name) for name in PAGES.values()}
    with closing(connect(database)) as conn:
        held = conn.execute("select distinct law, lang from texts order by law, lang").fetchall()
        of_laws = [path for law, lang in held for path in every_page_of(opened(conn, law, lang, TODAY))]
        for asked in (*map(PageRequest, of_laws[::3]), *map(PageRequest, every_page(conn)),
                      *(PageRequest(path) for path in of_laws if path.endswith("/diff")), *ASKED):
            page = _page(PageContext(conn, asked, TODAY, open=opened))
            if page is not None and Format.JSON in page.formats:
                name = PAGES[type(page).__name__]
                kinds[name].validate(json.loads(page.data(None)))
                yield name


def _page(context: PageContext) -> Page | None:
    try:
        found = answer(context)
    except Unanswerable:
        return None
    return None if isinstance(found, Moved) else found
