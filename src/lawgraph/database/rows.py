"""What the database holds of one law, as rows made from values; one function for each table.

Every row is a mapping by column name. Rows are numbered from 1 in the order of the values, so that equal values always
give equal rows; where laws come together in one database, their numbers are moved on, and what laws have in common is
made into rows (see `merging`).
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, pairwise

from lawgraph.database.searching import initial, normal, sorted_by
from lawgraph.evidence.gathering import acts_known
from lawgraph.evidence.sources import Edition, Unit, in_document_order
from lawgraph.intake.corpus import Manifest, Manifestation
from lawgraph.languages.spoken import codes
from lawgraph.languages.state import titled
from lawgraph.law.amendments import Amendment
from lawgraph.law.authors import Act, Texts
from lawgraph.law.days import DayBounds, iso
from lawgraph.law.document import Claim, Finding, Span
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.versions import HeldWording, Reason, Version
from lawgraph.parsing.citations.addresses import addresses
from lawgraph.parsing.citations.resolving import citations
from lawgraph.replay.addresses import written
from lawgraph.timeline.history import History, Knowledge, Lasting, lasting
from lawgraph.voice.recorded import basis_sentence, because_sentence

Row = Mapping[str, object]
Table = Iterable[Row]


def bounds_columns(prefix: str, bounds: DayBounds | None) -> Row:
    """Return the columns of two days and the rule that they rest on."""
    return {f"{prefix}earliest": iso(bounds.earliest if bounds else None),
            f"{prefix}latest": iso(bounds.latest if bounds else None),
            f"{prefix}basis": " ".join(basis_sentence(bounds.basis).split()) if bounds else None,
            f"{prefix}basis_data": bounds.basis.data if bounds else None}


def title_columns(titles: Texts) -> Row:
    """Return a column for the title in each language."""
    known = dict(titles)
    return {f"title_{lang}": known.get(lang) for lang in codes()}


@dataclass(frozen=True, slots=True)
class Holding:
    """Hold one law with what was known of it, the newest last, and what does not fit."""

    manifest: Manifest
    known: tuple[Knowledge, ...]
    findings: tuple[Finding, ...]

    @property
    def histories(self) -> tuple[History, ...]:
        """The lives as known now, one for each language."""
        return self.known[-1].histories

    @property
    def first(self) -> History:
        """A life that stands for all where the language does not matter."""
        return self.histories[0]

    @property
    def editions(self) -> tuple[tuple[Edition, Manifestation], ...]:
        """The editions with what the manifest tells of their files."""
        return tuple(zip(self.first.law.editions, self.manifest.sources, strict=True))


def rows(held: Holding) -> dict[str, Table]:
    """Return the rows of each table, by its name."""
    texts = tuple(_texts(held))
    return {
        "laws": [_law(held)],
        "titles": _titles_of(held.manifest),
        "knowledge": _numbered(_knowledge(held)),
        "sources": _numbered(_sources(held)),
        "provisions": _provisions(held),
        "printings": _printings(held),
        "versions": _versions(held),
        "texts": texts,
        "acts_named": _acts(held),
        "claims": _numbered(_claims(held)),
        "amendments": _amendments(held),
        "amendment_sources": _amendment_sources(held),
        "citations": _numbered(_citations(held, texts)),
        "instructions": _numbered(_instructions(held)),
        "findings": _numbered(map(_finding, held.findings)),
    }


def _numbered(these: Iterable[Row]) -> Iterator[Row]:
    return ({"position": number, **each} for number, each in enumerate(these, 1))


def _law(held: Holding) -> Row:
    manifest = held.manifest
    return {"id": manifest.id, "number": manifest.number, "adopted": iso(manifest.adopted), "kind": manifest.kind,
            "gazette": held.first.law.notes.gazette, **title_columns(manifest.titles), **_as_a_whole(held.first),
            "search_norm": normal(" ".join([manifest.id, manifest.number, *(each for _, each in manifest.titles)]))}


def _titles_of(manifest: Manifest) -> Iterator[Row]:
    for lang in codes():
        written_in, title = titled(manifest.titles, (lang,)) or (lang, manifest.number)
        yield {"law": manifest.id, "lang": lang, "title": title, "written_in": written_in, "initial": initial(title),
               "sorted_by": sorted_by(title)}


def _as_a_whole(history: History) -> Row:
    return {**bounds_columns("start_", history.days.start), "horizon": iso(history.days.horizon),
            "acts_complete_until": iso(history.law.notes.acts_complete_until), "acts_known": acts_known(history.law)}


def _knowledge(held: Holding) -> Iterator[Row]:
    for number, each in enumerate(held.known):
        yield {"law": held.manifest.id, **_known(held, number, number), **_as_a_whole(each.histories[0])}


def _known(held: Holding, first: int, last: int) -> Row:
    """Return the days on which it was known what lasts from one stretch of knowledge through another."""
    return {"known_from": iso(held.known[first].since), "known_before": iso(held.known[last].before)}


def _sources(held: Holding) -> Iterator[Row]:
    for edition, source in held.editions:
        yield {"law": held.manifest.id, "lang": edition.lang, "file": edition.file,
               "standing": source.standing, "official": int(edition.official), "address": source.address,
               "sha256": source.sha256, "day": iso(source.day), "retrieved": iso(source.retrieved)}


def _provisions(held: Holding) -> Iterator[Row]:
    told: dict[Eid, list[int]] = defaultdict(list)
    units: dict[Eid, Unit] = {}
    for number, each in enumerate(held.known):
        for timeline in each.histories[0].timelines:
            told[timeline.unit.eid].append(number)
            units[timeline.unit.eid] = timeline.unit
    for position, unit in enumerate(in_document_order(units.values()), 1):
        yield {"law": held.manifest.id, "eid": unit.eid, "kind": unit.kind, "number": unit.number,
               "within": next((above for above in unit.chain if above in units), None), "position": position,
               **_known(held, told[unit.eid][0], told[unit.eid][-1])}


def _printings(held: Holding) -> Iterator[Row]:
    known = {each.unit.eid for each in held.first.timelines}
    for edition, _ in held.editions:
        spans = [(each.eid, each.span, each.excluded) for each in edition.document.provisions]
        spans += [(each.eid.child(Kind.HEADING), each.heading_span, each.excluded)
                  for each in edition.document.provisions if each.heading_span]
        place = _bytes(edition.document.text, (span for _, span, _ in spans))
        for eid, span, excluded in spans:
            if eid in known:
                yield {"law": held.manifest.id, "file": edition.file, "eid": eid, **place(span),
                       "excluded": int(excluded)}


def _bytes(text: str, spans: Iterable[Span]) -> Callable[[Span], Row]:
    """Return what tells the bytes of a span; characters beyond ASCII take several."""
    ends = sorted({0, *(end for span in spans for end in (span.start, span.end))})
    widths = (len(text[start:end].encode()) for start, end in pairwise(ends))
    offsets = dict(zip(ends, accumulate(widths, initial=0), strict=True))
    return lambda span: {"line": span.line, "first_byte": offsets[span.start], "after_byte": offsets[span.end]}


def _versions(held: Holding) -> Iterator[Row]:
    for place, history in enumerate(held.histories):
        told = [{each.unit.eid: each.versions for each in known.histories[place].timelines}
                for known in held.known]
        for eid in dict.fromkeys(chain.from_iterable(reversed(told))):
            for each in lasting([state.get(eid, ()) for state in told]):
                yield {"law": held.manifest.id, "lang": history.lang, **_version(each.value), "stretch": each.first + 1,
                       **_known(held, each.first, each.last)}


def _version(version: Version) -> Row:
    bounds = {**bounds_columns("from_", version.start), **bounds_columns("before_", version.before)}
    return {"eid": version.eid, **bounds, "in_operation": version.in_operation, "wording": version.wording,
            "text": version.text, "reasons": tuple(map(_reason, version.because)),
            "introduced_by": _joined(version.introduced_by), "ended_by": _joined(version.ended_by),
            **_offered("nearest", version.nearest[:1]), **_offered("other", version.nearest[1:])}


def _offered(name: str, held: Sequence[HeldWording]) -> Row:
    return {f"{name}_text": held[0].text, f"{name}_from": iso(held[0].first),
            f"{name}_before": iso(held[0].before)} if held else dict.fromkeys(
                (f"{name}_text", f"{name}_from", f"{name}_before"))


@lru_cache(4096)    # many versions give the same one
def _reason(reason: Reason) -> Row:
    bounds: Row = bounds_columns("", reason.operative) if reason.operative else {}
    source = {"file": reason.source.file, "line": reason.source.line,
              "quote": reason.source.text} if reason.source else {}
    told = {"kind": reason.kind, "act": reason.act, "target": reason.target, **source}
    return {"sentence": _json(because_sentence(reason)), "told": _json(told)[1:-1], **bounds}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _joined(acts: tuple[str, ...]) -> str | None:
    return ",".join(acts) or None


def _texts(held: Holding) -> Iterator[Row]:
    """Give each wording of a provision once, from the first day to the last on which it is held."""
    for history in held.histories:
        for timeline in history.timelines:
            texts: dict[str, list[Version]] = defaultdict(list)
            for version in timeline.versions:
                if version.text:
                    texts[version.text].append(version)
            for text, holding in texts.items():
                yield {"law": held.manifest.id, "lang": history.lang, "eid": timeline.unit.eid, "text": text,
                       "from_latest": iso(holding[0].start.latest),
                       "before_earliest": iso(holding[-1].before.earliest)}


def _acts(held: Holding) -> Iterator[Row]:
    """Give each act that the law's sources or facts tell to have changed it, as they name it first."""
    every = [(claim, edition.lang) for edition, _ in held.editions for claim in edition.document.claims]
    causes = {each.act.name: each for each in held.manifest.causes}
    links = {(claim.act_name, claim.link.act_id) for claim, _ in every if claim.link}
    links |= {(name, each.adilet_id) for name, each in causes.items() if each.adilet_id}
    several = Counter(name for name, _ in links)
    ids = {name: linked for name, linked in links if several[name] == 1}
    titles: dict[str | None, dict[str, str]] = defaultdict(dict)
    for claim, lang in every:
        if claim.link and claim.link.title:
            titles[claim.act_name].setdefault(lang, claim.link.title)
    for name, cause in causes.items():
        titles[name] = {**dict(cause.titles), **titles[name]}
    claims = [claim.act for claim, _ in every]
    known = [each.act for state in reversed(held.known) for each in state.histories[0].amendments]
    acts: dict[str, Act] = {}
    for act in filter(None, (*(each.act for each in held.first.amendments), *claims, *known)):
        acts.setdefault(act.name, act)
    for act in acts.values():
        yield {"law": held.manifest.id, "name": act.name, "number": act.number, "adopted": iso(act.adopted),
               "kind": act.kind, "within": act.within, "adilet_id": ids.get(act.name),
               "zan": causes[act.name].zan if act.name in causes else None,
               **title_columns(tuple(titles[act.name].items()))}


