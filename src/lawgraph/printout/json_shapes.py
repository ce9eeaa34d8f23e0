"""The shapes of the JSON, declared once: docs/json.md and the JSON Schemas are made of them.

Tests hold real answers against them. Those of pages stand in `page_shapes`.

A kind is `text`, `number`, `true or false`, `day`, `hash`, `one of` some words, the name of another shape, or `list of`
one of these; `or null` follows where nothing may be told.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from lawgraph.languages.spoken import codes, spoken
from lawgraph.law.model import (
    Action,
    Dating,
    Presence,
    ReasonKind,
    Role,
    RuleKind,
    Scope,
    Severity,
    UnreadKind,
    Wording,
)
from lawgraph.queries.references import ReferenceKind
from lawgraph.reading.opening import FileFormat
from lawgraph.timeline.assurance import Turn
from lawgraph.timeline.comparison import Change
from lawgraph.timeline.grading import Grade
from lawgraph.voice.locale import Locale


@dataclass(frozen=True, slots=True)
class Field:
    """Describe a field: its name, the kind of its value, and what it means."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Shape:
    """Describe an object: its name, the fields that are always there, and those that stand only where they are told."""

    name: str
    meaning: str
    fields: tuple[Field, ...]
    sometimes: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """Describe JSON that leaves the program: its name, what gives it, the name of a shape or `list of` one."""

    name: str
    told_by: str
    kind: str


def one_of(words: Iterable[str]) -> str:
    """Return the kind of a text that is one of some words."""
    return f"one of {', '.join(words)}"


_EID = Field("eid", "text", "its address")
_GRADES = (
    Field("in_operation", one_of(Presence), "was it in operation on that day"),
    Field("wording", f"{one_of(Wording)} or null", "how sure the wording is; null where `in_operation` is `no`"),
    Field("text", "text or null", "the wording where it is attested or presumed, without its number; empty where there "
          "is none of its own; null where it is not held"),
)
_STRETCH = (
    Field("from", "bounds", "the first day for which this is the answer"),
    Field("before", "bounds", "the first day for which it is the answer no more"),
)
_KNOWN_ON = Field("known_on", "day or null", "the day as of whose knowledge this is told; null: all that is known")
BUILD = Field("build", "hash or null", "the hash that names the build of the database (docs/integrity.md)")
_LOOK_UP = Field("look_up", "where to look up or null", "where a wording that is not held can be read; else null")
_REFERENCES = Field("references", "list of reference", "where the law, and the acts to look up, can be read")
_BECAUSE = Field("because", "list of reason", "why the answer is not plainly sure")
_LINE = Field("line", "number", "its line in the file, counted from 1")

BOUNDS = Shape("bounds", "A day as far as it is known. Both days are the same where it is known exactly.", (
    Field("earliest", "day or null", "the earliest day it can be"),
    Field("latest", "day or null", "the latest day it can be"),
    Field("basis", "text", "the rule that the two rest on"),
))
DAY_ANSWER = Shape("law on a day", "A law, or one provision with its parts, on one day.", (
    BUILD,
    Field("law", "text", "the id of the law"),
    Field("on", "day", "the day"),
    _KNOWN_ON,
    Field("lang", "text", "the language of the text"),
    Field("in_operation", one_of(Presence), "was the law as a whole in operation on that day"),
    Field("acts_known", "text", "what the list of amending acts rests on"),
    Field("because", "list of reason", "why the answer for the law as a whole is not a plain yes"),
    Field("provisions", "list of provision on a day", "every provision known at any time, in document order"),
    _REFERENCES,
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
    _BECAUSE, _LOOK_UP, *_STRETCH,
))
REASON = Shape("reason", "What stands between an answer and certainty.", (
    Field("kind", one_of(ReasonKind), "the kind of doubt"),
    Field("text", "text", "the reason in a sentence"),
    Field("act", "text or null", "the act that it is about"),
    Field("target", "text or null", "the address of what that act changed"),
    Field("source", "place or null", "where a source says what could not be understood"),
    Field("quote", "text or null", "the words that could not be understood"),
))
LIFE = Shape("life", "The life of a provision, or of a law as a whole (`law`).", (
    BUILD,
    Field("law", "text", "the id of the law"),
    _EID,
    _KNOWN_ON,
    Field("versions", "list of version", "in the order of time, every day in one, from the law's first possible day"),
    Field("amendments", "list of amendment", "the changes of it, inside it and of what encloses it"), _REFERENCES,
))
CITED = Shape("citation", "A citation, and the answer that it rests on.", (
    BUILD,
    Field("citation", "citation in words", "the citation, by the language of its words"),
    Field("verdict", one_of(Grade), "how sure the wording is, with its parts"),
    Field("reliance", "text", "what may be said of relying on it"),
    Field("address", "text or null", "the address to remember; null where that of the site is not known"),
    Field("answer", "law on a day", "the provision with its parts"),
))
CITED_IN_WORDS = Shape("citation in words", "A citation in the languages of messages.", tuple(
    Field(each, "text", "the citation") for each in Locale))
