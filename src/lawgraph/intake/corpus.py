"""Fetch the bytes of source files, and read the manifest that says what is known of them.

A manifest stands in `corpus/<law>/manifest.toml` and gives the SHA-256 of each file, so that a changed file is
refused and not silently read as the old one.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lawgraph.facts.fields import (
    Allowed,
    Needed,
    Part,
    Table,
    by_language,
    choice,
    day,
    digest,
    file_name,
    found_at,
    law_id,
    listed,
    member,
    printed_number,
    text,
)
from lawgraph.facts.forms import FormEntry, faults_of, form_of, read_form
from lawgraph.languages.spoken import codes
from lawgraph.law.amendments import Dating
from lawgraph.law.authors import Act, ActKind, Texts
from lawgraph.law.errors import FactError, Phrase, SourceError, read_bytes

Requisites = tuple[str, date, str]
"""Number, day of adoption and kind of an act."""


@dataclass(frozen=True, slots=True)
class Manifestation:
    """Describe one manifestation: a file in one language, its standing, address and SHA-256.

    `day` is the day its consolidation speaks for and `retrieved` the day it was saved, where they are known; dated by
    adoption, `day` is that of the act `caused_by` that made the edition, and no day of operation. `commit` is where it
    stands in the history of a git repository. `state` tells in lines of the repeal of the law, or of whatever else may
    have ended it, where the text does not.
    """

    file: str
    lang: str
    standing: str
    address: str | None
    sha256: str
    day: date | None = None
    retrieved: date | None = None
    dated_by: Dating = Dating.OPERATION
    caused_by: str | None = None
    commit: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class CausingAct:
    """Hold what sources tell of an act that made an edition: its code, its id, its titles."""

    act: Act
    zan: str | None = None
    adilet_id: str | None = None
    titles: Texts = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """Describe a law of the corpus and its files; an amending act `amends` the laws adopted on these days."""

    id: str
    number: str
    adopted: date
    kind: str
    titles: tuple[tuple[str, str], ...]
    sources: tuple[Manifestation, ...]
    zan: str | None = None
    amends: tuple[date, ...] = ()
    causes: tuple[CausingAct, ...] = ()

    @property
    def act(self) -> Act:
        """The law as an act among others."""
        return Act(self.number, self.adopted, ActKind(self.kind))

    @property
    def requisites(self) -> Requisites:
        """Number, day of adoption and kind."""
        return self.number, self.adopted, self.kind

    def path(self, file: str) -> str:
        """Return the name by which a file of it is told, in the corpus of whoever asks."""
        return f"corpus/{self.id}/{file}"


FILE = Needed("file", file_name, "the file of an edition, beside the manifest")
LANG = Needed("lang", choice(*codes()), "the language of its text")
STANDING = Needed("standing", text, 'official, or what else it is, as "unofficial translation"')
ADDRESS = Allowed("address", found_at, "where it was found")
SHA256 = Needed("sha256", digest(64), "the SHA-256 of the file")
DAY = Allowed("day", day, "the day its consolidation speaks for")
RETRIEVED = Allowed("retrieved", day, "the day it was saved or downloaded")
DATED_BY = Allowed("dated_by", member(Dating), f"what day is: {' or '.join(Dating)}")
CAUSED_BY = Allowed("caused_by", text, "the act that made the edition, by its short name: 227-V")
COMMIT = Allowed("commit", digest(40, 64), "the commit of the git repository that it was taken from")
STATE = Allowed("state", text, "the words that tell of the end of the law, where they do not stand in its text")
SOURCE = Part("[[source]]", (FILE, LANG, STANDING, ADDRESS, SHA256, DAY, RETRIEVED, DATED_BY, CAUSED_BY, COMMIT,
                             STATE))

ID = Needed("id", law_id, "the id of the public system, and the name of the folder")
NUMBER = Needed("number", printed_number, "number, with Latin numerals and no №")
ADOPTED = Needed("adopted", day, "the day of adoption")
KIND = Needed("kind", member(ActKind), f"the kind of act: {', '.join(ActKind)}")
TITLES = Allowed("titles", by_language(text), "the titles by language")
ZAN = Allowed("zan", text, "its code in the official interface and the git corpus")
AMENDS = Allowed("amends", listed(day), "of an amending act: the days of adoption of the laws that its items amend")
LAW = (ID, ZAN, NUMBER, ADOPTED, KIND, AMENDS, TITLES)
ADILET_ID = Allowed("adilet_id", text, "its id on adilet.zan.kz")
CAUSE = Part("[[cause]]", (NUMBER, ADOPTED, KIND, ZAN, ADILET_ID, TITLES))


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a law's folder; raise `FactError` where it breaks the schema."""
    path = folder / "manifest.toml"
    return _manifest(read_form(path, str(path)))


