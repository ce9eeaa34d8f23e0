"""How far a doubtful note reaches: where it stands, what it names, and what bears the mark that it hangs on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawgraph.languages.numerals import RAISED, SUPERSCRIPTS
from lawgraph.languages.scanner import scan
from lawgraph.law.eid import LAW, Eid
from lawgraph.law.model import Provision, Unread, UnreadKind
from lawgraph.parsing.footnotes.references import address, units
from lawgraph.parsing.footnotes.vague_targets import opens_run, spread

_MARK = re.compile(rf"(?P<stars>[*]{{1,5}})|(?:\[\^?|<|\()?(?P<sign>\w{{1,4}})(?:\]:?|>|\))"
                   rf"|(?P<raised>[{SUPERSCRIPTS}]{{1,3}})|(?P<bare>[0-9]{{1,2}})(?=\s)")
_LOWERED = str.maketrans(SUPERSCRIPTS, "0123456789")


def widened(each: Unread, provisions: Sequence[Provision], lang: str) -> Unread:
    """Return what is not understood with all that it may speak of, where it is a note in a line of wording."""
    if each.kind is not UnreadKind.NOTE:
        return each
    known = frozenset(provision.eid for provision in provisions)
    found = dict.fromkeys((*each.eids, *_named(each, known, lang), *_marked(each, provisions)))
    return replace(each, eids=(LAW,) if LAW in found else tuple(found))


def _named(each: Unread, known: frozenset[Eid], lang: str) -> Iterator[Eid]:
    tokens = scan(each.text, lang)
    if any(opens_run(token, lang) for token in tokens):
        yield LAW
    for unit in units(tokens, lang):
        eid = address(unit, each.eids[0] if each.eids[0] != LAW else None, known)
        if eid.outermost in known:
            yield from spread(eid, known)


def _marked(each: Unread, provisions: Sequence[Provision]) -> Iterator[Eid]:
    """Give the provisions that bear the mark with which a note begins; of a mark that none bears, the law."""
    match = _MARK.match(each.text)
    if match is None:
        return
    sign = match["sign"] or match["bare"] or (match["raised"] or "").translate(_LOWERED)
    told = (match["stars"],) if match["stars"] else (
        f"[{sign}]", f"[^{sign}]", f"<{sign}>", f"({sign})", *([sign.translate(RAISED)] if sign.isdecimal() else []))
    bearing = [one.eid for one in provisions if one.span.line != each.span.line
               and any(mark in f"{one.heading or ''} {one.text or ''}" for mark in told)]
    yield from bearing
    if not bearing and (match["raised"] or match[0].startswith("[^")):
        yield LAW
