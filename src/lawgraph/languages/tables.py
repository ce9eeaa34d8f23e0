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
from lawgraph.law.amendments import Action, RuleKind
from lawgraph.law.authors import ActKind
from lawgraph.law.eid import Kind

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
class WordRule:
    """Read a word that names a unit without a number: a preamble, a heading, or, behind "this", a unit around the text."""

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
    """Hold the words of citations; what is text is a pattern."""

    units: tuple[UnitRule, ...] = ()
    bare: tuple[WordRule, ...] = ()
    these: tuple[WordRule, ...] = ()  # behind `this`: a unit around the text
    acts: tuple[ActRule, ...] = ()
    own_names: tuple[OwnName, ...] = ()
    ordinals: tuple[str, ...] = ()  # the words for 1, 2, …
    separator: str = r"\s*,\s*"  # between the numbers of a list
    joint: str = r"\s+"  # between a unit and what encloses it
    this: str = NEVER  # points at a unit around the text
    parts: str = NEVER  # what may stand beside the word for an act
    filling: str = NEVER  # what people type and what says nothing
    typed: str = NEVER  # kinds of acts, as people type them before a number
    act_last: bool = False  # whether the word for an act ends the citation


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
    """Hold the words for numbers and months, and the order of words; what is text is a pattern."""

    nesting: Nesting
    number: NumberPlace
    months: Numerals
    tens: Numerals
    ones: Numerals
    ordinals: Numerals
    joint: str  # before the last number of a list: "and"; empty where there is no such word, like the next
    through: str  # in a run of numbers: "8 to 10"
    neighbours: str = NEVER  # units that are named by their place alone: "the next two Articles"
    sees_changed: str = NEVER  # brackets that lead to a unit that changed too, `led`
    of_annex: str = NEVER  # what a note may call an annex: "the table", "the form"
    begins_run: str = NEVER  # before such a run: "from 8 to 10"
    plural: str = NEVER  # tells that a unit names several
    inclusive: str = NEVER  # tells an end that belongs to a period
    of_two_stems: str = NEVER  # words whose forms do not share a beginning
    holder: str = NEVER  # a larger unit named before what is in it, where the smaller one comes first: "in Article 4"
    added_by: tuple[str, ...] = ()  # endings of what is supplemented with, before the verb


@dataclass(frozen=True, slots=True)
class Notes:
    """Hold the grammar of footnotes."""

    days: tuple[Rule, ...]  # read days
    tokens: tuple[Rule, ...]  # read footnotes, first match first
    openings: tuple[Rule, ...]  # tell by its beginning what a block is
    announcements: tuple[Rule, ...] = ()  # the same, of a block that ends with a colon and leads in a list of acts
    claims: tuple[Rule, ...] = ()  # the same, only where the number of an act is printed
    continuations: tuple[Rule, ...] = ()  # the same, and only after a footnote
    foreseen: tuple[Rule, ...] = ()  # the same, and only after an editorial note
    editorial: tuple[Rule, ...] = ()  # tell a line that stands in the place of a provision

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
    """Hold the words by which the lines of a law are told apart.

    Patterns are those of the beginning of a line, where nothing else is said.
    """

    units: tuple[UnitWord, ...]
    annex: str = NEVER  # an annex, with its number in the group `number`, of the form `{annex_number}`
    approval: str = NEVER  # opens the rules that an order approves
    annexed: str = NEVER  # begins an annex or an approval, however it goes on
    annexed_within: str = NEVER  # tells that an annex is one of rules
    blank_form: str = NEVER  # the whole line that says of an annex that it is a form, and which
    contents: str = NEVER  # the whole line above a list of contents
    about: str = NEVER  # begins most titles: "On …"
    title: str = NEVER  # what all of a title looks like
    parts_of_code: tuple[str, ...] = ()  # whole lines, the general part first
    later_ordinals: Numerals = ()  # those above ten that are one word, as headings print them
    part_by_ordinal: str = ""  # the word of a part that has a number, in capitals: «ЧАСТЬ ПЕРВАЯ»
    of_act: str = NEVER  # tells the kind of the act in its title
    unnumbered: str = NEVER  # all of that line without its day where the act has no number
    signer: str = NEVER  # begins a signature
    formula: tuple[str, str] = (NEVER, NEVER)  # ends the line before a formula; begins its legend
    omitted: str = NEVER  # says in the place of a text that it is not printed, or is no more
    extract: str = NEVER  # says above or below a text that only a part of the law is printed
    bare_unit: str = NEVER  # begins a note with the word of a unit that has no number
    former: str = NEVER  # tells in a heading of the number that it had before
    version: str = NEVER  # a word for a version of a text, or for its changes
    compared: str = NEVER  # the head of a column with one of two versions
    of_text: str = NEVER  # begins a sentence on the text that is printed
    as_of: str = NEVER  # tells of which day that text is
    torn: tuple[str, ...] = ()  # words of notes that no blank or hyphen tears in other texts
    renamed: str = NEVER  # begins brackets in the title of a law that tell of another title, or of a change
    see_also: str = NEVER  # leads to another act
    announces: str = NEVER  # ends a line, with a colon, behind which the wording of another act stands
    open_ends: tuple[str, ...] = ()  # the ends of a line behind which a list goes on
    alphabets: tuple[str, ...] = ()  # the letters of subpoints
    further: tuple[str, ...] = ()  # words for an inserted number: bis, ter
    lookalikes: tuple[str, str] = ("", "")  # letters that are often mistyped, and those that are meant
    names_point: str = NEVER  # begins a line that names a point and has no number: "3) тармақша …"
    plural_marks: tuple[tuple[str, Kind], ...] = ()  # words that may stand behind several numbers in place of a mark
    abbreviations: tuple[str, ...] = ()  # stand for the words of units
    labels: tuple[str, ...] = ()  # the words before a footnote
    no_label: str = NEVER  # begins a line of the law that only begins like a label
    remarks: tuple[str, ...] = ()  # before a remark of law or editor; what only looks so is not understood
    earlier: str = NEVER  # begins a wording that is no more, or leads to another
    aside: str = NEVER  # all that stands in the brackets behind a text and speaks of it: what it is, was or will be
    instead: str = NEVER  # all that stands in brackets behind words that took the place of others
    instructs: str = NEVER  # begins a line that tells someone to change a text, and what
    own_word: str = NEVER  # how an act speaks of itself in its preamble
    purpose: str = NEVER  # what it does there
    of_page: str = NEVER  # begins a line about the printed page or its status
    button: str = NEVER  # what a button of a page says
    registered: str = NEVER  # what the line below the title may tell behind the number of the act
    standing: str = NEVER  # a whole sign of state that tells of no end
    lapsed: str = NEVER  # a whole sign of state of an act that has ended
    enacts: str = NEVER  # the formula with which a preamble ends
    frame: str = NEVER  # the whole line with the place of a signature
    of_year: str = NEVER  # the year behind a title, as a whole
    imprint: str = NEVER  # begins words on where the act was printed
    imprint_words: str = NEVER  # the only words that these hold


