"""Give numbered lines and plain wording of one unit their places: paragraphs, points, subpoints, indents, parts.

A block without a number is an indent after a colon, else the next part (часть) of its paragraph or article, or of its
point where the list of points goes on behind it. Points after a point that ends with a colon are its subpoints. A
number whose mark is missing or wrong is read where the list expects just this number, and reported.
"""

import re

from lawgraph.languages.letters import behind_few, count, follows
from lawgraph.languages.spoken import spoken
from lawgraph.law.document import Role, Severity, UnreadKind
from lawgraph.law.eid import Eid, Kind
from lawgraph.parsing.doubtful import (
    Look,
    holds_note,
    is_marked,
    lacks_formula,
    look_of,
    names_act,
    odd_number,
    quotes_left_open,
    remark_end,
)
from lawgraph.parsing.numbering import (
    Label,
    has_levels,
    leads_on,
    numbers_row,
    read_bare,
    read_before_number,
    read_further,
    read_label,
    read_letter,
    read_listed,
    read_run,
)
from lawgraph.parsing.outline import Draft, Outline, address
from lawgraph.reading.source import Block

_DEEPEST = 8
_BEFORE_YEARS = 999
"""The last number that is one wherever it stands; a larger one is a year, but where a list comes to it."""
_PLAIN_ONE = re.compile(r"1\s[^\W\d_]")
_DASHES = ("- ", "– ", "— ", "-\u00a0", "–\u00a0", "—\u00a0")


