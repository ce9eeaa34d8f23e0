"""How a language words the amendment of laws, as data: its words for units, verbs and marks.

How instructions are read stands in `replay`; a form is told by the verb and by what stands around it.
"""

from dataclasses import dataclass
from enum import StrEnum

from lawgraph.languages.letters import NEVER
from lawgraph.law.authors import ActKind


class Level(StrEnum):
    """Units as instructions name them, from the law down: a part (часть) is a paragraph in codes, else an alinea."""

    LAW = "law"
    CONTENTS = "contents"
    PREAMBLE = "preamble"
    SECTION = "section"
    CHAPTER = "chapter"
    SUBCHAPTER = "subchapter"
    ANNEX = "annex"
    ARTICLE = "article"
    HEADING = "heading"
    TEXT = "text"
    NOTE = "note"
    TABLE = "table"
    PARAGRAPH = "paragraph"
    ROW = "row"
    COLUMN = "column"
    PART = "part"
    POINT = "point"
    INDENT = "indent"
    SENTENCE = "sentence"

    @property
    def rank(self) -> int:
        """Its depth: what has a greater one may lie within it; a heading takes an article or what encloses one."""
        return _RANKS[self]


_RANKS = {level: rank for rank, levels in enumerate((
    (Level.LAW,), (Level.CONTENTS, Level.PREAMBLE), (Level.SECTION,), (Level.CHAPTER,), (Level.SUBCHAPTER,),
    (Level.ANNEX, Level.ARTICLE), (Level.HEADING, Level.TEXT, Level.NOTE, Level.TABLE), (Level.PARAGRAPH, Level.ROW),
    (Level.PART, Level.COLUMN), (Level.POINT,), (Level.INDENT,), (Level.SENTENCE,))) for level in levels}


class Case(StrEnum):
    """What a unit is in its sentence: acted upon, the place of an edit, the whole of another one, what is added."""

    OBJECT = "object"
    WHERE = "where"
    OF = "of"
    WITH = "with"


class Sense(StrEnum):
    """What a stretch of an instruction means, beside units and their numbers."""

    RESTATE = "restate"
    RESTATE_BY_ANNEX = "restate_by_annex"
    STRIKE = "strike"
    SUPPLEMENT = "supplement"
    REPLACE = "replace"
    RENUMBER = "renumber"
    SWAP = "swap"
    REPEAL = "repeal"
    UNCHANGED = "unchanged"
    IN = "in"
    AFTER = "after"
    BEFORE = "before"
    SEARCHED = "searched"
    PUT = "put"
    FOLLOWING = "following"
    RESPECTIVELY = "respectively"
    THROUGHOUT = "throughout"
    EXCEPT = "except"
    INFLECTED = "inflected"
    AND = "and"
    COMMA = "comma"
    DASH = "dash"
    SEMICOLON = "semicolon"
    COLON = "colon"
    STOP = "stop"
    BY_ANNEX = "by_annex"
    BRING_BY_ANNEX = "bring_by_annex"
    ITSELF = "itself"
    FILLER = "filler"
    OF_ACT = "of_act"
    UNIT = "unit"
    NUMBER = "number"
    QUOTE = "quote"
    UNREAD = "unread"


VERBS = frozenset({Sense.RESTATE, Sense.RESTATE_BY_ANNEX, Sense.STRIKE, Sense.SUPPLEMENT, Sense.REPLACE, Sense.RENUMBER,
                   Sense.SWAP, Sense.REPEAL, Sense.UNCHANGED})


@dataclass(frozen=True, slots=True)
class UnitForms:
    """Hold the words for a unit in one case, as a pattern for one word; `plural` tells which of them are plurals."""

    level: Level
    case: Case
    words: str
    plural: str = NEVER


@dataclass(frozen=True, slots=True)
class Amending:
    """Hold the words of amendments; what is text is a pattern.

    Phrases and words are sought in their order, the first match first.
    """

    units: tuple[UnitForms, ...] = ()
    phrases: tuple[tuple[Sense, str], ...] = ()  # signs of several words
    words: tuple[tuple[Sense, str], ...] = ()  # signs of one word
    ordinals: tuple[tuple[str, int], ...] = ()  # words that count
    tens: tuple[tuple[str, int], ...] = ()  # their tens
    named: tuple[tuple[str, str], ...] = ()  # marks that are told by their names
    lead_in: str = NEVER  # ends a paragraph that leads in a wording
    reads_on: str = NEVER  # what may stand behind a quotation
    no_step: str = NEVER  # tells that a number at the start of a line counts no step
    article: str = NEVER  # begins an article of an act
    preamble: str = NEVER  # introduces the items of an act
    translated: str = NEVER  # does so in a translation, which proves nothing
    by_list: str = NEVER  # approves a list, in an annex, of acts that are amended
    approves: str = NEVER  # tells in a title that the act approves a text
    approved: str = NEVER  # tells that a text was approved by the act that is amended
    approved_in: str = NEVER  # a heading that names such a text: its inflected word, and the rest of its title
    approved_before: str = NEVER  # such a text named before what is done in it, which is the clause
    approved_behind: str = NEVER  # such a text named behind a unit of it
    approved_again: str = NEVER  # such a text that was named before, by its first word, the noun
    approves_text: str = NEVER  # such a text in the title of the act that approves it
    approving: str = NEVER  # begins a point by which an act approves a text
    approved_by: str = NEVER  # such a text named before the act that approved it
    joint: str = NEVER  # names a further issuer of an act, up to its day
    by_participle: str = NEVER  # what stands between the name of an act and the one change that is told in its line
    repeals_others: str = NEVER  # in the title of an act: that it repeals others
    entitled: str = NEVER  # the title of an act that amends others, beside what else it does
    several: str = NEVER  # tells that a point lists acts that are amended
    many: str = NEVER  # tells that the items name their laws
    kinds: tuple[tuple[ActKind, str], ...] = ()  # tell the kind of the law that is amended
    title_begins: str = NEVER  # begins its title
    target_words: str = NEVER  # what else may stand around it
    gazettes: str = NEVER  # opens the list of its printings
    entry: str = NEVER  # a printing in that list
    named_act: str = NEVER  # begins an act that is named in that list
    partial: str = NEVER  # an extent that is told in words
    operates: str = NEVER  # tells of commencement
    of_this: str = NEVER  # tells that a part is of an order, a resolution or the like that speaks
    since_start: str = NEVER  # counts a time from the commencement: its count, of months or of years
    draft: str = NEVER  # begins a line that tells of a draft
    applies: str = NEVER  # tells how something applies meanwhile
    suspends: str = NEVER  # tells that something pauses
    lasts: str = NEVER  # parts, with the days since and until which they are valid
    until_these: str = NEVER  # begins a list of units that pause until a day
    until_then: tuple[str, ...] = ()  # one unit that reads otherwise until a day
    until_then_of: tuple[str, ...] = ()  # one of another law that does
    role_behind: bool = False  # whether a quotation stands before its noun
