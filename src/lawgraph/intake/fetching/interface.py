"""The answers of the official interface: the versions of an act, the pages of an edition, what they tell of acts.

The fields are those that public clients of it describe. What is missing or of another kind stops the edition, in one
line; nothing is guessed, for a part of a text that is taken for the whole makes wrong answers.
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lawgraph.languages.state import OFFICIAL_LANGUAGES
from lawgraph.law.errors import SourceError
from lawgraph.reading.official import day_in, inside, unread_fields
from lawgraph.reading.tags import written

_CHANGED = "the interface may have changed: report it, with the answer"
_MOST_PAGES = 1_000
_CODE = re.compile(r"[0-9]{1,9}")
Table = Mapping[str, object]


class NoEdition(SourceError):
    """An answer that is no whole edition of the act that was asked for."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Hold the act that caused a version: its code, and requisites and titles by language."""

    code: str
    requisites: tuple[tuple[str, str], ...]
    titles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ListedVersion:
    """Hold a version as the list of versions has it."""

    day: date
    cause: Cause | None


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold which edition was asked for."""

    code: str
    lang: str
    day: date


def versions_of(raw: bytes, lang: str, place: str) -> tuple[ListedVersion, ...]:
    """Return the versions in an answer, by day; raise `SourceError` where it is no list of versions."""
    listed = _parsed(raw, place)
    if not isinstance(listed, list) or not listed:
        raise SourceError(place, "this is no list of versions", _CHANGED)
    each = (_version(value, lang, f"{place}, version {number}") for number, value in enumerate(listed, 1))
    return tuple(sorted(each, key=lambda version: version.day))


def _version(value: object, lang: str, place: str) -> ListedVersion:
    fields = value if isinstance(value, dict) else {}
    _refuse_other(fields, "language", lang, place, needed=False)
    day = day_in(fields, "versionDate")
    if day is None:
        raise NoEdition(place, "it has no day (versionDate)", _CHANGED)
    told = inside(fields, "cause")
    code = next((code for name in ("code", "document") if _CODE.fullmatch(code := written(told.get(name)) or "")), None)
    cause = Cause(code, _by_language(told, "requisites"), _by_language(told, "title")) if code else None
    return ListedVersion(day, cause)


def code_of(text: str) -> str:
    """Return the code of an act as it was typed; raise `SourceError` where it is none: it becomes part of addresses."""
    if not _CODE.fullmatch(text):
        raise SourceError(repr(text), "this is no code of the official interface", "give its digits, as 52383")
    return text


def _by_language(fields: Table, name: str) -> tuple[tuple[str, str], ...]:
    told = inside(fields, name)
    return tuple((lang, " ".join(words.split())) for lang in OFFICIAL_LANGUAGES if (words := written(told.get(lang))))


def pages_in(raw: bytes, place: str) -> int:
    """Return of how many pages an answer is one."""
    count = document_in(raw, place).get("pagesCount")
    if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= _MOST_PAGES:
        raise NoEdition(place, f"it does not say how many pages it has (pagesCount is {_shown(count)})", _CHANGED)
    return count


def joined(pages: Sequence[bytes], asked: Asked, place: str) -> bytes:
    """Return the pages of an edition as one answer, a single one byte for byte as it came.

    Raise `NoEdition` where one is of another edition, or says again what one before it said.
    """
    documents = [document_in(raw, _page(place, number)) for number, raw in enumerate(pages, 1)]
    content: list[object] = []
    seen: set[str] = set()
    for number, each in enumerate(documents, 1):
        place_of_page = _page(place, number)
        _refuse_another(each, asked, place_of_page)
        _refuse_differing(each, documents[0], place_of_page)
        more = _content(each, place_of_page)
        keys = {key for element in more if (key := _key(element))}
        if content and (more[0] == content[0] or seen & keys):
            raise NoEdition(place_of_page, "it says again what a page before it says", _CHANGED)
        content += more
        seen |= keys
    if len(pages) == 1:
        return pages[0]
    sums = [hashlib.sha256(raw).hexdigest() for raw in pages]
    pages_tell = {str(number): told for number, each in enumerate(documents, 1) if (told := _more(each, documents[0]))}
    head = {**documents[0], "pagesCount": 1, "joined": sums}
    return _written({**head, "pages": pages_tell} if pages_tell else head, content)


def _more(document: Table, first: Table) -> Table:
    """Return the fields that nobody knows of a page, as far as the first one does not have them too."""
    return {name: value for name, value in unread_fields(document).items() if value != first.get(name)}


def _page(place: str, number: int) -> str:
    return f"{place}, page {number}"


def _refuse_another(document: Table, asked: Asked, place: str) -> None:
    _refuse_other(document, "code", asked.code, place)
    _refuse_other(document, "language", asked.lang, place)
    day = day_in(document, "versionDate")
    if day != asked.day:
        raise NoEdition(place, f"it is the edition of {day or 'no day'}, and {asked.day} was asked for", _CHANGED)


def _refuse_other(fields: Table, name: str, wanted: str, place: str, *, needed: bool = True) -> None:
    told = written(fields.get(name))
    if told != wanted and (needed or name in fields):
        raise NoEdition(place, f"its {name} is {_shown(fields.get(name))}, and {wanted!r} was asked for", _CHANGED)


def _refuse_differing(document: Table, first: Table, place: str) -> None:
    for name, told in (("pagesCount", document.get("pagesCount")), ("version", inside(document, "version").get("id"))):
        if told != (first.get(name) if name == "pagesCount" else inside(first, name).get("id")):
            raise NoEdition(place, f"its {name} is another one than that of page 1", "ask again with --again")


def _content(document: Table, place: str) -> list[object]:
    content = document.get("content")
    if isinstance(content, str) and content and document.get("pagesCount") == 1:
        return [content]
    if not isinstance(content, list) or not content:
        raise NoEdition(place, f"it has no text: its content is {_shown(content)}", _CHANGED)
    return content


def _key(element: object) -> str | None:
    return written(element.get("id")) if isinstance(element, dict) else None


def _written(fields: Table, content: Sequence[object]) -> bytes:
    """Return an answer with each element on a line of its own."""
    head = [f"{_json(name)}: {_json(value)}" for name, value in fields.items() if name != "content"]
    text = ",\n  ".join(map(_json, content))
    return ("{\n " + ",\n ".join((*head, f'"content": [\n  {text}\n ]')) + "\n}\n").encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def document_in(raw: bytes, place: str) -> Table:
    """Return the fields of an answer that holds an act."""
    value = _parsed(raw, place)
    if not isinstance(value, dict):
        raise NoEdition(place, "this is no act", _CHANGED)
    return value


def _parsed(raw: bytes, place: str) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):  # no UTF-8, no JSON, nested beyond measure
        raise NoEdition(place, "the answer is no JSON, or breaks off", "ask again with --again") from None


def _shown(value: object) -> str:
    return "missing" if value is None else repr(value)[:40]
