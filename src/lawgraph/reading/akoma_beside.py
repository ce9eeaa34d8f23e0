"""Read what a document of Akoma Ntoso says of its words beside them: in attributes and metadata that no reader sees.

A unit that is said to be in another language (`xml:lang`) is no wording of this edition. Its number says that the unit
is there, so it stays; in the place of its words stands a gap. What is the same unit, or heading, in another language
beside that of the document is left out: it takes nothing from it. A line beside lines may be theirs in another
language, or one more that this edition does not have: it is said to be translated. Notes stay: what they tell is a
fact, or is not understood.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile

from lxml import etree

from lawgraph.languages.letters import SUPERSCRIPTS
from lawgraph.languages.scanner import holds_number
from lawgraph.languages.spoken import tagged
from lawgraph.law.document import Finding, Severity
from lawgraph.reading.akoma_document import AKN, Element, identified
from lawgraph.reading.markup import line_of
from lawgraph.reading.source import Line, Marked, Said, gap
from lawgraph.reading.tags import UNSEEN, is_hidden, is_struck, tells_of_change

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
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_NAMED = "/".join(f"{AKN}{name}" for name in ("meta", "identification", "FRBRExpression", "FRBRlanguage"))
_UNTOLD = {"", "und", "zxx"}
"""Tags that tell no language: none, one that nobody determined, and what is in no language."""

_KEPT = tuple(f"{AKN}{name}" for name in ("meta", "authorialNote", "remark", "note"))
_NUM = f"{AKN}num"
_ONCE = tuple(f"{AKN}{name}" for name in ("heading", "preamble"))
_LINES = {f"{AKN}{name}" for name in ("p", "listIntroduction", "listWrapUp", "block")}
_FRONT = tuple(f"{AKN}{name}" for name in ("coverPage", "preface"))
_TITLE, _LEFT_OUT = f"{AKN}docTitle", f"{AKN}toc"
_FIGURES = rf"(?:\d+(?:-\d+)*[{SUPERSCRIPTS}]*|[IVXLCDM]+)"
_NAME = r"[^\W\d_]{3,}"
_NUMBER = re.compile(rf"(?:{_NAME}\W{{1,3}}|\W*)(?P<behind>{_FIGURES})\W*|(?P<before>{_FIGURES})-{_NAME}\W*")
"""A number with no more than the name of its unit: "Article 7.", "7-бап."; "7 bis" is another one."""

_SPELT = re.compile(r"[^\W\d_]{2,}")
_WORDS = re.compile(r"\S(?:.*\S)?", re.DOTALL)


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


def tongue(tag: str | None) -> str | None:
    """Return the name of the language that a tag tells ("ru", "rus-KZ"), as it stands where it is none of ours."""
    first = re.split("[-_]", (tag or "").strip().casefold())[0]
    return None if first in _UNTOLD else tagged(first) or first


def told_tongue(act: Element) -> str | None:
    """Return the language that the attributes of an act, or of the document around it, tell."""
    around = (tongue(each.get(_LANG)) for each in (act, *act.iterancestors()))
    return next(filter(None, around), None)


def close_others(root: Element, lang: str | None) -> Sequence[Finding]:
    """Put gaps in the place of words in another language than that of the document, and tell of them."""
    found = tuple(_others(root, lang))
    told = tuple(_telling(each, lang) for each in found)
    apart = frozenset(found)
    around = frozenset(parent for each in found if (parent := each.getparent()) is not None)
    own = {parent: {_key(each): each for each in parent if each not in apart} for parent in around}
    _leave_out_titles(root, apart)
    for each in found:
        parent = each.getparent()
        _settle(each, None if parent is None else own[parent].get(_key(each)))
    return told


def _telling(element: Element, lang: str | None) -> Finding:
    name = f"{str(element.tag).rpartition('}')[2]} {element.get('eId') or ''}".strip()
    told = (f"{name} is in the language {', '.join(_tags(element))}, and the document in {lang}: its words are no "
            "wording of this edition; give them as a document of their own language")
    return Finding("other_language", Severity.WARNING, told, line=line_of(element))


def _settle(element: Element, own: Element | None) -> None:
    """Leave out, or leave open, an element in another language, beside that of the document which it may repeat."""
    tells = next(element.iter(*_KEPT), None) is not None or any(any(told_by(each)) for each in element.iter())
    if own is None or tells or not _numbers(element) <= _numbers(own):
        _close(element)
    elif element.tag in _LINES:
        etree.strip_elements(element, "*")
        element.text = None
        element.set("status", "translated")
    else:
        _leave_out(element)


def _leave_out(element: Element) -> None:
    element[:] = []
    element.text, element.tag = None, _LEFT_OUT


def _leave_out_titles(root: Element, apart: frozenset[Element]) -> None:
    """Leave out the titles of the act in other languages where it has one in its own, wherever each of them stands."""
    titles = [(each, each in apart or not apart.isdisjoint(each.iterancestors())) for each in root.iter(_TITLE)]
    if not all(foreign for _, foreign in titles):
        for each, foreign in titles:
            if foreign and next(each.iter(*_KEPT), None) is None:
                _leave_out(each)


def _key(element: Element) -> Hashable:
    """Return what an element shares with what may be the same in another language; itself where nothing may."""
    if element.tag in _ONCE or (element.tag in _LINES and next(element.iterancestors(*_FRONT), None) is None):
        return element.tag
    num = element.find(_NUM)
    number = None if num is None else _number(num)
    return (element.tag, number) if number else element


def _numbers(element: Element) -> Counter[Hashable]:
    """Return how often each number, and a line, stands where in an element: what has more than another is not it."""
    return Counter(_place(each, element) for each in element.iter(_NUM, *_LINES) if each is not element)


def _place(inner: Element, element: Element) -> Hashable:
    """Return where something stands in an element, by the numbers around it: a line in a note is not one in a unit."""
    around = [*takewhile(lambda each: each is not element, inner.iterancestors())]
    numbers = (num for each in around for num in each.findall(_NUM))
    return inner.tag, any(each.tag in _KEPT for each in around), tuple(map(_number, numbers))


def _others(element: Element, lang: str | None) -> Iterator[Element]:
    """Give the outermost elements in another language than this one."""
    if element.tag in _KEPT:
        return
    if any(tongue(tag) not in (None, lang) for tag in _tags(element)):
        yield element
        return
    for each in element:
        yield from _others(each, lang)


def _tags(element: Element) -> Sequence[str]:
    """Return what an element says of its language, be it an act or what is attached to one; it may say several."""
    named = (each.get("language") for each in element.iterfind(_NAMED))
    return tuple(filter(None, (element.get(_LANG), element.get("lang"), *named)))


def _close(element: Element) -> None:
    """Put gaps in the place of the words in an element; a number loses the words around it."""
    if element.tag in _KEPT:
        return
    if element.tag == _NUM and not _SPELT.search(_text(element)):
        return
    if element.tag == _NUM and (number := _number(element)):
        element.text = number
        return
    element.text = _gapped(element.text)
    for each in element:
        _close(each)
        each.tail = _gapped(each.tail)


def _number(num: Element) -> str | None:
    """Return the number of a unit without its name, `None` where more than these stand there."""
    match = None if len(num) else _NUMBER.fullmatch(_text(num))
    return match and (match["behind"] or match["before"])


def _text(element: Element) -> str:
    return "".join(map(str, element.itertext())).strip()


def _gapped(text: str | None) -> str | None:
    return text and _WORDS.sub(lambda match: gap(match[0]), text)
