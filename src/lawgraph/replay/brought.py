"""Make provisions of the wordings that instructions quote, by the parser that reads laws.

Units that show their numbers are known by them; the others are matched by their order.
"""

from collections.abc import Sequence
from functools import lru_cache

from lawgraph.languages.amending import Level
from lawgraph.languages.spoken import spoken
from lawgraph.law.eid import Kind
from lawgraph.parsing.document import parse
from lawgraph.parsing.headings import read_heading
from lawgraph.reading.source import Line, Said, compose
from lawgraph.replay.instructions import QuotedWording
from lawgraph.replay.places import Unplaced
from lawgraph.replay.state import Node, law_of

_DIVISIONS = {Level.SECTION, Level.CHAPTER, Level.SUBCHAPTER, Level.ARTICLE, Level.ANNEX}
NUMBERED = {Level.PARAGRAPH: Kind.PARAGRAPH, Level.POINT: Kind.POINT, Level.ARTICLE: Kind.ARTICLE,
            Level.CHAPTER: Kind.CHAPTER, Level.SECTION: Kind.SECTION, Level.SUBCHAPTER: Kind.SECTION,
            Level.ANNEX: Kind.ANNEX}
"""The units that show their numbers, as kinds of provisions."""



def numbered(wordings: Sequence[QuotedWording], level: Level, lang: str) -> tuple[Node, ...]:
    """Return the units of a level that wordings show; raise `Unplaced` where they show anything else."""
    if level is Level.SUBCHAPTER:
        raise Unplaced("unclear_wording")
    if level in _DIVISIONS:
        return tuple(part for each in wordings for part in _parsed(_joined(each.lines, lang), lang).parts)
    return tuple(node for each in wordings for node in _below_article(each.lines, NUMBERED[level], lang))


def _joined(lines: tuple[str, ...], lang: str) -> tuple[str, ...]:
    """Join headings that were broken over two paragraphs: the second begins with a small letter."""
    whole: list[str] = []
    for line in lines:
        if whole and line[:1].islower() and read_heading(whole[-1], lang):
            whole[-1] = f"{whole[-1]} {line}"
        else:
            whole.append(line)
    return tuple(whole)


def _below_article(lines: tuple[str, ...], kind: Kind, lang: str) -> tuple[Node, ...]:
    article = _article(lines, lang)
    units = [part for part in article.parts if part.kind is kind]
    trailing = article.parts[len(units):]
    if article.text or not units or any(part.kind is not Kind.ALINEA for part in trailing):
        raise Unplaced("unclear_wording")
    last = units[-1]
    return (*units[:-1], Node(last.kind, last.number, last.heading, last.text, (*last.parts, *trailing)))


def part(lines: tuple[str, ...], number: str, lang: str) -> Node:
    """Return a part with its list as the own text and parts of a node; it may show the number of what it opens."""
    article = _article(lines, lang)
    shown = [each for each in article.parts if each.kind is Kind.PARAGRAPH]
    node = shown[0] if len(shown) == 1 and not article.text and number in ("", shown[0].number) else article
    if node.text is None or (node is article and shown):
        raise Unplaced("unclear_wording")
    return node


def note(lines: tuple[str, ...], lang: str) -> Node:
    """Return the note of an article that a wording shows."""
    notes = [each for each in _article(lines, lang).parts if each.kind is Kind.NOTE]
    if len(notes) != 1:
        raise Unplaced("unclear_wording")
    return notes[0]


def heading(lines: Sequence[str], lang: str) -> str:
    """Return the heading that a wording shows, without the number of its unit."""
    told = read_heading(lines[0], lang)
    own = lines[0][told.offset:] if told else lines[0]
    return " ".join(each.strip() for each in (own, *lines[1:]) if each.strip())


def _article(lines: tuple[str, ...], lang: str) -> Node:
    opened = spoken(lang).speech.units[Kind.ARTICLE].format("1")
    return _parsed((opened, *lines), lang).parts[0]


@lru_cache(maxsize=64)
def _parsed(lines: tuple[str, ...], lang: str) -> Node:
    read = parse(compose((Line(each.strip(), place, margin=read_heading(each, lang) is not None)
                          for place, each in enumerate(lines, 1) if each.strip()), Said(), ()), lang)
    # A wording shows some numbers of a list: what stands before and between them is not lost.
    gaps = {each.line for each in read.findings if each.kind == "gap_in_numbering"}
    if not read.provisions or any(not (each.text.startswith("…") and each.span.line in gaps) for each in read.unread):
        raise Unplaced("unclear_wording")
    return law_of(read.provisions, None)
