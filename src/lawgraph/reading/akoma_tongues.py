"""Leave open what a document of Akoma Ntoso says to be in another language than its own, by `xml:lang`.

A unit in another language is no wording of this edition. Its number says that the unit is there, so it stays; in the
place of its words stands a gap. What is the same unit, or heading, in another language beside that of the document is
left out: it takes nothing from it. A line beside lines may be theirs in another language, or one more that this
edition does not have: it is said to be translated. Notes stay: what they tell is a fact, or is not understood.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import takewhile

from lxml import etree

from lawgraph.languages.letters import SUPERSCRIPTS
from lawgraph.languages.spoken import tagged
from lawgraph.law.model import Finding, Severity
from lawgraph.reading.akoma_beside import told_by
from lawgraph.reading.akoma_document import AKN, Element
from lawgraph.reading.markup import line_of
from lawgraph.reading.source import gap

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
