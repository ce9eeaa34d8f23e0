"""Read our own document of all versions back: lives that are told, and not traced from sources.

Every answer comes back with its grade, its bounds, its grounds and its reasons, as another build of lawgraph gave it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from lawgraph.evidence.model import Evidence
from lawgraph.evidence.sources import Edition, LawSources, Unit
from lawgraph.intake.corpus import Manifest, Manifestation
from lawgraph.law.acts import LawNotes
from lawgraph.law.amendments import Action, Amendment, Scope, Source, SourceKind
from lawgraph.law.authors import Act, ActKind, Author, Dropped, Unnamed, Untold
from lawgraph.law.days import DayBounds, basis_of, parse_day
from lawgraph.law.document import Document
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.law.errors import LawgraphError, Phrase, SourceError
from lawgraph.law.versions import HeldWording, Presence, Reason, ReasonKind, Version, Wording
from lawgraph.reading.akoma_document import AKN, OWN, Element, read_text
from lawgraph.timeline.history import History, Timeline, law_days

AKOMA = ".xml"
"""The ending of documents of Akoma Ntoso in the corpus."""


def told_histories(manifest: Manifest, roots: Sequence[Element]) -> tuple[History, ...]:
    """Return the lives that documents tell, one for each source of a law; raise `SourceError` where they cannot be."""
    editions = tuple(edition_of(manifest, each, _nothing(manifest, each)) for each in manifest.sources)
    if any(each.get("contains") != "multipleVersions" for root in roots for each in root.iter(f"{AKN}act")):
        raise SourceError(manifest.id, Phrase("its document of Akoma Ntoso tells of one day"),
                          Phrase("export it with --all"))
    builds = {each.get("build") for root in roots for each in root.iter(f"{OWN}law")}
    if len(builds) > 1:
        raise SourceError(manifest.id, Phrase("its documents of Akoma Ntoso are of different builds"),
                          Phrase("export all languages from one database, and import those"))
    try:
        return tuple(_history(manifest, editions, *each) for each in zip(manifest.sources, roots, strict=True))
    except (KeyError, ValueError, TypeError, RecursionError, LawgraphError) as error:
        raise SourceError(manifest.id,
                          Phrase("what its document of Akoma Ntoso tells cannot be read (%(error)s)",
                                 error=repr(error)),
                          Phrase("run lawgraph lint on the file, and export it anew")) from None


def edition_of(manifest: Manifest, source: Manifestation, document: Document) -> Edition:
    """Return an edition of a law: a document as it was read, with what the manifest says of its file."""
    return Edition(source.lang, manifest.path(source.file), document, source.standing == "official", source.day,
                   source.retrieved, source.dated_by)


def _nothing(manifest: Manifest, source: Manifestation) -> Document:
    return Document(source.lang, manifest.number, manifest.adopted, None, (), (), (), (), "")


def _history(manifest: Manifest, editions: tuple[Edition, ...], source: Manifestation, root: Element) -> History:
    own = _own(root, "law")
    if (own.get("id"), own.get("lang")) != (manifest.id, source.lang):
        raise ValueError(f"{source.file} is of {own.get('id')} in {own.get('lang')}")
    notes = LawNotes(_day(own, "actsCompleteUntil"), gazette=own.get("gazette"))
    law = LawSources(manifest.id, manifest.number, manifest.adopted, manifest.act, editions, notes=notes)
    acts = {each.get("name", ""): _act(each) for each in root.iter(f"{OWN}act")}
    changes = tuple(_change(each, acts, number) for number, each in enumerate(root.iter(f"{OWN}change"), 1))
    start, horizon, lang = _bounds(own, "start"), _day(own, "horizon"), _needed(own, "lang")
    lives = tuple(_lives(root))
    if len({each.unit.eid for each in lives}) < len(lives):
        raise ValueError("a provision is told twice")
    evidence = Evidence(law, lang, start, tuple(each.unit for each in lives), (), {}, changes, horizon=horizon)
    return History(law, lang, law_days(law, start, changes, horizon), evidence, lives, ())


def _lives(root: Element) -> Iterator[Timeline]:
    paragraphs = {name: each for each in root.iter(f"{AKN}*") if (name := each.get("eId"))}
    for number, each in enumerate(root.iter(f"{OWN}provision")):
        within = each.get("within")
        eid = Eid.parse(_needed(each, "eid"))
        chain = (Eid.parse(within), LAW) if within else (LAW,)
        unit = Unit(eid, Kind(_needed(each, "kind")), each.get("number"), chain, has_parts=False, inside_list=False,
                    place=((number, 0, ()),))
        yield Timeline(unit, _with_nearest([_version(eid, told, paragraphs) for told in each]))


def _version(eid: Eid, told: Element, paragraphs: Mapping[str, Element]) -> Version:
    wording, because = told.get("wording"), tuple(map(_reason, told.iter(f"{OWN}because")))
    return Version(eid, _bounds(told, "from"), _bounds(told, "before"), Presence(_needed(told, "inOperation")),
                   Wording(wording) if wording else None, _text(told, paragraphs), because,
                   _names(told, "introducedBy"), _names(told, "endedBy"), tuple(
                       HeldWording("", first, _day(told, f"{name}Before")) for name in ("nearest", "other")
                       if (first := _day(told, f"{name}From"))))


def _text(told: Element, paragraphs: Mapping[str, Element]) -> str | None:
    """Return the words of a version, `None` where they are not held: a grade below presumed has none."""
    match _needed(told, "words"), told.get("wording"):
        case "held", (Wording.ATTESTED | Wording.PRESUMED):
            return read_text(paragraphs[_needed(told, "in")[1:]])
        case "none of its own", _:
            return ""
        case "not held", _:
            return None
        case words, wording:
            raise ValueError(f"a wording that is {words!r} and {wording!r}")


def _with_nearest(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Give each version the held wordings that it calls the nearest, by their first days."""
    every = tuple(versions)
    firsts = [first for each in every if (first := each.start.latest)]
    if len(firsts) < len(every) or firsts != sorted(set(firsts)) or [*firsts[1:], None] != [
            each.before.earliest for each in every]:
        raise ValueError("the days of a provision do not follow each other to the last")
    held = {each.start.latest: each.text for each in every if each.text is not None}
    return tuple(replace(each, nearest=tuple(replace(one, text=held[one.first]) for one in each.nearest))
                 for each in every)


