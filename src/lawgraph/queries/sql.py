"""Every query, once: named, described, and used by Datasette, the pages, the command line and the tests alike.

All take `:law` (the id), `:lang`, `:eid`, `:on` (an ISO day) where they need them, and `:known`, the day as of whose
knowledge they answer; null or empty is all that is known. `NAMED` are offered to people; the others serve this
program. What is asked across laws stands in `across`.
"""

from lawgraph.database.schema import TITLE_NAMES
from lawgraph.queries import across
from lawgraph.queries.query import Query
from lawgraph.queries.query import known as _known
from lawgraph.queries.query import lines as _lines


def _titles(table: str) -> str:
    """Return the columns of titles, one for each language."""
    return ", ".join(f"{table}.{name}" for name in TITLE_NAMES)


_SELECT_ON_DAY = """select p.eid, p.kind, p.number, p.within, v.in_operation, v.wording, v.text, v.because,
       v.from_earliest, v.from_latest, v.from_basis_data, v.before_earliest, v.before_latest, v.before_basis_data,
       v.introduced_by, v.ended_by, near.text as nearest_text, v.nearest_from, v.nearest_before, v.reasons"""
_HOLDS = ("v.from_latest <= :on and (v.before_earliest is null or :on < v.before_earliest)\n"
          f"  and {_known('v')}")
# "cross join" keeps the order of the joins: from a provision to its one version, not the other way round.
_VERSIONS = """cross join versions v on v.law = p.law and v.eid = p.eid and v.lang = :lang
left join versions near on near.id = v.nearest_version"""

_SELECT_LAW = f"""select l.id, l.number, l.adopted, l.kind, l.gazette, {_titles('l')},
       k.start_earliest, k.start_latest, k.start_basis_data, k.horizon, k.acts_complete_until, k.acts_known
from laws l join knowledge k on k.law = l.id"""  # noqa: S608  (our own names)

# A law that is cited is shown in the language of the citation, where it is held in it.
_SELECT_CITATION = """select t.text as wording, c.law, l.number as law_number, c.lang, c.eid, c.first, c.after,
       c.words, c.cites, c.cites_act, c.cites_law, coalesce(
         (select s.lang from sources s where s.law = c.cites_law and s.lang = c.lang limit 1),
         (select s.lang from sources s where s.law = c.cites_law order by s.id limit 1)) as cites_lang
from citations c
  join texts t on t.id = c.text
  join laws l on l.id = c.law"""

# Not a public query: the inner part of those that speak of a provision with all that is inside it.
_INSIDE = """with recursive inside(eid) as (
  select eid from provisions where law = :law and eid = :eid
  union
  select part.eid from inside join provisions part on part.law = :law and part.within = inside.eid)"""

PROVISION_ON_DAY = Query(
    "provision_on_day", "A provision on a day",
    "What may be said of a provision and its parts on a day: was it in operation, its wording, and why it is not sure.",
    _lines(_INSIDE, _SELECT_ON_DAY, "from inside", "cross join provisions p on p.law = :law and p.eid = inside.eid",
           _VERSIONS, "where", _HOLDS, "order by p.position"))

LAW_ON_DAY = Query(
    "law_on_day", "A law on a day",
    "Every provision that the law is known ever to have had, in the order of the document, with its answer for a day.",
    _lines(_SELECT_ON_DAY, "from provisions p", _VERSIONS, "where p.law = :law and", _HOLDS, "order by p.position"))

CHANGES_OF_ACT = Query(
    "changes_of_act", "What an act changed",
    "The changes that one act made, with the bounds of their first day of operation and the source of each.",
    """select a.law, a.target, a.action, a.scope, a.earliest, a.latest, a.basis, a.until, a.file, a.line, a.text
from amendments a
where a.act = :act and a.known_before is null
order by a.id""")

UNCERTAIN_ON_DAY = Query(
    "uncertain_on_day", "What is uncertain on a day, and why",
    "The provisions of which it is not certain on a day that they were in operation, or how they were worded.",
    _lines("""select p.eid, p.kind, v.in_operation, v.wording, v.because, v.from_latest, v.before_earliest
from provisions p
cross join versions v on v.law = p.law and v.eid = p.eid and v.lang = :lang
where p.law = :law and v.in_operation <> 'no' and (v.in_operation <> 'yes' or v.wording <> 'attested') and""",
           _HOLDS, "order by p.position"))

GAPS = Query(
    "gaps", "Days on which wordings are not held",
    "For each article the stretches of days on which the wording of the article, or of some of its parts, is not held; "
    "a stretch without an end is counted to the last day of which the sources speak.",
    """with gap as (
  select substr(v.eid || '__', 1, instr(v.eid || '__', '__') - 1) as article, v.eid, v.from_latest as first,
         coalesce(v.before_earliest, max(v.from_latest, date(l.horizon, '+1 day')), v.from_latest) as before
  from versions v join laws l on l.id = v.law
  where v.law = :law and v.lang = :lang and v.known_before is null and v.wording in ('unverified', 'unknown')),
marked as (
  select *, first > coalesce(max(before) over (
    partition by article order by first, before rows between unbounded preceding and 1 preceding), '') as opens
  from gap),
stretches as (
  select *, sum(opens) over (partition by article order by first, before) as stretch from marked)
select article, min(first) as first_day, max(before) as before_day,
       cast(julianday(max(before)) - julianday(min(first)) as integer) as days,
       count(distinct stretches.eid) as provisions
from stretches
  join provisions p on p.law = :law and p.eid = article
group by p.position, article, stretch
order by p.position, first_day""")

