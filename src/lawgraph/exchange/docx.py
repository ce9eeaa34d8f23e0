"""A paper as a document of a word processor; the same paper gives the same bytes."""

import io
import zipfile
from datetime import UTC, datetime

from docx import Document
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from lawgraph.exchange.filing import Paper, PaperLine

_FIRST_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_MADE = datetime(1980, 1, 1, tzinfo=UTC)
_SMALL = Pt(8)


def as_docx(paper: Paper) -> bytes:
    """Return a paper as a document: the time in it is always the same, and that of its making is not told."""
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


def _fill(paragraph: Paragraph, line: PaperLine) -> None:
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
