"""A provision that got another number: its page leads to the other one, and that one back, on both sites and in each language."""

import re
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
import pytest_asyncio
from datasette.app import Datasette

from built import served
from lanterns import LANGUAGES, LAW, lanterns
from lawgraph.site.building import build_site
from lawgraph.site.showing import Showing
from lawgraph.voice.speaking import Locale, voice_of

TODAY = date(2024, 1, 1)
OLD, NEW = "art_5", "art_4"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the law on lanterns: a note says that its Article 5 became Article 4."""
    return lanterns(tmp_path_factory.mktemp("lanterns"))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def site(database: Path) -> AsyncIterator[Datasette]:
    async with served(database) as datasette:
        yield datasette


@pytest.fixture(scope="module")
def files(database: Path) -> Path:
    build_site(database, database.parent / "site", Showing(TODAY))
    return database.parent / "site"


def other_number(page: str, locale: Locale) -> str:
    """Return to which provision a page leads as the same one under another number."""
    said = voice_of(locale).say("It also had, or has, another number:")
    found = re.search(rf'{re.escape(said)} <a href="[^"]*?({OLD}|{NEW})/?(?:index\.html)?">', page)
    return found[1] if found else ""


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("locale", list(Locale))
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_old_number_leads_to_the_new_one_and_back(site: Datasette, files: Path, locale: Locale, lang: str) -> None:
    prefix = "" if locale is Locale.ENGLISH else f"/{locale}"
    for own, other in ((OLD, NEW), (NEW, OLD)):
        path = f"{prefix}/law/{LAW}/{lang}/{own}"
        answer = await site.client.get(path)
        assert answer.status_code == 200
        assert other_number(answer.text, locale) == other
        assert other_number((files / path.strip("/") / "index.html").read_text(encoding="utf-8"), locale) == other
    untouched = (await site.client.get(f"{prefix}/law/{LAW}/{lang}/art_2")).text
    assert not other_number(untouched, locale)
