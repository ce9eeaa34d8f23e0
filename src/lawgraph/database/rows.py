"""What the database holds, as rows made from values; one function for each table.

Every row is a mapping by column name. Rows are numbered in the order of the values, so that equal values always give
equal rows.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, chain, count, pairwise

from lawgraph.acts import ActRecord, Record, Texts
from lawgraph.citations.resolving import citations
from lawgraph.corpus import Manifest, SourceFile
from lawgraph.database.searching import normal
from lawgraph.days import DayBounds
from lawgraph.evidence.gathering import acts_known
from lawgraph.evidence.provisions import Unit, in_document_order
from lawgraph.knowledge import Knowledge, Lasting, lasting
from lawgraph.life import Life
from lawgraph.model import Act, Amendment, Claim, Finding, Reason, Span, Version
from lawgraph.sources import Edition
from lawgraph.voice import because_sentence

Row = Mapping[str, str | int | None]
Table = Iterable[Row]
NO_RECORD: Row = {"source": None, "confidence": None, "recorded": None, "file": None, "line": None}


@dataclass(frozen=True, slots=True)
class Holding:
    """Hold one law with what was known of it, the newest last, and what does not fit."""

    manifest: Manifest
    known: tuple[Knowledge, ...]
    findings: tuple[Finding, ...]

    @property
    def lives(self) -> tuple[Life, ...]:
        """The lives as known now, one for each language."""
        return self.known[-1].lives

    @property
    def first(self) -> Life:
        """A life that stands for all where the language does not matter."""
        return self.lives[0]

    @property
    def editions(self) -> tuple[tuple[Edition, SourceFile], ...]:
        """The editions with what the manifest tells of their files."""
        return tuple(zip(self.first.law.editions, self.manifest.sources, strict=True))


@dataclass(frozen=True, slots=True)
class Holdings:
    """Hold all that goes into a database: what it is made from, the laws, and the records of acts."""

    stamp: tuple[tuple[str, str], ...]
    laws: tuple[Holding, ...]
    records: tuple[ActRecord, ...]


def rows(held: Holdings) -> dict[str, Table]:
    """Return the rows of each table, by its name."""
    texts = tuple(_numbered(chain.from_iterable(map(_texts, held.laws))))
    return {
        "build": [{"part": part, "value": value} for part, value in held.stamp],
        "laws": map(_law, held.laws),
        "knowledge": _numbered(chain.from_iterable(map(_knowledge, held.laws))),
        "sources": _sources(held.laws),
        "provisions": chain.from_iterable(map(_provisions, held.laws)),
        "printings": _numbered(_printings(held.laws)),
        "versions": _versions(held.laws),
        "texts": texts,
        "acts": _acts(held),
        "publications": _numbered(chain.from_iterable(map(_publications, held.records))),
        "claims": _numbered(_claims(held.laws)),
        "amendments": _amendments(held.laws),
        "amendment_sources": _amendment_sources(held.laws),
        "citations": _numbered(_citations(held.laws, texts)),
        "findings": _numbered(map(_finding, chain.from_iterable(law.findings for law in held.laws))),
    }


def _numbered(these: Iterable[Row]) -> Iterator[Row]:
    return ({"id": number, **each} for number, each in enumerate(these, 1))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _bounds(prefix: str, bounds: DayBounds | None) -> Row:
    return {f"{prefix}earliest": _iso(bounds.earliest if bounds else None),
            f"{prefix}latest": _iso(bounds.latest if bounds else None),
            f"{prefix}basis": bounds.basis if bounds else None}


def _titles(titles: Texts) -> Row:
    known = dict(titles)
    return {f"title_{lang}": known.get(lang) for lang in ("eng", "rus", "kaz")}


def _record(record: Record) -> Row:
    return {"source": record.source, "confidence": record.confidence, "recorded": _iso(record.recorded),
            "file": record.file, "line": record.line}


def _law(held: Holding) -> Row:
    manifest = held.manifest
    return {"id": manifest.id, "number": manifest.number, "adopted": _iso(manifest.adopted), "kind": manifest.kind,
            **_titles(manifest.titles), **_as_a_whole(held.first)}


def _as_a_whole(life: Life) -> Row:
    return {**_bounds("start_", life.days.start), "horizon": _iso(life.days.horizon),
            "acts_complete_until": _iso(life.law.notes.acts_complete_until), "acts_known": acts_known(life.law)}


def _knowledge(held: Holding) -> Iterator[Row]:
    for number, each in enumerate(held.known):
        yield {"law": held.manifest.id, **_known(held, number, number), **_as_a_whole(each.lives[0])}


def _known(held: Holding, first: int, last: int) -> Row:
    """Return the days on which it was known what lasts from one stretch of knowledge through another."""
    return {"known_from": _iso(held.known[first].since), "known_before": _iso(held.known[last].before)}


def _every_edition(laws: Iterable[Holding]) -> Iterator[tuple[int, Holding, Edition, SourceFile]]:
    """Give each edition with the number of its row in `sources`."""
    editions = ((law, edition, source) for law in laws for edition, source in law.editions)
    return ((number, *each) for number, each in enumerate(editions, 1))


def _sources(laws: Iterable[Holding]) -> Iterator[Row]:
    for number, law, edition, source in _every_edition(laws):
        yield {"id": number, "law": law.manifest.id, "lang": edition.lang, "file": edition.file,
               "standing": source.standing, "official": int(edition.official), "address": source.address,
               "sha256": source.sha256, "day": _iso(source.day), "retrieved": _iso(source.retrieved)}


def _provisions(held: Holding) -> Iterator[Row]:
    told: dict[str, list[int]] = defaultdict(list)
    units: dict[str, Unit] = {}
    for number, each in enumerate(held.known):
        for timeline in each.lives[0].timelines:
            told[str(timeline.unit.eid)].append(number)
            units[str(timeline.unit.eid)] = timeline.unit
    for position, unit in enumerate(in_document_order(units.values()), 1):
        eid = str(unit.eid)
        yield {"law": held.manifest.id, "eid": eid, "kind": unit.kind, "number": unit.number,
               "within": next((above for above in unit.chain if above in units), None), "position": position,
               **_known(held, told[eid][0], told[eid][-1])}


def _printings(laws: Iterable[Holding]) -> Iterator[Row]:
    for number, law, edition, _ in _every_edition(laws):
        known = {str(each.unit.eid) for each in law.first.timelines}
        spans = [(each.eid, each.span, each.excluded) for each in edition.document.provisions]
        spans += [(f"{each.eid}__heading", each.heading_span, each.excluded) for each in edition.document.provisions
                  if each.heading_span]
        place = _bytes(edition.document.text, (span for _, span, _ in spans))
        for eid, span, excluded in spans:
            if eid in known:
                yield {"source": number, "law": law.manifest.id, "eid": eid, **place(span), "excluded": int(excluded)}


def _bytes(text: str, spans: Iterable[Span]) -> Callable[[Span], Row]:
    """Return what tells the bytes of a span; characters beyond ASCII take several."""
    ends = sorted({0, *(end for span in spans for end in (span.start, span.end))})
    widths = (len(text[start:end].encode()) for start, end in pairwise(ends))
    offsets = dict(zip(ends, accumulate(widths, initial=0), strict=True))
    return lambda span: {"line": span.line, "first_byte": offsets[span.start], "after_byte": offsets[span.end]}


def _versions(laws: Iterable[Holding]) -> Iterator[Row]:
    numbers = count(1)
    for law in laws:
        for place, life in enumerate(law.lives):
            told = [{str(each.unit.eid): each.versions for each in known.lives[place].timelines} for known in law.known]
            for eid in dict.fromkeys(chain.from_iterable(reversed(told))):
                numbered = [(next(numbers), each) for each in lasting([state.get(eid, ()) for state in told])]
                for number, each in numbered:
                    yield {"id": number, "law": law.manifest.id, "lang": life.lang, **_version(each.value),
                           "nearest_version": _nearest(each, numbered), **_known(law, each.first, each.last)}


def _nearest(version: Lasting[Version], numbered: Iterable[tuple[int, Lasting[Version]]]) -> int | None:
    """Return the row of the nearest wording that is held, as known when the version itself was last known."""
    if version.value.nearest_from is None:
        return None
    return next(number for number, each in numbered if each.first <= version.last <= each.last
                and each.value.start.latest == version.value.nearest_from)


def _version(version: Version) -> Row:
    return {"eid": str(version.eid), **_bounds("from_", version.start), **_bounds("before_", version.before),
            "in_operation": version.in_operation, "wording": version.wording, "text": version.text,
            "because": _json([because_sentence(each) for each in version.because]),
            "reasons": _json([_reason(each) for each in version.because]),
            "introduced_by": _joined(version.introduced_by), "ended_by": _joined(version.ended_by),
            "nearest_from": _iso(version.nearest_from), "nearest_before": _iso(version.nearest_before)}


def _reason(reason: Reason) -> Row:
    bounds: Row = _bounds("", reason.operative) if reason.operative else {}
    return {"kind": reason.kind, "act": reason.act, **bounds, "target": reason.target}


def _joined(acts: tuple[str, ...]) -> str | None:
    return ",".join(acts) or None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _texts(held: Holding) -> Iterator[Row]:
    """Give each wording of a provision once, from the first day to the last on which it is held."""
    for life in held.lives:
        for timeline in life.timelines:
            for text in dict.fromkeys(version.text for version in timeline.versions if version.text):
                holding = [version for version in timeline.versions if version.text == text]
                yield {"law": held.manifest.id, "lang": life.lang, "eid": str(timeline.unit.eid), "text": text,
                       "from_latest": _iso(holding[0].start.latest),
                       "before_earliest": _iso(holding[-1].before.earliest), "search_norm": normal(text)}


def _acts(held: Holdings) -> Iterator[Row]:
    records = {each.act.name: each for each in held.records}
    amendments = [each for law in held.laws for each in law.first.amendments if each.act]
    earlier = [each.act for law in held.laws for known in law.known for each in known.lives[0].amendments if each.act]
    claims = [claim.act for law in held.laws for edition, _ in law.editions for claim in edition.document.claims
              if claim.act]
    acts: dict[str, Act] = {}
    now = [each.act for each in amendments if each.act]
    for act in (*(each.act for each in held.records), *now, *claims, *earlier):
        acts.setdefault(act.name, act)
    for name in sorted(acts, key=lambda name: (_iso(acts[name].adopted) or "", name)):
        own = [each.operative for each in amendments if each.act and each.act.name == name]
        yield _act(acts[name], records.get(name), own)


def _act(act: Act, record: ActRecord | None, first_days: Iterable[DayBounds]) -> Row:
    first = min(first_days, key=lambda each: (each.earliest or date.min, each.latest or date.max), default=None)
    titles = record.titles if record else ()
    told: Row = _record(record.record) if record else NO_RECORD
    return {"name": act.name, "number": act.number, "adopted": _iso(act.adopted), "kind": act.kind,
            "adilet_id": record.adilet_id if record else None, **_titles(titles),
            **_bounds("operative_", first), **told,
            "search_norm": normal(" ".join([act.name, act.number or "", *(title for _, title in titles)]))}


def _publications(record: ActRecord) -> Iterator[Row]:
    for each in sorted(record.publications, key=lambda each: (each.day, each.organ or "", each.issue or "")):
        yield {"act": record.act.name, "day": _iso(each.day), "organ": each.organ, "issue": each.issue,
               **_record(each.record)}


def _claims(laws: Iterable[Holding]) -> Iterator[Row]:
    for number, law, edition, _ in _every_edition(laws):
        place = _bytes(edition.document.text, (claim.span for claim in edition.document.claims))
        for claim in edition.document.claims:
            yield {"source": number, "law": law.manifest.id, **_claim(claim), **place(claim.span)}


def _claim(claim: Claim) -> Row:
    rule = claim.operation
    return {"target": claim.target, "action": claim.action, "act": claim.act.name if claim.act else None,
            "operation": rule.kind, "days": rule.days, "months": rule.months, "day": _iso(rule.day),
            "reference": rule.reference, "until": _iso(claim.until), "pending": int(claim.pending),
            "editorial": int(claim.editorial), "text": claim.text}


def _amendments(laws: Iterable[Holding]) -> Iterator[Row]:
    for number, law, (each, begins, ends) in _every_amendment(laws):
        first = each.sources[0] if each.sources else None
        yield {"id": number, "law": law.manifest.id, "act": each.act.name if each.act else None, "target": each.target,
               "action": each.action, "scope": each.scope, **_bounds("", each.operative), "until": _iso(each.until),
               "stand_in": int(_stands_in(each)), "file": first.file if first else None,
               "line": first.line if first else None, "text": first.text if first else None,
               **_known(law, begins, ends)}


def _every_amendment(laws: Iterable[Holding]) -> Iterator[tuple[int, Holding, tuple[Amendment, int, int]]]:
    """Give each amendment that was ever known with the number of its row, and the stretches in which it was."""
    every = ((law, each) for law in laws for each in lasting([known.lives[0].amendments for known in law.known]))
    return ((number, law, (each.value, each.first, each.last)) for number, (law, each) in enumerate(every, 1))


def _stands_in(each: Amendment) -> bool:
    return each.act is None


def _amendment_sources(laws: Iterable[Holding]) -> Iterator[Row]:
    for number, _, (each, _, _) in _every_amendment(laws):
        for position, source in enumerate(each.sources, 1):
            yield {"amendment": number, "position": position, "kind": source.kind, "file": source.file,
                   "line": source.line, "text": source.text}


def _citations(laws: Iterable[Holding], texts: Iterable[Row]) -> Iterator[Row]:
    known = {law.manifest.id: frozenset(str(each.unit.eid) for each in law.first.timelines) for law in laws}
    for row in texts:
        text, lang, eid, law = (str(row[name]) for name in ("text", "lang", "eid", "law"))
        for each in citations(text, lang, eid, known[law]):
            yield {"text": row["id"], "law": law, "lang": lang, "eid": eid, "first": each.start, "after": each.end,
                   "words": text[each.start:each.end], "cites": each.eid, "cites_act": each.act}


def _finding(each: Finding) -> Row:
    return {"kind": each.kind, "severity": each.severity, "law": each.law, "eid": each.eid, "act": each.act,
            "message": each.message, "file": each.file, "line": each.line}
