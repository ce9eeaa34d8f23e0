"""Laws, provisions, versions, changes and acts as linked data: ELI and schema.org, with how sure each answer is.

Things are named by their addresses of Akoma Ntoso, to which both sites listen: a law and its provisions as works, their
versions as expressions. What ELI and schema.org have no word for stands in our own vocabulary (`lg:`). A day is told by
their properties only where it is one day, a change only where a source says that it was made; every answer with its
bounds stands in ours. Where no wording is held there is no text, and a comment says so in words. A wording cites what
its words refer to, as far as the laws are held.

Written as N-Quads or JSON-LD: one graph for each law, none held in memory as a whole. Names of properties are short
(`eli:number`); what a prefix means stands in `PREFIXES`, and in the context of JSON-LD.
"""

import json
import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from urllib.parse import quote

from lawgraph.exchange.told import ROOT, AkomaName, address_of_act, certainty, name_of, remark
from lawgraph.languages.spoken import spoken
from lawgraph.law.amendments import Action, Amendment
from lawgraph.law.days import DayBounds
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.versions import Presence, Version
from lawgraph.queries.answers import (
    acts,
    all_versions,
    amendments_of,
    citations_in_law,
    languages,
    law_named,
    laws,
    places,
    source_of,
)
from lawgraph.queries.values import ActRow, LawRow
from lawgraph.reading.akoma_document import OWN_SPACE
from lawgraph.timeline.consolidation import Certainty, Place, tree_of_places
from lawgraph.voice.recorded import basis_sentence
from lawgraph.voice.speaking import ENGLISH

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


_OUR_TAG = spoken(ENGLISH.locale.letters).tag
_WORK = ("eli:LegalResource", "schema:Legislation")
_EXPRESSION = ("eli:LegalExpression", "schema:Legislation")


@dataclass(frozen=True, slots=True)
class Pages:
    """Tell the paths of pages: of a law, of a provision on a day, of an act."""

    law: Callable[[str, str], str]
    provision_on: Callable[[str, str, str, date], str]
    act: Callable[[str], str]


def graphs_of(conn: sqlite3.Connection, pages: Pages, name: str | None = None) -> Graphs:
    """Give the graph of each law, and that of the acts; or of one law, and of the acts that changed it.

    Beside these acts stands what the one law cites of others, so far as to say what kind of thing it is.
    """
    wanted = (law_named(conn, name),) if name else laws(conn)
    named = {each.id: name_of(each) for each in wanted}
    for law in wanted:
        yield Iri(named[law.id].work), of_law(conn, law, pages)
    alone = wanted[0] if name else None
    others = _cited_elsewhere(conn, alone) if alone else ()
    yield Iri(ROOT), chain((_act(each, named, pages) for each in acts(conn, alone.id if alone else None)), others)


def of_law(conn: sqlite3.Connection, law: LawRow, pages: Pages) -> Iterator[Subject]:
    """Give what is told of a law: itself, its texts, its provisions, their versions, its changes."""
    named, held = name_of(law), languages(conn, law.id)
    start = law.start
    yield Subject(Iri(named.work), _WORK, (
        ("eli:number", law.number), ("eli:date_document", law.adopted), ("eli:id_local", law.id),
        ("schema:legislationIdentifier", law.number), ("schema:legislationDate", law.adopted),
        ("schema:legislationType", law.kind), ("schema:legislationJurisdiction", "KZ"),
        *(("schema:name", InWords(title, spoken(lang).tag)) for lang, title in law.titles),
        *(("eli:is_realized_by", Iri(replace(named, lang=lang).expression)) for lang in held),
        *_first_day(start), *_bounds("from", start), ("lg:horizon", law.horizon),
        ("lg:actsCompleteUntil", law.acts_complete_until)))
    works = {each.eid: each for each in places(conn, law.id)}
    for lang in held:
        yield _text(conn, law, lang, pages)
    for place in works.values():
        yield _provision(named, place, works)
    for lang in held:
        cited = _cited(conn, law, lang)
        for each in all_versions(conn, law.id, lang):
            if each.start.latest:
                told = _version(law, lang, each, pages)
                yield replace(told, told=(*told.told, *cited.get((each.eid, each.text), ())))
    for number, change in enumerate(amendments_of(conn, law.id), 1):
        yield _change(named, number, change)


def _text(conn: sqlite3.Connection, law: LawRow, lang: str, pages: Pages) -> Subject:
    """Return the text of a law in a language, all its versions together."""
    named, source = replace(name_of(law), lang=lang), source_of(conn, law.id, lang)
    official = bool(source and source.official)
    return Subject(Iri(named.expression), _EXPRESSION, (
        ("eli:realizes", Iri(named.work)), ("eli:language", Iri(f"lang:{lang.upper()}")),
        ("eli:title", InWords(law.title(lang), spoken(lang).tag)), ("schema:inLanguage", spoken(lang).tag),
        ("eli:legal_value", Iri(f"eli:LegalValue-{'official' if official else 'unofficial'}")),
        ("schema:legislationLegalValue", Iri(f"schema:{'Official' if official else 'Unofficial'}LegalValue")),
        ("schema:url", Iri(pages.law(law.id, lang))),
        ("rdfs:seeAlso", Iri(source.address) if source and source.address else None),
        ("lg:retrieved", source.retrieved if source else None)))


def _provision(law: AkomaName, place: Place, works: Mapping[Eid, Place]) -> Subject:
    within = place.within if place.within in works else None
    return Subject(Iri(replace(law, eid=place.eid).whole), ("eli:LegalResourceSubdivision", "schema:Legislation"), (
        ("eli:is_part_of", Iri(replace(law, eid=within).whole if within else law.work)),
        ("eli:number", place.number), ("eli:id_local", str(place.eid)), ("lg:kind", str(place.kind))))


