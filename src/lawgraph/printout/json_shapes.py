"""The shapes of the JSON, declared once: docs/json.md is made of them, and a test holds real answers against them.

A kind is `text`, `number`, `true or false`, `day`, the name of another shape, or `list of` one of these; `or null`
follows where nothing may be told.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Field:
    """Describe a field: its name, the kind of its value, and what it means."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Shape:
    """Describe an object: its name and its fields, all of which are always there."""

    name: str
    meaning: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Describe what a command answers with: the name of a shape, or `list of` one."""

    command: str
    kind: str


_EID = Field("eid", "text", "its address")
_GRADES = (
    Field("in_operation", "text", "was it in operation on that day: `yes`, `presumed`, `possible`, `no`"),
    Field("wording", "text or null", "how sure the wording is: `attested`, `presumed`, `unverified`, `unknown`; null "
          "where `in_operation` is `no`"),
    Field("text", "text or null", "the wording where it is attested or presumed, without its number; empty where there "
          "is none of its own; null where it is not held"),
)
_STRETCH = (
    Field("from", "bounds", "the first day for which this is the answer"),
    Field("before", "bounds", "the first day for which it is the answer no more"),
)
_KNOWN_ON = Field("known_on", "day or null", "the day as of whose knowledge this is told; null: all that is known")
_BECAUSE = Field("because", "list of text", "why the answer is not plainly sure, in sentences")
_LINE = Field("line", "number", "its line in the file, counted from 1")

BOUNDS = Shape("bounds", "A day as far as it is known. Both days are the same where it is known exactly.", (
    Field("earliest", "day or null", "the earliest day it can be"),
    Field("latest", "day or null", "the latest day it can be"),
    Field("basis", "text", "the rule that the two rest on"),
))
DAY_ANSWER = Shape("law on a day", "A law, or one provision with its parts, on one day.", (
    Field("law", "text", "the id of the law"),
    Field("on", "day", "the day"),
    _KNOWN_ON,
    Field("lang", "text", "the language of the text"),
    Field("in_operation", "text", "was the law as a whole in operation on that day"),
    Field("acts_known", "text", "what the list of amending acts rests on"),
    Field("because", "list of text", "why the answer for the law as a whole is not a plain yes, in sentences"),
    Field("provisions", "list of provision on a day", "every provision known at any time, in document order"),
))
PROVISION_ANSWER = Shape("provision on a day", "What may be said of one provision on that day.", (
    _EID,
    Field("kind", "text", "`chapter`, `article`, `paragraph`, `point`, `part`, `indent`, `heading` …"),
    Field("number", "text or null", "its number, null for what has none"),
    Field("heading", "text or null", "its heading, where one is held for that day"),
    *_GRADES,
    Field("nearest_text", "text or null", "a wording of other days, offered where that of the day is not held"),
    Field("nearest_from", "day or null", "the first day of that wording"),
    Field("nearest_before", "day or null", "the first day on which it is the wording no more"),
    _BECAUSE, *_STRETCH,
))
LIFE = Shape("life", "The life of a provision, or of a law as a whole (`law`).", (
    Field("law", "text", "the id of the law"),
    _EID,
    _KNOWN_ON,
    Field("versions", "list of version", "in the order of time, every day in one, from the law's first possible day"),
    Field("amendments", "list of amendment", "the changes of it, inside it and of what encloses it"),
))
VERSION = Shape("version", "What may be said of a provision for a stretch of days.", (
    *_STRETCH, *_GRADES, _BECAUSE,
    Field("introduced_by", "text or null", "the act that brought this about, or may have; several with commas"),
    Field("ended_by", "text or null", "the act that ended it, or may have; several with commas"),
))
AMENDMENT = Shape("amendment", "One change of one target.", (
    Field("act", "text or null", "the act; null for acts that no source records"),
    Field("target", "text", "the address of what was changed"),
    Field("action", "text", "`insertion`, `substitution`, `modification`, `exclusion` …"),
    Field("operative", "bounds", "its first day of operation"),
    Field("source", "source of an amendment or null", "the first source that tells of it"),
))
SOURCE = Shape("source of an amendment", "A place in a source or a fact.", (
    Field("file", "text", "the file"), Field("line", "number or null", "its line"), Field("text", "text", "its words"),
))
DIFFERENCE = Shape("difference", "How one provision differs between two days.", (
    _EID,
    Field("change", "text", "`inserted`, `excluded`, `changed`, `possible` (it may have come, gone or changed), "
          "`unknown` (changed, and a wording is not held)"),
    Field("before", "text or null", "the wording on the first day, where it is held"),
    Field("after", "text or null", "the wording on the second day, where it is held"),
    Field("acts", "list of text", "the acts that may have taken effect on it in between"),
    Field("in_operation", "both days", "was it in operation on each day"),
    Field("wording", "both days", "how sure the wording of each day is"),
))
BOTH_DAYS = Shape("both days", "A grade on each of two days.", (
    Field("before", "text or null", "on the first day"), Field("after", "text or null", "on the second day"),
))
ACT = Shape("act", "An act with its days and what it amends.", (
    Field("name", "text", "its short name: the number, with the day of adoption in front where numbers repeat"),
    Field("number", "text or null", "its number"),
    Field("adopted", "day or null", "the day of adoption"),
    Field("published", "day or null", "the day of first official publication, where a fact tells it"),
    Field("operative", "bounds or null", "the first day on which any of its changes was in operation"),
    Field("titles", "titles", "its titles by language, as far as they are held"),
    Field("amends", "list of effect", "what it changed"),
))
EFFECT = Shape("effect", "One target of an act.", (
    Field("law", "text", "the id of the law"), Field("eid", "text", "the address of what was changed"),
    Field("action", "text", "what was done to it"),
))
FINDING = Shape("finding", "What does not fit in sources or facts.", (
    Field("kind", "text", "what kind of misfit"),
    Field("severity", "text", "`error`, `warning` or `note`"),
    Field("law", "text or null", "the law"), Field("eid", "text or null", "the provision"),
    Field("act", "text or null", "the act"), Field("message", "text", "the finding in a sentence"),
    Field("source", "place", "where it stands"),
))
PLACE = Shape("place", "A line of a file.", (
    Field("file", "text or null", "the file"), Field("line", "number or null", "its line"),
))
DOCUMENT = Shape("document", "One source file as read.", (
    Field("law", "file's own words", "what the file says of itself"),
    Field("provisions", "list of printed provision", "in the order of the file"),
    Field("claims", "list of claim", "what its footnotes and editorial lines say, one for each act and target"),
    Field("findings", "list of finding in a file", "what could not be read, or does not fit"),
))
OWN_WORDS = Shape("file's own words", "What a file says of itself.", (
    Field("number", "text or null", "number of the law"), Field("adopted", "day or null", "day of adoption"),
    Field("title", "text or null", "title"),
))
PRINTED = Shape("printed provision", "A provision as an edition prints it.", (
    _EID,
    Field("kind", "text", "its kind"),
    Field("number", "text or null", "its number"),
    Field("heading", "text or null", "its heading"),
    Field("text", "text or null", "its own words, without the number"),
    Field("excluded", "true or false", "is only its number printed, with an editorial line"),
    _LINE,
))
CLAIM = Shape("claim", "What a source says that one act did to one target. `until`, which ends a suspension, stands "
              "where it is told.", (
    Field("target", "text", "the address of what was changed"),
    Field("action", "text", "what was done to it"),
    Field("act", "act named or null", "the act"),
    Field("operation", "rule", "how its first day of operation is told"),
    Field("pending", "true or false", "is the change only foreseen"),
    _LINE,
    Field("text", "text", "the words as printed"),
))
ACT_NAMED = Shape("act named", "An act as a source names it.", (
    Field("number", "text or null", "its number, Latin numerals, one hyphen"),
    Field("adopted", "day or null", "the day of adoption"),
))
RULE = Shape(
    "rule",
    "A commencement rule. `days` or `months` count after publication, `day` is stated, `reference` is what “see …” "
    "points to; each stands only where it is told.",
    (Field("kind", "text", "`after_publication`, `on_publication`, `on_day`, `see`, `unstated`"),))
FILE_FINDING = Shape("finding in a file", "What could not be read in a file, or does not fit.", (
    Field("kind", "text", "what kind of misfit"), Field("severity", "text", "`error`, `warning` or `note`"),
    Field("eid", "text or null", "the provision"), Field("message", "text", "the finding in a sentence"),
    Field("line", "number or null", "its line"),
))
TITLES = Shape("titles", "Titles by language: `eng`, `rus`, `kaz`, each only where it is held.", ())

SHAPES = (BOUNDS, DAY_ANSWER, PROVISION_ANSWER, LIFE, VERSION, AMENDMENT, SOURCE, DIFFERENCE, BOTH_DAYS, ACT, EFFECT,
          TITLES, FINDING, PLACE, DOCUMENT, OWN_WORDS, PRINTED, CLAIM, ACT_NAMED, RULE, FILE_FINDING)
OPEN = frozenset({"titles", "claim", "rule"})
"""Shapes with further fields that stand only where they are told."""

ANSWERS = (
    Answer("text", "law on a day"), Answer("history", "life"), Answer("diff", "list of difference"),
    Answer("acts", "list of act"), Answer("check", "list of finding"), Answer("parse", "document"),
)
