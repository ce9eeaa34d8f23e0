"""The twin of each page in JSON: the same contract as the command line, so that one program reads both."""

import json
from dataclasses import replace
from datetime import date

from lawgraph.printout import answers_json
from lawgraph.site.pages import paths
from lawgraph.site.pages.act import ActPage
from lawgraph.site.pages.diff import ComparisonsPage, DiffPage
from lawgraph.site.pages.expression import Expression
from lawgraph.site.pages.history import HistoryPage
from lawgraph.site.pages.home import AboutPage, FindingsPage, HomePage
from lawgraph.site.pages.law import LawOnDayPage, LawPage
from lawgraph.site.pages.listings import LawsPage
from lawgraph.site.pages.matrix import ActLine, MatrixPage, sureness
from lawgraph.site.pages.provision import ProvisionOnDayPage
from lawgraph.site.pages.routes import Page
from lawgraph.site.pages.search import SearchPage
from lawgraph.site.pages.sentences import law_sentence
from lawgraph.site.pages.wrong import WrongPage
from lawgraph.voice.speaking import ENGLISH


def page_json(page: Page | WrongPage, build: str | None = None) -> str:
    """Return a page as JSON; `build` names the build of the database that it was made from."""
    match page:
        case LawPage() | LawOnDayPage() | ProvisionOnDayPage():
            told = answers_json.text(page.sheet, build)
        case HistoryPage():
            told = answers_json.history(page.sheet, build)
        case DiffPage():
            told = answers_json.diff(page.sheet)
        case FindingsPage():
            told = answers_json.check(page.found)
        case MatrixPage():
            told = _written([_line(each) for each in page.lines])
        case SearchPage():
            told = _written({"build": build, **_found(page)})
        case ActPage():
            told = _written({"build": build, **answers_json.act_fields(page.row)})
        case WrongPage():
            told = _written({"error": page.wrong, "asked": page.asked, "nearest": page.nearest.path})
        case HomePage() | LawsPage() | AboutPage():
            told = _written({"build": build, **_beside_the_contract(page)})
        case ComparisonsPage():
            told = _written([{"day": each.first, "acts": [act.name for act in each.acts], "compare": each.compare}
                             for each in page.turns])
        case _:
            told = _written({"title": page.head.title, "path": page.head.path})
    return told


def _beside_the_contract(page: HomePage | LawsPage | AboutPage) -> dict[str, object]:
    match page:
        case HomePage():
            return {"count": page.count,
                    "laws": [{**_law(each.expression), "standing": _standing(each.expression)} for each in page.laws],
                    "lists": paths.laws(), "changed_lately": [each.act.name for each in page.lately]}
        case LawsPage():
            return {"count": page.count, "page": page.turning.number, "of": page.turning.of,
                    "laws": [{"id": row.law.id, "number": row.law.number, "adopted": row.law.adopted,
                              "title": row.law.title, "langs": row.law.languages, "path": row.path}
                             for row in page.rows]}
        case AboutPage():
            return {"count": page.count,
                    "laws": [{**_law(each), "acts_known": each.law.acts_known, "horizon": each.law.horizon,
                              "source": each.source.file if each.source else None,
                              "sha256": each.source.sha256 if each.source else None} for each in page.laws]}


def _line(each: ActLine) -> object:
    """Return an act of the table of acts and articles, each change with its article and how sure it is."""
    return {"act": each.act.name, "adopted": each.act.adopted, "operative": answers_json.bounds_fields(each.operative),
            "changes": [{"article": change.target.outermost, "eid": change.target, "action": change.action,
                         "scope": change.scope, "sureness": sureness(change),
                         "operative": answers_json.bounds_fields(change.operative)} for change in each.amendments]}


def _found(page: SearchPage) -> dict[str, object]:
    sought = page.sought
    return {"words": page.typed, "law": sought.law.id if sought.law else None, "lang": sought.lang, "on": sought.on,
            "laws": [each.path for each in page.laws], "provisions": [each.path for each in page.provisions],
            "acts": [each.name for each in page.acts],
            "texts": [{"path": each.path, "lang": each.lang, "from": each.first, "last": each.last, "day": page.day,
                       "grade": each.mark.grade, "told": each.mark.sentence,
                       "excerpt": "".join(piece.text for piece in each.excerpt)} for each in page.texts]}


def _standing(expression: Expression) -> str:
    """Return what may be said of a law today, in the language of data."""
    return law_sentence(replace(expression, voice=ENGLISH), expression.today)


def _law(expression: Expression) -> dict[str, object]:
    return {"id": expression.law.id, "number": expression.law.number, "adopted": expression.law.adopted,
            "lang": expression.lang, "title": expression.title, "path": paths.law(expression.law.id, expression.lang)}


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=_plain)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
