"""XML of strangers, parsed or refused in one line; and Akoma Ntoso's elements with ours, as they are read.

Nothing is fetched, no entity is resolved, no document is deep without end.
"""

import re
from collections.abc import Iterator
from typing import Any, cast

from lxml import etree

from lawgraph.law.errors import SourceError

MOST_BYTES = 40_000_000
"""The largest document that is parsed; all versions of the longest code have under half of it."""

AKN_SPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN_SPACE = "https://lawgraph.example/ns/1"
AKN, OWN = f"{{{AKN_SPACE}}}", f"{{{OWN_SPACE}}}"
CHARACTER = f"{OWN}character"
"""The attribute of an empty span that stands for a character which XML cannot hold."""

Element = etree._Element
_AKOMA = re.compile(r"<(?:[\w-]+:)?akomaNtoso\b")
_BEGINNING = 8192
_SAVE_AGAIN = "give a document of Akoma Ntoso 3.0, saved whole"


def is_akoma(text: str) -> bool:
    """Tell whether a text is a document of Akoma Ntoso, by its beginning."""
    return _AKOMA.search(text, 0, _BEGINNING) is not None


def parsed(raw: bytes, place: str) -> Element:
    """Return the root of a document; raise `SourceError` where it is no XML, or could be an attack."""
    if len(raw) > MOST_BYTES:
        raise SourceError(place, f"it has more than {MOST_BYTES:,} bytes", "give the document of one law")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
                             remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        line, told = error.lineno or 1, (error.msg or "it is no XML").partition(",")[0]
        raise SourceError(f"{place}, line {line}", f"this is no XML: {told}", _SAVE_AGAIN) from None
    if cast("Any", root.getroottree().docinfo).doctype:
        raise SourceError(place, "it declares a document type, which may hold entities", "leave the DOCTYPE out")
    return root


def act_in(root: Element, place: str, country: str) -> Element:
    """Return the act that a document holds; raise `SourceError` where it holds none of a country."""
    if root.tag != f"{AKN}akomaNtoso":
        raise SourceError(place, "it is no Akoma Ntoso 3.0", "convert it to the version 3.0 of OASIS")
    act = next(iter(root), None)
    if act is None or act.tag != f"{AKN}act":
        name = "nothing" if act is None else str(act.tag).rpartition("}")[2]
        raise SourceError(place, f"it holds no act, but {name}", "give the document of an act")
    found = next(act.iter(f"{AKN}FRBRcountry"), None)
    if found is None or (found.get("value") or "").lower() != country:
        told = "no country" if found is None else f"the country {found.get('value')!r}"
        raise SourceError(place, f"it is of {told}", f"acts of {country!r} alone are read")
    return act


def read_text(element: Element) -> str:
    """Return the text of an element, without the remarks in it."""
    return "".join(_pieces(element))


def line_of(element: Element) -> int:
    """Return the line of the file on which an element begins."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 1


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for each in element:
        if each.tag == f"{AKN}eol":
            yield "\n"
        elif character := each.get(CHARACTER):
            yield chr(int(character, 16))
        elif isinstance(each.tag, str) and each.tag != f"{AKN}remark":
            yield from _pieces(each)
        yield each.tail or ""