def _claims(held: Holding) -> Iterator[Row]:
    for edition, _ in held.editions:
        place = _bytes(edition.document.text, (claim.span for claim in edition.document.claims))
        for claim in edition.document.claims:
            yield {"law": held.manifest.id, "file": edition.file, **_claim(claim), **place(claim.span)}


def _claim(claim: Claim) -> Row:
    rule = claim.operation
    return {"target": claim.target, "action": claim.action, "act": claim.act_name,
            "operation": rule.kind, "days": rule.days, "months": rule.months, "day": iso(rule.day),
            "reference": rule.reference, "until": iso(claim.until), "pending": int(claim.pending),
            "editorial": int(claim.editorial), "text": claim.text}


def _amendments(held: Holding) -> Iterator[Row]:
    for number, known in _every_amendment(held):
        each = known.value
        first = each.sources[0] if each.sources else None
        yield {"law": held.manifest.id, "position": number, "act": each.act_name, "target": each.target,
               "action": each.action, "scope": each.scope, **bounds_columns("", each.operative),
               "until": iso(each.until), "restated": _joined(each.restated), "excepts": _joined(each.but),
               "in_parts": int(each.deferred), "stand_in": int(each.stands_in), "file": first.file if first else None,
               "line": first.line if first else None, "text": first.text if first else None,
               **_known(held, known.first, known.last)}