LOOK_UP = Shape("where to look up", "Where a wording can be read that is not held.", (
    Field("brought_by", "text or null", "the act that has it whole; null where none is known to"),
    Field("inserted", "true or false", "whether that act inserted it, rather than worded it anew"),
    Field("original", "true or false", "whether the law as first published has it, so far as changes are known"),
    Field("changed_by", "list of text", "the acts that changed words of it by that day"),
    Field("perhaps_by", "list of text", "the acts that may have"),
    Field("following", "text or null", "the next act to change or end it"),
    Field("dated_from", "day or null", "archives date editions by the adoption of acts: one dated from this day on"),
    Field("dated_before", "day or null", "and before this day has it; nothing is said where both are null"),
))
REFERENCE = Shape("reference", "Where the law, or an act to look up, can be read.", (
    Field("act", "text or null", "the act; null for the law itself"),
    Field("kind", one_of(ReferenceKind), "the list of its editions, its page, or its place in the official gazette"),
    Field("lang", f"{one_of(codes())} or null", "the language of the page; null for the gazette"),
    Field("at", "text", "the address, or the place in the gazette"),
    Field("guessed", "true or false", "whether the address was built from an id that no source names"),
))
VERSION = Shape("version", "What may be said of a provision for a stretch of days.", (
    *_STRETCH, *_GRADES, _BECAUSE, _LOOK_UP,
    Field("introduced_by", "text or null", "the act that brought this about, or may have; several with commas"),
    Field("ended_by", "text or null", "the act that ended it, or may have; several with commas"),
))
AMENDMENT = Shape("amendment", "One change of one target.", (
    Field("act", "text or null", "the act; null for acts that no source records"),
    Field("target", "text", "the address of what was changed"),
    Field("action", one_of(Action), "what was done to it"),
    Field("operative", "bounds", "its first day of operation"),
    Field("source", "source of an amendment or null", "the first source that tells of it"),
))
SOURCE = Shape("source of an amendment", "A place in a source or a fact.", (
    Field("file", "text", "the file"), Field("line", "number or null", "its line"), Field("text", "text", "its words"),
))
DIFFERENCE = Shape("difference", "How one provision differs between two days.", (
    _EID,
    Field("change", one_of(Change), "what happened to it; `possible`: it may have come, gone or changed; `unknown`: it "
          "was changed, and a wording is not held"),
    Field("before", "text or null", "the wording on the first day, where it is held"),
    Field("after", "text or null", "the wording on the second day, where it is held"),
    Field("acts", "list of text", "the acts that may have taken effect on it in between"),
    Field("in_operation", "presence on both days", "was it in operation on each day"),
    Field("wording", "wording of both days", "how sure the wording of each day is"),
))
PRESENCES = Shape("presence on both days", "Whether something was in operation on each of two days.", (
    Field("before", one_of(Presence), "on the first day"), Field("after", one_of(Presence), "on the second day"),
))
WORDINGS = Shape("wording of both days", "How sure the wording of each of two days is; null where it is of none.", (
    Field("before", f"{one_of(Wording)} or null", "on the first day"),
    Field("after", f"{one_of(Wording)} or null", "on the second day"),
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
    Field("action", one_of(Action), "what was done to it"),
))
FINDING = Shape("finding", "What does not fit in sources or facts.", (
    Field("kind", "text", "what kind of misfit"),
    Field("severity", one_of(Severity), "how bad it is"),
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
CLAIM = Shape("claim", "What a source says that one act did to one target.", (
    Field("target", "text", "the address of what was changed"),
    Field("action", one_of(Action), "what was done to it"),
    Field("act", "act named or null", "the act"),
    Field("operation", "rule", "how its first day of operation is told"),
    Field("pending", "true or false", "is the change only foreseen"),
    _LINE,
    Field("text", "text", "the words as printed"),
), (Field("until", "day", "the day that ends a suspension"),
    Field("to", "text", "the new address of what was renumbered")))
ACT_NAMED = Shape("act named", "An act as a source names it.", (
    Field("number", "text or null", "its number, Latin numerals, one hyphen"),
    Field("adopted", "day or null", "the day of adoption"),
))
RULE = Shape("rule", "A commencement rule.", (Field("kind", one_of(RuleKind), "what kind of rule it is"),), (
    Field("days", "number", "calendar days after first official publication"),
    Field("months", "number", "months after first official publication"),
    Field("day", "day", "the stated day"), Field("reference", "text", "what “see …” points to, as printed"),
    Field("until", "day", "the printed end of a temporary change"),
    Field("applies_from", "day", "relations that arose since this day are governed by it; no day of operation"),
))
FILE_FINDING = Shape("finding in a file", "What could not be read in a file, or does not fit.", (
    Field("kind", "text", "what kind of misfit"), Field("severity", one_of(Severity), "how bad it is"),
    Field("eid", "text or null", "the provision"), Field("message", "text", "the finding in a sentence"),
    Field("line", "number or null", "its line"),
))
TITLES = Shape("titles", "Titles by language, each only where it is held.", (), tuple(
    Field(code, "text", f"in {spoken(code).name}") for code in codes()))
COVERED = Shape("coverage", "How many provision-days may be relied on, of an article or of all (`total`).", (
    Field("eid", "text", "the address of the article, or of what stands beside articles; `total` for the whole"),
    Field("days", "number", "all provision-days that count"),
    *(Field(each, "number", f"those whose wording is {each}") for each in Wording),
    Field("possible", "number", "those on which it is not certain that the provision was there"),
))
GRAPH = Shape("graph", "A graph as node-link JSON.", (
    Field("directed", "true or false", "always true: an edge leads from one node to another"),
    Field("multigraph", "true or false", "always true: several edges may lead from one node to the same other"),
    Field("graph", "graph's own", "what is told of the graph itself"),
    Field("nodes", "list of node", "laws, provisions, acts and versions, in the order of document and adoption"),
    Field("edges", "list of edge", "what contains, amends, cites and follows what"),
))
GRAPH_OWN = Shape("graph's own", "What is told of a graph itself.", (), (
    Field("law", "text", "the id of the law; left out in the graph of all laws"),
))
NODE = Shape("node", "A law, a provision, an act or a version; what is not known is left out.", (
    Field("id", "text", "its name, by which edges name it: `Z100000271_/art_7`, `act/124-V`"),
    Field("kind", one_of(("law", "provision", "act", "version")), "what it is"),
    Field("label", "text", "its name for people"),
), (
    Field("number", "text", "the number of a law or an act"), _EID,
    Field("unit", "text", "the kind of a provision"), Field("heading", "text", "the heading of a provision"),
    Field("adopted", "day", "the day of adoption of an act"), Field("act_kind", "text", "the kind of an act"),
    Field("in_operation", one_of(Presence), "whether a provision was in operation in this version"),
    Field("wording", one_of(Wording), "how sure the wording of a version is"),
    Field("from_earliest", "day", "the earliest day on which a version can have begun"),
    Field("from_latest", "day", "the day by which it had begun"),
    Field("before_earliest", "day", "the earliest day on which it can have ended"),
    Field("before_latest", "day", "the day by which it had ended"),
))
EDGE = Shape("edge", "One thing that contains, amends, cites or follows another; what is not known is left out.", (
    Field("source", "text", "the node from which it leads"), Field("target", "text", "the node to which it leads"),
    Field("key", "number", "its number among the edges between the two, counted from 0"),
    Field("kind", one_of(("contains", "amends", "cites", "follows")), "what it says"),
), (
    Field("action", one_of(Action), "what an act did"), Field("act", "text", "the act that did it"),
    Field("scope", one_of(Scope), "how far the change reaches"),
    Field("earliest", "day", "the earliest first day of operation of a change"),
    Field("latest", "day", "the latest first day"), Field("basis", "text", "the rule that the two rest on"),
    Field("evidence", "text", "the places of sources and facts that tell of a change"),
    Field("start", "number", "the character of the wording at which a citation begins, counted from 0"),
    Field("end", "number", "the character behind its end"),
    Field("changes", "number", "how many changes, in the graph of all laws"),
    Field("provisions", "number", "how many provisions cite, in the graph of all laws"),
))
HELD_TEXT = Shape("text held", "A law in a language in which its text is held.", (
    Field("law", "text", "the id of the law"), Field("number", "text", "its number"),
    Field("lang", "text", "the language of the text"),
))
SAID = Shape("answer as said", "What a database says of a provision.", (
    Field("in_operation", one_of(Presence), "was it in operation"),
    Field("wording", f"{one_of(Wording)} or null", "how sure the wording is; null where `in_operation` is `no`"),
    Field("text", "text or null", "the wording where it is attested, else null"),
))
SHIFT = Shape("changed answer", "What became of a sure answer on a stretch of days.", (
    *HELD_TEXT.fields, _EID,
    Field("turn", one_of(Turn), "`reversed`: from yes to no, or from no to yes; `reworded`: another attested wording; "
          "`lost`: sure no more; `gained`: newly sure; of several the first of these"),
    Field("from", "day or null", "the first of these days; null: from ever"),
    Field("before", "day or null", "the first day that is none of them any more; null: without end"),
    Field("old", "answer as said or null", "the old answer; null where no such provision was known"),
    Field("new", "answer as said or null", "the new answer; null where no such provision is known"),
    Field("because", "list of reason", "why the new answer is not plainly sure, or plainly no"),
    Field("acts", "list of text", "the acts that brought the new answer about, or stand between it and certainty"),
))
CHANGED = Shape("changed answers", "What a database says otherwise than an older one.", (
    Field("old", "hash or null", "the hash that names the old build"),
    Field("new", "hash or null", "the hash that names the new build"),
    Field("changes", "list of changed answer", "sure answers that changed their content first, then those that are "
          "lost, then those that are gained; each by law, language, document and day"),
    Field("gone", "list of text held", "the texts that the new database holds no more"),
    Field("come", "list of text held", "the texts that the old database did not hold"),
))
EXAMINED = Shape("examined file", "What a file is that may be imported, and how much of it is read.", (
    Field("file", "text", "the file"),
    Field("format", f"{one_of(FileFormat)} or null", "what it is; null where it cannot be opened"),
    Field("id", "text or null", "the id of the law that an import gives it"),
    Field("number", "text or null", "number of the law"), Field("adopted", "day or null", "day of adoption"),
    Field("kind", "text or null", "kind of act"), Field("title", "text or null", "title"),
    Field("lang", "text or null", "the language that it says, or in which it could be read"),
    Field("day", "day or null", "the day that the edition is dated by"),
    Field("dated_by", f"{one_of(Dating)} or null", "whether that is a day of operation or of adoption"),
    Field("retrieved", "day or null", "the day on which it was saved, or stood as it is"),
    Field("known_as", "text or null", "the id of the law, where the corpus holds this very edition"),
    Field("provisions", "number", "how many provisions are read"),
    Field("claims", "number", "how many changes its notes tell of"),
    Field("shares", "list of share", "the characters of the text by owner; none where nothing is read"),
    Field("unread", "list of not understood", "what is not fully understood"),
    Field("findings", "list of finding in a file", "what does not fit"),
    Field("refused", "text or null", "why an import would refuse it"),
    Field("do", "list of text", "what to do"),
))
SHARE = Shape("share", "How much of a text one owner has.", (
    Field("owner", one_of(Role), "the owner; `unread` is what is not fully understood"),
    Field("characters", "number", "how many characters"),
    Field("tenths", "number", "tenths of a per cent; those of a file sum to 1,000"),
))
NOT_UNDERSTOOD = Shape("not understood", "A note, or a stretch of text, that is not fully understood.", (
    Field("kind", one_of(UnreadKind), "a note may tell of any change; of text it is not known what is printed"),
    Field("eids", "list of text", "what it makes less sure"), Field("text", "text", "the words, whole"), _LINE,
))

SHAPES = (BOUNDS, DAY_ANSWER, PROVISION_ANSWER, REASON, CITED, CITED_IN_WORDS, LOOK_UP, REFERENCE, LIFE, VERSION,
          AMENDMENT, SOURCE, DIFFERENCE, PRESENCES, WORDINGS, ACT, EFFECT, TITLES, FINDING, PLACE, DOCUMENT, OWN_WORDS,
          PRINTED, CLAIM,
          ACT_NAMED, RULE,
          FILE_FINDING, COVERED, GRAPH, GRAPH_OWN, NODE, EDGE, CHANGED, SHIFT, SAID, HELD_TEXT, EXAMINED, SHARE,
          NOT_UNDERSTOOD)

ANSWERS = (
    Output("text", "lawgraph text, and the pages of a law and of a provision on a day", "law on a day"),
    Output("history", "lawgraph history, and the page of a provision", "life"),
    Output("cite", "lawgraph cite --format json", "citation"),
    Output("diff", "lawgraph diff, and the page of two days", "list of difference"),
    Output("acts", "lawgraph acts", "list of act"),
    Output("check", "lawgraph check, and /findings.json", "list of finding"),
    Output("parse", "lawgraph parse", "document"),
    Output("coverage", "lawgraph coverage", "list of coverage"),
    Output("graph", "lawgraph graph", "graph"),
    Output("changed", "lawgraph changed", "changed answers"),
    Output("doctor", "lawgraph doctor", "list of examined file"),
)
