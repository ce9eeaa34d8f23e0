"""A new page is one module, a template and an entry in one table: both sites then hold it, with all of its forms."""

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from built import TODAY, invented_law
from invented_page.tides import TIDES
from lawgraph.database.opening import connect
from lawgraph.law.errors import template_root
from lawgraph.serving.plugin.instance import datasette_of
from lawgraph.site import render
from lawgraph.site.building import OpenLaws, write_pages
from lawgraph.site.folder import Folder
from lawgraph.site.pages import routes
from lawgraph.site.pages.paths import RESERVED
from lawgraph.site.plan import listed
from lawgraph.site.showing import Showing
from lawgraph.voice.speaking import Locale

HERE = Path(__file__).parent / "invented_page"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented_law(tmp_path_factory.mktemp("tides"))


@pytest.fixture(autouse=True)
def with_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Add the entry to the table, and the template to the others."""
    templates = tmp_path / "templates"
    shutil.copytree(template_root(), templates)
    shutil.copy(HERE / "tides.html", templates / "pages")
    monkeypatch.setattr(render, "template_root", lambda: templates)
    monkeypatch.setattr(routes, "SECTIONS", (*routes.SECTIONS, TIDES))
    render._environment.cache_clear()
    yield
    render._environment.cache_clear()


def test_it_takes_one_module_and_one_template() -> None:
    files = {each.name for each in HERE.iterdir() if each.is_file()} - {"__init__.py"}
    assert files == {"tides.html", "tides.py"}


def test_the_static_site_holds_it_in_all_its_forms(database: Path, tmp_path: Path) -> None:
    with closing(connect(database)) as conn:
        write_pages(conn, Folder(tmp_path / "site", tmp_path / "none"), Showing(TODAY, (Locale.ENGLISH,)), lambda *_: None,
                    OpenLaws())
        assert "/tides" in listed(conn, (Locale.ENGLISH,))
    assert "<p>The tide stands at 1.</p>" in (tmp_path / "site" / "tides" / "index.html").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "site" / "tides.json").read_text(encoding="utf-8"))["height"] == 1
    assert (tmp_path / "site" / "tides.txt").read_text(encoding="utf-8") == "The tide stands at 1.\n"


@pytest.mark.asyncio
async def test_the_server_gives_it_in_every_language(database: Path) -> None:
    datasette = datasette_of(database, date(2026, 11, 24))
    await datasette.invoke_startup()
    try:
        for path in ("/tides", "/ru/tides", "/tides.json", "/tides.txt"):
            assert (await datasette.client.get(path)).status_code == 200, path
        assert (await datasette.client.get("/tides/high")).status_code == 404
    finally:
        for each in datasette.databases.values():
            each.close()


def test_no_word_of_a_path_may_be_taken_for_a_provision() -> None:
    assert {each.name for each in routes.OF_A_LAW if each.name} == RESERVED
