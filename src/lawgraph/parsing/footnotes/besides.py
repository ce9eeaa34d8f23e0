"""Units of which a note may speak beside those that it names: by their place or look, or in brackets.

"The next two Articles" and "Art. 1 f." may be any, "the table" may be that of an annex; and of an article to which the
brackets lead, "(see Article 3, changed by it)", the act may have changed something too.
"""

from collections.abc import Iterable, Iterator, Set

from lawgraph.languages.scanner import Token, found, level, plain_pattern, scan
from lawgraph.languages.spoken import spoken
from lawgraph.languages.tables import Mark
from lawgraph.law.eid import LAW, Eid, Kind
from lawgraph.parsing.footnotes.clauses import addresses, units


def named_somehow(text: str, tokens: Iterable[Token], known: Set[Eid], lang: str) -> Iterator[Eid]:
    """Give what a block of a note may speak of beyond its targets."""
    words, plain = spoken(lang).words, level(text)
    if found(words.neighbours, plain):
        yield LAW
    if any(token.meaning is Mark.UNREAD and found(words.of_annex, token.text) is not None for token in tokens):
        yield from sorted(eid for eid in known if eid.kind is Kind.ANNEX and eid == eid.outermost)
    for led in plain_pattern(words.sees_changed).finditer(plain):
        yield from (eid.outermost for unit in units(scan(led["led"], lang), lang)
                    for eid in addresses(unit, None, frozenset(known)))
