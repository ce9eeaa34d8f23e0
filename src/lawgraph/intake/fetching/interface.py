"""The answers of the official interface: the versions of an act, the pages of an edition, what they tell of acts.

The fields are those that public clients of it describe. What is missing or of another kind stops the edition, in one
line; nothing is guessed, for a part of a text that is taken for the whole makes wrong answers.

What it tells of an act as a whole becomes a record that a person may accept. The interface names days and does not say
how they were found, so nothing here is a first publication, and a day of operation is told only where its two fields do
not contradict each other. All it says stands above the record.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lawgraph.facts.acts import quoted
from lawgraph.intake.proposals import Proposal
from lawgraph.languages.printed import read_number
from lawgraph.languages.spoken import codes
from lawgraph.law.acts import ActRecord, OperationFact
from lawgraph.law.authors import Act, ActKind, Publication, Record
from lawgraph.law.errors import Phrase, SourceError
from lawgraph.reading.official import day_in, inside, said_of, unread_fields
from lawgraph.reading.requisites import by_language, with_requisite
from lawgraph.reading.source import Said
from lawgraph.reading.tags import written

_CHANGED = Phrase("the interface may have changed: report it, with the answer")
_MOST_PAGES = 1_000
_CODE = re.compile(r"[0-9]{1,9}")
Table = Mapping[str, object]
_DAYS = ("initialPublicationDate", "portalPublicationDate", "effectiveDate", "actionDate")
_CONFIDENCE = "medium"
_ABOVE = ("Proposed by lawgraph fetch, with what the official interface says; to be checked, word by word.",
          "Write `first = true` below a publication only where a source says that nothing was published before.",
          "An act of which no [[target]] is recorded may have changed any law of the corpus.")


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
    """Hold which edition was asked for, and how many versions of that day the list has."""

    code: str
    lang: str
    day: date
    versions: int = 1


def versions_of(raw: bytes, lang: str, place: str) -> tuple[ListedVersion, ...]:
    """Return the versions in an answer, by day; raise `SourceError` where it is no list of versions."""
    listed = _parsed(raw, place)
    if not isinstance(listed, list) or not listed:
        raise SourceError(place, Phrase("this is no list of versions"), _CHANGED)
    versions = [_version(value, lang, Phrase("%(place)s, version %(number)s", place=place, number=number))
                for number, value in enumerate(listed, 1) if value not in listed[:number - 1]]
    return tuple(sorted(versions, key=lambda version: version.day))


def _version(value: object, lang: str, place: str) -> ListedVersion:
    fields = value if isinstance(value, dict) else {}
    _refuse_other(fields, "language", lang, place, needed=False)
    day = day_in(fields, "versionDate")
    if day is None:
        raise NoEdition(place, Phrase("it has no day (versionDate)"), _CHANGED)
    told = inside(fields, "cause")
    code = next((code for name in ("code", "document") if _CODE.fullmatch(code := written(told.get(name)) or "")), None)
    cause = Cause(code, *(by_language(told.get(name), lang) for name in ("requisites", "title"))) if code else None
    return ListedVersion(day, cause)


def code_of(text: str) -> str:
    """Return the code of an act as it was typed; raise `SourceError` where it is none: it becomes part of addresses."""
    if not _CODE.fullmatch(text):
        raise SourceError(repr(text), Phrase("this is no code of the official interface"),
                          Phrase("give its digits, as 52383"))
    return text


def pages_in(raw: bytes, place: str) -> int:
    """Return of how many pages an answer is one."""
    count = document_in(raw, place).get("pagesCount")
    if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= _MOST_PAGES:
        raise NoEdition(place,
                        Phrase("it does not say how many pages it has (pagesCount is %(count)s)", count=_shown(count)),
                        _CHANGED)
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
            raise NoEdition(place_of_page, Phrase("it says again what a page before it says"), _CHANGED)
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
    return Phrase("%(place)s, page %(number)s", place=place, number=number)


def _refuse_another(document: Table, asked: Asked, place: str) -> None:
    _refuse_other(document, "code", asked.code, place)
    _refuse_other(document, "language", asked.lang, place)
    day = day_in(document, "versionDate")
    if day != asked.day:
        raise NoEdition(place,
                        Phrase("it is the edition of %(day)s, and %(wanted)s was asked for",
                               day=day or Phrase("no day"), wanted=asked.day),
                        _CHANGED)


def _refuse_other(fields: Table, name: str, wanted: str, place: str, *, needed: bool = True) -> None:
    told = written(fields.get(name))
    if told != wanted and (needed or name in fields):
        raise NoEdition(place,
                        Phrase("its %(field)s is %(told)s, and %(wanted)s was asked for",
                               field=name, told=_shown(fields.get(name)), wanted=repr(wanted)),
                        _CHANGED)


def _refuse_differing(document: Table, first: Table, place: str) -> None:
    for name, told in (("pagesCount", document.get("pagesCount")), ("version", inside(document, "version").get("id"))):
        if told != (first.get(name) if name == "pagesCount" else inside(first, name).get("id")):
            raise NoEdition(place, Phrase("its %(field)s is another one than that of page 1", field=name),
                            Phrase("ask again with --again"))


def _content(document: Table, place: str) -> list[object]:
    content = document.get("content")
    if isinstance(content, str) and content and document.get("pagesCount") == 1:
        return [content]
    if not isinstance(content, list) or not content:
        raise NoEdition(place, Phrase("it has no text: its content is %(content)s", content=_shown(content)), _CHANGED)
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
        raise NoEdition(place, Phrase("this is no act"), _CHANGED)
    return value


def _parsed(raw: bytes, place: str) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):  # no UTF-8, no JSON, nested beyond measure
        raise NoEdition(place, Phrase("the answer is no JSON, or breaks off"),
                        Phrase("ask again with --again")) from None


def _shown(value: object) -> str:
    return Phrase("missing") if value is None else repr(value)[:40]


def told_by_answer(raw: bytes, address: str, retrieved: date) -> Proposal | None:
    """Return what an answer tells of its act, `None` where it does not tell which act that is."""
    fields = document_in(raw, address)
    said = said_of(fields)
    record = _record(said, inside(inside(fields, "metadata"), "title"), address, retrieved)
    if record is None:
        return None
    whole = replace(record, publications=tuple(_publications(fields, address, retrieved)),
                    operation=_operation(fields, record.act, address, retrieved))
    return Proposal(whole, (*_ABOVE, *_own_words(fields)))


def told_by_cause(cause: Cause, address: str, retrieved: date) -> Proposal | None:
    """Return what the list of versions tells of an act that caused one."""
    lang, requisite = next(iter(cause.requisites), ("", None))
    said = with_requisite(Said(lang=lang, zan=cause.code), requisite)
    record = _record(said, dict(cause.titles), f"{address}, as the cause of an edition", retrieved)
    return Proposal(record, _ABOVE) if record else None


def _record(said: Said, titles: Table, address: str, retrieved: date) -> ActRecord | None:
    number = read_number(said.number) if said.number else None
    if number is None or said.adopted is None:
        return None
    given = tuple((lang, " ".join(title.split())) for lang in sorted(titles) if (title := written(titles[lang])))
    return ActRecord(Act(number, said.adopted, ActKind(said.kind or ActKind.UNSTATED)),
                     tuple(each for each in given if each[0] in codes()), said.id,
                     Record(f"official interface, {address}", _CONFIDENCE, retrieved), zan=said.zan)


def _publications(fields: Table, address: str, retrieved: date) -> Iterator[Publication]:
    """Give the publications with a day; the initial one is the first of them only if nothing else was before it."""
    initial = day_in(fields, _DAYS[0]) or day_in(inside(fields, "metadata"), _DAYS[0])
    listed = inside(fields, "metadata").get("publication")
    printed = {day: written(each.get("issue")) for each in (listed if isinstance(listed, list) else ())
               if isinstance(each, dict) and (day := day_in(each, "date"))}
    for day in sorted({*printed, *([initial] if initial else [])}):
        field = "initialPublicationDate" if day == initial else "publication"
        yield Publication((day,), None, printed.get(day),
                          Record(f"official interface, {field} of {address}", _CONFIDENCE, retrieved))


def _operation(fields: Table, act: Act, address: str, retrieved: date) -> OperationFact | None:
    """Return the first day of operation where one day is told, and not that of the adoption."""
    told = inside(fields, "metadata")
    days = {day for name in ("effectiveDate", "actionDate") if (day := day_in(told, name))}
    if len(days) != 1 or days == {act.adopted}:
        return None
    source = f"official interface, effectiveDate and actionDate of {address}"
    return OperationFact(days.pop(), None, Record(source, _CONFIDENCE, retrieved))


def _own_words(fields: Table) -> Iterator[str]:
    """Give all that the answer says of the days of the act, as it says it."""
    told = inside(fields, "metadata")
    for name in (*_DAYS, "publication", "status", "requisites"):
        value = told.get(name, fields.get(name))
        if value:
            yield f"{name}: {quoted(value)}"
