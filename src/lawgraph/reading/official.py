"""Read an act as the official interface gives it: JSON, with the text as a flat list of typed elements.

The fields are those that public clients of the interface describe; real answers have not been seen. An element of an
unknown kind is read as its text and reported. A file without line ends has only one line.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from lawgraph.languages.scanner import bracketed
from lawgraph.languages.state import OFFICIAL_LANGUAGES
from lawgraph.law.document import Finding, Severity
from lawgraph.law.errors import Phrase, SourceError, at_line
from lawgraph.reading.elements import STANDING, Element, element_of, flag, lines_of, tells_state
from lawgraph.reading.markup import read_fragment
from lawgraph.reading.requisites import by_language, tells_end, with_requisite, words_of_repeal
from lawgraph.reading.source import Line, Marked, Said, SourceText, ToldCause, compose, linked, share_beside
from lawgraph.reading.tags import KNOWN, without_tags, written

_BLANK = re.compile(r"\s*")
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:T.*)?|(?P<d>\d\d)\.(?P<m>\d\d)\.(?P<y>\d{4})")
_REMEDY = Phrase("give the answer of documents/CODE/LANGUAGE")
_WHOLE = Phrase("fetch all of it: lawgraph fetch --code CODE --editions")
_GONE = "yts"
_OF_EDITION = frozenset({
    "id", "language", "versionDate", "cause", "changes", "references", "initialPublicationDate",
    "portalPublicationDate", "effectiveDate", "actionDate", "publication"})
_OF_ACT = _OF_EDITION | {
    "title", "requisites", "status", "stateAgencyDocNumber", "stateAgencyApprovalDate", "approvalPlace",
    "judicialAuthority", "developingStateAgency", "approvingStateAgencies", "classified", "registryNumber",
    "legalValidity", "region", "legislationAreas", "actTypes"}
_FIELDS = {
    "": _OF_EDITION | {"code", "ngr", "page", "content", "index", "pagesCount", "joined", "versionsCount",
                       "actualVersion", "temporaryRevoked", "hasSignature", "imported"},
    "version.": _OF_EDITION, "metadata.": _OF_ACT, "version.metadata.": _OF_ACT}
"""The fields that public clients of the interface describe, in each table of an answer."""

_NAMED = 9
Table = Mapping[str, object]


class _TwiceError(ValueError):
    """A name that stands twice in one object: only one of its values would be read."""


def read_official(text: str, place: str) -> SourceText:
    """Return an answer of the official interface as a source; raise `SourceError` where it holds no text of an act."""
    try:
        fields, content = _fields(text)
    except json.JSONDecodeError as error:
        raise SourceError(at_line(place, error.lineno), Phrase("the JSON breaks off or is damaged"),
                          Phrase("fetch it again")) from None
    except _TwiceError as error:
        raise SourceError(place, Phrase("the JSON has two fields %(args)s in one place", args=repr(error.args[0][:40])),
                          Phrase("give one text of the act")) from None
    except (RecursionError, ValueError):  # nested beyond all measure, or a number of thousands of digits
        raise SourceError(place, Phrase("the JSON is no answer of the official interface"), _REMEDY) from None
    if content is None:
        raise SourceError(place, Phrase("this JSON is no act of the official interface: it has no 'content'"), _REMEDY)
    said = said_of(fields)
    _refuse_undated(fields, said, place)
    _refuse_part(fields, content, place)
    lines, findings = (read_fragment(content, place) if isinstance(content, str)
                       else lines_of(content, said.lang, place))
    if not lines:
        raise SourceError(place, Phrase("the act has no text: its 'content' is empty"), _REMEDY)
    unread = unread_fields(fields)
    above, below = (tuple(Line(words, 1, marked=Marked.BESIDE) for value in unread.values()
                          if _is_content(value) is behind for words in _said_in(value)) for behind in (False, True))
    states = _states(unread) if _newest(fields) else ()
    return compose((*above, *states, *_with_head(lines, fields, said), *below), said, (
        *findings, *_passed_by(fields, said), *_told_of(unread), *share_beside((*above, *below))))


def _refuse_undated(fields: Table, said: Said, place: str) -> None:
    if said.day is None and fields.get("versionDate"):
        raise SourceError(place,
                          Phrase("its versionDate is %(fields)s, no day", fields=repr(str(fields['versionDate'])[:40])),
                          _REMEDY)


def _refuse_part(fields: Table, content: Sequence[Element] | str, place: str) -> None:
    """Raise where the answer is one page of several, or lacks an article that its own list of contents names."""
    pages = fields.get("pagesCount")
    if pages is not None and pages != 1:
        raise SourceError(place,
                          Phrase("this is one of the pages of an answer (pagesCount is %(pages)s)",
                                 pages=str(pages)[:20]),
                          _WHOLE)
    held = {each.index for each in content if each.kind == "article"} if not isinstance(content, str) else set()
    listed = fields.get("index")
    for each in listed if held and isinstance(listed, list) else ():
        number = _words(each, "index") if isinstance(each, dict) and each.get("type") == "article" else None
        if number and number not in held:
            raise SourceError(place,
                              Phrase("its list of contents names Article %(number)s, which its text lacks",
                                     number=number[:20]),
                              _WHOLE)


def _fields(text: str) -> tuple[Table, "Sequence[Element] | str | None"]:
    """Return the fields of the answer, and its content apart, whose elements know their lines."""
    decoder, fields, content = json.JSONDecoder(object_pairs_hook=_table), dict[str, object](), None
    place = _after(text, 0, "{")
    while place < len(text) and text[place] != "}":
        name, place = decoder.raw_decode(text, place)
        _refuse_twice(name, fields if content is None or name != "content" else {"content": content})
        place = _after(text, place, ":")
        if name == "content" and text[place:place + 1] == "[":
            content, place = _elements(text, place, decoder)
        else:
            fields[str(name)], place = decoder.raw_decode(text, place)
        place = _next(text, place, "}")
    if _after(text, place, "}") < len(text):
        raise json.JSONDecodeError("something follows", text, place)
    whole = fields.get("content")
    return fields, content if content is not None else whole if isinstance(whole, str) else None


def _table(pairs: Sequence[tuple[str, object]]) -> Table:
    table: dict[str, object] = {}
    for name, value in pairs:
        _refuse_twice(name, table)
        table[name] = value
    return table


def _refuse_twice(name: object, table: Table) -> None:
    if name in table:
        raise _TwiceError(str(name))


def _elements(text: str, place: int, decoder: json.JSONDecoder) -> tuple[list[Element], int]:
    read: list[Element] = []
    line, counted = 1, 0
    place = _after(text, place, "[")
    while text[place:place + 1] != "]":
        line, counted = line + text.count("\n", counted, place), place
        value, place = decoder.raw_decode(text, place)
        read.append(element_of(value, line))
        place = _next(text, place, "]")
    return read, _after(text, place, "]")


def _after(text: str, place: int, sign: str) -> int:
    """Return where the next value begins behind a sign that must stand here."""
    place = _skip(text, place)
    if not text.startswith(sign, place):
        raise json.JSONDecodeError(f"{sign} is missing", text, place)
    return _skip(text, place + 1)


def _next(text: str, place: int, end: str) -> int:
    place = _skip(text, place)
    return place if text.startswith(end, place) else _after(text, place, ",")


def _skip(text: str, place: int) -> int:
    blank = _BLANK.match(text, place)
    return blank.end() if blank else place


# What the answer says and nobody asks for

def unread_fields(answer: Table) -> Table:
    """Return the fields of an answer that nobody knows, with what they hold."""
    return dict(_unread(answer, ""))


def _unread(table: Table, within: str) -> Iterator[tuple[str, object]]:
    for name, value in table.items():
        if isinstance(value, dict) and f"{within}{name}." in _FIELDS:
            yield from _unread(value, f"{within}{name}.")
        elif name not in _FIELDS[within] and value not in (None, "", [], {}):
            yield within + name, value


def _states(unread: Table) -> Iterator[Line]:
    """Give the unknown fields that by their names may tell of the state of the act, as notes."""
    return (flag(name, value, 1) for name, value in unread.items() if tells_state(name, value))


def _is_content(value: object) -> bool:
    """Tell whether a field holds elements, as the text does."""
    return isinstance(value, list) and any(isinstance(each, dict) and "text" in each for each in value)


def _said_in(value: object) -> Iterator[str]:
    """Give the lines of all words in a field; a code or an address is none."""
    rest = [value]
    while rest:
        each = rest.pop()
        if isinstance(each, list | dict):
            rest += [*(each.values() if isinstance(each, dict) else each)][::-1]
        elif (words := written(each)) and " " in words:
            yield from filter(None, map(str.strip, without_tags(words, KNOWN, "\n").split("\n")))


def _told_of(unread: Table) -> Iterator[Finding]:
    if unread:
        names = ", ".join(repr(name[:40]) for name in islice(unread, _NAMED))
        more = f" and {len(unread) - _NAMED:,} more" if len(unread) > _NAMED else ""
        yield Finding("unknown_field", Severity.WARNING,
                      f"the answer has fields that are not known and not read: {names}{more}", line=1)


# What the answer says of the act

def said_of(fields: Table) -> Said:
    """Return what an answer says of the act and of its edition."""
    told, lang = _metadata(fields), _words(fields, "language")
    cause = inside(inside(fields, "version"), "cause") or inside(fields, "cause")
    own = linked(_words(fields, "ngr"))
    begins = tuple(day for name in ("actionDate", "effectiveDate") if (day := day_in(told, name)))
    said = Said(id=own.act_id if own else None, begins=begins, zan=_words(fields, "code"), lang=lang,
                adopted=day_in(told, "stateAgencyApprovalDate"), title=_in(told, "title", lang),
                day=day_in(fields, "versionDate"), state=_state(fields),
                caused_by=_cause(cause, lang or OFFICIAL_LANGUAGES[0]))
    return with_requisite(said, _in(told, "requisites", lang))


def _cause(cause: Table, lang: str) -> ToldCause | None:
    requisites = [words for _, words in by_language(cause.get("requisites"), lang)]
    told = ToldCause(next(iter(requisites), None), _words(cause, "code"), titles=by_language(cause.get("title"), lang))
    return told if told != ToldCause() else None


def _metadata(fields: Table) -> Table:
    return inside(fields, "metadata") or inside(inside(fields, "version"), "metadata")


def _state(fields: Table) -> str | None:
    """Return the sign of the state of the act; what is no sign is shown as it is."""
    every = (inside(fields, "metadata"), inside(inside(fields, "version"), "metadata"))
    told = [written(each["status"]) or str(each["status"])[:40] for each in every if each.get("status")]
    state = next((each for each in told if each not in STANDING), told[0] if told else None)
    return "temporaryRevoked" if fields.get("temporaryRevoked") and state in STANDING else state


def _in(table: Table, name: str, lang: str | None) -> str | None:
    """Return a text that is given in several languages."""
    value = table.get(name)
    return _words(value, lang or "") if isinstance(value, dict) else _words(table, name)


def inside(table: Table, name: str) -> Table:
    """Return a table in a table, an empty one where there is none."""
    value = table.get(name)
    return value if isinstance(value, dict) else {}


def _words(table: Table, name: str) -> str | None:
    return written(table.get(name))


def day_in(table: Table, name: str) -> date | None:
    """Return a day in a table, `None` where it is none: of some old acts only a year is told."""
    match = _DAY.fullmatch(_words(table, name) or "")
    if match is None:
        return None
    year, month, day = match["year"] or match["y"], match["month"] or match["m"], match["day"] or match["d"]
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


# The head of the text

def _with_head(lines: Sequence[Line], fields: Table, said: Said) -> Iterator[Line]:
    """Give title and requisite, then the text; a title that stands in the text is not given twice."""
    titled = 0
    while titled < len(lines) and said.title and lines[titled].text in said.title:
        titled += 1
    yield from lines[:titled] or ([Line(said.title, 1, margin=True)] if said.title else [])
    requisite = _in(_metadata(fields), "requisites", said.lang)
    gone = words_of_repeal(requisite)
    if requisite and gone and not _newest(fields):
        requisite = requisite[:gone.start()].strip()
    if requisite and not any(line.text == requisite for line in lines[:titled + 2]):
        yield Line(requisite, 1, margin=True)
    if said.state and _unsure(fields, said.state) and not gone:
        yield Line(f"status: {said.state}", 1, marked=Marked.NOTE)
    title = _in(_metadata(fields), "title", said.lang) or ""
    if not gone and _newest(fields) and any(tells_end(each, said.lang) for each in bracketed(title)):
        yield Line(title, 1, marked=Marked.NOTE)
    yield from lines[titled:]


def _newest(fields: Table) -> bool:
    """Tell whether it may be the newest edition: what the interface says of the act it says of the act today."""
    return fields.get("actualVersion") is not False


def _unsure(fields: Table, state: str) -> bool:
    """Tell whether a state makes all of an edition unsure: no day and no act is told with it."""
    return state not in STANDING and (_newest(fields) or state != _GONE)


def _passed_by(fields: Table, said: Said) -> Iterator[Finding]:
    gone = words_of_repeal(_in(_metadata(fields), "requisites", said.lang))
    if not _newest(fields) and (gone or said.state == _GONE):
        yield Finding("state_of_today", Severity.NOTE, "the act has lost force since this edition "
                      f"({gone[0] if gone else said.state}): that stands in its newest edition", line=1)