def _reason(told: Element) -> Reason:
    operative, quoted, target = told.find(f"{OWN}operative"), told.find(f"{OWN}told"), told.get("target")
    return Reason(ReasonKind(_needed(told, "kind")), told.get("act"),
                  None if operative is None else _bounds(told, "operative"), Eid.parse(target) if target else None,
                  None if quoted is None else _quoted(quoted))


def _change(told: Element, acts: Mapping[str, Act], number: int) -> Amendment:
    return Amendment(
        _author(told, acts, number), Eid.parse(_needed(told, "target")), Action(_needed(told, "action")),
        Scope(_needed(told, "scope")), _bounds(told, "operative"), tuple(map(_quoted, told.iter(f"{OWN}told"))),
        _day(told, "until"), told.get("inParts") == "true", _names(told, "restated"),
        but=tuple(map(Eid.parse, _names(told, "excepts"))))


def _author(told: Element, acts: Mapping[str, Act], number: int) -> Author:
    match _needed(told, "by"):
        case "act":
            return acts[_needed(told, "act")]
        case "dropped":
            return Dropped()
        case "untold":
            return Untold()
    return Unnamed(f"amendment {number}")


def _act(told: Element) -> Act:
    return Act(told.get("number"), _day(told, "adopted"), ActKind(_needed(told, "kind")), told.get("within"))


def _quoted(told: Element) -> Source:
    line, kind = told.get("line"), SourceKind(_needed(told, "kind"))
    return Source(_needed(told, "file"), int(line) if line else None, read_text(told), kind)


def _bounds(within: Element, name: str) -> DayBounds:
    told = _own(within, name)
    return DayBounds(_day(told, "earliest"), _day(told, "latest"), basis_of(told.get("grounds", "[]")))


def _own(within: Element, name: str) -> Element:
    found = next(within.iter(f"{OWN}{name}"), None)
    if found is None:
        raise KeyError(name)
    return found


def _needed(told: Element, name: str) -> str:
    found = told.get(name)
    if found is None:
        raise KeyError(name)
    return found


def _day(told: Element, name: str) -> date | None:
    text = told.get(name)
    return parse_day(text) if text else None


def _names(told: Element, name: str) -> tuple[str, ...]:
    return tuple((told.get(name) or "").split())