ACTS_OF_LAW = Query(
    "acts_of_law", "The acts that amended a law",
    "The acts that amended a law, by the first day on which any of their changes can have been in operation.",
    f"""select c.name, c.number, c.adopted, {_titles('c')}, min(a.earliest) as earliest,
       min(a.latest) as latest, count(*) as changes
from amendments a join acts c on c.name = a.act
where a.law = :law and a.known_before is null
group by c.name
order by earliest, latest, c.adopted, c.name""")  # noqa: S608  (our own names)

NAMED = (PROVISION_ON_DAY, LAW_ON_DAY, CHANGES_OF_ACT, UNCERTAIN_ON_DAY, GAPS, ACTS_OF_LAW)
"""The queries that people are offered, in Datasette and in docs/tables.md."""

LAWS = Query("laws", "Laws", "The laws held, with what was known of each as a whole.", _lines(
    _SELECT_LAW, "where", _known("k"), "order by l.id"))

LAW_NAMED = Query(
    "law_named", "A law by its name", "The laws with an id or a number, with what was known of each as a whole.",
    _lines(_SELECT_LAW, "where l.id in (select id from laws where id = :name or number = :name) and", _known("k"),
           "order by l.id"))

LANGUAGES = Query(
    "languages", "Languages", "The languages in which the text of a law is held, the first edition's first.",
    "select lang from sources where law = :law group by lang order by min(id)")

PLACES = Query(
    "places", "Provisions of a law",
    "Every provision that a law is known ever to have had, in the order of the document.",
    _lines("select p.eid, p.kind, p.number, p.within from provisions p", "where p.law = :law and", _known("p"),
           "order by p.position"))

VERSIONS = Query(
    "versions_of_provision", "The life of a provision", "The versions of a provision in the order of time.",
    _lines(_SELECT_ON_DAY, "from provisions p", _VERSIONS, "where p.law = :law and p.eid = :eid and", _known("v"),
           "order by v.from_latest"))

SOURCES = Query(
    "sources_of_law", "The sources of a law", "The files that the text of a law in a language was read from.",
    "select * from sources where law = :law and lang = :lang order by id")

PRINTINGS = Query(
    "printings_of_provision", "Where a provision is printed",
    "The places at which editions print a provision, to the byte.",
    """select s.lang, s.file, r.line, r.first_byte, r.after_byte, r.excluded
from printings r join sources s on s.id = r.source
where r.law = :law and r.eid = :eid
order by s.id""")

DIFFERING_DAYS = Query(
    "differing_days", "Days on which a law differs", "The days on which the answer for some provision begins.",
    "select distinct from_latest from versions where law = :law and lang = :lang and known_before is null "
    "order by from_latest")

AMENDMENTS = Query(
    "amendments_of_law", "The changes of a law", "Every change of a law, with the act that made it.",
    _lines("""select a.*, c.number, c.adopted, c.kind, c.within
from amendments a left join acts c on c.name = a.act
where a.law = :law and""", _known("a"), "order by a.id"))

AMENDMENT_SOURCES = Query(
    "sources_of_amendments", "What changes rest on",
    "The places in sources and facts that tell of the changes of a law.",
    _lines("""select s.amendment, s.kind, s.file, s.line, s.text
from amendments a join amendment_sources s on s.amendment = a.id
where a.law = :law and""", _known("a"), "order by s.amendment, s.position"))

CITATIONS_IN = Query(
    "citations_in_provision", "What a provision refers to", "The references in the wordings of a provision.",
    _lines(_SELECT_CITATION, "where c.law = :law and c.lang = :lang and c.eid = :eid", "order by c.id"))

CITATIONS_OF = Query(
    "citations_of_provision", "What refers to a provision",
    "The references to a provision from other wordings of its law in one language, and from other laws in all of them.",
    _lines(_SELECT_CITATION, "where c.cites_law = :law and c.cites = :eid and (c.law <> :law or c.lang = :lang)",
           "order by c.law <> :law, c.law, c.lang <> :lang, c.id"))

CITATIONS_OF_LAW = Query(
    "citations_of_law", "References in a law", "The references in the newest wording that is held of each provision.",
    _lines(_SELECT_CITATION, """  join provisions p on p.law = c.law and p.eid = c.eid
where c.law = :law and c.lang = :lang
  and t.id = (select max(newest.id) from texts newest
              where newest.law = t.law and newest.lang = t.lang and newest.eid = t.eid)
order by p.position, c.first"""))

VERSIONS_OF_LAW = Query(
    "versions_of_law", "The lives of all provisions", "The versions of every provision of a law, in document order.",
    _lines(_SELECT_ON_DAY, "from provisions p", _VERSIONS, "where p.law = :law and", _known("v"),
           "order by p.position, v.from_latest"))

INNER = (LAWS, LAW_NAMED, LANGUAGES, PLACES, VERSIONS, SOURCES, PRINTINGS, DIFFERING_DAYS, AMENDMENTS,
         AMENDMENT_SOURCES, CITATIONS_IN, CITATIONS_OF, CITATIONS_OF_LAW, VERSIONS_OF_LAW, *across.QUERIES)
"""The queries that serve this program alone."""
