"""Put the editions of a law on its shelf, a folder of the corpus: whole or not at all.

Files are first written under other names; when all are there they get their own, and last of all the manifest. Whoever
kills the import leaves the corpus as it was, with files at most that no manifest names, and can import again.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from lawgraph.facts.acts import keys, quoted
from lawgraph.intake.corpus import CausingAct, Manifest, Manifestation, manifest_of, read_manifest
from lawgraph.intake.files import Found, FoundLaw, Given
from lawgraph.intake.understanding import Ids, LawId, LawNamed, UnderstoodEdition, UntoldError, named_by, understand
from lawgraph.languages.printed import read_number
from lawgraph.law.amendments import Dating
from lawgraph.law.errors import Phrase, SourceError, not_written, read_bytes
from lawgraph.reading.opening import read
from lawgraph.reading.source import Said

_PART = ".{}.part"
_ID = re.compile(r"^id[ \t]*=.*$", re.MULTILINE)
_TITLES = re.compile(r"^\[titles\][ \t]*(?:#.*)?$", re.MULTILINE)
_AMENDS = re.compile(r"^amends[ \t]*=[ \t]*\[[^\]]*\][ \t]*\n+", re.MULTILINE)
_KEYS = ("file", "lang", "standing", "address", "day", "dated_by", "caused_by", "retrieved", "state",
         "commit", "sha256")
"""The keys of a file in a manifest, in their order."""
_AHEAD = timedelta(days=366)
_BUILT = "# No source states this id: it follows from kind, number and day of adoption by the usual construction.\n"

Title = tuple[str, str]
"""A title with its language: `("rus", "О часах")`."""


@dataclass(frozen=True, slots=True)
class Held:
    """Hold what the corpus holds: the ids of its laws, and each file by its SHA-256 with its law.

    Texts of days long after `today` are taken for slips.
    """

    ids: Ids
    files: Mapping[str, tuple[Manifest, Manifestation]]
    today: date | None = None

    def law_with(self, found: Found) -> LawNamed | None:
        """Return the law that the corpus holds under the same code of the official interface."""
        code = found.beside.zan or read(found.raw, found.place).said.zan or ""
        act, law = self.ids.acts.get(code), self.ids.by_code.get(code)
        if act is None or act.number is None or act.adopted is None or law is None:
            return None
        return LawNamed(LawId(law), act.number, act.adopted, act.kind, None, code)

    def law_of(self, found: Found, given: Given) -> str | None:
        """Return the law whose edition was found, where it is known without reading it: by its bytes and its day."""
        law, source = self.files.get(hashlib.sha256(found.raw).hexdigest(), (None, None))
        if law is None or source is None or given not in {Given(), Given(law.id)}:
            return None
        day, lang = found.beside.day or found.committed, found.beside.lang
        same = day in {None, source.day} and lang in {None, source.lang} and _may_be_of(law, found.beside)
        return law.id if same else None


def _may_be_of(law: Manifest, beside: Said) -> bool:
    """Tell whether nothing beside a text says that it is of another law than the one with the same text."""
    if beside.number is None:
        return beside.id in {None, law.id} and beside.zan in {None, law.zan}
    return beside.id == law.id or (read_number(beside.number), beside.adopted) == (law.number, law.adopted)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold what became of a law in a source: its id, the editions that are new, how many were known."""

    id: str
    new: tuple[UnderstoodEdition, ...]
    known: int


def take(corpus: Path, law: FoundLaw, given: Given, held: Held) -> Outcome:
    """Take all editions of a law into the corpus; raise `SourceError`, and take none, where one cannot be taken."""
    new: list[UnderstoodEdition] = []
    known: list[str] = []
    ready: list[Path] = []
    try:
        for found, edition in _understood(law, given, held, new):
            if isinstance(edition, str):
                known.append(edition)
                continue
            _refuse_beside(found.place, edition, new)
            _refuse_ahead(found.place, edition.source.day, held.today)
            folder = corpus / edition.law.id.text
            if _is_new(folder, edition, found.place):
                folder.mkdir(parents=True, exist_ok=True)
                ready.append(_part(folder, edition.source.file))
                ready[-1].write_bytes(edition.raw)
                new.append(replace(edition, raw=b""))  # it lies ready, and the next one may be as large
            else:
                known.append(edition.law.id.text)
        if not new and not known:
            raise SourceError(law.place, Phrase("it has no text in any language"), Phrase("add its rus.md or kaz.md"))
        if new:
            _put_up(corpus / new[0].law.id.text, new)
    except OSError as error:
        raise SourceError(str(corpus), *not_written(error)) from None
    finally:
        _put_away(ready)
    return Outcome(new[0].law.id.text if new else known[0], tuple(new), len(known))