@dataclass(frozen=True, slots=True)
class Clauses:
    """Hold how a law speaks of its own commencement and end; each is a pattern."""

    own: str = NEVER  # begins the sentence on its commencement
    own_part: str = NEVER  # begins one on a single unit: "This article", "Article 2 of this Law"
    own_bracket: str = NEVER  # a clause in brackets behind what it speaks of
    this: str = NEVER  # the word for this very act
    exception: str = NEVER  # names what is left out
    of_all: str = NEVER  # speaks of all articles but those that it names
    of_part: str = NEVER  # speaks of what the law says on something, and of none of its units by number
    speaks: str = NEVER  # tells a sentence about commencement wherever it stands
    subject: str = NEVER  # begins a sentence on what a unit that is named next has: "The effect of Article 2"
    lasts: str = NEVER  # tells that a unit ends, pauses or operates for a time; it may name no day
    when: str = NEVER  # begins a clause on a time, before its subject
    for_a_time: str = NEVER  # words in brackets behind a heading that limit it
    start: str = NEVER  # a note of the editors that says no more than from when the law operates
    started_by: str = NEVER  # a note that leads to the article on the commencement
    gone: str = NEVER  # tells below a title that the act is repealed
    ended: str = NEVER  # finite verbs and the like: something has ended, or will
    itself: str = NEVER  # how a sentence speaks of the provision in which it stands: "this norm"
    pronoun: str = NEVER  # how it begins so
    fate: str = NEVER  # the words by which a provision ends, changes or begins
    operates: str = NEVER  # the words by which it does what provisions do
    span: str = NEVER  # the time for which it does so
    passing: str = NEVER  # all that stands in brackets behind a draft, or what holds for a time
    done: str = NEVER  # begins or ends a sentence of few words that tells of something done
    says: str = NEVER  # a verb by which a law says what is
    states: str = NEVER  # what does so without a verb
    of_law: str = NEVER  # begins a sentence on the law itself
    of_rules: str = NEVER  # begins one on annexed rules
    scope: str = NEVER  # begins one that tells to what the law applies
    reaches: str = NEVER  # tells to what a unit applies
    arising: str = NEVER  # a whole sentence on the relations to which it applies
    outdated: str = NEVER  # says that a page is not the text in force
    of_wording: str = NEVER  # says in few words what is new, old or to come of a text, or with whose words to read it
    issued: str = NEVER  # documents that stay valid for a time, with the words that say so
    from_start: str = NEVER  # the own start of the law, as a time from or until which something else holds


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
