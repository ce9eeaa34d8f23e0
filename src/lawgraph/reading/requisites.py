"""Read what is said of an act beside its wording: in `meta.yaml` or front matter, below its title, in stamps.

`meta.yaml` stands beside the text in the git corpus; older layouts have front matter above it. Each field is given once
for the act or once for each language: `title: …` or `title: {rus: …, kaz: …}`. The requisite of a repealed act ends
with the words that tell so. A field that nobody knows, and words on an end in any, are told as the state of the act.
"Закон Республики Казахстан от 29 апреля 2010 года № 271-IV" is the line below a title; a
registration behind it has its own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, datetime
from functools import cache, lru_cache

import yaml

from lawgraph.languages.letters import closed_up
from lawgraph.languages.printed import find_days, find_numbers
from lawgraph.languages.scanner import found, holds_number, opens, plain_pattern, scan
from lawgraph.languages.spoken import codes, spoken
from lawgraph.languages.state import OFFICIAL_LANGUAGES
from lawgraph.languages.tables import Nesting
from lawgraph.law.amendments import Action
from lawgraph.law.authors import ActKind
from lawgraph.law.errors import Phrase, SourceError
from lawgraph.reading.source import Said, ToldCause, linked
from lawgraph.reading.tags import readable, written

_LONGEST = 400
_KINDS: Mapping[type, str] = {bool: "true or false", str: "text", int: "a number", float: "a number", date: "a day",
                              Mapping: "a table", Sequence: "a list", bytes: "bytes", Set: "a set"}
_BANK = re.compile(r"/doc/(?P<code>\d{1,9})/(?P<lang>[a-z]{3})(?:/(?P<day>\d\d\.\d\d\.\d{4}))?(?![\d.])")
Table = Mapping[str, object]
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_HARMLESS = frozenset({
    "title", "requisite", "form", "source", "version_date", "version_id", "version", "act_code", "approved_on",
    "approval_date", "approved_by", "type_codes", "registry_number", "number", "lang", "language", "id", "uid",
    "uuid", "url", "link", "links", "permalink", "slug", "alias", "aliases", "layout", "template", "tags", "keywords",
    "categories", "category", "subject", "subjects", "topic", "topics", "area", "region", "country", "jurisdiction",
    "type", "kind", "author", "authors", "publisher", "developer", "date", "created", "updated", "modified",
    "lastmod", "retrieved", "downloaded", "fetched", "file", "filename", "path", "hash", "sha256", "checksum", "size",
    "format", "encoding", "license", "toc", "weight", "order", "parent", "sidebar", "description", "summary"})
"""The fields that tell of no state, whatever they hold, unless it be words on an end."""

_IN_BRACKETS = re.compile(r"\([^()]{0,300}\)")
_TALKING = {"title", "requisite", "description", "summary"}
"""The fields that may speak of what other acts end."""

_STANDS: Mapping[str, bool] = {"in_force": True, "valid": True, "active": True, "current": True, "repealed": False,
                               "expired": False, "suspended": False, "draft": False}
_SIGNS = {"new", "upd"}
_BY_LANGUAGE = {"title", "version_date", "source"}


def with_requisite(said: Said, line: str | None) -> Said:
    """Return what is said of an act together with what its requisite says; what is said already stays."""
    gone = words_of_repeal(line)
    line = line[:gone.start()] if line and gone else line
    if not line:
        return said
    line = closed_up(line)
    lang = said.lang or _language(line)
    days, numbers = find_days(line, lang), find_numbers(outside_brackets(line))
    kinds = [token.meaning for token in scan(line, lang) if isinstance(token.meaning, ActKind)]
    kind = kinds[-1 if spoken(lang).words.nesting is Nesting.LARGER_FIRST else 0] if kinds else None
    return replace(said, number=said.number or (numbers[0].number if numbers else None),
                   adopted=said.adopted or (days[0].day if days else None), kind=said.kind or kind)


def names_several(line: str) -> bool:
    """Tell whether a line names more than one act by day and number; a registration has a day and a number, too."""
    told = outside_brackets(line)
    if not told or any(found(spoken(code).layout.registered, told) for code in codes()):
        return False
    return len(find_numbers(told)) > 1 and len({each.day for each in find_days(told, _language(told))}) > 1


def is_requisite(line: str, lang: str) -> bool:
    """Tell whether a line is nothing but kind, day and number of an act, as the one below its title."""
    said = with_requisite(Said(lang=lang), line) if opens(spoken(lang).layout.of_act, line) else Said()
    return None not in (said.kind, said.adopted, said.number) and line.rstrip(". ")[-1:].isalnum()


def outside_brackets(line: str) -> str:
    """Return what a requisite says of the act itself: in brackets stands where it was printed or registered."""
    return _IN_BRACKETS.sub(" ", line)


def words_of_repeal(line: str | None) -> re.Match[str] | None:
    """Return the end of a requisite by which it tells that the act is repealed, `None` where it does not."""
    return _gone().search(line) if line else None


def tells_end(text: str, lang: str | None = None) -> bool:
    """Tell whether words say that something has ended or will, in a language or in any."""
    return any(found(pattern, text) for code in ((lang,) if lang else codes())
               for pattern in (spoken(code).clauses.gone, spoken(code).clauses.ended))


def is_outdated(text: str) -> bool:
    """Tell whether words say, in any language, that a page is not the text in force."""
    return any(found(spoken(code).clauses.outdated, text) for code in codes())


def tells_change(text: str) -> bool:
    """Tell whether words that no reader of a page sees may say, in any language, what became of what they stand at."""
    told = (pattern for code in codes() for pattern in (spoken(code).clauses.fate, spoken(code).layout.earlier))
    return tells_end(text) or is_outdated(text) or holds_number(text) or any(found(each, text) for each in told)


def is_of_page(text: str, lang: str) -> bool:
    """Tell whether a line speaks of the printed page, its end or its state: "Status: ended", "Archive"."""
    if plain_pattern(spoken(lang).clauses.outdated).fullmatch(text.strip(" \t.:!()[]")):
        return True
    begun = opens(spoken(lang).layout.of_page, text)
    return begun is not None and (tells_end(text, lang) or text[begun.end():].lstrip()[:1] in {":", "-", "–", "—"})


def is_standing(words: str) -> bool:
    """Tell whether all words of a sign of state say that an act stands as it is."""
    return words in _SIGNS or any(plain_pattern(spoken(code).layout.standing).fullmatch(words) for code in codes())


def is_lapsed(sign: str) -> bool:
    """Tell whether a sign of state says no more than that an act has ended."""
    words = sign.removeprefix("status: ").strip(" .")
    return words == "yts" or any(plain_pattern(spoken(code).layout.lapsed).fullmatch(words) for code in codes())


@cache
def _gone() -> re.Pattern[str]:
    told = "|".join(spoken(code).clauses.gone for code in codes())
    return re.compile(rf"\b(?:{told})\b.*", re.IGNORECASE | re.DOTALL)


def _language(line: str) -> str:
    """Return the language in which most of a line can be read, where no one says which it is."""
    return max(codes(), key=lambda lang: (len(find_days(line, lang)),
                                            sum(isinstance(token.meaning, ActKind) for token in scan(line, lang))))


def opens_annex(text: str) -> bool:
    """Tell whether a line opens an annex, or the rules that an order approves, in any language."""
    return _annexed().match(text) is not None


def is_stamp(text: str) -> bool:
    """Tell whether quoted words are the stamp of an annex: they open it, and tell of no change."""
    labelled = text.casefold().startswith(tuple(label for code in codes() for label in spoken(code).layout.labels))
    if labelled or len(text) > _LONGEST or not opens_annex(text):
        return False
    return not any(isinstance(token.meaning, Action) for code in codes() if _annexed_in(code).match(text)
                   for token in scan(text, code))


@cache
def _annexed() -> re.Pattern[str]:
    return re.compile("(?i)" + "|".join(f"(?:{spoken(code).layout.annexed})" for code in codes()))


@cache
def _annexed_in(code: str) -> re.Pattern[str]:
    return re.compile(f"(?i){spoken(code).layout.annexed}")


def read_meta(raw: bytes, place: str) -> tuple[Said, ...]:
    """Return what a `meta.yaml` says of the act, once for each language; raise `SourceError` where it is none."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(f"{place}, byte {error.start}",
                          Phrase("0x%(start)s is not UTF-8", start=f"{raw[error.start]:02X}"),
                          Phrase("take the file from the repository again")) from None
    return _said(_table(text, place), place)


