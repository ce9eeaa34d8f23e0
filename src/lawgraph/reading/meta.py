"""Read what the git corpus says of an act: `meta.yaml` beside the text, or the front matter above it in older layouts.

Each field is given once for the act or once for each language: `title: …` or `title: {rus: …, kaz: …}`. The requisite
of a repealed act ends with the words that tell so.
"""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

import yaml

from lawgraph.languages.spoken import codes
from lawgraph.languages.state import OFFICIAL_LANGUAGES
from lawgraph.law.errors import SourceError
from lawgraph.reading.pieces import linked
from lawgraph.reading.requisites import with_requisite, words_of_repeal
from lawgraph.reading.source import Said
from lawgraph.reading.tags import written

_KINDS: Mapping[type, str] = {bool: "true or false", str: "text", int: "a number", float: "a number", date: "a day",
                              Mapping: "a table", Sequence: "a list", bytes: "bytes", Set: "a set"}
_BANK = re.compile(r"/doc/(?P<code>\d{1,9})/(?P<lang>[a-z]{3})(?:/(?P<day>\d\d\.\d\d\.\d{4}))?(?![\d.])")
Table = Mapping[str, object]
_BY_LANGUAGE = {"title", "version_date", "source"}


def read_meta(raw: bytes, place: str) -> tuple[Said, ...]:
    """Return what a `meta.yaml` says of the act, once for each language; raise `SourceError` where it is none."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(f"{place}, byte {error.start}", f"0x{raw[error.start]:02X} is not UTF-8",
                          "take the file from the repository again") from None
    return _said(_table(text, place), place)


def read_cause(raw: bytes, place: str) -> str | None:
    """Return the requisite of the act that a `meta.yaml` names as the cause of the edition, else its code."""
    cause = _table(raw.decode("utf-8", errors="replace"), place).get("caused_by")
    return _words(cause, "requisite", place) or _words(cause, "code", place) if isinstance(cause, dict) else None


def read_front(text: str, title: str | None, place: str) -> Said:
    """Return what the front matter says of the edition below it, whose title tells the language of a pair."""
    each = _said(_table(text, place), place)
    own = [said for said in each if title and said.title == title]
    if len(each) == 1 or own:
        return replace((own or list(each))[0], title=title or each[0].title)
    return replace(each[0], lang=None, title=title, day=None, address=None)


class _Plain(yaml.SafeLoader):
    """Load YAML without aliases: a few of them stand for more than a machine can hold."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError
        return super().compose_node(parent, index)


@lru_cache(maxsize=4)  # of one file: what it says of the act, in each language, and of the cause of the edition
def _table(text: str, place: str) -> Table:
    try:
        table: object = yaml.load(text, _Plain)  # noqa: S506  (a loader made of the safe one)
    except (yaml.YAMLError, RecursionError, ValueError, TypeError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise SourceError(f"{place}{line}", "this is not YAML", "take the file from the repository again") from None
    if not isinstance(table, dict):
        raise SourceError(place, "the fields of the act are missing", "take the file from the repository again")
    return {str(name): value for name, value in table.items()}


def _said(table: Table, place: str) -> tuple[Said, ...]:
    cause = table.get("caused_by")
    caused_by = _words(cause, "code", place) if isinstance(cause, dict) else _words(table, "caused_by", place)
    each = [value for name, value in table.items() if name in _BY_LANGUAGE and isinstance(value, dict)]
    langs = [lang for lang in dict.fromkeys((*OFFICIAL_LANGUAGES, *codes())) if any(lang in value for value in each)]
    told: list[str | None] = [*langs] or [_words(table, "lang", place) or _words(table, "language", place)]
    return tuple(_in_language(table, lang, place, caused_by) for lang in told)


def _in_language(table: Table, lang: str | None, place: str, caused_by: str | None) -> Said:
    requisite = _words(_of(table, "requisite", lang), "requisite", place)
    gone = words_of_repeal(requisite)
    address = _words(_of(table, "source", lang), "source", place)
    bank = said_by_address(address)
    code = _words(table, "act_code", place) or bank.zan
    own = linked(code)
    said = Said(id=own.act_id if own else None, zan=None if own else code,
                title=_words(_of(table, "title", lang), "title", place),
                day=_day(_of(table, "version_date", lang), "version_date", place) or bank.day,
                state=gone[0] if gone else None, address=address, caused_by=caused_by)
    told = with_requisite(said, requisite)
    adopted = told.adopted or _day(table, "approved_on", place) or _day(table, "approval_date", place)
    kind = told.kind or with_requisite(Said(lang=lang), _words(_of(table, "form", lang), "form", place)).kind
    return replace(told, lang=lang or bank.lang, adopted=adopted, kind=kind)


def said_by_address(address: str | None) -> Said:
    """Return what an address of the official bank tells: code, language, and the day of the edition."""
    match = _BANK.search(address or "")
    if match is None:
        return Said()
    try:
        day = date(*(int(part) for part in reversed(match["day"].split(".")))) if match["day"] else None
    except ValueError:
        day = None
    return Said(zan=match["code"], lang=match["lang"] if match["lang"] in codes() else None, day=day)


def _of(table: Table, name: str, lang: str | None) -> Table:
    """Return the field for one language, under its own name."""
    value = table.get(name)
    return {name: value.get(lang)} if isinstance(value, dict) else {name: value}


def _words(table: Table, name: str, place: str) -> str | None:
    value = table.get(name)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    words = written(value)
    if words is None:
        raise SourceError(place, f"{name!r} is {_kind(value)}, no text", "take the file from the repository again")
    return words


def _day(table: Table, name: str, place: str) -> date | None:
    value = table.get(name)
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value if isinstance(value, str) else "")
    except ValueError:
        told = repr(value[:40]) if isinstance(value, str) else _kind(value)
        raise SourceError(place, f"{name!r} is {told}, no day", "write it as 2014-11-07") from None


def _kind(value: object) -> str:
    return next((words for kind, words in _KINDS.items() if isinstance(value, kind)), "of an unknown kind")