def _version(law: LawRow, lang: str, version: Version, pages: Pages) -> Subject:
    """Return what may be said of a provision for a stretch of days."""
    first = version.start.latest or law.adopted
    named = AkomaName(law.adopted, law.number, lang, first, version.eid)
    tag, sure = spoken(lang).tag, version.in_operation is Presence.YES
    said = remark(version, version.eid.kind, first)
    return Subject(Iri(named.whole), _EXPRESSION, (
        ("eli:realizes", Iri(replace(named, lang=None, day=None).whole)), ("eli:language", Iri(f"lang:{lang.upper()}")),
        ("schema:isPartOf", Iri(replace(name_of(law), lang=lang).expression)), ("schema:inLanguage", tag),
        ("eli:version_date", first), ("schema:legislationDateVersion", first),
        *(_first_day(version.start) if sure else ()),
        ("schema:text", None if version.text is None else InWords(version.text, tag)),
        ("rdfs:comment", InWords(said, _OUR_TAG) if said else None),
        ("schema:url", Iri(pages.provision_on(law.id, lang, version.eid, first))),
        ("lg:inOperation", str(version.in_operation)),
        ("lg:wording", str(version.wording) if version.wording else None),
        *_bounds("from", version.start), *_bounds("before", version.before)))


def _cited(conn: sqlite3.Connection, law: LawRow, lang: str) -> Mapping[tuple[Eid, str | None], Sequence[Told]]:
    """Return what each wording of a law refers to among the laws held: provisions where they are settled."""
    found: dict[tuple[Eid, str | None], dict[Told, None]] = defaultdict(dict)
    named: dict[str, AkomaName] = {}
    for each in citations_in_law(conn, law.id, lang):
        if each.cites_law and each.cites_law not in named:
            named[each.cites_law] = name_of(law_named(conn, each.cites_law))
        whole = named[each.cites_law or law.id]
        meant = Iri(replace(whole, eid=each.cites).whole if each.cites else whole.work)
        found[each.eid, each.wording] |= {("eli:cites", meant): None, ("schema:citation", meant): None}
    return {place: tuple(told) for place, told in found.items()}


def _cited_elsewhere(conn: sqlite3.Connection, law: LawRow) -> Iterator[Subject]:
    """Give the other laws that a law cites, and what it cites of them with all that encloses it."""
    cited: dict[str, set[Eid]] = defaultdict(set)
    for lang in languages(conn, law.id):
        for each in citations_in_law(conn, law.id, lang):
            if each.cites_law not in {None, law.id}:
                cited[each.cites_law or ""].add(each.cites or LAW)
    for other, eids in sorted(cited.items()):
        held = law_named(conn, other)
        works = {each.eid: each for each in places(conn, other)}
        tree = tree_of_places(works.values())
        wanted = {up for eid in eids for up in (eid, *tree.around(eid))}
        yield Subject(Iri(name_of(held).work), _WORK, (("schema:legislationIdentifier", held.number),))
        yield from (_provision(name_of(held), works[each], works) for each in works if each in wanted)


def _change(law: AkomaName, number: int, change: Amendment) -> Subject:
    target = law.work if change.target == LAW else replace(law, eid=change.target).whole
    return Subject(Iri(f"{law.work}/change/{number}"), ("lg:Change",), (
        ("lg:affects", Iri(target)), ("lg:affecting", Iri(address_of_act(change.act)) if change.act else None),
        ("lg:action", str(change.action)), ("lg:scope", str(change.scope)), ("lg:dayIs", str(certainty(change))),
        ("lg:until", change.until), *_bounds("from", change.operative)))


def _act(row: ActRow, named: Mapping[str, AkomaName], pages: Pages) -> Subject:
    """Return an act; it changes a law where a source says that it did, and repeals one that it repealed as a whole."""
    act, operative = row.act, row.operative
    made = [each for each in row.effects if certainty(each.amendment) is not Certainty.NOT_SETTLED]
    changed = dict.fromkeys(each.law for each in made)
    repealed = dict.fromkeys(each.law for each in made if each.amendment.action is Action.REPEAL
                             and each.amendment.target == LAW and not each.amendment.but)
    return Subject(Iri(address_of_act(act)), _WORK, (
        ("eli:number", act.number), ("eli:date_document", act.adopted), ("eli:id_local", row.adilet_id),
        ("schema:legislationIdentifier", act.number or act.name), ("schema:legislationDate", act.adopted),
        ("schema:legislationType", str(act.kind)), ("schema:legislationJurisdiction", "KZ"),
        *(("schema:name", InWords(title, spoken(lang).tag)) for lang, title in row.titles),
        ("eli:date_publication", row.published), ("schema:datePublished", row.published),
        *(_first_day(operative) if operative else ()), *(_bounds("from", operative) if operative else ()),
        *((f"{property_}", Iri(named[law].work)) for law in changed
          for property_ in ("eli:changes", "schema:legislationChanges")),
        *((f"{property_}", Iri(named[law].work)) for law in repealed
          for property_ in ("eli:repeals", "schema:legislationRepeals")),
        ("schema:url", Iri(pages.act(act.name)))))


def _first_day(bounds: DayBounds) -> tuple[Told, ...]:
    """Return the first day of operation, where it is one day."""
    day = bounds.earliest if bounds.exact else None
    return ("eli:date_applicability", day), ("schema:legislationDateOfApplicability", day)


def _bounds(name: str, bounds: DayBounds) -> tuple[Told, ...]:
    return ((f"lg:{name}Earliest", bounds.earliest), (f"lg:{name}Latest", bounds.latest),
            (f"lg:{name}Basis", basis_sentence(bounds.basis) or None))
