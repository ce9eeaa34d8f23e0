"""Whose site this is: the table `[site]` of `lawgraph.toml`. What it does not tell is not told on any page, either."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from lawgraph.facts.fields import Allowed, MisfitError, Part, text
from lawgraph.facts.forms import faults_of, read_form
from lawgraph.law.errors import Phrase

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\"<>]{1,500}")
_PLACE = re.compile(r"\{[^{}]*+\}")


def _address(value: object) -> str:
    told = text(value)
    if not _ADDRESS.fullmatch(told):
        raise MisfitError(Phrase("this is no address"), Phrase("write https://… or mailto:…"))
    return told


def _pattern(value: object) -> str:
    told = _address(value)
    if unknown := set(_PLACE.findall(told)) - {"{title}", "{address}"}:
        raise MisfitError(Phrase("nothing is known as %(unknown)s", unknown=min(unknown)),
                          Phrase("its places are {title} and {address}"))
    return told


PUBLISHER = Allowed("publisher", text, "who publishes the site")
CONTACT = Allowed("contact", _address, "where the publisher is reached: https://… or mailto:…")
TEXT_LICENCE = Allowed("text_licence", text, "under which terms the texts may be used")
DATA_LICENCE = Allowed("data_licence", text, "under which terms the data may be used")
REPORT = Allowed("report", _pattern, "where errors are reported, with the places {title} and {address}")
SITE = Part("[site]", (PUBLISHER, CONTACT, TEXT_LICENCE, DATA_LICENCE, REPORT))


@dataclass(frozen=True, slots=True)
class SiteOwner:
    """Hold who publishes a site, how they are reached, the terms of text and data, and where errors are reported."""

    publisher: str | None = None
    contact: str | None = None
    text_licence: str | None = None
    data_licence: str | None = None
    report: str | None = None

    @property
    def told(self) -> bool:
        """Tell whether anything is told that pages show."""
        return any((self.publisher, self.contact, self.text_licence, self.data_licence))

    def report_of(self, title: str, address: str) -> str | None:
        """Return where an error on a page is reported, its title and address filled in."""
        return self.report.replace("{title}", quote(title, safe="")).replace("{address}", quote(address, safe="")) \
            if self.report else None

    def linked(self, name: str, kind: str, address: str) -> Mapping[str, object] | None:
        """Return a page of the site as linked data of schema.org; `None` where nobody is named."""
        if not self.told:
            return None
        contact = {"url": self.contact} if self.contact else {}
        own = {"publisher": {"@type": "Organization", "name": self.publisher, **contact}} if self.publisher else {}
        licence = self.data_licence if kind == "Dataset" else self.text_licence
        return {"@context": "https://schema.org", "@type": kind, "name": name, "url": address, **own,
                **({"license": licence} if licence else {})}


NOBODY = SiteOwner()
"""What is known of a site of which nothing is told."""


def owner_in(path: Path) -> SiteOwner:
    """Return whose site a file says it is, nobody's where there is no file; raise all that is wrong in it."""
    if not path.exists():
        return NOBODY
    form = read_form(path, path.name)
    if faults := faults_of(form, (), (SITE,)):
        raise ExceptionGroup(path.name, list(faults))
    told = next((each.table for each in form.inside(SITE)), {})
    return SiteOwner(*(field.of(told) for field in (PUBLISHER, CONTACT, TEXT_LICENCE, DATA_LICENCE, REPORT)))
