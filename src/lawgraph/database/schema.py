"""The tables of the database, declared once: what each table and column means, in words of the law.

From this one declaration follow the database itself, the descriptions that Datasette shows, and docs/tables.md. Days
are ISO text (`2013-07-20`); a bound that is not known is null, never an invented day. Stretches of days are half open:
`from` is the first day, `before` the first day no more. Stretches of a source are bytes of its file, half open too.
What is known now stands under the plain names; `declaring` tells how rows are stored.
"""

from lawgraph.database.declaring import (
    ACTS_NAMED,
    BUILD,
    NUMBER,
    ORIGINS,
    REASON_AS_DATA,
    SAID_BECAUSE,
    SEALS,
    SERVING,
    Column,
    Reference,
    Shared,
    Table,
    bounds,
    count,
    needed,
    number,
    rule,
    same,
    text,
)
from lawgraph.languages.spoken import codes, spoken

_TO_LAW = Reference(("law",), "laws", ("id",))
_TO_ACT = Reference(("act",), "acts", ("name",))

_LAW = needed("law", "the law, by its id on adilet.zan.kz")
_LANG = needed("lang", "the language of the text: " + " or ".join((", ".join(codes()[:-1]), codes()[-1])))
_UNIT = (needed("kind", "chapter, article, paragraph, point, part, indent, heading …"),
         text("number", "its number, null for what has none"))
_PLACE = number("position", "its place in the document, counted from 1")
_POSITION = number("position", "its place among those of its law, counted from 1")
_FILE = text("file", "the file in which this stands")
_LINE = count("line", "its line in the file, counted from 1")
_BYTES = (number("line", "the line on which it begins, counted from 1"),
          number("first_byte", "the byte of the file at which it begins, counted from 0"),
          number("after_byte", "the byte behind its end"))
TITLE_NAMES = tuple(f"title_{code}" for code in codes())
_TITLES = tuple(text(f"title_{code}", f"title in {spoken(code).name}") for code in codes())
_RECORD = (
    text("source", "where the fact was read"),
    text("confidence", "how sure it is: high, medium or low"),
    text("recorded", "the day on which it was written down"),
    _FILE, _LINE)
_SEARCH_NORM = text("search_norm", "the same in lower case, ё as е and Roman numerals in Latin letters, for searching")

def _words(name: str, *, needed: bool = True) -> Shared:
    """Say that a text is read from `words`."""
    return Shared(f"{name}_words", "words", ((name, "words"),), needed=needed)


def _provision(*shows: str) -> Shared:
    return Shared("provision", "provisions_rows", same("law", "eid"), same(*shows))


_EDITION = Shared("source", "sources", same("law", "file"), same("lang"))
_KNOWN = (
    text("known_from", "the day from which enough was recorded to say so; null: before any fact was"),
    text("known_before", "the day from which more was recorded and this is said no more; null: it still is"),
)

LAWS = Table(
    "laws", "The laws whose wordings are told, one row for each.",
    ("id",), (
        needed("id", "its id on adilet.zan.kz"),
        needed("number", "its official number: 271-IV"),
        needed("adopted", "the day of adoption"),
        needed("kind", "law, code, order …"),
        text("gazette", "its place in the official gazette, where a fact tells it"),
        *_TITLES,
        text("start_earliest", "the earliest day on which it can have come into operation"),
        text("start_latest", "the day by which it surely was in operation"),
        *rule("start_"),
        text("horizon", "the last day up to which the sources speak; later answers are presumed"),
        text("acts_complete_until", "the day up to which all acts that amended it are known, where a fact says so"),
        needed("acts_known", "the same in words"),
        _SEARCH_NORM,
    ), indexes=(("number",), ("kind",), ("adopted",)), searched=("number", *TITLE_NAMES, "search_norm"),
    label="number")

TITLES = Table(
    "titles", "The title under which a law is listed in each language; in one that it has no title in, another.",
    ("law", "lang"), (
        _LAW,
        needed("lang", "the language of the list: eng, rus or kaz"),
        needed("title", "the title"),
        needed("written_in", "the language that this title is in"),
        needed("initial", "the letter it stands under: of the first word after On, О or Об; 0-9 where it has none"),
        needed("sorted_by", "what titles are sorted by: letters of all three alphabets stand in their order"),
    ), (_TO_LAW,), (("lang", "initial", "sorted_by"), ("lang", "sorted_by")), label="title")

