"""Read what a document of Akoma Ntoso says of its words beside them: in attributes and metadata that no reader sees."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from lawgraph.languages.scanner import holds_number
from lawgraph.law.model import Finding, Severity
from lawgraph.reading.akoma_document import AKN, Element, identified
from lawgraph.reading.markup import line_of
from lawgraph.reading.seen import UNSEEN, is_hidden, is_struck, tells_of_change
from lawgraph.reading.source import Line, Marked, Said

_SAYING = {"status", "period", "start", "end", "alternativeTo"}
"""Attributes that say of words that they are removed, or of other days."""

_NAMING = {"eId", "wId", "GUID", "evolvingId", "id", "href", "src", "name", "lang"}
"""Attributes that name something, in words that may be any."""

NOTES = tuple(f"{AKN}{name}" for name in ("authorialNote", "remark", "note"))
_CHANGES = ("eventRef", "textualMod", "forceMod", "efficacyMod", "meaningMod", "scopeMod", "legalSystemMod",
            "restriction")
_NOT_READ = (*_CHANGES, "foreign", "quotedStructure")
_CLASSED = {"keyword": ("value", "showAs"), "step": ("outcome", "refersTo", "as")}
_OWN_WORDS = ("proprietary", "otherAnalysis")
_ACTIVE, _ARTICLES = f"{AKN}activeModifications", (f"{AKN}article", f"{AKN}section", f"{AKN}attachment")
_IN_OPERATION = (f"{AKN}forceMod", f"{AKN}efficacyMod")
_WORD = re.compile(r"[\w-]+")


def beside(element: Element) -> Iterator[Line]:
    """Give what attributes say of the words of an element, as a note that nobody understands."""
    told = [*told_by(element)]
    if is_hidden(element) or is_struck(element):
        told.append(element.get("style") or "hidden")
    if told:  # a sentence: words without a stop may be the title of an annex
        yield Line(f"The document says beside its words: {', '.join(told)}.", line_of(element), marked=Marked.NOTE)


def told_by(element: Element) -> Iterator[str]:
    """Give the attributes of an element that say that its words were changed, have ended or are unseen."""
    naming = _NAMING - ({"name"} if element.tag == f"{AKN}inline" else set())
    for name, value in ((str(name).rpartition("}")[2], str(value)) for name, value in element.attrib.items()):
        if name in _SAYING and value:
            yield f"{name} {value}"
        elif name not in naming and (tells_of_change(value) or UNSEEN.search(value)):
            yield value


def untold(act: Element, said: Said) -> Iterator[Line]:
    """Give what a document tells of changes in no note, as notes that nobody understands.

    Others often leave the notes of a law out. An expression that is not the first one and prints no note that names an
    act says by its own name that the law may have been changed; so does a change whose act no note in its article
    names, the end of what stands in the text, and metadata that tell of one in words. Each leaves nothing sure.
    """
    yield from (Line(told, line_of(each), marked=Marked.NOTE) for each, told in _worded(act) if tells_of_change(told))
    if not _named_in(act) and (said.day is None or said.day != said.adopted):
        address = identified(act, "FRBRExpression", "FRBRuri", "value") or "FRBRExpression"
        yield Line(address, line_of(act), marked=Marked.NOTE)
    yield from (Line(_words_of(each), line_of(each), marked=Marked.NOTE)
                for each in act.iterfind(f".//{AKN}notes/{AKN}note"))
    named_in = cache(lambda unit: _named_in(act if unit is None else unit))  # many changes may be of one article
    units = {f"#{name}": each for each in act.iter(f"{AKN}*") if (name := each.get("eId"))}
    for each in act.iter(*(f"{AKN}{name}" for name in _CHANGES)):
        if each.get("type") != "generation" and not _is_of_others(each) and not _is_noted(each, units, named_in):
            told = (str(each.tag).removeprefix(AKN), *map(str, each.attrib.values()),
                    *(one.get("href") or "" for one in each))
            yield Line(" ".join(filter(None, told)), line_of(each), marked=Marked.NOTE)


def _worded(act: Element) -> Iterator[tuple[Element, str]]:
    """Give metadata in words: keywords, steps, and what others put into places of their own."""
    for name, attributes in _CLASSED.items():
        yield from ((each, " ".join(filter(None, map(each.get, attributes)))) for each in act.iter(f"{AKN}{name}"))
    for around in act.iter(*(f"{AKN}{name}" for name in _OWN_WORDS)):
        for each in around.iter():
            yield each, " ".join((*map(str, each.attrib.values()), each.text or "", each.tail or "")).strip()


def _is_of_others(change: Element) -> bool:
    """Tell whether a change is one that this act makes in others."""
    around, own = change.getparent(), any(each.startswith("#") for each in _destinations(change))
    return around is not None and around.tag == _ACTIVE and not own


def _is_noted(change: Element, units: Mapping[str, Element], named_in: Callable[[Element | None], set[str]]) -> bool:
    """Tell whether a note names the act of a change in the article that it changes, and none of its ends is printed."""
    named = [units[each].get("href") or "" for each in _sources(change) if each in units]
    changed = [units[each] for each in _destinations(change) if each in units]
    kind = change.get("type") or ""
    if kind == "repeal" and (changed or change.tag == f"{AKN}eventRef"):
        return False
    if change.tag in _IN_OPERATION and not kind.startswith("entry"):
        return False
    notes = [named_in(next(each.iterancestors(*_ARTICLES), each)) for each in changed] or [named_in(None)]
    return any(name and all(name in one for one in notes)
               for name in (each.rpartition("/")[2].casefold() for each in named))


def _sources(change: Element) -> Iterator[str]:
    yield from filter(None, (change.get("source"), *(each.get("href") for each in change.iter(f"{AKN}source"))))


def _destinations(change: Element) -> Iterator[str]:
    yield from filter(None, (each.get("href") for each in change.iter(f"{AKN}destination")))


def _named_in(around: Element) -> set[str]:
    """Return the words of the notes in an element that hold numbers: those of acts are among them."""
    texts = [_words_of(each) for each in around.iter(*NOTES)]
    return {word for text in texts if holds_number(text) for word in _WORD.findall(text.casefold())}


def _words_of(element: Element) -> str:
    return " ".join(" ".join(map(str, element.itertext())).split())


def not_read(act: Element) -> Iterator[Finding]:
    """Give what a document tells that an edition cannot say."""
    counted = Counter(str(each.tag).removeprefix(AKN) for each in act.iter(f"{AKN}*"))
    for name in _NOT_READ:
        if counted[name]:
            told = f"{counted[name]:,} {name} in the document: what it tells is not taken as a fact"
            yield Finding("akoma_not_read", Severity.WARNING, told, line=line_of(next(act.iter(f"{AKN}{name}"))))
