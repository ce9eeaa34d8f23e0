"""The queries that people are offered, in Datasette and in docs/tables.md; the program asks some of them too.

`:law` is the id or the number of a law, `:on` an ISO day, `:known` the day as of whose knowledge is answered: null or
empty is all that is known. Where a query says so, an empty `:law` means all laws.
"""

# ruff: noqa: S608  (what is put into queries are our own words)

from lawgraph.database.schema import TITLE_NAMES
from lawgraph.queries.asking import SELECT_ON_DAY, Query, known, lines, of_law

_HOLDS = f"v.from_latest <= :on and (v.before_earliest is null or :on < v.before_earliest)\n  and {known('v')}"
_ANY_LAW = f"(coalesce(:law, '') = '' or {of_law('a.law')})"
_UNSURE = "in_operation <> 'no' and (in_operation <> 'yes' or wording <> 'attested')"
_WORDS = "length(trim(v.text)) - length(replace(trim(v.text), ' ', '')) + 1"
_TITLES = ", ".join(f"c.{name}" for name in TITLE_NAMES)
_A_LAW = "select law, lang from versions where text <> '' limit 1"
_A_DAY = "select law, lang, from_latest as [on] from versions where text <> '' limit 1"

PROVISION_ON_DAY = Query(
    "provision_on_day", "A provision on a day",
    "What may be said of a provision and its parts on a day: was it in operation, its wording, and why it is not sure.",
    lines(f"""with recursive inside(id, law, eid) as (
  select id, law, eid from provisions_rows where {of_law('law')} and eid = :eid
  union
  select part.id, part.law, part.eid from inside join provisions_rows part on part.whole = inside.id)""",
          SELECT_ON_DAY, "from inside cross join versions_ever v on v.law = inside.law and v.eid = inside.eid",
          "where v.lang = :lang and", _HOLDS, "order by v.position"),
    "select law, lang, eid, from_latest as [on] from versions where kind = 'article' and in_operation = 'yes' limit 1")

LAW_ON_DAY = Query(
    "law_on_day", "A law on a day",
    "Every provision that the law is known ever to have had, in the order of the document, with its answer for a day.",
    lines(SELECT_ON_DAY, f"from versions_ever v where {of_law('v.law')} and v.lang = :lang and", _HOLDS,
          "order by v.position"), _A_DAY)

TEXT_ON_DAY = Query(
    "text_on_day", "The full text of a law on a day",
    "What was in operation, or may have been, in the order of the document: number, wording, and how sure both are.",
    lines("select v.law, v.eid, v.number, v.text, v.in_operation, v.wording",
          f"from versions v where {of_law('v.law')} and v.lang = :lang and v.in_operation <> 'no'",
          "  and v.from_latest <= :on and (v.before_earliest is null or :on < v.before_earliest)",
          "order by v.law, v.position"), _A_DAY)

CHANGES_OF_ACT = Query(
    "changes_of_act", "What an act changed",
    "The changes that one act made, with the bounds of their first day of operation and the source of each.",
    """select a.law, a.target, a.action, a.scope, a.earliest, a.latest, a.basis, a.until, a.file, a.line, a.text
from amendments a
where a.act = :act
order by a.law, a.position""", "select act from amendments where act is not null limit 1")

UNCERTAIN_ON_DAY = Query(
    "uncertain_on_day", "What is uncertain on a day, and why",
    "The provisions of which it is not certain on a day that they were in operation, or how they were worded.",
    lines("select v.law, v.eid, v.kind, v.in_operation, v.wording, v.because, v.from_latest, v.before_earliest",
          f"from versions_ever v where {of_law('v.law')} and v.lang = :lang and {_UNSURE} and", _HOLDS,
          "order by v.law, v.position"),
    f"select law, lang, from_latest as [on] from versions where {_UNSURE} limit 1")

