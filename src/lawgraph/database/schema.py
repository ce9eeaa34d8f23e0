"""The tables of the database, declared once: what each table and column means, in words of the law.

From this one declaration follow the database itself, the descriptions that Datasette shows, and docs/tables.md. Days
are ISO text (`2013-07-20`); a bound that is not known is null, never an invented day. Stretches of days are half open:
`from` is the first day, `before` the first day no more. Stretches of a source are bytes of its file, half open too.
"""

import hashlib
from dataclasses import dataclass

from lawgraph.languages.spoken import codes, spoken


@dataclass(frozen=True, slots=True)
class Column:
    """Describe a column: its name, what it means, whether it holds text or a number, and whether it is never null."""

    name: str
    meaning: str
    holds: type[str] | type[int] = str
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """Say that columns name a row of another table."""

    columns: tuple[str, ...]
    table: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Describe a table: its meaning, key, columns, references and indexes.

    `searched` are the columns of its full-text search; `label` is the column that names a row to people.
    """

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    references: tuple[Reference, ...] = ()
    indexes: tuple[tuple[str, ...], ...] = ()
    searched: tuple[str, ...] = ()
    label: str | None = None


def _text(name: str, meaning: str) -> Column:
    return Column(name, meaning)


def _needed(name: str, meaning: str) -> Column:
    return Column(name, meaning, needed=True)


def _count(name: str, meaning: str) -> Column:
    return Column(name, meaning, int)


def _number(name: str, meaning: str) -> Column:
    return Column(name, meaning, int, needed=True)


_TO_LAW = Reference(("law",), "laws", ("id",))
_TO_PROVISION = Reference(("law", "eid"), "provisions", ("law", "eid"))
_TO_ACT = Reference(("act",), "acts", ("name",))
_TO_SOURCE = Reference(("source",), "sources", ("id",))

_LAW = _needed("law", "the law, by its id on adilet.zan.kz")
_LANG = _needed("lang", "the language of the text: " + " or ".join((", ".join(codes()[:-1]), codes()[-1])))
_ID = _number("id", "number of the row, without a meaning of its own")
_FILE = _text("file", "the file in which this stands")
_LINE = _count("line", "its line in the file, counted from 1")
TITLE_NAMES = tuple(f"title_{code}" for code in codes())
_TITLES = tuple(_text(f"title_{code}", f"title in {spoken(code).name}") for code in codes())
_RECORD = (
    _text("source", "where the fact was read"),
    _text("confidence", "how sure it is: high, medium or low"),
    _text("recorded", "the day on which it was written down"),
    _FILE,
    _LINE,
)
_SEARCH_NORM = _text("search_norm", "the same in lower case, ё as е and Roman numerals in Latin letters, for searching")

_KNOWN = (
    _text("known_from", "the day from which enough was recorded to say so; null: before any fact was"),
    _text("known_before", "the day from which more was recorded and this is said no more; null: it still is"),
)

BUILD = Table(
    "build", "What this database was made by and from; two builds from the same sources are the same, byte for byte.",
    ("part",), (
        _needed("part", "program, schema, corpus, amendments, laws (what is kept of each), or rows (the hash of all "
                "seals, which names this build)"),
        _needed("value", "the version of the program, else a SHA-256"),
    ), label="part")

SEALS = Table(
    "seals", "The hash of the rows of each law, of what laws have in common, and of full-text search; "
    "docs/integrity.md says how each is made.",
    ("part",), (
        _needed("part", "law/ and the id of a law, common, or search"),
        _needed("sha256", "SHA-256 of its rows"),
    ), label="part")

LAWS = Table(
    "laws", "The laws whose wordings are told, one row for each.",
    ("id",), (
        _needed("id", "its id on adilet.zan.kz"),
        _needed("number", "its official number: 271-IV"),
        _needed("adopted", "the day of adoption"),
        _needed("kind", "law, code, order …"),
        _text("gazette", "its place in the official gazette, where a fact tells it"),
        *_TITLES,
        _text("start_earliest", "the earliest day on which it can have come into operation"),
        _text("start_latest", "the day by which it surely was in operation"),
        _needed("start_basis", "the rule that these two days rest on"),
        _needed("start_basis_data", "the same as data: JSON, a list of clauses"),
        _text("horizon", "the last day up to which the sources speak; later answers are presumed"),
        _text("acts_complete_until", "the day up to which all acts that amended it are known, where a fact says so"),
        _needed("acts_known", "the same in words"),
        _SEARCH_NORM,
    ), indexes=(("number",), ("kind",), ("adopted",)), searched=("number", *TITLE_NAMES, "search_norm"),
    label="number")

TITLES = Table(
    "titles", "The title under which a law is listed in each language; in one that it has no title in, another.",
    ("law", "lang"), (
        _LAW,
        _needed("lang", "the language of the list: eng, rus or kaz"),
        _needed("title", "the title"),
        _needed("written_in", "the language that this title is in"),
        _needed("initial", "the letter it stands under: of the first word after On, О or Об; 0-9 where it has none"),
        _needed("sorted_by", "what titles are sorted by: letters of all three alphabets stand in their order"),
    ), (_TO_LAW,), (("lang", "initial", "sorted_by"), ("lang", "sorted_by")), label="title")

KNOWLEDGE = Table(
    "knowledge", "What was known of each law as a whole, and when: a row for each stretch of days between two on which "
    "facts were recorded. An edition counts as known always, since the day on which it was taken in is not recorded.",
    ("id",), (
        _ID, _LAW,
        *_KNOWN,
        _text("start_earliest", "the earliest day on which it can have come into operation, as known then"),
        _text("start_latest", "the day by which it surely was in operation, as known then"),
        _needed("start_basis", "the rule that these two days rest on"),
        _needed("start_basis_data", "the same as data: JSON, a list of clauses"),
        _text("horizon", "the last day up to which the sources spoke; later answers are presumed"),
        _text("acts_complete_until", "the day up to which all acts that amended it were known, where a fact said so"),
        _needed("acts_known", "the same in words"),
    ), (_TO_LAW,), (("law", "known_from"),))

SOURCES = Table(
    "sources", "The files from which the wordings were read, one row for each language and edition.",
    ("id",), (
        _ID, _LAW, _LANG,
        _needed("file", "the file"),
        _needed("standing", "official text, or unofficial translation"),
        _number("official", "1 where the text has legal force, else 0"),
        _text("address", "the page it was saved from"),
        _needed("sha256", "SHA-256 of the file"),
        _text("day", "the day for which its consolidation speaks, where it is stated"),
        _text("retrieved", "the day on which it was saved, where that is known"),
    ), (_TO_LAW,), (("law", "lang"),), label="file")

PROVISIONS = Table(
    "provisions", "Every provision that a law is known ever to have had, in the order of the document.",
    ("law", "eid"), (
        _LAW,
        _needed("eid", "its address: art_6__para_2__point_4-1"),
        _needed("kind", "chapter, article, paragraph, point, part, indent, heading …"),
        _text("number", "its number, null for what has none"),
        _text("within", "the address of what encloses it, chapters included; null at the top"),
        _number("position", "its place in the document, counted from 1"),
        *_KNOWN,
    ), (_TO_LAW, Reference(("law", "within"), "provisions", ("law", "eid"))),
    (("law", "position"), ("law", "within"), ("eid", "law")), label="eid")

PRINTINGS = Table(
    "printings", "Where an edition prints a provision, to the byte.",
    ("id",), (
        _ID,
        _number("source", "the edition"), _LAW,
        _needed("eid", "the provision"),
        _number("line", "the line on which it begins, counted from 1"),
        _number("first_byte", "the byte of the file at which it begins, counted from 0"),
        _number("after_byte", "the byte behind its end"),
        _number("excluded", "1 where only its number and an editorial line are printed, else 0"),
    ), (_TO_SOURCE, _TO_PROVISION), (("law", "eid"),))

VERSIONS = Table(
    "versions",
    "What may be said of each provision for each stretch of days: every day from the law's first possible day on has "
    "exactly one row for each provision and language with known_before null, which is what is known now, and one for "
    "each day on which somebody could have asked before.",
    ("id",), (
        _ID, _LAW, _LANG,
        _needed("eid", "the provision"),
        _text("from_earliest", "the earliest day on which this can have begun"),
        _needed("from_latest", "the first day for which this row is the answer"),
        _needed("from_basis", "the rule that the two days rest on"),
        _needed("from_basis_data", "the same as data: JSON, a list of clauses"),
        _text("before_earliest", "the first day for which this row is the answer no more; null where no end is known"),
        _text("before_latest", "the day by which it had surely ended"),
        _needed("before_basis", "the rule that the two days rest on"),
        _needed("before_basis_data", "the same as data: JSON, a list of clauses"),
        _needed("in_operation", "whether the provision was in operation: yes, presumed, possible or no"),
        _text("wording", "how sure its wording is: attested, presumed, unverified or unknown; null where it was not in "
              "operation"),
        _text("text", "its own wording where that is attested or presumed; empty where it has none of its own; null "
              "where it is not held"),
        _needed("because", "why the answer is not plainly sure, as a JSON list of sentences"),
        _needed("reasons", "the same as data: a JSON list of kind, act, earliest, latest, basis, basis_data, "
                "target, and of what is not understood file, line, quote"),
        _text("introduced_by", "the acts that brought this about, or may have, joined by commas"),
        _text("ended_by", "the acts that ended it, or may have, joined by commas"),
        _count("nearest_version", "the version of other days whose wording is held and comes nearest"),
        _text("nearest_from", "the first day of that wording"),
        _text("nearest_before", "the first day on which it is the wording no more"),
        *_KNOWN,
    ), (_TO_PROVISION, Reference(("nearest_version",), "versions", ("id",))),
    (("law", "lang", "eid", "from_latest", "before_earliest", "known_from", "known_before"),
     ("law", "lang", "from_latest")), label="eid")

TEXTS = Table(
    "texts", "Each distinct wording that is held of a provision as known now, for searching.",
    ("id",), (
        _ID, _LAW, _LANG,
        _needed("eid", "the provision"),
        _needed("text", "its own wording"),
        _needed("from_latest", "the first day for which this wording is held"),
        _text("before_earliest", "the first day for which it is held no more; null where no end is known"),
        _SEARCH_NORM,
    ), (_TO_PROVISION,), (("law", "lang", "eid"),), searched=("text", "search_norm"), label="eid")

ACTS = Table(
    "acts", "The acts that amended the laws, or are told to have done so.",
    ("name",), (
        _needed("name", "its short name: 124-V, or day and number where numbers repeat (@ law if one is untold)"),
        _text("number", "its number, Latin numerals, one hyphen"),
        _text("adopted", "the day of adoption"),
        _needed("kind", "law, code, order …; unstated where no source tells"),
        _text("within", "the law in which alone it is known, where a source names it only in part"),
        _text("adilet_id", "its id on adilet.zan.kz"),
        _count("guessed", "1 where that id was built by the usual construction and never seen, else 0"),
        _text("gazette", "its place in the official gazette, where a fact tells it"),
        *_TITLES,
        _text("operative_earliest", "the earliest first day of operation of any of its changes"),
        _text("operative_latest", "the day by which the first of its changes was surely in operation"),
        _text("operative_basis", "the rule that these two days rest on"),
        _text("operative_basis_data", "the same as data: JSON, a list of clauses"),
        _count("position", "its place among all acts, by first day of operation, counted from 1"),
        *_RECORD,
        _SEARCH_NORM,
    ), indexes=(("position",), ("operative_earliest",), ("adopted",)),
        searched=("name", *TITLE_NAMES, "search_norm"), label="name")

PUBLICATIONS = Table(
    "publications", "The days on which acts were officially published.",
    ("id",), (
        _ID,
        _needed("act", "the act"),
        _needed("day", "the day of publication, of the last part where there are several"),
        _number("first", "1 where a source says that it was the first"),
        _text("organ", "the newspaper or gazette, where it is told"),
        _text("issue", "its issue, where it is told"),
        *_RECORD,
    ), (_TO_ACT,), (("act", "day"),))

CLAIMS = Table(
    "claims", "What footnotes and editorial lines of an edition say, one row for each act and target, as printed.",
    ("id",), (
        _ID,
        _number("source", "the edition that says so"), _LAW,
        _needed("target", "the address of what was changed; law for the whole"),
        _needed("action", "insertion, substitution, modification, exclusion …"),
        _text("act", "the act, null where none is named"),
        _needed("operation", "how its first day of operation is told: after_publication, on_publication, on_day, "
                "see, unstated"),
        _count("days", "calendar days after first official publication"),
        _count("months", "months after first official publication"),
        _text("day", "the stated day of operation"),
        _text("reference", "what the footnote refers to for it, as printed"),
        _text("until", "the day that ends a suspension"),
        _number("pending", "1 where the change is only foreseen, else 0"),
        _number("editorial", "1 where the line stands in the place of the provision, 0 for a footnote"),
        _number("line", "the line on which it begins, counted from 1"),
        _number("first_byte", "the byte of the file at which it begins, counted from 0"),
        _number("after_byte", "the byte behind its end"),
        _needed("text", "the words as printed"),
    ), (_TO_SOURCE, _TO_LAW, _TO_ACT), (("law", "target"), ("act",)), label="text")

AMENDMENTS = Table(
    "amendments", "The changes that follow from claims and facts together, each with the bounds of its first day.",
    ("id",), (
        _ID, _LAW,
        _text("act", "the act; null for acts that no source records"),
        _needed("target", "the address of what was changed; law for the whole"),
        _needed("action", "insertion, substitution, modification, exclusion, repeal, expiry, suspension, "
                "text_substitution, not_understood"),
        _needed("scope", "how far it reaches: the whole of the target, its own_text alone, or somewhere in it"),
        _text("earliest", "the earliest first day of operation"),
        _text("latest", "the day by which it was surely in operation"),
        _needed("basis", "the rule that these two days rest on"),
        _needed("basis_data", "the same as data: JSON, a list of clauses"),
        _text("until", "the day that ends a suspension"),
        _text("restated", "the languages in which the new wording has the same words, joined by commas"),
        _number("stand_in", "1 for acts of which no source tells, such as a footnote may have dropped; else 0"),
        _text("file", "the file of its first source"),
        _count("line", "its line in that file"),
        _text("text", "its words"),
        *_KNOWN,
    ), (_TO_LAW, _TO_ACT), (("law", "target"), ("act",)), label="target")

AMENDMENT_SOURCES = Table(
    "amendment_sources", "The places in sources and facts that an amendment rests on.",
    ("amendment", "position"), (
        _number("amendment", "the amendment"),
        _number("position", "counted from 1; the first decides the day"),
        _needed("kind", "fact, claim (a note of an edition), or foreseen (a note on a change to come)"),
        _needed("file", "the file"), _LINE,
        _needed("text", "the words that tell it"),
    ), (Reference(("amendment",), "amendments", ("id",)),))

CITATIONS = Table(
    "citations", "References inside wordings, to provisions of the same law, and to other laws and acts.",
    ("id",), (
        _ID,
        _number("text", "the wording that refers"), _LAW, _LANG,
        _needed("eid", "the provision that refers"),
        _number("first", "the character of the wording at which the reference begins, counted from 0"),
        _number("after", "the character behind its end"),
        _needed("words", "the reference as printed"),
        _text("cites_law", "the law held that is meant, the same one or another; null where that is not settled"),
        _text("cites", "the provision of that law that is meant; null where the law as a whole is, or none is settled"),
        _text("cites_act", "the other act that is meant, by its short name, its own name or its title"),
        _text("cites_place", "the place in that other act as the words name it: art_5__point|subpoint_2 where a word "
              "can mean either"),
    ), (Reference(("text",), "texts", ("id",)), _TO_PROVISION, Reference(("cites_law",), "laws", ("id",)),
        Reference(("cites_law", "cites"), "provisions", ("law", "eid"))),
    (("cites_law", "cites"), ("law", "lang", "eid"), ("text",)), label="words")

INSTRUCTIONS = Table(
    "instructions", "What amending acts say in their own words that they do to a law, one row for each instruction.",
    ("id",), (
        _ID, _LAW, _needed("act", "the act"), _LANG,
        _needed("place", "where it stands in the act: article, item, step and paragraphs of the step"),
        _needed("form", "its form, F1 to F21: F1 restates, F2 excludes, F3 inserts, F4 to F7 exchange words"),
        _needed("units", "the units that it names, as it names them, joined by commas"),
        _needed("search", "the words searched for, one in a line"),
        _needed("replacement", "the words put in, one in a line"),
        _needed("payload", "the wording that it quotes"),
        _text("refused", "why it is not applied, where it is understood and is not"),
        _needed("file", "the file of the act"), _LINE,
        _number("first_character", "the character of the file at which it begins, counted from 0"),
        _number("after_character", "the character behind its end, wordings included"),
        _needed("text", "its words"),
    ), (_TO_LAW,), (("law", "act"),), label="text")

FINDINGS = Table(
    "findings", "What does not fit in the sources and facts; nothing is dropped or repaired silently.",
    ("id",), (
        _ID,
        _needed("kind", "what kind of misfit"),
        _needed("severity", "error: wrong in a source or fact; warning: odd and unexplained; note: odd, known and "
                "explained"),
        _text("law", "the law"),
        _text("eid", "the provision"),
        _text("act", "the act"),
        _needed("message", "the finding in a sentence"),
        _FILE, _LINE,
    ), (_TO_LAW,), (("severity", "kind"), ("law", "severity")), label="message")

TABLES = (BUILD, SEALS, LAWS, TITLES, KNOWLEDGE, SOURCES, PROVISIONS, PRINTINGS, VERSIONS, TEXTS, ACTS, PUBLICATIONS,
          CLAIMS, AMENDMENTS, AMENDMENT_SOURCES, CITATIONS, INSTRUCTIONS, FINDINGS)
"""All tables, in the order in which they are filled."""


def fingerprint() -> str:
    """Return the SHA-256 of all names of tables and columns; a database with others cannot be read."""
    names = [[table.name, *(column.name for column in table.columns)] for table in TABLES]
    return hashlib.sha256(repr(names).encode()).hexdigest()