def manifest_in(folder: Path) -> Manifest:
    """Return the manifest of a law; raise `SourceError` where it says what no part of the journey can use."""
    manifest = read_manifest(folder)
    if folder.name != manifest.id:
        raise SourceError(str(folder), Phrase("this is a folder of %(id)s, and has another name", id=manifest.id),
                          Phrase("rename it, or take it away if it is a copy"))
    if not manifest.sources:
        raise SourceError(str(folder / "manifest.toml"), Phrase("no %(table)s is listed", table="[[source]]"),
                          Phrase("add one for each file"))
    return manifest


def manifest_of(text: str, path: Path) -> Manifest:
    """Return the manifest that a text holds; raise `FactError`, which names `path`, where it breaks the schema."""
    return _manifest(form_of(text, str(path)))


def _manifest(form: FormEntry) -> Manifest:
    fault = next(iter(faults_of(form, LAW, (SOURCE, CAUSE))), None) or _fault_of_files(form)
    if fault:
        raise fault
    table = form.table
    return Manifest(ID.of(table), NUMBER.of(table), ADOPTED.of(table), KIND.of(table), TITLES.of(table) or (),
                    tuple(_source(each.table) for each in form.inside(SOURCE)), ZAN.of(table),
                    AMENDS.of(table) or (), tuple(_cause(each.table) for each in form.inside(CAUSE)))


def _fault_of_files(form: FormEntry) -> FactError | None:
    seen: set[str] = set()
    for each in form.inside(SOURCE):
        name = FILE.of(each.table)
        if name in seen:
            return each.fault(FILE.name, f"{name} is named above already", "name each file once")
        seen.add(name)
    return None


def _cause(table: Table) -> CausingAct:
    act = Act(NUMBER.of(table), ADOPTED.of(table), ActKind(KIND.of(table)))
    return CausingAct(act, ZAN.of(table), ADILET_ID.of(table), TITLES.of(table) or ())


def _source(table: Table) -> Manifestation:
    return Manifestation(FILE.of(table), LANG.of(table), STANDING.of(table), ADDRESS.of(table), SHA256.of(table),
                         DAY.of(table), RETRIEVED.of(table), DATED_BY.of(table) or Dating.OPERATION,
                         CAUSED_BY.of(table), COMMIT.of(table), STATE.of(table))


def read_source(folder: Path, source: Manifestation) -> bytes:
    """Return the bytes of a file of the corpus; raise `SourceError` where its SHA-256 is not the recorded one."""
    path = folder / source.file
    raw = read_bytes(path)
    found = hashlib.sha256(raw).hexdigest()
    if found != source.sha256:
        raise SourceError(str(path),
                          Phrase("its SHA-256 is %(found)s…, but the manifest records %(sha256)s…",
                                 found=found[:12], sha256=source.sha256[:12]),
                          Phrase("restore the file, or record the new edition in manifest.toml"))
    return raw


def read_corpus(folder: Path) -> tuple[Manifest, ...]:
    """Return the manifests of all laws of a corpus, by identity."""
    return tuple(read_manifest(path.parent) for path in sorted(folder.glob("*/manifest.toml")))
