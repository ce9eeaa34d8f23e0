"""Elements of the two namespaces: Akoma Ntoso's, and the one of ours in which certainty travels."""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

from lxml import etree

from lawgraph.reading.akoma import AKN, CHARACTER, OWN, Element

Attributes = dict[str, str | None]

# What XML cannot hold stands as an empty span that names the character; a line end as an empty eol.
_SPECIAL = re.compile(r"(\n|[^\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff])")
_INLINE = {*(f"{AKN}{name}" for name in ("p", "num", "heading", "docTitle", "span", "remark")), f"{OWN}told"}


def put(within: Element, name: str, attributes: Attributes | None = None, text: str | None = None) -> Element:
    """Add an element (`lg:` stands for ours), without the attributes that are `None`; return it."""
    made = etree.SubElement(within, _full(name, AKN))
    give(made, attributes or {})
    if text:
        write_text(made, text)
    return made


def give(element: Element, attributes: Attributes) -> None:
    """Give an element attributes, without those that are `None`."""
    for key, value in attributes.items():
        if value is not None:
            element.set(_full(key, ""), _SPECIAL.sub(" ", value))


def write_text(within: Element, text: str) -> None:
    """Write a text into an element so that `read_text` gives it back, to the last character."""
    within.text, *others = _SPECIAL.split(text)
    for special, behind in zip(others[::2], others[1::2], strict=True):
        made = etree.SubElement(within, f"{AKN}eol" if special == "\n" else f"{AKN}span")
        if special != "\n":
            made.set(CHARACTER, f"{ord(special):X}")
        made.tail = behind


def serialized(root: Element) -> str:
    """Return a document as text, an element on a line, but none of the law's words broken."""
    for each in root.iter():
        if len(each) and each.tag not in _INLINE and not each.text:
            each.text = "\n"
            for inside in each:
                inside.tail = "\n"
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"


@cache
def schema() -> etree.XMLSchema:
    """Return the official schema, with that of our own namespace beside it."""
    return etree.XMLSchema(etree.parse(schema_file("both.xsd")))


def schema_file(name: str) -> Path:
    """Return where a schema lies."""
    return Path(str(files("lawgraph.exchange"))) / "schemas" / name


def _full(name: str, own: str) -> str:
    return f"{OWN}{name[3:]}" if name.startswith("lg:") else f"{own}{name}"
