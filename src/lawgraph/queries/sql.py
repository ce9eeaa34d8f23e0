"""The queries that serve this program: what is asked of one law. Those offered to people stand in `named`.

They take `:law` (the id), `:lang`, `:eid`, `:on` (an ISO day) where they need them, and `:known`, the day as of whose
knowledge they answer; null or empty is all that is known. What is asked across laws stands in `across`.
"""

from lawgraph.database.schema import TITLE_NAMES
from lawgraph.queries import across
from lawgraph.queries.query import SELECT_ON_DAY, Query
from lawgraph.queries.query import known as _known
from lawgraph.queries.query import lines as _lines

_SELECT_LAW = f"""select l.id, l.number, l.adopted, l.kind, l.gazette, {', '.join(f'l.{name}' for name in TITLE_NAMES)},
       k.start_earliest, k.start_latest, k.start_basis_data, k.horizon, k.acts_complete_until, k.acts_known
from laws l join knowledge k on k.law = l.id"""  # noqa: S608  (our own names)

# A law that is cited is shown in the language of the citation, where it is held in it.
_SELECT_CITATION = """select c.text as wording, c.law, l.number as law_number, c.lang, c.eid, c.first, c.after,
       c.words, c.cites, c.cites_act, c.cites_law, coalesce(
         (select s.lang from sources s where s.law = c.cites_law and s.lang = c.lang limit 1),
         (select s.lang from sources s where s.law = c.cites_law order by s.position limit 1)) as cites_lang
from citations c join laws l on l.id = c.law"""

LAWS = Query("laws", "Laws", "The laws held, with what was known of each as a whole.", _lines(
    _SELECT_LAW, "where", _known("k"), "order by l.id"))

LAW_NAMED = Query(
    "law_named", "A law by its name", "The laws with an id or a number, with what was known of each as a whole.",
    _lines(_SELECT_LAW, "where l.id in (select id from laws where id = :name or number = :name) and", _known("k"),
           "order by l.id"))

LANGUAGES = Query(
    "languages", "Languages", "The languages in which the text of a law is held, the first edition's first.",
    "select lang from sources where law = :law group by lang order by min(position)")

PLACES = Query(
    "places", "Provisions of a law",
    "Every provision that a law is known ever to have had, in the order of the document.",
    _lines("select p.eid, p.kind, p.number, p.within from provisions_ever p", "where p.law = :law and", _known("p"),
           "order by p.position"))

VERSIONS = Query(
    "versions_of_provision", "The life of a provision", "The versions of a provision in the order of time.",
    _lines(SELECT_ON_DAY, "from versions_ever v where v.law = :law and v.eid = :eid and v.lang = :lang and",
           _known("v"), "order by v.from_latest"))

SOURCES = Query(
    "sources_of_law", "The sources of a law", "The files that the text of a law in a language was read from.",
    "select * from sources where law = :law and lang = :lang order by position")

PRINTINGS = Query(
    "printings_of_provision", "Where a provision is printed",
    "The places at which editions print a provision, to the byte.",
    """select r.lang, r.file, r.line, r.first_byte, r.after_byte, r.excluded
from printings r join sources s on s.law = r.law and s.file = r.file
where r.law = :law and r.eid = :eid
order by s.position, r.first_byte""")

DIFFERING_DAYS = Query(
    "differing_days", "Days on which a law differs", "The days on which the answer for some provision begins.",
    "select distinct from_latest from versions where law = :law and lang = :lang order by from_latest")

AMENDMENTS = Query(
    "amendments_of_law", "The changes of a law", "Every change of a law, with the act that made it.",
    _lines("""select a.*, c.number, c.adopted, c.kind, c.within
from amendments_ever a left join acts c on c.name = a.act
where a.law = :law and""", _known("a"), "order by a.position"))

AMENDMENT_SOURCES = Query(
    "sources_of_amendments", "What changes rest on",
    "The places in sources and facts that tell of the changes of a law.",
    _lines("""select s.law, s.amendment, s.kind, s.file, s.line, s.text
from amendments_ever a join amendment_sources s on s.law = a.law and s.amendment = a.position
where a.law = :law and""", _known("a"), "order by s.amendment, s.position"))

CITATIONS_IN = Query(
    "citations_in_provision", "What a provision refers to", "The references in the wordings of a provision.",
    _lines(_SELECT_CITATION, "where c.law = :law and c.lang = :lang and c.eid = :eid", "order by c.position"))

CITATIONS_OF = Query(
    "citations_of_provision", "What refers to a provision",
    "The references to a provision from other wordings of its law in one language, and from other laws in all of them.",
    _lines(_SELECT_CITATION, "where c.cites_law = :law and c.cites = :eid and (c.law <> :law or c.lang = :lang)",
           "order by c.law <> :law, c.law, c.lang <> :lang, c.position"))

CITATIONS_OF_LAW = Query(
    "citations_of_law", "References in a law", "The references in the newest wording that is held of each provision.",
    _lines(_SELECT_CITATION, """  join provisions p on p.law = c.law and p.eid = c.eid
where c.law = :law and c.lang = :lang
  and c.text = (select newest.text from texts newest
                where newest.law = c.law and newest.lang = c.lang and newest.eid = c.eid
                order by newest.id desc limit 1)
order by p.position, c.first"""))

VERSIONS_OF_LAW = Query(
    "versions_of_law", "The lives of all provisions", "The versions of every provision of a law, in document order.",
    _lines(SELECT_ON_DAY, "from versions_ever v where v.law = :law and v.lang = :lang and", _known("v"),
           "order by v.position, v.from_latest"))

INNER = (LAWS, LAW_NAMED, LANGUAGES, PLACES, VERSIONS, SOURCES, PRINTINGS, DIFFERING_DAYS, AMENDMENTS,
         AMENDMENT_SOURCES, CITATIONS_IN, CITATIONS_OF, CITATIONS_OF_LAW, VERSIONS_OF_LAW, *across.QUERIES)
"""The queries that serve this program alone."""