def read_front(text: str, title: str | None, place: str) -> Said:
    """Return what the front matter says of the edition below it, whose title tells the language of a pair."""
    each = _said(_table(text, place), place)
    own = [said for said in each if title and said.title == title]
    if len(each) == 1 or own:
        return replace((own or list(each))[0], title=title or each[0].title)
    return replace(each[0], lang=None, title=title, day=None, address=None)


class _TwiceError(yaml.YAMLError):
    """A field that stands twice in one table."""


class _Plain(yaml.SafeLoader):
    """Load YAML without aliases: a few of them stand for more than a machine can hold."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.composer.ComposerError
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:  # noqa: FBT001, FBT002
        """Refuse a field that stands twice: only one of its values would be read."""
        names = Counter(name.value for name, _ in node.value if isinstance(name, yaml.ScalarNode))
        for name, times in names.most_common(1):
            if times > 1:
                raise _TwiceError(name)
        return super().construct_mapping(node, deep)


_LONGEST = 400_000
"""The most characters that the fields of an act are read from: of each, far more is made than it is."""


@lru_cache(maxsize=4)  # of one file: what it says of the act, in each language, and of the cause of the edition
def _table(text: str, place: str) -> Table:
    if len(text) > _LONGEST:
        raise SourceError(place, Phrase("the fields of the act take more than %(most)s characters",
                                        most=f"{_LONGEST:,}"),
                          Phrase("take the file from the repository again"))
    try:
        table: object = yaml.load(text, _Plain)  # noqa: S506  (a loader made of the safe one)
    except _TwiceError as error:
        raise SourceError(place, Phrase("the field %(error)s stands twice", error=repr(str(error)[:40])),
                          Phrase("leave the one that is right")) from None
    except ValueError as error:     # a day that does not exist
        raise SourceError(place, Phrase("a value of its fields cannot be (%(error)s)", error=str(error)[:40]),
                          Phrase("mend it, or take the file from the repository again")) from None
    except (yaml.YAMLError, RecursionError, TypeError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise SourceError(f"{place}{line}", Phrase("this is not YAML"),
                          Phrase("take the file from the repository again")) from None
    if not isinstance(table, dict):
        raise SourceError(place, Phrase("the fields of the act are missing"),
                          Phrase("take the file from the repository again"))
    return {str(name): value for name, value in table.items()}


def _said(table: Table, place: str) -> tuple[Said, ...]:
    caused_by = _cause(table, place)
    each = [value for name, value in table.items() if name in _BY_LANGUAGE and isinstance(value, dict)]
    langs = [lang for lang in dict.fromkeys((*OFFICIAL_LANGUAGES, *codes())) if any(lang in value for value in each)]
    told: list[str | None] = [*langs] or [_words(table, "lang", place) or _words(table, "language", place)]
    return tuple(_in_language(table, lang, place, caused_by) for lang in told)


def _in_language(table: Table, lang: str | None, place: str, caused_by: ToldCause | None) -> Said:
    requisite = _words(_of(table, "requisite", lang), "requisite", place)
    address = _words(_of(table, "source", lang), "source", place)
    bank = said_by_address(address)
    code = _words(table, "act_code", place) or bank.zan
    own = linked(code)
    said = Said(id=own.act_id if own else None, zan=None if own else code,
                title=_words(_of(table, "title", lang), "title", place),
                day=_day(_of(table, "version_date", lang), "version_date", place) or bank.day,
                state="\n".join(_states(table, lang)) or None, address=address, caused_by=caused_by)
    told = with_requisite(said, requisite)
    approved = _day(table, "approved_on", place) or _day(table, "approval_date", place)
    adopted = told.adopted or approved
    kind = told.kind or with_requisite(Said(lang=lang), _words(_of(table, "form", lang), "form", place)).kind
    return replace(told, lang=lang or bank.lang, adopted=adopted, kind=kind,
                   approved=approved if approved != adopted else None)


def _cause(table: Table, place: str) -> ToldCause | None:
    """Return what is told of the act that caused the edition; of several acts none is told to be the one."""
    value = table.get("caused_by")
    each = value if isinstance(value, list) else [value]
    cause = each[0] if len(each) == 1 else None
    if not isinstance(cause, dict):
        words = _words({"caused_by": cause}, "caused_by", place)
        return ToldCause(words) if words else None
    requisite = next((words for _, words in by_language(cause.get("requisite"), OFFICIAL_LANGUAGES[0])), None)
    own = _language(requisite) if requisite else OFFICIAL_LANGUAGES[0]
    link = _words(cause, "link", place)
    adilet = linked(link) or linked(_words(cause, "code", place))
    code = None if linked(_words(cause, "code", place)) else _words(cause, "code", place)
    told = ToldCause(requisite, code or said_by_address(link).zan, adilet.act_id if adilet else None,
                     by_language(cause.get("title"), own))
    return told if told != ToldCause() else None


def by_language(value: object, own: str) -> tuple[tuple[str, str], ...]:
    """Return a text that is told in several languages, or once in its `own`."""
    told = value if isinstance(value, Mapping) else {own: value}
    return tuple((lang, " ".join(words.split())) for lang in OFFICIAL_LANGUAGES if (words := written(told.get(lang))))


def _states(table: Table, lang: str | None) -> Iterator[str]:
    """Give the words by which the fields tell of the state of the act, one line for each."""
    for name, value in table.items():
        each = tuple(_leaves(value.get(lang) if isinstance(value, dict) and lang in value else value))
        words = ", ".join(each)
        gone = words_of_repeal(words) if name == "requisite" else None
        if gone:
            yield gone[0]
        elif name == "caused_by" or _STANDS.get(name) is value or all(map(is_standing, each)):
            continue
        elif name not in _HARMLESS or tells_end(words) or (name not in _TALKING and is_outdated(words)):
            yield readable(f"{name} = {words}")


def _leaves(value: object) -> Iterator[str]:
    """Give the words of a field, of each value inside apart."""
    if isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str | bytes)):
        for each in value.values() if isinstance(value, Mapping) else value:
            yield from _leaves(each)
    elif words := " ".join(str(value).split()) if value is not None else "":
        yield words


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
        raise SourceError(place, Phrase("%(named)s is %(value)s, no text", named=repr(name), value=_kind(value)),
                          Phrase("take the file from the repository again"))
    return words


def _day(table: Table, name: str, place: str) -> date | None:
    value = table.get(name)
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    told = value if isinstance(value, str) else ""
    dotted = _DOTTED.fullmatch(told.strip())
    try:
        return date(*(int(part) for part in reversed(dotted.groups()))) if dotted else date.fromisoformat(told)
    except ValueError:
        shown = repr(value[:40]) if isinstance(value, str) else _kind(value)
        raise SourceError(place, Phrase("%(named)s is %(told)s, no day", named=repr(name), told=shown),
                          Phrase("write it as 2014-11-07")) from None


def _kind(value: object) -> str:
    return next((words for kind, words in _KINDS.items() if isinstance(value, kind)), "of an unknown kind")
