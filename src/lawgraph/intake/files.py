"""What is found in a source, before it is understood; a file or a plain folder is looked through for it.

What is found are bytes, the place they lie at, and what is said beside them: single pages by their endings, acts of the
git corpus by their files.

Names may tell what the text does not: the language (`rus.html`, `nets.rus.md`), the day (`rus-2014-11-07.md`,
`2014-11-07.rus.md`), the id of the law (a folder `Z100000271_`, as in the corpus), code and day of adoption
(`2014/0705-ob-…-81245`, `20140705-ob-…-81245`).

An act of the git corpus is `rus.md`, `kaz.md`, `meta.yaml`, and the parts of a large act in `rus/*.md`. The text of a
split act is the beginning in `rus.md`, above a table of links, and behind it the parts in the order of that table.
Their names follow the numbers that the parts bear (`sec001`, `pt001-ch004`, `ch009-1`, `an002`) and change from edition
to edition, so that only the table of the same edition tells the order. What leads from file to file is no text of the
act and is left out: the table with its heading, "↑ [Вся редакция](../rus.md)", the front matter of a part. All else
stays byte for byte.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from typing import Generic, TypeVar

from lawgraph.languages.spoken import codes
from lawgraph.languages.state import is_adilet_id
from lawgraph.law.days import parse_day
from lawgraph.law.document import Finding, Severity
from lawgraph.law.eid import Kind
from lawgraph.law.errors import DayError, Phrase, SourceError, read_bytes
from lawgraph.parsing.headings import is_approval, read_heading
from lawgraph.reading.requisites import is_requisite, read_meta
from lawgraph.reading.source import Said

_FEW = 9
"""So many files of a folder that are passed over are named one by one."""

_SEVERAL = 3
_LONGEST_HEADING = 400
_MOST_LINES = 5000
_MARKUP = re.compile(r"<[^<>]{0,200}>|[#*>|]")

K = TypeVar("K")
META = "meta.yaml"

_OWN = re.compile(r"(?:(?P<folder>.*?)/)?(?P<name>(?:" + "|".join(codes()) + r")(?:/[^/]+)?\.md|meta\.yaml)", re.DOTALL)
_LEAD = re.compile(rb"\A(?:---\r?\npart_of:.*?^---[ \t]*(?:\r?\n)+)?"
                   rb"(?:[^\n]{0,20}\[[^\]\n]*\]\(\.\./\w+\.md\)\s*?(?:\r?\n)+)?", re.DOTALL | re.MULTILINE)
"""What leads from a part back to the whole act."""

_NUMBERED = re.compile(r"(?<![a-z])([a-z]*+)[-_]?+(\d++)")
ENDINGS = {".html": ".html", ".htm": ".html", ".xhtml": ".html", ".mhtml": ".mhtml", ".mht": ".mhtml",
           ".xml": ".xml", ".akn": ".xml", ".json": ".json", ".md": ".md", ".txt": ".txt"}
_DAY = r"\d{4}-\d{2}-\d{2}"
_NAMED = re.compile(rf"(?:(?P<on>{_DAY})\.|[^.].*\.)?(?P<lang>eng|kaz|rus)(?:-(?P<day>{_DAY}))?")
_ACT_FOLDER = re.compile(r"(?!\d{4}-\d\d-\d\d\Z)(?P<day>\d{4}|\d{8})-(?:.*-)?(?P<code>\d++)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Given:
    """Hold what a person says of a source; it fills what the source leaves open and may not contradict it."""

    law: str | None = None
    lang: str | None = None
    number: str | None = None
    adopted: date | None = None
    kind: str | None = None
    day: date | None = None
    retrieved: date | None = None
    standing: str | None = None
    amends: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Hold one manifestation as it lies in a source.

    `beside` is what names of files, `meta.yaml` and the commit say of it; `committed` is the day of the `commit` in a
    repository. `findings` are about the source, not its text.
    """

    place: str
    raw: bytes
    suffix: str
    beside: Said = field(default_factory=Said)
    commit: str | None = None
    committed: date | None = None
    retrieved: date | None = None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class FoundLaw:
    """Hold what a source has of one law; its editions are read one after the other, only when asked for."""

    place: str
    editions: Callable[[], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class FoundSource:
    """Hold the laws in a source, and what is to be told of the source as a whole."""

    laws: tuple[FoundLaw, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActFiles(Generic[K]):
    """Hold the files of one act by their names inside its folder, and how their contents are read."""

    place: str
    files: Mapping[str, K]
    read: Callable[[K], bytes]


def own_name(path: str) -> tuple[str, str] | None:
    """Return the folder of an act and the name inside it, where a path is that of a file of an act."""
    match = _OWN.fullmatch(path)
    return (match["folder"] or "", match["name"]) if match else None


def languages(act: ActFiles[K]) -> tuple[str, ...]:
    """Return the languages that an act has a text in."""
    return tuple(lang for lang in sorted(codes()) if own_files(act.files, lang))


def own_files(files: Mapping[str, K], lang: str) -> tuple[tuple[str, K], ...]:
    """Return the files of the text in a language, by name."""
    return tuple((name, key) for name, key in sorted(files.items()) if name.startswith((f"{lang}.", f"{lang}/")))


def whole_text(act: ActFiles[K], lang: str) -> tuple[bytes, tuple[Finding, ...]]:
    """Return the text of an act, its parts in reading order; raise `SourceError` where a part is missing."""
    main = act.read(act.files[f"{lang}.md"]) if f"{lang}.md" in act.files else b""
    link = re.compile(rb"\]\((?:\./)?(" + lang.encode() + rb"/[^()\[\]#\s]+\.md)")
    parts = {name for name, _ in own_files(act.files, lang)} - {f"{lang}.md"}
    linked = tuple(dict.fromkeys(name.decode(errors="replace") for name in link.findall(main)))
    lost = [name for name in linked if name not in parts]
    if lost:
        raise SourceError(f"{act.place}/{lang}.md", Phrase("its part %(lost)s is missing", lost=lost[0]),
                          Phrase("complete the folder of the act"))
    unlinked = sorted(parts.difference(linked), key=_place_in_act)
    if not parts:
        return main, ()
    own = (_LEAD.sub(b"", act.read(act.files[name]), count=1) for name in (*linked, *unlinked))
    whole = b"".join(map(_ended, (_without_contents(main, link), *own)))
    return whole, tuple(_unlinked(act.place, name) for name in unlinked if linked)


def _without_contents(main: bytes, link: re.Pattern[bytes]) -> bytes:
    """Return the beginning of an act without the list of its parts, from the list's own heading to its last line."""
    lines = main.splitlines(keepends=True)
    links = [place for place, line in enumerate(lines) if link.search(line)]
    if not links:
        return main
    headings = [place for place, line in enumerate(lines[:links[0]]) if line.startswith(b"##")]
    above = next((place for place in range(links[0], 0, -1) if not lines[place - 1].startswith(b"|")), 0)
    return b"".join((*lines[:headings[-1] if headings else above], *lines[links[-1] + 1:]))


def _ended(raw: bytes) -> bytes:
    return raw if not raw or raw.endswith(b"\n") else raw + b"\n"


def _place_in_act(name: str) -> tuple[tuple[bool, str, int], ...]:
    """Return where a part stands by its name: numbers as numbers, annexes last."""
    stem = name.rpartition("/")[2].removesuffix(".md")
    return tuple((word == "an", word, int(number)) for word, number in _NUMBERED.findall(stem))


def _unlinked(place: str, name: str) -> Finding:
    return Finding("part_not_in_contents", Severity.WARNING,
                   f"the contents of the act do not list its part {name}; it stands at the end", file=f"{place}/{name}")


def one_file(path: Path) -> FoundLaw:
    """Return what a file holds."""
    return FoundLaw(str(path), partial(_page, path))


def laws_in(folder: Path) -> FoundSource:
    """Return what a folder and the folders in it hold, by path; raise `SourceError` where that is nothing."""
    acts: dict[str, dict[str, Path]] = defaultdict(dict)
    pages: list[Path] = []
    others: list[Path] = []
    for path in _files(folder):
        own = own_name(path.relative_to(folder).as_posix())
        if own:
            acts[own[0]][own[1]] = path
        else:
            (pages if _is_page(path) else others).append(path)
    found = [FoundLaw(str(page), partial(_page, page)) for page in pages]
    found += [FoundLaw(str(folder / name), partial(_act, folder / name, files)) for name, files in acts.items()]
    if not found:
        raise SourceError(str(folder), Phrase("no page and no act is in this folder"),
                          Phrase("give files that end with %(endings)s, or acts as rus.md and kaz.md",
                                 endings=', '.join(ENDINGS)))
    return FoundSource(tuple(sorted(found, key=lambda each: each.place)), tuple(_passed_over(others)))


def _passed_over(files: Sequence[Path]) -> Iterator[str]:
    """Tell of each file, or of a folder with many of them, as a browser saves one beside a page."""
    if files:
        folders = ((folder, list(inside)) for folder, inside in groupby(files, key=lambda each: each.parent))
        told = (names if len(names) <= _FEW else [f"{folder} ({len(names):,} files)"] for folder, names in folders)
        yield f"passed over, as neither page nor act: {', '.join(str(each) for names in told for each in names)}"


def _files(folder: Path) -> Iterator[Path]:
    """Give all in a folder that is no folder, hidden ones left out; who reads one refuses a pipe."""
    for path in sorted(each for each in folder.rglob("*") if not each.is_dir()):
        if not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _is_page(path: Path) -> bool:
    ending = path.suffix.lower()
    return ending in ENDINGS and (ending != ".md" or _NAMED.fullmatch(path.stem) is not None or _holds_law(path))


def _holds_law(path: Path) -> bool:
    """Tell whether Markdown of any name has the heading of an article, several lines like one, approves rules, or has
    a line with kind, day and number of an act above what is numbered."""
    plain = 0
    for line in islice(read_bytes(path).decode(errors="replace").splitlines(), _MOST_LINES):
        words = _MARKUP.sub(" ", line).strip() if len(line) <= _LONGEST_HEADING else ""
        for lang in codes() if words else ():
            heading = read_heading(words, lang)
            plain += heading is not None and heading.kind is Kind.ARTICLE
            headed = heading is not None and heading.kind is Kind.ARTICLE and line[:1] in ("#", "*")
            if headed or plain >= _SEVERAL or is_approval(words, lang) or is_requisite(words, lang):
                return True
    return False


def told_by_folder(path: str) -> Said:
    """Return what the name of an act's folder tells: its id, or its code and the day of adoption."""
    around, _, name = path.rpartition("/")
    match = _ACT_FOLDER.fullmatch(name)
    if match is None:
        return Said(id=name if is_adilet_id(name) else None)
    year = around.rpartition("/")[2] if len(match["day"]) == 4 else ""
    return Said(zan=match["code"], adopted=_day(year + match["day"]))


def _day(digits: str) -> date | None:
    try:
        return parse_day(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}")
    except DayError:
        return None  # no day, only digits that look like one


def _page(path: Path) -> Iterator[Found]:
    yield Found(str(path), read_bytes(path), ENDINGS.get(path.suffix.lower(), ".txt"), _told_by_name(path))


def _told_by_name(path: Path) -> Said:
    match, around = _NAMED.fullmatch(path.stem), path.absolute().parent.name
    own = next((name for name in (path.stem, around) if is_adilet_id(name)), None)
    if match is None:
        return Said(id=own)
    day = match["day"] or match["on"]
    return Said(id=own, lang=match["lang"], day=parse_day(day) if day else None)


def _act(folder: Path, files: Mapping[str, Path]) -> Iterator[Found]:
    act = ActFiles(str(folder), files, read_bytes)
    by_name = told_by_folder(folder.absolute().as_posix())
    meta = read_meta(read_bytes(files[META]), str(files[META])) if META in files else ()
    for lang in languages(act):
        raw, findings = whole_text(act, lang)
        said = beside(said_in(meta, lang), by_name, lang)
        yield Found(f"{folder}/{lang}.md", raw, ".md", said, findings=findings)


def told_around(path: Path) -> Said:
    """Return what stands around a text of an act, `rus.md` in its folder: what `meta.yaml` says, and its names."""
    named, meta = _told_by_name(path), path.parent / META
    if named.lang is None or not meta.is_file():
        return named
    own = said_in(read_meta(read_bytes(meta), str(meta)), named.lang)
    return beside(own, told_by_folder(path.absolute().parent.as_posix()), named.lang)


def said_in(meta: Iterable[Said], lang: str) -> Said | None:
    """Return what `meta.yaml` says of the text in a language."""
    return next((each for each in meta if each.lang in {lang, None}), None)


def beside(said: Said | None, by_name: Said, lang: str) -> Said:
    """Return what stands beside the text of an act: what `meta.yaml` says, else what the folder's name tells."""
    own = said or Said()
    return replace(own, lang=lang, id=own.id or by_name.id, zan=own.zan or by_name.zan,
                   adopted=own.adopted or by_name.adopted)
