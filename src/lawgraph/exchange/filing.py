"""A law, or a provision of it, on a day as a paper for the file: what stands on it, printed as PDF, or as DOCX.

Where no wording is held words in brackets stand in its place, and beside each wording that is not plainly sure. How
sure the whole is, its address and the hash of the build stand in the foot of every page, and once more at the end.
"""

import io
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from lawgraph.exchange.told import ToldLaw
from lawgraph.languages.spoken import spoken
from lawgraph.law.eid import Eid, Kind
from lawgraph.law.errors import LawgraphError, Phrase, UnknownProvision
from lawgraph.law.versions import Version
from lawgraph.printout.sheets import DaySheet, label, standing, title
from lawgraph.timeline.consolidation import Place, grade_with_parts, tree_of_places
from lawgraph.voice.names import day_in_words, provision_name
from lawgraph.voice.sentences import verdict

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_FIRST_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_MADE = datetime(1980, 1, 1, tzinfo=UTC)
_SMALL = 8 * 12_700
"""Eight points, in the units of a document."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_STYLE = """
@page {{ size: A4; margin: 20mm 22mm 26mm;
@bottom-left {{ content: {foot}; font: 7pt sans-serif; white-space: pre-line; }}
@bottom-right {{ content: counter(page) " / " counter(pages); font: 7pt sans-serif; }} }}
body {{ font: 11pt/1.4 serif; }} h1 {{ font-size: 14pt; }} h2 {{ font-size: 11.5pt; break-after: avoid; }}
.said, .foot {{ font: italic 9.5pt sans-serif; }}
.foot {{ border-top: 0.5pt solid; margin-top: 2em; white-space: pre-line; }}
"""
_PAGE = """<!doctype html>
<html lang="{lang}"><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>{style}</style>
<h1 lang="en">{title}</h1><div lang="en">{standing}</div>{lines}<p class="foot" lang="en">{foot}</p></html>
"""
_CSS = re.compile("[^A-Za-z0-9 ]")
_NAMES = ("chromium", "chromium-browser", "google-chrome")
_OPTIONS = ("--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--no-pdf-header-footer", "--disable-javascript")
_MOST_SECONDS = 180


@dataclass(frozen=True, slots=True)
class PaperLine:
    """Hold a paragraph of a paper: words of the law, and words of ours about them; `head` marks a heading."""

    head: bool
    words: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """Hold all that stands on a paper; `lang` is the tag of the language of the law's words."""

    title: str
    lang: str
    standing: tuple[str, ...]
    lines: tuple[PaperLine, ...]
    foot: tuple[str, ...]


def paper_of(told: ToldLaw, eid: Eid | None, address: str) -> Paper:
    """Return the paper of a law, told on a day, or of a provision of it with its parts.

    Raise `UnknownProvision` where the law has none of that address.
    """
    if told.day is None:
        raise ValueError("a paper is of one day")
    known = {life.place.eid: life.versions[0] for life in told.lives}
    inside = {eid, *tree_of_places(each.place for each in told.lives).inside(eid)} if eid else set(known)
    places = [life.place for life in told.lives if life.place.eid in inside]
    if not places:
        raise UnknownProvision(repr(eid), Phrase("the law has no such provision"),
                               Phrase("look into the contents of the law"))
    own, *parts = (known[each.eid] for each in places)
    sheet = DaySheet(told.law, told.days, told.source, told.lang, told.day, eid, ())
    named = f"{provision_name(eid)}, {day_in_words(told.day)}" if eid else day_in_words(told.day)
    foot = (f"№ {told.law.number}, {told.law.title(told.lang)}. {named}. [{verdict(grade_with_parts(own, parts))}]",
            address, f"Build {told.build}" if told.build else "Of a build without a name")
    return Paper(title(sheet), spoken(told.lang).tag, standing(sheet), tuple(_lines(told, places, known)), foot)


def _lines(told: ToldLaw, places: list[Place], known: dict[Eid, Version]) -> Iterator[PaperLine]:
    shown = {each.eid for each in places if known[each.eid].has_place}
    asked = places[0].eid
    for place in places:
        if place.eid not in shown | {asked} or (place.kind is Kind.HEADING and place.eid.parent in shown):
            continue
        heading = place.eid.child(Kind.HEADING)
        number = label(place.kind, place.number, told.lang)
        head, said = _words(told, known, heading) if heading in shown else ("", ())
        own, own_said = _words(told, known, place.eid)
        if head or place.kind.divides or place.kind in (Kind.ARTICLE, Kind.ANNEX):
            yield PaperLine(head=True, words=f"{number} {head}".strip() or provision_name(place.eid), said=said)
            if own or own_said:
                yield PaperLine(head=False, words=own, said=own_said)
        elif number or own or own_said:
            yield PaperLine(head=place.eid == "law__heading", words=f"{number} {own}".strip(), said=(*said, *own_said))


