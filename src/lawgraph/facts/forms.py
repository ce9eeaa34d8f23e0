"""TOML files read as forms: each key is described once, and all mistakes of a file are told in one run.

tomllib tells no line of what it has read, so the text is scanned once more for its tables and keys. Places count
from 1: `target[2].eid` is the key `eid` of the second `[[target]]`.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lawgraph.facts.fields import Field, Fields, MisfitError, Needed, Part, Table
from lawgraph.law.days import parse_day
from lawgraph.law.errors import DayError, FactError, Phrase, SourceError, read_bytes

_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"\s*([\w-]+)\s*[.=]")
_AT_LINE = re.compile(r"(.*) \(at line (\d+), column \d+\)")
_SYNTAX = Phrase("write %(text)s, %(number)s, %(answer)s or %(day)s", text='key = "text"', number="key = 10",
                 answer="key = true", day="key = 2013-07-03")
_MOST_BYTES = 2_000_000
_LONG_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){16}""", re.ASCII)
"""A key of so many parts that the table for each of its beginnings would take more than the file may."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class FormEntry:
    """Hold one table of a file: where it stands (`target[2]`, empty at the top), what it says, and all lines."""

    file: str
    path: str
    table: Table
    lines: Mapping[str, int]

    def line(self, key: str = "") -> int:
        """Return the line of a key, else of the nearest table around it."""
        path = self._path(key)
        while path and path not in self.lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.lines.get(path, 1)

    def fault(self, key: str, surprise: str, remedy: str) -> FactError:
        """Return an error that names file, line and key."""
        place = f"{self.file}:{self.line(key)} {self._path(key)}".rstrip()
        return FactError(place, surprise, remedy)

    def inside(self, part: Part) -> "tuple[FormEntry, ...]":
        """Return the tables of a part, none where it is missing or malformed."""
        held = self.table.get(part.name)
        if part.repeats:
            listed = enumerate(held, 1) if isinstance(held, list) else ()
            placed = [(f"{part.name}[{number}]", each) for number, each in listed]
        else:
            placed = [(part.name, held)]
        return tuple(FormEntry(self.file, path, each, self.lines) for path, each in placed if isinstance(each, dict))

    def _path(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path and key else self.path or key


def read_form(path: Path, file: str) -> FormEntry:
    """Return a TOML file as one entry; `file` is its name in messages."""
    try:
        return form_of(read_bytes(path, _MOST_BYTES).decode("utf-8-sig"), file)
    except SourceError as error:
        raise FactError(file, error.surprise, Phrase("put a readable TOML file here")) from error
    except UnicodeDecodeError as error:
        number = error.object.count(b"\n", 0, error.start) + 1
        raise FactError(f"{file}:{number}", Phrase("this line is not UTF-8"),
                        Phrase("save the file as UTF-8")) from error


def form_of(text: str, file: str) -> FormEntry:
    """Return a TOML text as one entry; `file` is its name in messages."""
    if long := _LONG_KEY.search(text):
        raise FactError(f"{file}:{text.count(chr(10), 0, long.start()) + 1}",
                        Phrase("a key has more parts than any key here"), _SYNTAX)
    try:
        return FormEntry(file, "", tomllib.loads(text), lines_of(text))
    except tomllib.TOMLDecodeError as error:
        raise _syntax_fault(file, text, str(error)) from error
    except RecursionError:
        raise FactError(file, Phrase("its lists or tables stand inside one another without end"), _SYNTAX) from None
    except ValueError:  # Python reads no number of more than 4,300 digits
        raise FactError(file, Phrase("one of its numbers has thousands of digits"), _SYNTAX) from None


def lines_of(text: str) -> dict[str, int]:
    """Return the line (from 1) of each table and key of a TOML text: `target[2]`, `target[2].eid`."""
    found: dict[str, int] = {}
    repeated: Counter[str] = Counter()
    table, within_text = "", False
    for number, line in enumerate(text.split("\n"), 1):
        if not within_text and (header := _HEADER.match(line)):
            repeated[header[2]] += header[1] == "[["
            table = _numbered(header[2], repeated)
            found.setdefault(header[2], number)
            found.setdefault(table, number)
        elif not within_text and (key := _KEY.match(line)):
            found.setdefault(f"{table}.{key[1]}" if table else key[1], number)
        within_text ^= (line.count('"""') + line.count("'''")) % 2 == 1
    return found


def faults_of(form: FormEntry, top: Fields, parts: tuple[Part, ...]) -> tuple[FactError, ...]:
    """Return every breach of the schema in a form, in the order of the schema."""
    named = tuple(part.name for part in parts)
    faults = [*_faults_of_table(form, top, named)]
    for part in parts:
        entries = form.inside(part)
        if len(entries) != _tables_meant(form.table.get(part.name)):
            faults.append(form.fault(part.name, Phrase("this is not the table that belongs here"),
                                     Phrase("write %(header)s", header=part.header)))
        faults += [fault for entry in entries for fault in _faults_of_table(entry, part.fields, ())]
    return tuple(faults)


def _tables_meant(held: object) -> int:
    if held is None:
        return 0
    return len(held) if isinstance(held, list) else 1


def _faults_of_table(entry: FormEntry, fields: Fields, parts: tuple[str, ...]) -> tuple[FactError, ...]:
    names = tuple(field.name for field in fields) + parts
    unknown = [entry.fault(key, Phrase("this key is not known"),
                           Phrase("the keys here are %(names)s", names=", ".join(names)))
               for key in entry.table if key not in names]
    wrong = [fault for field in fields if (fault := _fault_of_field(entry, field))]
    return (*unknown, *wrong)


def _fault_of_field(entry: FormEntry, field: Field) -> FactError | None:
    if field.name not in entry.table:
        remedy = Phrase("write %(key)s: %(meaning)s", key=field.name, meaning=field.meaning)
        return entry.fault(field.name, Phrase("the key is missing"), remedy) if isinstance(field, Needed) else None
    try:
        field.of(entry.table)
    except MisfitError as misfit:
        return entry.fault(field.name, misfit.surprise, misfit.remedy)
    return None


def _syntax_fault(file: str, text: str, message: str) -> FactError:
    match = _AT_LINE.fullmatch(message)
    if match is None:
        surprise, end = message.removesuffix(" (at end of document)"), text.count("\n") + 1
        return FactError(f"{file}:{end}", Phrase("this is no TOML: %(surprise)s", surprise=_lowered(surprise)),
                         Phrase("close what was opened"))
    surprise, number = match[1], int(match[2])
    line = text.split("\n")[number - 1]
    key = _KEY.match(line)
    place = f"{file}:{number} {key[1]}" if key else f"{file}:{number}"
    return _day_fault(place, line) or FactError(
        place, Phrase("this is no TOML: %(surprise)s", surprise=_lowered(surprise)), _SYNTAX)


def _day_fault(place: str, line: str) -> FactError | None:
    try:
        for written in _DAY.findall(line):
            parse_day(written)
    except DayError as error:
        return FactError(place, Phrase("%(place)s: %(surprise)s", place=error.place, surprise=error.surprise),
                         error.remedy)
    return None


def _numbered(header: str, repeated: Counter[str]) -> str:
    first, dot, rest = header.partition(".")
    return f"{first}[{repeated[first]}]{dot}{rest}" if repeated[first] else header


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]
