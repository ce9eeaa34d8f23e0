"""A file or a plain folder is looked through: single pages by their endings, acts of the git corpus by their files.

Names may tell what the text does not: the language (`rus.html`, `nets.rus.md`), the day (`rus-2014-11-07.md`,
`2014-11-07.rus.md`), the id of the law (a folder `Z100000271_`, as in the corpus), code and day of adoption
(`2014/0705-ob-…-81245`, `20140705-ob-…-81245`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from lawgraph.intake.found import Found, FoundLaw, FoundSource
from lawgraph.intake.naming import is_adilet_id
from lawgraph.intake.parts import META, ActFiles, languages, own_name, whole_text
from lawgraph.law.days import parse_day
from lawgraph.law.errors import DayError, SourceError
from lawgraph.law.file_bytes import read_bytes
from lawgraph.reading.meta import read_cause, read_meta
from lawgraph.reading.source import Said

ENDINGS = {".html": ".html", ".htm": ".html", ".xhtml": ".html", ".xml": ".xml", ".akn": ".xml",
           ".json": ".json", ".md": ".md", ".txt": ".txt"}
_DAY = r"\d{4}-\d{2}-\d{2}"
_NAMED = re.compile(rf"(?:(?P<on>{_DAY})\.|[^.].*\.)?(?P<lang>eng|kaz|rus)(?:-(?P<day>{_DAY}))?")
_ACT_FOLDER = re.compile(r"(?!\d{4}-\d\d-\d\d\Z)(?P<day>\d{4}|\d{8})-(?:.*-)?(?P<code>\d++)", re.DOTALL)


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
        raise SourceError(str(folder), "no page and no act is in this folder",
                          f"give files that end with {', '.join(ENDINGS)}, or acts as rus.md and kaz.md")
    return FoundSource(tuple(sorted(found, key=lambda each: each.place)), tuple(_passed_over(others)))


def _passed_over(files: Sequence[Path]) -> Iterator[str]:
    if files:
        more = f" and {len(files) - 1:,} more" if len(files) > 1 else ""
        yield f"passed over, as neither page nor act: {files[0]}{more}"


def _files(folder: Path) -> Iterator[Path]:
    """Give the files of a folder and of the folders in it, hidden ones left out."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        if not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _is_page(path: Path) -> bool:
    ending = path.suffix.lower()
    return ending in ENDINGS and (ending != ".md" or _NAMED.fullmatch(path.stem) is not None)


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
    cause = read_cause(read_bytes(files[META]), str(files[META])) if META in files else None
    for lang in languages(act):
        raw, findings = whole_text(act, lang)
        said = beside(said_in(meta, lang), by_name, lang)
        yield Found(f"{folder}/{lang}.md", raw, ".md", said, cause, findings=findings)


def told_around(path: Path) -> Said:
    """Return what stands around a text of an act, `rus.md` in its folder: what `meta.yaml` says, and its names."""
    named, meta = _told_by_name(path), path.parent / META
    if named.lang is None or not meta.is_file():
        return named
    own = said_in(read_meta(read_bytes(meta), str(meta)), named.lang)
    return beside(own, told_by_folder(path.absolute().parent.as_posix()), named.lang)


def said_in(meta: Iterable[Said], lang: str) -> Said | None:
    """Return what `meta.yaml` says of the text in a language."""
    return next((each for each in meta if each.lang == lang), None)


def beside(said: Said | None, by_name: Said, lang: str) -> Said:
    """Return what stands beside the text of an act: what `meta.yaml` says, else what the folder's name tells."""
    own = said or Said()
    return replace(own, lang=lang, id=own.id or by_name.id, zan=own.zan or by_name.zan,
                   adopted=own.adopted or by_name.adopted)
