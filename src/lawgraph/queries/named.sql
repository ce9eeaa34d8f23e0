--- The queries that people are offered, in Datasette and in docs/tables.md; the program asks some of them too.
---
--- `:law` is the id or the number of a law, `:on` an ISO day, `:known` the day as of whose knowledge is answered: null
--- or empty is all that is known. Where a query says so, an empty `:law` means all laws. A query has a name, a title,
--- what it answers, and an example that gives values to ask it with. What stands in braces is a piece of several queries.

-- {its_days}: from when to when an answer holds, by which acts, the wordings held of other days, and why it is not sure
v.from_earliest, v.from_latest, v.from_basis_data, v.before_earliest, v.before_latest, v.before_basis_data,
       v.introduced_by, v.ended_by, v.nearest_text, v.nearest_from, v.nearest_before,
       v.other_text, v.other_from, v.other_before, v.reasons

-- {an_answer}: the answer for a provision on a day
select v.eid, v.kind, v.number, v.within, v.in_operation, v.wording, v.text, v.because,
       {its_days}

-- {known ROW}: a row was known on the day `:known`, or still is where none is given
case when coalesce(:known, '') = '' then ROW.known_before is null
  else (ROW.known_from is null or ROW.known_from <= :known)
    and (ROW.known_before is null or :known < ROW.known_before) end

-- {of_law COLUMN}: a column names the law `:law`, an id or a number
COLUMN in (select id from laws where id = :law or number = :law)

-- {any_law COLUMN}: the same, where an empty `:law` means all laws
(coalesce(:law, '') = '' or {of_law COLUMN})

-- {holds}: a version is the answer for the day `:on`
v.from_latest <= :on and (v.before_earliest is null or :on < v.before_earliest)
  and {known v}

-- {unsure}: an answer is not sure
in_operation <> 'no' and (in_operation <> 'yes' or wording <> 'attested')

-- provision_on_day: A provision on a day
-- What may be said of a provision and its parts on a day: was it in operation, its wording, and why it is not sure.
-- example: select law, lang, eid, from_latest as [on] from versions where kind = 'article' and in_operation = 'yes' limit 1
with recursive inside(id, law, eid) as (
  select id, law, eid from provisions_rows where {of_law law} and eid = :eid
  union
  select part.id, part.law, part.eid from inside join provisions_rows part on part.whole = inside.id)
{an_answer}
from inside cross join versions_ever v on v.law = inside.law and v.eid = inside.eid
where v.lang = :lang and
{holds}
order by v.position

-- law_on_day: A law on a day
-- Every provision that the law is known ever to have had, in the order of the document, with its answer for a day.
-- example: select law, lang, from_latest as [on] from versions where text <> '' limit 1
{an_answer}
from versions_ever v where {of_law v.law} and v.lang = :lang and
{holds}
order by v.position

-- text_on_day: The full text of a law on a day
-- What was in operation, or may have been, in the order of the document: number, wording, and how sure both are.
-- example: select law, lang, from_latest as [on] from versions where text <> '' limit 1
select v.law, v.eid, v.number, v.text, v.in_operation, v.wording
from versions v where {of_law v.law} and v.lang = :lang and v.in_operation <> 'no'
  and v.from_latest <= :on and (v.before_earliest is null or :on < v.before_earliest)
order by v.law, v.position

-- changes_of_act: What an act changed
-- The changes that one act made, with the bounds of their first day of operation and the source of each.
-- example: select act from amendments where act is not null limit 1
select a.law, a.target, a.action, a.scope, a.earliest, a.latest, a.basis, a.until, a.file, a.line, a.text
from amendments a
where a.act = :act
order by a.law, a.position

-- uncertain_on_day: What is uncertain on a day, and why
-- The provisions of which it is not certain on a day that they were in operation, or how they were worded.
-- example: select law, lang, from_latest as [on] from versions where {unsure} limit 1
select v.law, v.eid, v.kind, v.in_operation, v.wording, v.because, v.from_latest, v.before_earliest
from versions_ever v where {of_law v.law} and v.lang = :lang and {unsure} and
{holds}
order by v.law, v.position

