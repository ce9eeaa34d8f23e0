"""The data as files to take home: tables as CSV and JSON, the graph; and the JSON Schemas of all JSON.

What a schema does not name is allowed: fields are added, never taken away.

A file has the same name on both sites. In CSV a null and an empty text look alike; JSON keeps them apart.
"""

import csv
import io
import json
import re
import sqlite3
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lawgraph.database.schema import TABLES
from lawgraph.languages.spoken import codes, spoken
from lawgraph.languages.state import FIRST
from lawgraph.law.amendments import Action, Dating, RuleKind, Scope
from lawgraph.law.document import Role, Severity, UnreadKind
from lawgraph.law.versions import Presence, ReasonKind, Wording
from lawgraph.queries.references import ReferenceKind
from lawgraph.queries.seeking import Border
from lawgraph.reading.formats import FileFormat
from lawgraph.replay.forms import FormRow
from lawgraph.timeline.assurance import Turn
from lawgraph.timeline.comparison import Change
from lawgraph.timeline.consolidation import Certainty, Grade
from lawgraph.voice.speaking import Locale

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PLAIN: Mapping[str, Mapping[str, object]] = {
    "text": {"type": "string"}, "number": {"type": "integer"}, "true or false": {"type": "boolean"},
    "day": {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    "hash": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    **{kind.__name__: {each: each for each in kind} for kind in (
        Action, Dating, Presence, ReasonKind, Role, RuleKind, Scope, Severity, UnreadKind, Wording, ReferenceKind,
        FileFormat, FormRow, Turn, Change, Grade, Locale, Border, Certainty)},
    "Language": {code: spoken(code).name for code in codes()},
}
_LISTED = {name: ", ".join(words) for name, words in _WORDS.items()}
_NO_LETTERS = re.compile(r"[^a-z]+")


@dataclass(frozen=True, slots=True)
class Field:
    """Describe a field: its name, the kind of its value, and what it means."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Shape:
    """Describe an object: its name, the fields that are always there, and those that stand only where they are told."""

    name: str
    meaning: str
    fields: tuple[Field, ...]
    sometimes: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """Describe JSON that leaves the program: its name, what gives it, the name of a shape or `list of` one."""

    name: str
    told_by: str
    kind: str


_DECLARED = tomllib.loads((Path(__file__).parent / "shapes.toml").read_text(encoding="utf-8"))


def _fields(declared: list[str | list[str]]) -> Iterator[Field]:
    """Give the fields of a list: a name alone stands for those of another list, one in braces for a field a word."""
    for each in declared:
        if isinstance(each, str):
            yield from _fields(_DECLARED["shared"].get(each) or _DECLARED["shapes"][each]["fields"])
            continue
        name, kind, meaning = each
        for word, label in _WORDS.get(name.strip("{}"), {name: ""}).items():
            yield Field(word, kind.format_map(_LISTED), meaning.format(label))


EVERY_SHAPE = tuple(Shape(name, each["meaning"], tuple(_fields(each.get("fields", []))),
                          tuple(_fields(each.get("sometimes", [])))) for name, each in _DECLARED["shapes"].items())
EVERY_ANSWER = {name: Output(name, *each) for name, each in _DECLARED["answers"].items()}
"""All JSON that leaves the program, by its name."""

_BY_NAME = {shape.name: shape for shape in EVERY_SHAPE}


def schema_of(answer: Output) -> Mapping[str, object]:
    """Return the JSON Schema of an answer."""
    needed = dict.fromkeys(_shapes_in(answer.kind))
    return {"$schema": DIALECT, "$id": f"urn:lawgraph:{answer.name}", "title": answer.name,
            "description": f"{answer.told_by}: {answer.kind}", **_of_kind(answer.kind),
            "$defs": {_key(name): _of_shape(_BY_NAME[name]) for name in needed}}


def _of_shape(shape: Shape) -> Mapping[str, object]:
    every = (*shape.fields, *shape.sometimes)
    return {"title": shape.name, "description": shape.meaning, "type": "object",
            "properties": {each.name: {"description": each.meaning, **_of_kind(each.kind)} for each in every},
            "required": [each.name for each in shape.fields]}


def _of_kind(kind: str) -> Mapping[str, object]:
    if kind.endswith(" or null"):
        return {"anyOf": [_of_kind(kind.removesuffix(" or null")), {"type": "null"}]}
    if kind.startswith("list of "):
        return {"type": "array", "items": _of_kind(kind.removeprefix("list of "))}
    if kind.startswith("one of "):
        return {"type": "string", "enum": kind.removeprefix("one of ").split(", ")}
    return _PLAIN.get(kind) or {"$ref": f"#/$defs/{_key(kind)}"}


def _shapes_in(kind: str) -> Iterator[str]:
    """Give the names of the shapes that a kind needs, itself and all inside it."""
    name = kind.removesuffix(" or null").removeprefix("list of ")
    if name in _BY_NAME:
        yield name
        for field in (*_BY_NAME[name].fields, *_BY_NAME[name].sometimes):
            yield from _shapes_in(field.kind)


def _key(name: str) -> str:
    return _NO_LETTERS.sub("-", name)


DATABASE, GRAPH, SCHEMAS = "lawgraph.db", "laws.graphml", "schemas.json"
OFFERED = ("laws", "acts", "provisions", "versions", "amendments")
"""The tables that are offered as files; the others are in the database."""

CSV, CSV_WITH_MARK, JSON = ".csv", ".bom.csv", ".json"
MARK = "\ufeff"
"""The byte order mark, by which spreadsheets know UTF-8."""

_COLUMNS = {each.name: tuple(column.name for column in each.now) for each in TABLES}
_KEYS = {each.name: ", ".join(name for name in each.key if name in _COLUMNS[each.name]) for each in TABLES}


def files(conn: sqlite3.Connection) -> Iterator[tuple[str, Iterator[str]]]:
    """Give the files but the database itself, each by its name, in pieces."""
    for table in OFFERED:
        lines = tuple(table_as_csv(conn, table))
        yield f"{table}{CSV}", iter(lines)
        yield f"{table}{CSV_WITH_MARK}", iter((MARK, *lines))
        yield f"{table}{JSON}", table_as_json(conn, table)
    yield GRAPH, iter((graph(conn),))
    yield SCHEMAS, iter((schemas(),))


def table_as_csv(conn: sqlite3.Connection, table: str) -> Iterator[str]:
    """Give a table line by line."""
    yield _line(_COLUMNS[table])
    yield from map(_line, _rows(conn, table))


def table_as_json(conn: sqlite3.Connection, table: str) -> Iterator[str]:
    """Give a table as a JSON list of objects, one a line."""
    between = "[\n"
    for row in _rows(conn, table):
        yield between + json.dumps(dict(zip(_COLUMNS[table], row, strict=True)), ensure_ascii=False)
        between = ",\n"
    yield "\n]\n" if between == ",\n" else "[]\n"


def graph(conn: sqlite3.Connection) -> str:
    """Return the graph of all laws held as GraphML: which act changed which law, and which law cites which."""
    from lawgraph.graph.networks import graph_of_all, to_graphml  # noqa: PLC0415  (networkx is slow to load)

    return to_graphml(graph_of_all(conn, FIRST))


def schemas() -> str:
    """Return the JSON Schema of each JSON that leaves the program, by its name."""
    told = {name: schema_of(answer) for name, answer in EVERY_ANSWER.items()}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _rows(conn: sqlite3.Connection, table: str) -> Iterator[tuple[object, ...]]:
    names = ", ".join(f"[{name}]" for name in _COLUMNS[table])
    return iter(conn.execute(f"select {names} from [{table}] order by {_KEYS[table]}"))  # noqa: S608  (our own names)


def _line(values: tuple[object, ...]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(values)
    return line.getvalue()
