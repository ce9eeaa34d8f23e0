"""Read a page of the public system: the title and requisite in its header, the law in its text container.

The text ends where the page's `aftertext` begins; a page without it has been cut off, or is not the page it was. A page
without the container holds no law, and is refused with what it seems to be: the markup of the public system changes,
and a law that is read only in part must not pass for a whole one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import islice

from lxml import etree

from lawgraph.languages.spoken import codes, spoken, tagged
from lawgraph.languages.state import AS_OF, MISSING
from lawgraph.law.document import Finding, Severity
from lawgraph.law.errors import Phrase, SourceError
from lawgraph.reading.markup import line_of, read_markup, refuse_crowded, refuse_deep
from lawgraph.reading.requisites import is_standing, tells_end, with_requisite, words_of_repeal
from lawgraph.reading.source import (
    Line,
    Marked,
    Piece,
    Said,
    SourceText,
    compose,
    join,
    left_behind,
    share_beside,
    without_left,
)
from lawgraph.reading.tags import INLINE, classed, is_hidden, is_unseen, readable, text_of

_ADDRESS = re.compile(r"/(?P<lang>[a-z]{3})/(?:archive/)?docs/(?P<id>[A-Z][0-9]{2}[0-9A-Z]{6,9}_?)"
                      r"(?:/(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d{4}))?"
                      r"(?P<tab>/(?:info|history|links|download|compare))?/?$")
_ERROR = re.compile(r"\b(?P<code>40[0-9]|429|50[0-9])\b|not found|bad gateway|unavailable|" + MISSING, re.IGNORECASE)
_SAVED = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Mirrored from |Page saved with SingleFile\s+url:\s)"
                    r"(\S{1,300})\s")
_AS_OF = re.compile(rf"(?:{AS_OF})[\s:–-]{{0,9}}(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>\d{{4}})", re.IGNORECASE)
_BEGINNING = 4096
_CONTAINER = "div.container_gamma.text"
# Where a browser takes words for a comment or an instruction that it does not show.
_NO_MARKUP = re.compile(r"<(?=!(?!--|doctype\b|\[(?:if|endif)\b)|\?(?!xml)|/(?![a-z]))", re.IGNORECASE)
_AROUND = {"head", "header", "footer", "button", "select", "textarea", "label"}
_AROUND_NAMED = {"header", "menu", "modes", "footer", "tabs", "slogan", "container_aside", "container_bside"}
_STANDING, _GONE = {"status_new", "status_upd"}, "status_yts"
_TEXTS = {"text_new", "text_upd"}
_MOST_TITLES = 9
_SAVE_AGAIN = Phrase("open the law in a browser and save the page again")


def read_html(text: str, place: str) -> SourceText:
    """Return a page as a source; raise `SourceError` where it is no page that holds a law."""
    page = _page(text, place)
    containers = tuple(_containers(page))
    if not containers:
        raise _refusal(page, place)
    read = [(tuple(_plain(line) for line in lines if not _button().fullmatch(line.text)),
             (*found, *(each for line in lines for each in left_behind(line.text, line.line))))
            for lines, found in map(read_markup, containers)]
    if not any(lines for lines, _ in read):
        raise SourceError(place,
                          Phrase("the page breaks off: its text container (%(container)s) is empty",
                                 container=_CONTAINER),
                          _SAVE_AGAIN)
    head, said = _header(page, text)
    body = tuple(_in_order(page, [lines for lines, _ in read]))
    findings = [*(finding for _, found in read for finding in found), *share_beside(body), *_half(page, text)]
    return compose((*head, *body), said, findings)


def _plain(line: Line) -> Line:
    """Return a line without what a link has left behind at its end."""
    text = without_left(line.text).rstrip(" ")
    if len(text) >= len(line.text.rstrip(" ")):
        return line
    return replace(line, text=text, links=tuple(each for each in line.links if each.end <= len(text)))


@cache
def _button() -> re.Pattern[str]:
    """Return the words of what one presses on a page: a table is offered for download above it."""
    return re.compile("(?i)" + "|".join(f"(?:{spoken(code).layout.button})" for code in codes()))


def _page(text: str, place: str) -> etree._Element:
    refuse_crowded(text, place)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        page = etree.fromstring(_NO_MARKUP.sub("&lt;", readable(text)).encode(), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        page = None
    if page is None:
        raise SourceError(place, Phrase("the page is empty"), _SAVE_AGAIN)
    refuse_deep(parser, place)
    return page


def _containers(page: etree._Element) -> Iterator[etree._Element]:
    """Give the outermost elements that hold the text."""
    walker = etree.iterwalk(page, events=("start",), tag="div")
    for _, element in walker:
        if _is_container(element):
            walker.skip_subtree()
            yield element


def _is_container(element: etree._Element) -> bool:
    return classed(element, "container_gamma") and (classed(element, "text") or classed(element, "text_upd"))


def _in_order(page: etree._Element, read: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """Give the lines of the text, and in their places those outside its elements: a stray tag ends one early."""
    following = iter(read)
    for line in _outside(page):
        yield from next(following, ()) if line is None else (line,)
    for lines in following:
        yield from lines


def _outside(page: etree._Element) -> Iterator[Line | None]:
    """Give the lines outside the text up to its end, and `None` in the place of each element that holds it.

    Menus and headers are no lines, links none before the text.
    """
    walker = etree.iterwalk(page, events=("start", "end", "comment", "pi"))
    pieces: list[Piece] = []
    around: etree._Element | None = None
    begun = False
    for event, each in walker:
        if event == "start" and classed(each, "aftertext"):
            break
        if each.tag not in INLINE:
            yield from _beside(pieces)
            pieces = []
        text = each.text if event == "start" else each.tail
        if event == "start" and _is_container(each):
            walker.skip_subtree()
            begun, text, around = True, None, None
            yield None
        elif event == "start" and around is None and (_is_around(each) or (each.tag == "a" and not begun)):
            around = each
        around = None if event == "end" and each is around else around
        if text and around is None:
            pieces.append(Piece(text, line_of(each)))
    yield from _beside(pieces)


def _beside(pieces: Sequence[Piece]) -> Iterator[Line]:
    line = join(pieces)
    if line:
        yield replace(line, marked=Marked.BESIDE, margin=False)


def _is_around(element: etree._Element) -> bool:
    """Tell whether an element is one that pages are known to have around the text, or shows nothing."""
    names = f"{element.get('id') or ''} {element.get('class') or ''}".split()
    return element.tag in _AROUND or is_unseen(element) or not _AROUND_NAMED.isdisjoint(names)


def _half(page: etree._Element, text: str) -> Iterator[Finding]:
    if not any(classed(each, "aftertext") for each in page.iter("div")):
        yield Finding("half_page", Severity.ERROR, "the page breaks off: what follows the text (div.aftertext) is "
                      "missing, so the law may go on", line=text.rstrip().count("\n") + 1)


# The header

def _header(page: etree._Element, text: str) -> tuple[tuple[Line, ...], Said]:
    slogan = next((each for each in page.iter("div") if classed(each, "slogan")), None)
    inside = list(slogan.iter("h1", "p", "span")) if slogan is not None else []
    title = next((each for each in inside if each.tag == "h1"), None)
    numbered = next((each for each in inside if each.tag == "p" and (line := _line(each))
                     and any(letter.isdigit() for letter in line.text)), None)
    signs = [each for each in inside if each.tag == "span" and classed(each, "status")]
    heading, requisite = (_line(each) if each is not None else None for each in (title, numbered))
    said = replace(_addressed(page, text), title=heading.text if heading else None,
                   state=_words(signs[0]) if signs else None, retrieved=_as_of(text))
    told = requisite is not None and words_of_repeal(requisite.text) is not None
    notes = (*(note for each in signs if (note := _not_standing(each, told=told))),
             *(_beside_title(slogan, {title, numbered, *signs}) if slogan is not None else ()),
             *_ends_told(page, said.lang, signs))
    return (tuple(line for line in (heading, requisite, *notes) if line),
            with_requisite(said, requisite.text if requisite else None))


def _not_standing(sign: etree._Element, *, told: bool) -> Line | None:
    """Return a sign of state as a note, unless it says that the law stands, or that it has ended, which is `told`."""
    kinds = {each for each in (sign.get("class") or "").split() if each.startswith("status_")}
    words = tuple(filter(None, (_words(sign), sign.get("title"))))
    if (kinds <= _STANDING and all(map(is_standing, words))) or (told and kinds == {_GONE}):
        return None
    return Line(", ".join(words) or " ".join(kinds), line_of(sign), marked=Marked.NOTE)


def _beside_title(slogan: etree._Element, known: Set[etree._Element | None]) -> Iterator[Line]:
    """Give what else stands beside the title and the requisite, as notes; menus and links are none."""
    walker = etree.iterwalk(slogan, events=("start", "end", "comment", "pi"))
    pieces: list[Piece] = []
    for event, each in walker:
        around = event == "start" and each is not slogan and (_is_around(each) or each.tag == "a")
        if (event == "start" and each in known) or (around and not tells_end(text_of(each))):
            walker.skip_subtree()
        elif each is slogan and event == "end":
            break
        else:
            pieces.append(Piece((each.text if event == "start" else each.tail) or "", line_of(each)))
        if each.tag not in INLINE:
            yield from _noted(pieces)
            pieces = []
    yield from _noted(pieces)


def _noted(pieces: Sequence[Piece]) -> Iterator[Line]:
    line = join(pieces)
    if line:
        yield replace(line, marked=Marked.NOTE, margin=False)


def _ends_told(page: etree._Element, lang: str | None, signs: Iterable[etree._Element]) -> Iterator[Line]:
    """Give what says, where nothing of the law is looked for, that something has ended; so may the mark of the text.

    That mark tells nothing more where it repeats the sign of state, which has been read.
    """
    read = {kind.replace("status_", "text_") for each in signs for kind in (each.get("class") or "").split()}
    for each in page.iter():
        kinds = each.get("class", "").split() if _is_container(each) else ()
        yield from (Line(kind, line_of(each), marked=Marked.NOTE) for kind in kinds
                    if kind.startswith("text_") and kind not in _TEXTS | read)
        words = " ".join(_said_unseen(each).split())
        if words and tells_end(words, lang):
            yield Line(words, line_of(each), marked=Marked.NOTE)


def _said_unseen(each: etree._Element) -> str:
    if isinstance(each, etree._Comment) or each.tag == "title":
        return each.text or ""
    if each.tag == "meta":
        return each.get("content") or ""
    shown = (each.get("alt"), each.get("title"))
    return text_of(each) if is_hidden(each) or classed(each, "aftertext") else " ".join(filter(None, shown))


def _as_of(text: str) -> date | None:
    """Return the day in the footer on which the documents of the site stood as they do."""
    match = _AS_OF.search(text, max(text.rfind("aftertext"), 0))
    return _day(match) if match else None


def _line(element: etree._Element) -> Line | None:
    return join([Piece(text, line_of(element), bold=True) for text in _texts(element)])


def _texts(element: etree._Element) -> Iterator[str]:
    """Give the texts of an element of the header, without those of the sign of its state."""
    walker = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, each in walker:
        if event == "start" and classed(each, "status") and each is not element:
            walker.skip_subtree()
        elif event == "start":
            yield each.text or ""
        elif each is not element:
            yield each.tail or ""


def _words(element: etree._Element) -> str | None:
    return " ".join(text_of(element).split()) or None


def _addressed(page: etree._Element, text: str) -> Said:
    """Return what the page's own address says: identity, language, and the day of a past edition."""
    saved = (match[1] for match in _SAVED.finditer(text[:_BEGINNING]))
    found = [match for address in (*_addresses(page), *saved) if (match := _ADDRESS.search(address))]
    if not found:
        html_lang = (page.get("lang") or "").lower()[:3]
        return Said(lang=tagged(html_lang) or tagged(html_lang[:2]))
    own = found[0]
    path = own[0].removesuffix("/").removesuffix(own["tab"] or "")
    return Said(id=own["id"], lang=own["lang"], day=_day(own), address=f"https://adilet.zan.kz{path}")


