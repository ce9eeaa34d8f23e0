"""The grammar of a language as data: what readers ask of each.

A grammar is a set of tables. Each rule names itself, carries a real example, and gives the meaning that its match
stands for. Patterns may use `{day}`, `{number}`, `{count}`, `{numbers}`, `{ordinal}` and `{month}`, which the scanner
fills in. Free stretches are bounded, so that reading stays linear on a hostile note.

A citation is a row of units with numbers ("subparagraphs 1) and 2)"), units pointed at ("this article") and acts, by
number, title or name. How they are read stands in `parsing/citations`.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from lawgraph.languages.amending import Amending
from lawgraph.languages.letters import NEVER, ROMAN_SIGNS
from lawgraph.law.authors import ActKind
from lawgraph.law.eid import Kind
from lawgraph.law.model import Action, RuleKind

NUMBER = rf"(?:[0-9]{{1,4}}(?:-[0-9]{{1,3}}){{0,4}}|(?<!\w)(?-i:[{ROMAN_SIGNS}]{{1,8}})(?!\w))"
QUOTED = r"«[^«»]{3,400}»|\"[^\"]{3,400}\""
ACT_NUMBER = r"(?:№|No\.?|N)\s?[0-9]{1,6}(?:\s?[-–]\s?[IVXІХ]{1,8})?(?:\s?(?:ZRK|ЗРК|ҚРЗ))?(?![\w-])"


def spaced(words: str) -> str:
    """Return words as a pattern that takes any space between them."""
    return words.replace(" ", r"\s+")


@dataclass(frozen=True, slots=True)
class UnitRule:
    """Read a unit with its numbers; `kinds` are what the word can mean, likeliest first; none for an uncounted one.

    A list of numbers needs the word in the plural (`many`), or brackets; `counted` tells that words may count it.
    """

    kinds: tuple[Kind, ...]
    many: str
    one: str
    example: str
    counted: bool = False


@dataclass(frozen=True, slots=True)
class BareRule:
    """Read a unit that has no number: a preamble, a heading."""

    kind: Kind
    word: str
    example: str


@dataclass(frozen=True, slots=True)
class ThisRule:
    """Read a word that points at a unit around the text."""

    kind: Kind
    word: str
    example: str


@dataclass(frozen=True, slots=True)
class ActRule:
    """Read the citation of one kind of act: `head` is the word for it, around which number, day and title stand."""

    kind: ActKind
    head: str
    example: str


@dataclass(frozen=True, slots=True)
class OwnName:
    """Tell that what matches `word` bears a name of its own, however it is inflected."""

    word: str
    name: str
    example: str


@dataclass(frozen=True, slots=True)
class Citing:
    """Hold the words of citations as patterns.

    `ordinals` are the words for 1, 2, …; `separator` stands between the numbers of a list, `joint` between a unit and
    what encloses it; `this` points at a unit around the text; `parts` are what may stand beside the word for an act,
    which ends the citation where `act_last`; `filling` is what people type and
    what says nothing, `typed` the kinds of acts as they name them before a number.
    """

    units: tuple[UnitRule, ...] = ()
    bare: tuple[BareRule, ...] = ()
    these: tuple[ThisRule, ...] = ()
    acts: tuple[ActRule, ...] = ()
    own_names: tuple[OwnName, ...] = ()
    ordinals: tuple[str, ...] = ()
    separator: str = r"\s*,\s*"
    joint: str = r"\s+"
    this: str = NEVER
    parts: str = NEVER
    filling: str = NEVER
    typed: str = NEVER
    act_last: bool = False


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
    APPLIES = "applies"
    EXCEPT = "except"
    EXCEPTED = "excepted"
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


class NumberPlace(StrEnum):
    """Where the number of a unit stands: "Article 6", or «6-бап»."""

    BEHIND_WORD = "behind_word"
    BEFORE_WORD = "before_word"


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
class Words:
    """Hold the words for numbers and months, and the order of words.

    `joint` stands before the last number of a list ("and"), `through` in a run of them ("8 to 10"), `begins_run` before
    one ("from 8 to 10"), as patterns; empty where a language has no such word. `inclusive` tells an end that belongs to a period.
    `plural` tells that a unit names several. `added_by` are the endings of what something is supplemented with, where
    that stands before the verb. `of_two_stems` tells words whose forms do not share a beginning.
    """

    nesting: Nesting
    number: NumberPlace
    months: Numerals
    tens: Numerals
    ones: Numerals
    ordinals: Numerals
    joint: str
    through: str
    begins_run: str = NEVER
    plural: str = NEVER
    inclusive: str = NEVER
    of_two_stems: str = NEVER
    added_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notes:
    """Hold the grammar of footnotes.

    `days` read days; `tokens` read footnotes, first match first; `openings` tell what a block is by its beginning;
    `announcements` do so for a block that ends with a colon and leads in a list of acts;
    `claims`, `continuations` and `foreseen` do so only where an act's number is printed, the second after a footnote,
    the third after an editorial note; `editorial` tells a line that stands in the place of a provision.
    """

    days: tuple[Rule, ...]
    tokens: tuple[Rule, ...]
    openings: tuple[Rule, ...]
    announcements: tuple[Rule, ...] = ()
    claims: tuple[Rule, ...] = ()
    continuations: tuple[Rule, ...] = ()
    foreseen: tuple[Rule, ...] = ()
    editorial: tuple[Rule, ...] = ()

    @property
    def labels(self) -> tuple[Rule, ...]:
        """The openings that are a bare label: "Footnote.", "Note of RCLI!"."""
        return tuple(rule for rule in self.openings if rule.name in {"footnote", "note"})


@dataclass(frozen=True, slots=True)
class UnitWord:
    """Hold the word of a heading, in lower case, and in the plural; `nested` units stand inside others of their kind.

    `short` is its abbreviation, with the full stop.
    """

    word: str
    kind: Kind
    nested: bool = False
    plural: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold the words by which the lines of a law are told apart, as patterns for the beginning of a line.

    `annex` gives the number of an annex in its group `number`, of the form `{annex_number}`; `approval` opens the rules
    that an order approves; `annexed` begins either, however it goes on; `annexed_within` tells that an annex is one of rules; `blank_form` is the whole line that says of an annex that it is a form; `contents` and each of `parts_of_code`, the general one first, are whole lines; `about` begins most titles ("On …"), `title` is what all of one looks like; `open_ends` are the ends of a line behind
    which a list goes on; `alphabets` letter the subpoints, `further` are words for an inserted number (bis, ter), and `lookalikes` are pairs of letters often mistyped.
    `names_point` begins a line that names a point and has no number ("3) тармақша …").
    `plural_marks` are the words that may stand behind several numbers in place of a mark.
    `of_act` tells the kind of an act from its title, `signer` begins a signature. `formula` ends the line before a formula and begins the one behind it, where its
    letters are explained. `omitted` says in the place of a text that it is not printed, or is no more, `extract` above or below a text that only a part of the law is printed. `abbreviations` stand for the words
    of units, `labels` are the words before a footnote, `no_label` begins
    a line of the law that only begins like one, `remarks` those before a remark of law or editor: what looks much
    like them and is read as wording is not understood. `earlier` begins a line with a wording that is no more, or that leads to another,
    `own_word` is how an act speaks of itself in its preamble, `purpose` what it does there, `of_page` begins a line about the printed page or its status, `registered` what else the line below the title may tell behind the act's number, `lapsed` is a sign of state of an act that has ended, `enacts` the formula with which a preamble ends, `standing` one of state that tells of no end, `frame` the place of a signature, `of_year` the year behind a title, each as a whole; `imprint` begins words on where the act was printed, which hold no other than `imprint_words`;
    `announces` ends a line, with a colon, behind which the wording of another act stands, `see_also` leads to another act, `bare_unit` a note with the word of a unit that has no number; `former` tells in a heading of the number that it had before,
    `version` is a word for a version of a text or for its changes, `compared` the head of a column with one of two versions; `of_text` begins a sentence on the text that is
    printed, `as_of` tells of which day it is, `torn` are words of notes that no blank or hyphen tears in other texts.
    """

    units: tuple[UnitWord, ...]
    annex: str = NEVER
    approval: str = NEVER
    annexed: str = NEVER
    annexed_within: str = NEVER
    blank_form: str = NEVER
    contents: str = NEVER
    about: str = NEVER
    title: str = NEVER
    parts_of_code: tuple[str, ...] = ()
    of_act: str = NEVER
    signer: str = NEVER
    formula: tuple[str, str] = (NEVER, NEVER)
    omitted: str = NEVER
    extract: str = NEVER
    bare_unit: str = NEVER
    former: str = NEVER
    version: str = NEVER
    compared: str = NEVER
    of_text: str = NEVER
    as_of: str = NEVER
    torn: tuple[str, ...] = ()
    see_also: str = NEVER
    announces: str = NEVER
    open_ends: tuple[str, ...] = ()
    alphabets: tuple[str, ...] = ()
    further: tuple[str, ...] = ()
    lookalikes: tuple[str, str] = ("", "")
    names_point: str = NEVER
    plural_marks: tuple[tuple[str, Kind], ...] = ()
    abbreviations: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    no_label: str = NEVER
    remarks: tuple[str, ...] = ()
    earlier: str = NEVER
    own_word: str = NEVER
    purpose: str = NEVER
    of_page: str = NEVER
    button: str = NEVER
    registered: str = NEVER
    standing: str = NEVER
    lapsed: str = NEVER
    enacts: str = NEVER
    frame: str = NEVER
    of_year: str = NEVER
    imprint: str = NEVER
    imprint_words: str = NEVER