def _every_amendment(held: Holding) -> Iterator[tuple[int, Lasting[Amendment]]]:
    """Give each amendment that was ever known with the number of its row, and the stretches in which it was."""
    return enumerate(lasting([known.histories[0].amendments for known in held.known]), 1)


def _amendment_sources(held: Holding) -> Iterator[Row]:
    for number, known in _every_amendment(held):
        for position, source in enumerate(known.value.sources, 1):
            yield {"law": held.manifest.id, "amendment": number, "position": position, "kind": source.kind,
                   "file": source.file, "line": source.line, "text": source.text}


def _citations(held: Holding, texts: Iterable[Row]) -> Iterator[Row]:
    """Give what wordings refer to; which law held another act is, is settled where all laws come together."""
    law = held.manifest.id
    known = addresses(frozenset(each.unit.eid for each in held.first.timelines))
    for row in texts:
        text, lang, eid = str(row["text"]), str(row["lang"]), Eid(str(row["eid"]))
        for each in citations(text, lang, eid, known):
            yield {"law": law, "lang": lang, "eid": eid, "text": text, "first": each.start, "after": each.end,
                   "words": text[each.start:each.end], "cites_law": law if each.eid else None, "cites": each.eid,
                   "cites_act": each.act, "cites_place": each.place}


def _instructions(held: Holding) -> Iterator[Row]:
    for act in held.first.law.acts:
        for made in act.item.instructions:
            named = (*made.edit.targets, *made.edit.new)
            yield {"law": held.manifest.id, "act": act.act.name, "lang": act.text.lang,
                   "article": made.place.article, "item": made.place.item, "step": made.place.step,
                   "paragraphs": "–".join(map(str, dict.fromkeys(made.place.paragraphs))), "form": made.form,
                   "units": ", ".join(map(written, named)), "instead": ", ".join(map(written, made.instead)),
                   "search": "\n".join(made.edit.search),
                   "replacement": "\n".join(made.edit.put),
                   "payload": "\n".join(line for each in made.wordings for line in each.lines),
                   "refused": made.refused, "file": act.file, "line": made.span.line,
                   "first_character": made.span.start, "after_character": made.span.end, "text": made.text}


def _finding(each: Finding) -> Row:
    return {"kind": each.kind, "severity": each.severity, "law": each.law, "eid": each.eid, "act": each.act,
            "message": each.message, "file": each.file, "line": each.line}