KNOWLEDGE = Table(
    "knowledge", "What was known of each law as a whole, and when: a row for each stretch of days between two on which "
    "facts were recorded. An edition counts as known always, since the day on which it was taken in is not recorded.",
    ("law", "position"), (
        _LAW, _POSITION, *_KNOWN,
        text("start_earliest", "the earliest day on which it can have come into operation, as known then"),
        text("start_latest", "the day by which it surely was in operation, as known then"),
        *rule("start_"),
        text("horizon", "the last day up to which the sources spoke; later answers are presumed"),
        text("acts_complete_until", "the day up to which all acts that amended it were known, where a fact said so"),
        needed("acts_known", "the same in words"),
    ), (_TO_LAW,))

SOURCES = Table(
    "sources", "The files from which the wordings were read, one row for each language and edition.",
    ("law", "position"), (
        NUMBER, _LAW, _POSITION, _LANG,
        needed("file", "the file"),
        needed("standing", "official text, or unofficial translation"),
        number("official", "1 where the text has legal force, else 0"),
        text("address", "the page it was saved from"),
        needed("sha256", "SHA-256 of the file"),
        text("day", "the day for which its consolidation speaks, where it is stated"),
        text("retrieved", "the day on which it was saved, where that is known"),
    ), (_TO_LAW,), (("law", "lang"),), label="file")

PROVISIONS = Table(
    "provisions", "Every provision that a law is known ever to have had, in document order.", ("law", "eid"), (
        _LAW,
        needed("eid", "its address: art_6__para_2__point_4-1"),
        *_UNIT,
        text("within", "the address of what encloses it, chapters included; null at the top"),
        _PLACE,
        *_KNOWN,
    ), (_TO_LAW,), (("law", "position"), ("whole",)),
    shared=(Shared("whole", "provisions_rows", (("law", "law"), ("within", "eid")), needed=False),), inline=("law",),
    unique=("eid", "law"), changing=True)

PRINTINGS = Table(
    "printings", "Where an edition prints a provision, to the byte.",
    ("law", "eid", "file", "first_byte"), (
        _LAW, _LANG,
        needed("file", "the file of the edition"),
        needed("eid", "the provision"),
        *_BYTES,
        number("excluded", "1 where only its number and an editorial line are printed, else 0"),
    ), shared=(_provision(), _EDITION), stored_key=("provision", "source", "first_byte"))

VERSIONS = Table(
    "versions",
    "What may be said of each provision for each stretch of days: every day from the law's first possible day on has "
    "exactly one row for each provision and language.",
    ("law", "lang", "eid", "from_latest", "stretch"), (
        _LAW, _LANG,
        needed("eid", "the provision"),
        *_UNIT,
        Column("within", "the address of what encloses it, chapters included; null at the top",
               made="(select w.eid from provisions_rows w where w.id = provision_.whole)"),
        _PLACE,
        text("from_earliest", "the earliest day on which this can have begun"),
        needed("from_latest", "the first day for which this row is the answer"),
        *rule("from_"),
        text("before_earliest", "the first day for which this row is the answer no more; null where no end is known"),
        text("before_latest", "the day by which it had surely ended"),
        *rule("before_"),
        needed("in_operation", "whether the provision was in operation: yes, presumed, possible or no"),
        text("wording", "how sure its wording is: attested, presumed, unverified or unknown; null where it was not in "
              "operation"),
        text("text", "its own wording where that is attested or presumed; empty where it has none of its own; null "
              "where it is not held"),
        Column("because", "why the answer is not plainly sure, as a JSON list of sentences",
               made=SAID_BECAUSE.format(told="r.sentence")),
        Column("reasons", "the same as data: a JSON list of kind, act, target, earliest, latest, basis, basis_data "
               "(a list of clauses), and of what is not understood file, line, quote",
               made=SAID_BECAUSE.format(told=REASON_AS_DATA)),
        text("introduced_by", "the acts that brought this about, or may have, joined by commas"),
        text("ended_by", "the acts that ended it, or may have, joined by commas"),
        text("nearest_text", "the wording of other days that is held and comes nearest, where this one is not held"),
        text("nearest_from", "the first day of that wording"),
        text("nearest_before", "the first day on which it is the wording no more"),
        text("other_text", "the wording that is held on the other side of these days, where it reads otherwise"),
        text("other_from", "the first day of that wording"),
        text("other_before", "the first day on which it is the wording no more"),
        number("stretch", "the stretch of days from which on this is known, as numbered in `knowledge`"),
        *_KNOWN,
    ), shared=(_provision("kind", "number", "position"), bounds("start", "from_", "latest"),
            bounds("end", "before_", "earliest"),
               _words("text", needed=False), _words("nearest_text", needed=False),
               _words("other_text", needed=False),
               Shared("reason_list", "reason_lists", (), needed=False)),
    stored_key=("provision", "lang", "from_latest", "stretch"),
    changing=True)

