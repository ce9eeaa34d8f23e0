"""The grammar of footnotes as data: what the scanner knows in each language.

A language is a set of tables. Each rule names itself, carries a real example, and gives the meaning that its match
stands for. Patterns may use `{day}`, `{number}`, `{count}`, `{numbers}`, `{ordinal}` and `{month}`, which the scanner
fills in. Free stretches are bounded, so that reading stays linear on a hostile note.
"""

from dataclasses import dataclass
from enum import StrEnum

from lawgraph.authors import ActKind
from lawgraph.model import Action, Kind, RuleKind


class NoteKind(StrEnum):
    """What one block of a source is, where it is not wording of the law."""

    FOOTNOTE = "footnote"
    CONTINUATION = "continuation"
    NOTE = "note"
    EDITORIAL = "editorial"


class Mark(StrEnum):
    """What a stretch of a footnote stands for, beside units, verbs, acts and clauses."""

    DAY = "day"
    NUMBER = "number"
    ISSUER = "issuer"
    ADDS = "adds"
    PENDING = "pending"
    UNTIL = "until"
    THROUGHOUT = "throughout"
    WORDS = "words"
    QUOTE = "quote"
    TARGETS = "targets"
    REMARK = "remark"
    ENFORCED = "enforced"
    FILLER = "filler"
    OPENS = "opens"
    CLOSES = "closes"
    ENDS = "ends"
    UNREAD = "unread"


class Nesting(StrEnum):
    """Which unit a language names first: "paragraph 2 of Article 6" or "6-баптың 2-тармағы"."""

    SMALLER_FIRST = "smaller_first"
    LARGER_FIRST = "larger_first"


Meaning = Action | ActKind | Kind | RuleKind | NoteKind | Mark


@dataclass(frozen=True, slots=True)
class Rule:
    """Read one form: `pattern` matches all of `example` and means `meaning`.

    `then` is what stands behind the example in print, for rules that look ahead.
    """

    name: str
    pattern: str
    example: str
    meaning: Meaning
    then: str = ""


Numerals = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Language:
    """Hold the tables of one language.

    `days` read days; `tokens` read footnotes, first match first; `openings` tell what a block is by its beginning;
    `announcements` do so for a block that ends with a colon and leads in a list of acts;
    `claims`, `continuations` and `foreseen` do so only where an act's number is printed, the second after a footnote,
    the third after an editorial note; `editorial` tells a line that stands in the place of a provision.
    """

    nesting: Nesting
    months: Numerals
    tens: Numerals
    ones: Numerals
    ordinals: Numerals
    days: tuple[Rule, ...]
    tokens: tuple[Rule, ...]
    openings: tuple[Rule, ...]
    announcements: tuple[Rule, ...]
    claims: tuple[Rule, ...]
    continuations: tuple[Rule, ...]
    foreseen: tuple[Rule, ...]
    editorial: tuple[Rule, ...]

    @property
    def labels(self) -> tuple[Rule, ...]:
        """The openings that are a bare label: "Footnote.", "Note of RCLI!"."""
        return tuple(rule for rule in self.openings if rule.name in {"footnote", "note"})


PUNCTUATION = (
    Rule("quoted", r'«[^»]{0,3000}»|"[^"]{0,3000}"', "«бал ұясы»", Mark.QUOTE),
    Rule("counted", r"\(\d+\)", "(1)", Mark.FILLER),
    Rule("opens", r"[(\[]", "(", Mark.OPENS),
    Rule("closes", r"[)\]]", ")", Mark.CLOSES),
    Rule("ends", r";", ";", Mark.ENDS),
    Rule("stops", r"[.,:*–—-]", ",", Mark.FILLER),
)
"""Marks that all languages share; quotes hide what stands between them, brackets included."""