GAPS = Query(
    "gaps", "Days on which wordings are not held",
    "For each article the stretches of days on which the wording of the article, or of some of its parts, is not held; "
    "a stretch without an end is counted to the last day of which the sources speak.",
    f"""with gap as (
  select v.law, substr(v.eid || '__', 1, instr(v.eid || '__', '__') - 1) as article, v.eid, v.from_latest as first,
         coalesce(v.before_earliest, max(v.from_latest, date(l.horizon, '+1 day')), v.from_latest) as before
  from versions v join laws l on l.id = v.law
  where {of_law('v.law')} and v.lang = :lang and v.wording in ('unverified', 'unknown')),
marked as (
  select *, first > coalesce(max(before) over (
    partition by law, article order by first, before rows between unbounded preceding and 1 preceding), '') as opens
  from gap),
stretches as (
  select *, sum(opens) over (partition by law, article order by first, before) as stretch from marked)
select s.law, s.article, min(s.first) as first_day, max(s.before) as before_day,
       cast(julianday(max(s.before)) - julianday(min(s.first)) as integer) as days,
       count(distinct s.eid) as provisions
from stretches s
  join provisions p on p.law = s.law and p.eid = s.article
group by s.law, p.position, s.article, s.stretch
order by s.law, p.position, first_day""",
    "select law, lang from versions where wording in ('unverified', 'unknown') limit 1")

ACTS_OF_LAW = Query(
    "acts_of_law", "The acts that amended a law",
    "The acts that amended a law, by the first day on which any of their changes can have been in operation.",
    f"""select a.law, c.name, c.number, c.adopted, {_TITLES}, min(a.earliest) as earliest,
       min(a.latest) as latest, count(*) as changes
from amendments a join acts c on c.name = a.act
where {of_law('a.law')}
group by a.law, c.name
order by a.law, earliest, latest, c.adopted, c.name""", "select law from amendments where act is not null limit 1")

WORDS_PER_YEAR = Query(
    "words_per_year", "Words in operation, year by year",
    "On the last day of each year: the provisions that were in operation or may have been, how many of their wordings "
    "are held and how many are not, and the words of those that are. Without all wordings the words are too few.",
    f"""with recursive told as materialized (
  select v.law, v.from_latest, v.before_earliest, v.text is not null as held,
         case when v.text <> '' then {_WORDS} else 0 end as words
  from versions v where {of_law('v.law')} and v.lang = :lang and v.in_operation <> 'no'),
years(day) as (
  select min(substr(from_latest, 1, 4)) || '-12-31' from told
  union all
  select (substr(day, 1, 4) + 1) || '-12-31' from years
  where day < (select max(coalesce(horizon, adopted)) from laws where {of_law('id')}))
select t.law, substr(day, 1, 4) as year, count(*) as provisions, sum(t.held) as held,
       count(*) - sum(t.held) as not_held, sum(t.words) as words
from years join told t on t.from_latest <= day and (t.before_earliest is null or day < t.before_earliest)
group by t.law, day
order by t.law, day""", _A_LAW)

ACTS_BY_PROVISIONS = Query(
    "acts_by_provisions", "Acts by the number of provisions that they changed",
    "How many provisions each act changed, and in how many laws; an empty law means all of them.",
    f"""select a.act, c.adopted, count(distinct a.law || '/' || a.target) as provisions, count(distinct a.law) as laws,
       min(a.earliest) as earliest, min(a.latest) as latest
from amendments a join acts c on c.name = a.act
where {_ANY_LAW}
group by a.act
order by provisions desc, c.position""", "select law from amendments where act is not null limit 1")

CHANGED_MOST = Query(
    "changed_most", "The provisions that were changed most",
    "How often each provision was changed itself, without what encloses it and its parts, and by how many acts; an "
    "empty law means all of them.",
    f"""select a.law, a.target, count(*) as changes, count(distinct a.act) as acts, min(a.earliest) as first_earliest,
       max(a.latest) as last_latest
from amendments a
where {_ANY_LAW} and a.act is not null
group by a.law, a.target
order by changes desc, a.law, min(a.position)
limit 500""", "select law from amendments where act is not null limit 1")

DAYS_NOT_EXACT = Query(
    "days_not_exact", "Days of operation that are not exact",
    "The changes whose first day of operation is known by bounds alone, the widest first; an empty law means all.",
    f"""select a.law, a.act, a.target, a.action, a.earliest, a.latest,
       cast(julianday(a.latest) - julianday(a.earliest) as integer) as days_between, a.basis
from amendments a
where {_ANY_LAW} and a.act is not null and a.earliest is not a.latest
order by days_between is not null, days_between desc, a.law, a.position""",
    "select law from amendments where act is not null and earliest is not latest limit 1")

NAMED = (PROVISION_ON_DAY, LAW_ON_DAY, TEXT_ON_DAY, CHANGES_OF_ACT, UNCERTAIN_ON_DAY, GAPS, ACTS_OF_LAW, WORDS_PER_YEAR,
         ACTS_BY_PROVISIONS, CHANGED_MOST, DAYS_NOT_EXACT)
"""All of them."""
