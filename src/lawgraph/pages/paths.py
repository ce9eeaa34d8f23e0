"""The addresses of pages. A published path never changes its meaning, so all of them are made here.

Every path but the home page has a twin in JSON: the same path with `.json`. The language of the interface stands in
front (`/ru/law/…`), none for English; data has none, since it is the same in all of them.
"""

from datetime import date

from lawgraph.voice import Tongue

HOME = "/"
FINDINGS = "/findings"
ABOUT = "/about"
SEARCH = "/search"


def law(law_id: str, lang: str) -> str:
    """Return the path of a law: `/law/Z100000271_/eng`."""
    return f"/law/{law_id}/{lang}"


def law_on(law_id: str, lang: str, day: date) -> str:
    """Return the path of a law on a day."""
    return f"{law(law_id, lang)}/on/{day.isoformat()}"


def provision(law_id: str, lang: str, eid: str) -> str:
    """Return the path of a provision's life: `/law/Z100000271_/eng/art_7`."""
    return f"{law(law_id, lang)}/{eid}"


def provision_on(law_id: str, lang: str, eid: str, day: date) -> str:
    """Return the path of a provision on a day."""
    return f"{provision(law_id, lang, eid)}/on/{day.isoformat()}"


def comparisons(law_id: str, lang: str) -> str:
    """Return the path of the page that leads to comparisons of two days."""
    return f"{law(law_id, lang)}/diff"


def diff(law_id: str, lang: str, first: date, last: date) -> str:
    """Return the path of the comparison of two days."""
    return f"{comparisons(law_id, lang)}/{first.isoformat()}/{last.isoformat()}"


def act(name: str) -> str:
    """Return the path of an amending act: `/act/124-V`."""
    return f"/act/{name}"


def twin(path: str) -> str:
    """Return the path of a page's twin in JSON."""
    return "/index.json" if path == HOME else f"{path}.json"


def in_tongue(tongue: Tongue, path: str) -> str:
    """Return the path of a page in a language of the interface."""
    if tongue is Tongue.ENGLISH:
        return path
    return f"/{tongue}{path}" if path != HOME else f"/{tongue}"


def tongue_of(path: str) -> tuple[Tongue, str]:
    """Return the language of the interface that a path asks for, and the path without it."""
    first, _, rest = path.removeprefix("/").partition("/")
    if first != Tongue.ENGLISH and first in set(Tongue):
        return Tongue(first), f"/{rest}"
    return Tongue.ENGLISH, path