TEXTS = Table(
    "texts", "Each distinct wording that is held of a provision as known now, for searching.",
    ("law", "lang", "eid", "from_latest", "text"), (
        NUMBER, _LAW, _LANG,
        needed("eid", "the provision"),
        needed("text", "its own wording"),
        needed("from_latest", "the first day for which this wording is held"),
        text("before_earliest", "the first day for which it is held no more; null where no end is known"),
    ), shared=(_provision(), _words("text")), indexes=(("provision", "lang"),), searched=("text",))

ACTS = Table(
    "acts", "The acts that amended the laws, or are told to have done so.",
    ("name",), (
        needed("name", "its short name: 124-V, or day and number where numbers repeat (@ law if one is untold)"),
        text("number", "its number, Latin numerals, one hyphen"),
        text("adopted", "the day of adoption"),
        needed("kind", "law, code, order …; unstated where no source tells"),
        text("within", "the law in which alone it is known, where a source names it only in part"),
        text("adilet_id", "its id on adilet.zan.kz"),
        text("zan", "its code in the official interface and the git corpus"),
        count("guessed", "1 where that id was built by the usual construction and never seen, else 0"),
        text("gazette", "its place in the official gazette, where a fact tells it"),
        *_TITLES,
        text("operative_earliest", "the earliest first day of operation of any of its changes"),
        text("operative_latest", "the day by which the first of its changes was surely in operation"),
        *rule("operative_", text),
        count("position", "its place among all acts, by first day of operation, counted from 1"),
        *_RECORD,
        _SEARCH_NORM,
    ), indexes=(("position",), ("operative_earliest",), ("adopted",)),
        searched=("name", *TITLE_NAMES, "search_norm"), label="name")

PUBLICATIONS = Table(
    "publications", "The days on which acts were officially published.",
    ("act", "position"), (
        needed("act", "the act"),
        number("position", "its place among the publications of the act, counted from 1"),
        needed("day", "the day of publication, of the last part where there are several"),
        number("first", "1 where a source says that it was the first"),
        text("organ", "the newspaper or gazette, where it is told"),
        text("issue", "its issue, where it is told"),
        *_RECORD,
    ), (_TO_ACT,))

LINEAGE = Table(
    "lineage", "Which law took the place of which: a row for both, and one for each two provisions that correspond.",
    ("act", "position"), (
        needed("act", "the act that took the place of an earlier law"),
        number("position", "its place among those of the act, counted from 1"),
        needed("earlier_law", "the earlier law, by its id on adilet.zan.kz; it need not be held"),
        needed("earlier", "the address in the earlier law; law for the whole"),
        text("later_law", "the act as a law that is held, by its id; null where its text is not held"),
        needed("later", "the address that corresponds in the act; law for the whole"),
        *_RECORD,
    ), (_TO_ACT,), (("earlier_law", "earlier"), ("later_law", "later")))

CLAIMS = Table(
    "claims", "What footnotes and editorial lines of an edition say, one row for each act and target, as printed.",
    ("law", "position"), (
        _LAW, _POSITION, _LANG,
        needed("file", "the file of the edition that says so"),
        needed("target", "the address of what was changed; law for the whole"),
        needed("action", "insertion, substitution, modification, exclusion …"),
        text("act", "the act, null where none is named"),
        needed("operation", "how its first day is told: after_publication, on_publication, from_signing, on_day, see, "
               "unstated"),
        count("days", "calendar days after first official publication"),
        count("months", "months after first official publication"),
        text("day", "the stated day of operation"),
        text("reference", "what the footnote refers to for it, as printed"),
        text("until", "the day that ends a suspension"),
        number("pending", "1 where the change is only foreseen, else 0"),
        number("editorial", "1 where the line stands in the place of the provision, 0 for a footnote"),
        *_BYTES,
        needed("text", "the words as printed"),
    ), (_TO_ACT,), (("source",), ("act",)), shared=(_EDITION, _words("text")))

AMENDMENTS = Table(
    "amendments", "The changes that follow from claims and facts together, each with the bounds of its first day.",
    ("law", "position"), (
        _LAW, _POSITION,
        text("act", "the act; null for acts that no source records"),
        needed("target", "the address of what was changed; law for the whole"),
        needed("action", "insertion, substitution, modification, exclusion, repeal, expiry, suspension, "
                "text_substitution, not_understood"),
        needed("scope", "how far it reaches: the whole of the target, its own_text alone, or somewhere in it"),
        text("earliest", "the earliest first day of operation"),
        text("latest", "the day by which it was surely in operation"),
        *rule(),
        text("until", "the day that ends a suspension"),
        text("restated", "the languages in which the new wording has the same words, joined by commas"),
        text("excepts", "the provisions that a repeal leaves as they are, joined by commas"),
        number("in_parts", "1 where the days are left to the act itself, which may start in parts; else 0"),
        number("stand_in", "1 for acts of which no source tells, such as a footnote may have dropped; else 0"),
        text("file", "the file of its first source"),
        count("line", "its line in that file"),
        text("text", "its words"),
        *_KNOWN,
    ), (_TO_LAW, _TO_ACT), (("law", "target"), ("act",)), changing=True,
    shared=(bounds("operative"), _words("file", needed=False), _words("text", needed=False)))