def _words(told: ToldLaw, known: dict[Eid, Version], eid: Eid) -> tuple[str, tuple[str, ...]]:
    version = known[eid]
    said = told.remark(version, eid.kind)
    return _UNPRINTABLE.sub("\ufffd", version.text or ""), (said,) if said else ()


def as_page(paper: Paper) -> str:
    """Return a paper as a page of HTML that is made for printing."""
    foot = " ".join(f'"{_CSS.sub(_escaped, line)}\\a "' for line in paper.foot)
    above, lines = "".join(f"<p>{escape(each)}</p>" for each in paper.standing), "".join(map(_element, paper.lines))
    return _PAGE.format(lang=paper.lang, title=escape(paper.title), style=_STYLE.format(foot=foot), standing=above,
                        lines=lines, foot=escape("\n".join(paper.foot)))


def _escaped(letter: re.Match[str]) -> str:
    return f"\\{ord(letter[0]):x} "


def _element(line: PaperLine) -> str:
    name = "h2" if line.head else "p"
    said = "".join(f' <span class="said" lang="en">[{escape(each)}]</span>' for each in line.said)
    return f"<{name}>{escape(line.words)}{said}</{name}>"


def as_pdf(paper: Paper) -> bytes:
    """Return a paper as the Chromium of the machine prints it, which has the letters of all three languages.

    Raise `LawgraphError` where there is none, or where it cannot print.
    """
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        raise LawgraphError("pdf", Phrase("Chromium is not on this machine, and it is what prints"),
                            Phrase("install it (Debian: apt-get install chromium), or take --format docx"))
    with tempfile.TemporaryDirectory(prefix="lawgraph-", ignore_cleanup_errors=True) as folder:
        page, printed = Path(folder) / "paper.html", Path(folder) / "paper.pdf"
        page.write_text(as_page(paper), encoding="utf-8")
        # Chromium refuses to run as root inside its own sandbox; the page is ours, and holds no script.
        alone = ("--no-sandbox",) if os.name == "posix" and os.geteuid() == 0 else ()
        command = (program, *_OPTIONS, *alone, f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}",
                   page.as_uri())
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=_MOST_SECONDS)  # noqa: S603  (no shell)
            return printed.read_bytes()
        except (subprocess.SubprocessError, OSError):
            raise LawgraphError("pdf",
                                Phrase("Chromium did not print it"),
                                Phrase("see whether the disk is full, or take "
                                "--format docx")) from None


def as_docx(paper: Paper) -> bytes:
    """Return a paper as a document: the time in it is always the same, and that of its making is not told."""
    from docx import Document  # noqa: PLC0415  (an extra: it may be missing)

    document = Document()
    about = document.core_properties
    about.author, about.title, about.language, about.comments = "lawgraph", paper.title[:255], paper.lang, ""
    about.created = about.modified = _MADE
    document.add_heading(paper.title, 1)
    for each in paper.standing:
        document.add_paragraph(each)
    for line in paper.lines:
        _fill(document.add_heading("", 2) if line.head else document.add_paragraph(), line)
    foot = document.sections[0].footer.paragraphs[0]
    for within in (foot, document.add_paragraph()):
        within.add_run("\n".join(paper.foot)).font.size = _SMALL
    held = io.BytesIO()
    document.save(held)
    return _without_times(held)


def _fill(paragraph: "Paragraph", line: PaperLine) -> None:
    paragraph.add_run(line.words)
    for each in line.said:
        run = paragraph.add_run(f" [{each}]")
        run.italic, run.font.size = True, _SMALL


def _without_times(written: io.BytesIO) -> bytes:
    """Return a document with one time for all its parts, and no trace of the system that it was made on."""
    held = io.BytesIO()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, _FIRST_OF_ZIP)
            part.create_system, part.external_attr, part.compress_type = 3, 0o600 << 16, zipfile.ZIP_DEFLATED
            made.writestr(part, parts.read(name))
    return held.getvalue()
