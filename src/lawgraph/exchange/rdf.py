"""Statements about things, written as N-Quads or JSON-LD: one graph for each law, none held in memory as a whole.

Names of properties are short (`eli:number`); what a prefix means stands in `PREFIXES`, and in the context of JSON-LD.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from lawgraph.reading.akoma import OWN_SPACE

PREFIXES = {
    "eli": "http://data.europa.eu/eli/ontology#",
    "lang": "http://publications.europa.eu/resource/authority/language/",
    "lg": f"{OWN_SPACE}#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_UNSEEN = re.compile('[\x00-\x1f\\\\"\x7f]')
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Iri:
    """Name a thing: by a path of the site, an address in full, or a short name."""

    name: str


@dataclass(frozen=True, slots=True)
class InWords:
    """Hold words in a language, by its tag."""

    words: str
    tag: str


Value = Iri | InWords | str | date
Told = tuple[str, Value | None]


@dataclass(frozen=True, slots=True)
class Subject:
    """Hold what is told of a thing; what is `None` is left out."""

    name: Iri
    types: tuple[str, ...]
    told: tuple[Told, ...]

    @property
    def held(self) -> Iterator[tuple[str, Value]]:
        """What is told, without what is not known."""
        return ((name, value) for name, value in self.told if value is not None)


Graphs = Iterable[tuple[Iri, Iterable[Subject]]]
Form = Callable[[Graphs, str], Iterator[str]]


def nquads(graphs: Graphs, address: str) -> Iterator[str]:
    """Give the statements, one a line, those of a thing together; paths lead to the site at `address`."""
    for graph, nodes in graphs:
        behind = f"{_iri(graph, address)} ."
        for node in nodes:
            name = _iri(node.name, address)
            told = (*(("rdf:type", Iri(each)) for each in node.types), *node.held)
            yield "".join(f"{name} {_iri(Iri(key), address)} {_term(value, address)} {behind}\n" for key, value in told)


def jsonld(graphs: Graphs, address: str) -> Iterator[str]:
    """Give the statements as one document of JSON-LD, a line for each thing."""
    yield f'{{"@context": {json.dumps(PREFIXES)},\n"@graph": ['
    between = "\n"
    for graph, nodes in graphs:
        yield f'{between}{{"@id": {json.dumps(_full(graph, address))}, "@graph": ['
        inner = "\n"
        for node in nodes:
            yield inner + json.dumps(_object(node, address), ensure_ascii=False)
            inner = ",\n"
        yield "\n]}"
        between = ",\n"
    yield "\n]}\n"


def _object(node: Subject, address: str) -> dict[str, object]:
    told: dict[str, object] = {"@id": _full(node.name, address), "@type": list(node.types)}
    for key, value in node.held:
        before = told.get(key)
        own = _json(value, address)
        told[key] = own if before is None else [*(before if isinstance(before, list) else [before]), own]
    return told


def _json(value: Value, address: str) -> object:
    match value:
        case Iri():
            return {"@id": _full(value, address)}
        case InWords():
            return {"@value": value.words, "@language": value.tag}
        case date():
            return {"@value": value.isoformat(), "@type": "xsd:date"}
        case _:
            return value


def _term(value: Value, address: str) -> str:
    match value:
        case Iri():
            return _iri(value, address)
        case InWords():
            return f"{_literal(value.words)}@{value.tag}"
        case date():
            return f"{_literal(value.isoformat())}^^<{PREFIXES['xsd']}date>"
        case _:
            return _literal(value)


def _literal(text: str) -> str:
    escaped = _UNSEEN.sub(lambda match: _ESCAPED.get(match[0], f"\\u{ord(match[0]):04X}"), text)
    return f'"{escaped}"'


def _iri(name: Iri, address: str) -> str:
    return f"<{_full(name, address)}>"


def _full(name: Iri, address: str) -> str:
    if name.name.startswith("/"):
        return address + quote(name.name, safe="/%@!~:")
    prefix, _, local = name.name.partition(":")
    return PREFIXES[prefix] + local if prefix in PREFIXES else quote(name.name, safe="/%@!~:?&=#+,;")