def _day(address: re.Match[str]) -> date | None:
    try:
        return date(int(address["year"]), int(address["month"]), int(address["day"])) if address["year"] else None
    except ValueError:
        return None


def _addresses(page: etree._Element) -> Iterable[str]:
    """Give the addresses that name this page, the surest first: canonical ones, then those of its tabs."""
    yield from (each.get("href") or "" for each in page.iter("link") if each.get("rel") == "canonical")
    yield from (each.get("content") or "" for each in page.iter("meta")
                if each.get("property") == "og:url" or each.get("name") == "savepage-url")
    tabs = (each.get("href") or "" for each in page.iter("a"))
    yield from (address for address in tabs if (match := _ADDRESS.search(address)) and match["tab"])


# What is no page of a law

def _refusal(page: etree._Element, place: str) -> SourceError:
    titles = tuple(words for each in islice(page.iter("title", "h1"), _MOST_TITLES) if (words := _words(each)))
    title = titles[0] if titles else None
    named = f" ({title[:60]!r})" if title else ""
    if any(each.get("type") == "password" for each in page.iter("input")):
        return SourceError(place, Phrase("this is a page to log in%(named)s, not the text of a law", named=named),
                           _SAVE_AGAIN)
    if any(_ERROR.search(each) for each in titles):
        return SourceError(place, Phrase("this is an error page%(named)s, not the text of a law", named=named),
                           _SAVE_AGAIN)
    if any(classed(each, "slogan") or classed(each, "container_alpha") for each in page.iter("div")) \
            or any(_ADDRESS.search(address) for address in _addresses(page)):
        return SourceError(place,
                           Phrase("the page has no text container (%(container)s): its markup is not the known "
                                  "one, or it is another tab of the law", container=_CONTAINER),
                           Phrase("save the tab with the text; if it is that, report the page"))
    return SourceError(place,
                       Phrase("this is a page of another site%(named)s: it has no text container (%(container)s)",
                              named=named, container=_CONTAINER),
                       Phrase("save the page of the law from adilet.zan.kz, or its text as plain text"))