-- gaps: Days on which wordings are not held
-- For each article the stretches of days on which the wording of the article, or of some of its parts, is not held; a
-- stretch without an end is counted to the last day of which the sources speak.
-- example: select law, lang from versions where wording in ('unverified', 'unknown') limit 1
with gap as (
  select v.law, substr(v.eid || '__', 1, instr(v.eid || '__', '__') - 1) as article, v.eid, v.from_latest as first,
         coalesce(v.before_earliest, max(v.from_latest, date(l.horizon, '+1 day')), v.from_latest) as before
  from versions v join laws l on l.id = v.law
  where {of_law v.law} and v.lang = :lang and v.wording in ('unverified', 'unknown')),
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
order by s.law, p.position, first_day

-- acts_of_law: The acts that amended a law
-- The acts that amended a law, by the first day on which any of their changes can have been in operation.
-- example: select law from amendments where act is not null limit 1
select a.law, c.name, c.number, c.adopted, {titles c}, min(a.earliest) as earliest,
       min(a.latest) as latest, count(*) as changes
from amendments a join acts c on c.name = a.act
where {of_law a.law}
group by a.law, c.name
order by a.law, earliest, latest, c.adopted, c.name

-- words_per_year: Words in operation, year by year
-- On the last day of each year: the provisions that were in operation or may have been, how many of their wordings
-- are held and how many are not, and the words of those that are. Without all wordings the words are too few.
-- example: select law, lang from versions where text <> '' limit 1
with recursive told as materialized (
  select v.law, v.from_latest, v.before_earliest, v.text is not null as held,
         case when v.text <> '' then length(trim(v.text)) - length(replace(trim(v.text), ' ', '')) + 1 else 0 end as words
  from versions v where {of_law v.law} and v.lang = :lang and v.in_operation <> 'no'),
years(day) as (
  select min(substr(from_latest, 1, 4)) || '-12-31' from told
  union all
  select (substr(day, 1, 4) + 1) || '-12-31' from years
  where day < (select max(coalesce(horizon, adopted)) from laws where {of_law id}))
select t.law, substr(day, 1, 4) as year, count(*) as provisions, sum(t.held) as held,
       count(*) - sum(t.held) as not_held, sum(t.words) as words
from years join told t on t.from_latest <= day and (t.before_earliest is null or day < t.before_earliest)
group by t.law, day
order by t.law, day

-- acts_by_provisions: Acts by the number of provisions that they changed
-- How many provisions each act changed, and in how many laws; an empty law means all of them.
-- example: select law from amendments where act is not null limit 1
select a.act, c.adopted, count(distinct a.law || '/' || a.target) as provisions, count(distinct a.law) as laws,
       min(a.earliest) as earliest, min(a.latest) as latest
from amendments a join acts c on c.name = a.act
where {any_law a.law}
group by a.act
order by provisions desc, c.position

-- changed_most: The provisions that were changed most
-- How often each provision was changed itself, without what encloses it and its parts, and by how many acts; an empty
-- law means all of them.
-- example: select law from amendments where act is not null limit 1
select a.law, a.target, count(*) as changes, count(distinct a.act) as acts, min(a.earliest) as first_earliest,
       max(a.latest) as last_latest
from amendments a
where {any_law a.law} and a.act is not null
group by a.law, a.target
order by changes desc, a.law, min(a.position)
limit 500

-- days_not_exact: Days of operation that are not exact
-- The changes whose first day of operation is known by bounds alone, the widest first; an empty law means all.
-- example: select law from amendments where act is not null and earliest is not latest limit 1
select a.law, a.act, a.target, a.action, a.earliest, a.latest,
       cast(julianday(a.latest) - julianday(a.earliest) as integer) as days_between, a.basis
from amendments a
where {any_law a.law} and a.act is not null and a.earliest is not a.latest
order by days_between is not null, days_between desc, a.law, a.position
