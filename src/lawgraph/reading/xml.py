"""XML of strangers: parsed without entities, networks or depth, or refused in one line."""

from typing import Any, cast

from lxml import etree

from lawgraph.law.errors import SourceError

MOST_BYTES = 40_000_000
"""The largest document that is parsed; all versions of the longest code have under half of it."""

_SAVE_AGAIN = "give a document of Akoma Ntoso 3.0, saved whole"


def parsed(raw: bytes, place: str) -> etree._Element:
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
