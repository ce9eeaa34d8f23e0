"""Read a source file, whatever its format: the reader is chosen by what stands in it, not by its name.

Of a page that a browser has saved as one file with all that it shows (MHTML) only the page itself is read.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email import message_from_bytes
from email.policy import Compat32
from pathlib import Path

from lawgraph.languages.spoken import codes
from lawgraph.law.document import Finding, Severity
from lawgraph.law.errors import Phrase, SourceError, at_line, read_bytes
from lawgraph.reading.akoma import read_akoma
from lawgraph.reading.akoma_document import is_akoma
from lawgraph.reading.formats import FileFormat
from lawgraph.reading.html import read_html
from lawgraph.reading.markdown import read_markdown
from lawgraph.reading.official import read_official
from lawgraph.reading.plain import read_plain
from lawgraph.reading.source import SourceText
from lawgraph.reading.tags import private, whole_letters

_SAVED_WHOLE = (b"From: <Saved by", b"MIME-Version:", b"Snapshot-Content-Location:")
_ADDRESS = "Snapshot-Content-Location"
_LONGEST_HEADER, _MOST_WITHIN = 100_000, 20
_HOLDING = re.compile(rb"^content-type:\s*+(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
"""What holds others of its kind, and is read from the outside in."""

LONGEST_LINE = 1_000_000
"""The longest line of a text that is read, in characters."""

MOST_LINES = 100_000
"""The most lines of a text that are read; the longest code of the family has under 20,000."""

_MOST_SIGNS = 300_000
"""The most signs that end a line or begin an element or a value: a reader makes far more of each than it is."""

_UNSEEN = re.compile(r"[\u00ad\u200b-\u200d\u2060]"
                     r"|&(?:shy|zwj|zwnj|#(?:0*173|820[345]|8288|x(?:0*ad|200[bcd]|2060)));", re.IGNORECASE)
"""Signs that are not seen within a word, as they are and as pages write them."""

_MARKUP = re.compile(r"\s*+(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+<(?:!doctype\s++html|html|\?xml|head|body)\b",
                     re.IGNORECASE)
_JSON = re.compile(r"\s*\{\s*[\"}]")
_MARKDOWN = re.compile(r"\A---[ \t]*\r?\n|(?:\A|\n)(?:#{1,6} \S|<a id=\"?[\w-]+\"?></a>| {0,8}> \*)")
_CHARSET = re.compile(rb"(?:<meta\b[^>]{0,200}?charset|<\?xml\b[^>]{0,200}?encoding)\s*+=\s*+[\"']?+\s*+([\w-]+)",
                      re.IGNORECASE)
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
"""How a file of characters of two bytes begins: with their order, or with a tag."""

_UTF8_CYRILLIC = re.compile(rb"(?:[\xd0-\xd2][\x80-\xbf]){4}")
_BEGINNING = 4096
_ONE_LAW, _ANEW = Phrase("give the text of one law"), Phrase("some of its bytes are lost: save the page again")
_FEW_LOST = 0.1
_OTHERS = ((b"%PDF", "PDF"), (b"PK\x03\x04", "DOCX"), (b"\xd0\xcf\x11\xe0", "DOC"), (b"{\\rtf", "RTF"),
           (b"\x1f\x8b", "GZIP"), (b"7z\xbc\xaf", "7Z"), (b"\xfd7zXZ", "XZ"), (b"BZh", "BZIP2"), (b"Rar!", "RAR"),
           (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"),
           (b"AT&TFORM", "DJVU"), (b"SQLite format 3\0", "SQLite"))
"""How files begin that programs for texts, pictures and archives write, and that are not read."""

_WIDEST = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")
_MANY = 0.3
"""The share of high bytes by which characters of two bytes are known, where no mark tells of them."""


def read_path(path: Path) -> SourceText:
    """Return the source in a file; raise `SourceError` where it cannot be one."""
    return read(read_bytes(path), str(path))


def read(raw: bytes, place: str) -> SourceText:
    """Return the source that the bytes of a file hold; `place` is named where it cannot be one."""
    _refuse_other_format(raw, place)
    whole = _seen(decoded(_page_in(raw, place) if raw.startswith(_SAVED_WHOLE) else raw, place))
    text = whole.removeprefix("\ufeff")
    if not text.strip("\ufeff \t\r\n\u00a0"):
        raise SourceError(place, Phrase("the file is empty"), Phrase("save the page of the law again"))
    if sum(text.count(sign) for sign in "\n\r<{[") > _MOST_SIGNS:
        raise SourceError(place, Phrase("it has more lines and elements than any law"), _ONE_LAW)
    form = format_of(text)
    if form in {FileFormat.MARKDOWN, FileFormat.TEXT}:
        _refuse_long_lines(((number, len(line)) for number, line in enumerate(text.split("\n"), 1)), place)
    source = _READERS[form](text, place) if form in _READERS else read_plain(whole)
    if len(source.blocks) > MOST_LINES:
        raise SourceError(place, Phrase("it has more than %(most_lines)s lines", most_lines=f"{MOST_LINES:,}"),
                          _ONE_LAW)
    _refuse_long_lines(((block.line, len(block.text)) for block in source.blocks), place)
    if source.said.lang not in {None, *codes()}:
        raise SourceError(place, Phrase("it says that its language is %(lang)s", lang=repr(str(source.said.lang)[:20])),
                          Phrase("give a text in one of %(codes)s", codes=', '.join(codes())))
    return replace(source, findings=(*source.findings, *_lost(source),
                                     *private((block.line, block.text) for block in source.blocks)))


class _LongHeaderError(ValueError):
    """A header that no browser writes."""


class _ShortHeaders(Compat32):
    """Read headers as the library does, but none that would take it long: it copies the rest for each value."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Return name and value of a header."""
        if sum(map(len, sourcelines)) > _LONGEST_HEADER:
            raise _LongHeaderError
        return super().header_source_parse(sourcelines)