class Body:
    """Walk over the lines of a unit and remember which paragraph, list and indents are open."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.base: Draft | None = None
        self.scope: Draft | None = None
        self.paragraph: Draft | None = None
        self._holder: Draft | None = None
        self._point: Draft | None = None
        self._subpoint: Draft | None = None
        self._last: Draft | None = None
        self._unread: Eid | None = None
        self._notes: int | None = None
        self._quotes = 0
        self._quoted = False
        self._open_ends = (";", *spoken(outline.lang).layout.open_ends)

    def enter(self, base: Draft, scope: Draft | None) -> None:
        """Begin a unit; `scope` is the article or annex whose address its paragraphs carry."""
        self.base, self.scope, self._unread, self._notes = base, scope, None, None
        self._quotes = 0
        self.paragraph = None
        self._hold(base)

    def leave_unread(self, base: Draft, scope: Draft | None) -> None:
        """Begin a unit whose address is taken: nothing of it is read up to the next unit."""
        self.enter(base, scope)
        self._unread = base.eid

    @property
    def unread(self) -> Eid | None:
        """The address whose repetition is being passed over."""
        return self._unread

    @property
    def untouched(self) -> Draft | None:
        """The unit, where nothing of its wording has come yet."""
        return self.base if self._last is self.base and self.base and not self.base.texts else None

    def take(self, block: Block, label: Label | None, upcoming: Label | None) -> None:
        """Give a line to its owner; `upcoming` is the next number in the unit."""
        self._quoted, self._quotes = self._quotes > 0, max(self._quotes + quotes_left_open(block.text), 0)
        if not self._unread and (self._listed(block, label) or self._note(block, label)):
            return
        label = self._expected(block, label, upcoming)
        if self._unread and not (label and label.kind is Kind.PARAGRAPH and self._unread.kind is Kind.PARAGRAPH):
            self.outline.own(block, Role.UNREAD, self._unread)
        elif label is None or self._several(block, label):
            if label is None:
                self._wording(block, upcoming)
        elif label.kind is Kind.PARAGRAPH:
            self._open_paragraph(block, label)
        elif label.kind is Kind.POINT:
            self._open_point(block, label)
        else:
            self._open_subpoint(block, label, self._point or self._holder)

    def quote(self, block: Block) -> None:
        """Give a line inside quotation marks to the provision that quotes it."""
        self._quotes = 0
        if self._unread or self._last is None:
            self.outline.own(block, Role.UNREAD, self._unread)
        else:
            self.outline.fill(self._last, block.text, block)

    # Numbers

    def _expected(self, block: Block, label: Label | None, upcoming: Label | None) -> Label | None:
        """Return the label as the open list reads it."""
        if label is None and not block.row and (before_number := read_before_number(block.text)):
            return self._before_number(block, before_number, upcoming)
        if label is None and block.text[0].isdigit() and not block.row:
            return self._bare_point(block, upcoming) or self._bare_paragraph(block, upcoming)
        if label is None:
            return self._letter(block)
        if label.count[0] > _BEFORE_YEARS and not self._is_due(label):
            return None
        if label.kind is Kind.PARAGRAPH and self._must_be_point(label, upcoming):
            self._report(block, "number_without_bracket", f"the list expects {label.numbers[0]}) here")
            return Label(Kind.POINT, label.numbers, label.offset)
        return label

    def _is_due(self, label: Label) -> bool:
        before = self.paragraph if label.kind is Kind.PARAGRAPH else self._point
        return follows(before.count if before else (0,), label.count)

    def _before_number(self, block: Block, label: Label, upcoming: Label | None) -> Label | None:
        """Read "2. 30 days" as paragraph 2 where 2 is due; elsewhere nobody knows what its numbers are."""
        if self._is_due(label):
            return label
        if self._must_be_point(label, upcoming):
            return Label(Kind.POINT, label.numbers, label.offset)
        self.outline.doubt_two_numbers(label.numbers[0], self.base.eid if self.base else None, block)
        return None

    def _must_be_point(self, label: Label, upcoming: Label | None) -> bool:
        """Tell whether "2." stands where 2) must stand: after 1), before 3), and no paragraph 2 is due."""
        due = self.paragraph.count if self.paragraph else (0,)
        return (self._point is not None and follows(self._point.count, label.count) and not follows(due, label.count)
                and leads_on(label, upcoming, Kind.POINT))

    def _bare_point(self, block: Block, upcoming: Label | None) -> Label | None:
        label = read_bare(block.text, Kind.POINT)
        if label is None or not self._is_due(label):
            return None
        open_list = self._last.tail.endswith(self._open_ends) if self._point and self._last else False
        begins = self._point is None and self._last is not None and self._last.introduces
        if not open_list and not ((begins or self._point) and leads_on(label, upcoming, Kind.POINT)):
            return None
        self._report(block, "number_without_bracket", f"the list expects {label.numbers[0]}) here")
        return label

    def _bare_paragraph(self, block: Block, upcoming: Label | None) -> Label | None:
        label = read_bare(block.text, Kind.PARAGRAPH)
        if label is None or not self._is_due(label) or not leads_on(label, upcoming, Kind.PARAGRAPH):
            return None
        if not block.text[label.offset].isupper():
            return None
        self._report(block, "number_without_dot", f"paragraph {label.numbers[0]} must stand here")
        return label

    def _letter(self, block: Block) -> Label | None:
        earlier = self._subpoint.count if self._subpoint and self._subpoint.lettered else (0,)
        return next((label for label in read_letter(block.text, self.outline.lang)
                     if label.count == (1,) or follows(earlier, label.count)), None)

    def _report(self, block: Block, kind: str, expected: str) -> None:
        self.outline.find(kind, Severity.WARNING, block, self._holder.eid if self._holder else None,
                          f"“{block.text[:24]}” begins with a number without its mark; {expected}")

    def _several(self, block: Block, label: Label) -> bool:
        """Read "3), 4) are excluded": several provisions on one line."""
        point = self._point.count if self._point else (0,)
        due = point if label.kind is Kind.POINT else self.paragraph.count if self.paragraph else (0,)
        further = read_further(block.text, label, self.outline.lang) or read_run(label, due)
        return further is not None and self._gone_together(block, further)

    def _listed(self, block: Block, label: Label | None) -> bool:
        """Read "7, 8. Excluded …": several provisions behind one mark."""
        listed = read_listed(block.text, self.outline.lang) if label is None and block.text[0].isdigit() else None
        return listed is not None and self._gone_together(block, listed)

    def _gone_together(self, block: Block, further: Label) -> bool:
        """Take several provisions of which one line tells that they are excluded."""
        label = further
        outer = self.scope if label.kind is Kind.PARAGRAPH else self._holder
        eids = tuple(address(outer, label.kind, number) for number in further.numbers)
        rest = block.text[further.offset:]
        if self.outline.read_editorial(rest, eids, block) is None or any(eid in self.outline.drafts for eid in eids):
            return False
        within = self._within(label.kind)
        opened = [self.outline.open(eid, eid.number, within, block) for eid in eids]
        drafts = [draft for draft in opened if draft]
        self.outline.editorial(rest, drafts, block)
        self._last = drafts[-1]
        if label.kind is Kind.PARAGRAPH:
            self.paragraph = drafts[-1]
            self._hold(drafts[-1])
        else:
            self._point = drafts[-1]
        return True

    def _within(self, kind: Kind) -> Eid | None:
        outer = self.base if kind is Kind.PARAGRAPH else self._holder
        return outer.eid if outer and outer.kind is not Kind.PREAMBLE else None

    def _open_paragraph(self, block: Block, label: Label) -> None:
        eid = address(self.scope, Kind.PARAGRAPH, label.numbers[0])
        draft = self._open(eid, label, self._within(Kind.PARAGRAPH), block)
        self._unread = None if draft else eid
        self.paragraph = draft
        if draft:
            self._hold(draft)

    def _open_point(self, block: Block, label: Label) -> None:
        point, sub = self._point, self._subpoint
        begins = label.count == (1,) and self._last is not None and self._last.introduces
        if point and (begins or (sub and not sub.lettered and follows(sub.count, label.count))):
            self._open_subpoint(block, label, point)
            return
        holder = self._holder
        draft = self._open(address(holder, Kind.POINT, label.numbers[0]), label, holder.eid if holder else None, block)
        if draft:
            self._point, self._subpoint = draft, None

    def _open_subpoint(self, block: Block, label: Label, outer: Draft | None) -> None:
        eid = address(outer, Kind.SUBPOINT, label.numbers[0])
        self._subpoint = self._open(eid, label, outer.eid if outer else None, block) or self._subpoint

    def _open(self, eid: Eid, label: Label, within: Eid | None, block: Block) -> Draft | None:
        number = block.text[0] if label.kind is Kind.SUBPOINT and block.text[0].isalpha() else label.numbers[0]
        draft = self.outline.open(eid, number, within, block)
        if draft:
            self.outline.fill(draft, block.text[label.offset:], block)
            self._last = draft
        return draft

    def _hold(self, draft: Draft) -> None:
        """Let points from here on belong to `draft`."""
        self._holder = self._last = draft
        self._point = self._subpoint = None

    # Notes of the law

    def _note(self, block: Block, label: Label | None) -> bool:
        """Take a note of an article or a form («Примечание. …»), or what stands behind a bare label («Примечания.»)."""
        if self.base is None or not self._may_have_notes or self._quoted or block.row or block.marked:
            return False
        offset = None if label else remark_end(block.text, self.outline.lang)
        if offset is None:
            return self._notes is not None and self._labelled_note(block, label)
        if holds_note(block.text, self.outline.lang):
            return False
        rest = read_label(block.text[offset:])
        if offset == len(block.text):
            self._notes = 0
            self.outline.own(block, Role.PROVISION, self.base.eid)
        elif rest and rest.kind is Kind.PARAGRAPH:
            self._notes = 0
            self._open_note(block, rest.numbers[0], offset + rest.offset)
        else:
            self._open_note(block, None, offset)
        return True

    @property
    def _may_have_notes(self) -> bool:
        """Tell whether notes are addressed in the open unit: in an article, and in an annex that numbers nothing."""
        kind, notes = self.base.kind if self.base else None, self._notes is not None
        return kind is Kind.ARTICLE or (kind is Kind.ANNEX and (notes or self.paragraph is None))

    def _labelled_note(self, block: Block, label: Label | None) -> bool:
        """Take a numbered note, or the only one below its label; points below the label are those of one note."""
        number = label or read_before_number(block.text)
        if number and number.kind is Kind.PARAGRAPH:
            self._open_note(block, number.numbers[0], number.offset)
            return True
        if self._notes == 0:
            self._notes = None
            self._open_note(block, None, 0 if label is None else None)
            return label is None
        return False

    def _open_note(self, block: Block, number: str | None, offset: int | None) -> None:
        """Open a note; one whose number is not due may be a paragraph of the article that goes on."""
        article = self.base
        if article is None:
            return
        if number and not follows((self._notes or 0,), count(number)):
            self.outline.doubt(UnreadKind.TEXT, article.eid, block)
        draft = self.outline.open(article.eid.child(Kind.NOTE, number or "1"), number, article.eid, block)
        if draft:
            self._notes = count(number)[0] if number else self._notes
            self.paragraph = draft
            self._hold(draft)
            if offset is not None:
                self.outline.fill(draft, block.text[offset:], block)

    # Wording

    def _wording(self, block: Block, upcoming: Label | None) -> None:
        if self._last and not block.row and lacks_formula(self._last.tail, block.text, self.outline.lang):
            self.outline.miss_formula(self._last, block)
            if not any(map(str.isalpha, block.text)):
                self.outline.fill(self._last, block.text, block)
                return
        last, look = self._last, None if self._quoted else self._look(block)
        if self.untouched and look and self.outline.editorial(block.text, (self.untouched,), block):
            return
        if look is not None:
            self.outline.doubt_line(look, self.base.eid if self.base else None, block)
        if not (block.row or numbers_row(block.text) or self._lists_act(block)):
            self._odd_number(block)
            if has_levels(block.text):
                self.outline.doubt_levels(self.base.eid if self.base else None, block)
        if last is None:
            self._preamble(block)
        elif (not last.texts and not last.excluded) or self._is_cell(block, last):
            self.outline.fill(last, block.text, block)
        elif look is None and _breaks_off(last, block):
            self.outline.fill(last, block.text, block)
            last.join()
        else:
            listed = self._list_of(block, last)
            self._indent(block, listed) if listed else self._part(block, upcoming)

    def _look(self, block: Block) -> Look | None:
        look = look_of(block.text, self.outline.lang)
        return None if look is not Look.HALF and self._lists_act(block) else look

    def _lists_act(self, block: Block) -> bool:
        """Tell whether a line of a list is nothing but an act, or a unit of one: "paragraph 2 of order No. 5"."""
        listed = self._last and not block.text[0].isupper() and self._list_of(block, self._last)
        return bool(listed) and names_act(block.text, self.outline.lang)

    def _odd_number(self, block: Block) -> None:
        """Doubt a line that begins with a number that may come here, in a form in which none is read: "(2) …"."""
        here, due = odd_number(block.text, self.outline.lang), (self.paragraph, self._point, self._subpoint)
        comes = behind_few if is_marked(block.text) else follows
        if here and any(comes(each.count if each else (0,), here) for each in due
                        if each or here != (1,) or self._may_open_list(block)):
            self.outline.doubt(UnreadKind.TEXT, self.base.eid if self.base else None, block)
            self._report(block, "odd_number_of_unit", "it may be the next of a list, and is read as wording")

    def _may_open_list(self, block: Block) -> bool:
        """Tell whether the first number of a list may stand here: nothing came yet, or what it is a list of."""
        stands = self._last is not None and (not self._last.texts or self._last.introduces)
        return stands and _PLAIN_ONE.match(block.text) is None

    def _preamble(self, block: Block) -> None:
        draft = self.outline.open(address(None, Kind.PREAMBLE), None, None, block)
        if draft:
            self.enter(draft, None)
            self.outline.fill(draft, block.text, block)

    def _is_cell(self, block: Block, last: Draft) -> bool:
        goes_on = block.row and "\t" in last.tail  # a row with words in one of its cells only
        return bool(last.texts) and (block.tabular or block.after_cell or goes_on)

    def _list_of(self, block: Block, last: Draft) -> Draft | None:
        """Return the provision whose indent a block is, `None` where it is none."""
        if last.introduces and last.eid.count("__") < _DEEPEST:
            return last
        if last.kind is Kind.INDENT and last.within:
            same_list = last.tail.endswith(self._open_ends) or block.text.startswith(_DASHES)
            return self.outline.drafts[last.within] if same_list else None
        return last if block.text.startswith(_DASHES) else None

    def _indent(self, block: Block, outer: Draft) -> None:
        self._add(outer.next_indent(), outer, block)

    def _part(self, block: Block, upcoming: Label | None) -> None:
        point = self._point
        if point and upcoming and upcoming.kind is Kind.POINT and follows(point.count, upcoming.count):
            self._add(point.next_part(), point, block)
            return
        outer = self.paragraph or self.base
        if outer is not None:
            draft = self._add(outer.next_part(), outer, block)
            if draft:
                self._hold(draft)

    def _add(self, eid: Eid, outer: Draft, block: Block) -> Draft | None:
        draft = self.outline.open(eid, None, outer.eid, block)
        if draft:
            self.outline.fill(draft, block.text, block)
            self._last = draft
        return draft


def _breaks_off(last: Draft, block: Block) -> bool:
    """Tell whether a line is the rest of the sentence above, cut where a page of print had its edge."""
    return last.kind is not Kind.INDENT and last.tail[-1:].isalpha() and block.text[0].islower() and not block.row
