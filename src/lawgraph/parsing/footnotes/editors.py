"""Notes of the editors of a page, which tell of no act."""

from lawgraph.languages.scanner import begins, label_end, level
from lawgraph.languages.spoken import spoken
from lawgraph.law.document import Finding, Severity, Unread, UnreadKind
from lawgraph.law.eid import LAW, Kind
from lawgraph.parsing.footnotes.doubts import NotePlace, NoteReading


def read_remark(text: str, place: NotePlace, lang: str) -> NoteReading:
    """Return what an editorial note, which tells of no act, says: nothing where it is a remark of a known form."""
    if is_known_remark(text, lang):
        return NoteReading((), ())
    where = LAW if place.eid is None or place.eid.outermost.kind is Kind.PREAMBLE else place.eid.outermost
    finding = Finding("unread_note", Severity.WARNING, f"a note is not read: {text[:300]!r}", place.eid,
                      line=place.span.line)
    return NoteReading((), (finding,), (Unread(UnreadKind.NOTE, (where,), (), place.span, text),))


def is_known_remark(text: str, lang: str) -> bool:
    """Tell whether a note that tells of no act is a label or a remark of a known form."""
    plain = level(text)
    rest = plain[label_end(plain, spoken(lang).notes.labels, lang):].strip(" *")
    remarks = tuple(rule for rule in spoken(lang).notes.openings if rule not in spoken(lang).notes.labels)
    return not rest or begins(rest, remarks, lang) is not None