def _understood(law: FoundLaw, given: Given, held: Held,
                new: Sequence[UnderstoodEdition]) -> Iterator[tuple[Found, UnderstoodEdition | str]]:
    """Give each edition, of one that is held only the id of its law; those that do not name the act come last.

    The others in `new`, or an edition of the act that is held, name it for them.
    """
    unnamed: list[Found] = []
    faults: list[UntoldError] = []
    for found in law.editions():
        at_once = held.law_of(found, given)
        try:
            yield found, at_once or understand(found, given, held.ids)
        except UntoldError as fault:
            unnamed.append(found)
            faults.append(fault)
    for found in unnamed:
        named = new[0].law if new else held.law_with(found)
        if named is None:
            raise faults[0]
        yield found, understand(named_by(found, named), given, held.ids)


def _refuse_beside(place: str, edition: UnderstoodEdition, before: Sequence[UnderstoodEdition]) -> None:
    """Raise where a source has editions of two laws as one, or two texts for one edition."""
    law, first = edition.law, before[0].law if before else edition.law
    if (law.id.text, law.number, law.adopted) != (first.id.text, first.number, first.adopted):
        raise SourceError(place,
                          Phrase("this is %(text)s, № %(number)s of %(adopted)s, beside editions of %(text_)s, № "
                                 "%(number_)s of %(adopted_)s",
                                 text=law.id.text, number=law.number, adopted=law.adopted, text_=first.id.text,
                                 number_=first.number, adopted_=first.adopted),
                          Phrase("import them one by one"))
    if any(each.source.file == edition.source.file for each in before):
        raise SourceError(place, Phrase("the source has two texts for %(file)s", file=edition.source.file),
                          Phrase("import them one by one with --day"))


def _refuse_ahead(place: str, day: date | None, today: date | None) -> None:
    """Raise where the day of a text lies years ahead: all that it prints would be sure until then."""
    if day and today and day > today + _AHEAD:
        raise SourceError(place, Phrase("the day that it speaks for, %(day)s, lies more than a year ahead", day=day),
                          Phrase("correct that day"))


def _put_away(ready: Iterable[Path]) -> None:
    """Delete what lies ready under a name that nobody reads, and a folder that was made for nothing else."""
    for each in ready:
        with suppress(OSError):     # what stopped the import is told, not what comes of it here
            each.unlink(missing_ok=True)
            each.parent.rmdir()


def _is_new(folder: Path, edition: UnderstoodEdition, place: str) -> bool:
    """Tell whether the corpus lacks an edition.

    Raise `SourceError` where the corpus holds another one under its name.
    """
    manifest = read_manifest(folder) if (folder / "manifest.toml").exists() else None
    if manifest:
        _refuse_another_number(folder, manifest, edition.law, place)
        if any(_same(each, edition.source) for each in manifest.sources):
            return False
    _refuse_changed(folder, manifest, edition.source, place)
    return True


def _same(held: Manifestation, source: Manifestation) -> bool:
    return (held.lang, held.sha256) == (source.lang, source.sha256) and source.day in {None, held.day}


def _refuse_another_number(folder: Path, manifest: Manifest, law: LawNamed, place: str) -> None:
    if (manifest.number, manifest.adopted) != (law.number, law.adopted):
        raise SourceError(place,
                          Phrase("it is № %(number)s of %(adopted)s, and %(folder)s has № %(number_)s of "
                                 "%(adopted_)s",
                                 number=law.number, adopted=law.adopted, folder=folder / "manifest.toml",
                                 number_=manifest.number, adopted_=manifest.adopted),
                          Phrase("give the id of its own law with --law"))
    if law.zan and manifest.zan and law.zan != manifest.zan:
        raise SourceError(place,
                          Phrase("its code is %(zan)s, and %(folder)s has %(zan_)s",
                                 zan=law.zan, folder=folder / 'manifest.toml', zan_=manifest.zan),
                          Phrase("see which is right, and correct the manifest"))