def _page_in(raw: bytes, place: str) -> bytes:
    """Return the page in a file, its address in front as browsers write it; raise `SourceError` where it has none."""
    again = Phrase("open the law in a browser and save the page again")
    if len(_HOLDING.findall(raw)) > _MOST_WITHIN:       # each stands in the one before, for all that the library knows
        raise SourceError(place, Phrase("more stands within each other in this file than any browser writes"), again)
    try:
        whole = message_from_bytes(raw, policy=_ShortHeaders())
    except _LongHeaderError:
        raise SourceError(place, Phrase("what stands above the page is longer than any browser writes"),
                          again) from None
    part = next((each for each in whole.walk() if each.get_content_type() == "text/html"), None)
    page = part.get_payload(decode=True) if part else None
    if not isinstance(page, bytes) or not page.strip():
        raise SourceError(place, Phrase("no page is in this file"), again)
    address = "".join(str(whole.get(_ADDRESS, "")).split())
    return f"<!-- saved from url=(0000){address} -->".encode() + page


def _seen(text: str) -> str:
    """Return a text without the signs that are not seen within its words, and with one sign for each letter."""
    return whole_letters(_UNSEEN.sub("", text))


def read_whole(raw: bytes, place: str) -> SourceText:
    """Return the source that the bytes of a file hold; raise `SourceError` also where it is a page that breaks off."""
    source = read(raw, place)
    half = next((finding for finding in source.findings if finding.kind == "half_page"), None)
    if half:
        raise SourceError(at_line(place, half.line or 1), half.message,
                          Phrase("save the page again, or its text as plain text"))
    return source


def _refuse_other_format(raw: bytes, place: str) -> None:
    told = next((name for begins, name in _OTHERS if raw.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(begins)), None)
    if told:
        raise SourceError(place, Phrase("this is a file in the format %(format)s, which is not read", format=told),
                          Phrase("save the page of the law in a browser, or its text as plain text"))


def format_of(text: str) -> FileFormat:
    """Return what a file is by what stands in it."""
    if is_akoma(text):
        return FileFormat.AKOMA
    if _MARKUP.match(text):
        return FileFormat.PAGE
    if _JSON.match(text):
        return FileFormat.OFFICIAL
    return FileFormat.MARKDOWN if _MARKDOWN.search(text) else FileFormat.TEXT


