"""How far a doubtful note reaches: where it stands, what it names, and what bears the mark that it hangs on."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from lawgraph.languages.letters import RAISED, SQUARED, SUPERSCRIPTS
from lawgraph.languages.scanner import scan
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.model import Provision, Unread, UnreadKind
from lawgraph.parsing.footnotes.references import address, units
from lawgraph.parsing.footnotes.vague_targets import opens_run, spread

_MARK = re.compile(rf"(?P<stars>[*]{{1,5}})|(?:\[\^?|<|\()?(?P<sign>\w{{1,4}})(?:\]:?|>|\))"
                   rf"|(?P<raised>[{SUPERSCRIPTS}]{{1,3}})|(?P<bare>[0-9]{{1,2}})(?=\s)")
_BORNE = re.compile(rf"\[\^?\w{{1,4}}\]|<\w{{1,4}}>|\(\w{{1,4}}\)|[{SUPERSCRIPTS}]+|[*]+")
_HANGING = re.compile(
    rf"(?:\[\^?\w{{1,4}}\]|<\w{{1,4}}>|(?<!\d|[{SQUARED}])[{SUPERSCRIPTS}]{{1,3}}|[*]{{1,5}})[.;:]?\Z")
_LOWERED = str.maketrans(SUPERSCRIPTS, "0123456789")


def widened(unread: Iterable[Unread], provisions: Sequence[Provision], lang: str) -> Iterator[Unread]:
    """Give what is not understood with all that it may speak of, where it is a note in a line of wording.

    The mark on which a note hangs is no wording, and where it ends nobody knows.
    """
    known, bearing = frozenset(provision.eid for provision in provisions), _marks_in(provisions)
    for each in unread:
        if each.kind is not UnreadKind.NOTE:
            yield each
            continue
        hanging = tuple(_marked(each, bearing))
        told = () if hanging and each.eids == (LAW,) else each.eids
        found = dict.fromkeys((*told, *_named(each, known, lang), *hanging))
        yield replace(each, eids=(LAW,) if LAW in found else tuple(found))
        if hanging and LAW not in hanging:
            yield Unread(UnreadKind.TEXT, hanging, (), each.span, each.text)
    for one in provisions:
        if any(text and _HANGING.search(text) for text in (one.heading, one.text)):
            yield Unread(UnreadKind.TEXT, (one.eid,), (), one.span, one.text or one.heading or "")


def _named(each: Unread, known: frozenset[Eid], lang: str) -> Iterator[Eid]:
    tokens = scan(each.text, lang)
    if any(opens_run(token, lang) for token in tokens):
        yield LAW
    for unit in units(tokens, lang):
        eid = address(unit, each.eids[0] if each.eids[0] != LAW else None, known)
        if eid.outermost in known:
            yield from spread(eid, known)


def _marks_in(provisions: Sequence[Provision]) -> Mapping[str, Sequence[Provision]]:
    """Return the provisions that bear each mark; "¹²" bears the mark "¹" too."""
    bearing: dict[str, list[Provision]] = defaultdict(list)
    for each in provisions:
        runs = {match[0] for match in _BORNE.finditer(f"{each.heading or ''} {each.text or ''}")}
        for mark in {mark for run in runs for mark in _parts(run)}:
            bearing[mark].append(each)
    return bearing


def _parts(run: str) -> Iterator[str]:
    if run[0] in "[<(":
        yield run
        return
    yield from (run[start:end] for start in range(len(run)) for end in range(start + 1, min(len(run), start + 5) + 1))


def _marked(each: Unread, bearing: Mapping[str, Sequence[Provision]]) -> Iterator[Eid]:
    """Give the provisions that bear the mark with which a note begins; of a mark that none bears, the law."""
    match = _MARK.match(each.text)
    if match is None:
        return
    sign = match["sign"] or match["bare"] or (match["raised"] or "").translate(_LOWERED)
    told = (match["stars"],) if match["stars"] else (
        f"[{sign}]", f"[^{sign}]", f"<{sign}>", f"({sign})", *([sign.translate(RAISED)] if sign.isdecimal() else []))
    found = [one.eid for mark in told for one in bearing.get(mark, ()) if one.span.line != each.span.line]
    yield from found
    if not found and (match["raised"] or match[0].startswith("[^")):
        yield LAW
