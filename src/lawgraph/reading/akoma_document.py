"""Open a document of Akoma Ntoso: XML of strangers, so nothing is fetched, no entity is resolved, nothing is endless.

Our own documents are believed as they were written or not at all: a hash in them tells whether anybody changed them.
"""

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any, cast

from lxml import etree

from lawgraph.law.days import parse_day
from lawgraph.law.errors import DayError, Phrase, SourceError, at_line
from lawgraph.reading.markup import line_of

MOST_BYTES = 40_000_000
_MOST_ATTRIBUTES = 1_000
"""The largest document that is parsed; all versions of the longest code have under half of it."""

AKN_SPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN_SPACE = "https://lawgraph.example/ns/1"
AKN, OWN = f"{{{AKN_SPACE}}}", f"{{{OWN_SPACE}}}"
CHARACTER = f"{OWN}character"
"""The attribute of an empty span that stands for a character which XML cannot hold."""

DIGEST = "digest"
"""The attribute of our own documents that holds their hash."""

_SPELT = re.compile("(?!D[89A-F]..)[0-9A-F]{1,4}|(?:10|[1-9A-F])[0-9A-F]{4}")
"""The number of a character, as exports write it: half a pair is none."""

Element = etree._Element
_AKOMA = re.compile(r"<(?:[\w-]+:)?akomaNtoso\b")
_BEGINNING = 8192
_ABOVE = re.compile(r"(?:\s*(?:<!--.*?-->|<\?.*?\?>))*", re.DOTALL)
"""What may stand above the root and is no part of the document: a licence in a comment may be long."""

_SAVE_AGAIN = "give a document of Akoma Ntoso 3.0, saved whole"


def is_akoma(text: str) -> bool:
    """Tell whether a text is a document of Akoma Ntoso, by its beginning below comments."""
    above = _ABOVE.match(text)
    start = above.end() if above else 0
    return _AKOMA.search(text, start, start + _BEGINNING) is not None


def parsed(raw: bytes, place: str) -> Element:
    """Return the root of a document; raise `SourceError` where it is no XML, or could be an attack."""
    if len(raw) > MOST_BYTES:
        raise SourceError(place, Phrase("it has more than %(most)s bytes", most=f"{MOST_BYTES:,}"),
                          Phrase("give the document of one law"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
                             remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        line, told = error.lineno or 1, " ".join((error.msg or "it is no XML").partition(",")[0].split())
        raise SourceError(at_line(place, line), Phrase("this is no XML: %(told)s", told=told), _SAVE_AGAIN) from None
    if cast("Any", root.getroottree().docinfo).doctype:
        raise SourceError(place, Phrase("it declares a document type, which may hold entities"),
                          Phrase("leave the DOCTYPE out"))
    for each in root.iter():
        if len(each.attrib) > _MOST_ATTRIBUTES:
            raise SourceError(at_line(place, line_of(each)), Phrase("an element has a thousand attributes or more"),
                              Phrase("give the document of one law"))
        spelt = each.get(CHARACTER, "0")
        if not _SPELT.fullmatch(spelt):
            raise SourceError(at_line(place, line_of(each)),
                              Phrase("%(spelt)s is the number of no character", spelt=repr(spelt[:20])),
                              Phrase("export the document anew"))
    return root


def act_in(root: Element, place: str, country: str) -> Element:
    """Return the act that a document holds; raise `SourceError` where it holds none of a country."""
    if root.tag != f"{AKN}akomaNtoso":
        raise SourceError(place, Phrase("it is no Akoma Ntoso 3.0"), Phrase("convert it to the version 3.0 of OASIS"))
    act, *others = (*root, None)
    if act is None or act.tag != f"{AKN}act":
        name = Phrase("nothing") if act is None else str(act.tag).rpartition("}")[2]
        raise SourceError(place, Phrase("it holds no act, but %(named)s", named=name),
                          Phrase("give the document of an act"))
    if others[:-1] or is_mixed(root):
        raise SourceError(place, Phrase("it holds more than the act"), Phrase("give each act as a document of its own"))
    if act.find(f".//{AKN}FRBRportion") is not None:
        raise SourceError(place, Phrase("it holds a portion of the act"), Phrase("give the document of the whole act"))
    found = next(act.iter(f"{AKN}FRBRcountry"), None)
    if found is None or (found.get("value") or "").lower() != country:
        told = Phrase("it is of no country") if found is None else Phrase("it is of the country %(country)s",
                                                                          country=repr(found.get("value")))
        raise SourceError(place, told, Phrase("acts of %(country)s alone are read", country=repr(country)))
    return act


def is_mixed(element: Element) -> bool:
    """Tell whether an element holds words of its own, and not only what holds words."""
    return any((text or "").strip() for text in (element.text, *(each.tail for each in element)))


def _digest_of(root: Element) -> str:
    """Return the hash of all that a document of ours tells: how it is indented, and its prefixes, are no part of it."""
    told = etree.canonicalize(root, strip_text=True, rewrite_prefixes=True, exclude_attrs={DIGEST})
    return sha256(told.encode()).hexdigest()


def sealed(root: Element) -> Element:
    """Return a document of ours with its hash in it."""
    for own in root.iter(f"{OWN}law"):
        own.set(DIGEST, _digest_of(root))
    return root


def is_as_written(root: Element) -> bool:
    """Tell whether nobody changed a document since lawgraph wrote it; one of others is as they wrote it."""
    return all(own.get(DIGEST) == _digest_of(root) for own in root.iter(f"{OWN}law"))


def written_by_us(root: Element, place: str) -> bool:
    """Tell whether lawgraph wrote a document; raise `SourceError` where somebody changed it since."""
    if not is_as_written(root):
        raise SourceError(place, Phrase("it was changed after lawgraph had written it"), Phrase("export it anew"))
    return root.find(f".//{OWN}law") is not None


def read_text(element: Element) -> str:
    """Return the text of an element, without the remarks in it."""
    return "".join(_read(element))


def _read(element: Element) -> Iterator[str]:
    yield element.text or ""
    for each in element:
        if each.tag == f"{AKN}eol":
            yield "\n"
        elif character := each.get(CHARACTER):
            yield chr(int(character, 16))
        elif isinstance(each.tag, str) and each.tag != f"{AKN}remark":
            yield from _read(each)
        yield each.tail or ""


def day_of(text: str | None) -> date | None:
    """Return the day that an attribute gives, `None` where it gives none (the schema tells of what is no day)."""
    try:
        return parse_day(text) if text else None
    except DayError:
        return None


def identified(act: Element, level: str, name: str, attribute: str) -> str | None:
    """Return what the identification of an act says at a level of it."""
    found = act.find(f".//{AKN}{level}/{AKN}{name}")
    return None if found is None else found.get(attribute)