_READERS = {FileFormat.PAGE: read_html, FileFormat.AKOMA: read_akoma, FileFormat.OFFICIAL: read_official,
            FileFormat.MARKDOWN: read_markdown}


def _lost(source: SourceText) -> Iterator[Finding]:
    """Report characters that an earlier change of the encoding has lost; they stand as U+FFFD."""
    lost = [block for block in source.blocks if "\ufffd" in block.text]
    if lost:
        times = sum(block.text.count("\ufffd") for block in lost)
        yield Finding("lost_characters", Severity.ERROR,
                      f"{times} characters of the text were lost when it was saved in another encoding",
                      line=lost[0].line)


def decoded(raw: bytes, place: str) -> str:
    """Return the characters of a file: UTF-8, UTF-16, or what it declares of itself if all of it can be read so."""
    if unmarked := _unmarked(raw[:_BEGINNING]):
        raise SourceError(place, Phrase("this is not UTF-8"), _converted(unmarked))
    if wide := _WIDE.get(raw[:2]):
        return _decoded_as(wide, raw, place)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        declared = _CHARSET.search(raw[:_BEGINNING])
        if declared is None or declared[1].lower() not in {b"windows-1251", b"cp1251"}:
            raise SourceError(f"{place}, byte {error.start}",
                              Phrase("0x%(start)s is not UTF-8", start=f"{raw[error.start]:02X}"),
                              _converted(_likely(raw[:_BEGINNING])) if _is_other(raw) else _ANEW) from None
    mixed = _UTF8_CYRILLIC.search(raw)
    if mixed:
        raise SourceError(f"{place}, byte {mixed.start()}",
                          Phrase("the page says that it is windows-1251, but here it is UTF-8"),
                          Phrase("save the page again in one encoding"))
    return _decoded_as("windows-1251", raw, place)


def _converted(encoding: str) -> Phrase:
    return Phrase("convert the file, for example with: %(command)s", command=f"iconv -f {encoding} -t utf-8")


def _unmarked(raw: bytes) -> str | None:
    """Return the encoding of a text of wide characters that does not tell it, or that is not read; as UTF-8 it would
    be letters at random."""
    if raw.startswith(_WIDEST):
        return "utf-32"
    wide = ("utf-16le", raw[1::2]), ("utf-16be", raw[::2])
    return None if raw[:2] in _WIDE else next(
        (encoding for encoding, high in wide if high.count(4) + high.count(0) > _MANY * len(high)), None)


def _is_other(raw: bytes) -> bool:
    """Tell whether a text is in another encoding, and not in UTF-8 with some bytes that were lost."""
    read = raw[:_BEGINNING].decode("utf-8", "replace")
    return read.count("\ufffd") > _FEW_LOST * len(read)


def _likely(raw: bytes) -> str:
    """Return the encoding that Cyrillic bytes are likely in: most letters of a text are small ones."""
    small = {"windows-1251": range(0xE0, 0x100), "koi8-r": range(0xC0, 0xE0), "cp866": range(0xA0, 0xB0)}
    return max(small, key=lambda encoding: sum(raw.count(each) for each in small[encoding]))


def _decoded_as(encoding: str, raw: bytes, place: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(f"{place}, byte {error.start}",
                          Phrase("0x%(start)s is not %(encoding)s, which the page says that it is",
                                 start=f"{raw[error.start]:02X}", encoding=encoding),
                          Phrase("save the page again in one encoding")) from None


def _refuse_long_lines(lines: Iterable[tuple[int, int]], place: str) -> None:
    """Raise where a line is too long, of lines given by number and length."""
    long = next((number for number, length in lines if length > LONGEST_LINE), None)
    if long:
        raise SourceError(at_line(place, long),
                          Phrase("the line has more than %(longest_line)s characters",
                                 longest_line=f"{LONGEST_LINE:,}"),
                          Phrase("save the text of the law with its line ends"))
