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
    AND = "and"
    COMMA = "comma"
    DASH = "dash"
    SEMICOLON = "semicolon"
    COLON = "colon"
    STOP = "stop"
    FILLER = "filler"
    UNIT = "unit"
    NUMBER = "number"
    QUOTE = "quote"
    UNREAD = "unread"


VERBS = frozenset({Sense.RESTATE, Sense.RESTATE_BY_ANNEX, Sense.STRIKE, Sense.SUPPLEMENT, Sense.REPLACE, Sense.RENUMBER,
                   Sense.REPEAL, Sense.UNCHANGED})


@dataclass(frozen=True, slots=True)
class UnitForms:
    """Hold the words for a unit in one case, as a pattern for one word; `plural` tells which of them are plurals."""

    level: Level
    case: Case
    words: str
    plural: str = NEVER


@dataclass(frozen=True, slots=True)
class Amending:
    """Hold the words of amendments as patterns.

    `phrases` are signs of several words, `words` of one, first match first; `ordinals` and `tens` are words that count;
    `named` are marks told by their names. `lead_in` ends a paragraph that leads in a wording; `reads_on` is what may
    stand behind a quotation; `no_step` what tells that a number at the start of a line counts no step. `article`
    begins an article of an act, `preamble` what introduces its items, `many` that they name their laws; `target` tells
    a target by its kinds, `gazettes` opens its list of printings; `entry`, `printed` and `named_act` read that list.
    `partial` is an extent told in words, `excepts` begins or ends exceptions, `operates` tells of commencement,
    `own_article` names the article of the act in references; `lasts` tells of
    parts with the days since and until which they are valid, `until_then` of one unit that reads otherwise until a day, `until_these` begins a list of such; `role_behind` tells that a quotation stands before its
    noun.
    """

    units: tuple[UnitForms, ...] = ()
    phrases: tuple[tuple[Sense, str], ...] = ()
    words: tuple[tuple[Sense, str], ...] = ()
    ordinals: tuple[tuple[str, int], ...] = ()
    tens: tuple[tuple[str, int], ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    lead_in: str = NEVER
    reads_on: str = NEVER
    no_step: str = NEVER
    article: str = NEVER
    preamble: str = NEVER
    many: str = NEVER
    kinds: tuple[tuple[ActKind, str], ...] = ()
    title_begins: str = NEVER
    target_words: str = NEVER
    gazettes: str = NEVER
    entry: str = NEVER
    named_act: str = NEVER
    partial: str = NEVER
    operates: str = NEVER
    since_start: str = NEVER
    draft: str = NEVER
    applies: str = NEVER
    suspends: str = NEVER
    lasts: str = NEVER
    until_these: str = NEVER
    until_then: tuple[str, ...] = ()
    role_behind: bool = False
