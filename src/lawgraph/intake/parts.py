"""An act of the git corpus as files: `rus.md`, `kaz.md`, `meta.yaml`, and the parts of a large act in `rus/*.md`.

The text of a split act is the beginning in `rus.md`, above a table of links, and behind it the parts in the order of
that table. Their names follow the numbers that the parts bear (`sec001`, `pt001-ch004`, `ch009-1`, `an002`) and change
from edition to edition, so that only the table of the same edition tells the order. What leads from file to file is no
text of the act and is left out: the table with its heading, "↑ [Вся редакция](../rus.md)", the front matter of a part.
All else stays byte for byte.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from lawgraph.languages.spoken import codes
from lawgraph.law.errors import SourceError
from lawgraph.law.model import Finding, Severity

K = TypeVar("K")
META = "meta.yaml"

_OWN = re.compile(r"(?:(?P<folder>.*?)/)?(?P<name>(?:" + "|".join(codes()) + r")(?:/[^/]+)?\.md|meta\.yaml)",
                  re.DOTALL)
_LEAD = re.compile(rb"\A(?:---\r?\npart_of:.*?^---[ \t]*(?:\r?\n)+)?"
                   rb"(?:[^\n]{0,20}\[[^\]\n]*\]\(\.\./\w+\.md\)\s*?(?:\r?\n)+)?", re.DOTALL | re.MULTILINE)
_NUMBERED = re.compile(r"(?<![a-z])([a-z]*+)[-_]?+(\d++)")


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
        raise SourceError(f"{act.place}/{lang}.md", f"its part {lost[0]} is missing", "complete the folder of the act")
    unlinked = sorted(parts.difference(linked), key=_place_in_act)
    if not parts:
        return main, ()
    own = (_without_lead(act.read(act.files[name])) for name in (*linked, *unlinked))
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


def _without_lead(part: bytes) -> bytes:
    """Return a part without what leads back to the whole act."""
    return _LEAD.sub(b"", part, count=1)


def _ended(raw: bytes) -> bytes:
    return raw if not raw or raw.endswith(b"\n") else raw + b"\n"


def _place_in_act(name: str) -> tuple[tuple[bool, str, int], ...]:
    """Return where a part stands by its name: numbers as numbers, annexes last."""
    stem = name.rpartition("/")[2].removesuffix(".md")
    return tuple((word == "an", word, int(number)) for word, number in _NUMBERED.findall(stem))


def _unlinked(place: str, name: str) -> Finding:
    return Finding("part_not_in_contents", Severity.WARNING,
                   f"the contents of the act do not list its part {name}; it stands at the end", file=f"{place}/{name}")