AMENDMENT_SOURCES = Table(
    "amendment_sources", "The places in sources and facts that an amendment rests on.",
    ("law", "amendment", "position"), (
        _LAW,
        number("amendment", "the amendment, by its position"),
        number("position", "counted from 1; the first decides the day"),
        needed("kind", "fact, claim (a note of an edition), or foreseen (a note on a change to come)"),
        needed("file", "the file"), _LINE,
        needed("text", "the words that tell it"),
    ), stored_key=("amended", "position"), shared=(
        Shared("amended", "amendments_rows", (("law", "law"), ("amendment", "position"))), _words("file"),
        _words("text")))

CITATIONS = Table(
    "citations", "References inside wordings, to provisions of the same law, and to other laws and acts.",
    ("law", "position"), (
        _LAW, _POSITION, _LANG,
        needed("eid", "the provision that refers"),
        needed("text", "the wording that refers"),
        number("first", "the character of the wording at which the reference begins, counted from 0"),
        number("after", "the character behind its end"),
        needed("words", "the reference as printed"),
        text("cites_law", "the law held that is meant, the same one or another; null where that is not settled"),
        text("cites", "the provision of that law that is meant; null where the law as a whole is, or none is settled"),
        text("cites_act", "the other act that is meant, by its short name, its own name or its title"),
        text("cites_place", "the place in that other act as the words name it: art_5__point|subpoint_2 where a word "
              "can mean either"),
    ), (Reference(("cites_law",), "laws", ("id",)),
        Reference(("cites_law", "cites"), "provisions_rows", ("law", "eid"))),
    (("cites_law", "cites"), ("wording",)),
    shared=(Shared("wording", "texts", same("law", "lang", "eid", "text")),))

INSTRUCTIONS = Table(
    "instructions", "What amending acts say in their own words that they do to a law, one row for each instruction.",
    ("law", "position"), (
        _LAW, _POSITION, needed("act", "the act"), _LANG,
        needed("article", "the article of the act in which it stands"),
        needed("item", "the number of the item on the law, empty where the act is on this law alone"),
        needed("step", "the number of the step, or empty"),
        needed("paragraphs", "the paragraphs of the step that it takes, wordings included: 1–3"),
        needed("form", "its form, F1 to F21: F1 restates, F2 excludes, F3 inserts, F4 to F7 exchange words"),
        needed("units", "the units that it names, as it names them, joined by commas"),
        needed("instead", "the units that it may name instead, where it can be read in two ways"),
        needed("search", "the words searched for, one in a line"),
        needed("replacement", "the words put in, one in a line"),
        needed("payload", "the wording that it quotes"),
        text("refused", "why it is not applied, where it is understood and is not"),
        needed("file", "the file of the act"), _LINE,
        number("first_character", "the character of the file at which it begins, counted from 0"),
        number("after_character", "the character behind its end, wordings included"),
        needed("text", "its words"),
    ), (_TO_LAW,), (("act", "law"), ("law",)), shared=(_words("payload"), _words("file"), _words("text")))

FINDINGS = Table(
    "findings", "What does not fit in the sources and facts; nothing is dropped or repaired silently.",
    ("law", "position"), (
        text("law", "the law"), _POSITION,
        needed("kind", "what kind of misfit"),
        needed("severity", "error: wrong in a source or fact; warning: odd and unexplained; note: odd, known and "
                "explained"),
        text("eid", "the provision"),
        text("act", "the act"),
        needed("message", "the finding in a sentence"),
        _FILE, _LINE,
    ), (_TO_LAW,), (("severity", "kind"), ("law", "severity")), label="message")

TABLES = (BUILD, SEALS, LAWS, TITLES, KNOWLEDGE, ACTS, PUBLICATIONS, LINEAGE, ACTS_NAMED, ORIGINS, FINDINGS,
          *SERVING, SOURCES, PROVISIONS, PRINTINGS, VERSIONS, TEXTS, CLAIMS, AMENDMENTS, AMENDMENT_SOURCES, CITATIONS,
          INSTRUCTIONS)
"""All tables, in the order in which they are filled."""