@dataclass(frozen=True, slots=True)
class Clauses:
    """Hold how a law speaks of its own commencement: `own` begins the sentence, `own_part` one of a single
    unit ("This article", "Article 2 of this Law"), `own_bracket` is a clause in brackets behind what it speaks of,
    `this` the word for this very act; `exception` names what is left out, `of_all` speaks of all articles but those that it names.

    `lasts` tells that a unit ends, pauses or operates for a time, in words that may name no day; `when` begins a clause on a
    time before its subject; `for_a_time` are words in brackets behind a heading that limit it. `speaks` tells a sentence about commencement wherever it stands, `start` a note of the editors that says no more than
    from when the law has been in operation. `gone` are the words by which the line below a
    title tells that the act is repealed, `ended` finite verbs and the like by which anybody says that something has ended or will; `of_law` begins a sentence on the law itself, `of_rules` one on annexed rules, `scope` one that tells to what it applies; `arising` is a whole sentence on the relations it applies to; `outdated` says that a page is not the text in force; `issued` are documents that stay valid for a time, with the words that say so; `from_start` is the law's own start as a time from which, or until which, something else holds.

    `itself` is how a sentence speaks of the provision in which it stands ("this norm"), `pronoun` how it begins so; `fate` are the words by
    which a provision ends, changes or begins, `operates` those by which it does what provisions do, for the time that a `span` tells; `passing` is all that stands in brackets behind what is a draft, or for a time;
    `done` is how a sentence of few words begins or ends that tells of something done, `says` a verb by which a law says what is, `states` what does so without a verb.
    """

    own: str = NEVER
    own_part: str = NEVER
    own_bracket: str = NEVER
    this: str = NEVER
    exception: str = NEVER
    of_all: str = NEVER
    speaks: str = NEVER
    lasts: str = NEVER
    when: str = NEVER
    for_a_time: str = NEVER
    start: str = NEVER
    started_by: str = NEVER
    gone: str = NEVER
    ended: str = NEVER
    itself: str = NEVER
    pronoun: str = NEVER
    fate: str = NEVER
    operates: str = NEVER
    span: str = NEVER
    passing: str = NEVER
    done: str = NEVER
    says: str = NEVER
    states: str = NEVER
    of_law: str = NEVER
    of_rules: str = NEVER
    scope: str = NEVER
    arising: str = NEVER
    outdated: str = NEVER
    issued: str = NEVER
    from_start: str = NEVER


@dataclass(frozen=True, slots=True)
class Grammar:
    """Hold the words and forms by which texts in a language are read."""

    words: Words
    notes: Notes
    layout: Layout
    clauses: Clauses = field(default_factory=Clauses)
    citing: Citing = field(default_factory=Citing)
    amending: Amending = field(default_factory=Amending)


PUNCTUATION = (
    Rule("quoted", r'«[^»]{0,3000}»|"[^"]{0,3000}"', "«бал ұясы»", Mark.QUOTE),
    Rule("counted", r"\(\d+\)", "(1)", Mark.FILLER),
    Rule("opens", r"[(\[]", "(", Mark.OPENS),
    Rule("closes", r"[)\]]", ")", Mark.CLOSES),
    Rule("ends", r";", ";", Mark.ENDS),
    Rule("stops", r"[.,:*–—-]", ",", Mark.FILLER),
)
"""Marks that all languages share; quotes hide what stands between them, brackets included."""
