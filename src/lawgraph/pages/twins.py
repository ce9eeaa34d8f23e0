"""The twin of each page in JSON: the same contract as the command line, so that one program reads both."""

import json
from datetime import date

from lawgraph.pages import paths
from lawgraph.pages.act import ActPage
from lawgraph.pages.diff import ComparisonsPage, DiffPage
from lawgraph.pages.home import AboutPage, FindingsPage, HomePage
from lawgraph.pages.law import LawOnDayPage, LawPage
from lawgraph.pages.life import LifePage
from lawgraph.pages.provision import ProvisionOnDayPage
from lawgraph.pages.routes import Page
from lawgraph.pages.search import SearchPage
from lawgraph.pages.volume import Volume
from lawgraph.pages.wrong import WrongPage
from lawgraph.printout import answers_json


def twin_of(page: Page | WrongPage) -> str:
    """Return a page as JSON."""
    match page:
        case LawPage() | LawOnDayPage() | ProvisionOnDayPage():
            told = answers_json.text(page.sheet)
        case LifePage():
            told = answers_json.history(page.sheet)
        case DiffPage():
            told = answers_json.diff(page.sheet)
        case FindingsPage():
            told = answers_json.check(page.found)
        case ActPage():
            told = _written(answers_json.act_fields(page.row))
        case WrongPage():
            told = _written({"error": page.wrong, "asked": page.asked, "nearest": page.nearest.path})
        case _:
            told = _written(_beside_the_contract(page))
    return told


def _beside_the_contract(page: HomePage | AboutPage | SearchPage | ComparisonsPage) -> object:
    match page:
        case HomePage():
            return {"laws": [{**_law(each.volume), "standing": each.standing} for each in page.laws]}
        case AboutPage():
            return {"laws": [{**_law(each), "acts_known": each.law.acts_known, "horizon": each.law.horizon,
                              "source": each.source.file if each.source else None,
                              "sha256": each.source.sha256 if each.source else None} for each in page.laws]}
        case ComparisonsPage():
            return [{"day": each.first, "acts": [act.name for act in each.acts], "compare": each.compare}
                    for each in page.turns]
    return {"words": page.typed, "provisions": [each.path for each in page.provisions],
            "acts": [each.name for each in page.acts],
            "texts": [{"path": each.path, "lang": each.lang, "from": each.first, "last": each.last,
                       "excerpt": "".join(piece.text for piece in each.excerpt)} for each in page.texts]}


def _law(volume: Volume) -> dict[str, object]:
    return {"id": volume.law.id, "number": volume.law.number, "adopted": volume.law.adopted, "lang": volume.lang,
            "title": volume.title, "path": paths.law(volume.law.id, volume.lang)}


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=_plain)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