def _refuse_changed(folder: Path, manifest: Manifest | None, source: Manifestation, place: str) -> None:
    path = folder / source.file
    recorded = next((each.sha256 for each in manifest.sources if each.file == source.file), None) if manifest else None
    there = recorded or (hashlib.sha256(read_bytes(path)).hexdigest() if path.exists() else None)
    if there and there != source.sha256:
        raise SourceError(place,
                          Phrase("its SHA-256 is %(sha256)s…, but %(path)s is held with %(there)s…",
                                 sha256=source.sha256[:12], path=path, there=there[:12]),
                          Phrase("give the day that the new edition speaks for with --day, or take the old file "
                                 "away first"))


def _put_up(folder: Path, new: Sequence[UnderstoodEdition]) -> None:
    path = folder / "manifest.toml"
    text = _manifest(path, new)
    manifest_of(text, path)  # refuses a manifest that the lines at its end do not fit
    part = _part(folder, path.name)
    try:
        part.write_text(text, encoding="utf-8")
        for each in new:
            _part(folder, each.source.file).replace(folder / each.source.file)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _manifest(path: Path, new: Sequence[UnderstoodEdition]) -> str:
    """Return the manifest of a law with new editions, and with the titles of languages that it had none in."""
    law = new[0].law
    text = read_bytes(path).decode() if path.exists() else new_manifest(law.id, law.number, law.adopted, law.kind)
    held = manifest_of(text, path)
    days = sorted({*held.amends, *(day for each in new for day in each.amends)})
    text = text if days == sorted(held.amends) else with_amended(text, days)
    code = next((each.law.zan for each in new if each.law.zan), None)
    text = with_code(text, code) if code and held.zan is None else text
    titled = {lang for lang, _ in held.titles}
    titles = {each.source.lang: each.law.title for each in new if each.law.title and each.source.lang not in titled}
    causes = {each.cause.act.name: each.cause for each in reversed(new) if each.cause}
    more = (each for name, each in sorted(causes.items()) if name not in {cause.act.name for cause in held.causes})
    return with_sources(with_causes(with_titles(text, sorted(titles.items())), more), (each.source for each in new))


def _part(folder: Path, name: str) -> Path:
    return folder / _PART.format(name)


def new_manifest(law: LawId, number: str, adopted: date, kind: str) -> str:
    """Return the head of a manifest, with no titles and no sources yet."""
    head = "\n".join(keys(id=law.text, number=number, adopted=adopted, kind=kind))
    return f"{_BUILT if law.built else ''}{head}\n\n[titles]\n"


def with_code(manifest: str, code: str) -> str:
    """Return a manifest with the code of the law in the official interface, below its id."""
    return _ID.sub(lambda own: f"{own[0]}\nzan = {quoted(code)}", manifest, count=1)


def with_amended(manifest: str, days: Iterable[date]) -> str:
    """Return a manifest with the days of adoption of the laws that the act amends, instead of those that it had."""
    told = f"amends = [{', '.join(map(str, days))}]"
    return _TITLES.sub(lambda header: f"{told}\n\n{header[0]}", _AMENDS.sub("", manifest, count=1), count=1)


def with_titles(manifest: str, titles: Iterable[Title]) -> str:
    """Return a manifest with more titles."""
    lines = "".join(f"\n{lang} = {quoted(' '.join(title.split()))}" for lang, title in titles)
    return _TITLES.sub(lambda header: header[0] + lines, manifest, count=1)


def with_causes(manifest: str, causes: Iterable[CausingAct]) -> str:
    """Return a manifest with more acts that made editions, of which their sources tell a code, an id or a title."""
    return _with_tables(manifest, ("\n".join(("[[cause]]", *keys(
        number=each.act.number, adopted=each.act.adopted, kind=each.act.kind, zan=each.zan, adilet_id=each.adilet_id,
        titles=each.titles))) for each in causes if each.zan or each.adilet_id or each.titles))


def with_sources(manifest: str, sources: Iterable[Manifestation]) -> str:
    """Return a manifest with more files at its end."""
    return _with_tables(manifest, ("\n".join(_block(each)) for each in sources))


def _with_tables(manifest: str, tables: Iterable[str]) -> str:
    return "".join((manifest.rstrip("\n") + "\n", *(f"\n{each}\n" for each in tables)))


def _block(source: Manifestation) -> Iterator[str]:
    told = {name: getattr(source, name) for name in _KEYS}
    yield from ("[[source]]", *keys(**told | ({"dated_by": None} if source.dated_by is Dating.OPERATION else {})))
